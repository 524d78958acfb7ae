import { CHANNELS, EVENTS } from '#shared/ipc/channels.ts'
import type { Clock } from './clock.ts'

const HIDDEN = '•••'
const NUMBER = /^-?\d+(?:\.\d+)?$/

/**
 * Everything a log line may carry, each with the form that makes it safe. A name, an IBAN, a purpose or a secret fits none
 * of them, so it cannot be logged by mistake: a value that does not fit its field is hidden.
 */
const FIELDS = {
  ms: NUMBER,
  count: NUMBER,
  bytes: NUMBER,
  line: NUMBER,
  exitCode: NUMBER,
  channel: oneOf(CHANNELS),
  event: oneOf(EVENTS),
  /** A ledger use-case: `transactions.page`. Digits are left out, so that no number of an account fits. */
  useCase: /^[a-z][A-Za-z]{1,30}\.[a-z][A-Za-z]{1,30}$/,
  /** AppError kinds, reasons and phases. */
  kind: /^[a-z]{2,20}(?:_[a-z]{2,20}){0,3}$/,
  reason: /^[a-z]{2,20}(?:[_-][a-z]{2,20}){0,3}$/,
  /** The operating system's, Node's and SQLite's own codes. */
  code: /^(?:E[A-Z]{2,15}|ERR_[A-Z_]{2,50}|SQLITE_[A-Z_]{2,40})$/,
  version: /^\d{1,3}(?:\.\d{1,5}){1,3}$/,
  platform: /^(?:linux|darwin|win32)$/,
  incidentId: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/,
  where: /^[a-z][A-Za-z]{0,30}(?:[.:/-][A-Za-z]{1,30}){0,4}$/,
  errorName: /^[A-Z][A-Za-z]{0,30}(?:Error|Exception|Failure)$|^Error$/,
} as const satisfies Record<string, RegExp>

export type LogFields = { readonly [F in keyof typeof FIELDS]?: string | number | null | undefined } & { readonly frames?: readonly string[] }
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface Log {
  debug(what: string, fields?: LogFields): void
  info(what: string, fields?: LogFields): void
  warn(what: string, fields?: LogFields): void
  error(what: string, fields?: LogFields): void
}

/** Takes finished lines; a file, or an array in a test. */
export interface LogSink { write(line: string): void }

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']
const WHAT = /^[a-z][A-Za-z]{1,30}\.[a-z][A-Za-z]{1,30}$/

/** One JSON object a line: time, level, what happened as `noun.verb`, and declared-safe fields. */
export function createLog(sink: LogSink, clock: Clock, least: LogLevel = 'info'): Log {
  const at = (level: LogLevel) => (what: string, fields: LogFields = {}): void => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    sink.write(`${JSON.stringify({ at: clock.now(), level, what: WHAT.test(what) ? what : HIDDEN, ...safeFields(fields) })}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function safeFields({ frames, ...fields }: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {}
  for (const [name, form] of Object.entries(FIELDS)) {
    const value = fields[name as keyof typeof FIELDS]
    if (value !== undefined && value !== null) safe[name] = form.test(String(value)) ? value : HIDDEN
  }
  if (frames !== undefined) safe['frames'] = frames.map((frame) => (FRAME.test(frame) ? frame : HIDDEN))
  return safe
}

/** A place in the code: function, file name, line. Never a folder, because folders carry people's names. */
const FRAME = /^(?:[\w.$<>]{1,80} )?[\w.@-]{1,60}\.(?:[cm]?[jt]s|vue):\d{1,7}(?::\d{1,7})?$/
const STACK_LINE = /^\s*at (?:async )?(?:new )?(?:([\w.$<>]{1,80}) (?:\[as \w+\] )?\()?(?:[^()]*[/\\])?([\w.@-]{1,60}\.(?:[cm]?[jt]s|vue):\d{1,7}(?::\d{1,7})?)\)?$/
const FRAMES_MAX = 20

/** The places a stack names, without messages and folders: an error's text may quote what the user typed. */
export function framesOf(stack: string, message = ''): string[] {
  const places = message === '' ? stack : stack.replace(message, '')
  return places.split('\n').flatMap((line) => {
    const [, where, file] = STACK_LINE.exec(line) ?? []
    return file === undefined ? [] : [where === undefined ? file : `${where} ${file}`]
  }).slice(0, FRAMES_MAX)
}

function oneOf(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.map((word) => word.replaceAll('.', '\\.')).join('|')})$`)
}
