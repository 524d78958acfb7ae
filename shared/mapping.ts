import { z } from 'zod'
import { COLUMN_ROLES } from './column-roles.ts'

export const ColumnRoleSchema = z.enum(COLUMN_ROLES)
export type ColumnRole = z.infer<typeof ColumnRoleSchema>

const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const COLUMNS_MAX = 400
const CATEGORIES_MAX = 2_000

/** How a file without a fixed shape is read: the answers to all that it may leave open. QIF has no columns. */
export const MappingSchema = z.strictObject({
  columns: z.array(ColumnRoleSchema.nullable()).max(COLUMNS_MAX),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimal: z.enum([',', '.']).nullable(),
  /** Some card companies write what was spent without a sign. */
  sign: z.enum(['as-is', 'inverted']).nullable(),
  /** ISO 4217, where the file does not say. */
  currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
  /** The file's own categories in ours; null leaves the row without one. */
  categories: z.record(z.string().max(200), z.string().max(60).nullable()).refine((given) => Object.keys(given).length <= CATEGORIES_MAX),
})
export type Mapping = z.infer<typeof MappingSchema>

/** What cannot be told from the file alone. Kontor asks rather than guesses. */
export const QuestionSchema = z.enum(['columns', 'date-order', 'decimal', 'sign'])
export type Question = z.infer<typeof QuestionSchema>

/** How a file was, or could be, read, and what is still open. */
export const MappingProposalSchema = z.strictObject({
  format: z.enum(['csv', 'qif']),
  /** The same for every file with the same columns: under it a mapping is remembered. */
  fingerprint: z.string(),
  preset: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** The user's own mapping of an earlier file was taken. */
  isRemembered: z.boolean(),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: MappingSchema,
  open: z.array(QuestionSchema),
  /** The file's own categories, the most frequent first. */
  categories: z.array(z.strictObject({ text: z.string(), count: z.int() })),
})
export type MappingProposal = z.infer<typeof MappingProposalSchema>

/** A mapping as it is kept and shared between people. */
export const SharedMappingSchema = z.strictObject({
  format: z.literal('kontor-mapping'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(100),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  mapping: MappingSchema,
})
export type SharedMapping = z.infer<typeof SharedMappingSchema>
