import type { LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import type { AccountId, Cursor, TransactionId } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { ReadableLedger } from '../database.ts'
import { toConditions, withParams } from './filter.ts'

export type Outline = Output<'transactions.outline'>

type Entry = [id: TransactionId, accountId: AccountId, amountMinor: number]

/** The whole list from the index alone. Exported for the test that asks for its plan. */
export const outlineSql = (where: string): string => /* sql */ `
  SELECT id, account_id, amount_minor FROM txn INDEXED BY txn_by_day WHERE ${where} ORDER BY booked_on DESC, id DESC`

const FOUND = (where: string): string => /* sql */ `
  SELECT id, account_id, amount_minor FROM txn
   WHERE id IN (SELECT value FROM json_each(:matches)) AND ${where} ORDER BY booked_on DESC, id DESC`

/** Beyond so many, looking each row up costs more than reading the index once. */
const LOOKED_UP_MAX = 20_000

/** Count, sums and one anchor per page, in one walk. */
export function outlineTransactions(db: ReadableLedger, { filter }: Parsed<'transactions.outline'>): Outline {
  const conditions = toConditions(db, filter)
  const { where, matches } = conditions
  const sums = new Map<AccountId, number>()
  const anchors: TransactionId[] = []
  let count = 0
  let last: TransactionId | undefined
  const entries = matches && matches.length <= LOOKED_UP_MAX
    ? db.tuples<Entry>(FOUND(where)).iterate(withParams(conditions, { matches: JSON.stringify(matches) }))
    : whole(db.tuples<Entry>(outlineSql(where)).iterate(withParams(conditions, {})), matches)
  for (const [id, accountId, amount] of entries) {
    if (count % PAGE_ROWS === 0 && last !== undefined) anchors.push(last)
    count += 1
    last = id
    sums.set(accountId, (sums.get(accountId) ?? 0) + amount)
  }
  return { count, sums: byCurrency(db, sums), anchors: [null, ...cursorsOf(db, anchors)] }
}

const whole = (entries: Iterable<Entry>, matches: readonly TransactionId[] | undefined): Iterable<Entry> => (matches ? only(entries, new Set(matches)) : entries)

function* only(entries: Iterable<Entry>, wanted: ReadonlySet<TransactionId>): Iterable<Entry> {
  for (const entry of entries) if (wanted.has(entry[0])) yield entry
}

/** The days of a few rows are looked up afterwards: that is cheaper than carrying them for all. */
function cursorsOf(db: ReadableLedger, ids: readonly TransactionId[]): Cursor[] {
  const day = db.column<LocalDate>('SELECT booked_on FROM txn WHERE id = ?')
  return ids.map((id) => {
    const bookedOn = day.get([id])
    assert(bookedOn !== undefined, 'an anchor is a row')
    return { bookedOn, id }
  })
}

function byCurrency(db: ReadableLedger, sums: ReadonlyMap<AccountId, number>): Money[] {
  const currencies = new Map(db.tuples<[AccountId, Currency]>('SELECT id, currency FROM account').all())
  const totals = new Map<Currency, number>()
  for (const [accountId, sum] of sums) {
    const code = currencies.get(accountId)
    if (code !== undefined) totals.set(code, (totals.get(code) ?? 0) + sum)
  }
  return [...totals].sort(([left], [right]) => (left < right ? -1 : 1)).map(([code, total]) => ({ minor: minor(total), currency: code }))
}
