import type { AppError } from '#shared/errors.ts'
import type { HttpFailure } from '#main/platform/http.ts'
import { transportError } from '../../transport.ts'
import { meaningOf, type OfxStatus } from '../status/meaning.ts'

/** After these the password is not sent again until a person has typed it anew. */
const PASSWORD_REFUSED = new Set(['15500', '15502'])
const LOCKED = '15502'
/** What was wrong besides: the answer to a question, or a code. */
const ASKED: Readonly<Record<string, 'answer' | 'code'>> = { '3001': 'answer', '2022': 'code', '15513': 'code' }

export const refusesPassword = ({ code }: OfxStatus): boolean => PASSWORD_REFUSED.has(code)

/** The bank's words, or ours where it has none. */
const wordsOf = (status: OfxStatus): string => status.message === '' ? meaningOf(status).en.what : status.message

/** A refusal as the person should see it. The code's meaning and next step are `meaningOf`. */
export function refusalOf(status: OfxStatus): AppError {
  if (status.code === LOCKED) return { kind: 'access_blocked', message: wordsOf(status) }
  if (PASSWORD_REFUSED.has(status.code)) return { kind: 'pin_wrong', message: wordsOf(status), attemptsLeft: null, login: 'password' }
  const asked = ASKED[status.code]
  if (asked !== undefined) return { kind: 'tan_wrong', message: wordsOf(status), asked }
  return { kind: 'bank_rejected', code: status.code, message: wordsOf(status) }
}

/** A failed transport as the person should see it: some banks refuse by a status. */
export function wireError(failure: HttpFailure, url: string): AppError {
  if (failure.reason === 'too_large') return { kind: 'answer_unreadable' }
  const error = transportError(failure, url)
  const isRefused = failure.reason === 'status' && error.kind === 'bank_unreachable' && !isTheirs(failure.status)
  return isRefused ? { kind: 'bank_rejected', code: `HTTP ${failure.status ?? ''}`, message: '' } : error
}

const isTheirs = (status: number | null): boolean => status === null || status >= 500 || status === 429
