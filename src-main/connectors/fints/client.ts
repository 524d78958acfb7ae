import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { Conversation } from './dialog/conversation.ts'
import { askAnonymously } from './dialog/initialise.ts'
import { begin, factsOf } from './dialog/order.ts'
import { Gazette } from './message/gazette.ts'
import { offers, type Job } from './operations/jobs.ts'
import { refusalOf } from './safety/refusal.ts'
import { isWritable } from './syntax/wire.ts'
import { accountsOf, emptyKnowledge, type Knowledge } from './state/knowledge.ts'
import type { BankParameters } from './state/bank-parameters.ts'
import type { AccountInfo } from './state/user-parameters.ts'
import type { Challenge } from './tan/challenge.ts'
import { permittedMethods, type TanMethod } from './tan/methods.ts'
import type { FintsBank, FintsEnvironment, FintsLogin, FintsProduct, Outcome } from './types.ts'

export interface FintsSettings {
  readonly bank: FintsBank
  readonly login: FintsLogin
  readonly environment: FintsEnvironment
  /** What an earlier client learned (`restore`); a new one learns by itself. */
  readonly knowledge?: Knowledge | undefined
  readonly pin?: Secret | undefined
}

const SECRET_MAX = 99
const MEDIUM_MAX = 32

const isSendable = (secret: Secret): boolean => {
  const text = secret.reveal()
  return text !== '' && text.length <= SECRET_MAX && isWritable(text) && !/[\r\n]/.test(text)
}

/** The first of the given texts that the wire cannot carry (Formals, Data-Dictionary). */
function unsendable(login: FintsLogin, product: FintsProduct, bank: FintsBank): string | null {
  const limits = [
    ['userId', login.userId, 30],
    ['customerId', login.customerId, 30],
    ['productId', product.id, 25],
    ['productVersion', product.version, 5],
    ['bankCode', bank.bankCode, 30],
  ] as const
  const bad = limits.find(([, text, max]) => text === '' || text.length > max || !isWritable(text) || /[\r\n]/.test(text))
  return bad?.[0] ?? (/^\d{3}$/.test(bank.country) ? null : 'country')
}

/**
 * A customer at a FinTS bank. One thing happens at a time: `start` a job, and follow its steps until it is done.
 * Without `keepOpen` each job has its own dialog; with it the dialog stands until `close`.
 */
export class FintsClient {
  /** For `blob.ts`, which pauses and resumes it. */
  readonly conversation: Conversation
  #isBusy = false

  constructor({ bank, login, environment, knowledge = emptyKnowledge(), pin }: FintsSettings) {
    // SECURITY: a PIN that the bank refused is not taken again from wherever it is stored; only `enterPin` sets one.
    const usable = knowledge.pinRefused === null ? pin ?? null : null
    this.conversation = new Conversation({
      bank, login, environment, knowledge, pin: usable, gazette: new Gazette(), isPinProven: false, dialog: null, refusesOneStep: false, hasAskedAfresh: false, doubt: null, lastAnswer: null,
    })
  }

  get knowledge(): Knowledge {
    return this.conversation.session.knowledge
  }

  get accounts(): readonly AccountInfo[] {
    return accountsOf(this.knowledge)
  }

  /** The customer's TAN methods, known after the first contact. */
  get methods(): readonly TanMethod[] {
    return this.knowledge.bank === null ? [] : permittedMethods(this.knowledge.bank, this.knowledge.permitted ?? [])
  }

  /** What a person is waited for, if anything. */
  get challenge(): Challenge | null {
    const { pending } = this.conversation
    return pending?.kind === 'approval' ? pending.challenge : null
  }

  /** Whether the bank announces this job and allows it for the account; known after the first contact. */
  offers(job: Job): boolean {
    const facts = factsOf(this.conversation.session)
    return facts !== null && offers(job, facts)
  }

  /** A PIN that a person has just typed, or wants to be sent again. The only way on after a refusal, and after a first login without an answer. */
  enterPin(pin: Secret): void {
    const { session } = this.conversation
    session.pin = pin
    session.isPinProven = false
    session.doubt = null
    session.knowledge.pinRefused = null
  }

  /** Keeps the dialog open between jobs, so that one login serves many. */
  keepOpen(): this {
    this.conversation.isStanding = true
    return this
  }

  /** Ends the dialog, and with it whatever waited for a TAN. */
  async close(signal?: AbortSignal): Promise<void> {
    this.conversation.isStanding = false
    await this.conversation.leave(signal)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  /** Asks for what the bank tells everybody, in a dialog without a login (Formals C.5). Not every bank allows one. */
  async greet(signal?: AbortSignal): Promise<Result<Pick<BankParameters, 'name' | 'loginLabels'>, AppError>> {
    const { session } = this.conversation
    const bad = unsendable(session.login, session.environment.product, session.bank)
    if (bad !== null) return err({ kind: 'invalid_input', path: bad })
    return await this.#alone(async () => {
      const reply = await askAnonymously(session, { signal })
      if (!reply.ok) return err(reply.error.error)
      return session.knowledge.bank === null ? err(refusalOf(reply.value.feedback) ?? { kind: 'answer_unreadable' }) : ok(session.knowledge.bank)
    })
  }

  /** Begins a job. */
  async start(job: Job, signal?: AbortSignal): Outcome {
    const { session, pending } = this.conversation
    if (pending !== null) return err({ kind: 'busy' })
    if (session.pin !== null && !isSendable(session.pin)) return err({ kind: 'invalid_input', path: 'pin' })
    const bad = unsendable(session.login, session.environment.product, session.bank)
    if (bad !== null) return err({ kind: 'invalid_input', path: bad })
    return await this.#alone(async () => {
      session.gazette.clear()
      return await this.conversation.advance(begin(job), signal)
    })
  }

  /** Brings the TAN. A wrong one is an error, and the order is not carried out. */
  async answer(tan: Secret, signal?: AbortSignal): Outcome {
    const { challenge } = this
    if (challenge === null) return err({ kind: 'not_found', what: 'challenge' })
    if (challenge.kind === 'decoupled' || !isSendable(tan)) return err({ kind: 'invalid_input', path: 'tan' })
    return await this.#alone(() => this.conversation.answer(tan, signal))
  }

  /** Waits until the person has approved on the other device, asking at the bank's own pace and no more often than it allows. */
  async awaitApproval(signal?: AbortSignal): Outcome {
    const decoupled = this.challenge?.decoupled ?? null
    if (decoupled === null) return err({ kind: 'not_found', what: 'challenge' })
    // 3957: the bank reports by itself; asking now could count as a wrong TAN (PIN/TAN B.4.2.2).
    if (decoupled.waitsForPush || !decoupled.autoPollAllowed) return err({ kind: 'unsupported', what: 'operation' })
    return await this.#alone(async () => {
      for (;;) {
        const step = await this.conversation.poll(signal)
        if (!step.ok) return step
        if (step.value !== null) return ok(step.value)
      }
    })
  }

  /** The person says they have approved: asks the bank once. Still pending is a step, not an error. */
  async confirmApproval(signal?: AbortSignal): Outcome {
    if (this.challenge?.decoupled == null) return err({ kind: 'not_found', what: 'challenge' })
    return await this.#alone(async () => {
      const step = await this.conversation.poll(signal)
      if (!step.ok) return step
      const { challenge } = this
      if (step.value !== null) return ok(step.value)
      return challenge === null ? err({ kind: 'not_found', what: 'challenge' }) : ok({ state: 'tan', challenge })
    })
  }

  /** Sets the TAN method (a `function` of `methods`) and goes on with the job that asked for it, if one did. */
  async chooseMethod(method: string, signal?: AbortSignal): Outcome {
    if (!this.methods.some((known) => known.function === method)) return err({ kind: 'invalid_input', path: 'method' })
    this.knowledge.method = method
    this.knowledge.medium = null
    return await this.#resume(signal)
  }

  /** Sets the TAN medium by its name and goes on with the job that asked for it. */
  async chooseMedium(name: string, signal?: AbortSignal): Outcome {
    if (name === '' || name.length > MEDIUM_MAX || !isWritable(name)) return err({ kind: 'invalid_input', path: 'medium' })
    this.knowledge.medium = name
    return await this.#resume(signal)
  }

  /** Gives up the job that waits for a person; a bank forgets an order without its TAN. */
  async cancel(signal?: AbortSignal): Promise<void> {
    await this.conversation.leave(signal)
  }

  async #resume(signal: AbortSignal | undefined): Outcome {
    const { pending } = this.conversation
    if (pending?.kind !== 'choice') return err({ kind: 'not_found', what: 'job' })
    return await this.#alone(async () => {
      this.conversation.pending = null
      return await this.conversation.advance(pending.progress, signal)
    })
  }

  async #alone<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    if (this.#isBusy) return err({ kind: 'busy' })
    this.#isBusy = true
    try {
      return await work()
    }
    finally {
      this.#isBusy = false
    }
  }
}
