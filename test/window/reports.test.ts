import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, watchEffect } from 'vue'
import { ok } from '#shared/result.ts'
import { useReport } from '#renderer/stores/reports.ts'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { transaction } from './rows.ts'

it('asks a report once more after a burst of changes, and shows what was told last', async () => {
  const waiting: (() => void)[] = []
  let asked = 0
  const bridge = fakeBridge({
    'transactions.page': async () => {
      asked += 1
      const count = asked
      await new Promise<void>((resolve) => { waiting.push(resolve) })
      return ok([transaction({ payee: `told ${count}` })])
    },
  })
  const answerNext = async (): Promise<void> => {
    waiting.shift()?.()
    await flushPromises()
  }
  const page = await mounted(defineComponent(() => {
    const { answer } = useReport('transactions.page', () => ({ filter: {}, after: null, limit: 1 }))
    return () => h('p', answer.value?.map(({ payee }) => payee).join(' '))
  }))
  for (let change = 0; change < 5; change += 1) bridge.emit('ledger.changed', { scopes: ['transactions'] })
  await flushPromises()
  expect(asked).toBe(1)
  await answerNext()
  expect(asked).toBe(2)
  await answerNext()
  expect([asked, page.text()]).toEqual([2, 'told 2'])
})

it('keeps the answer that it has while a change of the ledger leaves it the same', async () => {
  let payee = 'Bäckerei'
  const bridge = fakeBridge({ 'transactions.page': () => ok([transaction({ payee })]) })
  const seen: unknown[] = []
  await mounted(defineComponent(() => {
    const { answer } = useReport('transactions.page', () => ({ filter: {}, after: null, limit: 1 }))
    watchEffect(() => { seen.push(answer.value) })
    return () => h('p')
  }))
  await flushPromises()
  const changed = async (): Promise<void> => {
    bridge.emit('ledger.changed', { scopes: ['transactions'] })
    await flushPromises()
  }
  await changed()
  await changed()
  expect(bridge.callsOf('transactions.page')).toHaveLength(3)
  expect(seen).toHaveLength(2)

  payee = 'Metzgerei'
  await changed()
  expect(seen).toHaveLength(3)
})
