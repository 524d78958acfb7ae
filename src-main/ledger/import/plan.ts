import type { LocalDate } from '#shared/dates.ts'
import type { Decision } from '#shared/model.ts'
import { unreachable } from '#shared/result.ts'
import type { ReadingWarning } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import { decideBooked, markConflictingIds } from './dedupe.ts'
import { KnownRows } from './known.ts'
import { assignPasses } from './passes.ts'
import { claimPending, decidePending, type PendingContext } from './pending.ts'
import type { Ref, StagedRows } from './rows.ts'
import { markSimilar, textOf as ledgerText } from './similar.ts'
import { statementsOf, type StagedImport, type StagedStatement, type Target } from './staged.ts'

/** Decides every row of the import against the ledger as it is now, statement by statement, and keeps the user's own decisions. */
export function planImport(db: ReadableLedger, staged: StagedImport): void {
  const targets = new Set(statementsOf(staged).map(({ target }) => target))
  for (const target of targets) planTarget(db, staged, target)
  staged.revision = db.revision()
}

/** All statements that go into one account; the later ones are held against the earlier ones too. */
export function planTarget(db: ReadableLedger, staged: StagedImport, target: Target): void {
  const all = statementsOf(staged)
  const here = all.filter((statement) => statement.target === target)
  const booked = KnownRows.ofAccount(db, target.accountId, false)
  const pending = KnownRows.ofAccount(db, target.accountId, true)
  const news = readNews(db, target)
  assignPasses(here)
  for (const statement of here) planStatement(db, statement, { booked, pending, news, here, all })
}

interface Around {
  readonly booked: KnownRows
  readonly pending: KnownRows
  readonly news: News
  readonly here: readonly StagedStatement[]
  readonly all: readonly StagedStatement[]
}

function planStatement(db: ReadableLedger, staged: StagedStatement, { booked, pending, news, here, all }: Around): void {
  const { rows, number, pass, statement } = staged
  const isReplaced = (news.listedAt !== null && news.listedAt > staged.statedAt) || here.some((other) => isNewerList(other, staged))
  const context: PendingContext = {
    rows, statement: number, pass, pendingKnown: pending, bookedKnown: booked, isReplaced,
    isOlderNews: (news.statedAt !== null && news.statedAt > staged.statedAt) || here.some((other) => other.number < number && other.statedAt > staged.statedAt),
    textOf: (ref) => (ref > 0 ? ledgerText(db, ref) : stagedText(all, ref)),
  }
  decideBooked(rows, booked, staged)
  decidePending(context)
  claimPending(context)
  const conflicting = markConflictingIds(rows, booked)
  markSimilar(db, staged, booked)
  keepChoices(rows)
  staged.listsPending = statement.pending.length > 0 && !isReplaced
  staged.warnings = [...ownWarnings(staged), ...conflicting.map((row): ReadingWarning => ({ line: rows.booked[row]?.line ?? null, code: 'conflicting-id', detail: '' }))]
  if (here.at(-1) !== staged) remember(staged, booked, pending)
}

/** For the statements that follow into the same account. */
function remember({ rows, pass }: StagedStatement, booked: KnownRows, pending: KnownRows): void {
  for (let row = 0; row < rows.booked.length + rows.pending.length; row += 1) {
    const decision = rows.decision(row)
    if (decision !== 'new' && decision !== 'match') continue
    if (rows.isPending(row)) pending.add(rows, row)
    else booked.add(rows, row, rows.entry(row)?.externalId === '' ? pass : undefined)
  }
}

interface News { readonly statedAt: string | null; readonly listedAt: string | null }

const NEWS = /* sql */ `
  SELECT max(said.stated_at) AS statedAt, max(said.stated_at) FILTER (WHERE said.lists_pending = 1) AS listedAt
    FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id
   WHERE said.account_id = ? AND batch.reverted_at IS NULL`

/** The bank's latest word about an account, and the latest that listed what is pending. */
const readNews = (db: ReadableLedger, { accountId }: Target): News => db.query<News>(NEWS).get([accountId]) ?? { statedAt: null, listedAt: null }

const isNewerList = (other: StagedStatement, staged: StagedStatement): boolean =>
  other !== staged && other.statement.pending.length > 0 && (other.statedAt > staged.statedAt || (other.statedAt === staged.statedAt && other.number > staged.number))

function stagedText(all: readonly StagedStatement[], ref: Ref): string {
  const holder = all.find(({ rows }) => -ref >= rows.offset && -ref < rows.offset + rows.length)
  const entry = holder?.rows.entry(-ref - holder.rows.offset)
  return entry ? `${entry.payee} ${entry.purpose}` : ''
}

/** A choice that no longer makes sense, because the ledger has changed meanwhile, is dropped. */
function keepChoices(rows: StagedRows): void {
  if (!rows.hasAnyChoice) return
  for (let row = 0; row < rows.length; row += 1) {
    const chosen = rows.chosen(row)
    if (chosen !== undefined && !choicesOf(rows, row).includes(chosen)) rows.choose(row, undefined)
  }
}

/** What the user may decide for a row, the pipeline's own decision first. */
export function choicesOf(rows: StagedRows, row: number): Decision[] {
  const planned = rows.planned(row)
  switch (planned) {
    case 'problem':
    case 'skip':
      return [planned]
    case 'duplicate':
      return ['duplicate', 'new']
    case 'match':
      return ['match', 'new', 'skip']
    case 'new':
      return rows.plannedReason(row) === 'similar-row' ? ['new', 'duplicate', 'skip'] : ['new', 'skip']
    default:
      return unreachable(planned)
  }
}

/** What was not taken as it stands is said. */
function ownWarnings({ statement, rows, target }: StagedStatement): ReadingWarning[] {
  const { line, currency } = statement
  const warnings: ReadingWarning[] = []
  if (currency === null) warnings.push({ line, code: 'currency-assumed', detail: target.currency })
  for (const row of rows.converted) warnings.push({ line: rows.entry(row)?.line ?? null, code: 'amount-converted', detail: rows.entry(row)?.currency ?? '' })
  return warnings
}

/** When the bank said it: the file's own time, else the latest day it speaks of. Orders pending lists and balances. */
export function statedAtOf({ balances, to, entries, pending }: StagedStatement['statement'], createdAt: string | null): string {
  if (createdAt !== null) return createdAt
  const days = [to, ...balances.map(({ asOf }) => asOf), ...entries.map(({ bookedOn }) => bookedOn), ...pending.map(({ bookedOn }) => bookedOn)].filter((day): day is LocalDate => day !== null)
  const latest = days.sort().at(-1)
  return latest === undefined ? '' : `${latest}T00:00:00.000Z`
}
