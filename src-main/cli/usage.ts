import type { AppError } from '#shared/errors.ts'
import { limitText } from '#shared/limit-text.ts'
import type { Language } from '#shared/preferences.ts'
import { words, type Words } from './words.ts'

/** What is wrong with the words typed; the command's own usage follows it. */
export interface Usage { readonly kind: 'usage'; readonly reason: Readonly<Record<Language, string>> }

export const usage = (en: string, de: string): Usage => ({ kind: 'usage', reason: { en, de } })

export const usageIn = (text: (say: Words) => string): Usage => usage(text(words('en')), text(words('de')))

export const tooMany = (operands: readonly string[]): Usage => usage(`too many operands: ${operands.join(' ')}`, `zu viele Angaben: ${operands.join(' ')}`)

export const NO_DATE = usage('a date looks like 2026-01-31', 'ein Datum sieht so aus: 2026-01-31')
export const NO_ACCOUNT = usage('--account takes an account’s number as listed by "accounts"', '--account nimmt die Nummer eines Kontos, wie "accounts" sie auflistet')

/** An entry that is refused, by the option it was typed after, and with the limit it breaks. */
export function refused({ path, limit }: Extract<AppError, { kind: 'invalid_input' }>, options: readonly string[]): Usage {
  const option = optionFor(path, options)
  return limit ? usage(`${option}: ${limitText(limit, 'en')}`, `${option}: ${limitText(limit, 'de')}`) : usage(`not valid: ${option}`, `nicht gültig: ${option}`)
}

/** `userId` is typed after `--user`, `defaultTanMethod` after `--tan-method`; what no option brought keeps its name. */
export function optionFor(path: string, options: readonly string[]): string {
  const kebab = (part: string): string => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const found = path.split('.').map(kebab).flatMap((part) => options.find((option) => part === option || part.startsWith(`${option}-`) || part.endsWith(`-${option}`)) ?? [])
  return found[0] === undefined ? path : `--${found[0]}`
}
