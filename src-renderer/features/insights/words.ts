import { computed, type ComputedRef } from 'vue'
import type { Money } from '#shared/money.ts'
import type { Month } from '#shared/reports/figure.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText, type Text } from '#renderer/ui/text.ts'
import { categoryName } from '../transactions/categories.ts'

/** What presenters speak with. Texts follow the language; amounts inside of sentences are masked where amounts are hidden. */
export interface Words {
  readonly t: Text['t']
  readonly date: Text['date']
  readonly percent: Text['percent']
  readonly money: (money: Money) => string
  readonly month: (month: Month) => string
  readonly category: (id: string | null) => string
}

export function useWords(): ComputedRef<Words> {
  const { t, date, percent, language } = useText()
  const money = useMoneyText()
  return computed(() => ({
    t, date, percent,
    money: money.value,
    month: ({ from }) => date(from, 'month'),
    category: (id) => (id === null ? t('insights.uncategorised') : categoryName(id, language.value)),
  }))
}
