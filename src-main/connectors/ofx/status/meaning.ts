import type { Both } from '#shared/error-things.ts'
import { CODES, codeText, type CodeClass, type CodeEntry } from '#shared/ofx-codes.ts'

const UNLISTED: Readonly<Record<CodeClass, CodeEntry>> = {
  success: ['Die Bank hat die Anfrage angenommen.', 'The bank has accepted the request.', 'nothing'],
  hint:    ['Die Bank gibt einen Hinweis.', 'The bank gives a hint.', 'read'],
  refusal: ['Die Bank hat die Anfrage abgelehnt.', 'The bank has refused the request.', 'askBank'],
}

/** A STATUS as the bank sent it, with what it means. */
export interface OfxStatus {
  readonly code: string
  readonly severity: string
  /** The bank's own words; empty where it has none. */
  readonly message: string
  readonly class: CodeClass
}

/** The code decides: banks send SEVERITY as it comes. Only a code that nobody listed is judged by it. */
export function statusOf(code: string, severity: string, message: string): OfxStatus {
  const number = code.replace(/^0+(?=\d)/, '')
  const listed = CODES[number]
  const ofUnlisted = severity.toUpperCase() === 'ERROR' || (severity === '' && number === '') ? 'refusal' : 'hint'
  return { code: number, severity, message, class: listed === undefined ? ofUnlisted : listed[3] ?? 'refusal' }
}

export const isListed = (code: string): boolean => Object.hasOwn(CODES, code)

/** Meaning and next step of any status, also of one that a bank made up, in our own words. The bank's own text is always shown beside it. */
export const meaningOf = ({ code, class: of }: Pick<OfxStatus, 'code' | 'class'>): Both => codeText(CODES[code] ?? UNLISTED[of])
