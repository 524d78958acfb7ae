import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { Answer, ChallengeQuestion } from '../batch/answer.ts'
import { isTransfer, type OfxItem } from '../batch/items.ts'
import type { Profile, SignOnRules } from '../batch/profile.ts'
import type { ChallengeAnswer, SignOn } from '../batch/sign-on.ts'
import { has, type Dialect } from '../versions.ts'
import type { Handler } from '../walk.ts'
import { dialectOf, emptyKnowledge, type Knowledge } from './knowledge.ts'
import { probe, type Probed } from './probe.ts'
import { ownAnswer } from './questions.ts'
import { refusalOf, refusesPassword } from './refusal.ts'
import { say, type Pending } from './say.ts'
import { exchange, type WireFault } from './wire.ts'
import type { OfxApp, OfxBank, OfxEnvironment, Outcome, Step } from './types.ts'

export interface OfxSettings {
  readonly bank: OfxBank
  readonly userId: string
  readonly environment: OfxEnvironment
  /** What an earlier client learned (`restoreKnowledge`); a new one learns by itself. */
  readonly knowledge?: Knowledge | undefined
  readonly password?: Secret | undefined
}

/** Banks know programs by name and refuse those they do not; this is the one that all of them know. */
const APP: OfxApp = { id: 'QWIN', version: '2700' }
const LANGUAGE = 'ENG'

const NONE = (): readonly Handler[] => []

/**
 * A customer at an OFX bank. `post` sends any number of items under one sign-on; where the bank asks for more than a
 * password, its step says what, and the answer goes on with the same items.
 */
export class OfxClient {
  readonly knowledge: Knowledge
  readonly #bank: OfxBank
  readonly #userId: string
  readonly #environment: OfxEnvironment
  readonly #app: OfxApp
  #password: Secret | null
  #answers: readonly ChallengeAnswer[] = []
  #questions: readonly ChallengeQuestion[] = []
  #credentials: readonly Secret[] = []
  #token: Secret | undefined
  #accessKey: Secret | undefined
  #sessionCookie: Secret | undefined
  #pending: Pending | null = null
  #isBusy = false
  #hasProbed = false

  constructor({ bank, userId, environment, knowledge = emptyKnowledge(), password }: OfxSettings) {
    this.#bank = bank
    this.#userId = userId
    this.#environment = environment
    this.#app = environment.app ?? APP
    this.knowledge = knowledge
    // SECURITY: a password that the bank refused is not taken again from wherever it is stored; only `enterPassword` sets one.
    this.#password = knowledge.passwordRefused === null ? password ?? null : null
    if (knowledge.clientUid === '') knowledge.clientUid = environment.random.uuid()
  }

  get profile(): Profile | null {
    return this.knowledge.profile
  }

  /** What the bank says of passwords and questions, where it says anything. */
  get rules(): SignOnRules | null {
    return this.knowledge.profile?.signOns[0] ?? null
  }

  /** A password that a person has just typed. The only way on after a refusal. */
  enterPassword(password: Secret): void {
    this.#password = password
    this.knowledge.passwordRefused = null
  }

  /** Finds out which version the bank speaks and what it offers; sends no password. */
  async probe(signal?: AbortSignal): Promise<Result<Probed, AppError>> {
    const found = await probe(this.#bank, this.#environment, this.#app, signal)
    if (found.ok) {
      this.#hasProbed = true
      this.#learn(found.value.dialect)
      this.knowledge.profile = found.value.profile ?? this.knowledge.profile
    }
    return found
  }

  /** Sends items in one request. `also` gives fresh readers of the answer for each try (the importer's, for statements). */
  async post(items: readonly OfxItem[], also: () => readonly Handler[] = NONE, signal?: AbortSignal): Outcome {
    // A transfer keeps its number from the first try on: the bank carries out no number twice.
    const numbered = items.map((item) => isTransfer(item) ? { ...item, uid: item.uid ?? this.#environment.random.uuid() } : item)
    return await this.#alone({ items: numbered, also }, signal)
  }

  /** Brings the answers to the bank's questions, by their ids. */
  async answer(answers: readonly ChallengeAnswer[], signal?: AbortSignal): Outcome {
    if (this.#pending === null) return err({ kind: 'not_found', what: 'job' })
    const own = this.#questions.flatMap((question) => ownAnswer(question, this.#app, this.#environment.clock.now()) ?? [])
    this.#answers = [...own, ...answers.filter(({ id }) => !own.some((known) => known.id === id))]
    return await this.#goOn(signal)
  }

  async enterCredentials(credentials: readonly Secret[], signal?: AbortSignal): Outcome {
    this.#credentials = credentials
    return await this.#goOn(signal)
  }

  async enterToken(token: Secret, signal?: AbortSignal): Outcome {
    this.#token = token
    return await this.#goOn(signal)
  }

  /** Changes the password at the bank, and goes on with what the bank had put off for it. `onChanged` hears of it at once: what follows may fail. */
  async changePassword(wanted: Secret, signal?: AbortSignal, onChanged: () => void = () => undefined): Outcome {
    const spoken = await this.#dialect(signal)
    if (!spoken.ok) return spoken
    const signOn = this.#signOn(spoken.value)
    if (!signOn.ok) return signOn
    const answered = await exchange({ signOn: signOn.value, items: [], newPassword: wanted }, spoken.value, this.#place, [], signal)
    if (!answered.ok) return err(answered.error.error)
    const { answer } = answered.value
    const status = answer.passwordChange ?? answer.signOn?.status
    if (status?.class !== 'success') {
      if (answer.signOn !== null && refusesPassword(answer.signOn.status)) return this.#refused(answer)
      return err(status === undefined ? { kind: 'answer_unreadable' } : refusalOf(status))
    }
    this.#password = wanted
    onChanged()
    return this.#pending === null ? ok({ state: 'done', answer, notices: [] }) : await this.#goOn(signal)
  }

  /** Gives up what waits for a person. */
  cancel(): void {
    this.#pending = null
    this.#questions = []
  }

  get #place(): { readonly bank: OfxBank; readonly environment: OfxEnvironment } {
    return { bank: this.#bank, environment: this.#environment }
  }

  async #goOn(signal: AbortSignal | undefined): Outcome {
    return this.#pending === null ? err({ kind: 'not_found', what: 'job' }) : await this.#alone(this.#pending, signal)
  }

  async #alone(pending: Pending, signal: AbortSignal | undefined): Outcome {
    if (this.#isBusy) return err({ kind: 'busy' })
    this.#isBusy = true
    this.#pending = null
    try {
      return await this.#run(pending, signal)
    } finally {
      this.#isBusy = false
    }
  }

  async #dialect(signal: AbortSignal | undefined): Promise<Result<Dialect, AppError>> {
    const known = dialectOf(this.knowledge)
    if (known !== null) return ok(known)
    const found = await this.probe(signal)
    return found.ok ? ok(found.value.dialect) : found
  }

  #learn({ version, closesLeaves }: Dialect): void {
    Object.assign(this.knowledge, { version, closesLeaves })
  }

  #signOn(spoken: Dialect): Result<SignOn, AppError> {
    const { passwordRefused } = this.knowledge
    if (passwordRefused !== null) return err(refusalOf({ ...passwordRefused, severity: 'ERROR', class: 'refusal' }))
    if (this.#password === null) return err({ kind: 'pin_required', login: 'password' })
    const hasMfa = has(spoken.version, 'mfa')
    return ok({
      userId: this.#userId, password: this.#password, org: this.#bank.org, fid: this.#bank.fid, language: LANGUAGE, app: this.#app,
      clientUid: this.knowledge.clientUid, accessKey: this.#accessKey, sessionCookie: this.#sessionCookie,
      credentials: hasMfa ? this.#credentials : [], authToken: hasMfa ? this.#token : undefined, answers: this.#accessKey === undefined ? this.#answers : [],
    })
  }

  async #run(pending: Pending, signal: AbortSignal | undefined): Outcome {
    const spoken = await this.#dialect(signal)
    if (!spoken.ok) return spoken
    const before = this.#askFirst(pending, spoken.value)
    if (before !== null) return ok(before)
    // A bank that tells its profile to customers only is asked with the first batch.
    const asksProfile = this.knowledge.profile === null && pending.items.length > 0
    const items: readonly OfxItem[] = asksProfile ? [...pending.items, { kind: 'profile' }] : pending.items
    const said = await say({ items, also: pending.also }, spoken.value, (dialect) => this.#signOn(dialect), this.#place, signal)
    if (!said.ok) return said
    const { answered, spoken: heard } = said.value
    if (!answered.ok) return this.#failed(pending, answered.error)
    if (heard !== spoken.value) this.#learn(heard)
    const { answer } = answered.value
    const own = asksProfile ? answer.items.at(-1)?.content : undefined
    if (own?.kind === 'profile') this.knowledge.profile = own.profile
    return await this.#weigh(pending, asksProfile ? { ...answer, items: answer.items.slice(0, -1) } : answer, heard, signal)
  }

  /** What the profile says is wanted with every sign-on. */
  #askFirst(pending: Pending, { version }: Dialect): Step | null {
    const { rules } = this
    if (rules === null || !has(version, 'mfa') || this.#accessKey !== undefined) return null
    if (rules.credentialLabels.length > this.#credentials.length) {
      this.#pending = pending
      return { state: 'credentials', labels: rules.credentialLabels }
    }
    if (!rules.needsTokenFirst || this.#token !== undefined) return null
    this.#pending = pending
    return { state: 'token', label: rules.tokenLabel, url: rules.tokenUrl, message: '' }
  }

  /** No answer: for transfers nobody knows what happened, so they are neither failed nor sent anew. */
  #failed(pending: Pending, { error, mayHaveArrived }: WireFault): Result<Step, AppError> {
    const transfers = pending.items.filter(isTransfer).map((item) => ({ item, uid: item.uid ?? '' }))
    if (!mayHaveArrived || transfers.length === 0) return err(error)
    return ok({ state: 'uncertain', transfers, error, answer: null })
  }

  /** Goes by what the bank said to the sign-on. */
  async #weigh(pending: Pending, answer: Answer, spoken: Dialect, signal: AbortSignal | undefined): Outcome {
    const { signOn } = answer
    const status = signOn?.status
    this.#accessKey = signOn?.accessKey ?? this.#accessKey
    this.#sessionCookie = signOn?.sessionCookie ?? this.#sessionCookie
    if (signOn?.accountsUpdatedAt != null) this.knowledge.accountsUpdatedAt = signOn.accountsUpdatedAt
    switch (status?.code) {
      case '3000':
        return await this.#askQuestions(pending, spoken, signal)
      case '15000': case '15507':
        this.#pending = pending
        return ok({ state: 'new-password', rules: this.rules, message: status.message })
      case '15512': case '15513':
        this.#token = undefined
        this.#accessKey = undefined
        this.#pending = pending
        return ok({ state: 'token', label: this.rules?.tokenLabel ?? '', url: this.rules?.tokenUrl ?? '', message: status.message })
      case '2000': case '2021':
        // It may speak differently by now, or want the session that its profile begins (a cookie): met anew, once.
        if (!this.#hasProbed && (await this.probe(signal)).ok) return await this.#run(pending, signal)
        return this.#refused(answer)
      default:
        return status?.class === 'refusal' ? this.#refused(answer) : this.#finish(answer)
    }
  }

  /** Done, unless the bank says nothing to a transfer: then nobody knows. */
  #finish(answer: Answer): Result<Step, AppError> {
    const lost = answer.items.filter(({ item, status }) => isTransfer(item) && status === null)
    if (lost.length > 0) {
      return ok({ state: 'uncertain', transfers: lost.map(({ item, uid }) => ({ item, uid })), error: { kind: 'answer_unreadable' }, answer })
    }
    const said = [answer.signOn?.status ?? null, ...answer.items.map(({ status }) => status)]
    return ok({ state: 'done', answer, notices: said.flatMap((status) => status === null || status.class === 'success' ? [] : [status]) })
  }

  #refused({ signOn }: Answer): Result<Step, AppError> {
    if (signOn === null) return err({ kind: 'answer_unreadable' })
    const { status } = signOn
    if (refusesPassword(status)) {
      this.knowledge.passwordRefused = { code: status.code, message: status.message }
      this.#password = null
    }
    this.#accessKey = undefined
    this.#answers = []
    return err(refusalOf(status))
  }

  /** Fetches the questions; those that the program can answer itself never reach the person. */
  async #askQuestions(pending: Pending, spoken: Dialect, signal: AbortSignal | undefined): Outcome {
    const hasAnswered = this.#answers.length > 0
    this.#answers = []
    this.#accessKey = undefined
    const signOn = this.#signOn(spoken)
    if (!signOn.ok) return signOn
    const answered = await exchange({ signOn: signOn.value, items: [], asksChallenges: true }, spoken, this.#place, [], signal)
    if (!answered.ok) return err(answered.error.error)
    const { challenges, signOn: said } = answered.value.answer
    if (challenges === null || challenges.questions.length === 0) return said?.status.class === 'refusal' ? this.#refused(answered.value.answer) : err({ kind: 'answer_unreadable' })
    this.#accessKey = said?.accessKey ?? undefined
    this.#questions = challenges.questions
    this.#pending = pending
    const now = this.#environment.clock.now()
    const open = challenges.questions.filter((question) => ownAnswer(question, this.#app, now) === null)
    if (open.length > 0) return ok({ state: 'questions', questions: open })
    // With nothing left to ask, the program answers at once, and once only.
    if (hasAnswered) return err(refusalOf({ ...challenges.status, code: '3001' }))
    this.#answers = challenges.questions.flatMap((question) => ownAnswer(question, this.#app, now) ?? [])
    return await this.#run(pending, signal)
  }
}
