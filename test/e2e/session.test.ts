import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import { freshDataDir, launchArguments, openKontor, PASSPHRASE, prepareLedger, ROOT, type Kontor, type Opening } from './harness.ts'

const FIXTURE = join(ROOT, 'test', 'fixtures', 'ofx', 'bank-sgml.ofx')
const opened: Kontor[] = []
const folders: string[] = []
const onDisplay = process.platform === 'linux'

async function open(opening: Opening = {}): Promise<Kontor> {
  const kontor = await openKontor(opening)
  opened.push(kontor)
  return kontor
}
async function prepared(): Promise<{ dataDir: string; recoveryKey: string }> {
  const ledger = await prepareLedger({ files: [{ name: 'bank-sgml.ofx', bytes: new Uint8Array(readFileSync(FIXTURE)) }] })
  folders.push(ledger.dataDir)
  return ledger
}
function folder(): string {
  const made = freshDataDir()
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const kontor of opened.splice(0)) await kontor.close()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true, maxRetries: 5 })
})

/** Starts without the tests' own connection, as a person would, and waits for its end or for a line of its own. */
async function start(dataDir: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { executable, args } = await launchArguments(dataDir)
  const child = spawn(executable, [...args, ...more], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, problems] = [[] as string[], [] as string[]]
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out.push(piece)
    if (/^ready$/m.test(out.join(''))) child.kill('SIGTERM')
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => problems.push(piece))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout: out.join(''), stderr: problems.join('') }
}

const text = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.textContent)
const phase = async (kontor: Kontor): Promise<string> => (await kontor.ask('app.state', undefined)).phase
async function waiting(kontor: Kontor): Promise<Operation> {
  for (;;) {
    const found = (await kontor.ask('operations.list', undefined)).find(({ state }) => state === 'waiting')
    if (found) return found
    await kontor.page.waitForTimeout(50)
  }
}

describe('a start', () => {
  it('says ready once the window is there, and ends in order when it is told to', async () => {
    const dataDir = folder()
    const { stdout, code } = await start(dataDir)
    expect(stdout.match(/^ready$/gm)).toHaveLength(1)
    // Windows has no signal to end by; there it is simply gone.
    if (process.platform !== 'win32') expect(code).toBe(0)
    expect(readFileSync(join(dataDir, 'logs', 'kontor.log'), 'utf8')).toContain('app.started')
  })

  it('without a display says so and names the ways out', async () => {
    if (!onDisplay) return
    const { code, stderr } = await start(folder(), [], { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LANG: 'en_US.UTF-8' })
    expect(code).toBe(1)
    expect(stderr).toContain('xvfb-run')
    expect(stderr).toContain('npx kontor')
  })

  it('where it cannot keep its data says which folder and why', async () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await start(join(file, 'data'))
    expect(code).toBe(1)
    expect(stderr).toContain(join(file, 'data'))
  })

  it('keeps everything in its data folder', async () => {
    const dataDir = folder()
    const kontor = await open({ dataDir })
    expect(await kontor.app.evaluate(({ app, session }) => [app.getPath('userData'), app.getPath('sessionData'), session.defaultSession.getStoragePath()])).toEqual(Array(3).fill(join(dataDir, 'browser')))
  })
})

describe('a locked ledger', () => {
  it('is opened by its passphrase, in the real window', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir })
    expect(await phase(kontor)).toBe('locked')
    expect(await kontor.reply('lock.open', { secret: 'not the one' })).toEqual({ ok: false, error: { kind: 'passphrase_wrong' } })
    await kontor.page.locator('input[type=password]').fill(PASSPHRASE)
    await kontor.page.keyboard.press('Enter')
    await kontor.page.waitForFunction(() => document.querySelector('input[type=password]') === null)
    expect((await kontor.ask('accounts.list', undefined)).length).toBeGreaterThan(0)
    expect(kontor.complaints).toEqual([])
  })

  it('goes dark when the computer locks its screen, and nothing of it stays in the page', async () => {
    const { dataDir, recoveryKey } = await prepared()
    const kontor = await open({ dataDir })
    await kontor.ask('lock.open', { secret: recoveryKey })
    const [account] = await kontor.ask('accounts.list', undefined)
    await kontor.page.waitForFunction((name) => document.documentElement.textContent.includes(name), account!.name)
    await kontor.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await kontor.page.waitForSelector('input[type=password]')
    expect(await text(kontor.page)).not.toContain(account!.name)
    expect(await kontor.page.title()).toBe('Kontor')
    expect(await kontor.reply('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    expect(await kontor.ask('accounts.list', undefined)).toHaveLength(1)
  })

  it('comes back after a restart as it was', async () => {
    const { dataDir } = await prepared()
    const first = await openKontor({ dataDir })
    await first.ask('lock.open', { secret: PASSPHRASE })
    const [before] = await first.ask('accounts.list', undefined)
    await first.ask('accounts.edit', { id: before!.id, name: 'Haushalt' })
    await first.close()
    const second = await open({ dataDir })
    await second.ask('lock.open', { secret: PASSPHRASE })
    expect(await second.ask('accounts.list', undefined)).toEqual([{ ...before, name: 'Haushalt' }])
  })
})

describe('files from outside', () => {
  it('handed over by a second start wait until the ledger is open, and the second start ends', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir })
    const file = join(dataDir, 'Auszug „Mai“ 💶.ofx')
    copyFileSync(FIXTURE, file)
    const { code, stdout } = await start(dataDir, [file])
    expect([code, stdout]).toEqual([0, ''])
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    const { operationId } = await waiting(kontor)
    const review = await kontor.ask('imports.review', { operationId })
    expect(review.files.map(({ name }) => name)).toEqual(['Auszug „Mai“ 💶.ofx'])
    expect(review.counts).toMatchObject({ new: 0 })
  })

  it('named at the start, or opened by the file manager of macOS, go the same way', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir, args: [FIXTURE] })
    const other = join(dataDir, 'other.ofx')
    copyFileSync(FIXTURE, other)
    await kontor.app.evaluate(({ app }, file) => app.emit('open-file', { preventDefault: () => undefined }, file), other)
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    const { operationId } = await waiting(kontor)
    expect((await kontor.ask('imports.review', { operationId })).files.map(({ name }) => name)).toEqual(['bank-sgml.ofx', 'other.ofx'])
  })
})

describe('demo data', () => {
  it('comes over the bridge, is written beside the main thread, and goes as a whole', async () => {
    const kontor = await open()
    await kontor.ask('setup.create', { passphrase: PASSPHRASE, keyring: false, baseCurrency: 'EUR' })
    const { operationId } = await kontor.ask('demo.load', undefined)
    const isRunning = async (): Promise<boolean> => (await kontor.ask('ledger.settings', undefined)).demoBatchId === null
    await expect.poll(isRunning, { timeout: 60_000 }).toBe(false)
    expect(operationId).toMatch(/^[0-9a-f-]{36}$/)
    const accounts = await kontor.ask('accounts.list', undefined)
    expect(accounts.reduce((sum, { transactionCount }) => sum + transactionCount, 0)).toBeGreaterThan(1000)
    await kontor.ask('demo.remove', undefined)
    expect(await kontor.ask('accounts.list', undefined)).toEqual([])
  })
})

describe('the window', () => {
  it('opens again where and how it was left', async () => {
    const dataDir = folder()
    const first = await openKontor({ dataDir })
    await first.app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1000, height: 700 }) })
    await first.page.waitForTimeout(600)
    await first.close()
    const second = await open({ dataDir })
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    expect(bounds).toMatchObject({ width: 1000, height: 700 })
  })

  it('is never smaller than what it shows needs', async () => {
    const { app } = await open()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())).toEqual([960, 640])
  })

  it('follows the theme, the language and the privacy of the preferences', async () => {
    const kontor = await open({ preferences: { theme: 'dark', language: 'de' } })
    const look = () => kontor.app.evaluate(({ nativeTheme, Menu, BrowserWindow }) => [nativeTheme.themeSource, BrowserWindow.getAllWindows()[0]?.getBackgroundColor(), Menu.getApplicationMenu()?.items[0]?.label])
    expect(await look()).toEqual(['dark', '#101615', '&Datei'])
    await kontor.ask('preferences.set', { theme: 'light', language: 'en' })
    expect(await look()).toEqual(['light', '#FAFAF7', '&File'])
  })

  it('runs the window’s commands from the menu bar once a ledger is open', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir })
    const press = (label: string) => kontor.app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []).find((candidate) => candidate.label === wanted)
      item?.click()
      return item?.enabled
    }, label)
    expect(await press('&Transactions')).toBe(false)
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    await kontor.page.waitForFunction(() => document.querySelector('input[type=password]') === null)
    expect(await press('&Transactions')).toBe(true)
    await kontor.page.waitForFunction(() => window.location.hash.startsWith('#/transactions'))
  })

  it('is loaded again when its process dies, with the ledger still open', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir })
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    const phases = await kontor.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined) return 'no window'
      const back = new Promise<void>((resolve) => { contents.once('did-finish-load', () => { resolve() }) })
      contents.forcefullyCrashRenderer()
      await back
      return contents.executeJavaScript("window.bridge.calls['app.state'](undefined, 'after').then((reply) => JSON.parse(reply).value.phase)") as Promise<string>
    })
    expect(phases).toBe('open')
    expect(readFileSync(join(dataDir, 'logs', 'kontor.log'), 'utf8')).toContain('window.gone')
  })
})

describe('what is beside the ledger', () => {
  it('is readable to its owner only, and names nobody in its logs', async () => {
    const { dataDir } = await prepared()
    const kontor = await open({ dataDir })
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    const [account] = await kontor.ask('accounts.list', undefined)
    await kontor.ask('transactions.outline', { filter: { search: account!.name } })
    mkdirSync(join(dataDir, 'empty'))
    const logs = readdirSync(join(dataDir, 'logs')).map((name) => readFileSync(join(dataDir, 'logs', name), 'utf8')).join('')
    expect(logs).not.toContain(account!.name)
    expect(logs).not.toContain(dataDir)
    expect(existsSync(join(dataDir, 'ledger.kontor.keys.copy'))).toBe(true)
  })
})
