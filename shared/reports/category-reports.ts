import { z } from 'zod'
import { AccountIdSchema, AccountStatusSchema, CurrencySchema, LocalDateSchema, MoneySchema, TransactionIdSchema } from '../model.ts'
import { report } from './envelope.ts'
import { DayRangeSchema, FigureSchema, MonthSchema, PercentSchema } from './figure.ts'

const SpendingLineSchema = z.strictObject({
  /** Net: what was paid less what came back. */
  sum: FigureSchema,
  count: z.int(),
  /** Per row. */
  average: FigureSchema,
  /** Over the complete months. */
  monthlyAverage: FigureSchema,
  /** Of all that was spent, net; null where more came back than went. */
  share: PercentSchema,
  months: z.array(FigureSchema),
})

/** R6: spending by category, in the base currency. A group is all of its categories. */
export const SpendingReportSchema = report('spending', {
  months: z.array(MonthSchema),
  completeMonths: z.int(),
  groups: z.array(SpendingLineSchema.extend({ group: z.string().nullable() })),
  categories: z.array(SpendingLineSchema.extend({ group: z.string().nullable(), categoryId: z.string().nullable() })),
  total: SpendingLineSchema,
})

const IncomeLineSchema = z.strictObject({
  sum: FigureSchema,
  count: z.int(),
  months: z.array(FigureSchema),
  monthlyAverage: FigureSchema,
  monthlyMedian: FigureSchema,
  /** The same days a year earlier. */
  yearBefore: FigureSchema,
  /** How much more than a year earlier. */
  change: PercentSchema,
})

/** R7: income by who pays it, regular and not. */
export const IncomeReportSchema = report('income', {
  months: z.array(MonthSchema),
  completeMonths: z.int(),
  sources: z.array(IncomeLineSchema.extend({
    key: z.string(),
    counterparty: z.string(),
    categoryId: z.string().nullable(),
    isRegular: z.boolean(),
    lastOn: LocalDateSchema,
    nextOn: LocalDateSchema.nullable(),
  })),
  regular: IncomeLineSchema,
  irregular: IncomeLineSchema,
  total: IncomeLineSchema,
  /** When the next regular income is expected. */
  nextOn: LocalDateSchema.nullable(),
})

const SavedSchema = z.strictObject({ income: FigureSchema, spending: FigureSchema, saved: FigureSchema, rate: PercentSchema })

/** R8: what is left of the income; null where there was none. */
export const SavingsRateReportSchema = report('savings-rate', {
  months: z.array(MonthSchema.extend(SavedSchema.shape)),
  /** Over the last three and twelve complete months, from their sums; `count` is how many there were. */
  trailing: z.array(SavedSchema.extend({ months: z.int(), count: z.int() })),
  total: SavedSchema,
})

/** R16: who was paid and who paid, seen through payment services. */
export const MerchantsReportSchema = report('merchants', {
  merchants: z.array(z.strictObject({
    key: z.string(),
    name: z.string(),
    categoryId: z.string().nullable(),
    /** Net, with the bank's sign: what was spent there is negative. */
    sum: FigureSchema,
    count: z.int(),
    average: FigureSchema,
    firstOn: LocalDateSchema,
    lastOn: LocalDateSchema,
  })),
  total: FigureSchema,
})

const ComparedFigureSchema = z.strictObject({
  current: FigureSchema,
  previous: FigureSchema,
  yearBefore: FigureSchema,
  /** Against the previous period, and against the same days a year earlier. */
  sincePrevious: FigureSchema,
  sincePreviousPercent: PercentSchema,
  sinceYear: FigureSchema,
  sinceYearPercent: PercentSchema,
})

/** R17: the period against the one before and the same a year earlier; one that still runs by as many days. */
export const ComparisonReportSchema = report('comparison', {
  current: DayRangeSchema,
  previous: DayRangeSchema,
  yearBefore: DayRangeSchema,
  income: ComparedFigureSchema,
  spending: ComparedFigureSchema,
  saving: ComparedFigureSchema,
  net: ComparedFigureSchema,
  categories: z.array(ComparedFigureSchema.extend({ categoryId: z.string().nullable() })),
})

/** R19: what accounts cost and earn, by calendar year. Fees are positive when paid. */
export const FeesReportSchema = report('fees', {
  years: z.array(z.strictObject({ key: z.string(), from: LocalDateSchema, to: LocalDateSchema, isPartial: z.boolean() })),
  rows: z.array(z.strictObject({
    accountId: AccountIdSchema,
    name: z.string(),
    currency: CurrencySchema,
    fees: z.array(FigureSchema),
    interest: z.array(FigureSchema),
  })),
  total: z.strictObject({ fees: z.array(FigureSchema), interest: z.array(FigureSchema) }),
})

export const TaxTopicSchema = z.enum(['donations', 'insurance', 'health', 'childcare', 'craftsmen', 'vehicle-tax'])

/** R20: what a German tax return asks for, by calendar year, with its rows. Amounts paid are positive. */
export const TaxYearReportSchema = report('tax-year', {
  years: z.array(z.strictObject({
    year: z.int(),
    isPartial: z.boolean(),
    topics: z.array(z.strictObject({
      topic: TaxTopicSchema,
      sum: FigureSchema,
      rows: z.array(z.strictObject({
        id: TransactionIdSchema,
        accountId: AccountIdSchema,
        bookedOn: LocalDateSchema,
        payee: z.string(),
        purpose: z.string(),
        categoryId: z.string().nullable(),
        amount: MoneySchema,
      })),
    })),
  })),
})

/** R21: what stands between the ledger and the truth. */
export const DataQualityReportSchema = report('data-quality', {
  rows: z.array(z.strictObject({
    accountId: AccountIdSchema,
    name: z.string(),
    currency: CurrencySchema,
    coverage: DayRangeSchema.nullable(),
    gaps: z.array(DayRangeSchema),
    /** UPDATED_FIXED: an adjusting entry makes up for what the bank did not send. */
    status: AccountStatusSchema.nullable(),
    adjusting: FigureSchema,
    /** Bank less ledger on the bank's own day; null where the bank stated nothing. */
    difference: MoneySchema.nullable(),
    firstDivergingDay: LocalDateSchema.nullable(),
    duplicates: FigureSchema,
    duplicateCount: z.int(),
    rowCount: z.int(),
    uncategorisedCount: z.int(),
  })),
  uncategorised: z.strictObject({ count: z.int(), of: z.int(), share: PercentSchema }),
  duplicateCount: z.int(),
})
