import type { Both } from '#shared/error-things.ts'
import { REFUSAL_CODES } from '#shared/fints-refusals.ts'
import { codeText, type CodeEntry } from '#shared/fints-steps.ts'
import { NOTICE_CODES } from './notice-codes.ts'

/** First digit of a code (Formals B.7.5): 0 done, 1 hint, 3 warning, 9 refused. */
export type CodeClass = 'success' | 'hint' | 'warning' | 'refusal'

const CLASS: Readonly<Record<CodeClass, CodeEntry>> = {
  success: ['Die Bank hat den Vorgang angenommen.', 'The bank has accepted this.', 'nothing'],
  hint:    ['Die Bank gibt einen Hinweis.', 'The bank gives a hint.', 'read'],
  warning: ['Die Bank weist auf etwas hin.', 'The bank warns of something.', 'read'],
  refusal: ['Die Bank hat den Vorgang abgelehnt.', 'The bank has refused this.', 'askBank'],
}

export function classOf(code: string): CodeClass {
  switch (code[0]) {
    case '0': return 'success'
    case '1': return 'hint'
    case '9': return 'refusal'
    default: return 'warning'
  }
}

const known = new Map<string, CodeEntry>([...Object.entries(NOTICE_CODES), ...Object.entries(REFUSAL_CODES)])

/** Whether the official list has the code; the others are a bank's own. */
export const isListed = (code: string): boolean => known.has(code)

/** Meaning and next step of any code, also of one that a bank made up, in our own words. The bank's own text is always shown beside it. */
export const meaningOf = (code: string): Both => codeText(known.get(code) ?? CLASS[classOf(code)])
