import type { Decision, ReviewRow } from '#shared/model.ts'

/** What Space does: leave a row out that would come in, take one in that would not. Undefined where the row has no such choice. */
export function toggled({ decision, choices }: Pick<ReviewRow, 'decision' | 'choices'>): Decision | undefined {
  const wanted: readonly Decision[] = decision === 'new' || decision === 'match' ? ['skip', 'duplicate'] : ['new', 'match']
  return wanted.find((candidate) => candidate !== decision && choices.includes(candidate))
}

export interface Difference { readonly field: 'bookedOn' | 'amount' | 'payee' | 'purpose' | 'status'; readonly differs: boolean }

/** The fields side by side, and which of them are not the same. */
export function differences({ bookedOn, amount, payee, purpose, status, other }: ReviewRow): Difference[] {
  if (!other) return []
  return [
    { field: 'bookedOn', differs: bookedOn !== other.bookedOn },
    { field: 'amount', differs: amount?.minor !== other.amount.minor || amount.currency !== other.amount.currency },
    { field: 'payee', differs: squeezed(payee) !== squeezed(other.payee) },
    { field: 'purpose', differs: squeezed(purpose) !== squeezed(other.purpose) },
    { field: 'status', differs: status !== other.status },
  ]
}

/** Banks pad and break the same text differently from one export to the next. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
