import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKontor, PASSPHRASE, type Kontor } from './harness.ts'

/**
 * A keyring of this test: a message bus, a home and a gnome-keyring of their own, so that nobody's real keyring is touched
 * and no dialog waits for an answer. Windows and macOS bring theirs; there the runner's own could be locked.
 */
const onLinux = process.platform === 'linux'
const PASSWORD = 'of the test'
const processes: ChildProcess[] = []
let home: string
let env: Record<string, string>

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kontor-keyring-'))
  if (onLinux) env = await startKeyring()
})
afterAll(() => {
  for (const child of processes.splice(0).reverse()) child.kill('SIGTERM')
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
})

async function startKeyring(): Promise<Record<string, string>> {
  const own = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache'), XDG_RUNTIME_DIR: home }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { env: { ...process.env, ...own }, stdio: ['ignore', 'pipe', 'ignore'] })
  processes.push(bus)
  const address = await firstLine(bus)
  const known = { ...own, DBUS_SESSION_BUS_ADDRESS: address }
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { env: { ...process.env, ...known }, stdio: ['pipe', 'ignore', 'ignore'] })
  processes.push(keyring)
  keyring.stdin.end(PASSWORD)
  await untilOwned('org.freedesktop.secrets', { ...process.env, ...known })
  return known
}

/** Until someone answers under that name on the bus. */
async function untilOwned(name: string, busEnv: NodeJS.ProcessEnv): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { stdout } = spawnSync('dbus-send', ['--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', `string:${name}`], { env: busEnv, encoding: 'utf8' })
    if (stdout.includes('boolean true')) return
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  throw new Error(`nobody answers as ${name}: is the package gnome-keyring installed?`)
}

const firstLine = (child: ChildProcess): Promise<string> => new Promise((resolve, reject) => {
  let text = ''
  child.once('error', reject).once('exit', () => { reject(new Error(`${child.spawnfile} ended: is its package installed?`)) })
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
  })
})

const open = (dataDir?: string, store = 'gnome-libsecret'): Promise<Kontor> => openKontor({ ...(dataDir === undefined ? {} : { dataDir }), args: [`--password-store=${store}`], env })

describe('the keyring of the system', () => {
  it('keeps the key and opens without a question, until someone locks', async () => {
    if (!onLinux) return
    const dataDir = mkdtempSync(join(tmpdir(), 'kontor-keyring-data-'))
    const first = await open(dataDir)
    expect(await first.ask('app.state', undefined)).toMatchObject({ keyringAvailable: true })
    await first.ask('setup.create', { keyring: true, baseCurrency: 'EUR' })
    expect(await first.ask('app.state', undefined)).toMatchObject({ phase: 'open', canLock: false })
    await first.close()

    const second = await open(dataDir)
    expect(await second.ask('app.state', undefined)).toMatchObject({ phase: 'open', encrypted: true })
    await second.ask('security.setPassphrase', { passphrase: PASSPHRASE })
    await second.ask('lock.now', undefined)
    expect(await second.reply('lock.open', {})).toEqual({ ok: false, error: { kind: 'locked' } })
    await second.close()

    const third = await open(dataDir)
    expect(await third.ask('app.state', undefined)).toMatchObject({ phase: 'locked', keyringUnlock: false })
    await third.ask('lock.open', { secret: PASSPHRASE })
    await third.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is none where Chromium would only pretend', async () => {
    if (!onLinux) return
    const kontor = await open(undefined, 'basic')
    expect(await kontor.ask('app.state', undefined)).toMatchObject({ keyringAvailable: false })
    expect(await kontor.reply('setup.create', { keyring: true, baseCurrency: 'EUR' })).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    await kontor.close()
  })

  it('never has the key in a file that opens without it', async () => {
    if (!onLinux) return
    const kontor = await open()
    await kontor.ask('setup.create', { passphrase: PASSPHRASE, keyring: true, baseCurrency: 'EUR' })
    const keys = JSON.parse(readFileSync(join(kontor.dataDir, 'ledger.kontor.keys'), 'utf8')) as { keys: { slots: { kind: string; kdf: { blob?: string } }[] } }
    const slot = keys.keys.slots.find(({ kind }) => kind === 'keyring')
    expect(Buffer.from(slot?.kdf.blob ?? '', 'hex').subarray(0, 3).toString()).toMatch(/^v1[01]$/)
    await kontor.close()
  })
})
