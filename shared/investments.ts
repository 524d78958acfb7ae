import { z } from 'zod'
import { isDecimal } from './decimal.ts'
import { AccountIdSchema, CurrencySchema, LocalDateSchema, MoneySchema, TransactionIdSchema } from './model.ts'

/** Quantities, prices and rates: exact decimal text. */
const DecimalSchema = z.string().refine(isDecimal)

export const SecurityKindSchema = z.enum(['fund', 'stock', 'bond', 'option', 'other'])
export type SecurityKind = z.infer<typeof SecurityKindSchema>

/** A security as the bank names it; an empty `id` is one that it does not name. `idType`: ISIN, CUSIP, WKN …, empty where unknown. */
export const SecuritySchema = z.strictObject({
  id: z.string(),
  idType: z.string(),
  name: z.string(),
  ticker: z.string().nullable(),
  kind: SecurityKindSchema.nullable(),
})
export type HeldSecurity = z.infer<typeof SecuritySchema>

/** One position. What the source does not say is null, never 0. */
export const HoldingSchema = z.strictObject({
  security: SecuritySchema,
  units: DecimalSchema.nullable(),
  /** The units are a nominal amount, not pieces. */
  isNominal: z.boolean(),
  unitPrice: DecimalSchema.nullable(),
  priceCurrency: CurrencySchema,
  pricedOn: LocalDateSchema.nullable(),
  /** With interest earned and not yet paid. */
  value: MoneySchema.nullable(),
  accrued: MoneySchema.nullable(),
  /** What it cost, as the bank says. */
  cost: MoneySchema.nullable(),
  /** Value, without interest earned, less cost. */
  gain: MoneySchema.nullable(),
  /** CASH, MARGIN, SHORT or OTHER; null where the source tells of no sub-accounts. */
  subAccount: z.string().nullable(),
})
export type Holding = z.infer<typeof HoldingSchema>

/** What an account holds, the most valuable first, and what that comes to in each currency. */
export const AccountHoldingsSchema = z.strictObject({
  accountId: AccountIdSchema,
  accountName: z.string(),
  currency: CurrencySchema,
  asOf: LocalDateSchema,
  holdings: z.array(HoldingSchema),
  totals: z.array(z.strictObject({ value: MoneySchema, cost: MoneySchema.nullable(), gain: MoneySchema.nullable() })),
})
export type AccountHoldings = z.infer<typeof AccountHoldingsSchema>

/** Something done with a security: bought, sold, paid out, moved. `code` is the bank's own word (BUYSTOCK, INCOME …). */
export const TradeSchema = z.strictObject({
  id: z.int().positive(),
  code: z.string(),
  tradedOn: LocalDateSchema,
  settledOn: LocalDateSchema.nullable(),
  security: SecuritySchema.nullable(),
  units: DecimalSchema.nullable(),
  unitPrice: DecimalSchema.nullable(),
  commission: DecimalSchema.nullable(),
  taxes: DecimalSchema.nullable(),
  /** Everything that it cost, commission and taxes included. */
  fees: DecimalSchema.nullable(),
  total: MoneySchema.nullable(),
  currency: CurrencySchema,
  purpose: z.string(),
})
export type TradeRow = z.infer<typeof TradeSchema>

export const LoanPaymentSchema = z.strictObject({
  transactionId: TransactionIdSchema,
  bookedOn: LocalDateSchema,
  amount: MoneySchema,
  principal: MoneySchema.nullable(),
  interest: MoneySchema.nullable(),
  escrow: MoneySchema.nullable(),
  insurance: MoneySchema.nullable(),
})

/** A loan as its bank states it. `outstanding` is what is still owed: positive. */
export const LoanSchema = z.strictObject({
  accountId: AccountIdSchema,
  outstanding: MoneySchema,
  asOf: LocalDateSchema.nullable(),
  /** Per cent a year. */
  rate: DecimalSchema.nullable(),
  rateType: z.string().nullable(),
  nextPaymentOn: LocalDateSchema.nullable(),
  nextPayment: MoneySchema.nullable(),
  /** The part of the next payment that is put by for taxes and insurance. */
  escrow: MoneySchema.nullable(),
  lent: MoneySchema.nullable(),
  startedOn: LocalDateSchema.nullable(),
  maturesOn: LocalDateSchema.nullable(),
  paymentsLeft: z.int().nullable(),
  /** Newest first, those that the bank divides. */
  payments: z.array(LoanPaymentSchema),
})
export type Loan = z.infer<typeof LoanSchema>
