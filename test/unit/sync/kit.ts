import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Bank, Connection, ConnectionId, Question, Refresh } from '#shared/connections.ts'
import { addDays, localDate, type Instant, type LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { currency } from '#shared/money.ts'
import type { Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { demoDoor } from '#main/cli/bank/demo-door.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { createDemoBank, DEMO_BANK, DemoBankBusy, DemoBranches, findPersona, type DemoBank, type DemoBankOptions, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { createOfxBank, OFX_ANSWERS, OFX_TOKEN, type OfxDemoBank } from '#main/demo-bank/ofx/index.ts'
import type { Clock } from '#main/platform/clock.ts'
import { HttpFailure, type Post } from '#main/platform/http.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'
import { LedgerKeys } from '#main/secrets/ledger-keys.ts'
import { Vault } from '#main/secrets/vault.ts'
import { createConnections, type Connections, type Finished, type ImportRequest, type Started, type UpdateRequest } from '#main/sync/index.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'

export const PIN = 'Pin-8c51e7'
export const TAN = '790214'
export const NEW_PASSWORD = 'new-Pass-91'
export const TODAY = localDate('2026-03-31')

export const BANK: Bank = { name: 'Testbank', bankCode: DEMO_BANK.bankCode, bic: null, country: DEMO_BANK.country, protocol: 'fints', url: 'https://bank.test/fints' }
export const DEMO: Bank = { ...BANK, name: DEMO_BANK.name, protocol: 'demo', url: 'https://demo.invalid/fints' }

export interface DeskOptions {
  readonly persona?: string
  readonly scenario?: ScenarioName | readonly ScenarioName[]
  readonly encrypted?: boolean
  readonly interfere?: DemoBankOptions['interfere']
  readonly patienceMs?: number
  /** Banks are reached over real sockets. */
  readonly overWire?: boolean
  readonly pageSize?: number
}

/** A ledger, a bank and the connections between them, on a clock that moves only when somebody waits. */
export interface Desk {
  readonly connections: Connections
  readonly ledger: LedgerClient
  /** May be put in another's place: the bank that answers from now on. */
  bank: DemoBank
  readonly ofx: OfxDemoBank
  /** What was sent to the OFX bank. */
  readonly said: string[]
  /** Changes what the OFX bank answers. */
  answering?: (reply: string) => string
  readonly file: string
  /** Every state of every refresh that the window was told. */
  readonly told: Refresh[]
  /** Messages to the bank. */
  messages: number
  /** Called before each message; may throw as the network does, or wait. */
  before: (message: number, body: Uint8Array) => Promise<void> | void
  /** Why the FinTS bank refused, in its own words. */
  readonly refused: readonly string[]
  today: LocalDate
  readonly clock: Clock
  readonly random: Random
  /** Lets time go by. */
  pass(milliseconds: number): void
  /** Begins again with the same file, as after a restart. */
  again(): Promise<void>
  end(): Promise<void>
}

/** In memory where the system has such a folder: this is about refreshes, not about disks. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const ledgers = new Map<string, Uint8Array>()

/** The bytes of a new ledger, made once: a hundred desks would spend their time on the schema. */
async function newLedger(key: Uint8Array | null): Promise<Uint8Array> {
  const name = key === null ? '' : Buffer.from(key).toString('hex')
  const known = ledgers.get(name)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(PLACE, 'kontor-new-'))
  const ledger = createDirectClient()
  must(await ledger.open({ file: join(folder, 'ledger.kontor'), key, create: true, baseCurrency: currency('EUR') }))
  await ledger.close()
  const bytes = readFileSync(join(folder, 'ledger.kontor'))
  rmSync(folder, { recursive: true, force: true })
  ledgers.set(name, bytes)
  return bytes
}

export async function openDesk({ persona = 'small', scenario = ['no-tan', 'chip'], encrypted = true, interfere, patienceMs, pageSize, overWire = false }: DeskOptions = {}): Promise<Desk & { connections: Connections; ledger: LedgerClient }> {
  const folder = mkdtempSync(join(PLACE, 'kontor-sync-'))
  const file = join(folder, 'ledger.kontor')
  let nowMs = Date.parse('2026-03-31T10:00:00Z')
  const dice = new Dice('sync')
  const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => dice.below(256)), uuid: systemRandom.uuid }
  const told: Refresh[] = []
  const clock = {
    now: () => { nowMs += 1; return new Date(nowMs).toISOString() as Instant },
    today: () => desk.today,
    monotonicMs: () => nowMs,
  }
  const timer = {
    // Pauses of the connector pass at once; a question stands until a test lets it grow old.
    wait: async (milliseconds: number, signal?: AbortSignal) => {
      if (milliseconds < 60_000) { nowMs += milliseconds; await new Promise((resolve) => { setImmediate(resolve) }); return }
      if (patienceMs !== undefined) { await new Promise((resolve) => { setTimeout(resolve, 5) }); return }
      await new Promise((_, reject: (cause: Error) => void) => signal?.addEventListener('abort', () => { reject(new Error('aborted')) }))
    },
  }
  const found = findPersona(persona)
  if (found === null) throw new Error(persona)
  const refused: string[] = []
  const bank = createDemoBank({ persona: found, clock, random, scenario, interfere, pageSize, secrets: { pin: PIN, tan: TAN }, onRefusal: ({ reason }) => refused.push(reason) })
  const said: string[] = []
  const ofx = createOfxBank({ clock, random, password: PIN })
  const branches = new DemoBranches({ clock, random })
  const post = (serve: () => { post(body: Uint8Array): Promise<Uint8Array> }): Post => async (_url, body, signal) => {
    desk.messages += 1
    await desk.before(desk.messages, body)
    if (signal?.aborted === true) throw new HttpFailure('cancelled', true)
    try {
      return await serve().post(body)
    } catch (error) {
      if (error instanceof DemoBankBusy) throw new HttpFailure('status', true, 503)
      throw error
    }
  }
  const master = random.bytes(32)
  const keys = () => new LedgerKeys(Uint8Array.from(master), 'ledger-1')
  let generation = 0
  const make = async (): Promise<void> => {
    generation += 1
    const own = generation
    const ledger = createDirectClient({ clock, random })
    const vault = new Vault(keys(), random)
    must(await ledger.open({ file, key: encrypted ? keys().ledgerKey() : null, create: false }))
    desk.ledger = ledger
    desk.connections = createConnections({
      ledger, vault: () => (encrypted ? vault : null), clock, timer, random, patienceMs: patienceMs === undefined ? undefined : () => patienceMs,
      reportBug: (where, cause) => { throw new Error(where, { cause }) },
      // A Kontor that was killed tells nothing more.
      publish: (refresh) => { if (own === generation) told.push(refresh) },
      post: overWire ? undefined : post(() => desk.bank),
      ofxPost: overWire ? undefined : () => async (_url, body, signal) => {
        said.push(new TextDecoder().decode(body))
        desk.messages += 1
        await desk.before(desk.messages, body)
        if (signal?.aborted === true) throw new HttpFailure('cancelled', true)
        const reply = ofx.reply({ method: 'POST', path: '/ofx', contentType: 'application/x-ofx', cookie: '', body })
        if (reply.status !== 200) throw new HttpFailure('status', true, reply.status)
        return desk.answering === undefined ? reply.body : new TextEncoder().encode(desk.answering(new TextDecoder().decode(reply.body)))
      },
      demo: { pin: '12345', post: (user, asks) => post(() => branches.bankFor(user, asks)), ofx: demoDoor(clock, random).ofx },
    })
    await desk.connections.opened()
  }
  const desk = {
    connections: undefined as unknown as Connections, ledger: undefined as unknown as LedgerClient,
    bank, ofx, said, refused, file, told, clock, random, pass: (milliseconds: number) => { nowMs += milliseconds }, messages: 0, before: () => undefined, today: TODAY,
    again: async () => {
      await desk.ledger.close()
      await make()
    },
    end: async () => {
      await desk.connections.closing()
      await desk.ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  } as Desk & { connections: Connections; ledger: LedgerClient }
  writeFileSync(file, await newLedger(encrypted ? keys().ledgerKey() : null))
  await make()
  return desk
}

export const fints = (userId: string, change: Partial<ImportRequest> = {}): ImportRequest =>
  ({ bank: BANK, userId, pin: new Secret(PIN), storePin: false, maxDays: 0, skipPositions: false, chooseAccounts: false, ...change })

export const demo = (userId: string, change: Partial<ImportRequest> = {}): ImportRequest =>
  ({ bank: DEMO, userId, storePin: false, maxDays: 0, skipPositions: false, chooseAccounts: false, ...change })

export const OFX_BANK: Bank = { name: 'Harbor Federal', bankCode: null, bic: null, country: null, protocol: 'ofx', url: 'https://ofx.harbor.example/ofx', org: 'Harbor Federal', fid: '90210' }
export const ofx = (userId: string, change: Partial<ImportRequest> = {}): ImportRequest => ({ ...fints(userId), bank: OFX_BANK, ...change })

export const updating = (id: ConnectionId, change: Partial<UpdateRequest> = {}): UpdateRequest => ({ id, pin: new Secret(PIN), importNewAccounts: false, ...change })

export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export async function ended({ connections }: Desk, started: Started): Promise<Finished> {
  const finished = await connections.finished(started.refreshId)
  if (finished === undefined) throw new Error('nobody knows this refresh')
  return finished
}

/** Starts and waits, answering each question as `reply` says. */
export async function settled(desk: Desk, started: Result<Started, AppError>, reply: (question: Question, refresh: Refresh) => Answer | 'cancel' = usual): Promise<Finished> {
  const { refreshId } = must(started)
  const finished = desk.connections.finished(refreshId)
  if (finished === undefined) throw new Error('nobody knows this refresh')
  const state = { isOver: false }
  void finished.then(() => { state.isOver = true })
  const answered = new Set<string>()
  while (!state.isOver) {
    const refresh = desk.told.findLast(({ id }) => id === refreshId)
    const question = refresh?.question ?? null
    if (refresh !== undefined && question !== null && !answered.has(question.questionId)) {
      answered.add(question.questionId)
      const answer = reply(question, refresh)
      if (answer === 'cancel') must(desk.connections.cancel(refreshId))
      else must(desk.connections.answer(refreshId, question.questionId, answer))
    }
    await new Promise((resolve) => { setImmediate(resolve) })
  }
  return await finished
}

/** A person who does what is asked, with mobileTAN. */
export function usual(question: Question): Answer {
  switch (question.kind) {
    case 'tan': return { kind: 'tan', tan: TAN }
    case 'approval': return { kind: 'approved' }
    case 'method': return { kind: 'method', id: question.methods.find(({ id }) => id === '942')?.id ?? question.methods[0]!.id }
    case 'medium': return { kind: 'medium', name: question.media[0]!.name }
    case 'accounts': return { kind: 'accounts', keys: question.accounts.map(({ key }) => key), days: 0 }
    case 'challenge': return { kind: 'challenge', answers: question.fields.map(({ id }) => ({ id, answer: OFX_ANSWERS[id] ?? OFX_TOKEN })) }
    case 'new-password': return { kind: 'new-password', password: NEW_PASSWORD }
  }
}

/** Waits until a refresh asks. */
export async function question(desk: Desk, { refreshId }: Started, kind?: Question['kind']): Promise<Question> {
  for (;;) {
    const found = desk.told.findLast(({ id }) => id === refreshId)
    const asked = found?.question ?? null
    if (asked !== null && (kind === undefined || asked.kind === kind)) return asked
    if (found !== undefined && found.status !== 'PROCESSING') throw new Error(`ended without a question: ${JSON.stringify(found.error)}`)
    await new Promise((resolve) => { setImmediate(resolve) })
  }
}

export async function theConnection({ connections }: Desk): Promise<Connection> {
  const [connection] = must(await connections.list())
  if (connection === undefined) throw new Error('no connection')
  return connection
}

export async function rowCount({ ledger }: Desk): Promise<number> {
  return must(await ledger.call('accounts.list', undefined)).reduce((sum, { transactionCount }) => sum + transactionCount, 0)
}

export const later = (desk: Desk, days: number): void => { desk.today = addDays(desk.today, days) }

export const fileText = ({ file }: Desk): string => readFileSync(file, 'latin1')
