import type { Connection } from '#shared/connections.ts'
import { AppFailure } from '#shared/failure.ts'
import { CONNECTION_NAME_MAX } from '#shared/ipc/limits.ts'
import type { WritableLedger } from '../database.ts'
import { editedAccess } from './access.ts'
import { bankKeyOf, refuseKnown } from './begin.ts'
import type { Edited } from './jobs.ts'
import { bankOf, connectionRow, findConnection, hasPositions, refuseBusy } from './read.ts'
import { stored, type ConnectionRow } from './row.ts'

const LOGIN_MAX = 64

const WRITE = /* sql */ `
  UPDATE connection
     SET name = :name, user_id = :userId, customer_id = :customerId, url = :url, bank_key = :bankKey, default_tan_method = :defaultTanMethod, schedule = :schedule, skip_positions = :skipPositions,
         sealed_pin = iif(:keepsPin = 1, sealed_pin, :sealedPin), state = iif(:isOther = 1, NULL, state),
         asks_each_time = :asks, access = :access, sealed_proxy = :sealed_proxy, sealed_certificate = :sealed_certificate
   WHERE id = :id`

/** Left out is kept, empty is cleared. Nothing changes where one part is refused, or while it is busy. Call inside `transact`. */
export function editConnection(db: WritableLedger, edited: Edited): Connection {
  const row = connectionRow(db, edited.id)
  refuseBusy(row)
  const userId = userIdOf(row, edited)
  const customerId = bounded('customerId', edited.customerId ?? row.customer_id, LOGIN_MAX)
  const url = edited.url ?? row.url
  const bankKey = edited.url === undefined ? row.bank_key : bankKeyOf({ ...bankOf(row), url })
  refuseKnown(db, { bankKey, userId, customerId, except: row.id })
  // What the bank told one user is not meant for another. Whether a person is needed stays: only a refresh by hand says that it went well.
  const isOther = userId !== row.user_id || customerId !== row.customer_id
  const name = nameOf(row, edited)
  const asks = row.asks_each_time === 1 && !isOther && !isDemoRenamed(row, name)
  db.command(WRITE).run({
    id: row.id, userId, customerId, url, bankKey, name,
    defaultTanMethod: methodOf(row, edited),
    schedule: scheduleOf(row, edited, asks),
    asks: asks ? 1 : 0,
    skipPositions: skipsPositions(db, row, edited) ? 1 : 0,
    keepsPin: edited.sealedPin === undefined ? 1 : 0,
    sealedPin: edited.sealedPin ?? null,
    isOther: isOther ? 1 : 0,
    ...editedAccess(row, edited.access, hostOf(url) !== hostOf(row.url)),
  })
  return findConnection(db, row.id)
}

const hostOf = (url: string | null): string => (url !== null && URL.canParse(url) ? new URL(url).host : '')

/** Without a name of its own it bears its bank's. */
function nameOf(row: ConnectionRow, { name }: Edited): string {
  if (name === undefined) return row.name
  return bounded('name', name.trim() === '' ? row.bank_name.slice(0, CONNECTION_NAME_MAX) : name.trim(), CONNECTION_NAME_MAX)
}

/** The demo bank asks by name (`MSA`); under another one it asks no more. */
const isDemoRenamed = ({ protocol, name: before }: ConnectionRow, name: string): boolean => protocol === 'demo' && name !== before

/** There is no login without a user; the demo bank knows everybody. */
function userIdOf(row: ConnectionRow, { userId }: Edited): string {
  if (userId === '' && row.protocol !== 'demo') throw new AppFailure({ kind: 'invalid_input', path: 'userId' })
  return bounded('userId', userId ?? row.user_id, LOGIN_MAX)
}

/** What would only ever stop at the bank's question is refused when it is set, not when nobody looks. */
function scheduleOf(row: ConnectionRow, { schedule }: Edited, asks: boolean): string {
  if (schedule === undefined) return row.schedule
  if (schedule.mode !== 'off' && asks) throw new AppFailure({ kind: 'unsupported', what: 'unattended' })
  return JSON.stringify(schedule)
}

function skipsPositions(db: WritableLedger, row: ConnectionRow, { skipPositions: wanted }: Edited): boolean {
  if (wanted === true && hasPositions(db, row.id)) throw new AppFailure({ kind: 'exists', what: 'positions' })
  return wanted ?? row.skip_positions === 1
}

function methodOf(row: ConnectionRow, { defaultTanMethod: wanted }: Edited): string | null {
  if (wanted === undefined) return row.default_tan_method
  if (wanted === '') return null
  if (!stored(row.tan_methods).some(({ id }) => id === wanted)) throw new AppFailure({ kind: 'invalid_input', path: 'defaultTanMethod' })
  return wanted
}

function bounded(path: string, text: string, max: number): string {
  if (text.length > max) throw new AppFailure({ kind: 'invalid_input', path })
  return text
}
