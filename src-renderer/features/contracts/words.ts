import { minor, type Money } from '#shared/money.ts'
import { MASK, useMoneyText } from '#renderer/ui/privacy.ts'
import { useText } from '#renderer/ui/text.ts'
import type { PriceStep } from './groups.ts'

/** How a contract is told in a sentence. */
export function useContractWords() {
  const money = useMoneyText()
  const { t, date } = useText()

  /** With its sign, for what is added or taken off. */
  function signed(value: Money): string {
    const text = money.value({ minor: minor(value.minor), currency: value.currency })
    return value.minor > 0 && text !== MASK ? `+${text}` : text
  }
  const priceText = ({ on, by, yearly }: PriceStep): string => t('contracts.price.step', { by: signed(by), month: date(on, 'month'), yearly: signed(yearly) })

  return { money, priceText }
}
