import { computed } from 'vue'
import { addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useNamedReport, useReport } from '#renderer/stores/reports.ts'
import { useTodayStore } from '#renderer/stores/today.ts'
import { useTurns } from '#renderer/ui/turns.ts'

/** A month ago, as many days as most months have. */
export const WORTH_DAYS = 31
const MONTHS = 12
const HORIZON = 90
const ROWS = 8

/** The first day of the month that a day lies in, when months begin on day `start`. */
export function monthBegin(day: LocalDate, start: number): LocalDate {
  const begin = localDate(`${day.slice(0, 7)}-${String(start).padStart(2, '0')}`)
  return begin <= day ? begin : addMonths(begin, -1)
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
  const monthQuestion = computed(() => worth.answer.value && { from: monthBegin(clock.today, worth.answer.value.monthStart), to: clock.today })
  const month = useNamedReport('comparison', () => monthQuestion.value)
  const upcoming = useNamedReport('upcoming', () => ahead(dayQuestion.value))

  const forecast = useNamedReport('forecast', () => ahead({ to: clock.today, horizon: HORIZON }))
  const quality = useNamedReport('data-quality', () => review(dayQuestion.value))
  const transfers = useReport('transfers.list', () => review({ state: 'proposed' as const, limit: 1 }))
  const monthsQuestion = computed(() => worth.answer.value && { from: addMonths(monthBegin(clock.today, worth.answer.value.monthStart), 1 - MONTHS), to: clock.today })
  const months = useNamedReport('cash-flow', () => past(monthsQuestion.value))
  const history = useNamedReport('net-worth', () => past(dayQuestion.value))
  const recent = useReport('transactions.page', () => rows({ filter: {}, after: null, limit: ROWS }))

  const all = [worth, available, month, upcoming, forecast, quality, transfers, months, history, recent]
  const error = computed(() => all.find((report) => report.error.value)?.error.value)
  const retry = async (): Promise<void> => { await Promise.all(all.map((report) => report.retry())) }
  return { isSeen, dayQuestion, worth, worthQuestion, available, month, monthQuestion, upcoming, forecast, quality, transfers, months, monthsQuestion, history, recent, error, retry }
}
