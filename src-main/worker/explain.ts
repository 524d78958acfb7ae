import type { CategoryWhy, TransactionDetail } from '#shared/model.ts'
import { asWritten } from '#main/categorise/as-written.ts'

/** Reasons that go by words of the row itself. */
const BY_WORDS: readonly CategoryWhy['kind'][] = ['merchant', 'wording', 'trade']

/** A row's details with the words that decided its category as the bank wrote them: they were compared folded, and in parts. */
export function explained(detail: TransactionDetail): TransactionDetail {
  const { categoryWhy: why, rawPayee, payee, purpose } = detail
  return why && BY_WORDS.includes(why.kind) ? { ...detail, categoryWhy: { ...why, evidence: asWritten(why.evidence, [rawPayee, payee, purpose]) } } : detail
}
