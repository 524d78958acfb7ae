import { fileURLToPath } from 'node:url'
import { BroadcastChannel } from 'node:worker_threads'
import type { Bank } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { demoBankThread } from '#main/app/demo-bank.ts'
import { DEMO_BANK, DEMO_PIN } from '#main/demo-bank/fints/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { systemTimer } from '#main/platform/timer.ts'
import { createConnections, type Connections, type Started } from '#main/sync/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { cost } from './measure.ts'

/** What refreshing all connections cost, without the demo bank's own thread and without the categories that follow. */
export interface UpdatedAll { readonly cpuMs: number; readonly wallMs: number; readonly finished: number; readonly rows: number }

/** On this channel the bank's thread answers null with the milliseconds of CPU it has used. */
export const BANK_COST = 'bank-cost'

export const KEY = new Uint8Array(32).fill(7)
const CONNECTIONS = 20
/** Some 5,500 entries each. */
const DAYS = 540
const { name, bankCode, bic, country } = DEMO_BANK
const BANK: Bank = { name, bankCode, bic, country, protocol: 'demo', url: 'https://demo.invalid/fints' }

/** Twenty shops with a bank of their own are fetched once, and then all refreshed, in the threads of the app. */
export async function updateAll(file: string): Promise<UpdatedAll> {
  const ledger = createThreadClient({ entry: new URL('../../src-main/worker/thread.ts', import.meta.url) })
  must(await ledger.open({ file, key: KEY.slice(), create: true }))
  const gate = new Gate(ledger)
  const connections = connectionsOf(gate.ledger)
  await connections.opened()
  for (let number = 1; number <= CONNECTIONS; number += 1) await ends(connections, [must(await connections.import({ bank: BANK, userId: `large-${number}`, maxDays: DAYS, skipPositions: false, chooseAccounts: false, storePin: false }))])
  await connections.idle()
  const open = gate.shut()
  const bankBefore = await bankMs()
  const { value: finished, cost: { cpuMs, wallMs } } = await cost(async () => await ends(connections, must(await connections.updateAll()).flatMap(({ connectionId, refreshId }) => (refreshId === null ? [] : [{ connectionId, refreshId }]))))
  const bank = await bankMs() - bankBefore
  open()
  await connections.idle()
  const accounts = must(await ledger.call('accounts.list', undefined))
  await connections.closing()
  await ledger.close()
  return { cpuMs: cpuMs - bank, wallMs, finished, rows: accounts.reduce((sum, { transactionCount }) => sum + transactionCount, 0) }
}

/** The ledger as it is, but for the background categories, which wait while it is shut. */
export class Gate {
  readonly ledger: LedgerClient
  #isOpen: Promise<void> = Promise.resolve()

  constructor(ledger: LedgerClient) {
    this.ledger = {
      prepare: () => { ledger.prepare() },
      open: (request) => ledger.open(request),
      close: () => ledger.close(),
      call: (channel, input, signal) => ledger.call(channel, input, signal),
      job: async (job, input, signal) => {
        if (job === 'connections.categorise') await this.#isOpen
        return await ledger.job(job, input, signal)
      },
      onEvent: (listener) => ledger.onEvent(listener),
    }
  }

  /** Returns what opens it again. */
  shut(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.#isOpen = promise
    return () => { resolve(undefined) }
  }
}

export const connectionsOf = (ledger: LedgerClient): Connections => createConnections({
  ledger, vault: () => null, clock: systemClock, timer: systemTimer, random: systemRandom,
  demo: demoBankThread(DEMO_PIN, fileURLToPath(new URL('bank-thread.ts', import.meta.url))),
  reportBug: (where, cause) => { throw new Error(where, { cause }) },
  publish: () => undefined,
})

/** How many of these refreshes came to a good end. */
export async function ends(connections: Connections, started: readonly Started[]): Promise<number> {
  const all = await Promise.all(started.map(async ({ refreshId }) => await connections.finished(refreshId)))
  return all.filter((end) => end?.refresh.status === 'FINISHED').length
}

function bankMs(): Promise<number> {
  const channel = new BroadcastChannel(BANK_COST)
  return new Promise((resolve) => {
    channel.onmessage = (message) => {
      if (typeof message.data !== 'number') return
      channel.close()
      resolve(message.data)
    }
    channel.postMessage(null)
  })
}

export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}
