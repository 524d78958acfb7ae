import { z } from 'zod'
import { AccessChangeSchema, CertificateFactsSchema } from '../access.ts'
import { AnswerSchema, BankSchema, ConnectionIdSchema, ConnectionSchema, FirstDaysSchema, LoginLabelsSchema, RefreshIdSchema, RefreshSchema, ScheduleSchema } from '../connections.ts'
import { FindingSchema, InquirySchema } from '../inquiries.ts'
import { AccountIdSchema, AccountTypeSchema } from '../model.ts'
import { CONNECTION_IDS_MAX, CONNECTION_NAME_MAX } from './limits.ts'

/** A PIN on its one way inwards. Wrapped into a `Secret` as soon as it is parsed. */
const PinSchema = z.string().min(1).max(99)
const NameSchema = z.string().trim().max(CONNECTION_NAME_MAX)
const LoginSchema = z.string().trim().max(64)

/** keep: accounts and rows stay as offline accounts · delete: what the connection brought goes with it. */
export const RowsFateSchema = z.enum(['keep', 'delete'])

/** An OFX bank as a person enters it. */
export const InstitutionSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(64),
  city: z.string().trim().max(64),
  url: z.url().max(2000),
  org: z.string().trim().max(32),
  fid: z.string().trim().max(32),
})
export type Institution = z.infer<typeof InstitutionSchema>

const started = z.strictObject({ connectionId: ConnectionIdSchema, refreshId: RefreshIdSchema })
const deletion = z.strictObject({ accounts: z.int(), transactions: z.int(), keptTransactions: z.int(), pinStored: z.boolean() })

/** The eight operations of the reference API, and what a window needs around them. */
export const connectionEndpoints = {
  /** By name, bank code, BIC, city or IBAN, offline. The demo bank is among them. */
  'banks.search': { input: z.strictObject({ query: z.string().max(80) }), output: z.array(BankSchema.extend({ city: z.string(), /** Last known to work, by this year; OFX only. */ lastKnown: z.string().optional(), /** The person's own entry. */ institutionId: z.uuid().optional() })) },

  /** Looks at the certificate of a bank's server, so that a person can decide about it. Nothing is sent to the bank. */
  'banks.certificate': {
    input: z.strictObject({ url: z.url().max(2000), id: ConnectionIdSchema.optional(), proxy: AccessChangeSchema.shape.proxy }),
    /** Null: nobody answered in TLS. `pem` is what a person's choice sends back. */
    output: CertificateFactsSchema.extend({ pem: z.string(), isTrusted: z.boolean() }).nullable(),
  },
  /** What a FinTS bank tells everybody: its own name, and what it calls the fields of its login. No login is sent. */
  'banks.greeting': {
    input: z.strictObject({ url: z.url().max(2000), bankCode: z.string().min(1).max(30), country: z.string().regex(/^\d{3}$/), access: AccessChangeSchema.optional() }),
    output: z.strictObject({ name: z.string(), labels: LoginLabelsSchema }),
  },
  /** What an OFX bank tells everybody: which version it speaks, and its rules for passwords. No login is sent. */
  'banks.profile': {
    input: z.strictObject({ url: z.url().max(2000), org: z.string().max(32), fid: z.string().max(32), access: AccessChangeSchema.optional() }),
    output: z.strictObject({
      version: z.string(),
      /** Null: told to customers only. */
      name: z.string().nullable(),
      password: z.strictObject({ minLength: z.int(), maxLength: z.int(), allowsSpaces: z.boolean(), canChange: z.boolean() }).nullable(),
      /** It asks for more than a password. */
      asksMore: z.boolean(),
    }),
  },
  /** OFX banks that the person has entered or corrected; the search finds them before the listed ones. */
  'institutions.list': { input: z.void(), output: z.array(InstitutionSchema) },
  'institutions.save': { input: InstitutionSchema.extend({ id: z.uuid().optional() }), output: z.array(InstitutionSchema) },
  'institutions.remove': { input: z.strictObject({ id: z.uuid() }), output: z.array(InstitutionSchema) },

  'connections.list': { input: z.void(), output: z.array(ConnectionSchema) },
  /** Unknown ids are left out. */
  'connections.get': { input: z.strictObject({ ids: z.array(ConnectionIdSchema).max(CONNECTION_IDS_MAX) }), output: z.array(ConnectionSchema) },
  /** Answers at once; the rest is told by `refresh.changed`. Where the login fails nothing of the connection is left. */
  'connections.import': {
    input: z.strictObject({
      bank: BankSchema,
      userId: LoginSchema.min(1),
      customerId: LoginSchema.optional(),
      name: NameSchema.optional(),
      pin: PinSchema.optional(),
      storePin: z.boolean().default(false),
      maxDays: FirstDaysSchema.default(0),
      accountTypes: z.array(AccountTypeSchema).optional(),
      skipPositions: z.boolean().default(false),
      /** Ask which accounts, and how far back, once the bank has named them. */
      chooseAccounts: z.boolean().default(false),
      access: AccessChangeSchema.optional(),
    }),
    output: started,
  },
  'connections.update': {
    input: z.strictObject({
      id: ConnectionIdSchema,
      /** Wins over a stored one. */
      pin: PinSchema.optional(),
      storePin: z.boolean().optional(),
      importNewAccounts: z.boolean().default(false),
      skipPositions: z.boolean().optional(),
    }),
    output: started,
  },
  'connections.updateAll': {
    input: z.void(),
    output: z.array(z.strictObject({ connectionId: ConnectionIdSchema, refreshId: RefreshIdSchema.nullable(), skipped: z.enum(['busy', 'pin_required', 'user_action_required']).nullable() })),
  },
  /** Left out: kept. Empty: cleared; a user id cannot be cleared. */
  'connections.edit': {
    input: z.strictObject({
      id: ConnectionIdSchema,
      name: NameSchema.optional(),
      userId: LoginSchema.optional(),
      customerId: LoginSchema.optional(),
      url: z.url().max(2000).optional(),
      pin: z.union([z.literal(''), PinSchema]).optional(),
      defaultTanMethod: z.string().max(16).optional(),
      schedule: ScheduleSchema.optional(),
      /** Refused (`exists`) once they have been fetched. */
      skipPositions: z.boolean().optional(),
      access: AccessChangeSchema.optional(),
    }),
    output: ConnectionSchema,
  },
  'connections.deletePreview': { input: z.strictObject({ id: ConnectionIdSchema, rows: RowsFateSchema }), output: deletion },
  'connections.delete': { input: z.strictObject({ id: ConnectionIdSchema, rows: RowsFateSchema }), output: deletion },
  'connections.deleteAll': { input: z.strictObject({ rows: RowsFateSchema }), output: z.strictObject({ ids: z.array(ConnectionIdSchema) }) },
  /** The last account takes its connection along. */
  'accounts.delete': { input: z.strictObject({ id: AccountIdSchema }), output: z.strictObject({ connectionDeleted: z.boolean() }) },

  /** Newest first, running ones included. */
  'refreshes.list': { input: z.strictObject({ connectionId: ConnectionIdSchema.optional(), limit: z.int().min(1).max(500).default(100) }), output: z.array(RefreshSchema) },
  'refreshes.answer': { input: z.strictObject({ id: RefreshIdSchema, questionId: z.string().max(64), answer: AnswerSchema }), output: z.null() },
  /** Runs as a refresh does, with its questions, and is cancelled as one; the history has no line of it. */
  'inquiries.start': { input: z.strictObject({ id: ConnectionIdSchema, inquiry: InquirySchema, pin: PinSchema.optional() }), output: started },
  /** Answers once it has ended; account by account. */
  'inquiries.findings': { input: z.strictObject({ id: RefreshIdSchema }), output: z.array(FindingSchema) },
  /** Main asks for the place. Null: the person cancelled. `account` and `document` count from 0, as they were listed. */
  'inquiries.saveDocument': { input: z.strictObject({ id: RefreshIdSchema, account: z.int().min(0), document: z.int().min(0) }), output: z.strictObject({ fileName: z.string().nullable() }) },
  'refreshes.cancel': { input: z.strictObject({ id: RefreshIdSchema }), output: z.null() },
} as const
