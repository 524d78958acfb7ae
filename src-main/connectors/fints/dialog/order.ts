import type { AppError } from '#shared/errors.ts'
import { has, mainRefusal, touchdownIn } from '../message/feedback.ts'
import { operationOf, type BoundOperation, type Job, type JobResult } from '../operations/jobs.ts'
import type { Facts, Plan } from '../operations/operation.ts'
import { refusalOf } from '../safety/refusal.ts'
import { decode } from '../schema/segment.ts'
import { definitionOf } from '../segments/registry.ts'
import { accountsOf } from '../state/knowledge.ts'
import { isSameAccount } from '../state/user-parameters.ts'
import type { RawSegment } from '../syntax/wire.ts'
import type { Challenge } from '../tan/challenge.ts'
import type { TanMethod } from '../tan/methods.ts'
import { challengeIn, handIn } from './approval.ts'
import { exchange, type Reply } from './exchange.ts'
import { methodOf, type Session } from './initialise.ts'

/** How far a job has come. Plain data but for the bytes of its pages. */
export interface Progress {
  readonly job: Job
  /** Ways that are still untried; the first is the one under way. */
  plans: readonly Plan[] | null
  pages: (readonly RawSegment[])[]
  touchdown: string | null
  /** Touchdowns that were gone to before. */
  visited: string[]
  /** Times it began again because a dialog was lost. */
  restarts: number
  /** The dialog was opened for this job; one that stood before may have stood too long. */
  hasOwnDialog: boolean
}

export const begin = (job: Job): Progress => ({ job, plans: null, pages: [], touchdown: null, visited: [], restarts: 0, hasOwnDialog: false })

export type Move =
  | { readonly kind: 'done'; readonly result: JobResult }
  | { readonly kind: 'challenge'; readonly challenge: Challenge; readonly method: TanMethod }
  | { readonly kind: 'again' }
  | { readonly kind: 'error'; readonly error: AppError }

/** Refusals that another way of asking would not change. */
const FINAL = new Set(['9000', '9010', '9075', '9077', '9078', '9997', '9999'])
const IDLE = new Set(['9010', '9110', '9120', '9210'])
/** Login, first order and its answer lie behind: number of the next message. */
const SECOND_ORDER = 3
const PAGES_MAX = 5000
const RESTARTS_MAX = 1
const UNSUPPORTED: Move = { kind: 'error', error: { kind: 'unsupported', what: 'operation' } }

/** Gives the order of a job and takes in its pages until it is done, needs a person, or has to begin again. */
export async function carryOn(session: Session, progress: Progress, signal: AbortSignal | undefined): Promise<Move> {
  const operation = operationFor(session, progress.job)
  const facts = factsOf(session)
  if (facts === null) return UNSUPPORTED
  progress.plans ??= operation.plans(facts)
  for (;;) {
    const plan = currentPlan(progress)
    if (plan === undefined || session.dialog === null) return UNSUPPORTED
    const method = methodOf(session)
    const approval = method !== null && facts.bank.needsTan(plan.order) ? [handIn(method, plan.order, session.knowledge.medium)] : []
    const reply = await exchange(session, session.dialog, [operation.draft(plan, progress.touchdown ?? undefined), ...approval], { repeat: 'always', signal })
    if (!reply.ok) return reply.error.mayHaveArrived && startOver(session, progress) ? { kind: 'again' } : { kind: 'error', error: reply.error.error }
    const challenge = method === null ? null : challengeIn(reply.value, method, { purpose: 'order', order: plan.order })
    if (method !== null && challenge !== null && refusalOf(reply.value.feedback) === null) return { kind: 'challenge', challenge, method }
    const move = takeIn(session, progress, reply.value, operation)
    if (move !== null) return move
  }
}

const currentPlan = ({ plans }: Progress): Plan | undefined => plans?.[0]

export const factsOf = ({ knowledge, environment }: Session): Facts | null =>
  (knowledge.bank === null ? null : { bank: knowledge.bank, user: knowledge.user, today: environment.clock.today() })

/** The operation of a job, its account completed by what the bank has told: callers may know only the IBAN. */
export function operationFor({ knowledge }: Session, job: Job): BoundOperation {
  if (!('account' in job)) return operationOf(job)
  const known = accountsOf(knowledge).find((account) => isSameAccount(account, job.account))
  if (known === undefined) return operationOf(job)
  const { account } = job
  return operationOf({ ...job, account: {
    iban: account.iban ?? known.iban, bic: account.bic ?? known.bic, number: account.number ?? known.number,
    subaccount: account.subaccount ?? known.subaccount, country: account.country, bankCode: account.bankCode ?? known.bankCode,
  } })
}

/** Takes in one answer to the order, also the one that follows a TAN. Null: there is more to fetch. */
export function takeIn(session: Session, progress: Progress, reply: Reply, operation: BoundOperation): Move | null {
  const refusal = refusalOf(reply.feedback)
  if (refusal !== null) return refused(session, progress, reply, refusal)
  // Data that cannot be read must not look like data that does not exist.
  const answer = answerSegment(currentPlan(progress)?.order ?? '')
  if (reply.segments.some((segment) => segment.type === answer && !isReadable(segment))) return { kind: 'error', error: { kind: 'answer_unreadable' } }
  const touchdown = touchdownIn(reply.feedback)
  progress.pages.push(reply.segments)
  if (touchdown !== null && touchdown !== '') {
    // A bank that points to where it has been would be asked for ever; entries would come twice.
    if (progress.visited.includes(touchdown) || progress.pages.length >= PAGES_MAX) return { kind: 'error', error: { kind: 'answer_unreadable' } }
    progress.touchdown = touchdown
    progress.visited.push(touchdown)
    return session.dialog?.isDead === false ? null : restartOr(session, progress, { kind: 'answer_unreadable' })
  }
  const plan = currentPlan(progress)
  return plan === undefined ? UNSUPPORTED : { kind: 'done', result: operation.collect(plan, progress.pages) }
}

/** HKKAZ → HIKAZ, DKKKU → DIKKU. */
const answerSegment = (order: string): string => `${order.slice(0, 1)}I${order.slice(2)}`

function isReadable(segment: RawSegment): boolean {
  const definition = definitionOf(segment)
  return definition !== undefined && decode(definition, segment).ok
}

/** A bank that refuses one way of asking may accept another; one that ended the dialog gets a new one, once. */
function refused(session: Session, progress: Progress, reply: Reply, refusal: AppError): Move | null {
  if (has(reply.feedback, '9955', '9962') && session.knowledge.medium !== null) {
    // The medium is gone; which others there are is asked in a dialog of its own.
    session.knowledge.medium = null
    return restartOr(session, progress, refusal)
  }
  if (refusal.kind !== 'bank_rejected') return { kind: 'error', error: refusal }
  const hasEnded = session.dialog?.isDead === true
  const main = mainRefusal(reply.feedback)
  if (hasEnded && (main?.code === '9800' || has(reply.feedback, '9120'))) return restartOr(session, progress, refusal)
  // A dialog that stood idle for too long is unknown; banks say so about the message, each with a code of its own.
  const hasStood = !progress.hasOwnDialog || (session.dialog?.nextMessage ?? 0) > SECOND_ORDER
  if (main?.segment === null && IDLE.has(main.code) && hasStood) return restartOr(session, progress, refusal)
  // A new dialog may cost a TAN, so after one the other order is tried at once, not another shade of this one.
  const rest = (progress.plans ?? []).slice(1).filter(({ order }) => !hasEnded || order !== currentPlan(progress)?.order)
  if (progress.pages.length > 0 || rest.length === 0 || FINAL.has(refusal.code)) return { kind: 'error', error: refusal }
  progress.plans = rest
  return hasEnded ? restartOr(session, progress, refusal) : null
}

const restartOr = (session: Session, progress: Progress, error: AppError): Move => (startOver(session, progress) ? { kind: 'again' } : { kind: 'error', error })

/** A touchdown dies with its dialog (Formals B.6.3), so the job starts from its first page. */
function startOver(session: Session, progress: Progress): boolean {
  if (progress.restarts >= RESTARTS_MAX || !session.isPinProven || session.pin === null) return false
  progress.restarts += 1
  progress.pages = []
  progress.touchdown = null
  progress.visited = []
  session.dialog = null
  return true
}
