import { restored } from './fold.ts'

/** Where a name is at home. A name from elsewhere counts less. */
export type Region = 'D' | 'U' | 'G' | 'E'

/** A name of a merchant or a wording: words in order, where `*` in a word stands for any letters. */
export interface Entry {
  readonly words: readonly string[]
  readonly category: string
  /** What kind of merchant it is, where the category follows from what it is paid for: insurer, bank, city, utility. */
  readonly kind: string
  /** `brand`: a merchant's name; otherwise a wording and how much it decides. */
  readonly rank: 'brand' | 1 | 2 | 3
  readonly sign: 'in' | 'out' | 'any'
  /** Empty: at home everywhere. */
  readonly regions: string
  /** Counts only where the payee begins with it, and less than a word that names a trade: `Star`, `Hit`, `Express`. */
  readonly isCommon: boolean
  /** One short word that only a worldwide index of shops knows: `Rosewood`, `Zebra`. It counts beside a branch's number or a trade. */
  readonly needsWitness: boolean
  /** Letters that must be there: what a longer match is measured by. */
  readonly weight: number
}

export interface Hit {
  readonly entry: Entry
  /** Index of the first and past the last word. */
  readonly from: number
  readonly to: number
  /** The first word is matched from its end: `stadt|apotheke`. Such a head says more than what stands before it. */
  readonly isHead: boolean
}

interface Candidate { readonly entry: Entry; readonly isHead: boolean }

const MEMO_MAX = 60_000
const NUMBER = /\d{2,}/g
/** Asked first, because hardly any word has a number and a test is cheap. */
const TWO_DIGITS = /\d\d/

/** Finds all names and wordings in a list of words. Answers for a word are remembered, because words come back. */
export class Lexicon {
  readonly #exact = new Map<string, Entry[]>()
  readonly #prefixes = new Map<string, Entry[]>()
  readonly #suffixes = new Map<string, Entry[]>()
  readonly #memo = new Map<string, readonly Candidate[]>()
  readonly #numbers = new Set<string>()

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) {
      for (const word of entry.words) if (TWO_DIGITS.test(word)) for (const [number] of word.matchAll(NUMBER)) this.#numbers.add(number)
      const first = entry.words[0] ?? ''
      const star = first.indexOf('*')
      if (star < 0) push(this.#exact, first, entry)
      else if (star === 0) push(this.#suffixes, first.slice(1), entry)
      else push(this.#prefixes, first.slice(0, star), entry)
    }
  }

  /** All entries found; `isCut` says that the last word may have lost its end, as in a name cut at 32 characters. */
  find(tokens: readonly string[], isCut: boolean): Hit[] {
    const hits: Hit[] = []
    for (let from = 0; from < tokens.length; from += 1) {
      const token = tokens[from] ?? ''
      for (const { entry, isHead } of this.#startingWith(token)) {
        // A name that stands first, or is said twice, was cut at the end; elsewhere the end is a town's: NEW YORK is no NEW YORKER.
        const mayBeCut = isCut && (from <= 1 || token === tokens[0] || entry.rank !== 'brand')
        const length = matchRest(entry.words, tokens, from, mayBeCut)
        if (length > 0) hits.push({ entry, from, to: from + length, isHead })
      }
    }
    return hits
  }

  /** Whether a number of two digits or more is part of a name or a wording: `54`, `118118`. */
  hasNumber(number: string): boolean {
    return this.#numbers.has(number)
  }

  #startingWith(token: string): readonly Candidate[] {
    const known = this.#memo.get(token)
    if (known) return known
    // Figures are many and mean little: they are looked up and not remembered.
    if (isFigure(token)) return (this.#exact.get(token) ?? []).map((entry) => ({ entry, isHead: true }))
    const word = withoutNumber(token)
    if (word !== token && !this.#exact.has(token)) return this.#startingWith(word)
    const found = restored(token).flatMap((whole) => this.#look(whole))
    if (this.#memo.size >= MEMO_MAX) this.#memo.clear()
    this.#memo.set(token, found)
    return found
  }

  #look(token: string): Candidate[] {
    const found: Candidate[] = (this.#exact.get(token) ?? []).map((entry) => ({ entry, isHead: true }))
    for (let length = 2; length <= token.length; length += 1) {
      for (const entry of this.#prefixes.get(token.slice(0, length)) ?? []) {
        if (fits(entry.words[0] ?? '', token)) found.push({ entry, isHead: length === token.length })
      }
      if (length >= 3) for (const entry of this.#suffixes.get(token.slice(-length)) ?? []) found.push({ entry, isHead: true })
    }
    return found
  }
}

/** `PETRO221133`: a branch's number that was written to the end of a name. */
const withoutNumber = (token: string): string => (BRANCH.test(token) ? token.replace(/\d+[a-z]?$/, '') : token)
const BRANCH = /^[a-z]{4,}\d{3,}[a-z]?$/

const isFigure = (token: string): boolean => {
  const code = token.charCodeAt(0)
  return code >= 48 && code <= 57
}

/** Whether a word fits a pattern with one star. */
function fits(pattern: string, word: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === word
  return word.length >= pattern.length - 1 && word.startsWith(pattern.slice(0, star)) && word.endsWith(pattern.slice(star + 1))
}

function matchRest(words: readonly string[], tokens: readonly string[], from: number, isCut: boolean): number {
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const token = tokens[from + index]
    if (token === undefined) return 0
    const isLast = from + index === tokens.length - 1
    if (!fits(word, token) && !fits(word, withoutNumber(token)) && !(isCut && isLast && token.length >= 3 && word.startsWith(token))) return 0
  }
  return words.length
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}
