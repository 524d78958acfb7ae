import { inputFault } from '#shared/errors.ts'
import type { Bank, Connection } from '#shared/connections.ts'
import { isLocalDate, toDayNumber } from '#shared/dates.ts'
import { contract } from '#shared/ipc/contract.ts'
import { FIRST_DAYS_MAX, FIRST_DAYS_MIN, isFirstDays } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { DEMO_USER } from '#shared/demo-bank.ts'
import { DEMO_BANK } from '#main/demo-bank/fints/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { searchAllBanks, type Finished, type ImportRequest } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { refused, usage, type Usage } from '../usage.ts'
import { words } from '../words.ts'
import { accessFrom, withTrust } from './access.ts'
import { withConnections, type BankFailure, type Bench } from './bench.ts'
import { askPin, pinFromEnvironment, textOf, type Values } from './options.ts'
import { isPersona, noPersona } from './persona.ts'
import { connectionsText, receiptsJson, refreshText } from './report.ts'
import { respondentOptions } from './respondent.ts'

const BLZ = /^\d{5}(\d{3})?$/
const AUSTRIAN_DIGITS = 5
const OPTIONS = ['url', 'blz', 'user', 'customer', 'name', 'org', 'fid']
const NO_ADDRESS = usage('--url is no address', '--url ist keine Adresse')
const DEMO_URL = 'https://demo.invalid/fints'

interface Added { readonly connection: Connection; readonly finished: Finished }

/** `bank add fints …`, `bank add ofx …` and `bank add demo …`: connects, fetches everything, and prints what came. */
export async function addConnection(context: Context, protocol: string | undefined, values: Values): Promise<Outcome> {
  const request = await requestFor(context, protocol, values)
  if (!request.ok) return request
  const access = await accessFrom(context, values)
  if (!access.ok) return access
  const added = await withConnections(context, 'create-if-missing', async (bench): Promise<Result<Added, BankFailure>> => {
    const trusted = await withTrust(bench.connections, values, { url: request.value.bank.url ?? '' }, access.value)
    return trusted.ok ? await connect(bench, { ...request.value, access: trusted.value }) : trusted
  }, respondentOptions(values))
  if (!added.ok) return added
  const { connection, finished: { refresh, receipts } } = added.value
  return ok({
    json: { connection, refresh, receipts: receiptsJson(receipts) },
    text: () => `${connectionsText([connection], context.language)}\n\n${refreshText(refresh, context.language)}`,
  })
}

async function connect(bench: Bench, request: ImportRequest): Promise<Result<Added, BankFailure>> {
  const started = await bench.connections.import(request)
  const finished = await bench.follow(started)
  if (!started.ok || !finished.ok) return finished.ok ? err({ kind: 'not_found', what: 'refresh' }) : finished
  await bench.connections.idle()
  const found = await bench.connections.get([started.value.connectionId])
  if (!found.ok) return found
  const [connection] = found.value
  return connection === undefined ? err({ kind: 'not_found', what: 'connection' }) : ok({ connection, finished: finished.value })
}

type Request = Result<ImportRequest, BankFailure>
/** Given to the demo bank, they would change nothing. */
const NOT_FOR_DEMO = ['store-pin', 'skip-positions'] as const

async function requestFor(context: Context, protocol: string | undefined, values: Values): Promise<Request> {
  switch (protocol) {
    case 'fints': return await fintsRequest(context, values)
    case 'ofx': return await ofxRequest(context, values)
    case 'demo': return demoRequest(context, values)
    default: return err(usage('bank add takes fints, ofx or demo', 'bank add nimmt fints, ofx oder demo'))
  }
}

async function fintsRequest(context: Context, values: Values): Promise<Request> {
  const [url, blz, user] = [textOf(values, 'url'), textOf(values, 'blz'), textOf(values, 'user')]
  if (url === undefined || blz === undefined || user === undefined || user.trim() === '') return err(usage('bank add fints needs --url, --blz and --user', 'bank add fints braucht --url, --blz und --user'))
  if (!URL.canParse(url)) return err(NO_ADDRESS)
  if (!BLZ.test(blz)) return err(usage('--blz has eight digits (five in Austria)', '--blz hat acht Ziffern (in Österreich fünf)'))
  const common = commonOf(values)
  if (!common.ok) return common
  const customer = textOf(values, 'customer')
  const fields = fieldsIn({ ...common.value, bank: fintsBank(url, blz), userId: user, ...(customer === undefined ? {} : { customerId: customer }) })
  if (!fields.ok) return fields
  const { bank } = fields.value
  const pin = pinFromEnvironment(context) ?? await askPin(context, bank.name, bank)
  return ok({ ...common.value, ...fields.value, pin, storePin: values['store-pin'] === true })
}

async function ofxRequest(context: Context, values: Values): Promise<Request> {
  const [url, org, fid, user] = ['url', 'org', 'fid', 'user'].map((name) => textOf(values, name)?.trim() ?? '')
  if (!url || !org || !fid || !user) return err(usage('bank add ofx needs --url, --org, --fid and --user', 'bank add ofx braucht --url, --org, --fid und --user'))
  if (!URL.canParse(url)) return err(NO_ADDRESS)
  const common = commonOf(values)
  if (!common.ok) return common
  const fields = fieldsIn({ ...common.value, bank: { name: org, bankCode: null, bic: null, country: null, protocol: 'ofx', url, org, fid }, userId: user })
  if (!fields.ok) return fields
  const { bank } = fields.value
  const pin = pinFromEnvironment(context) ?? await askPin(context, bank.name, bank)
  return ok({ ...common.value, ...fields.value, pin, storePin: values['store-pin'] === true })
}

function demoRequest({ terminal, language }: Context, values: Values): Request {
  const persona = textOf(values, 'persona') ?? DEMO_USER
  if (!isPersona(persona)) return err(noPersona('--persona'))
  const common = commonOf(values)
  if (!common.ok) return common
  const { name, bankCode, bic, country } = DEMO_BANK
  const fields = fieldsIn({ ...common.value, bank: { name, bankCode, bic, country, protocol: 'demo', url: DEMO_URL }, userId: persona })
  if (!fields.ok) return fields
  const idle = NOT_FOR_DEMO.filter((option) => values[option] === true).map((option) => `--${option}`)
  if (idle.length > 0) terminal.note(`${words(language).demoIgnores} ${idle.join(', ')}\n`)
  return ok({ ...common.value, ...fields.value, skipPositions: false, storePin: false })
}

/** The bank's name comes from the list, where it is in it; its address from whoever calls. */
function fintsBank(url: string, blz: string): Bank {
  const country = blz.length === AUSTRIAN_DIGITS ? '040' : '280'
  const known = blz === DEMO_BANK.bankCode ? DEMO_BANK : searchAllBanks(blz).find(({ bankCode }) => bankCode === blz)
  return { name: known?.name ?? blz, bankCode: blz, bic: known?.bic ?? null, country, protocol: 'fints', url }
}

type Common = Pick<ImportRequest, 'maxDays' | 'skipPositions' | 'chooseAccounts'> & { readonly name?: string }

/** What every kind of bank can be told. */
function commonOf(values: Values): Result<Common, Usage> {
  const name = textOf(values, 'name')
  const days = daysOf(values)
  return days.ok ? ok({ ...(name === undefined ? {} : { name }), maxDays: days.value, skipPositions: values['skip-positions'] === true, chooseAccounts: false }) : days
}

const FieldsSchema = contract['connections.import'].input.pick({ bank: true, userId: true, customerId: true, name: true }).strip()

type Fields = Pick<ImportRequest, 'bank' | 'userId' | 'customerId' | 'name'>

/** As the window's are, before anybody is asked for a PIN. */
function fieldsIn(given: Fields): Result<Fields, Usage> {
  const parsed = FieldsSchema.safeParse(given)
  return parsed.success ? ok(parsed.data) : err(refused(inputFault(parsed.error), OPTIONS))
}

/** 0 is everything. */
function daysOf(values: Values): Result<number, Usage> {
  const from = textOf(values, 'from')
  if (from === undefined) return ok(0)
  if (!isLocalDate(from)) return err(usage('--from is a day such as 2026-01-31', '--from ist ein Tag wie 2026-01-31'))
  const days = toDayNumber(systemClock.today()) - toDayNumber(from)
  return days !== 0 && isFirstDays(days) ? ok(days) : err(usage(`--from lies at least ${FIRST_DAYS_MIN} days back and at most ${FIRST_DAYS_MAX}; without it the bank gives all it has`, `--from liegt mindestens ${FIRST_DAYS_MIN} und höchstens ${FIRST_DAYS_MAX} Tage zurück; ohne diese Angabe gibt die Bank alles, was sie hat`))
}
