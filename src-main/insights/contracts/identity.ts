import { purposeSignature } from '#main/categorise/merchant.ts'
import { STRIDE, visit, type Steps } from '../steps.ts'
import type { ContractRow } from './contract.ts'

/** Contract and customer numbers stand in every payment of a contract; an invoice's number stands in one. */
const NUMBER = /\d{4,}/g
const YEAR = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])?$/
const REPEATS_MIN = 3

export interface Identity {
  /** What the purpose or the mandate says that stays the same. */
  readonly signature: string
  /** It is the contract's own: another one is another contract. */
  readonly isOwn: boolean
}

/** Tells the payments to one merchant apart: by mandate, else by a number that some of them share and others do not, else by words. */
export function* identitySteps(rows: readonly ContractRow[]): Steps<Identity[]> {
  const read = new Map<string, Words>()
  const words: Words[] = []
  yield* visit(rows, (row) => { words.push(wordsOf(row, read)) }, STRIDE)
  const counts = new Map<string, number>()
  for (const { numbers } of words) for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const telling = new Set([...counts].flatMap(([number, count]) => (count >= REPEATS_MIN && count < rows.length ? [number] : [])))
  return words.map(({ mandate, signature, numbers }) => {
    if (mandate !== '') return { signature: mandate, isOwn: true }
    const own = telling.size === 0 ? NONE : numbers.filter((number) => telling.has(number)).sort()
    return own.length === 0 ? { signature, isOwn: false } : { signature: `${signature} ${own.join(' ')}`, isOwn: true }
  })
}

interface Words {
  readonly mandate: string
  readonly signature: string
  readonly numbers: readonly string[]
}

const NONE: readonly string[] = []

/** Payments of a mandate need no other words. The same purpose comes back, so each is read once. */
function wordsOf({ mandateReference, purpose }: ContractRow, read: Map<string, Words>): Words {
  if (mandateReference !== '') return { mandate: mandateReference, signature: '', numbers: NONE }
  const known = read.get(purpose)
  if (known) return known
  const words = { mandate: '', signature: purposeSignature(purpose), numbers: numbersOf(purpose) }
  read.set(purpose, words)
  return words
}

/** Each once. */
function numbersOf(purpose: string): readonly string[] {
  const found = purpose.match(NUMBER)
  if (found === null) return NONE
  return found.length === 1 ? found.filter((number) => !YEAR.test(number)) : [...new Set(found)].filter((number) => !YEAR.test(number))
}
