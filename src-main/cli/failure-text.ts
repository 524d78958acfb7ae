import { sentence } from '#shared/error-text.ts'
import type { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/preferences.ts'
import type { Usage } from './usage.ts'
import { words } from './words.ts'

/** A failure in one line: what happened, and what helps on the command line, where that is something else than in the window. */
export function failureText(failure: AppError | Usage, language: Language): string {
  if (failure.kind === 'usage') return failure.reason[language]
  const { what, next } = sentence(failure, language)
  return `${what} ${nextHere(failure, language) ?? next}`
}

function nextHere({ kind }: AppError, language: Language): string | undefined {
  switch (kind) {
    case 'pin_required': return words(language).nextPin
    case 'user_action_required': return words(language).nextByHand
    default: return undefined
  }
}
