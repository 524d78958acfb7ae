import type { Refresh } from '#shared/connections.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { StatementBalance } from '#shared/statement.ts'
import { deconstruct, statementDays, type AccountInfo, type FintsBank, type FintsClient, type FintsLogin, type Job, type JobKind, type JobResult } from '#main/connectors/fints/index.ts'
import type { NamedBytes } from '#main/worker/named-bytes.ts'
import { endsRefresh } from '../verdict.ts'
import type { Ask } from '../ask.ts'
import type { Finding } from '../finding.ts'
import type { Delivery, FetchOrder, Visit, Welcome } from '../source.ts'
import { accountKey, accountType, offeredAccount } from './accounts.ts'
import { cardStatement } from './card-statement.ts'
import { converse, tanMethods } from './dialogue.ts'
import { inquireFints } from './inquiry.ts'

export interface FintsVisitParts {
  readonly client: FintsClient
  readonly owner: { readonly bank: FintsBank; readonly login: FintsLogin }
  readonly ask: Ask
  readonly signal: AbortSignal
  readonly today: LocalDate
}

/** A polite goodbye must not hold up a lock or the end of the app. */
const LEAVE_MAX_MS = 3_000
/** Messages of the bank to the person (HIKIM) have no code of their own. */
const MESSAGE_CODE = 'HIKIM'
const NOTICES_MAX = 50

type Fetched = Result<Delivery, AppError>
type Answered<K extends JobKind> = Result<Extract<JobResult, { readonly kind: K }>, AppError>

/** One standing dialog: a single login, and in it everything that is fetched. */
export class FintsVisit implements Visit {
  readonly #parts: FintsVisitParts
  readonly #notices: Refresh['notices'] = []
  #accounts: ReadonlyMap<string, AccountInfo> = new Map()

  constructor(parts: FintsVisitParts) {
    this.#parts = parts
    parts.client.keepOpen()
  }

  async login(): Promise<Result<Welcome, AppError>> {
    const { client } = this.#parts
    const done = await this.#run({ kind: 'login' })
    if (!done.ok) return done
    const { accounts, methods, method } = done.value
    // The first of two entries of the same account is the one with its product and orders.
    this.#accounts = new Map([...accounts].reverse().map((account) => [accountKey(account), account]))
    const { bank } = client.knowledge
    const days = bank === null ? [] : Object.values(statementDays(bank)).filter((count) => count !== null && count > 0)
    return ok({
      accounts: [...new Set(accounts.map(accountKey))].flatMap((key) => this.#accounts.get(key) ?? []).map(offeredAccount),
      tanMethods: tanMethods(methods),
      tanMethod: method?.function ?? null,
      bankName: bank?.name,
      loginLabels: bank?.loginLabels,
      daysMax: days.length === 0 ? null : Math.max(...days.map(Number)),
    })
  }

  async fetch({ key, from, skipPositions }: FetchOrder): Promise<Fetched> {
    const account = this.#accounts.get(key)
    if (account === undefined) return err({ kind: 'not_found', what: 'account' })
    const entries = await this.#entries(account, from, skipPositions)
    if (!entries.ok && endsRefresh(entries.error)) return entries
    const balances = await this.#balances(account)
    if (!balances.ok && endsRefresh(balances.error)) return balances
    const delivered = entries.ok ? entries.value : { ...NOTHING, error: entries.error, from }
    // Entries without the bank's word on the balance are still worth having: statements bring balances of their own.
    const isEmpty = delivered.documents.length === 0 && delivered.statements.length === 0
    const error = delivered.error ?? (isEmpty && !balances.ok ? balances.error : null)
    return ok({ ...delivered, balances: [...delivered.balances, ...(balances.ok ? balances.value : [])], error })
  }

  async inquire(inquiry: Inquiry, key: string): Promise<Pick<Finding, 'found' | 'error'> | null> {
    const account = this.#accounts.get(key)
    if (account === undefined) return null
    return await inquireFints({ client: this.#parts.client, run: (job) => this.#run(job), note: (notice) => this.#notices.push(notice) }, inquiry, account)
  }

  learned(): Uint8Array | null {
    const { client, owner } = this.#parts
    return deconstruct(client.knowledge, owner, { includePrivate: true })
  }

  hasRefusedPin(): boolean {
    return this.#parts.client.knowledge.pinRefused !== null
  }

  notices(): Refresh['notices'] {
    return this.#notices.slice(0, NOTICES_MAX)
  }

  async leave(): Promise<void> {
    await this.#parts.client.close(AbortSignal.timeout(LEAVE_MAX_MS))
  }

  async #entries(account: AccountInfo, from: LocalDate | null, skipPositions: boolean): Promise<Fetched> {
    const { client } = this.#parts
    const range = { account, ...(from === null ? {} : { from }) }
    if (accountType(account) === 'investment' && client.offers({ kind: 'holdings', account })) return skipPositions ? ok(NOTHING) : await this.#holdings(account)
    if (accountType(account) === 'credit' && client.offers({ kind: 'card-entries', ...range })) return await this.#card(account, range)
    if (!client.offers({ kind: 'statements', ...range })) return ok(NOTHING)
    const done = await this.#run({ kind: 'statements', ...range })
    if (!done.ok) return done
    const { booked, pending, from: first, format } = done.value.statements
    const ending = format === 'mt940' ? 'sta' : 'xml'
    const documents = [...booked.map(named('booked', ending)), ...pending.map(named('pending', ending))]
    return ok({ ...NOTHING, documents, from: first })
  }

  async #holdings(account: AccountInfo): Promise<Fetched> {
    const done = await this.#run({ kind: 'holdings', account })
    if (!done.ok) return done
    const { mt535 } = done.value.holdings
    return ok({ ...NOTHING, documents: mt535.length === 0 ? [] : [{ name: 'holdings.mt535', bytes: mt535 }] })
  }

  async #card(account: AccountInfo, range: { readonly account: AccountInfo; readonly from?: LocalDate }): Promise<Fetched> {
    const done = await this.#run({ kind: 'card-entries', ...range })
    if (!done.ok) return done
    const { card } = done.value
    const balance: StatementBalance[] = card.balance === null ? [] : [{ kind: 'booked', name: 'DIKKU', amount: card.balance.amount, asOf: card.balance.asOf ?? this.#parts.today }]
    return ok({ ...NOTHING, statements: [cardStatement(card, account, this.#parts.today)], balances: balance, from: range.from ?? null })
  }

  async #balances(account: AccountInfo): Promise<Result<StatementBalance[], AppError>> {
    if (!this.#parts.client.offers({ kind: 'balance', account })) return ok([])
    const done = await this.#run({ kind: 'balance', account })
    if (!done.ok) return done
    const { balance } = done.value
    if (balance === null) return ok([])
    const asOf = balance.bookedOn ?? this.#parts.today
    const available: StatementBalance[] = balance.available === null ? [] : [{ kind: 'available', name: 'HISAL', amount: balance.available, asOf }]
    return ok([{ kind: 'booked', name: 'HISAL', amount: balance.booked, asOf }, ...available])
  }

  async #run<K extends JobKind>(job: Extract<Job, { readonly kind: K }>): Promise<Answered<K>> {
    const { client, ask, signal } = this.#parts
    const done = await converse(client, client.start(job, signal), ask, signal)
    if (!done.ok) return done
    const { result, notices, messages } = done.value
    this.#notices.push(...notices.map(({ code, text }) => ({ code, text })), ...messages.map(({ subject, text }) => ({ code: MESSAGE_CODE, text: `${subject}: ${text}` })))
    // A job's result bears the job's own kind.
    return ok(result as Extract<JobResult, { readonly kind: K }>)
  }
}

const NOTHING: Delivery = { documents: [], statements: [], balances: [], from: null, error: null }

const named = (part: string, ending: string) => (bytes: Uint8Array, index: number): NamedBytes => ({ name: `${part}-${index + 1}.${ending}`, bytes })
