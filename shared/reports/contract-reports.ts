import { z } from 'zod'
import { AccountIdSchema, CurrencySchema, LocalDateSchema, MinorSchema, MoneySchema, TransactionIdSchema } from '../model.ts'
import { ContractSchema } from '../contracts.ts'
import { NotConvertedSchema, report } from './envelope.ts'
import { DayRangeSchema, FigureSchema, MonthSchema, PercentSchema } from './figure.ts'

/** Payments without an exchange rate, which are in no sum. */
const unconverted = z.array(NotConvertedSchema)

/** R9: series of payments that come back. */
export const ContractsReportSchema = report('contracts', {
  /** `paid`: in the period, in the contract's own currency. */
  contracts: z.array(ContractSchema.extend({ paid: FigureSchema })),
  /** Monthly equivalents of the active ones, in the base currency. */
  monthlyOut: FigureSchema,
  monthlyIn: FigureSchema,
  yearlyOut: FigureSchema,
  /** What active ones come to in a month. */
  unconverted,
})

const PaidPartsSchema = z.strictObject({ spending: FigureSchema, onContracts: FigureSchema, variable: FigureSchema })

/** R10: what is fixed by contracts, and what is left to choose; per month. */
export const FixedVariableReportSchema = report('fixed-variable', {
  months: z.array(MonthSchema),
  completeMonths: z.int(),
  fixed: FigureSchema,
  variable: FigureSchema,
  /** Average monthly spending, and what of it was paid on contracts. */
  spending: FigureSchema,
  onContracts: FigureSchema,
  fixedShare: PercentSchema,
  /** What the averages were made of: all of the complete months, and each by itself. */
  sums: PaidPartsSchema,
  monthly: z.array(PaidPartsSchema.extend({ month: z.string() })),
  /** The active outgoing ones, with what each comes to in a month. */
  contracts: z.array(z.strictObject({ contractId: z.string(), counterparty: z.string(), categoryId: z.string().nullable(), accountId: AccountIdSchema, monthly: MoneySchema })),
  unconverted,
})

const ExpectedSchema = z.strictObject({
  on: LocalDateSchema,
  contractId: z.string(),
  counterparty: z.string(),
  accountId: AccountIdSchema,
  amount: MoneySchema,
})

/** What was spent by a day of a cycle, and by that day of earlier ones: the lowest, the middle and the highest of them. */
const PaceDaySchema = z.strictObject({ on: LocalDateSchema, spent: FigureSchema, onDay: FigureSchema, low: FigureSchema, median: FigureSchema, high: FigureSchema })

const PaceSchema = z.strictObject({
  /** The last cycles of the same kind, six at most, that are known of every account; fewer than two tell nothing of what is usual. */
  cycles: z.array(DayRangeSchema),
  /** Where they are fewer: the day on which there will be two if every account goes on to be known. */
  usualFrom: LocalDateSchema.nullable(),
  /** Every day of the cycle. `spent` (from its first day on) and `onDay` are null after the as-of day, and before the first day of which anything is known. */
  days: z.array(PaceDaySchema),
})

/** R11: what may still be spent until the next salary. */
export const AvailableReportSchema = report('available', {
  cycle: DayRangeSchema,
  /** Where no regular salary is known, a month is the cycle. */
  until: z.enum(['salary', 'month']),
  income: FigureSchema,
  contractsPaid: FigureSchema,
  contractsDue: FigureSchema,
  savingPaid: FigureSchema,
  savingDue: FigureSchema,
  otherSpending: FigureSchema,
  available: FigureSchema,
  /** Today included. */
  remainingDays: z.int(),
  perDay: FigureSchema,
  due: z.array(ExpectedSchema),
  unconverted,
  /** `contractsPaid` and `otherSpending` together, day by day. */
  pace: PaceSchema,
})

const ForecastLineSchema = z.strictObject({
  currency: CurrencySchema,
  /** At the end of the as-of day; null where the account is not known then. */
  start: FigureSchema,
  /** One for each day from the first after `asOf`; null where nothing can be said. */
  values: z.array(MinorSchema.nullable()),
  lowest: z.strictObject({ on: LocalDateSchema, balance: FigureSchema }).nullable(),
})

/** R12: balances to come: what is there, what contracts will do, and everyday spending. */
export const ForecastReportSchema = report('forecast', {
  days: z.int(),
  rows: z.array(ForecastLineSchema.extend({
    accountId: AccountIdSchema,
    /** Everyday spending a month, the median of the last three to six complete months; null where there are fewer. */
    variable: FigureSchema,
    variableMonths: z.int(),
  })),
  /** The sum, day by day, of the accounts that can be told ahead; null where none can. */
  total: ForecastLineSchema,
  /** Those of which too little is known: they are in no sum. */
  unknownAccounts: z.array(AccountIdSchema),
  /** Those that can be told ahead in their own currency, but have no exchange rate: they are not in `total` either. */
  unconvertedAccounts: z.array(AccountIdSchema),
  /** Contracts, and own transfers that come back: those have no contract, and another account on their other side. */
  expected: z.array(ExpectedSchema.extend({ contractId: z.string().nullable(), otherAccountId: AccountIdSchema.nullable() })),
  /** Everyday spending of the accounts in the sum together, and how many complete months the one with the fewest had for it. */
  variable: FigureSchema,
  variableMonths: z.int(),
  withVariable: z.boolean(),
})

/** R13: what is due in the next thirty days, and what did not come. */
export const UpcomingReportSchema = report('upcoming', {
  rows: z.array(ExpectedSchema.extend({
    kind: z.enum(['payment', 'cancel-by', 'reminder']),
    state: z.enum(['due', 'overdue']),
    toleranceDays: z.int(),
  })),
  dueOut: FigureSchema,
  dueIn: FigureSchema,
  unconverted,
})

/** R14: what is different from before. */
export const ChangesReportSchema = report('changes', {
  changes: z.array(z.strictObject({
    kind: z.enum(['price', 'new', 'ended', 'missing', 'duplicate', 'large']),
    on: LocalDateSchema,
    contractId: z.string().nullable(),
    counterparty: z.string(),
    accountId: AccountIdSchema,
    before: MoneySchema.nullable(),
    after: MoneySchema.nullable(),
    percent: PercentSchema,
    /** What it comes to in a year. */
    yearly: MoneySchema.nullable(),
    transactions: z.array(TransactionIdSchema),
  })),
})

/** R15: categories that cost far more in a month than they use to. */
export const UnusualReportSchema = report('unusual', {
  rows: z.array(z.strictObject({
    categoryId: z.string().nullable(),
    month: MonthSchema,
    spent: FigureSchema,
    /** What of it contracts took: a yearly bill is far above the median, and yet was to be expected. */
    onContracts: FigureSchema,
    /** By the end of a month that still runs; else what was spent. */
    projected: FigureSchema,
    median: FigureSchema,
    /** Up to here it would not have been unusual. */
    limit: FigureSchema,
    /** Projected less median. */
    above: FigureSchema,
    /** Complete months that it was held against. */
    comparedMonths: z.int(),
    /** The month still runs, and was scaled to its end. */
    isScaled: z.boolean(),
  })),
})

const BudgetLineSchema = z.strictObject({
  period: DayRangeSchema,
  limit: FigureSchema,
  /** Left over from earlier periods; null where it expires, or an earlier limit cannot be converted. */
  carried: FigureSchema,
  spent: FigureSchema,
  remaining: FigureSchema,
  /** Spent of the limit less elapsed of the time, in percent: above 0 is too fast. */
  pace: PercentSchema,
  elapsed: PercentSchema,
  contractsDue: FigureSchema,
  projection: FigureSchema,
})

/** R18: budgets by category in the period that the as-of day lies in. */
export const BudgetReportSchema = report('budget', {
  /** `2026-03`, with the month's own beginning and end in each row's period. */
  month: z.string(),
  rows: z.array(BudgetLineSchema.extend({
    categoryId: z.string(),
    every: z.enum(['month', 'year']),
    isAccumulating: z.boolean(),
    /** As it was set: a limit of another currency without a rate has no other amount. */
    ownLimit: MoneySchema,
    currency: CurrencySchema,
  })),
  /** The monthly ones together, a group and its categories once; null where there are none. */
  total: BudgetLineSchema.nullable(),
})
