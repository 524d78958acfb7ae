import type { DecimalText } from '#shared/decimal.ts'
import type { AppError } from '#shared/errors.ts'
import type { BatchWish, TransferWish } from '#shared/ofx-batch.ts'
import { assert, err, ok, unreachable, type Result } from '#shared/result.ts'
import { bankAccount, statementItem, type OfxAccount, type OfxItem, type TransferOrder } from '#main/connectors/ofx/index.ts'

type Accounts = ReadonlyMap<string, OfxAccount>
type Sided = Exclude<OfxAccount, { readonly kind: 'broker' }>

/** Finds an account by what a person calls it. */
export type Find = (name: string) => OfxAccount | undefined

/** An account by its key, or by its number where only one has it. */
export function finderIn(accounts: Accounts): Find {
  return (name) => {
    const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
    const byNumber = [...accounts.values()].filter(({ accountId }) => plain(accountId) === plain(name))
    return accounts.get(name) ?? (byNumber.length === 1 ? byNumber[0] : undefined)
  }
}

class Unfit extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.kind)
    this.error = error
  }
}

/** What a person wrote, as the connector sends it; every item gets its number here. */
export function itemsFor(wishes: readonly BatchWish[], find: Find, uuid: () => string): Result<OfxItem[], AppError> {
  try {
    return ok(wishes.map((wish) => ({ ...itemFor(wish, find), uid: 'uid' in wish && wish.uid !== undefined ? wish.uid : uuid() })))
  } catch (cause) {
    if (!(cause instanceof Unfit)) throw cause
    return err(cause.error)
  }
}

function itemFor(wish: BatchWish, find: Find): OfxItem {
  switch (wish.kind) {
    case 'accounts': case 'profile': return { kind: wish.kind }
    case 'securities': return { kind: 'securities', tickers: wish.tickers }
    case 'statement': return statementFor(wish, find)
    case 'closings': return closingFor(named(wish.account, find), { from: wish.from, to: wish.to })
    case 'transfers': return { kind: 'transfers', between: wish.between, account: sided(wish.account, find), isRecurring: wish.recurring, since: wish.since }
    case 'transfer': case 'recurring-transfer': return transferFor(wish, find)
    default: return unreachable(wish)
  }
}

function named(name: string, find: Find): OfxAccount {
  const account = find(name)
  if (account === undefined) throw new Unfit({ kind: 'not_found', what: 'account' })
  return account
}

/** Nothing is moved from or to a broker by these messages. */
function sided(name: string, find: Find): Sided {
  const account = named(name, find)
  if (account.kind === 'broker') throw new Unfit({ kind: 'unsupported', what: 'operation' })
  return account
}

function statementFor({ account, from, to, entries, pending, positions }: Extract<BatchWish, { kind: 'statement' }>, find: Find): OfxItem {
  const item = statementItem({ account: named(account, find), range: { from, to } })
  switch (item.kind) {
    case 'bank-statement': case 'card-statement': return { ...item, withEntries: entries, withPending: pending }
    case 'loan-statement': return { ...item, withEntries: entries }
    default: return { ...item, withEntries: entries, withPositions: positions } as Extract<OfxItem, { kind: 'broker-statement' }>
  }
}

function closingFor(account: OfxAccount, range: { readonly from: Extract<BatchWish, { kind: 'closings' }>['from']; readonly to: Extract<BatchWish, { kind: 'closings' }>['to'] }): OfxItem {
  switch (account.kind) {
    case 'bank': return { kind: 'bank-closing', account, range }
    case 'card': return { kind: 'card-closing', account, range }
    case 'loan': return { kind: 'loan-closing', account, range }
    case 'broker': return { kind: 'broker-closing', account, range }
    default: return unreachable(account)
  }
}

function transferFor(wish: TransferWish, find: Find): OfxItem {
  const { between } = wish
  if (wish.kind === 'transfer') {
    if (wish.action === 'cancel') return { kind: 'transfer', between, action: 'cancel', serverId: wish.serverId }
    const order = orderFor(wish, find)
    return wish.action === 'add' ? { kind: 'transfer', between, action: 'add', order } : { kind: 'transfer', between, action: 'modify', serverId: wish.serverId, order }
  }
  if (wish.action === 'cancel') return { kind: 'recurring-transfer', between, action: 'cancel', serverId: wish.serverId, cancelsPending: wish.pending }
  const [order, repetition] = [orderFor(wish, find), { frequency: wish.frequency, times: wish.times }]
  return wish.action === 'add'
    ? { kind: 'recurring-transfer', between, action: 'add', order, repetition }
    : { kind: 'recurring-transfer', between, action: 'modify', serverId: wish.serverId, order, repetition, changesPending: wish.pending }
}

function orderFor({ from, to, amount, on, principal, interest }: Exclude<TransferWish, { action: 'cancel' }>, find: Find): TransferOrder {
  // SECURITY: money leaves only an account of this very login.
  const source = sided(from, find)
  const target = typeof to === 'string' ? sided(to, find) : bankAccount(to.bankId, to.accountId, to.type)
  const shares = principal === undefined ? undefined : { principal: exact(principal), interest: exact(interest ?? '0') }
  return { source, target, amount: exact(amount), on, loanShares: shares }
}

/** The schema lets exact decimals through and nothing else. */
function exact(text: string): DecimalText {
  assert(/^\d+(?:\.\d+)?$/.test(text), 'an amount of a batch is a decimal')
  return text as DecimalText
}
