import { z } from 'zod'
import { isCategoryId } from './categories.ts'
import { RULE_ACTIONS_MAX, TAG_LENGTH_MAX } from './ipc/limits.ts'
import { AccountIdSchema, CurrencySchema } from './model.ts'

export const RuleIdSchema = z.int().positive().brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleIdSchema>

const CONDITIONS_MAX = 20
const WordsSchema = z.string().trim().min(1).max(200)
const CentsSchema = z.int().min(0)

/** What a rule asks of a row; texts are compared without regard to case, umlauts and accents. */
export const RuleConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), field: z.enum(['payee', 'purpose', 'any-text', 'booking-text']), test: z.enum(['contains', 'is', 'starts-with', 'ends-with', 'has-words', 'lacks']), value: WordsSchema }),
  /** Both ends included, whatever the sign; null is open. In rows of another currency than this one the same number of units; without one, of the row's own. */
  z.strictObject({ kind: z.literal('amount'), fromMinor: CentsSchema.nullable(), toMinor: CentsSchema.nullable(), currency: CurrencySchema.optional() }),
  z.strictObject({ kind: z.literal('sign'), sign: z.enum(['in', 'out']) }),
  z.strictObject({ kind: z.literal('account'), accountIds: z.array(AccountIdSchema).min(1).max(500) }),
  z.strictObject({ kind: z.literal('currency'), currency: CurrencySchema }),
  z.strictObject({ kind: z.literal('iban'), value: WordsSchema }),
  z.strictObject({ kind: z.literal('creditor'), value: WordsSchema }),
  z.strictObject({ kind: z.literal('mandate'), value: WordsSchema }),
])
export type RuleCondition = z.infer<typeof RuleConditionSchema>

/** What a rule does with a row that fits. A category of `transfers.internal` marks it as moved between own accounts. */
export const RuleActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('categorise'), category: z.string().refine(isCategoryId) }),
  z.strictObject({ kind: z.literal('rename'), payee: WordsSchema }),
  z.strictObject({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(TAG_LENGTH_MAX) }),
])
export type RuleAction = z.infer<typeof RuleActionSchema>

const hasOneAtMost = (actions: readonly RuleAction[], kind: RuleAction['kind']): boolean => actions.filter((action) => action.kind === kind).length <= 1

/** A row fits where all, or any, of the conditions do. Without conditions none would: a rule must not take every row. */
export const RuleDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  isEnabled: z.boolean(),
  when: z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(RuleConditionSchema).min(1).max(CONDITIONS_MAX) }),
  /** One category and one name at most. Empty only for a rule that keeps rows from those after it. */
  then: z.array(RuleActionSchema).max(RULE_ACTIONS_MAX).refine((actions) => hasOneAtMost(actions, 'categorise') && hasOneAtMost(actions, 'rename')),
  /** Rules after this one are not asked about rows that fit. */
  stops: z.boolean(),
}).refine(({ then, stops }) => then.length > 0 || stops, { path: ['then'] })
export type RuleDraft = z.infer<typeof RuleDraftSchema>

/**
 * Asked in the order of their list: the first one that says a category or a name keeps it, tags add up. What a person has
 * chosen is never overwritten. Categories follow the rules at all times; names and tags are given to rows as they come in,
 * and to older ones by `rules.apply`.
 */
export const RuleSchema = RuleDraftSchema.safeExtend({ id: RuleIdSchema })
export type Rule = z.infer<typeof RuleSchema>
