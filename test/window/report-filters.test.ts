import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { AccountIdSchema } from '#shared/model.ts'
import { ok } from '#shared/result.ts'
import FilterSheet from '#renderer/features/insights/FilterSheet.vue'
import { useInsightsStore } from '#renderer/stores/insights.ts'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { EUR } from './rows.ts'

it('narrows every question by limits of an amount, tags, and categories down to the leaves', async () => {
  fakeBridge({ 'tags.list': () => ok([{ tag: '§35a', count: 2 }]) })
  await mounted(FilterSheet, { props: { open: true, base: EUR } })
  await flushPromises()
  const store = useInsightsStore()
  const field = (label: string): HTMLInputElement => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
    return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement
  }
  const type = (label: string, text: string): void => {
    field(label).value = text
    field(label).dispatchEvent(new Event('input'))
    field(label).dispatchEvent(new Event('change'))
  }
  type('At least', '10,50')
  type('At most', '5')
  expect(store.question('spending')).toMatchObject({ minMinor: 1050 })
  expect(store.question('spending').maxMinor).toBeUndefined()
  type('At most', '99')
  for (const label of ['§35a', 'Groceries', 'Rent']) field(label).click()
  expect(store.question('income')).toMatchObject({ minMinor: 1050, maxMinor: 9900, tags: ['§35a'], categories: ['food.groceries', 'housing.rent'] })
  field('Food').click()
  expect(store.question('income').categories).toEqual(['housing.rent', 'food'])
})

it('asks about all accounts but some as well as about some', async () => {
  fakeBridge({ 'tags.list': () => ok([]) })
  await mounted(FilterSheet, { props: { open: true, base: EUR } })
  const store = useInsightsStore()
  store.change({ accountIds: [1, 2].map((id) => AccountIdSchema.parse(id)) })
  expect(store.question('spending').accountIds).toEqual([1, 2])
  store.change({ accountMode: 'except' })
  expect(store.question('spending')).toMatchObject({ excludedAccountIds: [1, 2] })
  expect(store.question('spending').accountIds).toBeUndefined()
})
