import { lastDayAnywhere, localDate, type Instant } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import { coverageByAccount, upTo, type Coverage } from '../coverage.ts'
import type { ReadableLedger } from '../database.ts'
import { exportInvestments } from '../investments/export.ts'
import { readBaseCurrency } from '../settings.ts'
import { readTags } from '../transactions/tags.ts'
import { wordPieces, type FileNumbers } from './kontor-words.ts'

const KONTOR_JSON_VERSION = 1

type Row = Readonly<Record<string, string | number | null>>

const ACCOUNTS = /* sql */ `
  SELECT account.*, state.opening_minor FROM account JOIN account_state AS state ON state.account_id = account.id
   WHERE account.deleted_at IS NULL ORDER BY account.id`
/** Nobody but its owner has ever said anything of it. */
const BY_HAND = /* sql */ `
  SELECT said.account_id FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
   WHERE batch.reverted_at IS NULL GROUP BY said.account_id HAVING min(said.is_by_hand) = 1`
const BALANCES = /* sql */ `
  SELECT snapshot.kind, snapshot.name, snapshot.as_of, snapshot.amount_minor, snapshot.stated_at, snapshot.day_minor
    FROM balance_snapshot AS snapshot JOIN import_batch AS batch ON batch.id = snapshot.batch_id
   WHERE snapshot.account_id = ? AND batch.reverted_at IS NULL
   GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY snapshot.as_of, snapshot.stated_at, max(coalesce(batch.sha256, '')), max(snapshot.id)`
/** An adjusting entry follows from the balances above; read back, it would be money that moved. */
const WRITTEN = /* sql */ `txn.deleted_at IS NULL AND txn.is_adjusting = 0`
/** As an import into an empty ledger numbers them, so that two exports of one truth are the same text. */
const IN_ORDER = /* sql */ `ORDER BY txn.account_id, txn.is_pending, txn.booked_on, txn.id`
/** The category that a confirmed pair gave a row goes with the pair; what it was before stays. */
const TRANSACTIONS = /* sql */ `
  SELECT txn.*, account.currency, iif(leg.txn_id IS NULL, txn.category_id, leg.category_id) AS own_category, iif(leg.txn_id IS NULL, txn.category_by, leg.category_by) AS own_category_by
    FROM txn JOIN account ON account.id = txn.account_id LEFT JOIN transfer_leg AS leg ON leg.txn_id = txn.id AND txn.category_why GLOB 'transfer *'
   WHERE ${WRITTEN} ${IN_ORDER}`
const ROW_IDS = /* sql */ `SELECT txn.id FROM txn WHERE ${WRITTEN} ${IN_ORDER}`
const SPLITS = /* sql */ `SELECT amount_minor, category_id, notes FROM split WHERE txn_id = ? ORDER BY id`
const PARTS = /* sql */ `SELECT * FROM txn_part WHERE txn_id = ? ORDER BY position`

/** Column and field, in the order they are written. What is empty is left out. */
const BANK_FIELDS = [
  ['value_on', 'valueOn'], ['external_id', 'externalId'], ['raw_payee', 'payee'], ['purpose', 'purpose'], ['booking_text', 'bookingText'], ['code', 'code'],
  ['purpose_code', 'purposeCode'], ['check_number', 'checkNumber'], ['bank_reference', 'bankReference'], ['customer_reference', 'customerReference'],
  ['counterparty_iban', 'counterpartyIban'], ['counterparty_bic', 'counterpartyBic'], ['counterparty_account', 'counterpartyAccount'],
  ['ultimate_counterparty', 'ultimateCounterparty'], ['end_to_end_id', 'endToEndId'], ['mandate_reference', 'mandateReference'], ['creditor_id', 'creditorId'],
  ['return_reason', 'returnReason'], ['original_amount', 'originalAmount'], ['original_currency', 'originalCurrency'], ['exchange_rate', 'exchangeRate'],
] as const
const PART_FIELDS = [['amount', 'amount'], ['currency', 'currency'], ['payee', 'payee'], ...BANK_FIELDS.filter(([column]) => column !== 'raw_payee')] as const

/** Everything the ledger knows, one transaction per line, so that two exports can be compared. Written in pieces. */
export function* kontorJsonPieces(db: ReadableLedger, at: Instant): Iterable<string> {
  const accounts = db.query<Row>(ACCOUNTS).all()
  const numbers: FileNumbers = { accounts: numbered(accounts.map(({ id }) => Number(id))), rows: numbered(db.column<number>(ROW_IDS).all()) }
  const byHand = new Set(db.column<number>(BY_HAND).all())
  const coverage = coverageByAccount(db, localDate(at.slice(0, 10)))
  yield `{\n"format": "kontor",\n"version": ${KONTOR_JSON_VERSION},\n"exportedAt": ${JSON.stringify(at)},\n"baseCurrency": ${JSON.stringify(readBaseCurrency(db))},\n"accounts": [`
  yield* lines(accounts, (row) => toAccount(db, row, { numbers, isByHand: byHand.has(Number(row['id'])), covered: upTo(coverage.get(Number(row['id'])) ?? [], lastDayAnywhere(at)) }))
  yield '],\n"transactions": ['
  yield* lines(db.query<Row>(TRANSACTIONS).iterate(), (row) => toTransaction(db, row, numbers))
  yield '],\n'
  yield* wordPieces(db, numbers)
  yield '\n}\n'
}

const numbered = (ids: readonly number[]): Map<number, number> => new Map(ids.map((id, place) => [id, place + 1]))

function* lines(rows: Iterable<Row>, toValue: (row: Row) => object): Iterable<string> {
  let separator = '\n'
  for (const row of rows) {
    yield `${separator}${JSON.stringify(toValue(row))}`
    separator = ',\n'
  }
  yield '\n'
}

const amount = (value: string | number | null | undefined, currency: unknown): string => toDecimal({ minor: minor(Number(value)), currency: currency as Currency })

function toAccount(db: ReadableLedger, row: Row, { numbers, isByHand, covered }: { readonly numbers: FileNumbers; readonly isByHand: boolean; readonly covered: Coverage }): object {
  const id = Number(row['id'])
  const balances = db.query<Row>(BALANCES).all([id])
  return {
    id: numbers.accounts.get(id),
    name: row['name'],
    type: row['type'],
    currency: row['currency'],
    ...filled(row, [['iban', 'iban'], ['bic', 'bic'], ['bank_code', 'bankCode'], ['number', 'number'], ['institution', 'institution'], ['closed_at', 'closedAt']]),
    ...(isByHand ? { isByHand } : {}),
    ...(covered.length > 0 ? { covered } : {}),
    // Without a word of the bank's there is none: read back, it would become one.
    ...(balances.some(({ kind }) => kind === 'booked') ? { openingBalance: amount(row['opening_minor'], row['currency']) } : {}),
    balances: balances.map((balance) => toBalance(balance, row['currency'])),
    ...exportInvestments(db, id as AccountId, row['currency'] as Currency),
  }
}

function toBalance(row: Row, currency: unknown): object {
  return {
    kind: row['kind'],
    ...filled(row, [['name', 'name']]),
    asOf: row['as_of'],
    amount: amount(row['amount_minor'], currency),
    ...filled(row, [['stated_at', 'statedAt']]),
    ...(row['day_minor'] === null ? {} : { dayAmount: amount(row['day_minor'], currency) }),
  }
}

function toTransaction(db: ReadableLedger, row: Row, { accounts, rows }: FileNumbers): object {
  const id = Number(row['id'])
  return {
    id: rows.get(id),
    account: accounts.get(Number(row['account_id'])),
    status: row['is_pending'] === 1 ? 'pending' : 'booked',
    bookedOn: row['booked_on'],
    amount: amount(row['amount_minor'], row['currency']),
    ...filled(row, BANK_FIELDS),
    ...(row['is_reversal'] === 1 ? { isReversal: true } : {}),
    ...(Number(row['part_count']) > 0 ? { details: db.query<Row>(PARTS).all([id]).map((part) => filled(part, PART_FIELDS)) } : {}),
    ...(row['is_by_hand'] === 1 ? { isByHand: true } : {}),
    ...(row['is_potential_duplicate'] === 1 ? { isPossibleDuplicate: true } : {}),
    ...ownWords(row),
    ...(row['is_tagged'] === 1 ? { tags: readTags(db, id as TransactionId) } : {}),
    ...(row['is_split'] === 1 ? { splits: db.query<Row>(SPLITS).all([id]).map((split) => ({ amount: amount(split['amount_minor'], row['currency']), ...filled(split, [['category_id', 'category'], ['notes', 'notes']]) })) } : {}),
  }
}

/** The user's layer, apart from the bank's. A category the user emptied is null, which is not the same as none. */
function ownWords(row: Row): object {
  const own = filled(row, [['payee', 'payee'], ['payee_by', 'payeeBy'], ['notes', 'notes'], ['own_category', 'category'], ['own_category_by', 'categoryBy']])
  return Object.keys(own).length === 0 ? {} : { own }
}

const filled = (row: Row, fields: readonly (readonly [column: string, field: string])[]): Record<string, string | number> =>
  Object.fromEntries(fields.flatMap(([column, field]) => {
    const value = row[column]
    return value === null || value === undefined || value === '' ? [] : [[field, value]]
  }))
