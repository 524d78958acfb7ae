import type { AppError } from '#shared/errors.ts'
import type { Reading } from '#shared/statement.ts'
import { readFile } from '#main/importers/read.ts'
import type { Outcome, ReadAccount } from '#main/ledger/connections/jobs.ts'
import type { Applied, FetchedAccount } from './connection-jobs.ts'

/** What the bank delivered, read. An account with a document that nobody understands fails by itself; the others go on. */
export const readOutcome = (applied: Applied): Outcome<ReadAccount> => ({ ...applied, fetched: applied.fetched.map(readAccount) })

function readAccount({ documents, ...account }: FetchedAccount): ReadAccount {
  const read = documents.map(({ name, bytes }) => readFile(name, bytes))
  const readings = read.flatMap((reading) => (reading.ok ? [reading.value] : []))
  return {
    ...account,
    error: account.error ?? read.flatMap((reading) => (reading.ok || saysNothing(reading.error) ? [] : [reading.error]))[0] ?? refusalOf(readings),
    format: readings[0]?.format ?? null,
    statements: [...readings.flatMap(({ statements }) => statements), ...account.statements],
    warnings: readings.flatMap(({ warnings }) => warnings),
  }
}

/** A bank without news sends an empty document. */
const saysNothing = (error: AppError): boolean => error.kind === 'malformed' && (error.reason === 'empty' || error.reason === 'no_statement')

/** A status instead of a statement (OFX STATUS): the bank has refused this account. */
function refusalOf(readings: readonly Reading[]): AppError | null {
  const refused = readings.filter(({ statements }) => statements.length === 0).flatMap(({ statuses }) => statuses).find(({ severity }) => severity === 'error')
  return refused ? { kind: 'bank_rejected', code: refused.code, message: refused.message } : null
}
