import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findElectronRuntime } from '../../scripts/electron-runtime.js'
import { sandboxObstacle } from '../../scripts/lib/sandbox.js'
import { packageApp } from '../../scripts/package.js'

/** Chromium refuses its sandbox to root, so root lends the packaged app to someone with no rights at all. */
const isRoot = process.getuid?.() === 0
const NOBODY = { uid: 65_534, gid: 65_534 }
const START_MAX_MS = 60_000

let workplace: string
let app: string
let home: string
const started: ChildProcess[] = []

beforeAll(async () => {
  const packaged = await packageApp({ installers: false, mayInstall: true })
  workplace = mkdtempSync(path.join(os.tmpdir(), 'kontor-packaged-'))
  app = path.join(workplace, 'app')
  home = path.join(workplace, 'home')
  cpSync(packaged, app, { recursive: true, verbatimSymlinks: true })
  mkdirSync(home)
  chmodSync(workplace, 0o755)
  if (isRoot) chownSync(home, NOBODY.uid, NOBODY.gid)
  // Where user namespaces are forbidden, an installer gives the helper to root; so does this test.
  else if (sandboxObstacle(app) !== undefined) spawnSync('sudo', ['-n', 'sh', '-c', 'chown root:root "$0" && chmod 4755 "$0"', path.join(app, 'chrome-sandbox')])
}, 300_000)

afterEach(async () => {
  await Promise.all(started.splice(0).map(end))
})

afterAll(() => {
  rmSync(workplace, { recursive: true, force: true, maxRetries: 5 })
})

const resources = () => (process.platform === 'darwin' ? path.join(app, 'Kontor.app', 'Contents', 'Resources') : path.join(app, 'resources'))

function executable(): string {
  if (process.platform === 'darwin') return path.join(app, 'Kontor.app', 'Contents', 'MacOS', 'Kontor')
  return path.join(app, process.platform === 'win32' ? 'Kontor.exe' : 'kontor')
}

/** With a home of its own and nothing else from this machine but its display. */
function start(args: string[], display = process.env['DISPLAY']): ChildProcess {
  const { PATH, SystemRoot, TEMP } = process.env
  const own = { PATH, DISPLAY: display, SystemRoot, TEMP, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config'), XDG_DATA_HOME: path.join(home, 'data'), XDG_CACHE_HOME: path.join(home, 'cache'), KONTOR_DATA_DIR: path.join(home, 'kontor') }
  const asNobody = isRoot ? ['runuser', '-u', 'nobody', '--'] : []
  const [command = '', ...rest] = [...asNobody, executable(), ...args]
  const child = spawn(command, rest, { env: own, cwd: home, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  // Its helpers belong to the same group and go with it.
  if (process.platform === 'win32') child.kill()
  else process.kill(-child.pid, 'SIGKILL')
  await gone
}

/** Resolves with what it wrote until it was ready or ended. */
function outcome(child: ChildProcess): Promise<{ isReady: boolean; code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', '']
    const timer = setTimeout(() => { reject(new Error(`neither ready nor ended after ${START_MAX_MS} ms:\n${stdout}${stderr}`)) }, START_MAX_MS)
    const settle = (isReady: boolean, code: number | null) => { clearTimeout(timer); resolve({ isReady, code, stdout, stderr }) }
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => { stderr += piece })
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece
      if (/^ready$/m.test(stdout)) settle(true, null)
    })
    child.once('close', (code) => { settle(false, code) })
  })
}

/** The first thing on stdout that fits. */
async function firstMatch(child: ChildProcess, wanted: RegExp): Promise<string> {
  let stdout = ''
  for await (const piece of child.stdout ?? []) {
    stdout += String(piece)
    const found = wanted.exec(stdout)
    if (found) return found[0]
  }
  throw new Error(`it ended after: ${stdout}`)
}

/** The kernel's own word about the processes that show pages: 2 is a seccomp filter. */
function rendererSeccomp(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (!command.startsWith(app) || !command.includes('--type=renderer')) return []
      return [/^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'unknown']
    } catch {
      return [] // It ended while we looked.
    }
  })
}

describe('the packaged app', () => {
  it('opens for an ordinary user, with the sandbox on', async () => {
    const { isReady, stderr } = await outcome(start([]))

    expect(isReady, stderr).toBe(true)
    if (process.platform === 'linux') {
      const renderers = rendererSeccomp()
      expect(renderers.length).toBeGreaterThan(0)
      expect(new Set(renderers)).toEqual(new Set(['2']))
    }
  })

  it.each(['--no-sandbox', '--disable-web-security', '--remote-debugging-port=0'])('refuses %s and says so', async (unsafe) => {
    const { isReady, code, stderr } = await outcome(start([unsafe]))

    expect(isReady).toBe(false)
    expect(code).not.toBe(0)
    expect(stderr).toContain(unsafe.split('=')[0])
  })

  it('is the command line too, without a window and without a display', async () => {
    const file = path.join(workplace, 'statement.ofx')
    writeFileSync(file, '<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>2</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105<TRNAMT>-5.00<FITID>1<NAME>Bakery</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>')
    const read = await outcome(start(['--cli', '--json', 'inspect', file], ''))
    const missing = await outcome(start(['--cli', 'inspect', path.join(workplace, 'nowhere.ofx')], ''))

    expect(read.code, read.stderr).toBe(0)
    expect(JSON.parse(read.stdout)).toMatchObject({ statements: [{ acctid: '2', n: 1, sum: '-5' }] })
    expect([missing.code, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toContain('nowhere.ofx')
  })

  it('serves the demo bank until it is told to end, and leaves nothing running', async () => {
    const child = start(['--cli', 'demo-bank'], '')
    const ended = once(child, 'exit')
    const url = await firstMatch(child, /http:\/\/127\.0\.0\.1:\d+\/fints/)
    const answers = () => fetch(url, { method: 'POST', body: 'nonsense' }).then(({ status }) => status, () => 'nobody')

    expect(await answers()).toBe(200)
    child.kill('SIGTERM')
    await ended
    await expect.poll(answers, { timeout: START_MAX_MS }).toBe('nobody')
  })

  it('has its fuses set, so that nothing can turn it into another program', async () => {
    const wire = await getCurrentFuseWire(process.platform === 'darwin' ? path.join(app, 'Kontor.app') : executable())
    const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE

    expect(isOn(FuseV1Options.RunAsNode)).toBe(false)
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false)
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false)
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false)
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true)
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true)
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true)
  })

  it('carries one native module, the notices, and no demo app of Electron', () => {
    const binaries = readdirSync(path.join(resources(), 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'))

    expect(binaries.map((name) => path.basename(name))).toEqual([`${process.platform}-${process.arch}.node`])
    expect(readFileSync(path.join(resources(), 'THIRD-PARTY-NOTICES.txt'), 'utf8').includes('better-sqlite3')).toBe(true)
    expect(existsSync(path.join(resources(), 'default_app.asar'))).toBe(false)
  })

  it('is marked when it must not be given away', async () => {
    const { origin } = await findElectronRuntime()

    expect(existsSync(path.join(resources(), 'development-build.txt'))).toBe(origin === 'development')
  })
})
