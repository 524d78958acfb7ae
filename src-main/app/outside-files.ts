import path from 'node:path'

/**
 * The files a command line names: everything that is no switch. The first argument of an unpackaged start is the app's own
 * folder; `--data-dir DIR` takes a value of its own.
 */
export function filesIn(args: readonly string[], workingFolder: string, isPackaged: boolean): string[] {
  const own = args.slice(isPackaged ? 1 : 2)
  return own.filter((arg, at) => arg !== '' && !arg.startsWith('-') && own[at - 1] !== '--data-dir').map((arg) => path.resolve(workingFolder, arg))
}
