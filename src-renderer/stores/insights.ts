import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { localDate } from '#shared/dates.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import { isComparable, type ReportName } from '#shared/reports/names.ts'
import type { Report } from '#shared/reports/report.ts'
import type { ReportQuestion } from '#shared/reports/request.ts'
import { call } from '#renderer/api/client.ts'
import { useAccountsStore } from './accounts.ts'
import { useReportPeriodStore } from './period.ts'
import { useReport } from './reports.ts'
import { useTodayStore } from './today.ts'

export interface ReportOptions {
  /** Whether the chosen accounts are asked about, or all the others. */
  readonly accountMode: 'only' | 'except'
  /** Empty: every account. */
  readonly accountIds: readonly AccountId[]
  readonly base: Currency | null
  /** Null: as it is set with the budgets. */
  readonly monthStart: number | null
  readonly withPending: boolean
  /** Leaves, groups and `none`. Empty: every row. */
  readonly categories: readonly string[]
  readonly tags: readonly string[]
  /** Of an amount without its sign, in the smallest units of the currency that totals are told in. */
  readonly minMinor: number | null
  readonly maxMinor: number | null
  readonly compare: 'none' | 'previous' | 'year'
}

const PLAIN: ReportOptions = { accountMode: 'only', accountIds: [], base: null, monthStart: null, withPending: false, categories: [], tags: [], minMinor: null, maxMinor: null, compare: 'none' }

/** Nobody files taxes for a part of a year: these answer for the calendar years that the period touches. */
const BY_YEAR: ReadonlySet<ReportName> = new Set(['fees', 'tax-year'])

/** How reports are asked for, the same on all of their pages, so that one question can be followed by the next. */
export const useInsightsStore = defineStore('insights', () => {
  const periods = useReportPeriodStore()
  const clock = useTodayStore()
  const accounts = useAccountsStore()
  const options = shallowRef(PLAIN)
  const isPlain = computed(() => JSON.stringify(options.value) === JSON.stringify(PLAIN))

  function change(part: Partial<ReportOptions>): void {
    options.value = { ...options.value, ...part }
    periods.beginMonths(options.value.monthStart)
  }
  const clear = (): void => { change(PLAIN) }

  /** A report's own beginning is a year ago; whoever asks about all of the time means the first row that there is. */
  const firstDay = computed(() => accounts.accounts.flatMap(({ firstOn }) => firstOn ?? []).sort()[0])

  /** Without a last day a report ends today: what is to come is no part of it. */
  function question(name: ReportQuestion['name']): ReportQuestion {
    const { accountMode, accountIds, base, monthStart, withPending, categories, tags, minMinor, maxMinor, compare } = options.value
    const { from, to } = periods.period
    const first = from ?? (firstDay.value !== undefined && firstDay.value <= clock.today ? firstDay.value : null)
    const begin = first && BY_YEAR.has(name) ? localDate(`${first.slice(0, 4)}-01-01`) : first
    const end = to && BY_YEAR.has(name) ? localDate(`${to.slice(0, 4)}-12-31`) : to
    return {
      name, base, withPending, compare: isComparable(name) ? compare : 'none',
      ...(monthStart !== null && { monthStart }),
      ...(begin && { from: begin }), ...(end && end < clock.today && { to: end }),
      ...(accountIds.length > 0 && { [accountMode === 'only' ? 'accountIds' : 'excludedAccountIds']: [...accountIds] }),
      ...(categories.length > 0 && { categories: [...categories] }),
      ...(tags.length > 0 && { tags: [...tags] }),
      ...(minMinor !== null && { minMinor }), ...(maxMinor !== null && { maxMinor }),
    }
  }

  return { options, isPlain, firstDay, change, clear, question }
})

/** The answers to several reports at once, in their order; undefined until all of them are there. */
export function useReports(names: readonly ReportQuestion['name'][]) {
  const store = useInsightsStore()
  const reports = names.map((name) => useReport('reports.run', () => store.question(name)))
  const answers = computed<readonly Report[] | undefined>(() => {
    const known = reports.flatMap(({ answer }) => answer.value ?? [])
    return known.length === names.length ? known : undefined
  })
  const error = computed(() => reports.find((report) => report.error.value)?.error.value)
  const retry = async (): Promise<void> => { await Promise.all(reports.map((report) => report.retry())) }
  return { answers, error, retry }
}

/** Asks for what lies behind a figure and lets go of it with the component. */
export function useFigureRows() {
  const request = new AbortController()
  onScopeDispose(() => { request.abort() })
  const rows = (question: ReportQuestion, key: string): Promise<Reply<'reports.rows'>> => call('reports.rows', { request: question, key }, request.signal)
  const page = (ids: readonly TransactionId[]): Promise<Reply<'transactions.page'>> => call('transactions.page', { filter: { ids: [...ids] }, after: null, limit: Math.max(1, ids.length) }, request.signal)
  return { rows, page }
}
