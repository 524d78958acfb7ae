import type { AppError } from '#shared/errors.ts'
import { assert, err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { operationOf, type Job, type JobResult } from '../operations/jobs.ts'
import { refusalOf } from '../safety/refusal.ts'
import { accountsOf } from '../state/knowledge.ts'
import type { Challenge, DecoupledState } from '../tan/challenge.ts'
import { permittedMethods, type TanMethod } from '../tan/methods.ts'
import type { Outcome, Step } from '../types.ts'
import { askApproval, bringTan, isStillPending } from './approval.ts'
import { enter } from './enter.ts'
import { exchange, rest, type Reply, type Sending } from './exchange.ts'
import type { Hurdle } from './hurdle.ts'
import { end, methodOf, type Session } from './initialise.ts'
import { carryOn, factsOf, operationFor, takeIn, type Move, type Progress } from './order.ts'

/** A job that waits for a person. */
export type Pending =
  | { readonly kind: 'approval'; readonly progress: Progress; readonly challenge: Challenge; readonly method: TanMethod }
  | { readonly kind: 'choice'; readonly progress: Progress }

/** More polls than this and something is wrong, even where the bank sets no limit. */
const POLLS_MAX = 600
/** So many polls must be left before one is repeated after a lost answer: one too many may count as a wrong TAN. */
const POLLS_SPARE = 3
const GIVEN_UP: Result<never, AppError> = err({ kind: 'cancelled' })

/** A session with the job it is at. */
export class Conversation {
  readonly session: Session
  pending: Pending | null = null
  isStanding = false
  #lastPollMs: number | null = null

  constructor(session: Session) {
    this.session = session
  }

  /** Brings a job as far as it gets without a person. */
  async advance(progress: Progress, signal: AbortSignal | undefined): Outcome {
    for (;;) {
      if (this.session.dialog?.isDead !== false) progress.hasOwnDialog = true
      const hurdle = await enter(this.session, signal)
      if (hurdle !== null) return await this.#halt(progress, hurdle)
      const move: Move = this.#isAnswered(progress.job) ? { kind: 'done', result: { kind: 'accounts', accounts: [] } } : await carryOn(this.session, progress, signal)
      if (move.kind !== 'again') return await this.#settle(progress, move)
    }
  }

  async answer(tan: Secret, signal: AbortSignal | undefined): Outcome {
    const { challenge, method } = this.#approval()
    // SECURITY: a TAN is sent once; whether it arrived or not, it is spent.
    const reply = await this.#send([bringTan(method, challenge.orderReference)], { tan, repeat: 'never', signal })
    if (this.#isGivenUp()) return reply.ok ? GIVEN_UP : reply
    return reply.ok ? await this.#approved(reply.value, signal) : reply
  }

  /** Asks once whether the person has approved, when the bank's pause is over. Null: not yet. */
  async poll(signal: AbortSignal | undefined): Promise<Result<Step | null, AppError>> {
    const { challenge, method } = this.#approval()
    const { decoupled } = challenge
    if (decoupled === null) return err({ kind: 'invalid_input', path: 'approval' })
    if (decoupled.pollsLeft === 0 || decoupled.polls >= POLLS_MAX) return await this.#give({ kind: 'nobody_answered' })
    if (!(await rest(this.session.environment.timer, this.#pauseSeconds(decoupled), signal))) return err({ kind: 'cancelled' })
    if (this.#isGivenUp()) return GIVEN_UP
    this.#count()
    const mayRepeat = decoupled.pollsLeft === null || decoupled.pollsLeft > POLLS_SPARE
    const reply = await this.#send([askApproval(method, challenge.orderReference)], { repeat: mayRepeat ? 'always' : 'never', onRepeat: () => this.#count(), signal })
    if (!reply.ok) return reply
    if (this.#isGivenUp()) return GIVEN_UP
    this.#lastPollMs = this.session.environment.clock.monotonicMs()
    return isStillPending(reply.value) && refusalOf(reply.value.feedback) === null ? ok(null) : await this.#approved(reply.value, signal)
  }

  /** Ends the dialog and forgets what waited in it. */
  async leave(signal?: AbortSignal): Promise<void> {
    this.pending = null
    if (this.session.dialog !== null) await end(this.session, this.session.dialog, signal)
    this.session.dialog = null
  }

  #approval(): Extract<Pending, { kind: 'approval' }> {
    assert(this.pending?.kind === 'approval', 'nobody waits for an approval')
    return this.pending
  }

  /** Somebody may give up while an answer is awaited. */
  #isGivenUp(): boolean {
    return this.pending === null
  }

  /** What is left of the bank's pause; after a restart nobody knows, so it is waited for in full. */
  #pauseSeconds({ polls, firstPollSeconds, nextPollSeconds }: DecoupledState): number {
    const pause = polls === 0 ? firstPollSeconds : nextPollSeconds
    if (this.#lastPollMs === null) return pause
    return Math.max(0, pause - (this.session.environment.clock.monotonicMs() - this.#lastPollMs) / 1000)
  }

  #count(): void {
    const { pending } = this
    if (pending?.kind !== 'approval') return
    const { decoupled } = pending.challenge
    if (decoupled === null) return
    const pollsLeft = decoupled.pollsLeft === null ? null : Math.max(0, decoupled.pollsLeft - 1)
    this.pending = { ...pending, challenge: { ...pending.challenge, decoupled: { ...decoupled, polls: decoupled.polls + 1, pollsLeft } } }
  }

  async #send(drafts: Parameters<typeof exchange>[2], sending: Sending): Promise<Result<Reply, AppError>> {
    const { dialog } = this.session
    if (dialog === null || dialog.isDead) return await this.#give({ kind: 'consent_expired' })
    const reply = await exchange(this.session, dialog, drafts, sending)
    return reply.ok ? reply : await this.#give(reply.error.error)
  }

  /** The bank has taken the TAN or the approval, or refused it. */
  async #approved(reply: Reply, signal: AbortSignal | undefined): Outcome {
    const { progress, challenge } = this.#approval()
    const refusal = refusalOf(reply.feedback)
    this.pending = null
    if (refusal !== null) {
      // A login without its TAN is none.
      if (challenge.purpose === 'login') await this.leave(signal)
      return await this.#give(refusal)
    }
    if (challenge.order === 'HKSYN') await this.leave(signal)
    if (challenge.purpose === 'login') return await this.advance(progress, signal)
    const move = takeIn(this.session, progress, reply, operationFor(this.session, progress.job))
    return move === null || move.kind === 'again' ? await this.advance(progress, signal) : await this.#settle(progress, move)
  }

  async #settle(progress: Progress, move: Exclude<Move, { kind: 'again' }>): Outcome {
    switch (move.kind) {
      case 'challenge': return await this.#halt(progress, move)
      case 'error': return isLoginAlone(progress.job, move.error) ? await this.#finish(progress.job, { kind: 'accounts', accounts: [] }) : await this.#give(move.error)
      case 'done': return await this.#finish(progress.job, move.result)
    }
  }

  async #halt(progress: Progress, hurdle: Hurdle): Outcome {
    switch (hurdle.kind) {
      case 'error':
        return await this.#give(hurdle.error)
      case 'challenge':
        this.pending = { kind: 'approval', progress, challenge: hurdle.challenge, method: hurdle.method }
        this.#lastPollMs = this.session.environment.clock.monotonicMs()
        return ok({ state: 'tan', challenge: hurdle.challenge })
      case 'choose-method':
        this.pending = { kind: 'choice', progress }
        return ok({ state: 'choose-method', methods: hurdle.methods })
      case 'choose-medium':
        this.pending = { kind: 'choice', progress }
        return ok({ state: 'choose-medium', method: hurdle.method, media: hurdle.media })
    }
  }

  /** A failed job. A standing dialog goes on where the bank has not ended it. */
  async #give(error: AppError): Promise<Result<never, AppError>> {
    this.pending = null
    if (!this.isStanding || this.session.dialog?.isDead === true) await this.leave()
    return err(error)
  }

  async #finish(job: Job, result: JobResult): Outcome {
    const { knowledge, gazette } = this.session
    if (result.kind === 'accounts' && result.accounts.length > 0) knowledge.listed = result.accounts
    const told = job.kind === 'login' ? this.#loginResult() : job.kind === 'accounts' ? { kind: 'accounts', accounts: accountsOf(knowledge) } as const : result
    if (!this.isStanding || this.session.dialog?.isDead === true) await this.leave()
    return ok({ state: 'done', result: told, ...gazette.issue() })
  }

  /** Whether the login itself has answered the job. */
  #isAnswered(job: Job): boolean {
    const facts = factsOf(this.session)
    if (facts === null || (job.kind !== 'login' && job.kind !== 'accounts')) return false
    // A list that may cost a second TAN is not worth it at login.
    const isEnough = job.kind === 'login' && (this.session.knowledge.listed.length > 0 || facts.bank.needsTan('HKSPA'))
    return isEnough || operationOf(job).plans(facts).length === 0
  }

  #loginResult(): JobResult {
    const { knowledge } = this.session
    const methods = knowledge.bank === null ? [] : permittedMethods(knowledge.bank, knowledge.permitted ?? [])
    return { kind: 'login', bankName: knowledge.bank?.name ?? '', method: methodOf(this.session), methods, medium: knowledge.medium, accounts: accountsOf(knowledge) }
  }
}

/** A bank that refuses to list accounts has still let the customer in. */
const isLoginAlone = (job: Job, error: AppError): boolean => job.kind === 'login' && error.kind === 'bank_rejected'
