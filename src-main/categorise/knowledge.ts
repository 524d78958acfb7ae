import known from './knowledge/merchants.json' with { type: 'json' }
import { Lexicon, type Entry } from './lexicon.ts'

const RANKS = { 1: 1, 2: 2, 3: 3 } as const
let lexicon: Lexicon | undefined

/** All names and wordings, read on first use: less than a tenth of a second, and nobody pays it who does not categorise. */
export function knowledge(): Lexicon {
  lexicon ??= new Lexicon(entries())
  return lexicon
}

/**
 * The data are lines of `category, kind, regions, common names, names, names that need a witness` and of `category, sign, rank, wordings`, written by
 * scripts/merchant-knowledge.js.
 */
function* entries(): Generator<Entry> {
  for (const line of known.merchants) {
    const [category = '', kind = '', regions = '', common = '', names = '', short = ''] = line.split('\t')
    yield* named(names, { category, kind, regions, rank: 'brand', sign: 'any', isCommon: false, needsWitness: false })
    yield* named(common, { category, kind, regions, rank: 'brand', sign: 'any', isCommon: true, needsWitness: false })
    yield* named(short, { category, kind, regions, rank: 'brand', sign: 'any', isCommon: true, needsWitness: true })
  }
  for (const line of known.wordings) {
    const [category = '', sign = '', rank = '', names = ''] = line.split('\t')
    yield* named(names, { category, kind: '', regions: '', rank: rankOf(rank), sign: sign === 'in' || sign === 'out' ? sign : 'any', isCommon: false, needsWitness: false })
  }
}

const rankOf = (text: string): 1 | 2 | 3 => (text === '3' ? RANKS[3] : text === '2' ? RANKS[2] : RANKS[1])

function* named(names: string, rest: Omit<Entry, 'words' | 'weight'>): Generator<Entry> {
  if (names === '') return
  const { category, kind, rank, sign, regions, isCommon, needsWitness } = rest
  // Field by field: copying them all at once takes twice as long, and there are tens of thousands.
  for (const name of names.split('|')) yield { words: name.split(' '), category, kind, rank, sign, regions, isCommon, needsWitness, weight: name.includes('*') ? name.replaceAll('*', '').length : name.length }
}
