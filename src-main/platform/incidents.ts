import { framesOf, type Log } from './log.ts'
import type { Random } from './random.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes a bug down and returns the id the user can quote. `where` is a place in the code, such as a channel. */
export type ReportBug = (where: string, cause: unknown) => string

/** What a window already stripped of its texts; it is stripped once more here. */
export interface WindowIncident { readonly where: string; readonly name: string; readonly stack: string }

/** A bug in a thread, which has already given it an id. */
export interface ThreadIncident { readonly incidentId: string; readonly where: string; readonly error: string; readonly stack: string }

export interface Incidents {
  readonly reportBug: ReportBug
  recordFromThread(incident: ThreadIncident): void
  reportWindow(incident: WindowIncident): string
}

/**
 * An incident is an id, a place and the frames of the stack. Messages stay out of it: "no such account DE12…" would carry
 * the account to whoever reads the log.
 */
export function createIncidents(log: Log, random: Random): Incidents {
  const write = (where: string, errorName: string, code: string | undefined, frames: string[]): string => {
    const incidentId = newIncidentId(random)
    log.error('bug.found', { incidentId, where, errorName, code, frames })
    return incidentId
  }
  return {
    reportBug(where, cause) {
      if (!(cause instanceof Error)) return write(where, 'Error', undefined, [])
      const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
      return write(where, cause.name, code, [...framesOf(cause.stack ?? '', cause.message), ...causeFrames(cause.cause)])
    },
    recordFromThread({ incidentId, where, error, stack }) {
      log.error('bug.found', { incidentId, where, errorName: error, frames: framesOf(stack) })
    },
    reportWindow: ({ where, name, stack }) => write(where, name, undefined, framesOf(stack)),
  }
}

const causeFrames = (cause: unknown): string[] => (cause instanceof Error ? framesOf(cause.stack ?? '', cause.message) : [])

/** Short enough to read out on the telephone: `4KX0-9ZTB`. */
export function newIncidentId(random: Random): string {
  const letters = Array.from(random.bytes(8), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`
}
