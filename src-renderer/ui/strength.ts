/** Guesses per second that an attacker with much hardware gets out of our key derivation (scrypt, 128 MiB each). */
const GUESSES_PER_SECOND = 100_000
const LENGTH_MIN = 8
/** The printable characters of a keyboard, drawn by lot. */
const BITS_PER_CHARACTER_MAX = 6.5
const FAIR_SECONDS = 30 * 86_400
const STRONG_SECONDS = 100 * 365.25 * 86_400

export type StrengthLevel = 'empty' | 'short' | 'weak' | 'fair' | 'strong'
export interface Strength { readonly level: StrengthLevel; readonly bits: number; readonly seconds: number; readonly missing: number }

/** What guessers try first, in the two languages of our users. Letters only: digits and leetspeak are undone before. */
const COMMON = new Set(`password passwort passphrase qwerty qwertz iloveyou ichliebedich admin administrator welcome willkommen hallo hello monkey dragon letmein
  master sunshine princess football fussball baseball superman batman trustno shadow michael schatz sommer winter summer spring herbst fruehling geheim secret
  login access test testtest computer internet sparkasse volksbank postbank banking konto kontor money geld starwars freedom whatever jordan hunter killer
  daniel thomas andreas stefan alexander nicole jessica sabrina melanie berlin hamburg muenchen dortmund schalke bayern deutschland america london chocolate
  schokolade blumen liebe love baby angel engel asdf asdfgh yxcvbn zxcvbn qazwsx abc abcd abcdef mustang harley ranger buster soccer hockey tigger charlie`.split(/\s+/))
const ROWS = ['qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890', '1234567890']
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i' }

/**
 * How long guessing this passphrase takes. It errs towards too weak: words count as words, whatever their length, runs of
 * the keyboard and years count almost nothing, and a part that comes twice counts once.
 */
export function estimateStrength(passphrase: string): Strength {
  const text = passphrase.normalize('NFKC')
  const length = Array.from(text).length
  const bits = bitsOf(text)
  const seconds = 2 ** Math.max(0, bits - 1) / GUESSES_PER_SECOND
  return { level: levelOf(length, seconds), bits, seconds, missing: Math.max(0, LENGTH_MIN - length) }
}

function levelOf(length: number, seconds: number): StrengthLevel {
  if (length === 0) return 'empty'
  if (length < LENGTH_MIN) return 'short'
  if (seconds < FAIR_SECONDS) return 'weak'
  return seconds < STRONG_SECONDS ? 'fair' : 'strong'
}

function bitsOf(text: string): number {
  if (text === '') return 0
  if (isCommon(text)) return Math.min(14, 7 + text.length / 4)
  const seen = new Set<string>()
  const parts = text.match(/\p{L}+|\d+|\s+|[^\p{L}\d\s]+/gu) ?? []
  const bits = parts.reduce((sum, part) => {
    const known = part.toLowerCase()
    const cost = seen.has(known) ? 1 : partBits(part)
    seen.add(known)
    return sum + cost
  }, 0)
  return Math.min(bits + mixtureBits(text, parts.length), text.length * BITS_PER_CHARACTER_MAX)
}

/** People write words and a number; what changes its kind at every turn was drawn by lot, unless it is a1b2c3. */
function mixtureBits(text: string, parts: number): number {
  const letters = text.replace(/\P{L}/gu, '')
  return /\s/.test(text) || isRun(letters) ? 0 : Math.max(0, parts - 4) * 3
}

/** With leetspeak undone, whatever was hung on at the end. */
function isCommon(text: string): boolean {
  const lower = text.toLowerCase()
  return [lower, lower.replace(/[^\p{L}]+$/u, '')].some((core) => COMMON.has(undoLeet(core).replace(/[^\p{L}]/gu, '')))
}

function partBits(part: string): number {
  if (/^\s+$/.test(part)) return 0.5
  if (isRun(part)) return 3 + Math.log2(part.length)
  if (/^\d+$/.test(part)) return /^(19|20)\d\d$/.test(part) ? 6 : part.length * Math.log2(10)
  if (/^\p{L}+$/u.test(part)) return letterBits(part)
  return part.length === 1 ? 3 : part.length * 4.2
}

function letterBits(part: string): number {
  const lower = part.toLowerCase()
  const base = COMMON.has(lower) ? 6 : readsLikeWord(lower) ? Math.min(part.length * 4.2, 8 + part.length * 1.15) : part.length * 4.2
  const capitals = part.length - Array.from(part).filter((letter) => letter === letter.toLowerCase()).length
  if (capitals === 0 || capitals === part.length) return base + (capitals === 0 ? 0 : 1)
  return base + (capitals === 1 && part[0] !== lower[0] ? 1 : Math.min(capitals, 6))
}

/** Words alternate: vowels stand near every consonant. Random letters rarely do that for long. */
function readsLikeWord(lower: string): boolean {
  const vowels = Array.from(lower).filter((letter) => 'aeiouyäöü'.includes(letter)).length
  return !/[^aeiouyäöü]{5}/.test(lower) && !/[aeiouyäöü]{4}/.test(lower) && vowels * 5 >= lower.length
}

function isRun(part: string): boolean {
  if (part.length < 3) return false
  const lower = part.toLowerCase()
  const backwards = Array.from(lower).reverse().join('')
  const period = /^(.{1,3})\1+$/.test(lower)
  return period || ROWS.some((row) => row.includes(lower) || row.includes(backwards))
}

const undoLeet = (text: string): string => Array.from(text, (letter) => LEET[letter] ?? letter).join('')
