import type { LocalDate } from '#shared/dates.ts'
import type { ReadableLedger } from '../database.ts'
import { proveAccount, type AccountProof } from '../proof.ts'
import { daySums, statedBalances, type StatedBalance } from '../settle.ts'
import { snapshotsOf, type DayBook, type Snapshot } from './balances.ts'
import { statementsOf, type StagedFile, type StagedImport, type StagedStatement, type Target } from './staged.ts'

/** Each statement's balances, with what its own file has booked before. */
export function snapshotsOfFile({ statements, source }: StagedFile): Map<StagedStatement, Snapshot[]> {
  const books = new Map<Target, DayBook>()
  return new Map(statements.map((statement) => {
    const book = books.get(statement.target) ?? new Map<LocalDate, number>()
    books.set(statement.target, book)
    return [statement, snapshotsOf(statement, book, source?.sha256 ?? '')]
  }))
}

/** How the account would stand against the bank after the commit: the same function, fed with what is there and what would come. */
export function forecastProof(db: ReadableLedger, staged: StagedImport, target: Target): AccountProof | null {
  const balances = staged.files.flatMap((file) => [...snapshotsOfFile(file)].flatMap(([statement, snapshots]) => (statement.target === target ? snapshots.filter(({ kind }) => kind === 'booked') : [])))
  const stated = target.accountId === null ? [] : statedBalances(db, target.accountId)
  const all = [...stated, ...balances].sort(byTime)
  return all.length === 0 ? null : proveAccount(daysAfter(db, staged, target), all)
}

/** The order of `statedBalances`; sorting keeps that of equals, and what is staged stands behind what is stored. */
const byTime = (left: StatedBalance, right: StatedBalance): number => compare(left.asOf, right.asOf) || compare(left.statedAt, right.statedAt) || compare(left.source, right.source)

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

function daysAfter(db: ReadableLedger, staged: StagedImport, target: Target): [LocalDate, number][] {
  const days = new Map<LocalDate, number>(target.accountId === null ? [] : daySums(db, target.accountId).map(([on, minor]) => [on, minor]))
  for (const statement of statementsOf(staged)) {
    if (statement.target !== target) continue
    const { rows } = statement
    rows.booked.forEach(({ bookedOn }, row) => {
      const decision = rows.decision(row)
      if (decision === 'new' || decision === 'match') days.set(bookedOn, (days.get(bookedOn) ?? 0) + rows.minor(row))
    })
  }
  return [...days].sort(([left], [right]) => compare(left, right))
}
