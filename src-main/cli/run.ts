import { resolve } from 'node:path'
import { currentSurroundings, dataPaths } from '#main/platform/paths.ts'
import { invalidText } from '#shared/error-things.ts'
import type { Language } from '#shared/preferences.ts'
import { err } from '#shared/result.ts'
import type { Command, Context, Outcome, Terminal } from './command.ts'
import { parseCommandLine, type Invocation, type WrongUsage } from './arguments.ts'
import { failureText } from './failure-text.ts'
import { helpText, versionText } from './help.ts'
import { optionFor } from './usage.ts'
import { words } from './words.ts'

const DONE = 0
const FAILED = 1
const WRONG_USAGE = 2

/** Answers one command line, and returns the exit code once there is nothing left to serve; stdout stays empty unless it is 0. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = languageOf(terminal.env)
  const parsed = parseCommandLine(args)
  if (!parsed.ok) return refuse(parsed.error, terminal, language)
  if (parsed.value === 'help' || parsed.value === 'version') {
    terminal.out(parsed.value === 'help' ? helpText(language) : versionText())
    return DONE
  }
  const invocation = parsed.value
  const named = namedLedger(invocation, terminal)
  const ledgerFile = named ?? dataPaths({ ...currentSurroundings(), env: terminal.env, args }).ledger
  const context: Context = { terminal, language, plain: invocation.plain, ledgerFile, isOwnLedger: named === undefined }
  const outcome = await outcomeOf(invocation, context)
  const code = report(outcome, invocation, terminal, language)
  if (outcome.ok) await outcome.value.until
  return code
}

/** What nobody expected is a bug of ours: it gets a number and a place in the log, and the person a sentence. */
async function outcomeOf({ name, command, args }: Invocation, context: Context): Promise<Outcome> {
  try {
    const work = await command.load()
    return await work(context, args)
  } catch (cause) {
    const { cliIncidents } = await import('./incidents.ts')
    return err({ kind: 'bug', incidentId: cliIncidents(context.terminal).reportBug(`kontor ${name}`, cause) })
  }
}

function report(outcome: Outcome, { json, command, args }: Invocation, terminal: Terminal, language: Language): number {
  if (outcome.ok) {
    const text = json ? JSON.stringify(outcome.value.json) : outcome.value.text()
    terminal.out(text === '' ? '' : `${text}\n`)
    return DONE
  }
  return tell(outcome.error, { command, args }, terminal, language)
}

function tell(failure: Extract<Outcome, { ok: false }>['error'], { command, args }: Pick<Invocation, 'command' | 'args'>, terminal: Terminal, language: Language): number {
  if (failure.kind === 'usage') return refuse({ reason: failure.reason, command, step: args.positionals[0] }, terminal, language)
  const { error: told, file } = failure.kind === 'file' ? failure : { error: failure, file: undefined }
  const isUnsaid = told.kind === 'invalid_input' && invalidText(told.path) === undefined
  const error = isUnsaid ? { ...told, path: optionFor(told.path, Object.keys(command.options)) } : told
  terminal.note(`kontor: ${file === undefined ? '' : `${file}: `}${failureText(error, language)}\n`)
  return FAILED
}

function refuse({ reason, command, step }: WrongUsage, terminal: Terminal, language: Language): number {
  const usage = command === undefined ? words(language).seeHelp : `${words(language).usage}: kontor ${usageOf(command, step)}`
  terminal.note(`kontor: ${reason[language]}\n${usage}\n`)
  return WRONG_USAGE
}

/** Of many steps the one that was meant, with the lines that go on with it. */
function usageOf({ usage }: Command, step: string | undefined): string {
  const [name = ''] = usage.split(' ')
  const forms = usage.split(new RegExp(`\\n(?= *${name} )`)).map((form) => form.trim())
  const meant = forms.filter((form) => form.split(' ')[1] === step)
  return (meant.length === 0 ? forms : meant).join('\n  ')
}

/**
 * SQLite's binding strips blanks from a name and takes ':memory:' for no file at all. Left to it, the key file would stand
 * under the name as given and the ledger under another one, or nowhere.
 */
function namedLedger({ ledger }: Invocation, { env }: Terminal): string | undefined {
  const named = [ledger, env['KONTOR_LEDGER']].map((file) => file?.trim()).find((file) => file !== undefined && file !== '')
  return named === ':memory:' ? resolve(named) : named
}

/** POSIX: LC_ALL beats LC_MESSAGES beats LANG. */
function languageOf(env: Terminal['env']): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => name !== undefined && name !== '')
  return locale?.startsWith('de') === true ? 'de' : 'en'
}
