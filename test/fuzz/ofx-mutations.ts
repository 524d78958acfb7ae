import { readdirSync, readFileSync } from 'node:fs'
import { Dice } from '#main/demo-bank/dice.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { localDate } from '#shared/dates.ts'

const FIXTURES = new URL('../fixtures/ofx/', import.meta.url)

/** Texts that are likely to go wrong where they land. */
const TOKENS = [
  '<', '>', '</', '/>', '&', '&amp;', '&#60;', '&lt;', '\n', '\r', '\0', '\u00ff', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE x',
  '<OFX>', '</OFX>', '<STMTTRN>', '<stmttrn>', '</STMTTRN>', '<STMTTRN', '<STMTTRN/>', '<STMTTRN id="1">', '<BANKTRANLIST>', '</BANKTRANLIST>', '<STMTRS>', '</STMTRS>',
  '<CCSTMTRS>', '<INVSTMTRS>', '<INVBANKTRAN>', '<STMTTRNP>', '<LOANSTMTTRN>', '<LEDGERBAL>', '<STATUS>', '<SECID>', '<INVOOLIST>', '<IMAGEDATA>', '<CURRENCY>USD',
  '<TRNAMT>', '<TRNAMT>1,234', '<TRNAMT>1e5', '<DTPOSTED>', '<DTPOSTED>20261399', '<FITID>', '<MEMO>', '<NAME>', '<X>', '<X', '<x>', '<A.B>', 'OFXHEADER:100',
] as const

/** Our own fixtures and small made-up histories, as text in which each character is a byte. */
export function sources(): readonly [string, ...string[]] {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.ofx')).map((name) => readFileSync(new URL(name, FIXTURES)).toString('latin1'))
  const today = localDate('2026-03-31')
  const histories = (['sgml', 'xml'] as const).map((dialect) => Buffer.from(writeOfxHistory({ seed: 3, today, rows: 24, dialect, persona: 'de' })).toString('latin1'))
  const [first = '', ...others] = [...files, ...histories]
  return [first, ...others]
}

type Mutation = (text: string, dice: Dice, all: readonly [string, ...string[]]) => string
const cut = (text: string, from: number, to: number, into = ''): string => text.slice(0, from) + into + text.slice(to)
const span = (text: string, dice: Dice): [number, number] => {
  const from = dice.below(text.length + 1)
  return [from, Math.min(text.length, from + dice.skewed(1, 200))]
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  (text, dice) => cut(text, ...span(text, dice)),
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => text.slice(dice.below(text.length + 1)),
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at + 1, String.fromCharCode(dice.below(256))) },
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at, dice.pick(TOKENS)) },
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at, dice.pick(TOKENS).repeat(dice.skewed(1, 60))) },
  (text, dice) => { const [from, to] = span(text, dice); return cut(text, to, to, text.slice(from, to)) },
  (text, dice, all) => { const other = dice.pick(all); const [from, to] = span(other, dice); const at = dice.below(text.length + 1); return cut(text, at, at, other.slice(from, to)) },
  (text, dice) => { const [from, to] = span(text, dice); return cut(text, from, to, Buffer.from(text.slice(from, to), 'latin1').reverse().toString('latin1')) },
  (text, dice) => text.replaceAll(new RegExp(dice.pick(['</[A-Z0-9]+>', '\\r?\\n', '</STMTTRN>', '</(?:STMTRS|BANKTRANLIST|OFX)>', '<FITID>[^<]*', '>']), 'g'), (match) => (dice.below(4) === 0 ? '' : match)),
  (text, dice) => text.replaceAll(/<\/?[A-Z][A-Z0-9.]*>/g, (tag) => (dice.below(12) === 0 ? tag.toLowerCase() : tag)),
  (text, dice) => text.replaceAll('\n', dice.pick(['\r\n', '\r', '', ' '])),
]

/** One damaged file: the same seed and number give the same bytes. */
export function mutant(all: readonly [string, ...string[]], seed: number, number: number): Uint8Array {
  const dice = new Dice(seed, number)
  let text = dice.pick(all)
  for (let count = dice.skewed(1, 6); count > 0; count--) text = dice.pick(MUTATIONS)(text, dice, all)
  const bytes = Buffer.from(text, dice.below(20) === 0 ? 'utf16le' : 'latin1')
  return new Uint8Array(bytes)
}
