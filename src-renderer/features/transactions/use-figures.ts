import { shallowRef, watch, type Ref } from 'vue'
import type { Transaction } from '#shared/model.ts'
import { formatMoney, type Money } from '#shared/money.ts'
import type { TransactionList } from '#renderer/stores/transactions.ts'
import type { ColumnName } from './columns.ts'

/** Least widths of the columns that must be read whole: an amount that is cut is another amount. */
export type Figures = Partial<Record<ColumnName, number>>

/** Shorter ones fit every column; they are not even written out to be measured. */
const LONG_MINOR = 1e7
/** At least as wide as a letter of an amount, and the room on both of its sides. */
const LETTER = 7.3
const ROOM = 21

export const figureWidth = (money: Money | null | undefined, locale: string): number =>
  (!money || Math.abs(money.minor) < LONG_MINOR ? 0 : Math.ceil(formatMoney(money, locale).length * LETTER + ROOM))

/** Of the rows seen so far. They only grow until the list shows something else, so that nothing jumps to and fro. */
export function useFigures(list: TransactionList, seen: () => readonly number[], locale: Readonly<Ref<string>>): Readonly<Ref<Figures>> {
  const figures = shallowRef<Figures>({})

  watch([() => list.filter, locale], () => { figures.value = {} })
  watch([seen, () => list.revision, () => list.filter], () => {
    const rows = seen().flatMap((index) => list.rowAt(index) ?? [])
    const widest = (of: (row: Transaction) => Money | null, known = 0) => rows.reduce((most, row) => Math.max(most, figureWidth(of(row), locale.value)), known)
    const { amount = 0, balance = 0 } = figures.value
    const now = { amount: widest((row) => row.amount, amount), balance: widest((row) => row.balanceAfter, balance) }
    if (now.amount > amount || now.balance > balance) figures.value = now
  }, { immediate: true })

  return figures
}
