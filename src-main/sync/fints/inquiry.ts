import type { AppError } from '#shared/errors.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import type { Result } from '#shared/result.ts'
import type { AccountInfo, FintsClient, Job, JobKind, JobResult } from '#main/connectors/fints/index.ts'
import { readTransfer } from '#main/importers/pain.ts'
import type { BankDocument, Finding, Found, StandingOrder } from '../finding.ts'

export interface InquiryParts {
  readonly client: FintsClient
  readonly run: <K extends JobKind>(job: Extract<Job, { readonly kind: K }>) => Promise<Result<Extract<JobResult, { readonly kind: K }>, AppError>>
  /** Told to the person: what ended the numbers of a year. */
  readonly note: (notice: { readonly code: string; readonly text: string }) => void
}

type Answer = Pick<Finding, 'found' | 'error'>

/** Statements of a year are asked for one by one: a bank takes the year only together with a number (Messages, HKEKA). */
const MONTHS = 12
/** One for every day, at the most. */
const NUMBERS_MAX = 366

/** Null where the bank does not announce it, or does not allow it for this account. */
export async function inquireFints(parts: InquiryParts, inquiry: Inquiry, account: AccountInfo): Promise<Answer | null> {
  const { client, run } = parts
  switch (inquiry.kind) {
    case 'documents': {
      const { year } = inquiry
      if (!client.offers({ kind: 'documents', account, ...(year === null ? {} : { year, number: 1 }) })) return null
      return year === null ? answer(await run({ kind: 'documents', account }), ({ documents }) => ({ kind: 'documents', documents })) : await ofYear(parts, account, year)
    }
    case 'standing-orders':
      if (!client.offers({ kind: 'standing-orders', account })) return null
      return answer(await run({ kind: 'standing-orders', account }), ({ orders }) => ({
        kind: 'standing-orders', orders: orders.map(toStandingOrder),
      }))
    case 'terms':
      if (!client.offers({ kind: 'terms', account })) return null
      return answer(await run({ kind: 'terms', account }), ({ terms }) => ({ kind: 'terms', terms }))
  }
}

type KeptOrder = Extract<JobResult, { readonly kind: 'standing-orders' }>['orders'][number]

const toStandingOrder = ({ orderId, pain, firstOn, lastOn, unit, every, executionDay, suspendedFrom, suspendedTo }: KeptOrder): StandingOrder =>
  ({ orderId, ...readTransfer(pain), firstOn, lastOn, unit, every, executionDay, suspendedFrom, suspendedTo })

const answer = <T>(result: Result<T, AppError>, toFound: (value: T) => Found): Answer =>
  (result.ok ? { found: toFound(result.value), error: null } : { found: null, error: result.error })

/** The first twelve numbers, since a year may begin late or have gaps, and on as long as they come. */
async function ofYear({ run, note }: InquiryParts, account: AccountInfo, year: number): Promise<Answer> {
  const documents: BankDocument[] = []
  const answered = (error: AppError | null): Answer => ({ found: documents.length === 0 && error !== null ? null : { kind: 'documents', documents }, error })
  for (let number = 1; number <= NUMBERS_MAX; number += 1) {
    const done = await run({ kind: 'documents', account, year, number })
    const isEnd = !done.ok && done.error.kind === 'bank_rejected' && documents.length > 0
    if (isEnd) note({ code: done.error.code, text: done.error.message })
    if (isEnd) break
    if (!done.ok) return answered(done.error)
    // Not every layout repeats what was asked for.
    documents.push(...done.value.documents.map((document) => ({ ...document, year: document.year ?? year, number: document.number ?? number })))
    if (number >= MONTHS && done.value.documents.length === 0) break
  }
  return answered(null)
}
