import { computed, inject, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { formatMoney, type Money } from '#shared/money.ts'
import { useText } from './text.ts'

/** True while amounts are hidden; the shell provides it (privacy mode, less the key held to peek). */
export const AMOUNTS_HIDDEN: InjectionKey<Readonly<Ref<boolean>>> = Symbol('amounts hidden')

/** The same three dots for every amount, so that not even its length can be read. */
export const MASK = '•••'

export const useAmountsHidden = (): Readonly<Ref<boolean>> => inject(AMOUNTS_HIDDEN, computed(() => false))

/** Amounts as text for charts, tooltips and titles: masked where amounts are hidden. In templates use `MoneyText`. */
export function useMoneyText(): ComputedRef<(money: Money) => string> {
  const hidden = useAmountsHidden()
  const { locale } = useText()
  return computed(() => (money: Money) => (hidden.value ? MASK : formatMoney(money, locale.value)))
}
