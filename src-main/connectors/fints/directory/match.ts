/** What a bank is found by, folded once: ` words begin behind a space`. */
export interface Haystack {
  readonly code: string
  readonly bic: string
  readonly name: string
  readonly cities: string
}

/** Lower case and without diacritics; ß is ss. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')

/** `müller` is found as muller and as mueller. */
function bothSpellings(text: string): string {
  const plain = fold(text)
  const long = fold(text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))
  const words = (spelling: string) => ` ${spelling.split(/[^a-z0-9]+/).join(' ')}`
  return plain === long ? words(plain) : `${words(plain)} |${words(long)}`
}

export function haystackOf({ name, bankCode, bic, cities }: { readonly name: string; readonly bankCode: string; readonly bic: string; readonly cities: readonly string[] }): Haystack {
  return { code: bankCode, bic: fold(bic), name: bothSpellings(name), cities: bothSpellings(cities.join(' ')) }
}

const EXACT = 0
const NUMBER_BEGINS = 1
const NAME_BEGINS = 2
const NAME_WORD = 3
const CITY_WORD = 4
const INSIDE = 8

/** How well all words fit, smaller is better; null where one fits nowhere. A shorter name is nearer to what was typed. */
export function rank(haystack: Haystack, words: readonly string[]): number | null {
  let total = 0
  for (const word of words) {
    const score = rankWord(haystack, word)
    if (score === null) return null
    total += score
  }
  return total + haystack.name.length / 1_000
}

function rankWord({ code, bic, name, cities }: Haystack, word: string): number | null {
  if (code === word || bic === word) return EXACT
  if (code.startsWith(word) || (word.length > 3 && bic.startsWith(word))) return NUMBER_BEGINS
  if (name.startsWith(` ${word}`)) return NAME_BEGINS
  if (name.includes(` ${word}`)) return NAME_WORD
  if (cities.includes(` ${word}`)) return CITY_WORD
  return name.includes(word) || (word.length > 3 && cities.includes(word)) ? INSIDE : null
}
