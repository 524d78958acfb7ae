import { addDays, type LocalDate } from '#shared/dates.ts'
import type { Statement, StatementEntry } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import type { KnownRows } from './known.ts'
import type { StagedStatement } from './staged.ts'
import { isSimilarText } from './text.ts'
import type { KnownRow } from './told-row.ts'

const DAYS_APART_MAX = 4

/**
 * Points at ledger rows that may be the same payment under another id or from another source. Only ever a suggestion: the
 * row stays new unless the user says otherwise.
 */
export function markSimilar(db: ReadableLedger, { rows, number, pass, statement }: Pick<StagedStatement, 'rows' | 'number' | 'pass' | 'statement'>, known: KnownRows): void {
  if (known.isEmpty || !rows.hasNewBooked) return
  let span: Span | undefined
  for (let row = 0; row < rows.booked.length; row += 1) {
    const entry = rows.booked[row]
    if (!entry || rows.planned(row) !== 'new' || rows.plannedReason(row) !== 'not-in-ledger') continue
    span ??= spanOf(statement)
    const candidate = known.withAmount(rows.minor(row)).find((index) => !known.isUsed(index, number) && !known.isUsed(index, pass) && isCandidate(db, known.row(index), entry, span) && !(statement.isByHand === true && isByHand(db, known.ref(index))))
    if (candidate === undefined) continue
    known.use(candidate, number)
    rows.plan(row, 'new', 'similar-row', known.ref(candidate))
  }
}

interface Span { readonly first: LocalDate; readonly last: LocalDate }

/** The range the bank answers for, or the one its entries show. */
function spanOf({ entries, from, to }: Statement): Span | undefined {
  const [head] = entries
  if (!head) return undefined
  let [first, last] = [from ?? head.bookedOn, to ?? head.bookedOn]
  for (const { bookedOn } of entries) {
    if (bookedOn < first) first = bookedOn
    if (bookedOn > last) last = bookedOn
  }
  return { first, last }
}

/** Where both rows have an id, the statement would have named the other one too, if it reaches that day. */
function isCandidate(db: ReadableLedger, known: KnownRow | undefined, entry: StatementEntry, span: Span | undefined): boolean {
  if (!known || !span || known.ref < 0) return false
  if (known.bookedOn < addDays(entry.bookedOn, -DAYS_APART_MAX) || known.bookedOn > addDays(entry.bookedOn, DAYS_APART_MAX)) return false
  const bothNamed = known.externalId !== '' && entry.externalId !== ''
  if (bothNamed && (known.bookedOn < span.first || known.bookedOn > span.last)) return false
  return isSimilarText(textOf(db, known.ref), `${entry.payee} ${entry.purpose}`)
}

/** Whoever writes down a coffee every day has had one every day: two rows by the same hand are two. */
const isByHand = (db: ReadableLedger, id: number): boolean => db.column<0 | 1>('SELECT is_by_hand FROM txn WHERE id = ?').get([id]) === 1

export const textOf = (db: ReadableLedger, id: number): string => db.column<string>(`SELECT raw_payee || ' ' || purpose FROM txn WHERE id = ?`).get([id]) ?? ''
