import type { Answer, Connection, ConnectionId, Protocol, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { secretMissing } from '#shared/login-secret.ts'
import type { BatchWish } from '#shared/ofx-batch.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { ProxyLookup } from '#main/platform/proxy.ts'
import type { Begun, ConnectionJobs, NewConnection, Origin } from '#main/worker/connection-jobs.ts'
import type { FintsBank } from '#main/connectors/fints/index.ts'
import type { OfxBank } from '#main/connectors/ofx/index.ts'
import { certificateAt, DIRECT_ACCESS, openAccess, sealAccess, triedAccess, triedProxy, type OpenAccess } from './access.ts'
import { BackgroundCategories } from './categories.ts'
import type { InquiryOrder } from './inquiry.ts'
import { Lanes } from './lanes.ts'
import type { Finished, RunOrder } from './order.ts'
import type { Greeting } from './ofx/greeting.ts'
import { Run, type RunParts } from './run.ts'
import type { BankSource } from './source.ts'

export interface ConnectionParts extends Omit<RunParts, 'lanes' | 'patienceMs'> {
  /** Null: connections of this kind cannot be refreshed. */
  readonly sources: Readonly<Record<Protocol, BankSource | null>>
  /** How long a question to a person stands; asked anew for each refresh. */
  readonly patienceMs?: (() => number) | undefined
  /** How long work on old rows lets the window go first; none where there is no window. */
  readonly restMs?: number | undefined
  readonly systemProxy: ProxyLookup | undefined
  /** Asks an OFX bank what it tells everybody. */
  readonly greet: (bank: OfxBank, access: OpenAccess, signal?: AbortSignal) => Promise<Result<Greeting, AppError>>
  /** The same of a FinTS bank. */
  readonly greetFints: (bank: FintsBank, access: OpenAccess, signal?: AbortSignal) => Promise<Result<Output<'banks.greeting'>, AppError>>
}

/** Requests as the contract has them, with the PIN wrapped at the door. */
export type ImportRequest = Omit<Parsed<'connections.import'>, 'pin'> & { readonly pin?: Secret | undefined }
export type UpdateRequest = Omit<Parsed<'connections.update'>, 'pin'> & { readonly pin?: Secret | undefined }
export interface BatchRequest { readonly id: ConnectionId; readonly pin?: Secret | undefined; readonly wishes: readonly BatchWish[] }
export interface InquiryRequest extends InquiryOrder { readonly id: ConnectionId; readonly pin?: Secret | undefined }
/** Null clears the stored PIN. */
export type EditRequest = Omit<Parsed<'connections.edit'>, 'pin'> & { readonly pin?: Secret | null | undefined }

export type Started = Output<'connections.import'>
type BeginWhat = ConnectionJobs['connections.begin']['input']['what']
type BatchLine = Output<'connections.updateAll'>[number]

/** Refreshes of "all" that run at once. */
const PARALLEL_MAX = 2
const PATIENCE_MS = 5 * 60_000
const ENDS_KEPT = 200

/** The eight operations on bank connections, what can be looked up with them, and the refreshes under way. */
export class Connections {
  readonly #parts: ConnectionParts
  readonly #runs = new Map<RefreshId, Run>()
  /** Of the latest refreshes, also those that have ended: whoever started one may ask a moment too late. */
  readonly #ends = new Map<RefreshId, Promise<Finished>>()
  #isClosing = false
  readonly #lanes = new Lanes(PARALLEL_MAX)
  readonly #categories: BackgroundCategories

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#categories = new BackgroundCategories(parts.ledger, { timer: parts.timer, restMs: parts.restMs ?? 0 })
  }

  /** Once the ledger is open and before anybody asks: resets what a crash left busy, and goes on with categories that are due. */
  async opened(): Promise<void> {
    const { ledger } = this.#parts
    this.#isClosing = false
    this.#categories.resume()
    await ledger.job('connections.reset', null)
    const found = await ledger.call('connections.list', undefined)
    if (!found.ok) return
    for (const { id, categorizationStatus } of found.value) if (categorizationStatus !== 'READY') this.#categories.add(id)
  }

  /** A new day: contracts are told as of it, and their reminders may be due. */
  followDay(): void {
    this.#categories.follow()
  }

  /** Before the ledger closes: refreshes are called off and end in it, nothing is half stored. */
  async closing(): Promise<void> {
    this.#isClosing = true
    const runs = [...this.#runs.values()]
    for (const run of runs) run.cancel()
    await Promise.all(runs.map(({ finished }) => finished))
    await this.#categories.stop()
  }

  /** Settles when no refresh runs and all categories are done. */
  async idle(): Promise<void> {
    await Promise.all([...this.#runs.values()].map(({ finished }) => finished))
    await this.#categories.idle()
  }

  /** Answers as soon as the ledger knows of it; the refresh tells the rest. */
  async import(request: ImportRequest, origin: Origin = 'manual'): Promise<Result<Started, AppError>> {
    const { bank, pin = null, storePin } = request
    const source = this.#parts.sources[bank.protocol]
    if (source === null) return err({ kind: 'unsupported', what: 'operation' })
    if (storePin && this.#parts.vault() === null) return err({ kind: 'no_secret_store' })
    if (source.needsPin && pin === null) return err(secretMissing(bank))
    const access = request.access === undefined ? ok(undefined) : sealAccess(request.access, this.#parts.vault())
    if (!access.ok) return access
    const order = { kind: 'import', origin, source, pin, storePin: storePin || undefined, importNewAccounts: true, skipPositions: request.skipPositions, chooseAccounts: request.chooseAccounts, isBatch: false } as const
    return await this.#begin(order, { kind: 'import', connection: { ...newConnection(request), access: access.value } })
  }

  async update(request: UpdateRequest, origin: Origin = 'manual'): Promise<Result<Started, AppError>> {
    const connection = await this.#find(request.id)
    if (!connection.ok) return connection
    // Whatever runs unattended stops until a person has set things right; a login is not risked twice.
    if (origin === 'auto' && connection.value.userActionRequired) return err({ kind: 'user_action_required' })
    const { pin = null, storePin, importNewAccounts, skipPositions } = request
    const source = this.#parts.sources[connection.value.bank.protocol]
    if (source === null) return err({ kind: 'unsupported', what: 'operation' })
    if (skipPositions === true && connection.value.positions === 'fetched' && connection.value.bank.protocol !== 'demo') return err({ kind: 'exists', what: 'positions' })
    if (storePin === true && this.#parts.vault() === null) return err({ kind: 'no_secret_store' })
    if (source.needsPin && pin === null && !connection.value.pinStored) return err(secretMissing(connection.value.bank))
    return await this.#begin({ kind: 'update', origin, source, pin, storePin, importNewAccounts, skipPositions, chooseAccounts: false, isBatch: origin === 'auto' }, { kind: 'update', id: request.id })
  }

  /** Looks something up at the bank for the person who waits for it; `finished` brings it, and the ledger keeps none of it. */
  async inquire({ id, pin, ...look }: InquiryRequest): Promise<Result<Started, AppError>> {
    return await this.#errand(id, pin ?? null, { look })
  }

  /** Sends a person's own batch to an OFX bank; `finished` brings the answers, and the ledger keeps none of them. */
  async batch({ id, pin, wishes }: BatchRequest): Promise<Result<Started, AppError>> {
    return await this.#errand(id, pin ?? null, { wishes })
  }

  async #errand(id: ConnectionId, pin: Secret | null, what: Pick<RunOrder, 'look' | 'wishes'>): Promise<Result<Started, AppError>> {
    const connection = await this.#find(id)
    if (!connection.ok) return connection
    const source = this.#parts.sources[connection.value.bank.protocol]
    if (source === null) return err({ kind: 'unsupported', what: 'operation' })
    if (source.needsPin && pin === null && !connection.value.pinStored) return err(secretMissing(connection.value.bank))
    const order: RunOrder = { kind: 'update', origin: 'manual', source, pin, storePin: undefined, importNewAccounts: false, skipPositions: undefined, chooseAccounts: false, isBatch: false, ...what }
    return await this.#begin(order, { kind: 'update', id })
  }

  /**
   * Every connection that has a bank to ask. One that fails or is left out stops no other. `pinOf`: PINs that were given for it.
   * All are begun at once: one after the other, each would wait in the ledger's line behind what those before it store.
   */
  async updateAll(origin: Origin = 'manual', pinOf: (id: ConnectionId) => Secret | null = () => null): Promise<Result<BatchLine[], AppError>> {
    const found = await this.#parts.ledger.call('connections.list', undefined)
    if (!found.ok) return found
    const begun = await Promise.all(found.value.flatMap((connection) => {
      const source = this.#parts.sources[connection.bank.protocol]
      return source === null ? [] : [this.#updateOneOfAll(connection, source, origin, pinOf(connection.id))]
    }))
    const lines: BatchLine[] = []
    for (const line of begun) {
      if (!line.ok) return line
      lines.push(line.value)
    }
    return ok(lines)
  }

  /** Left out: kept. A PIN is sealed here; the ledger sees no other. */
  async edit({ pin, access: wanted, ...rest }: EditRequest): Promise<Result<Connection, AppError>> {
    const vault = this.#parts.vault()
    const access = wanted === undefined ? ok(undefined) : sealAccess(wanted, vault)
    if (!access.ok) return access
    const change = { ...rest, access: access.value }
    if (pin === undefined || pin === null) return await this.#parts.ledger.job('connections.edit', { ...change, sealedPin: pin })
    if (vault === null) return err({ kind: 'no_secret_store' })
    const connection = await this.#find(change.id)
    if (!connection.ok) return connection
    const { bank } = connection.value
    const sealedPin = vault.seal(pin, { connectionId: change.id, protocol: bank.protocol, bankCode: bank.bankCode })
    return await this.#parts.ledger.job('connections.edit', { ...change, sealedPin })
  }

  /** The certificate of a bank's server, reached as its messages are, for a person to decide about it. */
  async certificate({ url, id, proxy }: Parsed<'banks.certificate'>): Promise<Result<Output<'banks.certificate'>, AppError>> {
    const known = id === undefined ? null : await this.#parts.ledger.job('connections.access', { id })
    if (known?.ok === false) return known
    const access = known === null ? DIRECT_ACCESS : openAccess(known.value, this.#parts.vault())
    return ok(await certificateAt(url, proxy === undefined ? access.proxy : triedProxy(proxy, access), this.#parts.systemProxy))
  }

  /** What an OFX bank says of itself before anybody logs in. */
  async profile({ access, ...bank }: Parsed<'banks.profile'>, signal?: AbortSignal): Promise<Result<Greeting, AppError>> {
    const tried = triedAccess(access)
    return tried.ok ? await this.#parts.greet(bank, tried.value, signal) : tried
  }

  /** The same of a FinTS bank: what it calls the fields of its login. */
  async greeting({ access, ...bank }: Parsed<'banks.greeting'>, signal?: AbortSignal): Promise<Result<Output<'banks.greeting'>, AppError>> {
    const tried = triedAccess(access)
    return tried.ok ? await this.#parts.greetFints(bank, tried.value, signal) : tried
  }

  /** Settles when no categories are due, whatever refreshes run. */
  async categorised(): Promise<void> {
    await this.#categories.idle()
  }

  list(signal?: AbortSignal): Promise<Result<Connection[], AppError>> {
    return this.#parts.ledger.call('connections.list', undefined, signal)
  }

  get(ids: readonly ConnectionId[], signal?: AbortSignal): Promise<Result<Connection[], AppError>> {
    return this.#parts.ledger.call('connections.get', { ids: [...ids] }, signal)
  }

  delete(request: Parsed<'connections.delete'>): Promise<Result<Output<'connections.delete'>, AppError>> {
    return this.#parts.ledger.job('connections.delete', request)
  }

  deleteAll(request: Parsed<'connections.deleteAll'>): Promise<Result<Output<'connections.deleteAll'>, AppError>> {
    return this.#parts.ledger.job('connections.deleteAll', request)
  }

  deleteAccount(request: Parsed<'accounts.delete'>): Promise<Result<Output<'accounts.delete'>, AppError>> {
    return this.#parts.ledger.job('accounts.delete', request)
  }

  /** The history, with those that run as they stand now. */
  async refreshes(request: Parsed<'refreshes.list'>, signal?: AbortSignal): Promise<Result<Refresh[], AppError>> {
    const found = await this.#parts.ledger.call('refreshes.list', request, signal)
    return found.ok ? ok(found.value.map((refresh) => this.#runs.get(refresh.id)?.refresh ?? refresh)) : found
  }

  answer(id: RefreshId, questionId: string, answer: Answer): Result<null, AppError> {
    return this.#runs.get(id)?.answer(questionId, answer) ?? err({ kind: 'not_found', what: 'refresh' })
  }

  cancel(id: RefreshId): Result<null, AppError> {
    const run = this.#runs.get(id)
    run?.cancel()
    return run === undefined ? err({ kind: 'not_found', what: 'refresh' }) : ok(null)
  }

  /** The end of a refresh that runs or has just ended; undefined where none of this id did lately. */
  finished(id: RefreshId): Promise<Finished> | undefined {
    return this.#ends.get(id)
  }

  async #updateOneOfAll(connection: Connection, source: BankSource, origin: Origin, pin: Secret | null): Promise<Result<BatchLine, AppError>> {
    const skipped = (reason: BatchLine['skipped']): Result<BatchLine, AppError> => ok({ connectionId: connection.id, refreshId: null, skipped: reason })
    if (connection.updateStatus !== 'READY' || connection.categorizationStatus !== 'READY') return skipped('busy')
    if (connection.userActionRequired) return skipped('user_action_required')
    if (source.needsPin && pin === null && !connection.pinStored) return skipped('pin_required')
    const order = { kind: 'update', origin, source, pin, storePin: undefined, importNewAccounts: false, skipPositions: undefined, chooseAccounts: false, isBatch: true } as const
    const started = await this.#begin(order, { kind: 'update', id: connection.id })
    if (started.ok) return ok({ connectionId: connection.id, refreshId: started.value.refreshId, skipped: null })
    return started.error.kind === 'connection_busy' || started.error.kind === 'not_found' ? skipped('busy') : started
  }

  async #begin(order: RunOrder, what: BeginWhat): Promise<Result<Started, AppError>> {
    if (this.#isClosing) return err({ kind: 'locked' })
    const begun = await this.#parts.ledger.job('connections.begin', { origin: order.origin, what })
    if (!begun.ok) return begun
    this.#follow(order, begun.value)
    return ok({ connectionId: begun.value.connection.id, refreshId: begun.value.refreshId })
  }

  #follow(order: RunOrder, begun: Begun): void {
    const run = new Run({ ...this.#parts, lanes: this.#lanes, patienceMs: this.#parts.patienceMs?.() ?? PATIENCE_MS }, order, begun)
    if (this.#isClosing) run.cancel()
    this.#runs.set(begun.refreshId, run)
    this.#ends.set(begun.refreshId, run.finished)
    void run.finished.then(({ refresh }) => {
      this.#runs.delete(begun.refreshId)
      const oldest = [...this.#ends.keys()].find((id) => !this.#runs.has(id))
      if (this.#ends.size - this.#runs.size > ENDS_KEPT && oldest !== undefined) this.#ends.delete(oldest)
      if (refresh.status === 'FINISHED' && order.look === undefined && order.wishes === undefined) this.#categories.add(begun.connection.id)
    })
  }

  async #find(id: ConnectionId): Promise<Result<Connection, AppError>> {
    const found = await this.get([id])
    if (!found.ok) return found
    const [connection] = found.value
    return connection === undefined ? err({ kind: 'not_found', what: 'connection' }) : ok(connection)
  }
}

function newConnection({ bank, userId, customerId = '', name = '', maxDays, accountTypes, skipPositions }: ImportRequest): NewConnection {
  return { bank, userId, customerId, name: name === '' ? bank.name.slice(0, 64) : name, maxDays, accountTypes: accountTypes ?? null, skipPositions }
}
