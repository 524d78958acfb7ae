import { computed } from 'vue'
import { monthFrom, type Span } from '#shared/budget-months.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Envelope } from '#shared/reports/envelope.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useNamedReport, useReport } from '#renderer/stores/reports.ts'
import { useTodayStore } from '#renderer/stores/today.ts'
import { useTurns } from '#renderer/ui/turns.ts'

/** A month ago, as many days as most months have. */
const WORTH_DAYS = 31
const MONTHS = 12
const HORIZON = 90
const ROWS = 8

/** So many months up to a day, its own among them, begun as a report says that they begin. */
export function monthsUntil(day: LocalDate, count: number, { monthStart, monthShift }: Pick<Envelope, 'monthStart' | 'monthShift'>): Span {
  return { from: monthFrom(day, 1 - count, { day: monthStart, shift: monthShift ?? 'none' }).from, to: day }
}

/**
 * What is asked and shown one painted frame after the other, once there are accounts: these first, then what everyone sees,
 * then what lies further down.
 */
const SEEN = { now: 1, ahead: 2, review: 3, past: 4, rows: 5 } as const
type Part = keyof typeof SEEN

/** Every question of the page, each with the report that the insights answer it by, so that both say the same. */
export function useOverview() {
  const accounts = useAccountsStore()
  const clock = useTodayStore()
  const hasAccounts = computed(() => accounts.accounts.length > 0)
  const turn = useTurns(() => (hasAccounts.value ? SEEN.rows : 0))
  const isSeen = (part: Part): boolean => turn.value >= SEEN[part]
  // A ledger without accounts has nothing to say.
  const from = (part: Part) => <T>(question: T): T | undefined => (hasAccounts.value && isSeen(part) ? question : undefined)
  const [now, ahead, review, past, rows] = [from('now'), from('ahead'), from('review'), from('past'), from('rows')]

  const worthQuestion = computed(() => ({ to: clock.today, days: WORTH_DAYS, compare: 'previous' as const }))
  const dayQuestion = computed(() => ({ to: clock.today }))
  const worth = useNamedReport('balances', () => now(worthQuestion.value))
  const available = useNamedReport('available', () => now(dayQuestion.value))
  // Months begin where the ledger lets them begin; the first answer tells.
  const monthQuestion = computed(() => worth.answer.value && monthsUntil(clock.today, 1, worth.answer.value))
  const month = useNamedReport('comparison', () => monthQuestion.value)
  const upcoming = useNamedReport('upcoming', () => ahead(dayQuestion.value))

  const forecastQuestion = computed(() => ({ to: clock.today, horizon: HORIZON }))
  const forecast = useNamedReport('forecast', () => ahead(forecastQuestion.value))
  const quality = useNamedReport('data-quality', () => review(dayQuestion.value))
  const transfers = useReport('transfers.list', () => review({ state: 'proposed' as const, limit: 1 }))
  const monthsQuestion = computed(() => worth.answer.value && monthsUntil(clock.today, MONTHS, worth.answer.value))
  const months = useNamedReport('cash-flow', () => past(monthsQuestion.value))
  const history = useNamedReport('net-worth', () => past(dayQuestion.value))
  const recent = useReport('transactions.page', () => rows({ filter: {}, after: null, limit: ROWS }))

  const all = [worth, available, month, upcoming, forecast, quality, transfers, months, history, recent]
  const error = computed(() => all.find((report) => report.error.value)?.error.value)
  const retry = async (): Promise<void> => { await Promise.all(all.map((report) => report.retry())) }
  return { isSeen, dayQuestion, worth, worthQuestion, available, month, monthQuestion, upcoming, forecast, quality, transfers, months, monthsQuestion, history, recent, error, retry }
}
