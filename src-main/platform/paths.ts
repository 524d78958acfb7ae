import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** What decides where files go, passed in so that every system's rules can be tested on any one. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly executable: string
  readonly args: readonly string[]
  exists(file: string): boolean
}

export interface DataPaths {
  readonly folder: string
  /** The app's own ledger, also the command line's default. */
  readonly ledger: string
  readonly preferences: string
  /** Where the window stood; nothing private. */
  readonly windowState: string
  /** Present while the ledger was locked on purpose, so that a restart does not unlock it. */
  readonly lockMark: string
  readonly logs: string
  /** What Chromium itself keeps. */
  readonly browser: string
}

export const currentSurroundings = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  executable: process.execPath,
  args: process.argv.slice(1),
  exists: existsSync,
})

/**
 * Every path of the app, without asking Electron, so that the command line finds the same ledger: `--data-dir`, else
 * `KONTOR_DATA_DIR`, else `data` beside a `portable.txt`, else the system's place for an application's data.
 */
export function dataPaths(around: Surroundings = currentSurroundings()): DataPaths {
  const folder = dataFolder(around)
  const inside = (name: string): string => rulesOf(around).join(folder, name)
  return {
    folder,
    ledger: inside('ledger.kontor'),
    preferences: inside('preferences.json'),
    windowState: inside('window.json'),
    lockMark: inside('locked'),
    logs: inside('logs'),
    browser: inside('browser'),
  }
}

function dataFolder(around: Surroundings): string {
  const chosen = optionValue(around.args, '--data-dir') ?? nonEmpty(around.env['KONTOR_DATA_DIR'])
  return chosen === undefined ? portableFolder(around) ?? systemFolder(around) : rulesOf(around).resolve(chosen)
}

/** `--name=value` and `--name value`. */
function optionValue(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  const arg = args[at]
  if (arg === undefined) return undefined
  return nonEmpty(arg === name ? args[at + 1] : arg.slice(name.length + 1))
}

/** An AppImage runs from a mount of its own, and a mac app from inside its bundle: `portable.txt` lies beside what the user moves about. */
function portableFolder(around: Surroundings): string | undefined {
  const rules = rulesOf(around)
  const bundle = around.platform === 'darwin' ? /^(.*\.app)\/Contents\//.exec(around.executable)?.[1] : undefined
  const beside = rules.dirname(bundle ?? nonEmpty(around.env['APPIMAGE']) ?? around.executable)
  return around.exists(rules.join(beside, 'portable.txt')) ? rules.join(beside, 'data') : undefined
}

function systemFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return path.win32.join(nonEmpty(env['APPDATA']) ?? path.win32.join(home, 'AppData', 'Roaming'), 'Kontor')
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Kontor')
  // XDG Base Directory Specification: a relative path there is invalid and to be ignored.
  const share = nonEmpty(env['XDG_DATA_HOME'])
  return path.posix.join(share?.startsWith('/') === true ? share : path.posix.join(home, '.local', 'share'), 'kontor')
}

const rulesOf = ({ platform }: Surroundings): path.PlatformPath => (platform === 'win32' ? path.win32 : path.posix)
const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
