import type { LocalDate } from '#shared/dates.ts'
import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { Statement } from '#shared/statement.ts'
import type { Job, JobResult } from '#main/connectors/fints/index.ts'
import type { ErrorKind } from '#shared/errors.ts'
import { FINTS_PERSONAS, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { chronicleOf, excerpt, type Ledger } from '#main/demo-bank/fints/history/chronicle.ts'
import { readFile } from '#main/importers/read.ts'
import { USER, type Person, type Refresh } from './person.ts'
import type { World } from './world.ts'

/** Customers whom the bank lets through to nothing, or not to everything, and what they are told in the end. */
const HOPELESS: Readonly<Partial<Record<ScenarioName, readonly ErrorKind[]>>> = {
  'locked': ['access_blocked'], 'unregistered': ['bank_rejected'], 'declined': ['bank_rejected'], 'patient': ['consent_expired', 'nobody_answered', 'tan_wrong'],
}
const JOBS = 5
const MESSAGES_MAX = 90
/** Refusals of a message that no careful program ever sends. */
const MALFORMED = new Set(['9110', '9130', '9140', '9145', '9150', '9160', '9170', '9180', '9185', '9190', '9370'])

/** Whether a refresh has brought all that this bank gives. */
export function isOver(scenarios: readonly ScenarioName[], { error, results }: Refresh): boolean {
  const told = scenarios.map((name) => HOPELESS[name]).find((kinds) => kinds !== undefined)
  return told === undefined ? error === null && results.length === JOBS : error !== null && told.some((kind) => kind === error.kind)
}

/** All that must be true of one refresh, whatever happened meanwhile. */
export function wrongWith(world: World, { results, messages, wrongPins }: Refresh, wrongPinsMax: number): string[] {
  return [
    ...results.flatMap(({ job, result }) => wrongResult(world, job, result)),
    ...(messages > MESSAGES_MAX ? [`${messages} messages in one refresh`] : []),
    ...(wrongPins > wrongPinsMax ? [`the bank counted ${wrongPins} wrong PINs`] : []),
  ]
}

/** Faults for which no customer can answer: a request that the network doubled, an old answer that comes as the first of a dialog. */
export interface Excuses { readonly isTwice: boolean; readonly isMuddled: boolean }

/** All that must be true in the end. */
export function wrongInTheEnd(world: World, person: Person, { isTwice, isMuddled }: Excuses): string[] {
  const { mail, refusals } = world
  const malformed = isMuddled ? [] : refusals.filter(({ code, reason }) => MALFORMED.has(code) && !reason.startsWith('a test wants'))
  return [
    ...(isMuddled ? [] : mail.offences),
    ...(mail.tansArrived > person.tansTyped + (isTwice ? 1 : 0) ? [`${mail.tansArrived} TANs sent, ${person.tansTyped} typed`] : []),
    ...(isTwice || refusals.filter(({ reason }) => reason.startsWith('wrong TAN')).length <= 1 ? [] : ['more than one wrong TAN']),
    ...malformed.map(({ code, reason }) => `refused with ${code}: ${reason}`),
    ...(isTwice ? [] : refusals.filter(({ reason }) => reason.startsWith('polled after') || reason.startsWith('poll ')).map(({ reason }) => reason)),
    ...secretsIn(world),
  ]
}

/** Nothing that the computer or the bank writes down holds a PIN or TAN. */
export function secretsIn({ secrets, files, log }: World): string[] {
  const found = (text: string) => Object.entries(secrets).filter(([, secret]) => text.includes(secret)).map(([name]) => name)
  const inFiles = [...files].flatMap(([name, bytes]) => found(Buffer.from(bytes).toString('latin1')).map((secret) => `${secret} in file ${name}`))
  return [...inFiles, ...log.flatMap((line) => found(line).map((secret) => `${secret} in the log: ${line.slice(0, 120)}`))]
}

function wrongResult(world: World, job: Job, result: JobResult): string[] {
  if (!('account' in job)) return []
  const complaints = [...world.bankDays].map((day) => {
    const ledger = ledgerOn(day, job.account.number)
    if (result.kind === 'balance') return wrongBalance(ledger, result.balance?.booked ?? null)
    return result.kind === 'statements' && job.kind === 'statements' ? wrongStatements({ ...ledger, ...since(ledger, job.from) }, result.statements) : [`unexpected ${result.kind}`]
  })
  // The bank may have answered on any of the days that passed.
  return complaints.some((found) => found.length === 0) ? [] : complaints.at(-1) ?? []
}

function ledgerOn(day: LocalDate, number: string | null): Ledger {
  const persona = FINTS_PERSONAS[USER]
  const account = persona.money.find((known) => known.number === number)
  if (account === undefined) throw new Error(`no account ${number ?? ''}`)
  return chronicleOf(persona, day).ledger(account)
}

function since(ledger: Ledger, from: LocalDate | undefined): Pick<Ledger, 'booked' | 'openingCents'> {
  const { entries, openingCents } = excerpt(ledger, from, undefined)
  return { booked: entries, openingCents }
}

const inCents = (amount: DecimalText | null): number => Math.round(Number(amount ?? Number.NaN) * 100)

const wrongBalance = ({ closingCents }: Ledger, booked: DecimalText | null): string[] => (inCents(booked) === closingCents ? [] : [`balance ${booked ?? 'none'} instead of ${closingCents}`])

/** Every entry exactly once, in the bank's order; balances that add up from the first to the last. */
function wrongStatements({ booked, pending, openingCents, closingCents }: Ledger, found: Extract<JobResult, { kind: 'statements' }>['statements']): string[] {
  const statements = found.booked.flatMap(read)
  const entries = statements.flatMap((statement) => statement.entries)
  const [expected, came] = [booked.map(({ reference, cents }) => `${reference} ${cents}`), entries.map(({ externalId, amount }) => `${externalId} ${inCents(amount)}`)]
  const announced = found.pending.flatMap(read).flatMap((statement) => statement.pending.map(({ externalId }) => externalId))
  const wrong = expected.join() === came.join() ? [] : [`entries [${came.join(', ')}] instead of [${expected.join(', ')}]`]
  if (announced.join() !== pending.map(({ reference }) => reference).join()) wrong.push(`announced [${announced.join(', ')}]`)
  if (openingCents + inCents(sumDecimals(entries.map(({ amount }) => amount))) !== closingCents) wrong.push('the entries do not make up the balance')
  return [...wrong, ...unproven(statements, openingCents, closingCents)]
}

function unproven(statements: readonly Statement[], openingCents: number, closingCents: number): string[] {
  if (statements.length === 0) return []
  let cents = openingCents
  for (const { balances, entries } of statements) {
    const opening = balances.find(({ kind }) => kind === 'opening')
    if (opening !== undefined && inCents(opening.amount) !== cents) return [`a statement opens with ${opening.amount}, the last closed with ${cents}`]
    cents += inCents(sumDecimals(entries.map(({ amount }) => amount)))
    const closing = balances.find(({ kind }) => kind === 'booked')
    if (closing !== undefined && inCents(closing.amount) !== cents) return [`a statement closes with ${closing.amount} instead of ${cents}`]
  }
  return cents === closingCents ? [] : [`the last statement closes with ${cents} instead of ${closingCents}`]
}

/** The bank says the same in most runs, and reading is pure. */
const readings = new Map<string, readonly Statement[]>()

function read(document: Uint8Array): readonly Statement[] {
  const text = Buffer.from(document).toString('latin1')
  const known = readings.get(text)
  if (known !== undefined) return known
  const reading = readFile('statement', document)
  if (!reading.ok) throw new Error(`unreadable statement: ${JSON.stringify(reading.error)}`)
  readings.set(text, reading.value.statements)
  return reading.value.statements
}
