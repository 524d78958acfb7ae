import type { Suspect } from '#renderer/stores/review.ts'
import type { Transfer } from '#shared/transfers.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText } from '#renderer/ui/text.ts'

/** What is to be decided, told apart by those who hear it. */
export function useReviewNames() {
  const { t, date } = useText()
  const money = useMoneyText()
  return {
    transfer: ({ out, into }: Transfer): string => t('review.transfer.name', { from: out.accountName, to: into.accountName, amount: money.value(into.amount), day: date(out.bookedOn, 'medium') }),
    suspect: ({ row }: Suspect): string => t('review.duplicate.name', { payee: row.payee || row.purpose, amount: money.value(row.amount), day: date(row.bookedOn, 'medium') }),
  }
}
