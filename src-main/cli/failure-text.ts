import { sentence } from '#shared/error-text.ts'
import type { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/preferences.ts'
import type { Usage } from './usage.ts'
import { words } from './words.ts'

/** In place of the entry that is not valid, where there is none. */
export const NOBODY_THERE = ''

/** A failure in one line: what happened, and what helps on the command line, where that is something else than in the window. */
export function failureText(failure: AppError | Usage, language: Language): string {
  if (failure.kind === 'usage') return failure.reason[language]
  if (saysAll(failure)) return failure.reason
  const { what, next } = sentence(failure, language)
  return `${what} ${nextHere(failure, language) ?? next}`
}

/** A question of the bank that nobody could answer is no entry that somebody made; its reason is the whole sentence. */
const saysAll = (failure: AppError): failure is Extract<AppError, { kind: 'invalid_input' }> & { readonly reason: string } =>
  failure.kind === 'invalid_input' && failure.path === NOBODY_THERE && failure.reason !== undefined

/** The same where one line has to do: what happened. */
export const whatText = (failure: AppError | Usage, language: Language): string => {
  if (failure.kind === 'usage') return failure.reason[language]
  return saysAll(failure) ? failure.reason : sentence(failure, language).what
}

function nextHere(error: AppError, language: Language): string | undefined {
  switch (error.kind) {
    case 'not_found': return error.what === 'ledger' ? words(language).nextLedger : undefined
    case 'pin_required': return words(language).nextPin
    case 'user_action_required': return words(language).nextByHand
    default: return undefined
  }
}
