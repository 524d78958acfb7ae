import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Finding } from './finding.ts'
import { inquireAll } from './inquiry.ts'
import type { BatchAnswer } from './ofx/batch.ts'
import type { RunOrder } from './order.ts'
import type { Visit, Welcome } from './source.ts'

/** What an errand brings back. */
export interface Brought { readonly findings: Finding[]; batch: BatchAnswer | undefined }

type Errand = Pick<RunOrder, 'look' | 'wishes'>

/** Something is done with the login instead of fetching entries. */
export const isErrand = ({ look, wishes }: Errand): boolean => look !== undefined || wishes !== undefined

/** Looks up what is asked for, or sends a person's own batch. */
export async function doErrand({ look, wishes }: Errand, { visit, welcome }: { readonly visit: Visit; readonly welcome: Welcome }, brought: Brought): Promise<Result<null, AppError>> {
  if (look !== undefined) return await inquireAll(visit, welcome.accounts, look, (finding) => brought.findings.push(finding))
  if (wishes === undefined || visit.batch === undefined) return err({ kind: 'unsupported', what: 'operation' })
  const answer = await visit.batch(wishes)
  if (answer.ok) brought.batch = answer.value
  return answer.ok ? ok(null) : answer
}
