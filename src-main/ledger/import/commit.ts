import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import { assert } from '#shared/result.ts'
import type { Statement } from '#shared/statement.ts'
import { createAccount } from '../accounts.ts'
import { readReceipt } from '../batches.ts'
import { addDue } from '../categories/due.ts'
import type { WritableLedger } from '../database.ts'
import { logStep, type Goal } from '../history.ts'
import { markChanged } from '../insights/state.ts'
import { storeInvestments } from '../investments/store.ts'
import { lastWords, settleAccount, settlePendingList } from '../settle.ts'
import { indexNewRows } from '../transactions/search.ts'
import type { Snapshot } from './balances.ts'
import { coveredDays } from './covered-days.ts'
import { unreadableBalances } from './balances.ts'
import { isLedgerCountable, UNCOUNTABLE } from './countable.ts'
import { snapshotsOfFile } from './forecast.ts'
import { planImport } from './plan.ts'
import { rematchAccounts } from './match-account.ts'
import { WARNINGS_SHOWN, warningsOf } from './review.ts'
import { storeSource } from './source-file.ts'
import { statementsOf, type StagedFile, type StagedImport, type StagedStatement, type Tick } from './staged.ts'
import { storeStatementRows, type StoreContext } from './store-statement.ts'
import { RowWriter } from './store-rows.ts'
import { storeWords, type Turn } from './store-words.ts'

/** Stores a staged import as a step that undo takes back. Call inside `transact`. */
export function commitImport(db: WritableLedger, staged: StagedImport, at: Instant, tick: Tick): Receipt[] {
  const turns: Turn[] = []
  const batches = storeImport(db, staged, at, tick, turns)
  if (batches.length > 0) logImport(db, { label: 'import', batches, count: addedRows(staged), turns }, at)
  return batches.map((batchId) => readReceipt(db, batchId))
}

export interface ImportStep { readonly label: 'import' | 'refresh'; readonly batches: readonly BatchId[]; readonly count: number; readonly turns?: readonly Turn[] }

/** What people had said of the rows goes before them, and comes after them. */
export function logImport(db: WritableLedger, { label, batches, count, turns = [] }: ImportStep, at: Instant): void {
  const [forward, inverse]: [Goal, Goal] = [{ kind: 'batches', ids: batches, reverted: false }, { kind: 'batches', ids: batches, reverted: true }]
  logStep(db, {
    label, count,
    forward: turns.length === 0 ? forward : { kind: 'several', goals: [forward, ...turns.map((turn) => turn.forward)] },
    inverse: turns.length === 0 ? inverse : { kind: 'several', goals: [...turns.map((turn) => turn.inverse).reverse(), inverse] },
  }, at)
}

/**
 * One batch per file, everything or nothing. Decisions are made anew where the ledger has changed since, so that nothing
 * comes in twice.
 */
export function storeImport(db: WritableLedger, staged: StagedImport, at: Instant, tick: Tick, turns: Turn[] = []): BatchId[] {
  for (const { mapping } of staged.files) if (mapping?.open[0] !== undefined) throw new AppFailure({ kind: 'invalid_input', path: `mapping.${mapping.open[0]}` })
  if (staged.revision !== db.revision()) {
    rematchAccounts(db, staged)
    planImport(db, staged)
  }
  const firstRow = (db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0) + 1
  const context: StoreContext = { db, writer: new RowWriter(db), accounts: new Map(), written: new Set(), stored: new Map(), refersToItself: sharesTargets(staged), lines: undefined, said: [], done: 0, total: totalRows(staged), tick }
  const isEmptyLedger = firstRow === 1 && db.column('SELECT 1 FROM account').get() === undefined
  const wordsBefore = wordsOnFile(db, staged)
  const batches = staged.files.flatMap((file) => (leavesBatch(file, staged) ? [storeFile(context, staged, file, at)] : []))
  indexNewRows(db, firstRow)
  if (staged.files.every(({ words }) => words?.isCategorised === true)) markChanged(db)
  else addDue(db, firstRow, staged.connectionId ?? null, !staged.files.some(({ words }) => words !== undefined))
  if (settleAccounts(context, wordsBefore, at) && !isLedgerCountable(db)) throw new AppFailure(UNCOUNTABLE)
  for (const batchId of batches) keepProofs(db, batchId)
  for (const { words, places } of context.said) turns.push(...storeWords(db, words, { ...places, isEmptyLedger, at }))
  return batches
}

/** The last words about each account before the import. A bank connection may have changed more of an account than it says here. */
function wordsOnFile(db: WritableLedger, staged: StagedImport): ReadonlyMap<AccountId, string | null> {
  const ids = (staged.connectionId ?? null) === null ? statementsOf(staged).flatMap(({ target }) => target.accountId ?? []) : []
  return new Map([...new Set(ids)].map((accountId) => [accountId, lastWords(db, accountId)]))
}

/** Returns whether the import has changed what any account comes to. A file that came again has not, and reading all days anew would be a tenth of its time. */
function settleAccounts({ db, accounts, written }: StoreContext, wordsBefore: ReadonlyMap<AccountId, string | null>, at: Instant): boolean {
  let isChanged = false
  for (const accountId of new Set(accounts.values())) {
    const before = wordsBefore.get(accountId) ?? null
    const isSame = before !== null && !written.has(accountId) && before === lastWords(db, accountId)
    if (isSame) settlePendingList(db, accountId, at)
    else settleAccount(db, accountId, at)
    isChanged ||= !isSame
  }
  return isChanged
}

/** What a bank's error or a list of accounts leaves behind is nothing to revert. A refresh and the export of an empty ledger are events all the same. */
const leavesBatch = ({ error, format, statements }: StagedFile, { connectionId }: StagedImport): boolean =>
  error === null && (statements.length > 0 || (connectionId ?? null) !== null || format?.startsWith('kontor-json/') === true)

const sharesTargets = (staged: StagedImport): boolean => new Set(statementsOf(staged).map(({ target }) => target)).size < statementsOf(staged).length

const totalRows = (staged: StagedImport): number => statementsOf(staged).reduce((sum, { rows }) => sum + rows.length, 0)

export const addedRows = (staged: StagedImport): number => statementsOf(staged).reduce((sum, { rows }) => {
  const counts = rows.counts()
  return sum + counts.new + counts.match
}, 0)

const BATCH = /* sql */ `INSERT INTO import_batch (source, file_name, format, sha256, connection_id, imported_at) VALUES (?, ?, ?, ?, ?, ?)`
const WARNING = /* sql */ `INSERT INTO import_warning (batch_id, line, code, detail) VALUES (?, ?, ?, ?)`

function storeFile(context: StoreContext, staged: StagedImport, file: StagedFile, at: Instant): BatchId {
  const { db } = context
  if (file.source) storeSource(db, file.source)
  const batchId = db.command(BATCH).run([staged.source, file.name, file.format ?? '', file.source?.sha256 ?? null, staged.connectionId ?? null, at]).lastId as BatchId
  const snapshots = snapshotsOfFile(file)
  const lines = context.lines = file.words && new Map<number, number>()
  const accounts = file.statements.map((statement, position) => {
    const accountId = accountFor(context, statement, batchId, at)
    const stored = storeStatementRows(context, statement, { accountId, batchId, position })
    storeStatement(db, statement, { accountId, batchId, position, addedMinor: stored.addedMinor })
    storeSnapshots(db, snapshots.get(statement) ?? [], accountId, batchId)
    storeInvestments(db, statement.statement, { accountId, batchId, position, currency: statement.target.currency, statedAt: statement.statedAt })
    return accountId
  })
  storeMoreCover(db, file, accounts, batchId)
  if (file.words && lines) context.said.push({ words: file.words, places: { accounts, rows: lines } })
  const warn = db.command(WARNING)
  for (const { line, code, detail } of allWarnings(file).slice(0, WARNINGS_SHOWN)) warn.run([batchId, line, code, detail])
  return batchId
}

const allWarnings = (file: StagedFile) => [...warningsOf(file), ...file.statements.flatMap((statement) => unreadableBalances(statement).map(({ kind }) => ({ line: statement.statement.line, code: 'balance-unreadable', detail: kind })))]

function accountFor({ db, accounts }: StoreContext, { target, statement }: StagedStatement, batchId: BatchId, at: Instant): AccountId {
  const known = accounts.get(target) ?? target.accountId
  const accountId = known ?? createAccount(db, { ...identityOf(statement), name: target.name, currency: target.currency, createdBy: batchId }, at)
  accounts.set(target, accountId)
  if (known === null && statement.account.institution) db.command('UPDATE account SET institution = ? WHERE id = ?').run([statement.account.institution, accountId])
  return accountId
}

const identityOf = ({ account }: StagedStatement['statement']) => ({ type: account.type, iban: account.iban, bic: account.bic, bankCode: account.bankCode, number: account.number, closedAt: account.closedAt ?? null })

/** One statement has one stretch of days; what else a source answers for stands behind all statements of its batch. */
function storeMoreCover(db: WritableLedger, { statements }: StagedFile, accounts: readonly AccountId[], batchId: BatchId): void {
  let position = statements.length
  for (const [place, { statement, sourceName, statedAt }] of statements.entries()) {
    for (const { from, to } of statement.covered?.slice(1) ?? []) {
      db.command(STATEMENT).run({
        accountId: accounts[place] ?? 0, batchId, position, addedMinor: 0, kind: statement.kind, line: statement.line, ...namesOf(statement), sourceName, statedAt, listsPending: 0,
        new: 0, duplicate: 0, match: 0, skip: 0, problem: 0, coversFrom: from, coversTo: to,
      })
      position += 1
    }
  }
}

const namesOf = ({ account: { iban, bankCode, number, type }, isByHand }: Statement) => ({ iban, bankCode, number, type, isByHand: isByHand === true ? 1 : 0 })

const STATEMENT = /* sql */ `
  INSERT INTO import_statement (batch_id, position, account_id, kind, line, iban, bank_code, number, account_type, source_name, stated_at, lists_pending, is_by_hand,
    new_count, duplicate_count, match_count, skip_count, problem_count, added_minor, covers_from, covers_to)
  VALUES (:batchId, :position, :accountId, :kind, :line, :iban, :bankCode, :number, :type, :sourceName, :statedAt, :listsPending, :isByHand,
    :new, :duplicate, :match, :skip, :problem, :addedMinor, :coversFrom, :coversTo)`

interface StatementPlace { readonly accountId: AccountId; readonly batchId: BatchId; readonly position: number; readonly addedMinor: number }

function storeStatement(db: WritableLedger, { statement, sourceName, statedAt, listsPending, rows }: StagedStatement, place: StatementPlace): void {
  db.command(STATEMENT).run({ ...place, kind: statement.kind, line: statement.line, ...namesOf(statement), sourceName, statedAt, listsPending: listsPending ? 1 : 0, ...rows.counts(), ...coveredDays(statement, statedAt) })
}

const SNAPSHOT = /* sql */ `
  INSERT INTO balance_snapshot (account_id, batch_id, kind, name, as_of, amount_minor, day_minor, stated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

function storeSnapshots(db: WritableLedger, snapshots: readonly Snapshot[], accountId: AccountId, batchId: BatchId): void {
  for (const { kind, name, asOf, minor, dayMinor, statedAt } of snapshots) db.command(SNAPSHOT).run([accountId, batchId, kind, name, asOf, minor, dayMinor, statedAt])
}

const PROOF = /* sql */ `
  UPDATE import_statement SET bank_minor = :bank_minor, bank_as_of = :bank_as_of, proof_minor = :proof_minor, diverging_on = :diverging_on
   WHERE batch_id = :batchId AND account_id = :accountId`

/** A receipt shows the proof as it stood when it was written, whatever comes later. */
function keepProofs(db: WritableLedger, batchId: BatchId): void {
  const accounts = db.column<AccountId>('SELECT DISTINCT account_id FROM import_statement WHERE batch_id = ?').all([batchId])
  for (const accountId of accounts) {
    const kept = db.query<Record<string, string | number | null>>('SELECT bank_minor, bank_as_of, proof_minor, diverging_on FROM account_state WHERE account_id = ?').get([accountId])
    assert(kept, 'a settled account has a state')
    db.command(PROOF).run({ batchId, accountId, ...kept })
  }
}
