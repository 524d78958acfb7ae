import { readdirSync, readFileSync } from 'node:fs'
import { Dice } from '#main/demo-bank/dice.ts'
import { damaged, textMutations, thinned, type Mutation, type Sources } from './text-mutations.ts'

const FIXTURES = new URL('../fixtures/', import.meta.url)

/** Texts that are likely to go wrong where they land. */
const TOKENS = [
  '\r', '\n', '\r\n', '@@', '\0', '\u00ff', ':', '-', '-}', '-\r\n', '{1:', '{4:', ':20:', ':25:', ':60F:', ':60M:', ':62F:C240101EUR1,', ':62M:', ':86:', '\n:61:', '\n:61:240230C1,NTRF', '\n:86:166?20SVWZ+',
  '?', '?20', '?2', '+', 'SVWZ+', 'EREF+', '/REMI/', '/NAME/', '//', 'IBAN: ', 'TYT.: ', ':16R:FIN', ':16S:FIN', ':16R:GENL', ':19A::HOLD//EUR', ':93B::AGGR//UNIT/', ':70E::HOLD//1',
  '<', '>', '</', '/>', '&', '&amp;', '&x;', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE x>', '<Ntry>', '</Ntry>', '<Ntry/>', '<c:Ntry>', '<Stmt>', '</Stmt>', '<Foo>', '</Foo>',
  ';', ',', '\t', '"', '""', '\'', ';;;;;', '1.234', '1,234', '31.12.2025;', '12/31/2025,', 'Betrag;', 'Date,', '!Type:Bank\n', '!Account\n', '\n^\n', '\nD1/ 1\'00\n', '\nT-1,000.00\n', '\nS[Cash]\n$1\n',
  '<Amt>1</Amt>', '<Sts>PDNG</Sts>', '<CdtDbtInd>CRDT</CdtDbtInd>', '<Dt>', '9'.repeat(40), ' '.repeat(2000), '/'.repeat(500),
] as const

/** Our own fixtures, as text in which each character is a byte. */
export function statementSources(): Sources {
  const names = ['mt940', 'camt', 'mt535', 'csv', 'qif'].flatMap((folder) => readdirSync(new URL(folder, FIXTURES)).filter((name) => !name.endsWith('.json')).map((name) => `${folder}/${name}`))
  const [first = '', ...others] = names.map((name) => readFileSync(new URL(name, FIXTURES)).toString('latin1'))
  return [first, ...others]
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  ...textMutations(TOKENS),
  (text, dice) => thinned(text, dice, dice.pick(['\\r?\\n', ':86:', ':20:[^\\n]*\\n', '-\\r?\\n', '<(/?)Stmt>', '<Sts>[^<]*</Sts>', '<Amt[^>]*>', ','])),
  (text, dice) => text.replaceAll('\n', dice.pick(['\r\n', '\r', '', ' ', '@@'])),
  (text, dice) => text.replaceAll(/<(\/?)(?=[A-Z])/g, dice.pick(['<$1x:', '<$1', '<$1 '])),
]

/** One damaged file: the same seed and number give the same bytes. */
export const statementMutant = (all: Sources, seed: number, number: number): Uint8Array => damaged(all, MUTATIONS, new Dice(seed, number))
