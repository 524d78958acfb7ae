import { err, ok, type Result } from '#shared/result.ts'
import type { Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { sentence } from '#shared/error-text.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import type { Finding, Found } from '#main/sync/index.ts'
import type { Context, FileFailure } from '../command.ts'
import { words } from '../words.ts'
import { pinFor, withConnections, type BankFailure } from './bench.ts'
import { connectionIdOf, NEEDS_ID, textOf, type Values } from './options.ts'
import { respondentOptions } from './respondent.ts'

/** What came of one account, or why nothing did. */
export interface Answered<K extends Found['kind']> {
  readonly account: Finding['account']
  readonly found: Extract<Found, { readonly kind: K }> | null
  readonly error: AppError | null
}

export interface Inquired<K extends Found['kind']> {
  readonly findings: readonly Answered<K>[]
  readonly notices: Refresh['notices']
  /** What ended it early; what came before stands. */
  readonly failure: BankFailure | null
}

/** Asks the bank of a connection with the same login as `bank update`, for all accounts or the one of `--account`. */
export async function inquire<K extends Found['kind']>(
  context: Context, operand: string | undefined, values: Values, inquiry: Extract<Inquiry, { readonly kind: K }>,
): Promise<Result<Inquired<K>, BankFailure | FileFailure>> {
  const id = connectionIdOf(operand)
  if (id === null) return err(NEEDS_ID)
  return await withConnections(context, 'must-exist', async (bench): Promise<Result<Inquired<K>, BankFailure>> => {
    const pin = await pinFor(context, bench, id)
    if (!pin.ok) return pin
    const started = await bench.connections.inquire({ id, pin: pin.value, inquiry, account: textOf(values, 'account') ?? null })
    if (!started.ok) return started
    const finished = await bench.finish(started.value)
    const followed = await bench.follow(started)
    const findings = (finished?.findings ?? []).map(({ account, found, error }) => ({ account, error, found: found?.kind === inquiry.kind ? found as Extract<Found, { readonly kind: K }> : null }))
    if (!followed.ok && findings.length === 0) return followed
    return ok({ findings, notices: finished?.refresh.notices ?? [], failure: followed.ok ? null : followed.error })
  }, respondentOptions(values))
}

/** The accounts as programs are told of them. */
export const accountJson = ({ key, name, iban }: Finding['account']): object => ({ key, name, iban })

/** A table, with whatever failed or was told beside it. */
export function withRemarks<K extends Found['kind']>(text: string, { findings, notices }: Inquired<K>, { language }: Context): string {
  const say = words(language)
  const failed = findings.flatMap(({ account, error }) => (error === null ? [] : [`${account.name}: ${sentence(error, language).what}`]))
  return [text, ...failed, ...notices.map(({ code, text: said }) => `${say.bankSays} (${code}): ${said}`)].filter((line) => line !== '').join('\n')
}
