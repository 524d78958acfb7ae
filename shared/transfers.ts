import { z } from 'zod'
import { TransactionIdSchema, TransactionSchema } from './model.ts'

/** iban, card-settlement, wording, currency, amount-date: how it was found · user: a person has paired the rows. */
export const TransferMethodSchema = z.enum(['iban', 'card-settlement', 'wording', 'currency', 'amount-date', 'user'])

/** confirm: what is certain counts at once · propose: everything waits for a person · off: nothing is looked for. */
export const PairingModeSchema = z.enum(['confirm', 'propose', 'off'])
export type PairingMode = z.infer<typeof PairingModeSchema>

export const TransferStateSchema = z.enum(['proposed', 'confirmed', 'rejected'])
export type TransferState = z.infer<typeof TransferStateSchema>

/** Two rows that are, may be, or by a person's word are not one movement between own accounts. */
export const TransferSchema = z.strictObject({
  out: TransactionSchema,
  into: TransactionSchema,
  state: TransferStateSchema,
  by: z.enum(['engine', 'user']),
  /** Null where it was rejected. */
  method: TransferMethodSchema.nullable(),
  /** From 0 to 1. */
  score: z.number().nullable(),
})
export type Transfer = z.infer<typeof TransferSchema>

/** A pair by its rows: the one that money left, and the one that it came to. */
export const PairSchema = z.strictObject({ outId: TransactionIdSchema, inId: TransactionIdSchema })
export type PairOfRows = z.infer<typeof PairSchema>
