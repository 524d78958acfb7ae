import type { ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { BatchId } from '#shared/model.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import type { Origin } from './jobs.ts'
import { stored, type ConnectionRow, type Stored } from './row.ts'

interface RefreshRow {
  readonly id: RefreshId
  readonly connection_id: ConnectionId
  readonly connection_name: string
  readonly bank_name: string
  readonly kind: Refresh['kind']
  readonly origin: Origin
  readonly status: Refresh['status']
  readonly step: Refresh['step']
  readonly error: Stored<AppError> | null
  readonly notices: Stored<Refresh['notices']>
  readonly accounts: Stored<Refresh['accounts']>
  readonly batch_id: BatchId | null
  readonly started_at: Instant
  readonly ended_at: Instant | null
}

const LIST = /* sql */ `SELECT * FROM refresh WHERE :connectionId IS NULL OR connection_id = :connectionId ORDER BY id DESC LIMIT :limit`
const ONE = /* sql */ `SELECT * FROM refresh WHERE id = ?`

/** As far as the ledger knows: what a running one does right now, main alone can tell. Newest first. */
export const listRefreshes = (db: ReadableLedger, { connectionId, limit }: Parsed<'refreshes.list'>): Refresh[] =>
  db.query<RefreshRow>(LIST).all({ connectionId: connectionId ?? null, limit }).map(toRefresh)

function findRefresh(db: ReadableLedger, id: RefreshId): Refresh {
  const row = db.query<RefreshRow>(ONE).get([id])
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'refresh' })
  return toRefresh(row)
}

/** Only one that runs can end; whatever comes after its end is too late. */
export function runningRefresh(db: ReadableLedger, id: RefreshId, connectionId: ConnectionId): Refresh {
  const refresh = findRefresh(db, id)
  if (refresh.status !== 'PROCESSING' || refresh.connectionId !== connectionId) throw new AppFailure({ kind: 'not_found', what: 'refresh' })
  return refresh
}

const BEGIN = /* sql */ `
  INSERT INTO refresh (connection_id, connection_name, bank_name, kind, origin, status, step, started_at) VALUES (?, ?, ?, ?, ?, 'PROCESSING', 'connect', ?)`

export const createRefresh = (db: WritableLedger, connection: ConnectionRow, kind: Refresh['kind'], origin: Origin, at: Instant): RefreshId =>
  db.command(BEGIN).run([connection.id, connection.name, connection.bank_name, kind, origin, at]).lastId as RefreshId

const END = /* sql */ `
  UPDATE refresh SET status = :status, step = iif(:status = 'FINISHED', 'done', coalesce(:step, step)), error = :error, notices = :notices, accounts = :accounts, batch_id = :batchId, ended_at = :at
   WHERE id = :id`

export interface RefreshEnd extends Pick<Refresh, 'status' | 'error' | 'notices' | 'accounts' | 'batchId'> { readonly id: RefreshId; readonly step?: Refresh['step'] | undefined }

export function endRefresh(db: WritableLedger, { id, status, step, error, notices, accounts, batchId }: RefreshEnd, at: Instant): Refresh {
  db.command(END).run({ id, status, step: step ?? null, error: error && JSON.stringify(error), notices: JSON.stringify(notices), accounts: JSON.stringify(accounts), batchId, at })
  return findRefresh(db, id)
}

function toRefresh(row: RefreshRow): Refresh {
  const accounts = stored(row.accounts)
  return {
    id: row.id,
    connectionId: row.connection_id,
    connectionName: row.connection_name,
    bankName: row.bank_name,
    kind: row.kind,
    origin: row.origin,
    status: row.status,
    step: row.step,
    done: accounts.length,
    total: accounts.length,
    question: null,
    error: stored(row.error),
    notices: stored(row.notices),
    accounts,
    batchId: row.batch_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
