import type { Connection, ConnectionId, Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { secretMissing } from '#shared/login-secret.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Language } from '#shared/preferences.ts'
import type { Secret } from '#shared/secret.ts'
import { verdictOf, type Finished } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { codeText } from '../say.ts'
import { failureText, whatText } from '../failure-text.ts'
import { table } from '../table.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'
import { needsPin, pinFor, withConnections, type BankFailure, type Bench } from './bench.ts'
import { askPin, connectionIdOf, NEEDS_ID, pinFromEnvironment, type Values } from './options.ts'
import { receiptsJson, refreshText } from './report.ts'
import { respondentOptions } from './respondent.ts'

/** How one of all came out. */
interface Line { readonly connection: Connection; readonly skipped: string | null; readonly finished: Finished | null; readonly failure: BankFailure | null }

/** `bank update ID` and `bank update --all`. */
export async function updateConnections(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const isAll = values['all'] === true
  const id = connectionIdOf(operand)
  if (isAll === (operand !== undefined)) return err(usage('bank update takes an ID or --all', 'bank update nimmt eine Nummer oder --all'))
  if (isAll) return await updateAll(context, values)
  return id === null ? err(NEEDS_ID) : await updateOne(context, id, values)
}

async function updateOne(context: Context, id: ConnectionId, values: Values): Promise<Outcome> {
  const done = await withConnections(context, 'must-exist', async (bench): Promise<Result<Finished, BankFailure>> => {
    const pin = await pinFor(context, bench, id)
    if (!pin.ok) return pin
    const storePin = values['store-pin'] === true ? true : undefined
    return await bench.follow(await bench.connections.update({ id, pin: pin.value, storePin, importNewAccounts: values['new-accounts'] === true }))
  }, respondentOptions(values))
  if (!done.ok) return done
  const { refresh, receipts } = done.value
  return ok({ json: { refresh, receipts: receiptsJson(receipts) }, text: () => refreshText(refresh, context.language) })
}

async function updateAll(context: Context, values: Values): Promise<Outcome> {
  const done = await withConnections(context, 'must-exist', (bench) => updateEach(context, bench), respondentOptions(values))
  if (!done.ok) return done
  const lines = done.value
  const errors = lines.map(errorOf)
  const [first] = errors
  // All were asked, and the list says how each came out: that is what this command does. Where nothing went well, a line says why.
  if (first != null && errors.every((error) => error !== null)) context.terminal.note(`kontor: ${lines[0]?.skipped === 'user_action_required' ? stoppedText(first, context.language) : failureText(first, context.language)}\n`)
  return ok({ json: { refreshes: lines.map(toJson) }, text: () => toText(lines, context.language) })
}

async function updateEach(context: Context, bench: Bench): Promise<Result<Line[], AppError>> {
  const { connections } = bench
  const found = await connections.list()
  if (!found.ok) return found
  const pins = new Map<ConnectionId, Secret>()
  for (const { id, bank, name, pinStored, userActionRequired } of found.value) {
    const pin = !needsPin(bank) || userActionRequired ? undefined : pinFromEnvironment(context, id) ?? (pinStored ? undefined : await askPin(context, name, bank))
    if (pin !== undefined) pins.set(id, pin)
  }
  const started = await connections.updateAll('manual', (id) => pins.get(id) ?? null)
  if (!started.ok) return started
  const lines: Line[] = []
  for (const { connectionId, refreshId, skipped } of started.value) {
    const connection = found.value.find(({ id }) => id === connectionId)
    const finished = refreshId === null ? null : await bench.finish({ connectionId, refreshId }) ?? null
    if (connection !== undefined) lines.push({ connection, skipped, finished, failure: finished === null ? null : bench.failureOf(finished) })
  }
  return ok(lines)
}

function errorOf({ connection, skipped, failure }: Line): BankFailure | null {
  switch (skipped) {
    case null: return failure
    case 'pin_required': return secretMissing(connection.bank)
    case 'user_action_required': return whyStopped(connection)
    default: return { kind: 'connection_busy', name: connection.name }
  }
}

/** What the bank wanted when it was asked last. */
function whyStopped({ lastManualUpdate, lastAutoUpdate }: Connection): AppError {
  const errors = [lastManualUpdate, lastAutoUpdate].flatMap((update) => update?.error ?? [])
  return errors.find((error) => verdictOf(error).status === 'USER_ACTION_REQUIRED') ?? { kind: 'user_action_required' }
}

const stoppedText = (error: BankFailure, language: Language): string => `${whatText(error, language)} ${words(language).nextByHand}`

const toJson = ({ connection, skipped, finished }: Line): object => ({
  connection: connection.id, name: connection.name, skipped, refresh: finished?.refresh ?? null, receipts: receiptsJson(finished?.receipts ?? []),
})

function toText(lines: readonly Line[], language: Language): string {
  const say = words(language)
  if (lines.length === 0) return say.noConnections
  const added = (refresh: Refresh | undefined): string => (refresh === undefined ? '' : String(refresh.accounts.reduce((sum, account) => sum + account.added, 0)))
  return table([{ title: say.id, align: 'right' }, { title: say.name }, { title: say.state }, { title: say.added, align: 'right' }, { title: '' }], lines.map((line) => {
    const error = errorOf(line)
    return [String(line.connection.id), line.connection.name, line.finished === null ? say.leftOut : codeText(line.finished.refresh.status, language), added(line.finished?.refresh), error === null ? '' : whatText(error, language)]
  }))
}
