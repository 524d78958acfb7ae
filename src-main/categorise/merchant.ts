import { tokensOf } from './fold.ts'
import { knowledge } from './knowledge.ts'
import type { Hit } from './lexicon.ts'
import { lookThrough } from './look-through.ts'
import { readRemittance } from './remittance.ts'

export interface Merchant {
  /** The same for every row of one merchant, whatever branch, terminal or invoice it names. */
  readonly key: string
  /** What a person calls it. */
  readonly name: string
  /** The payment service in between; empty where there was none. */
  readonly via: string
}

const LEGAL = new Set('gmbh ag kg co ohg gbr ug se mbh kgaa eg ev inc llc ltd limited plc corp bv nv sarl sa srl spa cie sca und and the des ppd id indn ccd web filiale fil store nr no sagt danke dankt ihr einkauf bei inh'.split(' '))
const WORDS_MAX = 5
const MEMO_MAX = 50_000
const memo = new Map<string, Merchant>()

/** Who a row was paid to or by, looked through payment services. Equal texts give equal answers, remembered because they come back. */
export function merchantOf(payee: string, purpose: string): Merchant {
  const known = memo.get(payee)
  if (known) return known
  const found = lookThrough(payee, '')
  if (!found.isBlind && found.payee !== '') return remember(payee, merchantNamed(found.payee, found.via))
  // Nothing in the name: the purpose decides, and it is another one each time.
  const seen = lookThrough(payee, readRemittance(purpose).text)
  return merchantNamed(seen.payee === '' ? payee : seen.payee, seen.via)
}

function remember(payee: string, merchant: Merchant): Merchant {
  if (memo.size >= MEMO_MAX) memo.clear()
  memo.set(payee, merchant)
  return merchant
}

function merchantNamed(name: string, via: string): Merchant {
  const whole = name.split('//')[0]?.trim() ?? name
  const tokens = tokensOf(whole)
  const brand = brandOf(knowledge().find(tokens, false))
  const words = brand ? brand.entry.words : plainWords(tokens)
  return { key: words.join(' '), name: whole.replace(/\s+/g, ' '), via }
}

/** Chains share a key across branches. A bank's or a town's name is shared by too many to be one. */
function brandOf(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  for (const hit of hits) {
    const { rank, kind, isCommon, weight } = hit.entry
    if (rank !== 'brand' || isCommon || hit.from > 0 || weight < 4 || kind === 'bank' || kind === 'city' || hit.entry.words.some((word) => word.includes('*'))) continue
    if (best === undefined || weight > best.entry.weight) best = hit
  }
  return best
}

function plainWords(tokens: readonly string[]): string[] {
  const words = tokens.filter((token) => !/\d/.test(token) && !LEGAL.has(token))
  return (words.length === 0 ? tokens : words).slice(0, WORDS_MAX)
}

const MONTHS = /^(?:jan|feb|mar|maer|apr|mai|may|jun|jul|aug|sep|sept|okt|oct|nov|dez|dec)(?:uary|ruary|ch|z|il|e|y|ust|tember|ober|ember|i|li|ni|uar|ruar)?$/
const PASSING = new Set('rg re rechnung rechnungsnr invoice rate beitrag monat quartal halbjahr jahr vom bis fuer per nr no ref eref mref erneuter einzug danke uhr'.split(' '))

/** What stays the same in the purposes of one contract: words without figures, months and passing remarks. */
export function purposeSignature(purpose: string): string {
  return tokensOf(readRemittance(purpose).text).filter((token) => !/\d/.test(token) && !MONTHS.test(token) && !PASSING.has(token)).slice(0, 8).join(' ')
}
