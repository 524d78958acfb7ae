import type { LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { minor, type Currency } from '#shared/money.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { cellsOf } from './reports/cells.ts'
import { frameOf } from './reports/frame.ts'
import { monthPieces } from './reports/months.ts'

type Cell = Output<'reports.cashFlow'>[number]

const EDGES = /* sql */ `SELECT (SELECT min(booked_on) FROM txn WHERE deleted_at IS NULL), (SELECT max(booked_on) FROM txn WHERE deleted_at IS NULL)`

/**
 * Booked money in and out by calendar month, currency and category, both days included: the cells that all reports are made
 * of, in each account's own currency. Without account ids: every account. Ordered by month, currency, category.
 */
export function cashFlow(db: ReadableLedger, { accountIds, from, to }: Parsed<'reports.cashFlow'>): Cell[] {
  const [first, last] = db.tuples<readonly [LocalDate | null, LocalDate | null]>(EDGES).get() ?? [null, null]
  if (first === null || last === null || from > last || to < first) return []
  const months = monthPieces({ from: from > first ? from : first, to: to < last ? to : last }, 1)
  const frame = frameOf(db, ReportRequestSchema.parse({ name: 'cash-flow', accountIds, to: last }), last)
  const cells = new Map<string, Cell>()
  for (const { index, account, categoryId, own } of cellsOf(frame, months)) {
    const month = months[index]?.key ?? ''
    const key = `${month} ${account.currency} ${categoryId ?? ''}`
    const { inMinor, outMinor, count } = cells.get(key) ?? { inMinor: 0, outMinor: 0, count: 0 }
    cells.set(key, { month, currency: account.currency, categoryId, inMinor: minor(inMinor + own.inMinor), outMinor: minor(outMinor + own.outMinor), count: count + own.inCount + own.outCount })
  }
  return [...cells].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, cell]) => cell)
}

/** Which accounts count, and in what currency each of them keeps its amounts. */
export function currenciesOf(db: ReadableLedger, accountIds: readonly number[] | undefined): Map<number, Currency> {
  const rows = db.tuples<readonly [number, Currency]>('SELECT id, currency FROM account WHERE deleted_at IS NULL').all()
  return new Map(accountIds === undefined ? rows : rows.filter(([id]) => accountIds.includes(id)))
}
