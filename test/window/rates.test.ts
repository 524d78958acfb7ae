import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { localDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { currency } from '#shared/money.ts'
import { ok } from '#shared/result.ts'
import RateForm from '#renderer/features/insights/RateForm.vue'
import RatesPage from '#renderer/features/insights/RatesPage.vue'
import { useWrongFields } from '#renderer/ui/wrong-fields.ts'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'

const EUR_USD = { base: currency('EUR'), quote: currency('USD') }
const RATE = '1.0842' as DecimalText
const day = localDate('2026-03-13')

it('lists exchange rates, takes one by hand with a comma, and asks before all of a pair go', async () => {
  const bridge = fakeBridge({
    'rates.list': ({ pair }) => ok({ pairs: [{ ...EUR_USD, count: 2, from: day, to: day, latest: RATE }], rates: pair ? [{ ...EUR_USD, date: day, rate: RATE, isTyped: true }] : [] }),
    'rates.set': ({ base, quote, date, rate }) => ok({ base: currency(base), quote: currency(quote), date: localDate(date), rate: rate as DecimalText, isTyped: true }),
    'rates.delete': () => ok({ deleted: 2 }),
  })
  const page = await mounted(RatesPage)
  await page.get('.pair').trigger('click')
  await flushPromises()
  expect(page.text()).toContain('by hand')
  expect(page.findAll('.numbers-end').map((cell) => cell.text())).toEqual(['1.0842', '2', '1.0842'])
  await page.get('form').trigger('submit')
  expect(page.text()).toContain('A number above 0')
  expect(bridge.callsOf('rates.set')).toEqual([])
  await page.get('input[inputmode=decimal]').setValue('1,09')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(bridge.callsOf('rates.set')).toMatchObject([{ ...EUR_USD, rate: '1.09' }])
  await page.get('button[aria-label="Delete all rates of EUR/USD"]').trigger('click')
  await flushPromises()
  expect(bridge.callsOf('rates.delete')).toEqual([])
  document.querySelector<HTMLElement>('.dialog .danger')?.click()
  await flushPromises()
  expect(bridge.callsOf('rates.delete')).toEqual([EUR_USD])
})

it('puts the cursor into the field that was wrong', async () => {
  fakeBridge({ 'rates.list': () => ok({ pairs: [], rates: [] }) })
  const page = await mounted(defineComponent({ setup: () => { useWrongFields(); return () => h(RateForm) } }))
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(document.activeElement?.getAttribute('inputmode')).toBe('decimal')
})
