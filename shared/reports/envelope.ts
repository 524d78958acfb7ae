import { z } from 'zod'
import { AccountIdSchema, CurrencySchema, InstantSchema, LocalDateSchema, MinorSchema } from '../model.ts'
import { DayRangeSchema } from './figure.ts'
import type { ReportName } from './names.ts'

/** COMPLETE: every account is known on every asked day up to today · PARTIAL: `missing` says what is not · NONE: nothing is. */
export const AvailabilitySchema = z.enum(['COMPLETE', 'PARTIAL', 'NONE'])
export type Availability = z.output<typeof AvailabilitySchema>

export const MissingSchema = z.strictObject({ account: AccountIdSchema, from: LocalDateSchema, to: LocalDateSchema })
export type Missing = z.output<typeof MissingSchema>

/** What is in no total, because no exchange rate is known for its day: the sum of the rows in their own currency. */
export const NotConvertedSchema = z.strictObject({ currency: CurrencySchema, minor: MinorSchema, count: z.int() })
export type NotConverted = z.output<typeof NotConvertedSchema>

/** Whether the ledger reaches back to an earlier period's beginning, begins within it, or only after it. */
export const ReachSchema = z.enum(['whole', 'part', 'none'])

/** Around every report: what it is about, and how far it can be trusted. */
const envelope = {
  version: z.literal(1),
  period: DayRangeSchema,
  /** The day as of which contracts and expectations are told: the period's last. */
  asOf: LocalDateSchema,
  monthStart: z.int(),
  /** Where a weekend moves the first day of a month. */
  monthShift: z.enum(['before', 'after']).optional(),
  accounts: z.array(AccountIdSchema),
  base: CurrencySchema,
  /** When the oldest of the accounts was last brought up to date by its bank or a file; null where none ever was. */
  refreshedAt: InstantSchema.nullable(),
  availability: AvailabilitySchema,
  missing: z.array(MissingSchema),
  notConverted: z.array(NotConvertedSchema),
  /** Rows of the period that look like another one. They are counted, until somebody removes them. */
  possibleDuplicates: z.int(),
} as const
export type Envelope = z.output<z.ZodObject<typeof envelope>>

/**
 * A report's whole answer: the envelope, its own body, and the same body for the period that it is compared with. The
 * compared figures' rows are asked for with the compared period's `from` and `to`.
 */
export const report = <N extends ReportName, S extends z.ZodRawShape>(name: N, body: S) => z.strictObject({
  report: z.literal(name),
  ...envelope,
  ...body,
  compared: z.strictObject({ period: DayRangeSchema, reach: ReachSchema, ...body }).nullable(),
})
