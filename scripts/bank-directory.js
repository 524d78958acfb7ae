/**
 * Reduces fints-institute-db (CC0) to what the bank search needs: one entry per bank code and URL, all its cities, and
 * only https. Run it after the package was updated: `node scripts/bank-directory.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const SOURCE = new URL('../node_modules/fints-institute-db/fints-institutes.json', import.meta.url)
const TARGET = new URL('../src-main/connectors/fints/directory/germany.json', import.meta.url)

/** @typedef {{ blz?: string | null, bic?: string | null, name?: string | null, location?: string | null, pinTanURL?: string | null }} Institute */

/** @type {(text: string | null | undefined) => string} */
const clean = (text) => (text ?? '').replace(/[\t|]+/g, ' ').replace(/\s+/g, ' ').trim()
/** @type {(institute: Institute) => boolean} */
const isUsable = ({ pinTanURL, blz }) => URL.canParse(pinTanURL ?? '') && new URL(pinTanURL ?? '').protocol === 'https:' && /^\d{8}$/.test(blz ?? '')

/** @param {readonly Institute[]} institutes */
export function reduce(institutes) {
  const usable = institutes.filter(isUsable).map(({ blz, pinTanURL, ...rest }) => ({ ...rest, blz: clean(blz), address: clean(pinTanURL) }))
  const urls = [...new Set(usable.map(({ address }) => address))].sort()
  /** @type {Map<string, { blz: string, bic: string, name: string, cities: Set<string>, url: number }>} */
  const banks = new Map()
  for (const { blz, bic, name, location, address } of usable) {
    const key = `${blz} ${address}`
    const known = banks.get(key) ?? { blz, bic: clean(bic), name: clean(name), cities: new Set(), url: urls.indexOf(address) }
    known.cities.add(clean(location))
    banks.set(key, known)
  }
  const rows = [...banks.values()].sort((a, b) => a.blz.localeCompare(b.blz) || a.url - b.url)
  return { urls, banks: rows.map(({ blz, bic, name, cities, url }) => [blz, bic, name, [...cities].filter((city) => city !== '').join('|'), url].join('\t')) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { urls, banks } = reduce(JSON.parse(readFileSync(SOURCE, 'utf8')))
  /** @type {(texts: string[]) => string} */
  const lines = (texts) => texts.map((text) => `    ${JSON.stringify(text)}`).join(',\n')
  writeFileSync(TARGET, `{\n  "urls": [\n${lines(urls)}\n  ],\n  "banks": [\n${lines(banks)}\n  ]\n}\n`)
}
