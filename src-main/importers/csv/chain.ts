import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { ColumnRole, Mapping } from '#shared/mapping.ts'
import { negate } from '../text/decimal-text.ts'
import { looseAmount, type LooseAmount } from '../text/loose-amounts.ts'
import type { Block } from './layout.ts'

type Read = (amount: LooseAmount) => DecimalText | undefined

interface Step { readonly amount: DecimalText; readonly balance: DecimalText }

const STEPS_MIN = 2

/** The sign that the running balance proves; null where it proves none. */
export function chainOf({ rows }: Block, columns: Mapping['columns'], read: Read): Mapping['sign'] {
  const [amountAt, balanceAt] = [columns.indexOf('amount'), columns.indexOf('balance')]
  if (amountAt < 0 || balanceAt < 0) return null
  const value = (cells: readonly string[], at: number): DecimalText | undefined => {
    const amount = looseAmount(cells[at] ?? '')
    return amount && read(amount)
  }
  const steps = rows.flatMap(({ cells }): Step[] => {
    const [amount, balance] = [value(cells, amountAt), value(cells, balanceAt)]
    return amount === undefined || balance === undefined ? [] : [{ amount, balance }]
  })
  if (steps.length < STEPS_MIN || isOneSided(columns)) return null
  if (runsOf(steps) !== null) return 'as-is'
  return runsOf(steps.map(({ amount, balance }) => ({ amount: negate(amount), balance }))) === null ? null : 'inverted'
}

/** With the direction in another column the numbers alone prove nothing. */
const isOneSided = (columns: readonly (ColumnRole | null)[]): boolean => columns.includes('sign')

/** Whether each balance follows from the one before it, oldest or newest first; null where it does not. */
export function runsOf(steps: readonly Step[]): 'oldest-first' | 'newest-first' | null {
  const follows = (later: Step, earlier: Step): boolean => sumDecimals([earlier.balance, later.amount, negate(later.balance)]) === '0'
  const pairs = steps.slice(1).map((step, index) => [steps[index] ?? step, step] as const)
  if (pairs.every(([before, after]) => follows(after, before))) return 'oldest-first'
  return pairs.every(([before, after]) => follows(before, after)) ? 'newest-first' : null
}
