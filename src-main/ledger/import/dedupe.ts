import type { StatementEntry } from '#shared/statement.ts'
import { identityOf, type KnownRows } from './known.ts'
import type { StagedRows } from './rows.ts'
import type { StagedStatement } from './staged.ts'
import { contentOf, type KnownRow } from './told-row.ts'

/** A statement's place in the counting: `number` stands for itself, `pass` for all of its file that it does not repeat (passes.ts). */
export type Place = Pick<StagedStatement, 'number' | 'pass'>

/** The bank's id tells a row across the statements of a file; equal rows without one are counted over all of them. */
const userOf = ({ externalId }: { readonly externalId: string }, { number, pass }: Place): number => (externalId === '' ? pass : number)

/**
 * Says of each booked row whether the account has it. Identity is external id, day and amount, or without an id day,
 * amount and text. A known row answers for one row only, so N equal rows in a file need N in the ledger, and the ledger
 * ends with the largest number any source has shown: the order of imports cannot matter.
 */
export function decideBooked(rows: StagedRows, known: KnownRows, place: Place): void {
  const { isEmpty } = known
  let next = 0
  for (let row = 0; row < rows.booked.length; row += 1) {
    const entry = rows.booked[row]
    if (!entry || !isOpen(rows, row, entry)) continue
    const user = userOf(entry, place)
    const found = isEmpty ? undefined : findKnown(rows, row, entry, known, user, next)
    if (found === undefined) rows.plan(row, 'new', 'not-in-ledger')
    else {
      known.use(found, user)
      rows.plan(row, 'duplicate', entry.externalId === '' ? 'same-content' : 'same-id', known.ref(found))
      next = found + 1
    }
  }
}

/** Problems and mere announcements are decided by themselves. */
function isOpen(rows: StagedRows, row: number, entry: StatementEntry): boolean {
  const problem = rows.problem(row)
  if (problem) rows.plan(row, 'problem', problem)
  else if (entry.isAdvice) rows.plan(row, 'skip', 'advice')
  else return true
  return false
}

/** A file that comes again repeats the ledger's order, so the next known row is tried before any index is asked. */
function findKnown(rows: StagedRows, row: number, entry: StatementEntry, known: KnownRows, user: number, next: number): number | undefined {
  if (!known.isUsed(next, user) && known.is(next, entry, rows.minor(row))) return next
  const identity = identityOf({ externalId: entry.externalId, bookedOn: entry.bookedOn, minor: rows.minor(row), content: contentIfNeeded(entry) })
  return known.withIdentity(identity).find((index) => !known.isUsed(index, user))
}

const contentIfNeeded = ({ externalId, payee, purpose }: StatementEntry): string => (externalId === '' ? contentOf(payee, purpose) : '')

/**
 * Banks reuse ids (beancount-import#216) and change entries under the same id. Such a row is new, never dropped, and says
 * why it may look odd. Returns the rows concerned.
 */
export function markConflictingIds(rows: StagedRows, known: KnownRows): number[] {
  if (!rows.hasNewBooked) return []
  const first = new Map<string, number>()
  const marked: number[] = []
  for (let row = 0; row < rows.booked.length; row += 1) {
    const entry = rows.booked[row]
    if (!entry || entry.externalId === '' || rows.planned(row) === 'problem') continue
    const earlier = first.get(entry.externalId)
    if (earlier === undefined) first.set(entry.externalId, row)
    if (rows.planned(row) !== 'new') continue
    const other = known.isEmpty ? undefined : known.withExternalId(entry.externalId).find((index) => differs(known.row(index), entry, rows.minor(row)))
    if (other === undefined && !differsFromRow(rows, earlier, entry, rows.minor(row))) continue
    rows.plan(row, 'new', 'conflicting-id', other === undefined ? 0 : known.ref(other))
    marked.push(row)
  }
  return marked
}

const differs = (known: KnownRow | undefined, entry: StatementEntry, minor: number): boolean => known !== undefined && (known.bookedOn !== entry.bookedOn || known.minor !== minor)

function differsFromRow(rows: StagedRows, earlier: number | undefined, entry: StatementEntry, minor: number): boolean {
  if (earlier === undefined) return false
  return rows.booked[earlier]?.bookedOn !== entry.bookedOn || rows.minor(earlier) !== minor
}
