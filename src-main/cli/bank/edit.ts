import { inputFault } from '#shared/errors.ts'
import type { Connection, ConnectionId } from '#shared/connections.ts'
import { contract } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { EditRequest } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { refused, usage, type Usage } from '../usage.ts'
import { accessFrom, withTrust } from './access.ts'
import { withConnections, type BankFailure } from './bench.ts'
import { askPin, connectionIdOf, NEEDS_ID, pinFromEnvironment, textOf, type Values } from './options.ts'
import { isPersona, noPersona } from './persona.ts'
import { connectionsText } from './report.ts'

const OPTIONS = ['name', 'user', 'customer', 'url', 'tan-method']

/** `bank edit ID …`: what is left out stays; an empty text clears. */
export async function editConnection(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const id = connectionIdOf(operand)
  if (id === null) return err(NEEDS_ID)
  const change = changeOf(id, values)
  if (!change.ok) return change
  if (values['forget-pin'] === true && values['store-pin'] === true) return err(usage('either --store-pin or --forget-pin', 'entweder --store-pin oder --forget-pin'))
  const access = await accessFrom(context, values)
  if (!access.ok) return access
  const edited = await withConnections(context, 'must-exist', async ({ connections }): Promise<Result<Connection, BankFailure>> => {
    const known = await connections.get([id])
    if (!known.ok) return known
    const [connection] = known.value
    if (connection === undefined) return err({ kind: 'not_found', what: 'connection' })
    const { userId = '' } = change.value
    if (connection.bank.protocol === 'demo' && userId !== '' && !isPersona(userId)) return err(noPersona('--user'))
    const pin = await pinOf(context, connection, values)
    if (!pin.ok) return pin
    const url = change.value.url ?? connection.bank.url ?? ''
    const trusted = await withTrust(connections, values, { url, id }, access.value)
    return trusted.ok ? await connections.edit({ ...change.value, access: trusted.value, pin: pin.value }) : trusted
  })
  return edited.ok ? ok({ json: { connection: edited.value }, text: () => connectionsText([edited.value], context.language) }) : edited
}

function changeOf(id: ConnectionId, values: Values): Result<Omit<EditRequest, 'pin'>, Usage> {
  const texts = { name: textOf(values, 'name'), userId: textOf(values, 'user'), customerId: textOf(values, 'customer'), url: textOf(values, 'url'), defaultTanMethod: textOf(values, 'tan-method') }
  if (values['skip-positions'] === true && values['fetch-positions'] === true) return err(usage('either --skip-positions or --fetch-positions', 'entweder --skip-positions oder --fetch-positions'))
  const skipPositions = values['skip-positions'] === true ? true : values['fetch-positions'] === true ? false : undefined
  const given = Object.fromEntries(Object.entries({ ...texts, skipPositions }).filter(([, value]) => value !== undefined))
  const parsed = contract['connections.edit'].input.omit({ pin: true }).safeParse({ id, ...given })
  return parsed.success ? ok(parsed.data) : err(refused(inputFault(parsed.error), OPTIONS))
}

/** Undefined keeps what is stored, null forgets it. */
async function pinOf(context: Context, { id, name, bank }: Connection, values: Values): Promise<Result<Secret | null | undefined, Usage>> {
  if (values['forget-pin'] === true) return ok(null)
  if (values['store-pin'] !== true) return ok(undefined)
  const pin = pinFromEnvironment(context, id) ?? await askPin(context, name, bank)
  return pin === undefined ? err(usage('--store-pin needs KONTOR_PIN or a terminal', '--store-pin braucht KONTOR_PIN oder ein Terminal')) : ok(pin)
}
