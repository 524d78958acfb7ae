import { computed, type ComputedRef } from 'vue'
import { localDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import type { Money } from '#shared/money.ts'
import type { Month } from '#shared/reports/figure.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText, type Text } from '#renderer/ui/text.ts'
import { categoryName } from '../transactions/categories.ts'

/** What presenters speak with. Texts follow the language; amounts inside of sentences are masked where amounts are hidden. */
export interface Words {
  readonly t: Text['t']
  readonly date: Text['date']
  readonly percent: Text['percent']
  readonly instant: Text['instant']
  readonly money: (money: Money) => string
  readonly month: (month: Month) => string
  readonly category: (id: string | null) => string
  /** A group of what is spent. Of transfers those alone count that leave one's own accounts, and they are called so. */
  readonly group: (id: string | null) => string
  readonly account: (id: AccountId) => string
}

export function useWords(): ComputedRef<Words> {
  const { t, date, instant, percent, language } = useText()
  const accounts = useAccountsStore()
  const money = useMoneyText()
  const category = (id: string | null): string => (id === null ? t('insights.uncategorised') : categoryName(id, language.value))
  return computed(() => ({
    t, date, instant, percent,
    money: money.value,
    // By its name, not its days: a period may cut it, and a weekend bring its first day forward.
    month: ({ key }) => date(localDate(`${key}-01`), 'month-short'),
    category,
    group: (id) => (id === 'transfers' ? t('insights.word.outward') : category(id)),
    account: (id) => accounts.byId.get(id)?.name ?? '',
  }))
}
