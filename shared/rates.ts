import { z } from 'zod'
import { isDecimal, type DecimalText } from './decimal.ts'
import { CurrencySchema, LocalDateSchema } from './model.ts'

const RATE_LENGTH_MAX = 30

/** Above nothing, in plain digits. */
export const RateTextSchema = z.string().max(RATE_LENGTH_MAX).refine((text): text is DecimalText => isDecimal(text) && !text.startsWith('-') && /[1-9]/.test(text))

/** On a day, one unit of `base` was so many of `quote`. */
export const RateSchema = z.strictObject({
  base: CurrencySchema,
  quote: CurrencySchema,
  date: LocalDateSchema,
  rate: RateTextSchema,
  /** By a person: no file replaces it. */
  isTyped: z.boolean(),
})
export type ExchangeRate = z.output<typeof RateSchema>

/** What is known of one pair of currencies. */
export const RatePairSchema = z.strictObject({ base: CurrencySchema, quote: CurrencySchema, count: z.int(), from: LocalDateSchema, to: LocalDateSchema, latest: RateTextSchema })
export type RatePair = z.output<typeof RatePairSchema>
