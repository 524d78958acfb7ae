import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { call, on } from '#renderer/api/client.ts'

export type BalanceHistory = Output<'reports.balanceHistory'>[number]
export type BalancePoint = BalanceHistory['points'][number]
export type CashFlowCell = Output<'reports.cashFlow'>[number]

type ReportChannel = 'reports.run' | 'reports.balanceHistory' | 'reports.cashFlow' | 'transactions.page' | 'holdings.list' | 'trades.list' | 'loans.get'

export interface Report<C extends ReportChannel> {
  readonly answer: Readonly<ShallowRef<Output<C> | undefined>>
  readonly error: Readonly<ShallowRef<AppError | undefined>>
  readonly retry: () => Promise<void>
}

/** A report that follows its question and the ledger for as long as the component lives. The old answer stays until the new one is there. */
export function useReport<C extends ReportChannel>(channel: C, question: () => Input<C>): Report<C> {
  const answer = shallowRef<Output<C>>()
  const error = shallowRef<AppError>()
  let request = new AbortController()

  async function load(): Promise<void> {
    request.abort()
    const mine = request = new AbortController()
    const reply = await call(channel, question(), mine.signal)
    if (mine.signal.aborted) return
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) answer.value = reply.value
  }

  watch(() => JSON.stringify(question()), load, { immediate: true })
  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (scopes.includes('transactions') || scopes.includes('accounts')) void load()
  }))
  onScopeDispose(() => { request.abort() })

  return { answer, error, retry: load }
}
