import { z } from 'zod'
import { AppErrorSchema } from './errors.ts'
import { LocalDateSchema } from './model.ts'

/** What a person may look up at a bank; nothing of it is kept in the ledger. */
export const InquirySchema = z.discriminatedUnion('kind', [
  /** Without a year whatever the bank delivers by itself, often only what was never fetched before. */
  z.strictObject({ kind: z.literal('documents'), year: z.int().min(1990).max(2100).nullable() }),
  z.strictObject({ kind: z.literal('standing-orders') }),
  z.strictObject({ kind: z.literal('terms') }),
])
export type Inquiry = z.infer<typeof InquirySchema>

const text = z.string().nullable()
const day = LocalDateSchema.nullable()

/** An electronic statement; its content stays in main until it is saved. */
export const BankDocumentSchema = z.strictObject({ number: z.int().nullable(), year: z.int().nullable(), createdOn: day, from: day, to: day, bytes: z.int() })
export type BankDocument = z.infer<typeof BankDocumentSchema>

/** `executionDay`: of the week from Monday, or of the month; 97 to 99 are its last days but two, but one, and the last. */
export const StandingOrderSchema = z.strictObject({
  payee: text, iban: text, amount: text, currency: text, purpose: text, firstOn: LocalDateSchema, lastOn: day, unit: z.enum(['month', 'week']), every: z.int(), executionDay: z.int(), suspendedFrom: day, suspendedTo: day,
})
export type StandingOrder = z.infer<typeof StandingOrderSchema>

/** Interest in percent a year. */
export const AccountTermsSchema = z.strictObject({
  owner: z.string(), product: text, currency: text, openedOn: day, debitInterest: text, creditInterest: text, overdraftInterest: text, creditLine: text,
})
export type AccountTerms = z.infer<typeof AccountTermsSchema>

/** What was found for one account. An error beside it says that there may be more. */
export const FindingSchema = z.strictObject({
  account: z.strictObject({ name: z.string(), iban: text }),
  documents: z.array(BankDocumentSchema),
  orders: z.array(StandingOrderSchema),
  terms: AccountTermsSchema.nullable(),
  error: AppErrorSchema.nullable(),
})
export type Finding = z.infer<typeof FindingSchema>
