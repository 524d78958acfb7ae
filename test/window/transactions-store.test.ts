import { flushPromises } from '@vue/test-utils'
import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { err, ok } from '#shared/result.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import { useTransactionsStore } from '#renderer/stores/transactions.ts'
import { selectAll } from '#renderer/stores/selection.ts'
import { fakeBridge, type Answers } from './fake-bridge.ts'
import { eur, ledgerOf } from './rows.ts'

let pinia: Pinia
beforeEach(() => { setActivePinia(pinia = createPinia()) })
afterEach(() => { disposePinia(pinia) })

const payees = (list: ReturnType<typeof useTransactionsStore>, ...rows: number[]) => rows.map((row) => list.rowAt(row)?.payee)

it('reaches any of 100,000 rows with one page, not with all before it', async () => {
  const bridge = fakeBridge(ledgerOf(100_000))
  const list = useTransactionsStore()
  await list.show({})
  list.want(73_210, 73_240)
  await flushPromises()
  expect(payees(list, 0, 73_210)).toEqual(['Payee 0', 'Payee 73210'])
  expect(bridge.callsOf('transactions.page')).toHaveLength(2)
  expect(list.count).toBe(100_000)
})

it('shows an edit at once and keeps it when main agrees', async () => {
  const ledger = ledgerOf(3)
  const bridge = fakeBridge(ledger)
  const list = useTransactionsStore()
  await list.show({})
  const id = ledger.rows[1]!.id
  const done = list.edit([id], { categoryId: 'food.groceries' })
  expect(list.rowAt(1)?.categoryId).toBe('food.groceries')
  expect((await done).ok).toBe(true)
  expect(list.rowAt(1)?.categoryId).toBe('food.groceries')
  expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [id], change: { categoryId: 'food.groceries' } }])
})

it('takes an edit back when main refuses, and says why', async () => {
  const ledger = ledgerOf(3)
  fakeBridge({ ...ledger, 'transactions.edit': () => err({ kind: 'disk_full' }) })
  const list = useTransactionsStore()
  await list.show({})
  const done = list.edit([ledger.rows[0]!.id], { payee: 'Aldi', notes: 'with Anna' })
  expect(list.rowAt(0)).toMatchObject({ payee: 'Aldi', notes: 'with Anna' })
  await done
  expect(list.rowAt(0)).toMatchObject({ payee: 'Payee 0', notes: '' })
  expect(list.error).toEqual({ kind: 'disk_full' })
})

it('lays several edits under way over each other in their order', async () => {
  const ledger = ledgerOf(1)
  const answers: (() => void)[] = []
  fakeBridge({ ...ledger, 'transactions.edit': () => new Promise((resolve) => { answers.push(() => { resolve(answers.length === 2 ? err({ kind: 'locked' }) : ok({ changed: 1 })) }) }) })
  const list = useTransactionsStore()
  await list.show({})
  const { id } = ledger.rows[0]!
  const first = list.edit([id], { payee: 'First' })
  const second = list.edit([id], { payee: 'Second' })
  expect(list.rowAt(0)?.payee).toBe('Second')
  answers.forEach((answer) => { answer() })
  await Promise.all([first, second])
  expect(list.rowAt(0)?.payee).toBe('Payee 0')
})

it('refetches what is on screen when the ledger changed, and keeps the place', async () => {
  const ledger = ledgerOf(1000)
  const bridge = fakeBridge(ledger)
  const list = useTransactionsStore()
  await list.show({})
  list.want(500, 520)
  await flushPromises()
  ledger.rows[510] = { ...ledger.rows[510]!, payee: 'Changed elsewhere' }
  bridge.emit('ledger.changed', { scopes: ['transactions'] })
  expect(list.rowAt(510)?.payee).toBe('Payee 510')
  await flushPromises()
  expect(list.rowAt(510)?.payee).toBe('Changed elsewhere')
  expect(bridge.callsOf('transactions.page').at(-1)?.after?.id).toBe(ledger.rows[499]?.id)
})

it('leaves lists alone that nobody has looked at', async () => {
  const bridge = fakeBridge(ledgerOf(10))
  useTransactionsStore()
  bridge.emit('ledger.changed', { scopes: ['transactions', 'accounts'] })
  await flushPromises()
  expect(bridge.callsOf('transactions.outline')).toEqual([])
})

it('ignores the answer to a search that is no longer asked', async () => {
  const ledger = ledgerOf(50)
  const waiting: (() => void)[] = []
  const outline = ledger['transactions.outline']!
  const slow: Answers = { ...ledger, 'transactions.outline': async (input) => { if (input.filter.search === '1') await new Promise<void>((resolve) => { waiting.push(resolve) }); return outline(input) } }
  fakeBridge(slow)
  const list = useTransactionsStore()
  const first = list.show({ search: '1' })
  await list.show({ search: '49' })
  waiting.forEach((answer) => { answer() })
  await first
  expect(list.count).toBe(1)
  expect(payees(list, 0)).toEqual(['Payee 49'])
})

it('shows the old rows until the new list is there', async () => {
  fakeBridge(ledgerOf(50))
  const list = useTransactionsStore()
  await list.show({})
  const done = list.show({ search: '49' })
  expect(payees(list, 0)).toEqual(['Payee 0'])
  expect(list.loading).toBe(true)
  await done
  expect(payees(list, 0)).toEqual(['Payee 49'])
})

it('adds up the whole list without fetching it, and a part of it by its rows', async () => {
  const bridge = fakeBridge(ledgerOf(1000))
  const list = useTransactionsStore()
  await list.show({})
  list.choose(selectAll(list.count))
  expect(await list.sumSelected(new AbortController().signal)).toEqual([eur(-1_234_000)])
  expect(bridge.callsOf('transactions.page')).toHaveLength(1)
  list.choose([{ first: PAGE_ROWS - 1, last: PAGE_ROWS + 1 }])
  expect(await list.sumSelected(new AbortController().signal)).toEqual([eur(-3702)])
})

it('forgets the selection when the list is another one', async () => {
  const ledger = ledgerOf(10)
  const bridge = fakeBridge(ledger)
  const list = useTransactionsStore()
  await list.show({})
  list.choose([{ first: 2, last: 4 }])
  bridge.emit('ledger.changed', { scopes: ['transactions'] })
  await flushPromises()
  expect(list.selected).toBe(3)
  ledger.rows.pop()
  bridge.emit('ledger.changed', { scopes: ['transactions'] })
  await flushPromises()
  expect(list.selected).toBe(0)
})
