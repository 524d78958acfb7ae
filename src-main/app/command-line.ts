import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { app } from 'electron'

/**
 * The command line of an installed Kontor, `kontor --cli …`: a release cannot run as plain Node, its fuse is off
 * (docs/adr/0009-packaged-command-line.md).
 */
const HEADLESS = '--ozone-platform=headless'
/** Chromium's own chatter would stand between the lines that people and programs read. */
const QUIET = ['--log-level=3', '--disable-gpu']

/** Runs it and ends the process with its exit code. No window, no single instance, nothing of Chromium's kept. */
export function runCommandLine(args: readonly string[]): void {
  if (process.argv.includes(HEADLESS)) {
    endWithFirstStart()
    void answer(args)
    return
  }
  // The window's own folder may be in use.
  const folder = mkdtempSync(path.join(app.getPath('temp'), 'kontor-'))
  const leave = (): void => { rmSync(folder, { recursive: true, force: true }) }
  if (process.platform === 'linux') {
    const code = startHeadless(folder)
    leave()
    app.exit(code)
    return
  }
  for (const place of ['userData', 'sessionData', 'crashDumps'] as const) app.setPath(place, folder)
  app.once('quit', leave)
  void answer(args)
}

/** Chromium asks Linux for a display as soon as our first module has been read, so it is told by a start of its own. */
function startHeadless(folder: string): number {
  const { status } = spawnSync(process.execPath, [HEADLESS, `--user-data-dir=${folder}`, ...QUIET, ...process.argv.slice(1)], { stdio: 'inherit' })
  return status ?? 1
}

const LOOK_MS = 300

/** The first start waits for this one and cannot pass on the signal that ends it, so it is watched; what it would have cleared away falls to us. */
function endWithFirstStart(): void {
  const first = process.ppid
  const isAlone = (): boolean => process.ppid !== first
  const watch = setInterval(() => {
    if (!isAlone()) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  app.once('quit', () => { if (isAlone()) rmSync(app.getPath('userData'), { recursive: true, force: true }) })
}

async function answer(args: readonly string[]): Promise<void> {
  // Loaded only now, so that the window's start does not pay for it.
  const [{ run }, { systemTerminal }] = await Promise.all([import('#main/cli/run.ts'), import('#main/cli/terminal.ts')])
  app.exit(await run(args, systemTerminal))
}
