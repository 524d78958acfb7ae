import { CATEGORIES } from '#shared/categories.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { AccountType } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'

interface Account { readonly id: number; readonly name: string; readonly type: AccountType; readonly currency: Currency; readonly opening: number; readonly firstOn: string | null }
interface Row { readonly id: number; readonly accountId: number; readonly bookedOn: string; readonly amount: number; readonly payee: string; readonly purpose: string; readonly category: string | null; readonly isSplit: 0 | 1 }
interface Part { readonly amount: number; readonly category: string | null }

const ACCOUNTS = /* sql */ `
  SELECT account.id, account.name, account.type, account.currency, state.opening_minor AS opening, state.first_on AS firstOn
    FROM account JOIN account_state AS state ON state.account_id = account.id WHERE account.deleted_at IS NULL ORDER BY account.id`
const ROWS = /* sql */ `
  SELECT id, account_id AS accountId, booked_on AS bookedOn, amount_minor AS amount, coalesce(payee, raw_payee) AS payee, purpose, category_id AS category, is_split AS isSplit
    FROM txn WHERE deleted_at IS NULL AND is_pending = 0 AND is_adjusting = 0 ORDER BY booked_on, id`
const PARTS = /* sql */ `SELECT amount_minor AS amount, category_id AS category FROM split WHERE txn_id = ? ORDER BY id`

const OWED: ReadonlySet<AccountType> = new Set<AccountType>(['credit', 'loan', 'liability'])
const CLASSES = new Map(CATEGORIES.map((category) => [category.id, category.class]))

/** The plain-text journal that ledger, hledger and their kin read: every row balanced against its category. */
export function* journalPieces(db: ReadableLedger): Iterable<string> {
  const names = new Map<number, { readonly name: string; readonly currency: Currency }>()
  const taken = new Set<string>()
  for (const account of db.query<Account>(ACCOUNTS).all()) {
    const base = `${OWED.has(account.type) ? 'Liabilities' : 'Assets'}:${plain(account.name).replaceAll(':', ' ')}`
    const name = taken.has(base) ? `${base} ${account.id}` : base
    taken.add(name)
    names.set(account.id, { name, currency: account.currency })
    if (account.opening !== 0 && account.firstOn !== null) yield `${account.firstOn} Opening balance\n${posting(name, account.opening, account.currency)}    Equity:Opening balances\n\n`
  }
  for (const row of db.query<Row>(ROWS).iterate()) {
    const account = names.get(row.accountId)
    if (account) yield transaction(db, row, account)
  }
}

function transaction(db: ReadableLedger, row: Row, { name, currency }: { readonly name: string; readonly currency: Currency }): string {
  const parts = row.isSplit === 1 ? db.query<Part>(PARTS).all([row.id]) : [{ amount: row.amount, category: row.category }]
  const words = [row.payee, row.purpose].map(plain).filter((word) => word !== '')
  const head = `${row.bookedOn} ${words[0] ?? '-'}${words[1] === undefined ? '' : `  ; ${words[1]}`}\n`
  return `${head}${posting(name, row.amount, currency)}${parts.map(({ amount, category }) => posting(categoryAccount(category, amount), -amount, currency)).join('')}\n`
}

function categoryAccount(id: string | null, amount: number): string {
  const kind = id === null ? undefined : CLASSES.get(id)
  if (id === null || kind === undefined) return amount < 0 ? 'Expenses:Uncategorised' : 'Income:Uncategorised'
  const path = id.replace('.', ':')
  return kind === 'income' ? `Income:${path}` : kind === 'expense' ? `Expenses:${path}` : `Equity:${path}`
}

const posting = (name: string, value: number, currency: Currency): string => `    ${name}  ${toDecimal({ minor: minor(value), currency })} ${currency}\n`
/** Two spaces, a semicolon or a line end would end a name. */
const plain = (text: string): string => text.replace(/[\s;|]+/g, ' ').trim()
