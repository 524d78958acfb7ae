import type { Split, Transaction } from '#shared/model.ts'
import { minor, toDecimal, type Minor, type Money } from '#shared/money.ts'
import type { Change } from '#renderer/stores/pending-edits.ts'
import { readAmount } from '#shared/amount-expression.ts'

/** One line of the editor. Amounts are typed without their sign: they go the way of the whole. */
export interface DraftPart { readonly key: number; text: string; categoryId: string | null; notes: string }

export interface Reckoned {
  /** What each line is worth; undefined where it cannot be read. An empty one, if it is the only one, takes the rest. */
  readonly amounts: readonly (Minor | undefined)[]
  /** What no line has taken; null where a line cannot be read. */
  readonly left: Money | null
}

let keys = 0
export const newPart = (parts: Partial<Omit<DraftPart, 'key'>> = {}): DraftPart => ({ key: keys++, text: '', categoryId: null, notes: '', ...parts })

/** What is there already, or two empty lines, the first with the row's own category. */
export function draftOf(row: Transaction, asText: (money: Money) => string): DraftPart[] {
  if (row.splits.length === 0) return [newPart({ categoryId: row.categoryId }), newPart()]
  return row.splits.map(({ amount, categoryId, notes }: Split) => newPart({ text: asText(towards(row, amount)), categoryId, notes }))
}

/** Spending is typed and shown as it is said: 12,50, not -12,50. */
const towards = ({ amount }: Transaction, part: Money): Money => (amount.minor < 0 ? { ...part, minor: minor(0 - part.minor) } : part)

export function reckon(row: Transaction, parts: readonly DraftPart[]): Reckoned {
  const { minor: whole, currency } = towards(row, row.amount)
  const read = parts.map(({ text }) => (text.trim() === '' ? null : readAmount(text, currency)))
  if (read.includes(undefined)) return { amounts: read.map((amount) => amount ?? undefined), left: null }
  const rest = whole - read.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
  const isFilled = read.filter((amount) => amount === null).length === 1
  const amounts = read.map((amount) => amount ?? (isFilled ? minor(rest) : undefined))
  return { amounts, left: { minor: minor(isFilled ? 0 : rest), currency } }
}

/** Undefined while something is left over, cannot be read, or is nothing. */
export function changeOf(row: Transaction, parts: readonly DraftPart[]): Change | undefined {
  const { amounts, left } = reckon(row, parts)
  if (left?.minor !== 0 || parts.length < 2) return undefined
  const splits = parts.flatMap(({ categoryId, notes }, index) => {
    const amount = amounts[index]
    return amount === undefined || amount === 0 ? [] : [{ amountMinor: row.amount.minor < 0 ? 0 - amount : amount, categoryId, notes: notes.trim() }]
  })
  return splits.length === parts.length ? { splits } : undefined
}

/** As a person would type it, in the language's own decimals. */
export const typedAmount = (money: Money, locale: string): string => (locale.startsWith('de') ? toDecimal(money).replace('.', ',') : toDecimal(money))
