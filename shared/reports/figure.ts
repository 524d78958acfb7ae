import { z } from 'zod'
import { CurrencySchema, LocalDateSchema, MinorSchema, TransactionIdSchema } from '../model.ts'

/**
 * One number of a report. `minor` is null where nothing can be said: shown as "—", never as 0.
 * `key` leads to the rows it is made of (`reports.rows`), whose contributions add up to it exactly; null where it is no
 * sum of rows: an average, a median, an expectation, what exchange rates did.
 */
export const FigureSchema = z.strictObject({ minor: MinorSchema.nullable(), currency: CurrencySchema, key: z.string().nullable() })
export type Figure = z.output<typeof FigureSchema>

/** A range of days, both included. */
export const DayRangeSchema = z.strictObject({ from: LocalDateSchema, to: LocalDateSchema })
export type DayRange = z.output<typeof DayRangeSchema>

/** Percent with one decimal; null where the whole is nothing. */
export const PercentSchema = z.number().nullable()

/** One month of a report, a column of its table. With a month that begins on the 25th, `2026-03` is 25 March to 24 April. */
export const MonthSchema = z.strictObject({
  key: z.string(),
  from: LocalDateSchema,
  to: LocalDateSchema,
  /** Cut by the asked period, or not over yet. */
  isPartial: z.boolean(),
  /** Whole, over, and every account is known from its first to its last day: only such months make averages. */
  isComplete: z.boolean(),
})
export type Month = z.output<typeof MonthSchema>

/** A row with what it adds to the figure: a divided row its part, a row of another currency its worth in the figure's. */
export const ContributionSchema = z.strictObject({
  id: TransactionIdSchema,
  minor: MinorSchema,
  currency: CurrencySchema,
})

/** What a figure is made of: `openingMinor` (what a balance began with; 0 for all that flows) and the rows add up to `sum`. */
export const FigureRowsSchema = z.strictObject({
  rows: z.array(ContributionSchema),
  openingMinor: MinorSchema,
  sum: MinorSchema,
  currency: CurrencySchema,
})
export type FigureRows = z.output<typeof FigureRowsSchema>
