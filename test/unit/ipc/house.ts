import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import type { Channel, EventName } from '#shared/ipc/channels.ts'
import { contract, events, type EventOf, type Input, type Output, type Reply } from '#shared/ipc/contract.ts'
import { currency } from '#shared/money.ts'
import type { NotificationText } from '#shared/notification-text.ts'
import { PREFERENCES_DEFAULT } from '#shared/preferences.ts'
import type { Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { demoDoor } from '#main/cli/bank/demo-door.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import type { Desktop } from '#main/ipc/desktop.ts'
import { createServices, type Services } from '#main/ipc/services.ts'
import { systemClock } from '#main/platform/clock.ts'
import { createLog } from '#main/platform/log.ts'
import { dataPaths, type DataPaths } from '#main/platform/paths.ts'
import { systemRandom } from '#main/platform/random.ts'
import { systemTimer } from '#main/platform/timer.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'
import { createKeyFile, MAKING } from '#main/secrets/keys.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { noKeyring } from '../secrets/keyrings.ts'

export const PASSPHRASE = 'Blaue Brücke, 7 Möwen'
/** Deriving at the real cost takes half a second; test/unit/secrets pays it once for all. */
const CHEAP = { N: 2, r: 1, p: 1 }

/** The services as the app wires them, over a data folder of its own and a ledger in the same thread. */
export interface House {
  readonly services: Services
  readonly paths: DataPaths
  readonly told: { event: EventName; payload: unknown }[]
  readonly log: string[]
  readonly copied: string[]
  /** What the desktop was to show. */
  readonly notes: (NotificationText & { readonly onClick: () => void })[]
  /** What the person answers when a native dialog asks for a file. */
  readonly answers: { target: string | null; source: string | null }
  ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  reply<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>>
  /** The same data folder after a restart. */
  again(store?: SecretStore): Promise<House>
  end(): Promise<void>
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'kontor-house-'))

export async function openHouse(folder = freshFolder(), store: SecretStore = noKeyring, ledger: LedgerClient = createDirectClient()): Promise<House> {
  const paths = dataPaths({ platform: process.platform, env: {}, home: folder, executable: '', args: [`--data-dir=${folder}`], exists: () => false })
  const told: House['told'] = []
  const log: string[] = []
  const copied: string[] = []
  const notes: House['notes'] = []
  const answers: House['answers'] = { target: null, source: null }
  const desktop: Desktop = {
    chooseTarget: () => Promise.resolve(answers.target), pagePdf: () => Promise.resolve(new TextEncoder().encode('%PDF-')), chooseSource: () => Promise.resolve(answers.source),
    copySecret: (text) => { copied.push(text.reveal()) }, notify: (text, onClick) => { notes.push({ ...text, onClick }) }, openFolder: () => Promise.resolve(), quit: () => undefined,
  }
  const services = createServices({
    paths, store, desktop, ledger, clock: systemClock, random: systemRandom, cost: CHEAP, log: createLog({ write: (line) => log.push(line) }, systemClock),
    facts: { version: '0.1.0', platform: 'linux', developmentBuild: true }, preferences: PREFERENCES_DEFAULT,
    timer: systemTimer, demoBank: demoDoor(),
    writeHistory: (order) => Promise.resolve(writeOfxHistory(order)),
    publish: <E extends EventName>(event: E, payload: EventOf<E>) => { told.push({ event, payload: events[event].parse(payload) }) },
    onSession: () => undefined, onPreferences: () => undefined,
  })
  await services.session.start()
  const reply = async <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => {
    const answer = await services.calls.call(channel, input, systemRandom.uuid())
    // What main answers is what the contract says, for every channel a test asks.
    if (answer.ok) contract[channel].output.parse(answer.value)
    return answer as Reply<C>
  }
  const end = async (): Promise<void> => {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    services, paths, told, log, copied, notes, answers, reply, end,
    ask: async (channel, input) => must(await reply(channel, input)),
    again: async (other = store) => {
      await services.close()
      return openHouse(folder, other)
    },
  }
}

/** A folder with an encrypted ledger whose key is cheap to derive, so that tests need not pay for it. */
export async function folderWithLedger(store?: SecretStore): Promise<{ folder: string; recoveryKey: string }> {
  const folder = freshFolder()
  const file = join(folder, 'ledger.kontor')
  const { keys, recoveryKey } = must(await createKeyFile(file, { passphrase: new Secret(PASSPHRASE), keyring: store }, { ...MAKING, cost: CHEAP }))
  const ledger = createDirectClient()
  must(await ledger.open({ file, key: keys.ledgerKey(), create: true, baseCurrency: currency('EUR') }))
  await ledger.close()
  return { folder, recoveryKey: recoveryKey.reveal() }
}

export async function folderWithPlainLedger(): Promise<string> {
  const folder = freshFolder()
  const ledger = createDirectClient()
  must(await ledger.open({ file: join(folder, 'ledger.kontor'), key: null, create: true, baseCurrency: currency('EUR') }))
  await ledger.close()
  return folder
}

export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
