/**
 * Builds what the categoriser knows of merchants: our own lists (scripts/merchant-lists), and names of shops and services
 * from name-suggestion-index (BSD-3-Clause), reduced to names, countries and our categories.
 * Run it after a list or the package has changed: `node scripts/merchant-knowledge.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tokensOf } from '../src-main/categorise/fold.ts'
import { KIND_OF_PLACE } from './lib/places.js'

const SOURCE = new URL('../node_modules/name-suggestion-index/dist/json/nsi.min.json', import.meta.url)
const TARGET = new URL('../src-main/categorise/knowledge/merchants.json', import.meta.url)
/** @type {(name: string) => string} */
const list = (name) => readFileSync(new URL(`merchant-lists/${name}.txt`, import.meta.url), 'utf8')

/** @type {Readonly<Record<string, string>>} */
const REGIONS = { de: 'D', at: 'D', ch: 'D', li: 'D', lu: 'DE', us: 'U', ca: 'U', gb: 'G', ie: 'G', im: 'G', je: 'G', gg: 'G', fr: 'E', fx: 'E', it: 'E', es: 'E', nl: 'E', be: 'E', pt: 'E', dk: 'E', pl: 'E', cz: 'E', se: 'E', '001': 'DUGE', '150': 'DGE', 'q': '' }

/** @typedef {{ category: string, kind: string, regions: string, isCommon: boolean }} Fact */
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
      const isShort = words.length === 1 && (words[0] ?? '').length <= 4 && !name.includes('&')
      add(name, { category, kind, regions: region, isCommon: written.trim().startsWith('=') || isShort }, true)
    }
  }
}

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
      if (words.join('').length < 4 || words.length > 5) continue
      const [head = '', tail] = place.split(':')
      add(name, { category: tail ?? head, kind: tail === undefined ? '' : head, regions, isCommon: words.length === 1 }, false)
    }
  }
}

/** @type {Map<string, { common: string[], names: string[] }>} */
const lines = new Map()
for (const [words, known] of facts) {
  for (const { category, kind, regions, isCommon } of known) {
    const key = [category, kind, regions].join('\t')
    const line = lines.get(key) ?? { common: [], names: [] }
    line[isCommon ? 'common' : 'names'].push(words)
    lines.set(key, line)
  }
}
const merchants = [...lines].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, { common, names }]) => `${key}\t${common.sort().join('|')}\t${names.sort().join('|')}`)

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
