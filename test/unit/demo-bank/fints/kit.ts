import { localDate, type Instant, type LocalDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import type { Statement } from '#shared/statement.ts'
import { FintsClient, settle, type Challenge, type FintsEnvironment, type Job, type JobResult } from '#main/connectors/fints/index.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { createDemoBank, DEMO_BANK, DEMO_TAN, DemoBankBusy, type DemoBank, type FintsPersonaId, type RefusalReport, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { readFile } from '#main/importers/read.ts'
import { HttpFailure, type Post } from '#main/platform/http.ts'

export const TODAY = localDate('2026-03-31')

export interface World {
  readonly bank: DemoBank
  readonly refusals: RefusalReport[]
  readonly environment: FintsEnvironment
  readonly waits: number[]
  messages: number
}

export interface WorldOptions {
  readonly persona?: FintsPersonaId
  readonly today?: LocalDate
  readonly scenario?: ScenarioName
  readonly pageSize?: number
}

/** One computer and one bank with a clock in common that moves only when somebody waits. */
export function world({ persona = 'small', today = TODAY, scenario, pageSize }: WorldOptions = {}): World {
  let nowMs = 0
  const clock = { now: () => `${today}T10:00:00.000Z` as Instant, today: () => today, monotonicMs: () => nowMs }
  const dice = new Dice('world')
  const random = { bytes: (count: number) => Uint8Array.from({ length: count }, () => dice.below(256)), uuid: () => '00000000-0000-4000-8000-000000000000' }
  const refusals: RefusalReport[] = []
  const waits: number[] = []
  const bank = createDemoBank({ persona, clock, random, scenario, pageSize, onRefusal: (report) => refusals.push(report) })
  const found: World = {
    bank, refusals, waits, messages: 0,
    environment: {
      clock, random,
      post: postTo(bank, () => { found.messages += 1 }),
      timer: { wait: (milliseconds) => { waits.push(milliseconds / 1000); nowMs += milliseconds; return Promise.resolve() } },
      product: { id: '0123456789ABCDEF012345678', version: '0.1' },
    },
  }
  return found
}

export function postTo(bank: DemoBank, onMessage: () => void = () => undefined): Post {
  return async (_url, body) => {
    onMessage()
    try {
      return await bank.post(body)
    }
    catch (error) {
      if (error instanceof DemoBankBusy) throw new HttpFailure('status', true, 503)
      throw error
    }
  }
}

export interface Person {
  readonly client: FintsClient
  /** What the person was asked. */
  readonly challenges: Challenge[]
  readonly run: (job: Job) => ReturnType<typeof settle>
}

export interface PersonOptions {
  readonly pin?: string
  readonly tan?: string
  readonly method?: string
  readonly medium?: string
}

/** Somebody with a login, who answers what the bank asks. */
export function person({ environment }: World, user: string, { pin = '12345', tan = DEMO_TAN, method = '942', medium = 'Handy privat' }: PersonOptions = {}): Person {
  const client = new FintsClient({
    bank: { url: 'https://demo.test/fints', country: DEMO_BANK.country, bankCode: DEMO_BANK.bankCode },
    login: { userId: user, customerId: user }, environment, pin: new Secret(pin),
  })
  const challenges: Challenge[] = []
  const noted = (challenge: Challenge) => challenges.push(challenge)
  return {
    client, challenges,
    run: (job) => settle(client, client.start(job), {
      tan: (challenge) => { noted(challenge); return Promise.resolve(new Secret(tan)) },
      approval: (challenge) => { noted(challenge); return Promise.resolve(true) },
      method: () => Promise.resolve(method),
      medium: () => Promise.resolve(medium),
    }),
  }
}

/** The result of a job that must have gone well. */
export async function resultOf<K extends Job['kind']>({ run }: Person, job: Extract<Job, { kind: K }>): Promise<Extract<JobResult, { kind: K }>> {
  const done = await run(job)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value.result as Extract<JobResult, { kind: K }>
}

/** Statements as the importers read them, and nothing they would warn of. */
export function readAll(documents: readonly Uint8Array[]): Statement[] {
  return documents.flatMap((bytes) => {
    const read = readFile('demo', bytes)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    if (read.value.warnings.length > 0) throw new Error(JSON.stringify(read.value.warnings.slice(0, 3)))
    return [...read.value.statements]
  })
}
