import { z } from 'zod'
import { AccessSchema } from './access.ts'
import { AppErrorSchema } from './errors.ts'
import { FIRST_DAYS_MAX, FIRST_DAYS_MIN } from './ipc/limits.ts'
import { AccountIdSchema, AccountStatusSchema, AccountTypeSchema, BatchIdSchema, CurrencySchema, InstantSchema, LocalDateSchema } from './model.ts'

/**
 * A bank connection and its life. Statuses bear the names of the reference API (finAPI BankConnections), so that its
 * users find what they know; whatever else may go wrong is an `AppError` as everywhere.
 */
export const ConnectionIdSchema = z.int().positive().brand<'ConnectionId'>()
export type ConnectionId = z.infer<typeof ConnectionIdSchema>
export const RefreshIdSchema = z.int().positive().brand<'RefreshId'>()
export type RefreshId = z.infer<typeof RefreshIdSchema>

export const ProtocolSchema = z.enum(['fints', 'ofx', 'file', 'demo'])
export type Protocol = z.infer<typeof ProtocolSchema>

/** OK says that the login succeeded; each account has a status of its own beside it. */
export const UpdateResultSchema = z.strictObject({
  result: z.enum(['OK', 'BANK_SERVER_REJECTION', 'INTERNAL_SERVER_ERROR']),
  /** BUSINESS needs a person (a wrong PIN, a missing approval); TECHNICAL may pass by itself. Null where all is well. */
  errorType: z.enum(['BUSINESS', 'TECHNICAL']).nullable(),
  error: AppErrorSchema.nullable(),
  timestamp: InstantSchema,
})
export type UpdateResult = z.infer<typeof UpdateResultSchema>

export { AccountStatusSchema, type AccountStatus } from './model.ts'

/** An account as the bank names it, with what became of it. */
export const ConnectionAccountSchema = z.strictObject({
  /** Stable within the connection: the IBAN, or the number where there is none. */
  key: z.string(),
  /** Null: the bank has it, the user has not taken it (yet). */
  accountId: AccountIdSchema.nullable(),
  name: z.string(),
  type: AccountTypeSchema,
  currency: CurrencySchema.nullable(),
  iban: z.string().nullable(),
  number: z.string().nullable(),
  /** Null before the first download. */
  status: AccountStatusSchema.nullable(),
  statusError: AppErrorSchema.nullable(),
  isNew: z.boolean(),
})
export type ConnectionAccount = z.infer<typeof ConnectionAccountSchema>

export const TanMethodSchema = z.strictObject({ id: z.string(), name: z.string(), isDecoupled: z.boolean() })

/** How far back a first download goes; 0: everything the bank gives. */
export const FirstDaysSchema = z.union([z.literal(0), z.int().min(FIRST_DAYS_MIN).max(FIRST_DAYS_MAX)])

/** What the bank itself calls the fields of its login; null where it does not say. */
export const LoginLabelsSchema = z.strictObject({ user: z.string().nullable(), customer: z.string().nullable() })
export type LoginLabels = z.infer<typeof LoginLabelsSchema>

/** When to refresh without being asked. `at` is the local time of day. */
export const ScheduleSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('off') }),
  z.strictObject({ mode: z.literal('start') }),
  z.strictObject({ mode: z.literal('hours'), every: z.int().min(1).max(168) }),
  z.strictObject({ mode: z.literal('daily'), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
])
export type Schedule = z.infer<typeof ScheduleSchema>

/** Why a connection that has a schedule is not refreshed unattended. */
export const SchedulePauseSchema = z.enum(['pin_required', 'user_action_required', 'approval_each_time'])
export type SchedulePause = z.infer<typeof SchedulePauseSchema>

export const BankSchema = z.strictObject({
  name: z.string(),
  bankCode: z.string().nullable(),
  bic: z.string().nullable(),
  /** FinTS country code (280 is Germany, 040 Austria); null elsewhere. */
  country: z.string().nullable(),
  protocol: ProtocolSchema,
  url: z.string().nullable(),
  /** How an OFX bank calls itself (ORG and FID); absent elsewhere. */
  org: z.string().trim().max(32).optional(),
  fid: z.string().trim().max(32).optional(),
})
export type Bank = z.infer<typeof BankSchema>

export const ConnectionSchema = z.strictObject({
  id: ConnectionIdSchema,
  bank: BankSchema,
  name: z.string(),
  userId: z.string(),
  customerId: z.string(),
  pinStored: z.boolean(),
  updateStatus: z.enum(['READY', 'IN_PROGRESS']),
  categorizationStatus: z.enum(['READY', 'PENDING', 'IN_PROGRESS']),
  lastManualUpdate: UpdateResultSchema.nullable(),
  lastAutoUpdate: UpdateResultSchema.nullable(),
  /** When rows last came in; null before the first time. */
  lastSuccessAt: InstantSchema.nullable(),
  tanMethods: z.array(TanMethodSchema),
  defaultTanMethod: z.string().nullable(),
  /** No unattended refresh until one by hand has succeeded. */
  userActionRequired: z.boolean(),
  /** Until when the bank lets a refresh pass without a new approval, where it is known. */
  consentUntil: LocalDateSchema.nullable(),
  /** The bank was seen to ask for an approval at every login: nothing can be refreshed unattended. Absent: not known. */
  asksEachTime: z.boolean().optional(),
  schedule: ScheduleSchema,
  /**
   * Whether what securities accounts hold is asked for. Once it has been (`fetched`) it is for good: an account that is half
   * known would show a wrong worth. Absent: `wanted`.
   */
  positions: z.enum(['wanted', 'skipped', 'fetched']).optional(),
  loginLabels: LoginLabelsSchema.optional(),
  /** Rows that wait for their categories; absent where none do. */
  categoriesDue: z.int().optional(),
  /** Told while the app runs: when it is refreshed next without being asked; null where it is not, and `schedulePause` says why. */
  nextRunAt: InstantSchema.nullable().optional(),
  schedulePause: SchedulePauseSchema.nullable().optional(),
  /** How the bank is reached; absent where everything is as the system has it. */
  access: AccessSchema.optional(),
  accounts: z.array(ConnectionAccountSchema),
  accountIds: z.array(AccountIdSchema),
})
export type Connection = z.infer<typeof ConnectionSchema>

/** What a person has to decide before a refresh goes on. `questionId` makes sure that an answer meets its own question. */
const asked = { questionId: z.string() }
const challenge = {
  ...asked,
  /** computer: the bank does not know this computer yet; its person allows it on the bank's website. */
  purpose: z.enum(['login', 'order', 'computer']),
  methodName: z.string(),
  medium: z.string().nullable(),
  /** The bank's own words, one paragraph each. */
  paragraphs: z.array(z.string()),
  expiresAt: InstantSchema,
}
export const QuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tan'), ...challenge,
    /** text: read it elsewhere · image: photoTAN or QR as it came · flicker: the code that the bars show. */
    show: z.enum(['text', 'image', 'qr', 'flicker']),
    image: z.strictObject({ mime: z.string(), base64: z.string() }).nullable(),
    flicker: z.string().nullable(),
    tan: z.strictObject({ label: z.string(), maxLength: z.int().nullable(), isNumeric: z.boolean() }),
  }),
  /** Approved on another device. `confirm`: the bank may not be asked, or not again; only the person's word goes on. */
  z.strictObject({ kind: z.literal('approval'), ...challenge, confirm: z.boolean() }),
  z.strictObject({ kind: z.literal('method'), ...asked, methods: z.array(TanMethodSchema) }),
  /** An empty list: the bank does not tell, the person types the name. */
  z.strictObject({ kind: z.literal('medium'), ...asked, methodName: z.string(), media: z.array(z.strictObject({ name: z.string(), hint: z.string().nullable() })) }),
  /** The first time: which of the bank's accounts, and how far back. */
  z.strictObject({
    kind: z.literal('accounts'), ...asked, accounts: z.array(ConnectionAccountSchema), daysMax: z.int().nullable(),
    /** What securities accounts hold may be left out, and whether it is unless the answer says otherwise; absent where it may not. */
    skipsPositions: z.boolean().optional(),
  }),
  /** What a bank asks beside the password: one field for each of its questions (`challengeLabel` words those without a label). */
  z.strictObject({
    kind: z.literal('challenge'), ...asked, paragraphs: z.array(z.string()), expiresAt: InstantSchema,
    fields: z.array(z.strictObject({ id: z.string(), label: z.string() })).min(1),
  }),
  /** The bank serves nobody before a new password. Its length counts in characters. */
  z.strictObject({
    kind: z.literal('new-password'), ...asked, paragraphs: z.array(z.string()), expiresAt: InstantSchema,
    minLength: z.int(), maxLength: z.int(), allowsSpaces: z.boolean(),
  }),
])
export type Question = z.infer<typeof QuestionSchema>

export const AnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tan'), tan: z.string().trim().min(1).max(99) }),
  z.strictObject({ kind: z.literal('approved') }),
  z.strictObject({ kind: z.literal('method'), id: z.string().min(1).max(16) }),
  z.strictObject({ kind: z.literal('medium'), name: z.string().trim().min(1).max(32) }),
  z.strictObject({ kind: z.literal('accounts'), keys: z.array(z.string()).min(1).max(500), days: FirstDaysSchema, skipPositions: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('challenge'), answers: z.array(z.strictObject({ id: z.string(), answer: z.string().trim().min(1).max(255) })).min(1).max(50) }),
  z.strictObject({ kind: z.literal('new-password'), password: z.string().min(1).max(99) }),
])
export type Answer = z.infer<typeof AnswerSchema>

/** How one account came out of a refresh. */
export const RefreshAccountSchema = z.strictObject({
  key: z.string(),
  accountId: AccountIdSchema.nullable(),
  name: z.string(),
  status: AccountStatusSchema,
  error: AppErrorSchema.nullable(),
  added: z.int(),
})

/** What the connection to the bank is at just now. Bytes: sent, or come in so far. */
export const WireSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connecting'), host: z.string(), proxy: z.string().nullable() }),
  z.strictObject({ kind: z.enum(['resolved', 'connected']) }),
  z.strictObject({ kind: z.literal('secured'), protocol: z.string() }),
  z.strictObject({ kind: z.enum(['sent', 'receiving', 'done']), bytes: z.int() }),
  z.strictObject({ kind: z.literal('failed') }),
])
export type Wire = z.infer<typeof WireSchema>

/** One run of a connection, the first import included. PROCESSING → FINISHED, ERROR or USER_ACTION_REQUIRED. */
export const RefreshSchema = z.strictObject({
  id: RefreshIdSchema,
  connectionId: ConnectionIdSchema,
  /** Kept as they were: a connection may be gone when its history is read. */
  connectionName: z.string(),
  bankName: z.string(),
  kind: z.enum(['import', 'update']),
  origin: z.enum(['manual', 'auto']),
  status: z.enum(['PROCESSING', 'FINISHED', 'ERROR', 'USER_ACTION_REQUIRED']),
  step: z.enum(['connect', 'accounts', 'fetch', 'store', 'done']),
  /** It has not begun to ask: others with the same login, or as many as may run at once, are before it. */
  isQueued: z.boolean().optional(),
  /** Accounts fetched so far, and of how many. */
  done: z.int(),
  total: z.int(),
  /** Told while a network is asked; absent elsewhere. */
  wire: WireSchema.nullable().optional(),
  /** What it waits for; null while the bank or Kontor is at work. */
  question: QuestionSchema.nullable(),
  error: AppErrorSchema.nullable(),
  /** Codes and words of the bank that came beside the data. */
  notices: z.array(z.strictObject({ code: z.string(), text: z.string() })),
  accounts: z.array(RefreshAccountSchema),
  /** The receipt, where rows came in. */
  batchId: BatchIdSchema.nullable(),
  startedAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
})
export type Refresh = z.infer<typeof RefreshSchema>
