import type { Answer, Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { secretMissing } from '#shared/login-secret.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { Random } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { PinOwner, Vault } from '#main/secrets/vault.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Applied, Begun, FetchedAccount } from '#main/worker/connection-jobs.ts'
import { openAccess } from './access.ts'
import { doErrand, isErrand, type Brought } from './errand.ts'
import type { Lanes, Ticket } from './lanes.ts'
import { afterLogin, afterRefusal, asksEachTime, consentUntil, packMemory, sealName, unpackMemory, type Memory } from './memory.ts'
import type { Finished, RunOrder } from './order.ts'
import { QuestionDesk } from './questions.ts'
import { firstDayFor, isFirstTime } from './range.ts'
import { maySkipPositions, ownName, takenAccounts, toChoice, type Taken } from './selection.ts'
import type { Ask } from './ask.ts'
import type { FetchOrder, Visit, Visitor, Welcome } from './source.ts'
import { endsRefresh, verdictOf } from './verdict.ts'
import { wireTeller } from './wire.ts'

/** What every refresh of this process shares. */
export interface RunParts {
  readonly ledger: LedgerClient
  readonly vault: () => Vault | null
  readonly clock: Clock
  readonly timer: Timer
  readonly random: Random
  readonly reportBug: ReportBug
  readonly lanes: Lanes
  /** So long a question to a person stands. */
  readonly patienceMs: number
  readonly publish: (refresh: Refresh) => void
}

interface Entered { readonly visit: Visit; readonly welcome: Welcome; readonly pin: Visitor['pin'] }

/** One refresh from its beginning in the ledger to its end there. Everything is fetched first and stored in one go. */
export class Run {
  /** Settles when the ledger knows the end; never rejects. */
  readonly finished: Promise<Finished>
  readonly #parts: RunParts
  readonly #order: RunOrder
  readonly #begun: Begun
  readonly #desk: QuestionDesk
  readonly #ticket: Ticket
  readonly #controller = new AbortController()
  readonly #brought: Brought = { findings: [], batch: undefined }
  #view: Refresh
  #memory: Memory
  #visit: Visit | null = null
  #wasApproved = false
  #hasEntered = false
  #isInLane = false
  /** A person's own word about it, where the accounts were chosen. */
  #skipPositions: boolean | undefined

  constructor(parts: RunParts, order: RunOrder, begun: Begun) {
    this.#parts = parts
    this.#order = order
    this.#begun = begun
    this.#memory = unpackMemory(begun.state)
    const { connection } = begun
    this.#ticket = { login: JSON.stringify([connection.bank.protocol, connection.bank.bankCode ?? connection.bank.url, connection.userId]), isCounted: order.isBatch }
    this.#view = {
      id: begun.refreshId, connectionId: connection.id, connectionName: connection.name, bankName: connection.bank.name,
      kind: order.kind, origin: order.origin, status: 'PROCESSING', step: 'connect', isQueued: !parts.lanes.isOpen(this.#ticket), done: 0, total: 0,
      question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: parts.clock.now(), endedAt: null,
    }
    this.#desk = new QuestionDesk({ ...parts, onChange: (question) => { this.#show({ question }) } })
    parts.publish(this.#view)
    this.finished = this.#run()
  }

  get refresh(): Refresh {
    return this.#view
  }

  answer(questionId: string, answer: Answer): Result<null, AppError> {
    return this.#desk.answer(questionId, answer)
  }

  /** What is being stored is stored; until then nothing remains of the refresh but its line in the history. */
  cancel(): void {
    this.#controller.abort()
  }

  #show(change: Partial<Refresh>): void {
    this.#view = { ...this.#view, ...change }
    this.#parts.publish(this.#view)
  }

  async #run(): Promise<Finished> {
    const finished = isErrand(this.#order) ? await this.#remember(await this.#visited(() => this.#go())) : await this.#end(await this.#visited(() => this.#fetch()))
    this.#view = finished.refresh
    this.#parts.publish(this.#view)
    return finished
  }

  async #visited<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    const done = await this.#safely(work)
    await this.#safely(async () => {
      await this.#visit?.leave()
      return ok(null)
    })
    if (this.#hasEntered) this.#parts.lanes.leave(this.#ticket, this.#isInLane)
    return done
  }

  async #end(fetched: Result<Applied, AppError>): Promise<Finished> {
    const stored = fetched.ok ? await this.#store(fetched.value) : fetched
    return stored.ok ? stored.value : await this.#fail(stored.error)
  }

  /** Whatever a bug of ours throws becomes the refresh's own failure. */
  async #safely<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    try {
      return await work()
    } catch (cause) {
      if (this.#controller.signal.aborted) return err({ kind: 'cancelled' })
      return err({ kind: 'bug', incidentId: this.#parts.reportBug('sync.run', cause) })
    }
  }

  async #fetch(): Promise<Result<Applied, AppError>> {
    const entered = await this.#enter()
    if (!entered.ok) return entered
    const { visit, welcome, pin } = entered.value
    const taken = await this.#choose(welcome)
    if (!taken.ok) return taken
    const fetched = await this.#fetchAll(visit, taken.value)
    return fetched.ok ? ok(this.#applied(visit, welcome, fetched.value, pin)) : fetched
  }

  async #go(): Promise<Result<unknown, AppError>> {
    const entered = await this.#enter()
    if (!entered.ok) return entered
    this.#memory = { ...this.#memory, refusedSeal: null }
    this.#show({ step: 'fetch' })
    return await doErrand(this.#order, entered.value, this.#brought)
  }

  /** As far as the bank lets us in, with a person's help where it asks for it. */
  async #enter(): Promise<Result<Entered, AppError>> {
    const { signal } = this.#controller
    this.#hasEntered = await this.#parts.lanes.enter(this.#ticket, signal)
    this.#isInLane = this.#hasEntered
    if (!this.#hasEntered) return err({ kind: 'cancelled' })
    if (this.#view.isQueued) this.#show({ isQueued: false })
    const pin = this.#pin()
    const { connection } = this.#begun
    if (this.#order.source.needsPin && pin === null) return err(secretMissing(connection.bank))
    const access = openAccess(this.#begun, this.#parts.vault())
    const visit = this.#order.source.visit({ connection, state: this.#memory.connector, pin, isAttended: this.#order.origin === 'manual', access, onWire: wireTeller((wire) => { this.#show({ wire }) }), ask: this.#ask, signal })
    if (!visit.ok) return visit
    this.#visit = visit.value
    const welcome = await visit.value.login()
    if (!welcome.ok) return welcome
    this.#memory = afterLogin(this.#memory, this.#wasApproved, this.#parts.clock.today())
    this.#show({ step: 'accounts' })
    return ok({ visit: visit.value, welcome: welcome.value, pin })
  }

  /** The one that was given wins; a stored one counts as typed if it is another than the bank refused. */
  #pin(): Visitor['pin'] {
    const { pin } = this.#order
    if (pin !== null) return { secret: pin, isTyped: true }
    const { sealedPin } = this.#begun
    const secret = sealedPin === null ? null : this.#parts.vault()?.open(sealedPin, this.#owner) ?? null
    if (secret === null || sealedPin === null) return null
    return { secret, isTyped: this.#memory.refusedSeal !== null && this.#memory.refusedSeal !== sealName(sealedPin) }
  }

  get #owner(): PinOwner {
    const { id, bank } = this.#begun.connection
    return { connectionId: id, protocol: bank.protocol, bankCode: bank.bankCode }
  }

  /** Nobody is asked unattended. Whoever waits for a person lets others use the lane. */
  readonly #ask: Ask = async (draft, withdrawn) => {
    if (this.#order.origin === 'auto') return err({ kind: 'user_action_required' })
    const isApproval = draft.kind === 'tan' || draft.kind === 'approval'
    this.#wasApproved ||= draft.kind === 'challenge' || (isApproval && draft.purpose === 'login')
    const { signal } = this.#controller
    const { lanes } = this.#parts
    lanes.stepAside(this.#ticket)
    this.#isInLane = false
    const answer = await this.#desk.ask(draft, withdrawn === undefined ? signal : AbortSignal.any([signal, withdrawn]))
    this.#isInLane = await lanes.comeBack(this.#ticket, signal)
    return this.#isInLane ? answer : err({ kind: 'cancelled' })
  }

  async #choose({ accounts, daysMax }: Welcome): Promise<Result<Taken, AppError>> {
    const { kind, chooseAccounts, importNewAccounts } = this.#order
    const taken = takenAccounts(this.#begun, accounts, { kind, importNewAccounts })
    if (!taken.ok || !chooseAccounts || kind === 'update') return taken
    const holdsSecurities = maySkipPositions(this.#begun) && taken.value.accounts.some(({ type }) => type === 'investment')
    const answer = await this.#ask({ kind: 'accounts', accounts: taken.value.accounts.map(toChoice), daysMax, ...(holdsSecurities ? { skipsPositions: this.#begun.settings.skipPositions } : {}) })
    if (!answer.ok) return answer
    if (answer.value.kind !== 'accounts') return err({ kind: 'invalid_input', path: 'answer.kind' })
    const { keys, days, skipPositions } = answer.value
    if (holdsSecurities) this.#skipPositions = skipPositions
    return ok({ accounts: taken.value.accounts.filter(({ key }) => keys.includes(key)), days })
  }

  async #fetchAll(visit: Visit, { accounts, days }: Taken): Promise<Result<FetchedAccount[], AppError>> {
    const today = this.#parts.clock.today()
    const known = (key: string) => this.#begun.accounts.find((account) => account.key === key)
    const skipPositions = maySkipPositions(this.#begun) && (this.#skipPositions ?? this.#order.skipPositions ?? this.#begun.settings.skipPositions)
    const fetched: FetchedAccount[] = []
    this.#show({ step: 'fetch', total: accounts.length, accounts: accounts.map(({ key, name }) => ({ key, accountId: known(key)?.accountId ?? null, name, status: 'DOWNLOAD_IN_PROGRESS', error: null, added: 0 })) })
    const orders = accounts.map(({ key }): FetchOrder => ({ key, from: firstDayFor(known(key), days, today), isFirst: isFirstTime(known(key)), skipPositions }))
    visit.announce?.(orders)
    for (const order of orders) {
      const { key, from } = order
      if (this.#controller.signal.aborted) return err({ kind: 'cancelled' })
      const delivery = await visit.fetch(order)
      if (!delivery.ok && endsRefresh(delivery.error)) return delivery
      const one = delivery.ok ? delivery.value : { documents: [], statements: [], balances: [], from, error: delivery.error }
      fetched.push({ ...one, key, to: today })
      this.#noteFetched(key, one.error)
    }
    const [first] = fetched
    return first?.error != null && fetched.every(({ error }) => error !== null) ? err(first.error) : ok(fetched)
  }

  #noteFetched(key: string, error: AppError | null): void {
    const accounts = this.#view.accounts.map((account) => (account.key === key && error !== null ? { ...account, status: 'DOWNLOAD_FAILED' as const, error } : account))
    this.#show({ done: this.#view.done + 1, accounts })
  }

  #applied(visit: Visit, { accounts, tanMethods, tanMethod, bankName, loginLabels }: Welcome, fetched: readonly FetchedAccount[], pin: Visitor['pin']): Applied {
    const { refreshId, connection } = this.#begun
    const wanted = [connection.defaultTanMethod, tanMethod].find((id) => tanMethods.some((method) => method.id === id)) ?? null
    this.#memory = { ...this.#memory, refusedSeal: null, connector: visit.learned(true) }
    return {
      refreshId, connectionId: connection.id, origin: this.#order.origin,
      offered: accounts, fetched, state: packMemory(this.#memory), sealedPin: this.#sealed(visit, pin),
      tanMethods, defaultTanMethod: wanted, consentUntil: connection.bank.protocol === 'ofx' ? null : consentUntil(this.#memory, this.#parts.clock.today()),
      asksEachTime: this.#order.source.asksEachTime?.(connection) === true || asksEachTime(this.#memory), notices: visit.notices(), bankName: ownName(connection.bank, bankName),
      skipPositions: this.#skipPositions, loginLabels,
    }
  }

  /** Only a PIN that the bank has just accepted is stored. A new one takes the place of a stored one, which may be outdated. */
  #sealed(visit: Visit, pin: Visitor['pin']): Uint8Array | null | undefined {
    const { storePin } = this.#order
    if (storePin === false) return this.#begun.connection.pinStored ? null : undefined
    const changed = visit.newPin?.() ?? null
    const isNew = (changed !== null || this.#order.pin !== null) && (storePin === true || this.#begun.connection.pinStored)
    const secret = changed ?? pin?.secret ?? null
    const vault = this.#parts.vault()
    return isNew && secret !== null && vault !== null ? vault.seal(secret, this.#owner) : undefined
  }

  /** A password that was changed at the bank is kept although the refresh failed: the one before it is worth nothing now. */
  #resealed(): Uint8Array | undefined {
    const changed = this.#visit?.newPin?.() ?? null
    return changed !== null && this.#begun.connection.pinStored ? this.#parts.vault()?.seal(changed, this.#owner) : undefined
  }

  async #store(applied: Applied): Promise<Result<Finished, AppError>> {
    if (this.#controller.signal.aborted) return err({ kind: 'cancelled' })
    this.#show({ step: 'store', question: null, wire: null })
    return await this.#parts.ledger.job('connections.apply', applied)
  }

  async #fail(error: AppError): Promise<Finished> {
    const { status, ...verdict } = verdictOf(error)
    const { refreshId, connection } = this.#begun
    const failed = await this.#parts.ledger.job('connections.fail', {
      refreshId, connectionId: connection.id, origin: this.#order.origin, status, step: this.#view.step,
      result: { ...verdict, error }, state: this.#learned(), sealedPin: this.#resealed(), notices: this.#visit?.notices() ?? [],
    })
    if (failed.ok) return { refresh: failed.value.refresh, receipts: [] }
    // The ledger is gone: what is busy there is reset when it opens again.
    return { refresh: { ...this.#view, status, error, question: null, wire: null, endedAt: this.#parts.clock.now() }, receipts: [] }
  }

  /** An inquiry ends without a trace in the ledger but what the connector learned. */
  async #remember(asked: Result<unknown, AppError>): Promise<Finished> {
    const { refreshId, connection } = this.#begun
    const kept = await this.#parts.ledger.job('connections.remember', { refreshId, connectionId: connection.id, state: this.#learned(), sealedPin: this.#resealed() })
    const error = asked.ok ? (kept.ok ? null : kept.error) : asked.error
    const refresh: Refresh = { ...this.#view, status: error === null ? 'FINISHED' : verdictOf(error).status, error, question: null, wire: null, notices: this.#visit?.notices() ?? [], endedAt: this.#parts.clock.now() }
    return { refresh, receipts: [], ...this.#brought }
  }

  /** A failure teaches too: a new system id, or that a PIN was refused. */
  #learned(): Uint8Array | undefined {
    const visit = this.#visit
    if (visit === null) return undefined
    const refusedSeal = visit.hasRefusedPin() ? afterRefusal(this.#begun.sealedPin) : this.#memory.refusedSeal
    return packMemory({ ...this.#memory, refusedSeal, connector: visit.learned(false) })
  }
}
