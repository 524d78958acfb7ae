import { ANSWER_MINUTES_MAX } from '#shared/preferences.ts'
import { err } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from '../command.ts'
import { tooMany, usage } from '../usage.ts'
import { addConnection } from './add.ts'
import { sendBatch } from './batch.ts'
import { showCertificate } from './certificate.ts'
import { fetchDocuments } from './documents.ts'
import { editConnection } from './edit.ts'
import { getConnections, listConnections } from './list.ts'
import { removeAccount, removeConnections } from './remove.ts'
import { listStandingOrders } from './standing-orders.ts'
import { showTerms } from './terms.ts'
import { transfer } from './transfer.ts'
import { updateConnections } from './update.ts'

const isPatience = (given: string | boolean | undefined): boolean => given === undefined || (typeof given === 'string' && /^\d{1,2}$/.test(given) && Number(given) >= 1 && Number(given) <= ANSWER_MINUTES_MAX)

/** `kontor bank …`: the operations on bank connections, and what can be looked up with them. */
export async function bank(context: Context, { positionals: [verb, ...operands], values }: Arguments): Promise<Outcome> {
  const [operand, surplus] = operands
  if (!isPatience(values['patience'])) return err(usage(`--patience is a number of minutes from 1 to ${ANSWER_MINUTES_MAX}`, `--patience ist eine Zahl von Minuten von 1 bis ${ANSWER_MINUTES_MAX}`))
  if (surplus !== undefined && verb !== 'get' && !(verb === 'batch' && operands.length === 2)) return err(tooMany([surplus]))
  switch (verb) {
    case 'add': return await addConnection(context, operand, values)
    case 'list': return operand === undefined ? await listConnections(context) : err(tooMany([operand]))
    case 'get': return await getConnections(context, operands)
    case 'update': return await updateConnections(context, operand, values)
    case 'edit': return await editConnection(context, operand, values)
    case 'delete': return await removeConnections(context, operand, values)
    case 'delete-account': return await removeAccount(context, operand)
    case 'certificate': return await showCertificate(context, operand, values)
    case 'documents': return await fetchDocuments(context, operand, values)
    case 'standing-orders': return await listStandingOrders(context, operand, values)
    case 'batch': return await sendBatch(context, operands, values)
    case 'transfer': return await transfer(context, operand, values)
    case 'terms': return await showTerms(context, operand, values)
    default: return err(usage(`no such step: bank ${verb ?? ''}`, `unbekannt: bank ${verb ?? ''}`))
  }
}
