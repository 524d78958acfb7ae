import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import { currency, minor } from '#shared/money.ts'
import MoneyText from '#renderer/ui/MoneyText.vue'
import { AMOUNTS_HIDDEN } from '#renderer/ui/privacy.ts'
import { mounted } from './mounted.ts'

const euros = (cents: number) => ({ minor: minor(cents), currency: currency('EUR') })

it('shows money out with a true minus and money in with a plus, not with colour alone', async () => {
  const out = await mounted(MoneyText, { language: 'de', props: { money: euros(-123_456), signed: true, tinted: true } })
  expect(out.text()).toBe('\u22121.234,56\u00a0€')
  const inwards = await mounted(MoneyText, { language: 'de', props: { money: euros(5), signed: true, tinted: true } })
  expect(inwards.text()).toBe('+0,05\u00a0€')
  const zero = await mounted(MoneyText, { language: 'de', props: { money: euros(0), signed: true } })
  expect(zero.text()).toBe('0,00\u00a0€')
})

it('makes all amounts alike while they are hidden: text, markup, width, and what is read aloud', async () => {
  const hidden = ref(true)
  const provide = { [AMOUNTS_HIDDEN as symbol]: hidden }
  const html = await Promise.all([1, -99, 12_345_678_900].map(async (cents) => (await mounted(MoneyText, { props: { money: euros(cents), signed: true, tinted: true }, global: { provide } })).html()))
  expect(new Set(html).size).toBe(1)
  expect(html[0]).toContain('•••')
  expect(html[0]).toContain('Amount hidden')
  expect(html[0]?.replace(/data-v-\w+/g, '')).not.toMatch(/\d/)
})

it('shows the amount again as soon as it may', async () => {
  const hidden = ref(true)
  const page = await mounted(MoneyText, { props: { money: euros(700) }, global: { provide: { [AMOUNTS_HIDDEN as symbol]: hidden } } })
  hidden.value = false
  await flushPromises()
  expect(page.text()).toContain('7.00')
})
