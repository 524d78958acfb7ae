import { z } from 'zod'
import {
  AccountIdSchema, AccountSchema, AccountTypeSchema, CursorSchema, LocalDateSchema, MinorSchema, MoneySchema,
  CurrencySchema, TransactionDetailSchema, TransactionFilterSchema, TransactionIdSchema, TransactionSchema,
} from '../model.ts'
import { CATEGORIES, isCategoryId } from '../categories.ts'
import { CATEGORY_RULES_MAX, EDIT_ROWS_MAX, SPLITS_MAX, TAG_LENGTH_MAX, TAGS_MAX } from './limits.ts'
import { investmentEndpoints } from './investment-endpoints.ts'
import { manualEndpoints } from './manual-endpoints.ts'
import { RuleActionSchema, RuleDraftSchema, RuleIdSchema, RuleSchema } from '../rules.ts'

export { PAGE_ROWS } from './limits.ts'

/**
 * A sparse index of a filtered list: one anchor per `PAGE_ROWS` rows, so that the window can jump anywhere in 100,000 rows
 * and still page by key. Anchor i is the cursor after which page i begins; null for page 0.
 */
export const OutlineSchema = z.strictObject({
  count: z.int(),
  sums: z.array(MoneySchema),
  anchors: z.array(CursorSchema.nullable()),
})

const CategoryIdSchema = z.string().refine(isCategoryId, { error: () => `one of ${CATEGORIES.length} categories` })

/** One editing step of the user. Left out: kept as it is. */
export const TransactionChangeSchema = z.strictObject({
  payee: z.string().max(200).optional(),
  notes: z.string().max(4000).optional(),
  categoryId: CategoryIdSchema.nullable().optional(),
  addTags: z.array(z.string().trim().min(1).max(TAG_LENGTH_MAX)).max(TAGS_MAX).optional(),
  removeTags: z.array(z.string().max(TAG_LENGTH_MAX)).max(TAGS_MAX).optional(),
  /** Add up to the amount of the one row they are meant for; empty: the row is whole again. */
  splits: z.array(z.strictObject({ amountMinor: MinorSchema, categoryId: CategoryIdSchema.nullable(), notes: z.string().max(200) })).max(SPLITS_MAX).refine(({ length }) => length !== 1).optional(),
  /** Seen. */
  isNew: z.literal(false).optional(),
  /** Looked at: both are right. */
  isPotentialDuplicate: z.literal(false).optional(),
  /** By itself only, and only for rows that look like another one, that adjust an account, that are a demo or were written by hand. */
  isRemoved: z.literal(true).optional(),
})
export type TransactionChange = z.infer<typeof TransactionChangeSchema>

export const HistoryStateSchema = z.strictObject({
  /** What the next undo or redo would do; null when there is nothing. */
  undo: z.strictObject({ label: z.string(), count: z.int() }).nullable(),
  redo: z.strictObject({ label: z.string(), count: z.int() }).nullable(),
})

/** End-of-day balances. `points` holds only days on which something changed, first and last included. */
export const BalanceHistorySchema = z.strictObject({
  currency: CurrencySchema,
  points: z.array(z.strictObject({ on: LocalDateSchema, minor: MinorSchema })),
})

/** What rules would do to one row, or have done. */
const RuledRowSchema = z.strictObject({ transaction: TransactionSchema, then: z.array(RuleActionSchema) })

export const ledgerEndpoints = {
  'accounts.list': { input: z.void(), output: z.array(AccountSchema) },
  'accounts.edit': {
    input: z.strictObject({ id: AccountIdSchema, name: z.string().trim().min(1).max(100).optional(), type: AccountTypeSchema.optional() }),
    output: AccountSchema,
  },
  'accounts.close': { input: z.strictObject({ id: AccountIdSchema, closed: z.boolean() }), output: AccountSchema },

  ...investmentEndpoints,
  ...manualEndpoints,

  'transactions.outline': { input: z.strictObject({ filter: TransactionFilterSchema }), output: OutlineSchema },
  'transactions.page': {
    input: z.strictObject({ filter: TransactionFilterSchema, after: CursorSchema.nullable(), limit: z.int().min(1).max(500) }),
    output: z.array(TransactionSchema),
  },
  'transactions.get': { input: z.strictObject({ id: TransactionIdSchema }), output: TransactionDetailSchema },
  'transactions.edit': {
    input: z.strictObject({ ids: z.array(TransactionIdSchema).min(1).max(EDIT_ROWS_MAX), change: TransactionChangeSchema }),
    output: z.strictObject({ changed: z.int() }),
  },

  /**
   * Rows that a category chosen for one row may go for too, closest first: the same contract, creditor, account or
   * merchant. Never one that a person has chosen for, that is divided, or that has this category. Editing them is one step.
   */
  'transactions.similar': {
    input: z.strictObject({ id: TransactionIdSchema, categoryId: CategoryIdSchema }),
    output: z.strictObject({ ids: z.array(TransactionIdSchema), examples: z.array(TransactionSchema) }),
  },
  'tags.list': { input: z.void(), output: z.array(z.strictObject({ tag: z.string(), count: z.int() })) },

  'rules.list': { input: z.void(), output: z.array(RuleSchema) },
  'rules.create': { input: RuleDraftSchema, output: RuleSchema },
  'rules.edit': { input: z.strictObject({ id: RuleIdSchema, rule: RuleDraftSchema }), output: RuleSchema },
  'rules.delete': { input: z.strictObject({ id: RuleIdSchema }), output: z.null() },
  /** Names every rule once. */
  'rules.reorder': { input: z.strictObject({ ids: z.array(RuleIdSchema).max(CATEGORY_RULES_MAX) }), output: z.array(RuleSchema) },
  /** How many rows the conditions fit, how many of them this rule alone would change, and the latest of those with what would change. Changes nothing. */
  'rules.preview': { input: RuleDraftSchema, output: z.strictObject({ fits: z.int(), changes: z.int(), rows: z.array(RuledRowSchema), examples: z.array(TransactionSchema) }) },
  /** How many rows each rule fits and would change in its place among the others, some rows at a time: `next` is where to go on, null at the end. Changes nothing. */
  'rules.reach': {
    input: z.strictObject({ after: TransactionIdSchema.nullable() }),
    output: z.strictObject({ reach: z.array(z.strictObject({ id: RuleIdSchema, fits: z.int(), changes: z.int() })), next: TransactionIdSchema.nullable() }),
  },
  /**
   * Names, tags and categorises rows that are there, as one step that an undo takes back; what a person has chosen stays.
   * Without ids: every rule that is switched on. `rows`: the latest of those that change. `changed`: of `changes`, as many as one step may hold; 0 in a dry run.
   */
  'rules.apply': {
    input: z.strictObject({ ids: z.array(RuleIdSchema).min(1).max(CATEGORY_RULES_MAX).optional(), isDryRun: z.boolean() }),
    output: z.strictObject({ fits: z.int(), changes: z.int(), changed: z.int(), rows: z.array(RuledRowSchema) }),
  },

  /** What accounts were worth, money and securities, from the first known day on, where it changed. Without account ids: all open accounts, one series per currency. */
  'reports.balanceHistory': {
    input: z.strictObject({ accountIds: z.array(AccountIdSchema).optional(), from: LocalDateSchema.optional(), to: LocalDateSchema.optional() }),
    output: z.array(BalanceHistorySchema),
  },

  'history.state': { input: z.void(), output: HistoryStateSchema },
  'history.undo': { input: z.void(), output: HistoryStateSchema },
  'history.redo': { input: z.void(), output: HistoryStateSchema },
} as const
