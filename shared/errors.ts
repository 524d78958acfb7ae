import { z } from 'zod'
import { LimitSchema, limitOf } from './limit.ts'

/** What proves a login: a PIN where nothing is said, at OFX banks a password. */
const login = z.literal('password').optional()

/**
 * Everything a bank, a file, a disk or a person can cause. Each kind has one sentence and one next step in German and
 * English (`error-text.ts`); what is not in this list is a bug and becomes an incident id.
 */
export const AppErrorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invalid_input'), path: z.string(), reason: z.string().optional(), /** The one that is broken. */ limit: LimitSchema.optional() }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('not_found'), what: z.string() }),
  z.strictObject({ kind: z.literal('busy') }),
  z.strictObject({ kind: z.literal('exists'), what: z.string() }),
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('passphrase_wrong') }),
  z.strictObject({ kind: z.literal('too_new') }),
  z.strictObject({ kind: z.literal('no_accounts') }),
  z.strictObject({ kind: z.literal('offline') }),
  z.strictObject({ kind: z.literal('bank_unreachable'), retryAfterSeconds: z.int().nullable() }),
  z.strictObject({ kind: z.literal('bank_rejected'), code: z.string(), message: z.string() }),
  z.strictObject({ kind: z.literal('pin_wrong'), message: z.string(), attemptsLeft: z.int().nullable(), login }),
  z.strictObject({ kind: z.literal('access_blocked'), message: z.string() }),
  /** The TAN was wrong, too late or used before; the order behind it was not carried out. */
  z.strictObject({ kind: z.literal('tan_wrong'), message: z.string(), /** What it was instead at an OFX bank: the answer to a question, or a code from its website. */ asked: z.enum(['answer', 'code']).optional() }),
  /** The bank answered, but not in its protocol. */
  z.strictObject({ kind: z.literal('answer_unreadable'), /** It bears another number than the question did, so nobody can say what it answers. */ reason: z.literal('misnumbered').optional() }),
  /** No verified TLS to this host: nothing was sent. */
  z.strictObject({ kind: z.literal('connection_untrusted'), host: z.string() }),
  /** The way to the bank leads through a proxy that does not connect us: nothing reached the bank. */
  z.strictObject({ kind: z.literal('proxy_failed'), reason: z.enum(['unreachable', 'login']) }),
  /** A transfer was sent and its answer lost. The bank was asked: it has never heard of it (absent), or nobody knows (unclear). */
  z.strictObject({ kind: z.literal('transfer_lost'), uid: z.string(), fate: z.enum(['absent', 'unclear']) }),
  z.strictObject({ kind: z.literal('consent_expired') }),
  /** No PIN was given and none is stored. */
  z.strictObject({ kind: z.literal('pin_required'), login }),
  /** A refresh that nobody watches met a question for a person. */
  z.strictObject({ kind: z.literal('user_action_required') }),
  /** A question to a person stood too long. */
  z.strictObject({ kind: z.literal('nobody_answered') }),
  /** Kontor ended in the middle of it. */
  z.strictObject({ kind: z.literal('interrupted') }),
  /** Another refresh or change of this connection is under way. */
  z.strictObject({ kind: z.literal('connection_busy'), name: z.string() }),
  z.strictObject({ kind: z.literal('unsupported'), what: z.enum(['format', 'folder', 'operation', 'encrypted_file', 'lock', 'last_opener', 'plain_ledger', 'other_currency', 'unattended', 'rates']) }),
  /** `reason` says which of the known ways the input is broken; `line` counts from 1, null where no line is to blame. */
  z.strictObject({
    kind: z.literal('malformed'),
    reason: z.enum(['empty', 'binary', 'truncated', 'too_large', 'too_many_files', 'too_much_at_once', 'no_statement', 'broken_xml', 'doctype', 'broken_archive', 'archive_too_large', 'not_ofx', 'not_kontor_json', 'not_backup', 'not_rates', 'ledger_damaged', 'key_file', 'sums_too_large']),
    line: z.int().nullable(),
  }),
  z.strictObject({ kind: z.literal('storage'), reason: z.enum(['missing', 'no_permission', 'read_only', 'is_folder', 'failed', 'gone', 'replaced', 'key_file_missing']) }),
  z.strictObject({ kind: z.literal('disk_full') }),
  /** A report was asked for with more data than the ledger has for its time. */
  z.strictObject({ kind: z.literal('data_missing'), availability: z.enum(['PARTIAL', 'NONE']) }),
  z.strictObject({ kind: z.literal('no_secret_store') }),
  z.strictObject({ kind: z.literal('bug'), incidentId: z.string() }),
])
export type AppError = z.infer<typeof AppErrorSchema>
export type ErrorKind = AppError['kind']

type InputFault = Extract<AppError, { kind: 'invalid_input' }>

/** The first thing that is wrong with an input. */
export function inputFault({ issues: [issue] }: z.ZodError): InputFault {
  const limit = issue && limitOf(issue)
  return { kind: 'invalid_input', path: issue?.path.join('.') ?? '', ...(limit && { limit }) }
}
