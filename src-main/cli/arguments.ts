import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { err, ok, type Result } from '#shared/result.ts'
import type { Arguments, Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { tooMany, usage, type Usage } from './usage.ts'

const GLOBAL = {
  ledger: { type: 'string' },
  plain: { type: 'boolean' },
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig

export interface Invocation {
  readonly name: string
  readonly command: Command
  readonly args: Arguments
  readonly json: boolean
  readonly plain: boolean
  readonly ledger: string | undefined
}

/** What is wrong with the words typed; the usage of `command` (if it was named) follows. */
export interface WrongUsage { readonly reason: Usage['reason']; readonly command: Command | undefined; readonly step?: string | undefined }

/** `help` and `version` are answered before anything else, with or without a command. */
export type Parsed = Invocation | 'help' | 'version'

/** Global options may stand before or after the command. Unknown options and missing operands are wrong usage. */
export function parseCommandLine(args: readonly string[]): Result<Parsed, WrongUsage> {
  const loose = parseArgs({ args: [...args], options: GLOBAL, strict: false, allowPositionals: true, tokens: true })
  if (loose.values.help === true) return ok('help')
  if (loose.values.version === true) return ok('version')
  const first = loose.tokens.find((token) => token.kind === 'positional')
  if (first === undefined) return args.length === 0 ? ok('help') : err({ reason: usage('no command', 'kein Befehl').reason, command: undefined })
  const name = first.value
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  return command === undefined ? err({ reason: usage(`unknown command: ${name}`, `unbekannter Befehl: ${name}`).reason, command: undefined }) : parseFor(name, command, args)
}

function parseFor(name: string, command: Command, args: readonly string[]): Result<Invocation, WrongUsage> {
  const parsed = parseStrictly(args, { ...GLOBAL, ...command.options })
  if (!parsed.ok) return err({ reason: parsed.error, command })
  const { positionals, values } = parsed.value
  const operands = positionals.slice(1)
  const [min, max] = command.operands
  if (operands.length < min || operands.length > max) return err({ reason: (operands.length < min ? usage('an operand is missing', 'es fehlt eine Angabe') : tooMany(operands.slice(max))).reason, command, step: operands[0] })
  const { ledger, plain, json } = values
  return ok({
    name,
    command,
    args: { positionals: operands, values },
    json: json === true,
    plain: plain === true,
    ledger: typeof ledger === 'string' ? ledger : undefined,
  })
}

function parseStrictly(args: readonly string[], options: ParseArgsOptionsConfig): Result<{ positionals: string[]; values: Record<string, string | boolean | undefined> }, Usage['reason']> {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value] as const)
    return ok({ positionals, values: Object.fromEntries(single) })
  } catch (cause) {
    // util.parseArgs reports what a person typed wrongly by throwing.
    if (cause instanceof TypeError && 'code' in cause) return err(wordsFor(String(cause.code), cause.message).reason)
    throw cause
  }
}

/** The option stands in quotes in its sentence, as in `Option '--limit <value>' argument missing`. */
function wordsFor(code: string, sentence: string): Usage {
  const [, option = ''] = /'(?:-\w, )?(-[^\s'=]*)/.exec(sentence) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return usage(`unknown option: ${option}`, `unbekannte Option: ${option}`)
  if (sentence.includes('does not take')) return usage(`${option} takes no value`, `${option} nimmt keinen Wert`)
  if (sentence.includes('ambiguous')) return usage(`${option} needs a value; one that begins with a hyphen is written ${option}=-…`, `${option} braucht einen Wert; einer, der mit einem Strich beginnt, wird ${option}=-… geschrieben`)
  return usage(`${option} needs a value`, `${option} braucht einen Wert`)
}
