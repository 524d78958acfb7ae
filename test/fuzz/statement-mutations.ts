import { readdirSync, readFileSync } from 'node:fs'
import { Dice } from '#main/demo-bank/dice.ts'

const FIXTURES = new URL('../fixtures/', import.meta.url)

/** Texts that are likely to go wrong where they land. */
const TOKENS = [
  '\r', '\n', '\r\n', '@@', '\0', '\u00ff', ':', '-', '-}', '-\r\n', '{1:', '{4:', ':20:', ':25:', ':60F:', ':60M:', ':62F:C240101EUR1,', ':62M:', ':86:', '\n:61:', '\n:61:240230C1,NTRF', '\n:86:166?20SVWZ+',
  '?', '?20', '?2', '+', 'SVWZ+', 'EREF+', '/REMI/', '/NAME/', '//', 'IBAN: ', 'TYT.: ', ':16R:FIN', ':16S:FIN', ':16R:GENL', ':19A::HOLD//EUR', ':93B::AGGR//UNIT/', ':70E::HOLD//1',
  '<', '>', '</', '/>', '&', '&amp;', '&x;', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE x>', '<Ntry>', '</Ntry>', '<Ntry/>', '<c:Ntry>', '<Stmt>', '</Stmt>', '<Foo>', '</Foo>',
  '<Amt>1</Amt>', '<Sts>PDNG</Sts>', '<CdtDbtInd>CRDT</CdtDbtInd>', '<Dt>', '9'.repeat(40), ' '.repeat(2000), '/'.repeat(500),
] as const

type Sources = readonly [string, ...string[]]

/** Our own fixtures, as text in which each character is a byte. */
export function statementSources(): Sources {
  const names = ['mt940', 'camt', 'mt535'].flatMap((folder) => readdirSync(new URL(folder, FIXTURES)).filter((name) => !name.endsWith('.json')).map((name) => `${folder}/${name}`))
  const [first = '', ...others] = names.map((name) => readFileSync(new URL(name, FIXTURES)).toString('latin1'))
  return [first, ...others]
}

type Mutation = (text: string, dice: Dice, all: Sources) => string
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
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at, dice.pick(TOKENS).repeat(dice.skewed(1, 40))) },
  (text, dice) => { const [from, to] = span(text, dice); return cut(text, to, to, text.slice(from, to)) },
  (text, dice, all) => { const other = dice.pick(all); const [from, to] = span(other, dice); const at = dice.below(text.length + 1); return cut(text, at, at, other.slice(from, to)) },
  (text, dice) => text.replaceAll(new RegExp(dice.pick(['\\r?\\n', ':86:', ':20:[^\\n]*\\n', '-\\r?\\n', '<(/?)Stmt>', '<Sts>[^<]*</Sts>', '<Amt[^>]*>', ',']), 'g'), (match) => (dice.below(4) === 0 ? '' : match)),
  (text, dice) => text.replaceAll('\n', dice.pick(['\r\n', '\r', '', ' ', '@@'])),
  (text, dice) => text.replaceAll(/<(\/?)(?=[A-Z])/g, dice.pick(['<$1x:', '<$1', '<$1 '])),
]

/** One damaged file: the same seed and number give the same bytes. */
export function statementMutant(all: Sources, seed: number, number: number): Uint8Array {
  const dice = new Dice(seed, number)
  let text = dice.pick(all)
  for (let count = dice.skewed(1, 6); count > 0; count--) text = dice.pick(MUTATIONS)(text, dice, all)
  return new Uint8Array(Buffer.from(text, dice.below(20) === 0 ? 'utf16le' : 'latin1'))
}
