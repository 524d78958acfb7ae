import { z } from 'zod'
import { toDayNumber } from '../dates.ts'
import { TAG_LENGTH_MAX, TAGS_MAX } from '../ipc/limits.ts'
import { AccountIdSchema, CurrencySchema, LocalDateSchema } from '../model.ts'
import { isComparable, REPORT_NAMES } from './names.ts'

/** Longer than any bank keeps its rows. */
const DAYS_MAX = 36_600
const ACCOUNTS_MAX = 500
const CATEGORIES_MAX = 100
/** Every month has such a day. */
const MONTH_START_MAX = 28
const HORIZON_MAX = 366
const HORIZON_DAYS = 90

/** Before and after them no bank has booked anything, and the calendar ends some day. */
const [EARLIEST, LATEST] = ['1900-01-01', '2999-12-31']
const ReportDaySchema = LocalDateSchema.refine((day) => day >= EARLIEST && day <= LATEST)

/** How much of the asked time the accounts must be known for; with less the report is refused. */
export const RequiredSchema = z.enum(['COMPLETE', 'PARTIAL', 'NONE'])
/** previous: as many months or days before · year: the same days a year earlier. A period that still runs is compared by as many days. */
export const CompareSchema = z.enum(['none', 'previous', 'year'])

/** What a report is asked with. Everything but the name may be left out. */
export const ReportRequestSchema = z.strictObject({
  name: z.enum(REPORT_NAMES),
  /** Booking days, both included. Without any: the current month and the twelve before it. */
  from: ReportDaySchema.optional(),
  /** Also the day as of which contracts, what is upcoming, available and the forecast are told. Without it: today. */
  to: ReportDaySchema.optional(),
  /** The last so many days up to `to`, instead of `from`. */
  days: z.int().min(1).max(DAYS_MAX).optional(),
  /** These accounts alone, or all but those: never both. Without either: every account. */
  accountIds: z.array(AccountIdSchema).max(ACCOUNTS_MAX).optional(),
  excludedAccountIds: z.array(AccountIdSchema).max(ACCOUNTS_MAX).optional(),
  /** The currency that totals are told in. Null: the ledger's own. */
  base: CurrencySchema.nullable().default(null),
  /** The day on which a month begins: 25 makes March last from 25 March to 24 April. Without it: as set for the ledger, else 1. */
  monthStart: z.int().min(1).max(MONTH_START_MAX).optional(),
  withPending: z.boolean().default(false),
  /** Of the amount without its sign, in the base currency's smallest unit; in other currencies the same number of whole units. */
  minMinor: z.int().min(0).optional(),
  maxMinor: z.int().min(0).optional(),
  /** Leaves (`food.groceries`), groups (`food`), or `none` for rows without a category. */
  categories: z.array(z.string().max(64)).max(CATEGORIES_MAX).optional(),
  /** Rows that have at least one of them. */
  tags: z.array(z.string().max(TAG_LENGTH_MAX)).max(TAGS_MAX).optional(),
  /** Only where one period can be held against another (`COMPARABLE_REPORTS`). */
  compare: CompareSchema.default('none'),
  required: RequiredSchema.default('NONE'),
  /** Days that the forecast looks ahead. */
  horizon: z.int().min(1).max(HORIZON_MAX).default(HORIZON_DAYS),
  /** The forecast also expects everyday spending, not only contracts. */
  withVariable: z.boolean().default(true),
}).refine(({ accountIds, excludedAccountIds }) => accountIds === undefined || excludedAccountIds === undefined, { path: ['excludedAccountIds'], error: () => 'either accounts or excluded accounts' })
  .refine(({ from, days }) => from === undefined || days === undefined, { path: ['days'], error: () => 'either from or days' })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], error: () => 'a period ends after it begins' })
  .refine(({ from, to }) => from === undefined || to === undefined || toDayNumber(to) - toDayNumber(from) < DAYS_MAX, { path: ['from'], error: () => 'a period is no longer than a hundred years' })
  .refine(({ name, compare }) => compare === 'none' || isComparable(name), { path: ['compare'], error: () => 'this report is held against no other period' })
export type ReportRequest = z.output<typeof ReportRequestSchema>
export type ReportQuestion = z.input<typeof ReportRequestSchema>
