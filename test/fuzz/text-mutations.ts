import type { Dice } from '#main/demo-bank/dice.ts'

/** Texts in which each character is a byte. */
export type Sources = readonly [string, ...string[]]
export type Mutation = (text: string, dice: Dice, all: Sources) => string

const cut = (text: string, from: number, to: number, into = ''): string => text.slice(0, from) + into + text.slice(to)
const span = (text: string, dice: Dice): [number, number] => {
  const from = dice.below(text.length + 1)
  return [from, Math.min(text.length, from + dice.skewed(1, 200))]
}

const REPEATS_MAX = 60

/** What may happen to any text on its way: parts lost, turned round, doubled, swapped between files, and `tokens` dropped in anywhere. */
export const textMutations = (tokens: Sources): [Mutation, ...Mutation[]] => [
  (text, dice) => cut(text, ...span(text, dice)),
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  (text, dice) => text.slice(dice.below(text.length + 1)),
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at + 1, String.fromCharCode(dice.below(256))) },
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at, dice.pick(tokens)) },
  (text, dice) => { const at = dice.below(text.length + 1); return cut(text, at, at, dice.pick(tokens).repeat(dice.skewed(1, REPEATS_MAX))) },
  (text, dice) => { const [from, to] = span(text, dice); return cut(text, to, to, text.slice(from, to)) },
  (text, dice, all) => { const other = dice.pick(all); const [from, to] = span(other, dice); const at = dice.below(text.length + 1); return cut(text, at, at, other.slice(from, to)) },
  (text, dice) => { const [from, to] = span(text, dice); return cut(text, from, to, Buffer.from(text.slice(from, to), 'latin1').reverse().toString('latin1')) },
]

/** Takes some of the parts away that `pattern` finds. */
export const thinned = (text: string, dice: Dice, pattern: string): string => text.replaceAll(new RegExp(pattern, 'g'), (match) => (dice.below(4) === 0 ? '' : match))

/** One damaged file out of `all`. The same dice give the same bytes. */
export function damaged(all: Sources, mutations: readonly [Mutation, ...Mutation[]], dice: Dice): Uint8Array {
  let text = dice.pick(all)
  for (let count = dice.skewed(1, 6); count > 0; count--) text = dice.pick(mutations)(text, dice, all)
  return new Uint8Array(Buffer.from(text, dice.below(20) === 0 ? 'utf16le' : 'latin1'))
}
