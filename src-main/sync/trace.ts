import type { Clock } from '#main/platform/clock.ts'
import { logFiles } from '#main/platform/log-files.ts'

/** What switches the protocol trace on. It shows what was sent and received without a name, number, amount or secret in it. */
const SWITCH = 'KONTOR_TRACE'
const LIMITS = { bytesMax: 8 * 1024 * 1024, filesKept: 3 }

/** Writes the messages of banks into `trace.log` beside the log, where the person has asked for it. Redacted by the codec itself. */
export function traceWhereAsked(env: Readonly<Record<string, string | undefined>>, folder: string, clock: Clock): ((entry: object) => void) | undefined {
  if (env[SWITCH] !== '1') return undefined
  const sink = logFiles(folder, LIMITS, 'trace')
  return (entry) => { sink.write(`${JSON.stringify({ at: clock.now(), ...entry })}\n`) }
}
