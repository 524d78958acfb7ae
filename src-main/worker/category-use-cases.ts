import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { EDIT_ROWS_MAX } from '#shared/ipc/limits.ts'
import type { Transaction, TransactionId } from '#shared/model.ts'
import { fold } from '#main/categorise/fold.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import { similarTo } from '#main/categorise/similar.ts'
import { findPayment, openPayments, openPaymentsLike, type PaymentRow } from '#main/ledger/categories/payments.ts'
import { createRule, deleteRule, editRule, reorderRules } from '#main/ledger/categories/edit-rules.ts'
import { transact, type ReadableLedger } from '#main/ledger/database.ts'
import { findTransaction } from '#main/ledger/transactions/page.ts'
import { AppFailure } from '#shared/failure.ts'
import { previewRule, reachOfRules, runRules } from './rule-work.ts'
import type { WriteContext } from './write-context.ts'

type CategoryChannel = 'transactions.similar' | 'rules.create' | 'rules.edit' | 'rules.delete' | 'rules.reorder' | 'rules.preview' | 'rules.reach' | 'rules.apply'

/** Shown with a number, so that it means something: as many as anybody looks through. */
const EXAMPLES_MAX = 100

/** Rules, and what they or a choice would do. Those that only look are answered by the writing thread: pages must not wait for them. */
export const categoryUseCases: { readonly [C in CategoryChannel]: (context: WriteContext, input: Parsed<C>) => Output<C> } = {
  'transactions.similar': ({ db }, { id, categoryId }) => {
    const ids = similarRows(db, id, categoryId)
    return { ids, examples: examplesOf(db, ids) }
  },
  'rules.create': ({ db, clock, changed }, draft) => {
    const rule = transact(db, () => createRule(db, draft, clock.now()))
    changed('rules', 'history')
    return rule
  },
  'rules.edit': ({ db, clock, changed }, { id, rule }) => {
    const edited = transact(db, () => editRule(db, id, rule, clock.now()))
    changed('rules', 'history')
    return edited
  },
  'rules.delete': ({ db, clock, changed }, { id }) => {
    transact(db, () => { deleteRule(db, id, clock.now()) })
    changed('rules', 'history')
    return null
  },
  'rules.reorder': ({ db, clock, changed }, { ids }) => {
    const rules = transact(db, () => reorderRules(db, ids, clock.now()))
    changed('rules', 'history')
    return rules
  },
  'rules.preview': ({ db }, draft) => previewRule(db, draft),
  'rules.reach': ({ db }, asked) => reachOfRules(db, asked),
  'rules.apply': ({ db, clock, changed }, input) => {
    const applied = transact(db, () => runRules(db, input, clock.now()))
    if (applied.changed > 0) changed('transactions', 'history')
    return applied
  },
}

const examplesOf = (db: ReadableLedger, ids: readonly TransactionId[]): Transaction[] => ids.slice(0, EXAMPLES_MAX).map((id) => findTransaction(db, id))

function similarRows(db: ReadableLedger, id: TransactionId, categoryId: string): TransactionId[] {
  const payment = findPayment(db, id)
  if (!payment) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  const others = new Map(candidates(db, payment).filter((other) => other.categoryId !== categoryId).map((other) => [Number(other.id), other]))
  return similarTo(payment, others.values()).flatMap((found) => others.get(found.id)?.id ?? []).slice(0, EDIT_ROWS_MAX)
}

const WORD = /[\p{L}\p{N}]+/gu

/** Where the merchant's name is a word of the row's own text, the search index knows all rows that have it. */
function candidates(db: ReadableLedger, payment: PaymentRow): PaymentRow[] {
  const [first = ''] = merchantOf(payment.payee, payment.purpose).key.split(' ')
  const word = (`${payment.payee} ${payment.purpose}`.match(WORD) ?? []).find((one) => fold(one) === first)
  return word === undefined ? [...openPayments(db)] : openPaymentsLike(db, { word, creditorId: payment.creditorId })
}
