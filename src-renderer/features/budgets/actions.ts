import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { MonthStart } from '#shared/budget-months.ts'
import { useBudgetsStore } from '#renderer/stores/budgets.ts'
import { useText } from '#renderer/ui/text.ts'
import { showFailure, showToast } from '#renderer/ui/toasts.ts'
import { categoryName } from '../transactions/categories.ts'
import { useUndoToast } from '../undo-toast.ts'

/** Changes of budgets: each is told and can be taken back. */
export function useBudgetActions() {
  const store = useBudgetsStore()
  const { t, language } = useText()
  const offerUndo = useUndoToast()
  const named = (category: string) => ({ category: categoryName(category, language.value) })

  function said(reply: Reply<'budgets.list'>, words: string): boolean {
    if (reply.ok) offerUndo(words)
    else showFailure(reply.error, language.value)
    return reply.ok
  }

  return {
    set: async (budget: Input<'budgets.set'>) => said(await store.set(budget), t('budgets.said.set', named(budget.category))),
    copyLast: async (month: string) => said(await store.copyLast(month), t('budgets.said.copied')),
    remove: async (category: string, month: string | null) => said(await store.remove(category, month), t('budgets.said.removed', named(category))),
    startMonths: async (start: MonthStart) => said(await store.setMonthStart(start), t('budgets.said.monthStart', { day: start.day })),
    /** Refused where no month is complete: that is no fault, only too early. */
    average: async (month: string, months: 3 | 6 | 12, categories?: readonly string[]): Promise<void> => {
      const reply = await store.average(month, months, categories)
      if (!reply.ok && reply.error.kind === 'invalid_input') showToast(t('budgets.empty.noMonth'))
      else said(reply, t('budgets.said.averaged'))
    },
  }
}
