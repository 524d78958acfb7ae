import { isDecimal } from '#shared/decimal.ts'
import { isCurrency, toMinor, type Currency } from '#shared/money.ts'
import type { ReportName } from '#shared/reports/names.ts'
import { ReportRequestSchema, type ReportRequest } from '#shared/reports/request.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Arguments } from '../command.ts'

type WrongUsage = { readonly kind: 'usage'; readonly reason: string }

/** What is typed after an option, by the part of the request that it is. */
const SAID: Readonly<Record<string, string>> = {
  from: '--from takes a date such as 2026-01-31, at most a hundred years before --to', to: '--to takes a date such as 2026-01-31, not before --from', days: '--days takes a whole number from 1, and no --from beside it',
  accountIds: '--accounts takes account numbers as listed by "accounts", with commas between them', excludedAccountIds: '--exclude takes account numbers, and no --accounts beside it',
  base: '--base takes a currency such as EUR', monthStart: '--month-start takes a day of the month from 1 to 28', minMinor: '--min takes an amount such as 10 or 9.99', maxMinor: '--max takes an amount such as 10 or 9.99',
  categories: '--categories takes categories or groups with commas between them', tags: '--tags takes tags with commas between them', compare: '--compare takes none, previous or year',
  required: '--required takes COMPLETE, PARTIAL or NONE', horizon: '--horizon takes a number of days from 1 to 366',
}

/** Builds the request that the window would send; whatever is typed wrongly is told by its option. */
export function toRequest(name: ReportName, values: Arguments['values'], ledgerBase: Currency): Result<ReportRequest, WrongUsage> {
  const text = (option: string): string | undefined => (typeof values[option] === 'string' ? values[option] : undefined)
  const number = (option: string): number | undefined => (text(option) === undefined ? undefined : Number(text(option)))
  const list = (option: string): string[] | undefined => text(option)?.split(',').map((one) => one.trim()).filter((one) => one !== '')
  const base = text('base')?.toUpperCase()
  const amount = (option: string): number | undefined => (text(option) === undefined ? undefined : amountOf(text(option) ?? '', base !== undefined && isCurrency(base) ? base : ledgerBase))
  const parsed = ReportRequestSchema.safeParse({
    name, base: base ?? null,
    from: text('from'), to: text('to'), days: number('days'),
    accountIds: list('accounts')?.map(Number), excludedAccountIds: list('exclude')?.map(Number),
    monthStart: number('month-start'), withPending: values['pending'] === true,
    minMinor: amount('min'), maxMinor: amount('max'), categories: list('categories'), tags: list('tags'),
    compare: text('compare'), required: text('required')?.toUpperCase(), horizon: number('horizon'), withVariable: values['contracts-only'] !== true,
  })
  if (parsed.success) return ok(parsed.data)
  const part = String(parsed.error.issues[0]?.path[0] ?? '')
  return err({ kind: 'usage', reason: SAID[part] ?? `wrong request: ${part}` })
}

/** Not a number where the text is no amount: the schema refuses it then. */
const amountOf = (text: string, code: Currency): number => (isDecimal(text) ? toMinor(text, code) ?? Number.NaN : Number.NaN)
