import type { Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { accountKey, refusalOf, statementItem, type ItemAnswer, type ListedAccount, type OfxAccount, type OfxClient, type OfxStatus } from '#main/connectors/ofx/index.ts'
import { AnswerStatements } from '#main/importers/ofx/answer.ts'
import { OVERLAP_DAYS } from '../range.ts'
import type { Ask, Delivery, FetchOrder, Visit, Welcome } from '../source.ts'
import { offeredAccount } from './accounts.ts'
import { converse, type Done } from './dialogue.ts'
import { packOfxMemory, startOf, type Reached } from './memory.ts'

export interface OfxVisitParts {
  readonly client: OfxClient
  readonly ask: Ask
  readonly signal: AbortSignal
  /** How far each account was known before, by its key. */
  readonly reached: ReadonlyMap<string, Reached>
}

const NOTICES_MAX = 50

/** One session with an OFX bank: the list of accounts under the first sign-on, then a statement at a time. */
export class OfxVisit implements Visit {
  readonly #parts: OfxVisitParts
  readonly #notices: Refresh['notices'] = []
  readonly #reached: Map<string, Reached>
  #accounts: ReadonlyMap<string, OfxAccount> = new Map()
  /** The list of accounts states the terms of loans, their statements do not. */
  readonly #loanTerms: ConstructorParameters<typeof AnswerStatements>[0] = new Map()
  #newPin: Secret | null = null

  constructor(parts: OfxVisitParts) {
    this.#parts = parts
    this.#reached = new Map(parts.reached)
  }

  async login(): Promise<Result<Welcome, AppError>> {
    const { client, signal } = this.#parts
    const done = await this.#converse(() => client.post([{ kind: 'accounts' }], () => new AnswerStatements(this.#loanTerms).handlers, signal))
    if (!done.ok) return done
    const content = contentOf(done.value, 'accounts')
    if (!content.ok) return content
    // Of an account that is not active yet, or without downloads, nothing can be fetched.
    const listed = content.value.accounts.filter(({ hasStatements, isActive }) => hasStatements && isActive)
    const byKey = new Map<string, ListedAccount>([...listed].reverse().map((account) => [accountKey(account.account), account]))
    this.#accounts = new Map([...byKey].map(([key, { account }]) => [key, account]))
    const keys = new Set(listed.map(({ account }) => accountKey(account)))
    return ok({ accounts: [...keys].flatMap((key) => byKey.get(key) ?? []).map(offeredAccount), tanMethods: [], tanMethod: null, daysMax: null })
  }

  async fetch({ key, from, isFirst, skipPositions }: FetchOrder): Promise<Result<Delivery, AppError>> {
    const account = this.#accounts.get(key)
    if (account === undefined) return err({ kind: 'not_found', what: 'account' })
    const { client, signal } = this.#parts
    const start = startOf(from, isFirst ? undefined : this.#parts.reached.get(key), OVERLAP_DAYS)
    const asked = statementItem({ account, range: start === null ? undefined : { from: start } })
    const item = asked.kind === 'broker-statement' ? { ...asked, withPositions: !skipPositions } : asked
    let statements = new AnswerStatements(this.#loanTerms)
    const done = await this.#converse(() => client.post([item], () => {
      // Each try reads its answer anew.
      statements = new AnswerStatements(this.#loanTerms)
      return statements.handlers
    }, signal))
    if (!done.ok) return done
    const content = contentOf(done.value, 'statement')
    if (!content.ok) return content
    const statement = statements.finish().byRequest.get(done.value.answer.items[0]?.uid ?? '')
    const { through } = content.value
    if (through !== null) this.#reached.set(key, { through })
    return ok({ documents: [], statements: statement === undefined ? [] : [statement], balances: [], from: start, error: null })
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

  async #converse(start: Parameters<typeof converse>[1]): Promise<Result<Done, AppError>> {
    const { client, ask, signal } = this.#parts
    const done = await converse({ client, ask, signal, onNewPassword: (password) => { this.#newPin = password } }, start)
    if (done.ok) this.#notices.push(...done.value.notices.filter(isHint).map(({ code, message }) => ({ code, text: message })))
    return done
  }
}

const isHint = ({ class: of, message }: OfxStatus): boolean => of === 'hint' && message !== ''

type ContentOf<K> = Extract<NonNullable<ItemAnswer['content']>, { readonly kind: K }>

/** What the bank answered to the one item, or why it did not. */
function contentOf<K extends 'accounts' | 'statement'>({ answer }: Done, kind: K): Result<ContentOf<K>, AppError> {
  const [item] = answer.items
  if (item === undefined || item.status === null) return err({ kind: 'answer_unreadable' })
  if (item.status.class === 'refusal') return err(refusalOf(item.status))
  const { content } = item
  return content?.kind === kind ? ok(content as ContentOf<K>) : err({ kind: 'answer_unreadable' })
}
