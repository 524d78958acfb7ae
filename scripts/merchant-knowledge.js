/**
 * Builds what the categoriser knows of merchants: our own lists (scripts/merchant-lists), and names of shops and services
 * from name-suggestion-index (BSD-3-Clause), reduced to names, countries and our categories.
 * Run it after a list or the package has changed: `node scripts/merchant-knowledge.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tokensOf } from '../src-main/categorise/fold.ts'
import { KIND_OF_PLACE } from './lib/places.js'
import { SURNAMES } from './lib/surnames.js'

const SOURCE = new URL('../node_modules/name-suggestion-index/dist/json/nsi.min.json', import.meta.url)
const TARGET = new URL('../src-main/categorise/knowledge/merchants.json', import.meta.url)
/** @type {(name: string) => string} */
const list = (name) => readFileSync(new URL(`merchant-lists/${name}.txt`, import.meta.url), 'utf8')

/** @type {Readonly<Record<string, string>>} */
const REGIONS = { de: 'D', at: 'D', ch: 'D', li: 'D', lu: 'DE', us: 'U', ca: 'U', gb: 'G', ie: 'G', im: 'G', je: 'G', gg: 'G', fr: 'E', fx: 'E', it: 'E', es: 'E', nl: 'E', be: 'E', pt: 'E', dk: 'E', pl: 'E', cz: 'E', se: 'E', '001': 'DUGE', '150': 'DGE', 'q': '' }

/** @typedef {{ category: string, kind: string, regions: string, isCommon: boolean, needsWitness?: boolean }} Fact */
/** @type {Map<string, Fact[]>} */
const facts = new Map()

/** Adds a name; one that is known in the same region already keeps its meaning. @param {string} name @param {Fact} fact @param {boolean} isOurs */
function add(name, fact, isOurs) {
  const words = tokensOf(name).join(' ')
  if (words.length < 2) return
  const known = facts.get(words) ?? []
  if (!isOurs && known.some((other) => other.regions === '' || [...fact.regions].some((region) => other.regions.includes(region)))) return
  if (known.some((other) => other.regions === fact.regions)) return
  facts.set(words, [...known, fact])
}

/**
 * Names that are words of every day: they count only where a payee begins with them, and a trade beside them counts more
 * (`United Methodist`, `Delta Dental`, `Target Nails`).
 */
const COMMON = new Set(`united delta frontier spirit national express budget enterprise target discover current simple loft guess buckle journeys vans windsor rainbow pink coach square slice giant lucky jewel star sprint visible optimum spectrum lime bolt tier miles marathon pilot speedway gulf sinclair murphy mercury progressive nationwide travelers prudential principal empower acorns stash public gemini kraken earnest upstart prosper affirm avant oscar hinge match bumble calm discord peacock slack zoom compass oasis monsoon dune size burton warehouse jigsaw next boots mind scope shelter crisis chip plum tide wise curve smile fluid atom tandem three game blacks very signal concordia ideal merkur apollo saturn depot mango action penny norma globus real star total classic sprint premium focus spiegel kurier standard clark friday element roland alba remondis regal vue which scope saga haven viking alamo coral genting admiral bell diamond elephant privilege zenith sanctuary orbit platform anchor riverside connect reliance reliant spire liberty columbia journey eclipse crown grand royal union metro central capital premier first best prime sun moon blue green red gold silver black white house home family happy golden dragon king queen crunch curves equinox revolution fuel core vision carnival princess sonic habit wasabi leon byron giraffe canteen panda pandora cava market basket acme tops giant jet oil hem eni mobil shell tiger pilot paramount discovery`.split(/\s+/))

/** A word that names a trade anyway stays a wording, so that the last one in a name decides: `University Bookstore`. */
const TRADES = tradeWords()

function tradeWords() {
  /** @type {{ category: string, start: string, end: string, isExact: boolean }[]} */
  const words = []
  let category = ''
  for (const line of list('words').split('\n')) {
    const [mark, name = '', , rank] = line.split(' ')
    if (mark === '!') category = rank === '2' || rank === '3' ? name : ''
    else if (category !== '') for (const word of line.split(',').map((text) => text.trim())) {
      const [start = '', end = ''] = word.split('*')
      if (!word.includes(' ') && word !== '') words.push({ category, start, end, isExact: !word.includes('*') })
    }
  }
  return words
}

/** @type {(word: string, category: string) => boolean} */
const isTrade = (word, category) => TRADES.some((trade) => trade.category === category && (trade.isExact ? trade.start === word : word.startsWith(trade.start) && word.endsWith(trade.end)))

/** @type {(readonly [string, Fact])[]} */
const joined = []
for (const [file, region] of /** @type {const} */ ([['de', 'D'], ['us', 'U'], ['gb', 'G']])) {
  let category = ''
  let kind = ''
  for (const line of list(file).split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    if (line.startsWith('@ ')) {
      const [head = '', tail] = line.slice(2).trim().split(':')
      category = tail ?? head
      kind = tail === undefined ? '' : head
      continue
    }
    for (const written of line.split(',')) {
      const name = written.trim().replace(/^=/, '')
      const words = tokensOf(name)
      if (kind === '' && words.length === 1 && isTrade(words[0] ?? '', category)) continue
      const isShort = words.length === 1 && (words[0] ?? '').length <= 4 && !name.includes('&')
      add(name, { category, kind, regions: region, isCommon: written.trim().startsWith('=') || isShort || (words.length === 1 && COMMON.has(words[0] ?? '')) }, true)
      joined.push([name, { category, kind, regions: region, isCommon: false }])
    }
  }
}

// `HOMEDEPOT.COM`, `DOLLARTREE`: two words of a name come as one too.
for (const [name, fact] of joined) {
  const words = tokensOf(name)
  const one = words.join('')
  if (words.length === 2 && one.length >= 8 && words.every((word) => word.length >= 3 && !word.includes('*'))) add(one, fact, true)
}

/** A longer word is somebody's invention and means nobody else: `Sternenbaeck`. */
const SHORT = 8
/** @type {(place: string) => boolean} */
const kindless = (place) => !place.includes(':')
const SHOP = /^(?:food|shopping)\./
/** @type {{ nsi: Record<string, { items: { displayName: string, locationSet: { include: unknown[] }, matchNames?: string[], tags: Record<string, string> }[] }> }} */
const index = JSON.parse(readFileSync(SOURCE, 'utf8'))
for (const [path, { items }] of Object.entries(index.nsi)) {
  const place = KIND_OF_PLACE[path]
  if (place === undefined) continue
  for (const { locationSet, matchNames = [], tags } of items) {
    const regions = [...new Set(locationSet.include.flatMap((code) => (typeof code === 'string' ? [...(REGIONS[code.split(/[-.]/)[0] ?? ''] ?? '')] : [])))].sort().join('')
    if (regions === '') continue
    for (const name of new Set([tags['name'], tags['brand'], tags['short_name'], ...matchNames])) {
      if (name === undefined || /[^\u0000-\u024f\u2019]/.test(name)) continue
      const words = tokensOf(name)
      if (words.join('').length < 4 || words.length > 5 || (words.length === 1 && SHOP.test(place) && SURNAMES.has(words[0] ?? ''))) continue
      const [head = '', tail] = place.split(':')
      add(name, { category: tail ?? head, kind: tail === undefined ? '' : head, regions, isCommon: words.length === 1, needsWitness: words.length === 1 && kindless(place) && (words[0] ?? '').length <= SHORT }, false)
    }
  }
}

/** @type {Map<string, { common: string[], names: string[], short: string[] }>} */
const lines = new Map()
for (const [words, known] of facts) {
  for (const { category, kind, regions, isCommon, needsWitness = false } of known) {
    const key = [category, kind, regions].join('\t')
    const line = lines.get(key) ?? { common: [], names: [], short: [] }
    line[needsWitness ? 'short' : isCommon ? 'common' : 'names'].push(words)
    lines.set(key, line)
  }
}
const merchants = [...lines].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, { common, names, short }]) => `${key}\t${common.sort().join('|')}\t${names.sort().join('|')}${short.length > 0 ? `\t${short.sort().join('|')}` : ''}`)

/** @type {string[]} */
const wordings = []
let head = ''
for (const line of list('words').split('\n')) {
  if (line.startsWith('! ')) head = line.slice(2).trim().split(' ').join('\t')
  else if (!line.startsWith('#') && line.trim() !== '') {
    wordings.push(`${head}\t${[...new Set(line.split(',').map((text) => text.trim().split(' ').map((word) => (word.includes('*') ? word : tokensOf(word).join(' '))).join(' ').trim()).filter((text) => text !== '' && text !== '*'))].join('|')}`)
  }
}

/** @type {(texts: string[]) => string} */
const array = (texts) => texts.map((text) => `    ${JSON.stringify(text)}`).join(',\n')
writeFileSync(TARGET, `{\n  "merchants": [\n${array(merchants)}\n  ],\n  "wordings": [\n${array(wordings)}\n  ]\n}\n`)
process.stdout.write(`${facts.size} names, ${wordings.length} lists of wordings\n`)
