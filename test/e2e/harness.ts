import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core'
import { currency } from '#shared/money.ts'
import type { Channel } from '#shared/ipc/channels.ts'
import type { Input, Output, Reply } from '#shared/ipc/contract.ts'
import { OperationIdSchema } from '#shared/model.ts'
import { PREFERENCES_DEFAULT, type Preferences } from '#shared/preferences.ts'
import { Secret } from '#shared/secret.ts'
import { systemRandom } from '#main/platform/random.ts'
import { createKeyFile } from '#main/secrets/keys.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { findElectronRuntime } from '../../scripts/electron-runtime.js'
import { sandboxArguments } from '../../scripts/lib/sandbox.js'

export const ROOT = join(import.meta.dirname, '..', '..')
export const PASSPHRASE = 'Blaue Brücke, 7 Möwen'
const PICTURES = join(ROOT, 'test-results')
const USABLE_MAX_MS = 60_000
const LAUNCH_MAX_MS = 25_000

export interface Kontor {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  /** What the page wrote to its console or threw; a good run leaves it empty. */
  readonly complaints: string[]
  /** Asks main over the real bridge; fails the test where the answer is an error. */
  ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  /** The same, with the error as a value. */
  reply<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>>
  close(): Promise<void>
}

export interface Opening {
  /** An existing data folder; without it a fresh one that is cleared away by `close`. */
  readonly dataDir?: string
  readonly preferences?: Partial<Preferences>
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A data folder of its own; the caller clears it away. */
export const freshDataDir = (): string => mkdtempSync(join(tmpdir(), 'kontor-e2e-'))

/** The arguments every start here has: the built app, its folder, and what the sandbox needs on this machine. */
export async function launchArguments(dataDir: string): Promise<{ executable: string; args: string[] }> {
  const { executable, dist } = await findElectronRuntime({ say: () => undefined })
  return { executable, args: [...sandboxArguments(dist), ROOT, `--data-dir=${dataDir}`] }
}

/** Starts the real Electron and waits until the window is shown and its page has heard from main. */
export async function openKontor({ dataDir: given, preferences, args: more = [], env = {} }: Opening = {}): Promise<Kontor> {
  const dataDir = given ?? freshDataDir()
  if (preferences) writeFileSync(join(dataDir, 'preferences.json'), JSON.stringify({ ...PREFERENCES_DEFAULT, ...preferences }))
  const { executable, args } = await launchArguments(dataDir)
  const app = await launch({ executablePath: executable, args: [...args, ...more], cwd: dataDir, env: { ...ownEnvironment(), ...env }, timeout: LAUNCH_MAX_MS })
  const page = await app.firstWindow()
  const complaints = listenForComplaints(page)
  await untilUsable(app, page)
  const reply = <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> => askBridge(page, channel, input)
  return {
    app, page, dataDir, complaints, reply,
    ask: async (channel, input) => {
      const answer = await reply(channel, input)
      if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`)
      return answer.value
    },
    close: async () => {
      await app.close()
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * Now and then the driver misses the app's first word: the app is long ready, the driver waits for ever and then kills it.
 * That says nothing about Kontor, so it is started once more.
 */
async function launch(options: Parameters<typeof _electron.launch>[0], attemptsLeft = 2): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options)
  } catch (cause) {
    if (attemptsLeft === 0 || !(cause instanceof errors.TimeoutError)) throw cause
    return launch(options, attemptsLeft - 1)
  }
}

/** Neither the machine's language nor its data folder may decide a test. */
function ownEnvironment(): Record<string, string> {
  const given = Object.entries(process.env).filter(([name, value]) => value !== undefined && !['KONTOR_DATA_DIR', 'ELECTRON_RUN_AS_NODE'].includes(name))
  return { ...Object.fromEntries(given) as Record<string, string>, LANG: 'en_US.UTF-8', LANGUAGE: 'en' }
}

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()) })
  return complaints
}

async function untilUsable(app: ElectronApplication, page: Page): Promise<void> {
  await page.waitForFunction(() => typeof window.bridge === 'object' && document.querySelector('#app')?.childElementCount !== 0, undefined, { timeout: USABLE_MAX_MS })
  await askBridge(page, 'app.state', undefined)
  for (let tries = 0; tries < 300; tries += 1) {
    if (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true)) return
    await page.waitForTimeout(50)
  }
  throw new Error('the window was never shown')
}

const askBridge = async <C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Reply<C>> =>
  JSON.parse(await page.evaluate(([name, value]) => {
    const call = window.bridge.calls[name] as (input: unknown, callId: string) => Promise<string>
    return call(value, crypto.randomUUID())
  }, [channel, input] as const)) as Reply<C>

export interface PreparedLedger { readonly dataDir: string; readonly recoveryKey: string }

/** A ledger that exists before the app starts, made by the same services; `files` are imported. */
export async function prepareLedger({ passphrase = PASSPHRASE, baseCurrency = 'EUR', files = [] }: {
  readonly passphrase?: string
  readonly baseCurrency?: string
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
} = {}): Promise<PreparedLedger> {
  const dataDir = freshDataDir()
  const file = join(dataDir, 'ledger.kontor')
  const made = await createKeyFile(file, { passphrase: new Secret(passphrase) })
  if (!made.ok) throw new Error(made.error.kind)
  const ledger = createDirectClient()
  const opened = await ledger.open({ file, key: made.value.keys.ledgerKey(), create: true, baseCurrency: currency(baseCurrency) })
  if (!opened.ok) throw new Error(opened.error.kind)
  if (files.length > 0) {
    const imported = await ledger.job('importFiles', { files, source: 'file', operationId: OperationIdSchema.parse(systemRandom.uuid()) })
    if (!imported.ok) throw new Error(imported.error.kind)
  }
  await ledger.close()
  return { dataDir, recoveryKey: made.value.recoveryKey.reveal() }
}

/** Drops files as a person would, from outside onto whatever lies at `selector`. */
export async function dropFiles(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[], selector = 'body'): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, base64 } of list) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name))
    return data
  }, plain)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, type, { dataTransfer: transfer })
}

/** Into `test-results/`, to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
