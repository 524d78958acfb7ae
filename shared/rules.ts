import { z } from 'zod'
import { isCategoryId } from './categories.ts'
import { AccountIdSchema, CurrencySchema } from './model.ts'

export const RuleIdSchema = z.int().positive().brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleIdSchema>

const CONDITIONS_MAX = 20
const WordsSchema = z.string().trim().min(1).max(200)
const CentsSchema = z.int().min(0)

/** What a rule asks of a row; texts are compared without regard to case, umlauts and accents. */
export const RuleConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), field: z.enum(['payee', 'purpose', 'any-text', 'booking-text']), test: z.enum(['contains', 'is', 'starts-with', 'ends-with', 'has-words']), value: WordsSchema }),
  /** Both ends included, whatever the sign; null is open. */
  z.strictObject({ kind: z.literal('amount'), fromMinor: CentsSchema.nullable(), toMinor: CentsSchema.nullable() }),
  z.strictObject({ kind: z.literal('sign'), sign: z.enum(['in', 'out']) }),
  z.strictObject({ kind: z.literal('account'), accountIds: z.array(AccountIdSchema).min(1).max(500) }),
  z.strictObject({ kind: z.literal('currency'), currency: CurrencySchema }),
  z.strictObject({ kind: z.literal('iban'), value: WordsSchema }),
  z.strictObject({ kind: z.literal('creditor'), value: WordsSchema }),
  z.strictObject({ kind: z.literal('mandate'), value: WordsSchema }),
])
export type RuleCondition = z.infer<typeof RuleConditionSchema>

/** A row fits where all, or any, of the conditions do. Without conditions none would: a rule must not take every row. */
export const RuleDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  isEnabled: z.boolean(),
  when: z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(RuleConditionSchema).min(1).max(CONDITIONS_MAX) }),
  category: z.string().refine(isCategoryId),
})
export type RuleDraft = z.infer<typeof RuleDraftSchema>

/** Asked in the order of their list; the first one that fits decides. */
export const RuleSchema = RuleDraftSchema.extend({ id: RuleIdSchema })
export type Rule = z.infer<typeof RuleSchema>
