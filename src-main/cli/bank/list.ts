import type { ConnectionId } from '#shared/connections.ts'
import { CONNECTION_IDS_MAX } from '#shared/ipc/limits.ts'
import { err, ok } from '#shared/result.ts'
import type { Context, Outcome } from '../command.ts'
import { withLedger } from '../open-ledger.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'
import { connectionIdOf, NEEDS_ID } from './options.ts'
import { connectionsText } from './report.ts'

export async function listConnections(context: Context): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('connections.list', undefined))
  return found.ok ? ok({ json: { connections: found.value }, text: () => connectionsText(found.value, context.language) }) : found
}

/** `bank get ID…`: the connections of these numbers, as far as there are any. */
export async function getConnections(context: Context, operands: readonly string[]): Promise<Outcome> {
  const ids = operands.map(connectionIdOf)
  const known = ids.filter((id): id is ConnectionId => id !== null)
  if (known.length === 0 || known.length < ids.length) return err(NEEDS_ID)
  if (known.length > CONNECTION_IDS_MAX) return err(usage(`bank get takes at most ${CONNECTION_IDS_MAX} IDs`, `bank get nimmt höchstens ${CONNECTION_IDS_MAX} Nummern`))
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('connections.get', { ids: known }))
  return found.ok ? ok({ json: { connections: found.value }, text: () => (found.value.length === 0 ? words(context.language).noneOfThese : connectionsText(found.value, context.language)) }) : found
}
