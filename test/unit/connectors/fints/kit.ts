import type { Instant } from '#shared/dates.ts'
import { plainDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { FintsClient } from '#main/connectors/fints/client.ts'
import type { TraceEntry } from '#main/connectors/fints/message/trace.ts'
import { deconstruct, restore } from '#main/connectors/fints/state/blob.ts'
import type { FintsEnvironment, Outcome, Step } from '#main/connectors/fints/types.ts'
import type { ScriptedBank } from './scripted-bank.ts'

export const ACCOUNT = { iban: 'DE11', bic: 'TESTDEFF', number: '111', subaccount: null, country: '280', bankCode: '10020030' }
export const OWNER = { bank: { url: 'https://bank.test/fints', country: '280', bankCode: '10020030' }, login: { userId: 'user', customerId: 'user' } }

/** A computer whose clock only moves when somebody waits. */
export function computer(bank: ScriptedBank): FintsEnvironment & { readonly waits: number[]; readonly traced: TraceEntry[] } {
  const waits: number[] = []
  const traced: TraceEntry[] = []
  let now = 0
  let seed = 0
  return {
    waits,
    traced,
    post: bank.post,
    product: { id: '0123456789ABCDEF012345678', version: '0.1' },
    trace: (entry) => traced.push(entry),
    clock: { now: () => '2026-01-02T10:00:00.000Z' as Instant, today: () => plainDate(2026, 1, 2), monotonicMs: () => now },
    random: { bytes: (count) => new Uint8Array(count).fill((seed += 1)), uuid: () => '00000000-0000-4000-8000-000000000000' },
    timer: {
      wait: (milliseconds, signal) => {
        if (signal?.aborted === true) return Promise.reject(new Error('aborted'))
        waits.push(milliseconds / 1000)
        now += milliseconds
        return Promise.resolve()
      },
    },
  }
}

export function customer(bank: ScriptedBank, options: { readonly pin?: string; readonly blob?: Uint8Array; readonly bootstrap?: FintsEnvironment['bootstrap'] } = {}) {
  const environment = computer(bank)
  const restored = options.blob === undefined ? undefined : restore(options.blob, OWNER)
  if (restored?.ok === false) throw new Error(restored.error.kind)
  const client = new FintsClient({ ...OWNER, environment: { ...environment, bootstrap: options.bootstrap }, knowledge: restored?.value, pin: new Secret(options.pin ?? '12345') })
  return { client, environment }
}

export const stored = (client: FintsClient, includePrivate = true): Uint8Array => deconstruct(client.knowledge, OWNER, { includePrivate })

/** The step of an outcome that must have gone well. */
export async function stepOf<S extends Step['state']>(outcome: Outcome, state: S): Promise<Extract<Step, { state: S }>> {
  const step = await outcome
  if (!step.ok) throw new Error(JSON.stringify(step.error))
  if (step.value.state !== state) throw new Error(`unexpected ${JSON.stringify(step.value)}`)
  return step.value as Extract<Step, { state: S }>
}
