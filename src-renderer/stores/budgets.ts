import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { BudgetLine } from '#shared/budgets.ts'
import { CALENDAR_MONTH, type MonthStart } from '#shared/budget-months.ts'
import type { AppError } from '#shared/errors.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import { call, on } from '#renderer/api/client.ts'

/** Every limit that was ever set, and when months begin: that holds for budgets and reports alike. */
export const useBudgetsStore = defineStore('budgets', () => {
  const lines = shallowRef<readonly BudgetLine[]>([])
  const monthStart = shallowRef<MonthStart>(CALENDAR_MONTH)
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (loaded.value && scopes.includes('budgets')) void load()
  }))

  async function load(): Promise<void> {
    const reply = take(await call('budgets.list', undefined))
    error.value = reply.ok ? undefined : reply.error
    loaded.value = true
  }

  function take(reply: Reply<'budgets.list'>): Reply<'budgets.list'> {
    if (!reply.ok) return reply
    lines.value = reply.value.lines
    monthStart.value = reply.value.monthStart
    return reply
  }

  const set = async (budget: Input<'budgets.set'>) => take(await call('budgets.set', budget))
  const copyLast = async (month: string) => take(await call('budgets.copyLast', { month }))
  const average = async (month: string, months: 3 | 6 | 12, categories?: readonly string[]) => take(await call('budgets.average', { month, months, ...(categories && { categories: [...categories] }) }))
  const remove = async (category: string, month: string | null) => take(await call('budgets.delete', { category, month }))
  const setMonthStart = async (start: MonthStart) => take(await call('budgets.setMonthStart', { ...start }))

  return { lines, monthStart, error, loaded, load, set, copyLast, average, remove, setMonthStart }
})
