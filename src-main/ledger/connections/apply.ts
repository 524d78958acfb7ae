import type { ConnectionId, Refresh } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import { CONNECTION_NAME_MAX } from '#shared/ipc/limits.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, BatchId, OperationId } from '#shared/model.ts'
import { readReceipt } from '../batches.ts'
import type { WritableLedger } from '../database.ts'
import { forgetRevivals } from '../history.ts'
import { addedRows, logImport, storeImport } from '../import/commit.ts'
import { stageImport } from '../import/stage.ts'
import { statementsOf, type StagedImport, type Tick } from '../import/staged.ts'
import { reviveAccounts } from '../revert.ts'
import { keepResult } from './fail.ts'
import type { Outcome, ReadAccount } from './jobs.ts'
import { keepFetched, keepOffered, refreshAccounts, takenAccounts } from './offered.ts'
import { connectionRow, hasPositions } from './read.ts'
import type { ConnectionRow } from './row.ts'
import { endRefresh, runningRefresh } from './refreshes.ts'
import { targetsFor, type TakenStatement } from './targets.ts'

export interface AppliedRefresh { readonly refresh: Refresh; readonly receipts: readonly Receipt[] }

/** Rows, balances, statuses and the connector's blob, all of a run or nothing. Call inside `transact`. */
export function applyRefresh(db: WritableLedger, outcome: Outcome<ReadAccount>, at: Instant, tick: Tick): AppliedRefresh {
  const { refreshId, connectionId, offered, fetched, origin } = outcome
  runningRefresh(db, refreshId, connectionId)
  const row = connectionRow(db, connectionId)
  const isFirst = row.is_provisional === 1
  const before = takenAccounts(db, connectionId)
  const statements = targetsFor(db, { offered, fetched, before, at })
  const stored = storeRefresh(db, { row, fetched, statements, at, tick })
  db.command('UPDATE connection SET is_provisional = 0 WHERE id = ?').run([connectionId])
  keepOffered(db, connectionId, offered)
  keepFetched(db, connectionId, { fetched, accounts: stored.accounts, before, isFirst, at })
  reviveAccounts(db, [...new Set([...before.values(), ...stored.accounts.values()])], at)
  if (!isFirst) db.command('UPDATE txn SET is_new = 1 WHERE id > ? AND batch_id = ?').run([stored.lastRow, stored.batchId])
  if (!stored.isQuiet && origin === 'manual') logImport(db, { label: 'refresh', batches: [stored.batchId], count: stored.count }, at)
  else forgetRevivals(db, [...stored.accounts.values()])
  keepConnection(db, outcome, at)
  const refresh = endRefresh(db, {
    id: refreshId, status: 'FINISHED', error: null, notices: outcome.notices, batchId: stored.isQuiet ? null : stored.batchId,
    accounts: refreshAccounts(db, connectionId, { fetched, batchId: stored.batchId }),
  }, at)
  return { refresh, receipts: stored.isQuiet ? [] : [readReceipt(db, stored.batchId)] }
}

interface Fetched { readonly row: ConnectionRow; readonly fetched: readonly ReadAccount[]; readonly statements: readonly TakenStatement[]; readonly at: Instant; readonly tick: Tick }
interface StoredRefresh {
  readonly batchId: BatchId
  /** By the bank's key. */
  readonly accounts: ReadonlyMap<string, AccountId>
  readonly count: number
  readonly isQuiet: boolean
  /** The newest row there was before. */
  readonly lastRow: number
}

/** Never seen outside: no window follows or stops it. */
const OPERATION = '' as OperationId

/** One batch for the whole run, even where it brought nothing: its balances and pending lists count. */
function storeRefresh(db: WritableLedger, { row, fetched, statements, at, tick }: Fetched): StoredRefresh {
  const lastRow = db.column<number | null>('SELECT max(id) FROM txn').get() ?? 0
  const format = fetched.find((account) => account.format !== null)?.format ?? row.protocol
  const reading = {
    format, encoding: null, statements: statements.map(({ statement }) => statement), discovered: [], statuses: [],
    warnings: fetched.flatMap(({ warnings }) => warnings), createdAt: at,
  }
  const source = { name: row.name, reading: { ok: true as const, value: reading }, source: null, targets: new Map(statements.map(({ statement, target }) => [statement, target])) }
  const staged = ofConnection(stageImport(db, OPERATION, row.protocol, [source], tick), row.id, statements)
  believePending(db, staged, row.id)
  const [batchId] = storeImport(db, staged, at, tick)
  const id = batchId ?? 0 as BatchId
  const counts = statementsOf(staged).map(({ rows }) => rows.counts())
  const isQuiet = counts.every((count) => count.new + count.match + count.problem === 0)
  if (isQuiet) db.command('UPDATE import_batch SET is_quiet = 1 WHERE id = ?').run([id])
  const places = db.column<AccountId>('SELECT account_id FROM import_statement WHERE batch_id = ? ORDER BY position').all([id])
  const accounts = new Map(statements.flatMap(({ key }, index) => (places[index] === undefined ? [] : [[key, places[index]] as const])))
  nameInstitutions(db, [...accounts.values()], row)
  return { batchId: id, accounts, count: addedRows(staged), isQuiet, lastRow }
}

/** The bank has said nothing of an account that failed, at no time. */
function ofConnection(staged: StagedImport, connectionId: ConnectionId, taken: readonly TakenStatement[]): StagedImport {
  const failed = new Set(taken.filter(({ hasFailed }) => hasFailed).map(({ statement }) => statement))
  const files = staged.files.map((file) => ({ ...file, statements: file.statements.map((statement) => (failed.has(statement.statement) ? { ...statement, statedAt: '' } : statement)) }))
  return { ...staged, connectionId, files }
}

function nameInstitutions(db: WritableLedger, ids: readonly AccountId[], { bank_name: name }: ConnectionRow): void {
  for (const id of ids) db.command('UPDATE account SET institution = ? WHERE id = ? AND institution IS NULL').run([name, id])
}

const LISTED = /* sql */ `
  SELECT 1 FROM txn INDEXED BY txn_pending JOIN import_batch AS batch ON batch.id = txn.batch_id
   WHERE txn.is_pending = 1 AND txn.account_id = ? AND txn.deleted_at IS NULL AND batch.connection_id = ?`

/** A bank that has told of pending entries and now tells of none says that there are none. */
function believePending(db: WritableLedger, staged: StagedImport, id: ConnectionId): void {
  for (const statement of statementsOf(staged)) {
    const { accountId } = statement.target
    const isAnswer = statement.statedAt !== ''
    if (isAnswer && accountId !== null && db.column(LISTED).get([accountId, id]) !== undefined) statement.listsPending = true
  }
}

const KEEP = /* sql */ `
  UPDATE connection
     SET update_status = 'READY', categorization_status = 'PENDING', state = :state, sealed_pin = iif(:keepsPin = 1, sealed_pin, :sealedPin),
         name = iif(:bankName IS NOT NULL AND name = substr(bank_name, 1, ${CONNECTION_NAME_MAX}), substr(:bankName, 1, ${CONNECTION_NAME_MAX}), name), bank_name = coalesce(:bankName, bank_name),
         tan_methods = :tanMethods, default_tan_method = :defaultTanMethod, consent_until = :consentUntil, asks_each_time = :asksEachTime,
         skip_positions = iif(:hasPositions = 1, 0, coalesce(:skipPositions, skip_positions)), login_labels = coalesce(:loginLabels, login_labels),
         last_success_at = iif(:hasAny = 1, :at, last_success_at), user_action_required = iif(:isManual = 1, 0, user_action_required)
   WHERE id = :id`

function keepConnection(db: WritableLedger, outcome: Outcome<ReadAccount>, at: Instant): void {
  const { connectionId: id, origin, fetched, state, sealedPin, tanMethods, defaultTanMethod, consentUntil, asksEachTime = false, bankName = null, skipPositions, loginLabels } = outcome
  const wanted = defaultTanMethod ?? connectionRow(db, id).default_tan_method
  db.command(KEEP).run({
    id, at, state, consentUntil, bankName, asksEachTime: asksEachTime ? 1 : 0, keepsPin: sealedPin === undefined ? 1 : 0, sealedPin: sealedPin ?? null,
    tanMethods: JSON.stringify(tanMethods),
    defaultTanMethod: tanMethods.some((method) => method.id === wanted) ? wanted : null,
    hasAny: fetched.length === 0 || fetched.some(({ error }) => error === null) ? 1 : 0,
    isManual: origin === 'manual' ? 1 : 0,
    hasPositions: hasPositions(db, id) ? 1 : 0, skipPositions: skipPositions === undefined ? null : skipPositions ? 1 : 0, loginLabels: loginLabels === undefined ? null : JSON.stringify(loginLabels),
  })
  keepResult(db, id, origin, { result: 'OK', errorType: null, error: null, timestamp: at })
}
