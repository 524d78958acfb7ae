import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { HIRMG2, HIRMS2, type WireFeedback } from '#main/connectors/fints/segments/dialog.ts'

/** One thing the bank says: to the whole message, or to one segment of it. */
export interface Say {
  /** Number of the segment it answers; null for the message. */
  readonly segment: number | null
  readonly code: string
  readonly text: string
  /** Place of the element that is meant, `4,2`. */
  readonly element?: string | undefined
  readonly parameters?: readonly string[] | undefined
}

/** Why the bank does not do what it was asked. `reason` is for the developer of the other program, in English. */
export interface Refusal extends Say {
  readonly reason: string
  readonly endsDialog: boolean
  /** Goes along, the methods that would be permitted for instance. */
  readonly also?: readonly Say[]
}

export interface Answer {
  readonly say: readonly Say[]
  readonly segments: readonly Draft[]
}

export const refusal = (segment: number | null, code: string, text: string, reason: string, more: Partial<Refusal> = {}): Refusal => ({ segment, code, text, reason, endsDialog: segment === null, ...more })

export const say = (segment: number | null, code: string, text: string, ...parameters: readonly string[]): Say => ({ segment, code, text, parameters })

export function refused(refusal: Refusal): Answer {
  const { segment, also = [], endsDialog } = refusal
  const ending = endsDialog ? [say(null, '9800', 'Dialog abgebrochen')] : []
  return { say: [...(segment === null ? [] : [say(null, '9050', 'Die Nachricht enthält Fehler.')]), ...ending, refusal, ...also], segments: [] }
}

/** HIRMG, then one HIRMS for each segment that is spoken of, then the data (Formals B.7). */
export function draftsOf({ say: all, segments }: Answer): Draft[] {
  const general = all.filter(({ segment }) => segment === null)
  const places = [...new Set(all.map(({ segment }) => segment).filter((segment) => segment !== null))].sort((a, b) => a - b)
  const hasWarning = all.some(({ code }) => code.startsWith('3'))
  const summary = hasWarning ? say(null, '3060', 'Bitte beachten Sie die enthaltenen Warnungen/Hinweise.') : say(null, '0010', 'Nachricht entgegengenommen.')
  return [
    draft(HIRMG2, { feedback: (general.length === 0 ? [summary] : general).map(toWire) }),
    ...places.map((place) => draft(HIRMS2, { feedback: all.filter(({ segment }) => segment === place).map(toWire) }, place)),
    ...segments,
  ]
}

const TEXT_MAX = 80

const toWire = ({ code, element, text, parameters = [] }: Say): WireFeedback => ({ code, element, text: text.slice(0, TEXT_MAX), parameters })
