import { z } from 'zod'
import { AccountIdSchema, AccountStatusSchema, AccountTypeSchema, CurrencySchema, InstantSchema, LocalDateSchema, MinorSchema, MoneySchema } from '../model.ts'
import { report } from './envelope.ts'
import { DayRangeSchema, FigureSchema, MonthSchema } from './figure.ts'

/** R1: what is known of each account, and since when. */
export const AccountsReportSchema = report('accounts', {
  rows: z.array(z.strictObject({
    accountId: AccountIdSchema,
    name: z.string(),
    holder: z.string().nullable(),
    iban: z.string().nullable(),
    number: z.string().nullable(),
    institution: z.string().nullable(),
    type: AccountTypeSchema,
    currency: CurrencySchema,
    isClosed: z.boolean(),
    rowCount: z.int(),
    oldestOn: LocalDateSchema.nullable(),
    /** First and last day that banks and files have answered for; null where there is nothing yet. */
    coverage: DayRangeSchema.nullable(),
    /** Days between them that nobody answered for. */
    gaps: z.array(DayRangeSchema),
    refreshedAt: InstantSchema.nullable(),
    status: AccountStatusSchema.nullable(),
    /** Until then the bank asks for no TAN, as far as it said. */
    consentUntil: InstantSchema.nullable(),
  })),
})

const worth = { assets: FigureSchema, liabilities: FigureSchema, net: FigureSchema }

/** R2: what there is on the period's last day, or today. What is owed is negative. */
export const BalancesReportSchema = report('balances', {
  on: LocalDateSchema,
  rows: z.array(z.strictObject({
    accountId: AccountIdSchema,
    name: z.string(),
    type: AccountTypeSchema,
    currency: CurrencySchema,
    /** As the bank says, with what was booked since; null before the account is known. */
    balance: FigureSchema,
    /** Securities, at the last known prices; null where the account has none. */
    holdings: MoneySchema.nullable(),
    /** Balance and holdings, at the day's exchange rate; null where none is known. */
    inBase: FigureSchema,
    /** When the bank last stated a balance. */
    statedOn: LocalDateSchema.nullable(),
    /** Nothing has been heard for longer than `staleAfterDays`. */
    isStale: z.boolean(),
  })),
  staleAfterDays: z.int(),
  currencies: z.array(z.strictObject({ currency: CurrencySchema, ...worth })),
  total: z.strictObject(worth),
})

const extreme = z.strictObject({ on: LocalDateSchema, balance: FigureSchema }).nullable()

/** End-of-day balances, one for each day from the period's first; null before the account is known. The day's rows: `<key>/<day>`. */
const DailyBalancesSchema = z.strictObject({
  key: z.string(),
  currency: CurrencySchema,
  values: z.array(MinorSchema.nullable()),
  lowest: extreme,
  highest: extreme,
  daysBelowZero: z.int(),
})
export type DailyBalances = z.output<typeof DailyBalancesSchema>

/** R3: balances day by day, for each account, each currency, and all of it in the base currency. */
export const BalanceHistoryReportSchema = report('balance-history', {
  rows: z.array(DailyBalancesSchema.extend({ accountId: AccountIdSchema })),
  currencies: z.array(DailyBalancesSchema),
  total: DailyBalancesSchema,
})

/** R4: worth at the end of every month, at that day's exchange rates, and on the period's last day. */
export const NetWorthReportSchema = report('net-worth', {
  points: z.array(z.strictObject({
    on: LocalDateSchema,
    ...worth,
    /** Accounts that nothing is known of on that day; they are in no figure. */
    unknownAccounts: z.array(AccountIdSchema),
    /** The same by what the accounts are, for every type that there is; null where nothing is known of it. Their sums are the point's. */
    byType: z.array(z.strictObject({ type: AccountTypeSchema, ...worth })),
  })),
  currencies: z.array(z.strictObject({ currency: CurrencySchema, points: z.array(z.strictObject({ on: LocalDateSchema, net: FigureSchema })) })),
})

/**
 * Money that moved in a time. Always: `change` = `income` − `spending` − `saving` + `transfersIn` − `transfersOut` +
 * `adjusting` + `revaluation`. Spending, saving and transfers out are positive when money leaves.
 */
export const FlowSchema = z.strictObject({
  income: FigureSchema,
  spending: FigureSchema,
  /** `income` − `spending`. */
  net: FigureSchema,
  saving: FigureSchema,
  transfersIn: FigureSchema,
  transfersOut: FigureSchema,
  /** What makes up for rows that a bank never sent. */
  adjusting: FigureSchema,
  /** What exchange rates did to the balances; nothing within one currency. */
  revaluation: FigureSchema,
  /** Balances on the last day less those before the first. Null where rows are filtered: the rest would not add up to it. */
  change: FigureSchema,
})
export type Flow = z.output<typeof FlowSchema>

const FlowsSchema = z.strictObject({ currency: CurrencySchema, months: z.array(FlowSchema), sum: FlowSchema })
export type Flows = z.output<typeof FlowsSchema>

/** R5: cash flow month by month, for each currency by itself and for all in the base currency. */
export const CashFlowReportSchema = report('cash-flow', {
  months: z.array(MonthSchema),
  currencies: z.array(FlowsSchema),
  total: FlowsSchema,
})
