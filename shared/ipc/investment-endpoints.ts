import { z } from 'zod'
import { AccountHoldingsSchema, LoanSchema, TradeSchema } from '../investments.ts'
import { AccountIdSchema } from '../model.ts'

/** What accounts hold beside money, and what they owe. */
export const investmentEndpoints = {
  /** Without account ids: every account of which holdings were ever stated. */
  'holdings.list': { input: z.strictObject({ accountIds: z.array(AccountIdSchema).max(500).optional() }), output: z.array(AccountHoldingsSchema) },
  /** Newest first. */
  'trades.list': { input: z.strictObject({ accountId: AccountIdSchema, limit: z.int().min(1).max(10_000).optional() }), output: z.array(TradeSchema) },
  'loans.get': { input: z.strictObject({ accountId: AccountIdSchema }), output: LoanSchema },
} as const
