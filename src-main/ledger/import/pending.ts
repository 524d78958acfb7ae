import { addDays, type LocalDate } from '#shared/dates.ts'
import type { StatementEntry } from '#shared/statement.ts'
import type { KnownRows } from './known.ts'
import type { Ref, StagedRows } from './rows.ts'
import { isSimilarText } from './text.ts'
import type { KnownRow } from './told-row.ts'

/** A reservation is booked within days; a later payment of the same amount is another one. */
const DAYS_TO_BOOK_MAX = 10

export interface PendingContext {
  readonly rows: StagedRows
  /** Number of the statement within the import: what it uses up, it uses for itself. */
  readonly statement: number
  readonly pass: number
  readonly pendingKnown: KnownRows
  readonly bookedKnown: KnownRows
  /** A newer list of the same account is in the ledger or in this import. */
  readonly isReplaced: boolean
  /** The bank has said something newer about this account, so what was pending then may be booked by now. */
  readonly isOlderNews: boolean
  readonly textOf: (ref: Ref) => string
}

/** Rows of a pending list: still pending, booked by now, or outdated by a newer list. */
export function decidePending(context: PendingContext): void {
  const { rows } = context
  const first = rows.booked.length
  rows.pending.forEach((entry, index) => {
    const row = first + index
    const problem = rows.problem(row)
    if (problem) rows.plan(row, 'problem', problem)
    else if (entry.isAdvice) rows.plan(row, 'skip', 'advice')
    else if (context.isReplaced) rows.plan(row, 'skip', 'pending-replaced')
    else decideOne(context, row, entry)
  })
  for (let row = first + rows.pending.length; row < rows.length; row += 1) rows.plan(row, 'problem', rows.problem(row) ?? 'unreadable')
}

function decideOne({ rows, statement, pass, pendingKnown, bookedKnown, isOlderNews, textOf }: PendingContext, row: number, entry: StatementEntry): void {
  const minor = rows.minor(row)
  const booked = isOlderNews ? find(bookedKnown, minor, statement, (known) => isBookingOf(known, entry, textOf), pass) : undefined
  const pending = booked === undefined ? find(pendingKnown, minor, statement, (known) => isSamePending(known, entry, textOf)) : undefined
  const source = booked === undefined ? pendingKnown : bookedKnown
  const found = booked ?? pending
  if (found === undefined) {
    rows.plan(row, 'new', 'not-in-ledger')
    return
  }
  source.use(found, statement)
  rows.plan(row, 'duplicate', 'pending-known', source.ref(found))
}

/** New booked rows take the place of pending rows that this statement no longer lists. */
export function claimPending({ rows, statement, pendingKnown, textOf }: PendingContext): void {
  if (pendingKnown.isEmpty) return
  for (let row = 0; row < rows.booked.length; row += 1) {
    const entry = rows.booked[row]
    if (!entry || rows.planned(row) !== 'new' || rows.plannedReason(row) === 'conflicting-id') continue
    const found = find(pendingKnown, rows.minor(row), statement, (known) => isClaim(known, entry, textOf))
    if (found === undefined) continue
    pendingKnown.use(found, statement)
    rows.plan(row, 'match', 'books-pending', pendingKnown.ref(found))
  }
}

function find(known: KnownRows, minor: number, statement: number, isIt: (row: KnownRow) => boolean, pass = statement): number | undefined {
  return known.withAmount(minor).find((index) => {
    const row = known.row(index)
    return row !== undefined && !known.isUsed(index, statement) && !known.isUsed(index, pass) && isIt(row)
  })
}

type TextOf = PendingContext['textOf']
const isSameId = (known: KnownRow, entry: StatementEntry): boolean => known.externalId !== '' && known.externalId === entry.externalId
const textOfEntry = ({ payee, purpose }: StatementEntry): string => `${payee} ${purpose}`

/** Banks give a reservation a new id on every download, so its day and text tell it as well. */
const isSamePending = (known: KnownRow, entry: StatementEntry, textOf: TextOf): boolean =>
  isSameId(known, entry) || (known.bookedOn === entry.bookedOn && isSimilarText(textOf(known.ref), textOfEntry(entry)))

const isBookingOf = (booked: KnownRow, pending: StatementEntry, textOf: TextOf): boolean =>
  isSameId(booked, pending) || (isWithinDays(pending.bookedOn, booked.bookedOn) && isSimilarText(textOf(booked.ref), textOfEntry(pending)))

const isClaim = (pending: KnownRow, booked: StatementEntry, textOf: TextOf): boolean =>
  isSameId(pending, booked) || (isWithinDays(pending.bookedOn, booked.bookedOn) && isSimilarText(textOf(pending.ref), textOfEntry(booked)))

const isWithinDays = (pendingOn: LocalDate, bookedOn: LocalDate): boolean => bookedOn >= pendingOn && bookedOn <= addDays(pendingOn, DAYS_TO_BOOK_MAX)
