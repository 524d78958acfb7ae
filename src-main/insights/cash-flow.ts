import { addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { minor, type Currency } from '#shared/money.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'

type Cell = Output<'reports.cashFlow'>[number]
type Sums = readonly [accountId: number, categoryId: string | null, inMinor: number, outMinor: number, count: number]
type DatedSums = readonly [month: string, ...sums: Sums]

/** Grouped month by month: sorting a hundred small piles costs less than one large one. */
const UNDIVIDED = /* sql */ `
  SELECT account_id, category_id, sum(max(amount_minor, 0)), sum(min(amount_minor, 0)), count(*)
    FROM txn
   WHERE deleted_at IS NULL AND is_pending = 0 AND is_split = 0 AND is_adjusting = 0 AND booked_on BETWEEN :from AND :to
   GROUP BY account_id, category_id`

const DIVIDED = /* sql */ `
  SELECT substr(txn.booked_on, 1, 7), txn.account_id, split.category_id,
         sum(max(split.amount_minor, 0)), sum(min(split.amount_minor, 0)), count(*)
    FROM split JOIN txn ON txn.id = split.txn_id
   WHERE txn.deleted_at IS NULL AND txn.is_pending = 0 AND txn.is_split = 1 AND txn.is_adjusting = 0 AND txn.booked_on BETWEEN :from AND :to
   GROUP BY 1, 2, 3`

/**
 * Booked money in and out by calendar month, currency and category, both days included. A split row counts by its parts;
 * an adjusting entry is no money that moved.
 * Without account ids: every account. Ordered by month, currency, category.
 */
export function cashFlow(db: ReadableLedger, { accountIds, from, to }: Parsed<'reports.cashFlow'>): Cell[] {
  const currencies = currenciesOf(db, accountIds)
  const cells = new Map<string, Cell>()
  const add = (month: string, [accountId, categoryId, inMinor, outMinor, count]: Sums): void => {
    const currency = currencies.get(accountId)
    if (currency === undefined) return
    const key = `${month} ${currency} ${categoryId ?? ''}`
    const cell = cells.get(key) ?? { month, currency, categoryId, inMinor: minor(0), outMinor: minor(0), count: 0 }
    cells.set(key, { ...cell, inMinor: minor(cell.inMinor + inMinor), outMinor: minor(cell.outMinor + outMinor), count: cell.count + count })
  }
  for (const [start, end] of monthsWithin(db, from, to)) {
    for (const sums of db.tuples<Sums>(UNDIVIDED).all({ from: start, to: end })) add(start.slice(0, 7), sums)
  }
  for (const [month, ...sums] of db.tuples<DatedSums>(DIVIDED).all({ from, to })) add(month, sums)
  return [...cells].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, cell]) => cell)
}

/** The asked range cut into months, and to the days on which the ledger has rows: a range may be asked from year one. */
function monthsWithin(db: ReadableLedger, from: LocalDate, to: LocalDate): [LocalDate, LocalDate][] {
  const [first, last] = db.tuples<readonly [LocalDate | null, LocalDate | null]>('SELECT (SELECT min(booked_on) FROM txn WHERE deleted_at IS NULL), (SELECT max(booked_on) FROM txn WHERE deleted_at IS NULL)').get() ?? [null, null]
  if (first === null || last === null) return []
  const end = to < last ? to : last
  const months: [LocalDate, LocalDate][] = []
  for (let start = from > first ? from : first; start <= end; start = addMonths(localDate(`${start.slice(0, 7)}-01`), 1)) {
    const monthEnd = localDate(`${start.slice(0, 7)}-${lastDay(start)}`)
    months.push([start, monthEnd < end ? monthEnd : end])
  }
  return months
}

const lastDay = (date: LocalDate): string => addMonths(localDate(`${date.slice(0, 4)}-01-31`), Number(date.slice(5, 7)) - 1).slice(8)

/** Which accounts count, and in what currency each of them keeps its amounts. */
export function currenciesOf(db: ReadableLedger, accountIds: readonly number[] | undefined): Map<number, Currency> {
  const rows = db.tuples<readonly [number, Currency]>('SELECT id, currency FROM account WHERE deleted_at IS NULL').all()
  return new Map(accountIds === undefined ? rows : rows.filter(([id]) => accountIds.includes(id)))
}
