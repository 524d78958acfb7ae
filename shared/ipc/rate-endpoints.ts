import { z } from 'zod'
import { CurrencySchema, LocalDateSchema } from '../model.ts'
import { RatePairSchema, RateSchema, RateTextSchema } from '../rates.ts'
import { RATE_FILE_BYTES_MAX, RATES_LISTED_MAX } from './limits.ts'

const PairSchema = z.strictObject({ base: CurrencySchema, quote: CurrencySchema })
const isPair = ({ base, quote }: z.output<typeof PairSchema>): boolean => base !== quote

/** Exchange rates come from files or by hand, never from the network. */
export const rateEndpoints = {
  /** Every pair with its latest rate; with a pair also its rates, newest first. */
  'rates.list': {
    input: z.strictObject({ pair: PairSchema.optional(), limit: z.int().min(1).max(RATES_LISTED_MAX).default(RATES_LISTED_MAX) }),
    output: z.strictObject({ pairs: z.array(RatePairSchema), rates: z.array(RateSchema) }),
  },
  /** A file of the European Central Bank: csv, xml, or a zip of them. Without currencies: all that it has. */
  'rates.import': {
    input: z.strictObject({ bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= RATE_FILE_BYTES_MAX), currencies: z.array(CurrencySchema).max(200).optional() }),
    output: z.strictObject({ read: z.int(), changed: z.int(), currencies: z.array(CurrencySchema), from: LocalDateSchema, to: LocalDateSchema }),
  },
  'rates.set': { input: PairSchema.extend({ date: LocalDateSchema, rate: RateTextSchema }).refine(isPair), output: RateSchema },
  /** One day's rate, or without a day all of the pair. */
  'rates.delete': { input: PairSchema.extend({ date: LocalDateSchema.optional() }), output: z.strictObject({ deleted: z.int() }) },
} as const
