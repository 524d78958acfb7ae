import { err } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from '../command.ts'
import { addConnection } from './add.ts'
import { editConnection } from './edit.ts'
import { listConnections } from './list.ts'
import { removeConnections } from './remove.ts'
import { updateConnections } from './update.ts'

/** `kontor bank …`: the eight operations on bank connections. */
export async function bank(context: Context, { positionals: [verb, operand], values }: Arguments): Promise<Outcome> {
  switch (verb) {
    case 'add': return await addConnection(context, operand, values)
    case 'list': return operand === undefined ? await listConnections(context) : err({ kind: 'usage', reason: `too many operands: ${operand}` })
    case 'update': return await updateConnections(context, operand, values)
    case 'edit': return await editConnection(context, operand, values)
    case 'delete': return await removeConnections(context, operand, values)
    default: return err({ kind: 'usage', reason: `unknown: bank ${verb ?? ''}` })
  }
}
