import { lessonKeys } from './learning.ts'
import type { Payment } from './payment.ts'
import { fitsCondition, type Condition } from './rules.ts'

/** How like a row another one is: the same contract, the same creditor or account, the same merchant. */
export type Likeness = 'mandate' | 'creditor' | 'iban' | 'merchant'

export interface Similar {
  readonly id: number
  readonly likeness: Likeness
}

/**
 * Rows that a choice for one row may go for too, closest first and in the order given: "apply to similar". Which of them may
 * change (no manual choice, not the same category already) is the caller's to say.
 */
export function similarTo(payment: Payment, others: Iterable<Payment>): Similar[] {
  const wanted = new Map(lessonKeys(payment).map(({ kind, key }) => [`${kind} ${key}`, kind] as const))
  const found: Similar[] = []
  for (const other of others) {
    if (other.id === payment.id) continue
    const match = lessonKeys(other).find(({ kind, key }) => wanted.has(`${kind} ${key}`))
    if (match) found.push({ id: other.id, likeness: match.kind })
  }
  const rank: readonly Likeness[] = ['mandate', 'creditor', 'iban', 'merchant']
  return found.sort((left, right) => rank.indexOf(left.likeness) - rank.indexOf(right.likeness))
}

/** Which rows a rule's condition takes: the live count and the dry run of the rule editor. */
export function matchesOf(condition: Condition, payments: Iterable<Payment>): number[] {
  const ids: number[] = []
  for (const payment of payments) if (fitsCondition(condition, payment)) ids.push(payment.id)
  return ids
}

/** The condition that a rule made from one row begins with: its creditor or account where it has one, else its name. */
export function conditionFrom(payment: Payment): Condition {
  const key = lessonKeys(payment).find(({ kind }) => kind === 'creditor' || kind === 'iban')
  const sign: Condition = { kind: 'sign', sign: payment.amountMinor < 0 ? 'out' : 'in' }
  if (key?.kind === 'creditor') return { kind: 'all', of: [{ kind: 'creditor', value: payment.creditorId }, sign] }
  if (key?.kind === 'iban') return { kind: 'all', of: [{ kind: 'iban', value: payment.counterpartyIban }, sign] }
  return { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: payment.payee.trim() }, sign] }
}
