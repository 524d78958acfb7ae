import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { addDays } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { deconstruct, FintsClient, pause, restore, resume, type Job, type JobResult, type Outcome, type Step } from '#main/connectors/fints/index.ts'
import { DEMO_BANK } from '#main/demo-bank/fints/index.ts'
import { Killed } from './mail.ts'
import type { World } from './world.ts'

export const USER = 'small'
const OWNER = { bank: { url: 'https://demo.test/fints', country: DEMO_BANK.country, bankCode: DEMO_BANK.bankCode }, login: { userId: USER, customerId: USER } }
export const STATE = 'state'
const DIALOG = 'dialog'
const STEPS_MAX = 60
const CONFIRMATIONS_MAX = 12

/** What came of one refresh. */
export interface Refresh {
  readonly results: readonly { readonly job: Job; readonly result: JobResult }[]
  readonly error: AppError | { readonly kind: 'killed' } | null
  readonly messages: number
  readonly steps: number
  /** Wrong PINs that the bank counted meanwhile. */
  readonly wrongPins: number
}

export interface Habits {
  /** TAN method that is chosen. */
  readonly method: string
  /** The program is ended and started again at this step of the refresh; null never, 0 at every one. */
  readonly restartAt: number | null
  /** How many days back entries are asked for; null is all there are. */
  readonly days: number | null
}

type Ended = Result<Extract<Step, { state: 'done' }>, AppError>

/** Somebody who refreshes two accounts, answers what the bank asks, and tries again when it did not work. */
export class Person {
  tansTyped = 0
  readonly #world: World
  readonly #habits: Habits
  #client: FintsClient
  #pin: string
  #tan: string
  #steps = 0

  constructor(world: World, habits: Habits) {
    this.#world = world
    this.#habits = habits
    this.#pin = world.secrets.pin
    this.#tan = world.secrets.tan
    this.#client = this.#start()
  }

  /** What is typed from now on. */
  type({ pin, tan }: { readonly pin: string; readonly tan: string }): void {
    this.#pin = pin
    this.#tan = tan
  }

  /** One press of the button: a login, then balance and all entries of each account. Who is stubborn goes on after an error, as nobody should. */
  async refresh({ isStubborn = false }: { readonly isStubborn?: boolean } = {}): Promise<Refresh> {
    const results: { job: Job; result: JobResult }[] = []
    const world = this.#world
    const [messages, wrongPins] = [world.mail.sent, countWrongPins(world)]
    this.#steps = 0
    let error: Refresh['error'] = null
    try {
      this.#client = this.#start()
      this.#client.enterPin(new Secret(this.#pin))
      error = await this.#visit(results, isStubborn)
    }
    catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
      error = { kind: 'killed' }
      world.isPowerOff = false
    }
    for (const { result } of results) world.log.push(JSON.stringify(result.kind === 'statements' ? { ...result.statements, booked: null, pending: null } : result))
    world.log.push(JSON.stringify(error))
    return { results, error, messages: world.mail.sent - messages, steps: this.#steps, wrongPins: countWrongPins(world) - wrongPins }
  }

  async #visit(results: { job: Job; result: JobResult }[], isStubborn: boolean): Promise<AppError | null> {
    let error: AppError | null = null
    this.#client.keepOpen()
    for (const job of this.#jobs()) {
      const done = await this.#follow(this.#client.start(job))
      if (done.ok) results.push({ job, result: done.value.result })
      else error ??= done.error
      if (!done.ok && !isStubborn) break
    }
    await this.#client.close()
    this.#save()
    return error
  }

  /** The accounts are known after the login. */
  *#jobs(): Generator<Job> {
    yield { kind: 'login' }
    const { days } = this.#habits
    const from = days === null ? undefined : addDays(this.#world.environment.clock.today(), -days)
    for (const account of this.#client.accounts) yield* [{ kind: 'balance', account }, { kind: 'statements', account, from }] as const
    // Whoever did not get in tries all the same.
    if (this.#client.accounts.length === 0) yield* [{ kind: 'accounts' }, { kind: 'accounts' }] as const
  }

  async #follow(first: Outcome): Promise<Ended> {
    let outcome = await first
    for (let count = 0; count < STEPS_MAX; count += 1) {
      this.#steps += 1
      if (!outcome.ok) return outcome
      this.#rest()
      if (outcome.value.state === 'done') return ok(outcome.value)
      this.#world.log.push(JSON.stringify(outcome.value))
      outcome = await this.#next(outcome.value)
    }
    throw new Error('a job without end')
  }

  async #next(step: Exclude<Step, { state: 'done' }>): Outcome {
    const client = this.#client
    switch (step.state) {
      case 'choose-method': return await client.chooseMethod(step.methods.some((method) => method.function === this.#habits.method) ? this.#habits.method : step.methods[0]?.function ?? '')
      case 'choose-medium': return await client.chooseMedium(step.media[0]?.name ?? 'Handy privat')
      case 'tan': break
    }
    const { decoupled } = step.challenge
    if (decoupled === null) {
      this.tansTyped += 1
      return await client.answer(new Secret(this.#tan))
    }
    if (!decoupled.waitsForPush && decoupled.autoPollAllowed) return await client.awaitApproval()
    if (decoupled.polls < CONFIRMATIONS_MAX) return await client.confirmApproval()
    await client.cancel()
    return { ok: false, error: { kind: 'cancelled' } }
  }

  /** Between two steps a program may be closed and opened again. */
  #rest(): void {
    const { restartAt } = this.#habits
    const { session, pending } = this.#client.conversation
    if (session.dialog !== null || pending !== null) this.#world.files.set(DIALOG, pause(this.#client))
    this.#save()
    if (restartAt === 0 || restartAt === this.#steps) {
      this.#client = this.#start()
      this.#client.keepOpen()
      this.#client.enterPin(new Secret(this.#pin))
    }
    const blob = this.#world.files.get(DIALOG)
    // Whoever goes on with a dialog takes it off the disk first: it can be continued only once.
    this.#world.files.delete(DIALOG)
    const resumed = blob === undefined ? ok(null) : resume(this.#client, blob)
    if (!resumed.ok) throw new Error(`cannot resume: ${resumed.error.kind}`)
    if (blob !== undefined) this.#world.log.push(new TextDecoder().decode(blob))
  }

  #save(): void {
    const blob = deconstruct(this.#client.knowledge, OWNER, { includePrivate: true })
    this.#world.files.set(STATE, blob)
  }

  #start(): FintsClient {
    const blob = this.#world.files.get(STATE)
    const known = blob === undefined ? undefined : restore(blob, OWNER)
    if (known?.ok === false) throw new Error(`cannot restore: ${known.error.kind}`)
    return new FintsClient({ ...OWNER, environment: this.#world.environment, knowledge: known?.value, pin: new Secret(this.#pin) })
  }
}

const countWrongPins = ({ refusals }: World): number => refusals.filter(({ reason }) => reason === 'wrong PIN' || reason === 'three wrong PINs').length
