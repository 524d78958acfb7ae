import { ok } from '#shared/result.ts'
import type { Context, Outcome } from '../command.ts'
import { withLedger } from '../open-ledger.ts'
import { connectionsText } from './report.ts'

export async function listConnections(context: Context): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('connections.list', undefined))
  return found.ok ? ok({ json: { connections: found.value }, text: () => connectionsText(found.value, context.language) }) : found
}
