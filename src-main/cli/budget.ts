import { monthOf } from '#shared/budget-months.ts'
import { BudgetCategorySchema, BudgetMonthSchema, MonthStartSchema, type BudgetLine, type Budgets } from '#shared/budgets.ts'
import { currency, formatMoney, minor, parseMoney, toDecimal } from '#shared/money.ts'
import type { AppError } from '#shared/errors.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { finishCategories } from './categories.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { categoryIdOf, categoryName } from './say.ts'
import { table } from './table.ts'
import { usage, type Usage } from './usage.ts'
import { words } from './words.ts'

type Values = Arguments['values']
type Step = (ledger: LedgerClient, before: Budgets, month: string) => Promise<Result<Budgets, AppError>>
const wrong = (en: string, de: string) => err(usage(en, de))

/** What a person means to spend; how it goes is `report budget`. Every step can be taken back in the app. */
export async function budget(context: Context, { positionals: [verb = '', ...operands], values }: Arguments): Promise<Outcome> {
  const step = stepOf(verb, operands, values)
  if (!step.ok) return step
  const { month } = values
  if (typeof month === 'string' && !BudgetMonthSchema.safeParse(month).success) return wrong('a month looks like 2026-03', 'ein Monat sieht so aus: 2026-03')
  const done = await withLedger(context, 'must-exist', async (ledger) => {
    const before = await ledger.call('budgets.list', undefined)
    if (!before.ok) return before
    return step.value(ledger, before.value, typeof month === 'string' ? month : monthOf(systemClock.today(), before.value.monthStart))
  })
  return done.ok ? answer(context, done.value) : done
}

function answer({ language, terminal }: Context, { lines, monthStart }: Budgets): Outcome {
  const say = words(language)
  return ok({
    json: { budgets: lines.map(toJson), monthStart },
    text: () => (lines.length === 0 ? say.noBudgets : table(
      [{ title: say.category }, { title: say.from }, { title: say.rhythm }, { title: say.limit, align: 'right' }, { title: say.carry }],
      lines.map((line) => [categoryName(line.category, language), line.from, line.period === 'year' ? say.yearly : say.monthly, line.limitMinor === null ? say.noLimit : formatMoney({ minor: line.limitMinor, currency: line.currency }, localeOf(language)), line.carry === 'accumulating' ? say.accumulating : '']),
      terminal.columns,
    )),
  })
}

const toJson = ({ limitMinor, ...line }: BudgetLine): object => ({ ...line, limit: limitMinor === null ? null : toDecimal({ minor: minor(limitMinor), currency: line.currency }) })

function stepOf(verb: string, operands: readonly string[], values: Values): Result<Step, Usage> {
  switch (verb) {
    case 'list':
      return operands.length === 0 ? ok((_, before) => Promise.resolve(ok(before))) : wrong('budget list takes nothing more', 'budget list nimmt nichts weiter')
    case 'set':
      return set(operands, values)
    case 'delete':
      return remove(operands, values)
    case 'copy-last':
      return operands.length === 0 ? ok((ledger, _, month) => ledger.call('budgets.copyLast', { month })) : wrong('budget copy-last takes nothing more', 'budget copy-last nimmt nichts weiter')
    case 'average':
      return average(operands)
    case 'month-start':
      return monthStart(operands, values)
    default:
      return wrong(`no such step: budget ${verb}; there are: list, set, delete, copy-last, average, month-start`, `unbekannt: budget ${verb}; es gibt: list, set, delete, copy-last, average, month-start`)
  }
}

const categoryOf = (text: string | undefined): string | undefined => BudgetCategorySchema.safeParse(text === undefined ? text : categoryIdOf(text)).data

/** Where only the spelling of an amount matters. */
const ANY = currency('EUR')

function set([name, amount, ...more]: readonly string[], { year, accumulating, only }: Values): ReturnType<typeof stepOf> {
  const category = categoryOf(name)
  if (category === undefined || amount === undefined || more.length > 0) return wrong('budget set takes a category of spending (food, food.groceries) and an amount', 'budget set nimmt eine Ausgabenkategorie (food, food.groceries) und einen Betrag')
  if ((parseMoney(amount, ANY)?.minor ?? -1) < 0) return wrong('a limit is an amount such as 400 or 400.00, not below nothing', 'ein Limit ist ein Betrag wie 400 oder 400,00, nicht unter null')
  return ok(async (ledger, _, month) => {
    // Limits are told in the currency of the reports, which is not the ledger's own where nothing is kept in that.
    const told = await ledger.call('reports.run', ReportRequestSchema.parse({ name: 'budget' }))
    if (!told.ok) return told
    const limit = parseMoney(amount, told.value.base)
    if (limit === undefined) return err({ kind: 'invalid_input', path: 'limit' })
    return ledger.call('budgets.set', { category, month, limitMinor: limit.minor, period: year === true ? 'year' : 'month', carry: accumulating === true ? 'accumulating' : 'expiring', onlyThis: only === true })
  })
}

/** From a month on where one is named, else altogether. */
function remove([name, ...more]: readonly string[], { month: from }: Values): ReturnType<typeof stepOf> {
  const category = categoryOf(name)
  if (category === undefined || more.length > 0) return wrong('budget delete takes a category of spending', 'budget delete nimmt eine Ausgabenkategorie')
  return ok((ledger, _, month) => ledger.call('budgets.delete', { category, month: typeof from === 'string' ? month : null }))
}

function average([count, ...categories]: readonly string[]): ReturnType<typeof stepOf> {
  const months = ([3, 6, 12] as const).find((one) => String(one) === count)
  if (months === undefined || categories.some((name) => categoryOf(name) === undefined)) return wrong('budget average takes 3, 6 or 12 months, and categories of spending if not all', 'budget average nimmt 3, 6 oder 12 Monate, und Ausgabenkategorien, wenn nicht alle gemeint sind')
  return ok(async (ledger, _, month) => {
    await finishCategories(ledger)
    return ledger.call('budgets.average', { month, months, ...(categories.length > 0 && { categories }) })
  })
}

function monthStart([day, ...more]: readonly string[], { weekend }: Values): ReturnType<typeof stepOf> {
  const start = MonthStartSchema.safeParse({ day: Number(day), shift: weekend ?? 'none' })
  if (!start.success || more.length > 0) return wrong('budget month-start takes a day from 1 to 28, and --weekend before, after or none', 'budget month-start nimmt einen Tag von 1 bis 28, und --weekend before, after oder none')
  return ok((ledger) => ledger.call('budgets.setMonthStart', start.data))
}
