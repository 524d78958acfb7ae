import type { AppError } from '#shared/errors.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { OfferedAccount } from '#main/worker/connection-jobs.ts'
import type { Finding } from './finding.ts'
import type { Visit } from './source.ts'
import { endsRefresh } from './verdict.ts'

export interface InquiryOrder {
  readonly inquiry: Inquiry
  /** Key or IBAN; null asks for every account that the bank allows it for. */
  readonly account: string | null
}

const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

/** Asks account by account. `keep` hears of each at once: a bank may deliver a document only once, so a later failure must not lose it. */
export async function inquireAll(visit: Visit, accounts: readonly OfferedAccount[], { inquiry, account: wanted }: InquiryOrder, keep: (finding: Finding) => void): Promise<Result<null, AppError>> {
  const chosen = wanted === null ? accounts : accounts.filter(({ key, iban }) => [key, iban ?? key].some((name) => plain(name) === plain(wanted)))
  if (chosen.length === 0 && wanted !== null) return err({ kind: 'not_found', what: 'account' })
  const errors: (AppError | null)[] = []
  for (const account of chosen) {
    const answer = await visit.inquire?.(inquiry, account.key) ?? null
    if (answer === null) continue
    errors.push(answer.error)
    if (answer.found !== null || answer.error === null || !endsRefresh(answer.error)) keep({ account, ...answer })
    if (answer.error !== null && endsRefresh(answer.error)) return err(answer.error)
  }
  if (errors.length === 0) return err({ kind: 'unsupported', what: 'operation' })
  const [first] = errors
  return first != null && errors.every((error) => error !== null) ? err(first) : ok(null)
}
