import { z } from 'zod'
import { isCurrency, type Minor } from './money.ts'
import { isLocalDate, type Instant } from './dates.ts'
import { FILTER_IDS_MAX, TAG_LENGTH_MAX, TAGS_MAX } from './ipc/limits.ts'

/** Schemas of what crosses IPC. Ids are the ledger's integers; dates are days; amounts are minor units with their currency. */
export const MinorSchema = z.int().transform((value) => value as Minor)
export const CurrencySchema = z.string().refine(isCurrency)
export const MoneySchema = z.strictObject({ minor: MinorSchema, currency: CurrencySchema })
export const LocalDateSchema = z.string().refine(isLocalDate)
export const InstantSchema = z.iso.datetime().transform((value) => value as Instant)

export const AccountIdSchema = z.int().positive().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountIdSchema>
export const TransactionIdSchema = z.int().positive().brand<'TransactionId'>()
export type TransactionId = z.infer<typeof TransactionIdSchema>
export const BatchIdSchema = z.int().positive().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchIdSchema>
export const OperationIdSchema = z.uuid().brand<'OperationId'>()
export type OperationId = z.infer<typeof OperationIdSchema>

export const AccountTypeSchema = z.enum(['checking', 'savings', 'credit', 'cash', 'loan', 'investment', 'asset', 'liability'])
export type AccountType = z.infer<typeof AccountTypeSchema>

/** UPDATED_FIXED: what the bank says is not what its rows add up to, and an adjusting entry makes up for it. */
export const AccountStatusSchema = z.enum(['UPDATED', 'UPDATED_FIXED', 'DOWNLOAD_IN_PROGRESS', 'DOWNLOAD_FAILED', 'DEPRECATED'])
export type AccountStatus = z.infer<typeof AccountStatusSchema>

/** Bank balance against ledger on the bank's own day. `firstDivergingDay` is null where nothing narrows it down. */
export const ProofSchema = z.strictObject({
  bank: MoneySchema,
  ledger: MoneySchema,
  difference: MoneySchema,
  asOf: LocalDateSchema,
  firstDivergingDay: LocalDateSchema.nullable(),
})
export type Proof = z.infer<typeof ProofSchema>

/** What an account's securities are worth in its currency; `others` are those without a rate into it, `unvalued` counts those without a value. */
export const HoldingsValueSchema = z.strictObject({ value: MoneySchema, others: z.array(MoneySchema), asOf: LocalDateSchema, unvalued: z.int() })
export type HoldingsValue = z.infer<typeof HoldingsValueSchema>

export const AccountSchema = z.strictObject({
  id: AccountIdSchema,
  name: z.string(),
  iban: z.string().nullable(),
  number: z.string().nullable(),
  bankCode: z.string().nullable(),
  institution: z.string().nullable(),
  currency: CurrencySchema,
  type: AccountTypeSchema,
  /** Opening balance plus every booked entry, future ones too. What the account holds in securities is apart. */
  balance: MoneySchema,
  /** By its bank's latest statement of holdings; null where there is none. */
  holdings: HoldingsValueSchema.nullable(),
  pending: MoneySchema,
  bankBalance: MoneySchema.nullable(),
  asOf: LocalDateSchema.nullable(),
  proof: ProofSchema.nullable(),
  transactionCount: z.int(),
  firstOn: LocalDateSchema.nullable(),
  lastOn: LocalDateSchema.nullable(),
  closed: z.boolean(),
  /** The bank connection that keeps it; null for an account of files alone. */
  connectionId: z.int().positive().brand<'ConnectionId'>().nullable(),
  /** How its last download went; null where there was none. */
  status: AccountStatusSchema.nullable(),
})
export type Account = z.infer<typeof AccountSchema>

export const TransactionStatusSchema = z.enum(['booked', 'pending'])

/** One of the amounts that a person has divided a row into. */
export const SplitSchema = z.strictObject({ amount: MoneySchema, categoryId: z.string().nullable(), notes: z.string() })
export type Split = z.infer<typeof SplitSchema>

export const TransactionSchema = z.strictObject({
  id: TransactionIdSchema,
  accountId: AccountIdSchema,
  accountName: z.string(),
  bookedOn: LocalDateSchema,
  valueOn: LocalDateSchema.nullable(),
  amount: MoneySchema,
  /** Balance of the account after this row in date order; null where rows of several accounts or a search are mixed. */
  balanceAfter: MoneySchema.nullable(),
  status: TransactionStatusSchema,
  payee: z.string(),
  purpose: z.string(),
  notes: z.string(),
  /** Null where nothing is known, and where the row is divided: its parts have their own. */
  categoryId: z.string().nullable(),
  categoryBy: z.enum(['user', 'rule', 'guess']).nullable(),
  /** Empty where the row is whole; else they add up to its amount. */
  splits: z.array(SplitSchema),
  tags: z.array(z.string()),
  counterpartyIban: z.string().nullable(),
  externalId: z.string().nullable(),
  transferId: TransactionIdSchema.nullable(),
  batchId: BatchIdSchema.nullable(),
  /** Came by a later refresh of a bank connection. */
  isNew: z.boolean(),
  /** Makes up for what is missing between the rows and the bank's balance; no income, no spending. */
  isAdjusting: z.boolean(),
  /** Looks like another row of the account that has another id. */
  isPotentialDuplicate: z.boolean(),
})
export type Transaction = z.infer<typeof TransactionSchema>

/** What decided, how sure it is (0 to 1), and the words, code or rule behind it. */
export const CategoryWhySchema = z.strictObject({
  kind: z.enum(['rule', 'learned', 'transfer', 'own-account', 'own-name', 'code', 'merchant', 'wording', 'person', 'trade', 'unknown']),
  confidence: z.number(),
  evidence: z.string(),
})
export type CategoryWhy = z.infer<typeof CategoryWhySchema>

/** Everything the ledger holds about one row, the bank's own words beside the user's edits. */
export const TransactionDetailSchema = TransactionSchema.extend({
  rawPayee: z.string(),
  code: z.string(),
  checkNumber: z.string(),
  bankReference: z.string(),
  customerReference: z.string(),
  counterpartyBic: z.string(),
  endToEndId: z.string(),
  mandateReference: z.string(),
  creditorId: z.string(),
  original: MoneySchema.nullable(),
  fileName: z.string().nullable(),
  importedAt: InstantSchema.nullable(),
  line: z.int().nullable(),
  /** Written by hand: its amount and day may be changed, and it may be removed. */
  isByHand: z.boolean().optional(),
  /** Why it has a category that nobody chose. */
  categoryWhy: CategoryWhySchema.nullable(),
  /** The other leg, where it is or may be one movement between own accounts. */
  transfer: z.strictObject({ partner: TransactionSchema, state: z.enum(['proposed', 'confirmed']), by: z.enum(['engine', 'user']) }).nullable(),
  /** The contract it was paid on. */
  contractId: z.string().nullable(),
})
export type TransactionDetail = z.infer<typeof TransactionDetailSchema>

/** Position in the order `bookedOn DESC, id DESC`: rows after it come on the next page. */
export const CursorSchema = z.strictObject({ bookedOn: LocalDateSchema, id: TransactionIdSchema })
export type Cursor = z.infer<typeof CursorSchema>

export const TransactionFilterSchema = z.strictObject({
  accountIds: z.array(AccountIdSchema).max(500).optional(),
  from: LocalDateSchema.optional(),
  to: LocalDateSchema.optional(),
  search: z.string().max(200).optional(),
  /** A leaf, a group (`food`), or `none` for uncategorised. */
  category: z.string().max(64).optional(),
  status: TransactionStatusSchema.optional(),
  batchId: BatchIdSchema.optional(),
  /** Rows that want to be looked at. */
  flag: z.enum(['duplicate', 'adjusting', 'new']).optional(),
  tag: z.string().max(TAG_LENGTH_MAX).optional(),
  /** Rows with any of these. */
  tags: z.array(z.string().max(TAG_LENGTH_MAX)).min(1).max(TAGS_MAX).optional(),
  /** These rows alone: what lies behind a figure. */
  ids: z.array(TransactionIdSchema).max(FILTER_IDS_MAX).optional(),
})
export type TransactionFilter = z.infer<typeof TransactionFilterSchema>

export const BatchSchema = z.strictObject({
  id: BatchIdSchema,
  source: z.string(),
  fileName: z.string(),
  format: z.string(),
  importedAt: InstantSchema,
  revertedAt: InstantSchema.nullable(),
  accountIds: z.array(AccountIdSchema),
  rows: z.int(),
  added: z.int(),
  duplicates: z.int(),
  matched: z.int(),
  skipped: z.int(),
  problems: z.int(),
  /** What the batch added to each currency's balance. */
  delta: z.array(MoneySchema),
})
export type Batch = z.infer<typeof BatchSchema>

/** new: becomes a row · duplicate: is already there · match: books a pending row · skip: the user's choice · problem: could not be read. */
export const DecisionSchema = z.enum(['new', 'duplicate', 'match', 'skip', 'problem'])
export type Decision = z.infer<typeof DecisionSchema>

/** Why the pipeline decided so; the window and the command line translate it. */
export const ReasonSchema = z.enum([
  'not-in-ledger',
  'same-id',
  'same-content',
  'conflicting-id',
  'similar-row',
  'books-pending',
  'pending-known',
  'pending-replaced',
  'advice',
  'user',
  'bad-amount',
  'bad-date',
  'bad-currency',
  'too-precise',
  'unreadable',
])
export type Reason = z.infer<typeof ReasonSchema>

export const ReviewRowSchema = z.strictObject({
  /** Index of the row within its review account, stable while the import is staged. */
  index: z.int(),
  line: z.int().nullable(),
  bookedOn: LocalDateSchema.nullable(),
  amount: MoneySchema.nullable(),
  payee: z.string(),
  purpose: z.string(),
  status: TransactionStatusSchema,
  decision: DecisionSchema,
  reason: ReasonSchema,
  /** The decisions the user may choose instead. */
  choices: z.array(DecisionSchema),
  /** The ledger row this one is held against. */
  other: TransactionSchema.nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRowSchema>

export const CountsSchema = z.strictObject({ rows: z.int(), new: z.int(), duplicate: z.int(), match: z.int(), skip: z.int(), problem: z.int() })
export type Counts = z.infer<typeof CountsSchema>

/** One statement of one file on its way into one account. */
export const ReviewAccountSchema = z.strictObject({
  key: z.string(),
  kind: z.enum(['bank', 'cc', 'inv', 'loan', 'depot']),
  /** The bank's number as in the file. */
  number: z.string().nullable(),
  currency: CurrencySchema,
  /** Null: a new account with `name` will be made. */
  accountId: AccountIdSchema.nullable(),
  name: z.string(),
  from: LocalDateSchema.nullable(),
  to: LocalDateSchema.nullable(),
  counts: CountsSchema,
  /** As it would stand after the commit. */
  proof: ProofSchema.nullable(),
  /** What the bank's balance says was there before the first row; only where this import sets or moves it. */
  openingBalance: MoneySchema.nullable(),
  /** What the booked rows come to that the user leaves out: the bank's balance counts on them, ours will not. */
  leftOut: MoneySchema.nullable(),
})
export type ReviewAccount = z.infer<typeof ReviewAccountSchema>

export const WarningSchema = z.strictObject({ line: z.int().nullable(), code: z.string(), detail: z.string() })
