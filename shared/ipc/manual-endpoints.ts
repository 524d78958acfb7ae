import { z } from 'zod'
import { isCategoryId } from '../categories.ts'
import { MappingSchema, SharedMappingSchema } from '../mapping.ts'
import { AccountIdSchema, AccountSchema, AccountTypeSchema, CurrencySchema, LocalDateSchema, MinorSchema, TransactionIdSchema, TransactionSchema } from '../model.ts'
import { TAG_LENGTH_MAX, TAGS_MAX } from './limits.ts'

const TEXT_MAX = 500

/** A row that somebody writes down. The payee or the purpose may be left out, the amount and the day never. */
const HandRowSchema = z.strictObject({
  accountId: AccountIdSchema,
  bookedOn: LocalDateSchema,
  /** In the account's currency; money out is negative. */
  amountMinor: MinorSchema,
  payee: z.string().trim().max(200),
  purpose: z.string().trim().max(TEXT_MAX),
  categoryId: z.string().refine(isCategoryId).nullable(),
  notes: z.string().trim().max(4000),
  tags: z.array(z.string().trim().min(1).max(TAG_LENGTH_MAX)).max(TAGS_MAX),
})

/** What people write down themselves: accounts without a bank, rows of their own, and how their files are read. */
export const manualEndpoints = {
  'accounts.create': {
    input: z.strictObject({
      name: z.string().trim().min(1).max(100),
      type: AccountTypeSchema,
      currency: CurrencySchema,
      /** What it held when its history begins; a debt is negative. */
      openingMinor: MinorSchema,
      openedOn: LocalDateSchema,
    }),
    output: AccountSchema,
  },
  'transactions.create': { input: HandRowSchema, output: TransactionSchema },
  /** Amount, day and words of a row that somebody wrote by hand; a bank's row keeps what the bank said. */
  'transactions.amend': {
    input: z.strictObject({ id: TransactionIdSchema, bookedOn: LocalDateSchema.optional(), amountMinor: MinorSchema.optional(), payee: z.string().trim().max(200).optional(), purpose: z.string().trim().max(TEXT_MAX).optional() }),
    output: TransactionSchema,
  },
  /** Mappings kept for files with the same columns. */
  'mappings.list': { input: z.void(), output: z.array(SharedMappingSchema) },
  'mappings.save': { input: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{16}$/), name: z.string().trim().min(1).max(100), mapping: MappingSchema }), output: z.array(SharedMappingSchema) },
  'mappings.forget': { input: z.strictObject({ fingerprint: z.string() }), output: z.array(SharedMappingSchema) },
} as const
