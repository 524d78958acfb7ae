import { inputFault } from '#shared/errors.ts'
import { isDecimal } from '#shared/decimal.ts'
import { isCurrency, toMinor, type Currency } from '#shared/money.ts'
import { COMPARABLE_REPORTS, isComparable, type ReportName } from '#shared/reports/names.ts'
import { CompareSchema, ReportRequestSchema, type ReportRequest } from '#shared/reports/request.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Arguments } from '../command.ts'
import { categoryIdOf } from '../say.ts'
import { refused, usage, type Usage } from '../usage.ts'

/** What is typed after an option, by the part of the request that it is. */
const SAID = {
  from: usage('--from takes a date such as 2026-01-31, from 1900 on and at most a hundred years before --to', '--from nimmt ein Datum wie 2026-01-31, ab 1900 und höchstens hundert Jahre vor --to'),
  to: usage('--to takes a date such as 2026-01-31, not before --from and not after 2999', '--to nimmt ein Datum wie 2026-01-31, nicht vor --from und nicht nach 2999'),
  days: usage('--days takes a whole number from 1, and no --from beside it', '--days nimmt eine ganze Zahl ab 1, und kein --from daneben'),
  accountIds: usage('--accounts takes account numbers as listed by "accounts", with commas between them', '--accounts nimmt Kontonummern, wie "accounts" sie auflistet, mit Kommas dazwischen'),
  excludedAccountIds: usage('--exclude takes account numbers, and no --accounts beside it', '--exclude nimmt Kontonummern, und kein --accounts daneben'),
  base: usage('--base takes a currency such as EUR', '--base nimmt eine Währung wie EUR'),
  monthStart: usage('--month-start takes a day of the month from 1 to 28', '--month-start nimmt einen Tag des Monats von 1 bis 28'),
  order: usage('--max takes an amount that is not below --min', '--max nimmt einen Betrag, der nicht unter --min liegt'),
  minMinor: usage('--min takes an amount such as 10 or 9.99', '--min nimmt einen Betrag wie 10 oder 9.99'),
  maxMinor: usage('--max takes an amount such as 10 or 9.99', '--max nimmt einen Betrag wie 10 oder 9.99'),
  categories: usage('--categories takes categories or groups with commas between them', '--categories nimmt Kategorien oder Gruppen mit Kommas dazwischen'),
  tags: usage('--tags takes tags with commas between them', '--tags nimmt Schlagwörter mit Kommas dazwischen'),
  compare: usage('--compare takes none, previous or year', '--compare nimmt none, previous oder year'),
  required: usage('--required takes COMPLETE, PARTIAL or NONE', '--required nimmt COMPLETE, PARTIAL oder NONE'),
  horizon: usage('--horizon takes a number of days from 1 to 366', '--horizon nimmt eine Zahl von Tagen von 1 bis 366'),
}

/** Options that take words with commas between them: with none they would choose nothing. */
const LISTS = [['accounts', 'accountIds'], ['exclude', 'excludedAccountIds'], ['categories', 'categories'], ['tags', 'tags']] as const
const isSaid = (part: string): part is keyof typeof SAID => Object.hasOwn(SAID, part)

/** Builds the request that the window would send; whatever is typed wrongly is told by its option. */
export function toRequest(name: ReportName, values: Arguments['values'], ledgerBase: Currency): Result<ReportRequest, Usage> {
  const text = (option: string): string | undefined => (typeof values[option] === 'string' ? values[option] : undefined)
  const number = (option: string): number | undefined => (text(option) === undefined ? undefined : Number(text(option)))
  const list = (option: string): string[] | undefined => text(option)?.split(',').map((one) => one.trim()).filter((one) => one !== '')
  for (const [option, part] of LISTS) if (list(option)?.length === 0) return err(SAID[part])
  const base = text('base')?.toUpperCase()
  const amount = (option: string): number | undefined => (text(option) === undefined ? undefined : amountOf(text(option) ?? '', base !== undefined && isCurrency(base) ? base : ledgerBase))
  const [minMinor, maxMinor] = [amount('min'), amount('max')]
  if (minMinor !== undefined && maxMinor !== undefined && minMinor > maxMinor) return err(SAID.order)
  const parsed = ReportRequestSchema.safeParse({
    name, base: base ?? null,
    from: text('from'), to: text('to'), days: number('days'),
    accountIds: list('accounts')?.map(Number), excludedAccountIds: list('exclude')?.map(Number),
    monthStart: number('month-start'), withPending: values['pending'] === true,
    minMinor, maxMinor, categories: list('categories')?.map(categoryIdOf), tags: list('tags'),
    compare: text('compare'), required: text('required')?.toUpperCase(), horizon: number('horizon'), withVariable: values['contracts-only'] !== true,
  })
  if (parsed.success) return ok(parsed.data)
  if (CompareSchema.safeParse(text('compare')).success && !isComparable(name)) return err(incomparable(name))
  const part = String(parsed.error.issues[0]?.path[0] ?? '')
  return err(isSaid(part) ? SAID[part] : refused(inputFault(parsed.error), []))
}

const incomparable = (name: ReportName): Usage => usage(
  `${name} is held against no other period; --compare goes with: ${COMPARABLE_REPORTS.join(', ')}`,
  `${name} wird mit keinem anderen Zeitraum verglichen; --compare gehört zu: ${COMPARABLE_REPORTS.join(', ')}`,
)

/** Not a number where the text is no amount: the schema refuses it then. */
const amountOf = (text: string, code: Currency): number => (isDecimal(text) ? toMinor(text, code) ?? Number.NaN : Number.NaN)
