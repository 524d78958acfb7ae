import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { budgetEndpoints } from '#shared/ipc/budget-endpoints.ts'
import { AppFailure } from '#shared/failure.ts'
import { usualSpending } from '#main/insights/budgets/usual.ts'
import { readBudgets } from '#main/ledger/budgets/budgets.ts'
import { copyLast, deleteBudget, setBudget, setLimits, setMonthStart } from '#main/ledger/budgets/edit.ts'
import { transact, type LedgerConnection } from '#main/ledger/database.ts'
import { totalsCurrency } from '#main/ledger/settings.ts'
import type { WriteContext } from './write-context.ts'

type BudgetChannel = Exclude<keyof typeof budgetEndpoints, 'budgets.list'>

/** Every change of budgets is one step of the history. */
export const budgetUseCases: { readonly [C in BudgetChannel]: (context: WriteContext, input: Parsed<C>) => Output<C> } = {
  'budgets.set': (context, input) => changing(context, (db) => setBudget(db, input, context.clock.now())),
  'budgets.copyLast': (context, input) => changing(context, (db) => copyLast(db, input, context.clock.now())),
  'budgets.average': (context, input) => changing(context, (db) => setLimits(db, input.month, averagesFor(db, input), context.clock.now())),
  'budgets.delete': (context, input) => changing(context, (db) => deleteBudget(db, input, context.clock.now())),
  'budgets.setMonthStart': (context, input) => changing(context, (db) => setMonthStart(db, input, { at: context.clock.now(), today: context.clock.today() })),
}

function changing({ db, changed }: WriteContext, change: (db: LedgerConnection) => Output<'budgets.list'>): Output<'budgets.list'> {
  const budgets = transact(db, () => change(db))
  changed('budgets', 'history')
  return budgets
}

function averagesFor(db: LedgerConnection, { month, months, categories }: Parsed<'budgets.average'>): Map<string, number> {
  const { lines, monthStart } = readBudgets(db)
  const usual = usualSpending(db, { month, months, currency: totalsCurrency(db), monthStart })
  if (usual.months === 0) throw new AppFailure({ kind: 'invalid_input', path: 'months' })
  const budgeted = [...new Set(lines.map(({ category }) => category))]
  const wanted = categories ?? (budgeted.length > 0 ? budgeted : [...usual.averages.keys()].filter((id) => id.includes('.')))
  return new Map(wanted.map((category) => [category, usual.averages.get(category) ?? 0]))
}
