import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { TransactionId } from '#shared/model.ts'
import { alike } from '#renderer/features/transactions/alike.ts'
import AlikeSheet from '#renderer/features/transactions/AlikeSheet.vue'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { transaction } from './rows.ts'

const id = (number: number): TransactionId => number as TransactionId
const ticks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
const confirm = (): HTMLButtonElement => [...document.querySelectorAll<HTMLButtonElement>('.dialog-foot button')].at(-1)!

/** Three rows like the one that was decided, of which two are shown one by one. */
async function open(): Promise<readonly (readonly TransactionId[])[]> {
  const applied: (readonly TransactionId[])[] = []
  fakeBridge()
  const examples = [transaction({ id: id(1), payee: 'Markt 1', categoryId: 'food.restaurants' }), transaction({ id: id(2), payee: 'Markt 2', categoryId: null })]
  alike.value = { ids: [id(1), id(2), id(3)], examples, categoryId: 'food.groceries', apply: (ids) => applied.push(ids) }
  await mounted(AlikeSheet, { props: { alike: alike.value } })
  return applied
}

it('shows what similar rows have now and will have, before they follow', async () => {
  const applied = await open()
  const text = document.body.textContent
  expect(text).toContain('Restaurants & delivery → Groceries')
  expect(text).toContain('Uncategorised → Groceries')
  expect(text).toContain('and 1 more')
  expect(applied).toEqual([])
  expect(confirm().textContent).toContain('Change 3 transactions')
  confirm().click()
  expect(applied).toEqual([[1, 2, 3]])
  expect(alike.value).toBeUndefined()
})

it('leaves those as they are whose tick is taken away', async () => {
  const applied = await open()
  ticks().at(-1)?.click()
  await flushPromises()
  expect(ticks()[0]?.indeterminate).toBe(true)
  expect(confirm().textContent).toContain('Change 2 transactions')
  confirm().click()
  expect(applied).toEqual([[1, 3]])
})

it('changes nothing where none is ticked', async () => {
  const applied = await open()
  ticks()[0]?.click()
  await flushPromises()
  expect(confirm().disabled).toBe(true)
  confirm().click()
  expect(applied).toEqual([])
})
