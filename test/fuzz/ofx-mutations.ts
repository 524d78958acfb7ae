import { readdirSync, readFileSync } from 'node:fs'
import { Dice } from '#main/demo-bank/dice.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { localDate } from '#shared/dates.ts'
import { damaged, textMutations, thinned, type Mutation, type Sources } from './text-mutations.ts'

const FIXTURES = new URL('../fixtures/ofx/', import.meta.url)

/** Texts that are likely to go wrong where they land. */
const TOKENS = [
  '<', '>', '</', '/>', '&', '&amp;', '&#60;', '&lt;', '\n', '\r', '\0', '\u00ff', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE x',
  '<OFX>', '</OFX>', '<STMTTRN>', '<stmttrn>', '</STMTTRN>', '<STMTTRN', '<STMTTRN/>', '<STMTTRN id="1">', '<BANKTRANLIST>', '</BANKTRANLIST>', '<STMTRS>', '</STMTRS>',
  '<CCSTMTRS>', '<INVSTMTRS>', '<INVBANKTRAN>', '<STMTTRNP>', '<LOANSTMTTRN>', '<LEDGERBAL>', '<STATUS>', '<SECID>', '<INVOOLIST>', '<IMAGEDATA>', '<CURRENCY>USD',
  '<TRNAMT>', '<TRNAMT>1,234', '<TRNAMT>1e5', '<DTPOSTED>', '<DTPOSTED>20261399', '<FITID>', '<MEMO>', '<NAME>', '<X>', '<X', '<x>', '<A.B>', 'OFXHEADER:100',
] as const

/** Our own fixtures and small made-up histories, as text in which each character is a byte. */
export function sources(): Sources {
  const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.ofx')).map((name) => readFileSync(new URL(name, FIXTURES)).toString('latin1'))
  const today = localDate('2026-03-31')
  const histories = (['sgml', 'xml'] as const).map((dialect) => Buffer.from(writeOfxHistory({ seed: 3, today, rows: 24, dialect, persona: 'de' })).toString('latin1'))
  const [first = '', ...others] = [...files, ...histories]
  return [first, ...others]
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  ...textMutations(TOKENS),
  (text, dice) => thinned(text, dice, dice.pick(['</[A-Z0-9]+>', '\\r?\\n', '</STMTTRN>', '</(?:STMTRS|BANKTRANLIST|OFX)>', '<FITID>[^<]*', '>'])),
  (text, dice) => text.replaceAll(/<\/?[A-Z][A-Z0-9.]*>/g, (tag) => (dice.below(12) === 0 ? tag.toLowerCase() : tag)),
  (text, dice) => text.replaceAll('\n', dice.pick(['\r\n', '\r', '', ' '])),
]

/** One damaged file: the same seed and number give the same bytes. */
export const mutant = (all: Sources, seed: number, number: number): Uint8Array => damaged(all, MUTATIONS, new Dice(seed, number))
