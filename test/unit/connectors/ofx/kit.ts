import { gunzipSync } from 'node:zlib'
import { localDate, type Instant, type LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { Secret } from '#shared/secret.ts'
import { AnswerStatements, type AnsweredStatements } from '#main/importers/ofx/answer.ts'
import { OfxClient, type OfxEnvironment, type OfxItem, type OfxSettings, type Step, bankAccount, brokerAccount, cardAccount, loanAccount, type Trace, type KeptDocument } from '#main/connectors/ofx/index.ts'
import { createOfxBank, OFX_PASSWORD, type OfxBankOptions, type OfxRefusal } from '#main/demo-bank/ofx/index.ts'
import { HttpFailure, type Post } from '#main/platform/http.ts'

export const TODAY = localDate('2026-03-05')
export const CHECKING = bankAccount('123456780', '0040125577', 'CHECKING')
export const SAVINGS = bankAccount('123456780', '0040125585', 'SAVINGS')
export const CARD = cardAccount('4111000000001177')
export const LOAN = loanAccount('7700881204')
export const BROKER = brokerAccount('harborinvest.example', 'HB-552104')
const range = { from: localDate('2026-02-01') }
export const STATEMENTS: readonly OfxItem[] = [
  { kind: 'bank-statement', account: CHECKING, range, withPending: true }, { kind: 'bank-statement', account: SAVINGS, range, withPending: true }, { kind: 'card-statement', account: CARD, range, withPending: true },
]
export const transfer = (amount: string, more: Partial<Extract<OfxItem, { kind: 'transfer' }>> = {}): OfxItem =>
  ({ kind: 'transfer', between: 'own', action: 'add', order: { source: CHECKING, target: SAVINGS, amount: amount as DecimalText }, ...more } as OfxItem)

export interface World {
  readonly requests: string[]
  readonly refusals: OfxRefusal[]
  readonly traces: Parameters<Trace>[0][]
  readonly kept: KeptDocument[]
  readonly environment: OfxEnvironment
  readonly post: Post
  today: LocalDate
}

/** A bank in this process, a clock and chance of its own, and everything that was said. */
export function world(options: Partial<OfxBankOptions> = {}, through: (post: Post) => Post = (post) => post): World {
  let count = 0
  const random = {
    bytes: (size: number) => Uint8Array.from({ length: size }, (_, at) => (count * 7 + at * 13 + 1) & 0xff),
    uuid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  }
  const made: { current?: World } = {}
  const clock = { now: () => `${made.current?.today ?? TODAY}T09:10:11.000Z` as Instant, today: () => made.current?.today ?? TODAY, monotonicMs: () => count++ }
  const requests: string[] = []
  const refusals: OfxRefusal[] = []
  const bank = createOfxBank({ clock, random, onRefusal: (refused) => refusals.push(refused), ...options })
  const post: Post = (_url, body) => {
    requests.push(new TextDecoder().decode(body))
    const reply = bank.reply({ method: 'POST', path: '/ofx', contentType: 'application/x-ofx', cookie: '', body })
    if (reply.status !== 200) return Promise.reject(new HttpFailure('status', true, reply.status))
    return Promise.resolve(reply.headers['content-encoding'] === 'gzip' ? new Uint8Array(gunzipSync(reply.body)) : reply.body)
  }
  const traces: Parameters<Trace>[0][] = []
  const kept: KeptDocument[] = []
  const environment: OfxEnvironment = { post: through(post), clock, random, trace: (entry) => traces.push(entry), keep: (document) => kept.push(document) }
  made.current = { requests, refusals, traces, kept, environment, post, today: TODAY }
  return made.current
}

export const BANK = { url: 'https://ofx.harbor.example/ofx', org: 'Harbor Federal', fid: '90210' }

export function person({ environment }: Pick<World, 'environment'>, userId = 'us', more: Partial<OfxSettings> = {}): OfxClient {
  return new OfxClient({ bank: BANK, userId, environment, password: new Secret(OFX_PASSWORD), ...more })
}

export async function stepOf(outcome: ReturnType<OfxClient['post']>): Promise<Step> {
  const step = await outcome
  if (!step.ok) throw new Error(JSON.stringify(step.error))
  return step.value
}

export async function doneOf(outcome: ReturnType<OfxClient['post']>): Promise<Extract<Step, { state: 'done' }>> {
  const step = await stepOf(outcome)
  if (step.state !== 'done') throw new Error(step.state)
  return step
}

/** Items posted, with the statements that came for each of them. */
export async function fetched(client: OfxClient, items: readonly OfxItem[]): Promise<AnsweredStatements & Extract<Step, { state: 'done' }>> {
  let statements = new AnswerStatements()
  const done = await doneOf(client.post(items, () => {
    statements = new AnswerStatements()
    return statements.handlers
  }))
  return { ...done, ...statements.finish() }
}
