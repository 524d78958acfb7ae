import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { Report as AnyReport, ReportOf } from '#shared/reports/report.ts'
import type { ReportQuestion } from '#shared/reports/request.ts'
import { call, on } from '#renderer/api/client.ts'
import { turn } from '#renderer/api/turn.ts'
import { unlessEqual } from './unless-equal.ts'

export type BalanceHistory = Output<'reports.balanceHistory'>[number]
export type BalancePoint = BalanceHistory['points'][number]

/** What reports are made of. */
const FOLLOWED = ['transactions', 'accounts', 'insights', 'rates', 'budgets'] as const

type ReportChannel = 'reports.run' | 'reports.balanceHistory' | 'transfers.list' | 'transactions.page' | 'holdings.list' | 'trades.list' | 'loans.get'

export interface Report<C extends ReportChannel> {
  readonly answer: Readonly<ShallowRef<Output<C> | undefined>>
  readonly error: Readonly<ShallowRef<AppError | undefined>>
  readonly retry: () => Promise<void>
}

/**
 * A report that follows its question and the ledger for as long as the component lives. The old answer stays until the new
 * one is there. Without a question nothing is asked yet.
 */
export function useReport<C extends ReportChannel>(channel: C, question: () => Input<C> | undefined): Report<C> {
  const answer = shallowRef<Output<C>>()
  const error = shallowRef<AppError>()
  let request = new AbortController()
  let isUnderWay = false
  let changes = 0

  async function load(): Promise<void> {
    request.abort()
    const mine = request = new AbortController()
    const asked = question()
    isUnderWay = asked !== undefined
    const known = changes
    if (asked === undefined) return
    const reply = await call(channel, asked, mine.signal)
    await turn()
    if (mine.signal.aborted) return
    isUnderWay = false
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) answer.value = unlessEqual(answer.value, reply.value)
    if (changes !== known) await load()
  }

  /** Changes come in bursts, and what is being answered is answered all the same: it is asked once more, not as often as they come. */
  function follow(): void {
    changes += 1
    if (!isUnderWay) void load()
  }

  watch(() => JSON.stringify(question()), load, { immediate: true })
  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (FOLLOWED.some((scope) => scopes.includes(scope))) follow()
  }))
  onScopeDispose(() => { request.abort() })

  return { answer, error, retry: load }
}

/** One of the twenty-one reports, by its name. */
export function useNamedReport<N extends ReportName>(name: N, question: () => Omit<ReportQuestion, 'name'> | undefined) {
  const { answer: given, error, retry } = useReport('reports.run', () => {
    const asked = question()
    return asked && { name, ...asked }
  })
  const answer: ComputedRef<ReportOf<N> | undefined> = computed(() => (given.value && isNamed(given.value, name) ? given.value : undefined))
  return { answer, error, retry }
}

const isNamed = <N extends ReportName>(report: AnyReport, name: N): report is ReportOf<N> => report.report === name
