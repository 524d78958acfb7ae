import path from 'node:path'

/**
 * The files a command line names: everything that is no switch. The first argument of an unpackaged start is the app's own
 * folder; `--data-dir DIR` takes a value of its own.
 */
export function filesIn(args: readonly string[], workingFolder: string, isPackaged: boolean): string[] {
  const own = args.slice(isPackaged ? 1 : 2)
  return own.filter((arg, at) => arg !== '' && !arg.startsWith('-') && own[at - 1] !== '--data-dir').map((arg) => path.resolve(workingFolder, arg))
}

/** What stands behind `--cli`, for the command line; undefined where the window is meant. Only switches may stand before it. */
export function commandLineIn(argv: readonly string[], isPackaged: boolean): readonly string[] | undefined {
  const args = argv.slice(isPackaged ? 1 : 2)
  const at = args.indexOf('--cli')
  return at >= 0 && args.slice(0, at).every((arg) => arg.startsWith('--')) ? args.slice(at + 1) : undefined
}
