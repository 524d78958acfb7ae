import { lessonKeys } from './learning.ts'
import type { Payment } from './payment.ts'

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
