import { z } from 'zod'
import { AccountIdSchema, CurrencySchema, LocalDateSchema, MoneySchema, TransactionIdSchema } from './model.ts'
import { CONTRACT_NAME_MAX, REMIND_DAYS_MAX } from './ipc/limits.ts'

/** The engine's: the same as long as the series begins with the same row. */
export const ContractIdSchema = z.string().regex(/^\d{1,15}-\d{1,15}$/)
export type ContractId = z.infer<typeof ContractIdSchema>

export const FrequencySchema = z.enum(['weekly', 'biweekly', 'four-weekly', 'semimonthly', 'monthly', 'bimonthly', 'quarterly', 'halfyearly', 'yearly'])

/** A series of payments that comes back. Amounts have the bank's sign: money out is negative. */
export const ContractSchema = z.strictObject({
  id: ContractIdSchema,
  accountId: AccountIdSchema,
  /** The person's own name for it, else the bank's. */
  counterparty: z.string(),
  categoryId: z.string().nullable(),
  /** The payment service it is paid through; empty where it is paid directly. */
  via: z.string(),
  frequency: FrequencySchema,
  status: z.enum(['active', 'early', 'ended']),
  currency: CurrencySchema,
  firstOn: LocalDateSchema,
  lastOn: LocalDateSchema,
  lastAmount: MoneySchema,
  averageAmount: MoneySchema,
  nextOn: LocalDateSchema.nullable(),
  nextAmount: MoneySchema.nullable(),
  toleranceDays: z.int(),
  isVariable: z.boolean(),
  skipped: z.int(),
  monthly: MoneySchema,
  yearly: MoneySchema,
  /** `yearly`: what the change comes to in a year. */
  priceChanges: z.array(z.strictObject({ on: LocalDateSchema, from: MoneySchema, to: MoneySchema, yearly: MoneySchema })),
  /** From 0 to 1: how sure it is that this is one contract. */
  confidence: z.number(),
  transactions: z.array(TransactionIdSchema),
  /** The last day on which it can be given notice, and how many days before it to be reminded. */
  cancelBy: LocalDateSchema.nullable(),
  remindDays: z.int().min(0).max(REMIND_DAYS_MAX).nullable(),
})

/** The same with what a person has said of it. */
export const KnownContractSchema = ContractSchema.extend({
  ownName: z.string().nullable(),
  choice: z.enum(['found', 'confirmed', 'dismissed']),
  /** Those that a person has put into this one. */
  mergedIds: z.array(ContractIdSchema),
  /** What its last payment says, where others have its name and theirs say something else; else empty. */
  purpose: z.string(),
})
export type KnownContract = z.infer<typeof KnownContractSchema>

export const ContractNameSchema = z.string().trim().min(1).max(CONTRACT_NAME_MAX)
