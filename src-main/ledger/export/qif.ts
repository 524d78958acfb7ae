import { CATEGORIES } from '#shared/categories.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { AccountType } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'

const SECTIONS: Readonly<Record<AccountType, string>> = {
  checking: 'Bank', savings: 'Bank', cash: 'Cash', credit: 'CCard', asset: 'Oth A', liability: 'Oth L', loan: 'Oth L', investment: 'Bank',
}

interface Account { readonly id: number; readonly name: string; readonly type: AccountType; readonly currency: Currency }
interface Row { readonly id: number; readonly bookedOn: string; readonly amount: number; readonly payee: string; readonly purpose: string; readonly checkNumber: string | null; readonly category: string | null; readonly isSplit: 0 | 1 }
interface Part { readonly amount: number; readonly category: string | null; readonly notes: string | null }

const ACCOUNTS = /* sql */ `SELECT id, name, type, currency FROM account WHERE deleted_at IS NULL ORDER BY id`
/** QIF has no pending rows, and an adjusting entry is nobody's payment. */
const ROWS = /* sql */ `
  SELECT id, booked_on AS bookedOn, amount_minor AS amount, coalesce(payee, raw_payee) AS payee, purpose, check_number AS checkNumber, category_id AS category, is_split AS isSplit
    FROM txn WHERE account_id = ? AND deleted_at IS NULL AND is_pending = 0 AND is_adjusting = 0 ORDER BY booked_on, id`
const PARTS = /* sql */ `SELECT amount_minor AS amount, category_id AS category, notes FROM split WHERE txn_id = ? ORDER BY id`

/** Days with the year first, which no reader can turn round; decimal points; an account before each of its sections. */
export function* qifPieces(db: ReadableLedger): Iterable<string> {
  for (const account of db.query<Account>(ACCOUNTS).all()) {
    const section = SECTIONS[account.type]
    yield `!Account\nN${line(account.name)}\nT${section}\n^\n!Type:${section}\n`
    for (const row of db.query<Row>(ROWS).iterate([account.id])) yield record(db, row, account.currency)
  }
}

function record(db: ReadableLedger, row: Row, currency: Currency): string {
  const amount = (value: number): string => toDecimal({ minor: minor(value), currency })
  const lines = [`D${row.bookedOn}`, `T${amount(row.amount)}`, ...field('N', row.checkNumber), ...field('P', row.payee), ...field('M', row.purpose)]
  if (row.isSplit === 0) lines.push(...field('L', nameOf(row.category)))
  else for (const part of db.query<Part>(PARTS).all([row.id])) lines.push(`S${nameOf(part.category) ?? ''}`, ...field('E', part.notes), `$${amount(part.amount)}`)
  return `${lines.join('\n')}\n^\n`
}

const field = (letter: string, value: string | null): string[] => (value === null || value === '' ? [] : [`${letter}${line(value)}`])
const line = (value: string): string => value.replace(/\s*[\r\n]+\s*/g, ' ').trim()

const NAMES: ReadonlyMap<string, string> = new Map(CATEGORIES.map(({ id }) => [id, id.replace('.', ':')]))
/** `food.groceries` as `food:groceries`: a category with a part of its own, as other programs write them. */
const nameOf = (id: string | null): string | null => (id === null ? null : NAMES.get(id) ?? id)
