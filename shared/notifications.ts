import { z } from 'zod'
import { CATEGORY_GROUPS, isCategoryId } from './categories.ts'
import { ConnectionIdSchema } from './connections.ts'
import { AppErrorSchema } from './errors.ts'
import { RULE_TARGETS_MAX } from './ipc/limits.ts'
import { AccountIdSchema, InstantSchema, MoneySchema } from './model.ts'
import { LIMITED_TRIGGERS, TRIGGERS } from './triggers.ts'

export type { Trigger } from './triggers.ts'

/** What a person wants to be told of. */
export const RuleIdSchema = z.int().positive().brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleIdSchema>
export const NotificationIdSchema = z.int().positive().brand<'NotificationId'>()

export const TriggerSchema = z.enum(TRIGGERS)

/** Everything, also what comes later; or the named ones alone. A rule goes with the last of those it names. */
export const RuleScopeSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('all') }),
  z.strictObject({ of: z.literal('connections'), ids: z.array(ConnectionIdSchema).min(1).max(RULE_TARGETS_MAX) }),
  z.strictObject({ of: z.literal('accounts'), ids: z.array(AccountIdSchema).min(1).max(RULE_TARGETS_MAX) }),
])
export type RuleScope = z.infer<typeof RuleScopeSchema>

const isCategoryOrGroup = (id: string): boolean => isCategoryId(id) || Object.hasOwn(CATEGORY_GROUPS, id)

const rule = {
  trigger: TriggerSchema,
  scope: RuleScopeSchema,
  /** Only accounts of its currency are held against it. Null where the trigger knows no limit. */
  limit: MoneySchema.nullable(),
  /** A category, or a group with all that is in it. Only for CATEGORY_CASH_FLOW. */
  categoryId: z.string().refine(isCategoryOrGroup).nullable(),
}

export const RuleDraftSchema = z.strictObject(rule)
  .refine(({ trigger, limit }) => LIMITED_TRIGGERS.has(trigger) === (limit !== null), { path: ['limit'] })
  .refine(({ trigger, limit }) => trigger === 'LOW_ACCOUNT_BALANCE' || limit === null || limit.minor > 0, { path: ['limit'] })
  .refine(({ trigger, categoryId }) => (trigger === 'CATEGORY_CASH_FLOW') === (categoryId !== null), { path: ['categoryId'] })
  .refine(({ trigger, scope }) => trigger !== 'BANK_LOGIN_ERROR' || scope.of !== 'accounts', { path: ['scope'] })
export type RuleDraft = z.infer<typeof RuleDraftSchema>

export const NotificationRuleSchema = z.strictObject({ id: RuleIdSchema, ...rule, createdAt: InstantSchema })
export type NotificationRule = z.infer<typeof NotificationRuleSchema>

/** Something that happened, once. Names and numbers are as they were then. */
export const NotificationSchema = z.strictObject({
  id: NotificationIdSchema,
  /** These need no rule. USER_ACTION_REQUIRED: an unattended refresh met a question for a person. CONTRACT_CANCEL_BY: a contract's notice day comes near. */
  trigger: z.enum([...TRIGGERS, 'USER_ACTION_REQUIRED', 'CONTRACT_CANCEL_BY']),
  /** Where it came from; that rule may be gone. */
  ruleId: RuleIdSchema.nullable(),
  at: InstantSchema,
  connectionId: ConnectionIdSchema.nullable(),
  accountId: AccountIdSchema.nullable(),
  /** The account's or the connection's name, the month of a category's sum, or the notice day. */
  subject: z.string(),
  /** Of new transactions. */
  count: z.int().nullable(),
  /** Of the entry, of the balance, or the month's sum. */
  amount: MoneySchema.nullable(),
  limit: MoneySchema.nullable(),
  /** Also the name of the contract. */
  payee: z.string().nullable(),
  categoryId: z.string().nullable(),
  error: AppErrorSchema.nullable(),
})
export type Notification = z.infer<typeof NotificationSchema>
