import type { AppError } from '#shared/errors.ts'
import { mainRefusal, type Feedback } from '../message/feedback.ts'

/** After these the PIN is not sent again until a person has typed it anew (PIN/TAN B.6, C.2.1). */
const PIN_REFUSED = new Set(['9340', '9910', '9942'])
const ACCESS_BLOCKED = new Set(['3931', '3933', '3938', '9930', '9931'])
const TAN_REFUSED = new Set(['9941', '9943', '9951', '9991'])
/** The bank has closed the dialog; its id is dead (Formals B.7.6, C.1.2). */
const DIALOG_ENDED = new Set(['0100', '9800', '9000', '9075', '9077', '9078', '9361', '9997'])

const ATTEMPTS_LEFT = /(?:noch|weiteren?|verbleibend\S*|remaining)\D{0,30}(\d{1,2})/iu
const ATTEMPTS_BEFORE = /(\d{1,2})\s+(?:weitere|verbleibende)/iu

export const refusesPin = (feedback: readonly Feedback[]): Feedback | undefined =>
  feedback.find(({ code }) => ACCESS_BLOCKED.has(code)) ?? feedback.find(({ code }) => PIN_REFUSED.has(code))

const refusesTan = (feedback: readonly Feedback[]): Feedback | undefined => feedback.find(({ code }) => TAN_REFUSED.has(code))

export const endsDialog = (feedback: readonly Feedback[]): boolean => feedback.some(({ code }) => DIALOG_ENDED.has(code))

/** What the bank refused, in the order of what matters most to the person. */
export function refusalOf(feedback: readonly Feedback[]): AppError | null {
  const pin = refusesPin(feedback)
  if (pin !== undefined) return pinError(pin)
  const tan = refusesTan(feedback)
  if (tan !== undefined) return { kind: 'tan_wrong', message: tan.text }
  const main = mainRefusal(feedback)
  return main === undefined ? null : { kind: 'bank_rejected', code: main.code, message: main.text }
}

export function pinError({ code, text, parameters }: Pick<Feedback, 'code' | 'text' | 'parameters'>): AppError {
  return ACCESS_BLOCKED.has(code)
    ? { kind: 'access_blocked', message: text }
    : { kind: 'pin_wrong', message: text, attemptsLeft: attemptsLeft(code, text, parameters) }
}

/** Attempts the bank names as left; a total ("3 Fehlversuche führen zur Sperrung") is not one. */
function attemptsLeft(code: string, text: string, parameters: readonly string[]): number | null {
  const [first = ''] = parameters
  if ((code === '9350' || code === '9360') && /^\d{1,2}$/.test(first)) return Number(first)
  const found = ATTEMPTS_LEFT.exec(text) ?? ATTEMPTS_BEFORE.exec(text)
  return found?.[1] === undefined ? null : Number(found[1])
}
