import path from 'node:path'
import { HANDED_MAX } from '#shared/ipc/limits.ts'

/**
 * The files a command line names: everything that is no switch. The first argument of an unpackaged start is the app's own
 * folder; `--data-dir DIR` takes a value of its own.
 */
export function filesIn(args: readonly string[], workingFolder: string, isPackaged: boolean): string[] {
  const own = args.slice(isPackaged ? 1 : 2)
  return own.filter((arg, at) => arg !== '' && !arg.startsWith('-') && own[at - 1] !== '--data-dir').map((arg) => path.resolve(workingFolder, arg))
}

/**
 * Files for the Kontor that runs already, in ASCII: with a name beyond Latin-1 Electron 42 waits on Linux for an answer that
 * never comes, and then ends the one that runs.
 */
export const packFiles = (files: readonly string[]): string => Buffer.from(JSON.stringify(files)).toString('base64url')

/** Chromium's bound for the whole message on Linux, its arguments and folder included, less what it adds itself; past it the same happens. */
const MESSAGE_MAX = 30_000

export const fitsMessage = (args: readonly string[], folder: string, packed: string): boolean =>
  [...args, folder, packed].reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0) <= MESSAGE_MAX

/** What another start of ours sent; anything on this computer could have sent it, so it is looked at. */
export function unpackFiles(data: unknown): string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data && typeof data.files === 'string' ? parsed(data.files) : null
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string').slice(0, HANDED_MAX) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** What stands behind `--cli`, for the command line; undefined where the window is meant. Only switches may stand before it. */
export function commandLineIn(argv: readonly string[], isPackaged: boolean): readonly string[] | undefined {
  const args = argv.slice(isPackaged ? 1 : 2)
  const at = args.indexOf('--cli')
  return at >= 0 && args.slice(0, at).every((arg) => arg.startsWith('--')) ? args.slice(at + 1) : undefined
}
