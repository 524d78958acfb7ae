import { AUSTRIA } from './austria.ts'
import { fold, haystackOf, rank, type Haystack } from './match.ts'
import germany from './germany.json' with { type: 'json' }

/** A bank to connect to, as far as it is known without asking anybody. */
export interface ListedBank {
  readonly name: string
  /** The first of its cities. */
  readonly city: string
  readonly bankCode: string
  readonly bic: string | null
  /** FinTS country: 280 is Germany, 040 Austria. */
  readonly country: '280' | '040'
  /** A proposal that the person may change; null where they must ask their bank. */
  readonly url: string | null
}

interface Indexed { readonly bank: ListedBank; readonly haystack: Haystack }

const RESULTS_MAX = 20
/** Longer input is no search. */
const QUERY_MAX = 80
/** `DE` or `AT`, check digits, bank code. */
const IBAN = /^(?:DE\d{2}(\d{8})|AT\d{2}(\d{5}))[\d ]*$/i

let index: readonly Indexed[] | null = null

/** Banks whose name, bank code, BIC or city match every word, best first. An IBAN finds its bank. */
export function searchBanks(query: string, limit = RESULTS_MAX): readonly ListedBank[] {
  index ??= [...german(), ...austrian()]
  const [, germanCode, austrianCode] = IBAN.exec(query.replace(/\s+/g, '')) ?? []
  const words = fold(germanCode ?? austrianCode ?? query.slice(0, QUERY_MAX)).split(/[^a-z0-9]+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const found: { readonly bank: ListedBank; readonly score: number; readonly place: number }[] = []
  for (const [place, { bank, haystack }] of index.entries()) {
    const score = rank(haystack, words)
    if (score !== null) found.push({ bank, score, place })
  }
  return found.sort((a, b) => a.score - b.score || a.place - b.place).slice(0, limit).map(({ bank }) => bank)
}

function german(): Indexed[] {
  return germany.banks.map((row) => {
    const [bankCode = '', bic = '', name = '', cities = '', url = ''] = row.split('\t')
    const known = cities.split('|')
    const bank = { name, city: known[0] ?? '', bankCode, bic: bic === '' ? null : bic, country: '280', url: germany.urls[Number(url)] ?? null } as const
    return { bank, haystack: haystackOf({ name, bankCode, bic, cities: known }) }
  })
}

const austrian = (): Indexed[] => AUSTRIA.map(([bankCode, bic, name, city]) =>
  ({ bank: { name, city, bankCode, bic, country: '040', url: null }, haystack: haystackOf({ name, bankCode, bic, cities: [city] }) }))
