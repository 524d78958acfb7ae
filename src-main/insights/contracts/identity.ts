import { purposeSignature } from '#main/categorise/merchant.ts'
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
export function identitiesOf(rows: readonly ContractRow[]): Identity[] {
  const numbers = rows.map(numbersOf)
  const counts = new Map<string, number>()
  for (const own of numbers) for (const number of own) counts.set(number, (counts.get(number) ?? 0) + 1)
  const telling = new Set([...counts].flatMap(([number, count]) => (count >= REPEATS_MIN && count < rows.length ? [number] : [])))
  return rows.map(({ mandateReference, purpose }, place) => {
    if (mandateReference !== '') return { signature: mandateReference, isOwn: true }
    const words = purposeSignature(purpose)
    const own = telling.size === 0 ? [] : (numbers[place] ?? []).filter((number) => telling.has(number)).sort()
    return own.length === 0 ? { signature: words, isOwn: false } : { signature: `${words} ${own.join(' ')}`, isOwn: true }
  })
}

const NONE: readonly string[] = []

/** Each once. */
function numbersOf({ purpose, mandateReference }: ContractRow): readonly string[] {
  const found = mandateReference === '' ? purpose.match(NUMBER) : null
  if (found === null) return NONE
  return found.length === 1 ? found.filter((number) => !YEAR.test(number)) : [...new Set(found)].filter((number) => !YEAR.test(number))
}
