import type { TransactionId } from '#shared/model.ts'
import { couldBeThousands, parseMoney, type Currency } from '#shared/money.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** More words than anyone types; the rest is left out. */
const TERMS_MAX = 12
/** What unicode61 calls a token character, and the marks that follow one. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const AMOUNT = /^[+\-\u2212]?[\d.,']*\d[.,]?$/
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/i

const WITH_WORDS = /* sql */ `SELECT rowid FROM txn_fts WHERE txn_fts MATCH ?`
const WITH_AMOUNT = /* sql */ `
  SELECT id FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL AND (account_id, amount_minor) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`

interface Found { readonly revision: string; readonly text: string; readonly ids: readonly TransactionId[] }
/** Outline and pages of one search ask the same question again and again. */
const remembered = new WeakMap<ReadableLedger, Found>()

/**
 * Rows that hold every word, as a word or the beginning of one, in payee, purpose, notes, tags, IBAN or the parts of a batch.
 * `12,50` also finds the amount, of either sign; `-12.50` only that one. Ascending. Signs without letters or digits are
 * no words and ask for nothing.
 */
export function searchIds(db: ReadableLedger, text: string): readonly TransactionId[] | undefined {
  const revision = db.revision()
  const known = remembered.get(db)
  if (known?.revision === revision && known.text === text) return known.ids
  const ids = find(db, text)
  if (ids) remembered.set(db, { revision, text, ids })
  return ids
}

function find(db: ReadableLedger, text: string): readonly TransactionId[] | undefined {
  const terms = toTerms(text)
  const words = terms.filter((term) => !AMOUNT.test(term)).flatMap(toWords)
  const amounts = terms.filter((term) => AMOUNT.test(term))
  const sets = [...(words.length > 0 ? [idsWith(db, words)] : []), ...amounts.map((term) => idsOfAmount(db, term))]
  return sets.reduce<readonly TransactionId[] | undefined>((left, right) => (left ? intersect(left, right) : right), undefined)
}

/** An IBAN is one word, however it is spaced. */
function toTerms(text: string): string[] {
  const joined = text.replace(/\s+/g, '')
  return IBAN.test(joined) ? [joined] : text.split(/\s+/).filter((term) => term !== '').slice(0, TERMS_MAX)
}

const toWords = (term: string): string[] => term.match(WORD) ?? []

const idsWith = (db: ReadableLedger, words: readonly string[]): TransactionId[] => db.column<TransactionId>(WITH_WORDS).all([words.map((word) => `"${word}"*`).join(' AND ')])

function idsOfAmount(db: ReadableLedger, term: string): TransactionId[] {
  const words = toWords(term)
  const found = new Set(db.column<TransactionId>(WITH_AMOUNT).all([JSON.stringify(amountsMeant(db, term))]))
  for (const id of idsWith(db, words)) found.add(id)
  return [...found].sort((left, right) => left - right)
}

/** What the text means in each account's currency; without a sign it may be either way. */
function amountsMeant(db: ReadableLedger, term: string): [number, number][] {
  const accounts = db.tuples<[number, Currency]>('SELECT id, currency FROM account').all()
  return accounts.flatMap(([id, currency]): [number, number][] => {
    // No amount ends in three decimals: `1.250` is how the list writes thousands.
    const money = parseMoney(couldBeThousands(term.replace(/^[+\u2212]/, ''), currency) ? term.replace(/[.,]/, '') : term, currency)
    if (!money) return []
    const cents: number = money.minor
    return /^[\d.,']/.test(term) ? [[id, cents], [id, -cents]] : [[id, cents]]
  })
}

function intersect(left: readonly TransactionId[], right: readonly TransactionId[]): TransactionId[] {
  const set = new Set(right)
  return left.filter((id) => set.has(id))
}

/** Rows that hold a word, or one that begins with it. */
export const withWord = (db: ReadableLedger, word: string): TransactionId[] => {
  const words = toWords(word)
  return words.length === 0 ? [] : idsWith(db, words)
}

/** What of a row can be found. One expression, because taking a row out of the index needs the very text that went in. */
const SEARCHABLE = /* sql */ `
  raw_payee || ' ' || coalesce(payee, '') || ' ' || purpose || ' ' || coalesce(notes, '') || ' ' || coalesce(counterparty_iban, '') || ' '
  || coalesce(ultimate_counterparty, '') || ' ' || coalesce(booking_text, '')
  || CASE WHEN part_count = 0 THEN '' ELSE (SELECT group_concat(' ' || coalesce(payee, '') || ' ' || coalesce(purpose, ''), '') FROM txn_part WHERE txn_part.txn_id = txn.id) END
  || CASE WHEN is_tagged = 0 THEN '' ELSE (SELECT group_concat(' ' || tag, '') FROM (SELECT tag FROM txn_tag WHERE txn_tag.txn_id = txn.id ORDER BY tag)) END`

/** Rows from `firstId` on, in one go. */
export function indexNewRows(db: WritableLedger, firstId: number): void {
  db.command(`INSERT INTO txn_fts (rowid, text) SELECT id, ${SEARCHABLE} FROM txn WHERE id >= ?`).run([firstId])
}

/** Around a change of texts: out before, in again after. */
export function unindexRow(db: WritableLedger, id: TransactionId): void {
  db.command(`INSERT INTO txn_fts (txn_fts, rowid, text) SELECT 'delete', id, ${SEARCHABLE} FROM txn WHERE id = ?`).run([id])
}

/** Before many rows change, or go for good. */
export function unindexRows(db: WritableLedger, ids: readonly TransactionId[]): void {
  db.command(`INSERT INTO txn_fts (txn_fts, rowid, text) SELECT 'delete', id, ${SEARCHABLE} FROM txn WHERE id IN (SELECT value FROM json_each(?))`).run([JSON.stringify(ids)])
}

export function indexRows(db: WritableLedger, ids: readonly TransactionId[]): void {
  db.command(`INSERT INTO txn_fts (rowid, text) SELECT id, ${SEARCHABLE} FROM txn WHERE id IN (SELECT value FROM json_each(?))`).run([JSON.stringify(ids)])
}

export function indexRow(db: WritableLedger, id: TransactionId): void {
  db.command(`INSERT INTO txn_fts (rowid, text) SELECT id, ${SEARCHABLE} FROM txn WHERE id = ?`).run([id])
}
