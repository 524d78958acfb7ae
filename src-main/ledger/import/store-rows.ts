import type { AccountId, BatchId, TransactionId } from '#shared/model.ts'
import { toMinor, type Currency } from '#shared/money.ts'
import type { EntryDetail, OwnWords, StatementEntry } from '#shared/statement.ts'
import type { Command, WritableLedger } from '../database.ts'
import { writeTags } from '../transactions/tags.ts'

/** Where a row goes. */
export interface RowPlace { readonly accountId: AccountId; readonly batchId: BatchId; readonly minor: number; readonly currency: Currency; readonly isPending: boolean }

/** `write` fills these in this order. */
const BASE = ['account_id', 'batch_id', 'line', 'booked_on', 'value_on', 'amount_minor', 'is_pending', 'external_id', 'raw_payee', 'purpose', 'code'] as const
const RARE = [
  'part_count', 'booking_text', 'purpose_code', 'check_number', 'bank_reference', 'customer_reference', 'counterparty_iban', 'counterparty_bic', 'counterparty_account',
  'ultimate_counterparty', 'end_to_end_id', 'mandate_reference', 'creditor_id', 'return_reason', 'is_reversal', 'original_amount', 'original_currency', 'exchange_rate',
] as const

const insertInto = (columns: readonly string[]): string => `INSERT INTO txn (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
const PLAIN = insertInto(BASE)
const FULL = insertInto([...BASE, ...RARE])

const PART = /* sql */ `
  INSERT INTO txn_part (txn_id, position, amount, currency, payee, purpose, bank_reference, customer_reference, counterparty_iban, counterparty_bic,
    counterparty_account, ultimate_counterparty, end_to_end_id, mandate_reference, creditor_id, return_reason)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const OWN = /* sql */ `UPDATE txn SET payee = ?, payee_by = ?, notes = ?, category_id = ?, category_by = ?, is_split = ?, is_potential_duplicate = ?, is_by_hand = ? WHERE id = ?`
const SPLIT = /* sql */ `INSERT INTO split (txn_id, amount_minor, category_id, notes) VALUES (?, ?, ?, ?)`

/** Writes entries as rows. Most sources fill a third of the columns, and binding the rest would cost as much as the row itself. */
export class RowWriter {
  readonly #db: WritableLedger
  readonly #plain: Command
  readonly #full: Command
  readonly #part: Command
  readonly #own: Command
  readonly #split: Command
  /** SQLite has copied the values when `run` returns, so one array serves all rows: a hundred thousand would be garbage. */
  readonly #base: (string | number | null)[] = BASE.map(() => null)

  constructor(db: WritableLedger) {
    this.#db = db
    this.#plain = db.command(PLAIN)
    this.#full = db.command(FULL)
    this.#part = db.command(PART)
    this.#own = db.command(OWN)
    this.#split = db.command(SPLIT)
  }

  /** Returns the new row's id. */
  write(entry: StatementEntry, { accountId, batchId, minor, currency, isPending }: RowPlace): number {
    const base = this.#base
    base[0] = accountId
    base[1] = batchId
    base[2] = entry.line > 0 ? entry.line : null
    base[3] = entry.bookedOn
    base[4] = entry.valueOn
    base[5] = minor
    base[6] = isPending ? 1 : 0
    base[7] = entry.externalId
    base[8] = entry.payee
    base[9] = entry.purpose
    base[10] = given(entry.code)
    const id = hasMore(entry) ? this.#full.run([...base, ...rareValues(entry)]).lastId : this.#plain.run(base).lastId
    entry.details.forEach((detail, position) => { this.#part.run([id, position, ...partValues(detail)]) })
    if (entry.own) this.#writeOwn(id, entry.own, currency)
    return id
  }

  /** What its owner had made of it elsewhere. Parts that the account's currency cannot hold leave the row whole. */
  #writeOwn(id: number, { payee, payeeBy, notes, category, categoryBy, splits, tags, isPossibleDuplicate, isByHand }: OwnWords, currency: Currency): void {
    const parts = splits.map(({ amount, category: of, notes: about }) => [id, toMinor(amount, currency) ?? null, of, about] as const)
    const isSplit = parts.length > 0 && parts.every(([, minor]) => minor !== null)
    this.#own.run([payee, payeeBy ?? (payee === null ? null : 'user'), notes, category, categoryBy, isSplit ? 1 : 0, isPossibleDuplicate === true ? 1 : 0, isByHand === true ? 1 : 0, id])
    if (isSplit) for (const part of parts) this.#split.run(part)
    if (tags.length > 0) writeTags(this.#db, id as TransactionId, tags)
  }
}

const given = (text: string): string | null => (text === '' ? null : text)

const rareTexts = (entry: StatementEntry): string[] => [
  entry.bookingText, entry.purposeCode, entry.checkNumber, entry.bankReference, entry.customerReference, entry.counterpartyIban, entry.counterpartyBic, entry.counterpartyAccount,
  entry.ultimateCounterparty, entry.endToEndId, entry.mandateReference, entry.creditorId, entry.returnReason,
]

const hasMore = (entry: StatementEntry): boolean =>
  entry.details.length > 0 || entry.isReversal || entry.originalAmount !== null || entry.currency !== null || entry.exchangeRate !== null
  || entry.bookingText !== '' || entry.purposeCode !== '' || entry.checkNumber !== '' || entry.bankReference !== '' || entry.customerReference !== '' || entry.counterpartyIban !== ''
  || entry.counterpartyBic !== '' || entry.counterpartyAccount !== '' || entry.ultimateCounterparty !== '' || entry.endToEndId !== '' || entry.mandateReference !== ''
  || entry.creditorId !== '' || entry.returnReason !== ''

/** An amount that the rate brought into the account's currency keeps the bank's own figure as its original. */
function rareValues(entry: StatementEntry): (string | number | null)[] {
  const original = entry.originalAmount ?? (entry.currency === null ? null : entry.amount)
  const originalCurrency = entry.originalCurrency ?? entry.currency
  return [entry.details.length, ...rareTexts(entry).map(given), entry.isReversal ? 1 : 0, original, originalCurrency, entry.exchangeRate]
}

const partValues = (detail: EntryDetail): (string | null)[] => [
  detail.amount, detail.currency,
  ...[
    detail.payee, detail.purpose, detail.bankReference, detail.customerReference, detail.counterpartyIban, detail.counterpartyBic, detail.counterpartyAccount,
    detail.ultimateCounterparty, detail.endToEndId, detail.mandateReference, detail.creditorId, detail.returnReason,
  ].map(given),
]
