import type { AppError } from '#shared/errors.ts'
import type { HttpFailure } from '#main/platform/http.ts'
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

/** Nothing here takes messages, or it has moved to where no password follows. */
const isWrongAddress = (status: number): boolean => (status >= 300 && status < 400) || status === 404 || status === 405 || status === 410

/** A failed transport as the person should see it. */
export function transportError(failure: HttpFailure, url: string): AppError {
  switch (failure.reason) {
    case 'offline':
      return { kind: 'offline' }
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'insecure':
      return { kind: 'invalid_input', path: 'url.plain' }
    case 'tls':
      return { kind: 'connection_untrusted', host: URL.canParse(url) ? new URL(url).host : url }
    case 'status':
      if (isWrongAddress(failure.status ?? 0)) return { kind: 'invalid_input', path: 'url' }
      return isTheirs(failure.status) ? { kind: 'bank_unreachable', retryAfterSeconds: failure.retryAfterSeconds } : { kind: 'bank_rejected', code: `HTTP ${failure.status ?? ''}`, message: '' }
    case 'proxy':
      return { kind: 'proxy_failed', reason: 'unreachable' }
    case 'proxy_login':
      return { kind: 'proxy_failed', reason: 'login' }
    case 'too_large':
      return { kind: 'answer_unreadable' }
    default:
      return { kind: 'bank_unreachable', retryAfterSeconds: failure.retryAfterSeconds }
  }
}

const isTheirs = (status: number | null): boolean => status === null || status >= 500 || status === 429
