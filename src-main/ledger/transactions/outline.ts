import type { LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import type { AccountId, Cursor, TransactionId } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'
import { toConditions, withParams, type Conditions } from './filter.ts'
import { NEWEST } from './page.ts'

export type Outline = Output<'transactions.outline'>

/** Count, sums and one anchor per page. */
export function outlineTransactions(db: ReadableLedger, { filter }: Parsed<'transactions.outline'>): Outline {
  const conditions = toConditions(db, filter)
  return conditions.matches ? outlineFound(db, conditions, conditions.matches) : outlineAll(db, conditions)
}

/** The last row of each page, from the row before it on. Exported, as is the next, for the test that asks for their plans. */
export const anchorSql = (where: string): string => /* sql */ `
  SELECT booked_on AS bookedOn, id FROM txn INDEXED BY txn_by_day
   WHERE ${where} AND (booked_on, id) < (:bookedOn, :id)
   ORDER BY booked_on DESC, id DESC LIMIT 1 OFFSET ${PAGE_ROWS - 1}`

export const sumSql = (where: string): string => /* sql */ `
  SELECT count(*), coalesce(sum(amount_minor), 0) FROM txn INDEXED BY txn_by_day
   WHERE ${where} AND account_id IN (SELECT id FROM account WHERE currency = :currency)`

/** Steps from anchor to anchor inside SQLite: only every hundredth row is ever seen here. */
function outlineAll(db: ReadableLedger, conditions: Conditions): Outline {
  const sums = db.column<Currency>('SELECT DISTINCT currency FROM account ORDER BY currency').all().flatMap((currency) => {
    const [rows, total] = db.tuples<[number, number]>(sumSql(conditions.where)).get(withParams(conditions, { currency })) ?? [0, 0]
    return rows === 0 ? [] : [{ rows, sum: { minor: minor(total), currency } }]
  })
  const count = sums.reduce((all, { rows }) => all + rows, 0)
  const anchors: Cursor[] = []
  const next = db.query<Cursor>(anchorSql(conditions.where))
  // A last page that is full ends at an anchor behind which nothing stands.
  while (anchors.length < Math.ceil(count / PAGE_ROWS) - 1) {
    const anchor = next.get(withParams(conditions, { ...(anchors.at(-1) ?? NEWEST) }))
    if (!anchor) break
    anchors.push(anchor)
  }
  return { count, sums: sums.map(({ sum }) => sum), anchors: [null, ...anchors] }
}

type Entry = [id: TransactionId, bookedOn: LocalDate, accountId: AccountId, amountMinor: number]

const FOUND = (where: string): string => /* sql */ `
  SELECT id, booked_on, account_id, amount_minor FROM txn
   WHERE id IN (SELECT value FROM json_each(:matches)) AND ${where} ORDER BY booked_on DESC, id DESC`
const WALK = (where: string): string => /* sql */ `
  SELECT id, booked_on, account_id, amount_minor FROM txn INDEXED BY txn_by_day WHERE ${where} ORDER BY booked_on DESC, id DESC`

/** Beyond so many, looking each row up costs more than reading the index once. */
const LOOKED_UP_MAX = 20_000

function outlineFound(db: ReadableLedger, conditions: Conditions, matches: readonly TransactionId[]): Outline {
  const { where } = conditions
  const entries = matches.length <= LOOKED_UP_MAX
    ? db.tuples<Entry>(FOUND(where)).iterate(withParams(conditions, { matches: JSON.stringify(matches) }))
    : only(db.tuples<Entry>(WALK(where)).iterate(withParams(conditions, {})), new Set(matches))
  const sums = new Map<AccountId, number>()
  const anchors: Cursor[] = []
  let count = 0
  let last: Cursor | undefined
  for (const [id, bookedOn, accountId, amount] of entries) {
    if (count > 0 && count % PAGE_ROWS === 0 && last) anchors.push(last)
    count += 1
    last = { bookedOn, id }
    sums.set(accountId, (sums.get(accountId) ?? 0) + amount)
  }
  return { count, sums: byCurrency(db, sums), anchors: [null, ...anchors] }
}

function* only(entries: Iterable<Entry>, wanted: ReadonlySet<TransactionId>): Iterable<Entry> {
  for (const entry of entries) if (wanted.has(entry[0])) yield entry
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
