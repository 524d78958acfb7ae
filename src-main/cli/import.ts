import { basename } from 'node:path'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import type { AppError } from '#shared/errors.ts'
import type { Receipt, Review, ReviewFile } from '#shared/ipc/import-endpoints.ts'
import { AccountIdSchema, type AccountId, type Counts, type OperationId, type Proof } from '#shared/model.ts'
import { toDecimal } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ReadingWarning } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { readFileBounded } from '#main/platform/files.ts'
import { answerFiles, readAnswers, type FileAnswers } from './answers.ts'
import type { Arguments, Context, FileFailure, Outcome } from './command.ts'
import { finishCategories } from './categories.ts'
import { withLedger } from './open-ledger.ts'
import { warningText } from './inspect.ts'
import { table } from './table.ts'
import { NO_ACCOUNT } from './usage.ts'
import { words } from './words.ts'

/** So many rows get their categories at once; more of them wait for the command that shows some. */
const CATEGORISED_MAX = 5_000

interface NamedBytes { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
interface Plan { readonly answers: FileAnswers; readonly files: readonly string[]; readonly accountId: AccountId | undefined; readonly isDryRun: boolean; readonly language: Language }

/** What one file did, or (dry run) would do, to each account. */
interface FileReport { readonly file: string; readonly format: string | null; readonly batch: number | null; readonly accounts: readonly AccountReport[]; readonly warnings: readonly ReadingWarning[] }
interface AccountReport {
  readonly account: number | null
  readonly name: string
  readonly rows: number
  readonly added: number
  readonly duplicates: number
  readonly matched: number
  readonly skipped: number
  readonly problems: readonly { line: number | null; reason: string }[]
  readonly proof: object | null
}

/**
 * Imports all the files or none: one that cannot be read stops the rest before anything is written, so that a mistyped name
 * never leaves half a job behind.
 */
export async function importFiles(context: Context, { positionals: files, values }: Arguments): Promise<Outcome> {
  const account = AccountIdSchema.safeParse(Number(values['account']))
  if (typeof values['account'] === 'string' && !account.success) return err(NO_ACCOUNT)
  const answers = await readAnswers(values)
  if (!answers.ok) return answers
  const plan = { answers: answers.value, files, accountId: account.success ? account.data : undefined, isDryRun: values['dry-run'] === true, language: context.language }
  const loaded = await load(files)
  if (!loaded.ok) return loaded
  const reports = await withLedger(context, plan.isDryRun ? 'pretend' : 'create-if-missing', (ledger) => runImport(ledger, plan, loaded.value))
  return reports.ok ? ok({ json: { files: reports.value }, text: () => toText(reports.value, plan, context) }) : reports
}

async function load(files: readonly string[]): Promise<Result<NamedBytes[], FileFailure>> {
  const loaded: NamedBytes[] = []
  for (const file of files) {
    const bytes = await readFileBounded(file, FILE_BYTES_MAX)
    if (!bytes.ok) return err({ kind: 'file', file, error: bytes.error })
    loaded.push({ name: basename(file), bytes: bytes.value })
  }
  return ok(loaded)
}

/** The same steps as the window's import sheet: stage, review, assign, commit. */
async function runImport(ledger: LedgerClient, plan: Plan, files: readonly NamedBytes[]): Promise<Result<FileReport[], AppError | FileFailure>> {
  const staged = await stage(ledger, files)
  if (!staged.ok) return staged
  const { operationId } = staged.value
  const review = await answerFiles(ledger, staged.value, plan.answers, plan.files)
  if (!review.ok) {
    await ledger.call('imports.discard', { operationId })
    return review
  }
  const assigned = refuseUnread(plan, review.value) ?? refuseMixed(plan, review.value) ?? await assign(ledger, plan, review.value)
  if (!assigned.ok || plan.isDryRun) {
    const discarded = await ledger.call('imports.discard', { operationId })
    if (!discarded.ok) return discarded
    return assigned.ok ? ok(assigned.value.files.map((file, index) => fromReview(plan.files[index] ?? file.name, file))) : assigned
  }
  const committed = await ledger.call('imports.commit', { operationId })
  if (committed.ok && committed.value.receipts.reduce((sum, { batch }) => sum + batch.added, 0) <= CATEGORISED_MAX) await finishCategories(ledger)
  return committed.ok ? ok(committed.value.receipts.map((receipt, index) => ({ file: plan.files[index] ?? '', ...receiptReport(receipt) }))) : committed
}

/** Staging answers at once and works on; the operation's last event says that the review is ready. */
async function stage(ledger: LedgerClient, files: readonly NamedBytes[]): Promise<Result<Review, AppError>> {
  const settled = new Map<OperationId, AppError | null>()
  let wake = (): void => undefined
  const stop = ledger.onEvent((event) => {
    if (event.name !== 'operation.changed' || event.value.state === 'running') return
    settled.set(event.value.operationId, event.value.error)
    wake()
  })
  try {
    const staged = await ledger.call('imports.stage', { files: [...files] })
    if (!staged.ok) return staged
    const { operationId } = staged.value
    while (!settled.has(operationId)) await new Promise<void>((resolve) => { wake = resolve })
    const error = settled.get(operationId)
    return error ? err(error) : await ledger.call('imports.review', { operationId })
  } finally {
    stop()
  }
}

/** The first file without anything to import, with the bank's own words where it sent an error instead of a statement. */
function refuseUnread({ files }: Plan, review: Review): Result<never, FileFailure> | undefined {
  for (const [index, { name, format, error, accounts, statuses }] of review.files.entries()) {
    const file = files[index] ?? name
    if (error !== null) return err({ kind: 'file', file, error })
    const refusal = statuses.find(({ severity }) => severity === 'error')
    if (accounts.length === 0 && !isWholeLedger(format)) return err({ kind: 'file', file, error: refusal === undefined ? NO_STATEMENT : { kind: 'bank_rejected', code: refusal.code, message: refusal.message } })
  }
  return undefined
}

/** A ledger without an account is still a ledger: what was exported can be imported. */
const isWholeLedger = (format: string | null): boolean => format?.startsWith('kontor-json/') === true

const NO_STATEMENT: AppError = { kind: 'malformed', reason: 'no_statement', line: null }

/** Poured into one account, a checking account and a loan of the same file would be one history that no balance fits. */
function refuseMixed({ files, accountId, language }: Plan, review: Review): Result<never, FileFailure> | undefined {
  if (accountId === undefined) return undefined
  const mixed = review.files.findIndex(({ accounts }) => new Set(accounts.map(({ accountId: known, name }) => known ?? name)).size > 1)
  return mixed < 0 ? undefined : err({ kind: 'file', file: files[mixed] ?? '', error: { kind: 'invalid_input', path: '--account', reason: words(language).severalAccounts } })
}

async function assign(ledger: LedgerClient, { accountId }: Plan, review: Review): Promise<Result<Review, AppError>> {
  let current = review
  if (accountId === undefined) return ok(current)
  for (const { key } of review.files.flatMap(({ accounts }) => accounts)) {
    const assigned = await ledger.call('imports.assign', { operationId: review.operationId, key, accountId })
    if (!assigned.ok) return assigned
    current = assigned.value
  }
  return ok(current)
}

const fromReview = (file: string, { format, accounts, warnings }: ReviewFile): FileReport => ({
  file, format, batch: null, warnings,
  accounts: accounts.map(({ accountId, name, counts, proof }) => ({ account: accountId, name, ...counted(counts), problems: [], proof: proof && describeProof(proof) })),
})

/** A receipt as programs read it. */
export const receiptReport = ({ batch, accounts, warnings }: Receipt): Omit<FileReport, 'file'> => ({
  format: batch.format, batch: batch.id, warnings,
  accounts: accounts.map(({ accountId, accountName, counts, problems, proof }) => ({ account: accountId, name: accountName, ...counted(counts), problems, proof: proof && describeProof(proof) })),
})

const counted = (counts: Counts) => ({ rows: counts.rows, added: counts.new, duplicates: counts.duplicate, matched: counts.match, skipped: counts.skip })

const describeProof = ({ bank, ledger, difference, asOf, firstDivergingDay }: Proof): object => ({ bank: toDecimal(bank), ledger: toDecimal(ledger), difference: toDecimal(difference), asOf, firstDivergingDay })

function toText(reports: readonly FileReport[], { isDryRun }: Plan, { language, terminal }: Context): string {
  const say = words(language)
  const figures = [say.rows, say.added, say.duplicates, say.matched, say.skipped, say.problems].map((title) => ({ title, align: 'right' } as const))
  const rows = reports.flatMap(({ file, accounts }) => accounts.map((account) => [
    file, account.name, ...[account.rows, account.added, account.duplicates, account.matched, account.skipped, account.problems.length].map(String),
  ]))
  const body = rows.length === 0 ? say.nothingToImport : table([{ title: say.file }, { title: say.account }, ...figures], rows, terminal.columns)
  return [body, ...reports.flatMap((report) => warningsText(report, language)), ...(isDryRun ? [say.dryRun] : [])].join('\n\n')
}

/** So many tell a person what is wrong; `inspect` has them all. */
const WARNINGS_TOLD = 10

function warningsText({ file, warnings }: FileReport, language: Language): string[] {
  const say = words(language)
  if (warnings.length === 0) return []
  const more = warnings.length > WARNINGS_TOLD ? [`  ${say.moreWarnings.replace('{count}', String(warnings.length - WARNINGS_TOLD)).replace('{file}', file)}`] : []
  return [[`${say.warnings} (${file}):`, ...warnings.slice(0, WARNINGS_TOLD).map((warning) => `  ${warningText(warning, language)}`), ...more].join('\n')]
}
