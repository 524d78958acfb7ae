import type { Refresh } from '#shared/connections.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { BatchWish } from '#shared/ofx-batch.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { Statement } from '#shared/statement.ts'
import { accountKey, refusalOf, statementItem, type Answer, type ItemAnswer, type ListedAccount, type OfxAccount, type OfxClient, type OfxStatus } from '#main/connectors/ofx/index.ts'
import { AnswerStatements } from '#main/importers/ofx/answer.ts'
import { OVERLAP_DAYS } from '../range.ts'
import type { Ask } from '../ask.ts'
import type { Delivery, FetchOrder, Visit, Welcome } from '../source.ts'
import { endsRefresh } from '../verdict.ts'
import { offeredAccount } from './accounts.ts'
import { batchItems, clarified, type BatchAnswer } from './batch.ts'
import { converse, type Done, type Settled } from './dialogue.ts'
import { packOfxMemory, startOf, type Reached } from './memory.ts'
import { finderIn, itemsFor } from './wishes.ts'

export interface OfxVisitParts {
  readonly client: OfxClient
  readonly ask: Ask
  readonly signal: AbortSignal
  /** Numbers for what is sent. */
  readonly uuid: () => string
  /** How far each account was known before, by its key. */
  readonly reached: ReadonlyMap<string, Reached>
}

const NOTICES_MAX = 50
/** Statements in one batch: servers have limits that nobody tells. */
const BATCH_MAX = 50

/** One session with an OFX bank: the list of accounts under the first sign-on, then their statements in one batch. */
export class OfxVisit implements Visit {
  readonly #parts: OfxVisitParts
  readonly #notices: Refresh['notices'] = []
  readonly #reached: Map<string, Reached>
  #accounts: ReadonlyMap<string, OfxAccount> = new Map()
  /** The list of accounts states the terms of loans, their statements do not. */
  readonly #loanTerms: ConstructorParameters<typeof AnswerStatements>[0] = new Map()
  #newPin: Secret | null = null
  #announced: readonly FetchOrder[] = []
  #fetched = new Map<string, Result<Delivery, AppError>>()
  #silence: AppError = UNANSWERED

  constructor(parts: OfxVisitParts) {
    this.#parts = parts
    this.#reached = new Map(parts.reached)
  }

  async login(): Promise<Result<Welcome, AppError>> {
    const { client, signal } = this.#parts
    const done = await this.#finished(() => client.post([{ kind: 'accounts' }], () => new AnswerStatements(this.#loanTerms).handlers, signal))
    if (!done.ok) return done
    this.#heed(done.value.answer)
    const content = this.#contentOf(done.value.answer.items[0], 'accounts')
    if (!content.ok) return content
    // Of an account that is not active yet, or without downloads, nothing can be fetched.
    const listed = content.value.accounts.filter(({ hasStatements, isActive }) => hasStatements && isActive)
    const byKey = new Map<string, ListedAccount>([...listed].reverse().map((account) => [accountKey(account.account), account]))
    this.#accounts = new Map([...byKey].map(([key, { account }]) => [key, account]))
    const keys = new Set(listed.map(({ account }) => accountKey(account)))
    return ok({ accounts: [...keys].flatMap((key) => byKey.get(key) ?? []).map(offeredAccount), tanMethods: [], tanMethod: null, daysMax: null })
  }

  announce(orders: readonly FetchOrder[]): void {
    this.#announced = orders.slice(0, BATCH_MAX)
  }

  /** The first brings all that were announced, in one batch under one sign-on (OFX 2.3 §2.4.3); what the batch left open is asked for by itself. */
  async fetch(order: FetchOrder): Promise<Result<Delivery, AppError>> {
    const announced = this.#announced
    this.#announced = []
    if (announced.length > 1) {
      const fetched = await this.#post(announced)
      if (!fetched.ok) {
        if (endsRefresh(fetched.error)) return fetched
      } else this.#fetched = fetched.value
    }
    const brought = this.#fetched.get(order.key)
    this.#fetched.delete(order.key)
    if (brought !== undefined) return brought
    const alone = await this.#post([order])
    if (!alone.ok) return alone
    return alone.value.get(order.key) ?? err(this.#silence)
  }

  /** A question without an answer, beside an answer without a question: the bank does not return our numbers (OFX 2.3 §2.4.6). */
  #heed({ unasked }: Answer): void {
    this.#silence = unasked > 0 ? { ...UNANSWERED, reason: 'misnumbered' } : UNANSWERED
  }

  /** An answer for each account that the bank said anything to, by its key. */
  async #post(orders: readonly FetchOrder[]): Promise<Result<Map<string, Result<Delivery, AppError>>, AppError>> {
    const { client, signal } = this.#parts
    const known = orders.flatMap((order) => {
      const account = this.#accounts.get(order.key)
      return account === undefined ? [] : [{ order, account, start: this.#startOf(order) }]
    })
    if (known.length === 0) return err({ kind: 'not_found', what: 'account' })
    const items = known.map(({ order, account, start }) => {
      const asked = statementItem({ account, range: start === null ? undefined : { from: start } })
      return asked.kind === 'broker-statement' ? { ...asked, withPositions: !order.skipPositions } : asked
    })
    let statements = new AnswerStatements(this.#loanTerms)
    const done = await this.#finished(() => client.post(items, () => {
      // Each try reads its answer anew.
      statements = new AnswerStatements(this.#loanTerms)
      return statements.handlers
    }, signal))
    if (!done.ok) return done
    this.#heed(done.value.answer)
    const { byRequest } = statements.finish()
    return ok(new Map(known.flatMap(({ order: { key }, start }, index) => {
      const item = done.value.answer.items[index]
      return item === undefined || item.status === null ? [] : [[key, this.#delivery(key, start, item, byRequest.get(item.uid))] as const]
    })))
  }

  async batch(wishes: readonly BatchWish[]): Promise<Result<BatchAnswer, AppError>> {
    const { client, signal, uuid } = this.#parts
    const items = itemsFor(wishes, finderIn(this.#accounts), uuid)
    if (!items.ok) return items
    let statements = new AnswerStatements(this.#loanTerms)
    const settled = await this.#converse(() => client.post(items.value, () => {
      statements = new AnswerStatements(this.#loanTerms)
      return statements.handlers
    }, signal))
    if (!settled.ok) return settled
    const { value: step } = settled
    const fates = step.state === 'uncertain' ? await clarified(step, async (inquiries) => await this.#converse(() => client.post(inquiries, undefined, signal))) : new Map<string, never>()
    return ok({ items: batchItems(wishes, items.value, step.answer, statements.finish().byRequest, fates) })
  }

  #startOf({ key, from, isFirst }: FetchOrder): LocalDate | null {
    return startOf(from, isFirst ? undefined : this.#parts.reached.get(key), OVERLAP_DAYS)
  }

  #delivery(key: string, from: LocalDate | null, item: ItemAnswer, statement: Statement | undefined): Result<Delivery, AppError> {
    const content = this.#contentOf(item, 'statement')
    if (!content.ok) return content
    const { through } = content.value
    if (through !== null) this.#reached.set(key, { through })
    return ok({ documents: [], statements: statement === undefined ? [] : [statement], balances: [], from, error: null })
  }

  learned(isStored: boolean): Uint8Array {
    const { client, reached } = this.#parts
    // How far the bank has told counts only with the rows it told.
    return packOfxMemory({ knowledge: client.knowledge, reached: isStored ? this.#reached : reached })
  }

  hasRefusedPin(): boolean {
    return this.#parts.client.knowledge.passwordRefused !== null
  }

  newPin(): Secret | null {
    return this.#newPin
  }

  notices(): Refresh['notices'] {
    return this.#notices.slice(0, NOTICES_MAX)
  }

  /** A session is nothing but the sign-ons within it. */
  leave(): Promise<void> {
    this.#parts.client.cancel()
    return Promise.resolve()
  }

  async #converse(start: Parameters<typeof converse>[1]): Promise<Result<Settled, AppError>> {
    const { client, ask, signal } = this.#parts
    const settled = await converse({ client, ask, signal, onNewPassword: (password) => { this.#newPin = password } }, start)
    if (settled.ok && settled.value.state === 'done') this.#notices.push(...settled.value.notices.filter(isHint).map(({ code, message }) => ({ code, text: message })))
    return settled
  }

  /** What the bank answered to an item, or why it did not. */
  #contentOf<K extends 'accounts' | 'statement'>(item: ItemAnswer | undefined, kind: K): Result<ContentOf<K>, AppError> {
    if (item === undefined || item.status === null) return err(this.#silence)
    if (item.status.class === 'refusal') return err(refusalOf(item.status))
    const { content } = item
    return content?.kind === kind ? ok(content as ContentOf<K>) : err(UNANSWERED)
  }

  /** Only transfers can stay uncertain, and a refresh makes none. */
  async #finished(start: Parameters<typeof converse>[1]): Promise<Result<Done, AppError>> {
    const settled = await this.#converse(start)
    if (!settled.ok) return settled
    return settled.value.state === 'done' ? ok(settled.value) : err(settled.value.error)
  }
}

const UNANSWERED = { kind: 'answer_unreadable' } as const satisfies AppError

const isHint = ({ class: of, message }: OfxStatus): boolean => of === 'hint' && message !== ''

type ContentOf<K> = Extract<NonNullable<ItemAnswer['content']>, { readonly kind: K }>
