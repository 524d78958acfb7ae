import { flushPromises } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { isOverdue } from '#shared/contract-rules.ts'
import type { ContractId, KnownContract } from '#shared/contracts.ts'
import { localDate } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import ContractsPage from '#renderer/features/contracts/ContractsPage.vue'
import { groupsOf, mergeable, priceSteps, totalsOf } from '#renderer/features/contracts/groups.ts'
import { useKeyboard } from '#renderer/ui/keyboard.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, eur, transaction } from './rows.ts'

const idOf = (number: number): ContractId => `${number}-1`
const contract = (number: number, over: Partial<KnownContract> = {}): KnownContract => ({
  id: idOf(number), accountId: 1 as AccountId, counterparty: `Provider ${number}`, ownName: null, categoryId: null, via: '', frequency: 'monthly', status: 'active', currency: currency('EUR'),
  firstOn: localDate('2025-01-02'), lastOn: localDate('2026-03-02'), lastAmount: eur(-1000 * number), averageAmount: eur(-1000 * number), nextOn: localDate('2026-04-02'), nextAmount: eur(-1000 * number),
  toleranceDays: 4, isVariable: false, skipped: 0, monthly: eur(-1000 * number), yearly: eur(-12_000 * number), priceChanges: [], confidence: 0.9, transactions: [11 as TransactionId, 12 as TransactionId],
  choice: 'found', cancelBy: null, remindDays: null, mergedIds: [], purpose: '', ...over,
})
const salary = contract(9, { counterparty: 'Employer', lastAmount: eur(250_000), nextAmount: eur(250_000), monthly: eur(250_000), yearly: eur(3_000_000) })
const names = (shown: Parameters<typeof groupsOf>[1], search = '', list = [contract(1), salary, contract(2), contract(3, { status: 'early' }), contract(4, { choice: 'dismissed' })]) =>
  groupsOf(list, shown, search).map(({ group, contracts }) => [group, ...contracts.map(({ counterparty }) => counterparty)])

describe('what stands where', () => {
  it('puts the dearest first, and the dismissed only where they are asked for', () => {
    expect(names('all')).toEqual([['active', 'Provider 2', 'Provider 1', 'Employer'], ['early', 'Provider 3']])
    expect(names('dismissed')).toEqual([['dismissed', 'Provider 4']])
    expect(names('all', 'emplo')).toEqual([['active', 'Employer']])
  })

  it('adds up what runs, each currency by itself, and nothing that is only perhaps one', () => {
    const dollars = { minor: minor(-500), currency: currency('USD') }
    const totals = totalsOf([contract(1), contract(2), contract(3, { status: 'early' }), contract(4, { choice: 'dismissed' }), salary, contract(5, { monthly: dollars, yearly: dollars, currency: currency('USD') })])
    expect(totals.yearlyOut).toEqual([eur(36_000), { minor: 500, currency: 'USD' }])
    expect(totals.monthlyIn).toEqual([eur(250_000)])
  })

  it('tells a price by what it costs more, the latest first', () => {
    const dearer = { on: localDate('2026-03-02'), from: eur(-999), to: eur(-1099), yearly: eur(-1200) }
    const steps = priceSteps(contract(1, { priceChanges: [{ on: localDate('2025-06-02'), from: eur(-1050), to: eur(-999), yearly: eur(612) }, dearer] }))
    expect(steps).toEqual([
      { on: dearer.on, by: eur(100), yearly: eur(1200), isDearer: true },
      { on: '2025-06-02', by: eur(-51), yearly: eur(-612), isDearer: false },
    ])
  })

  it('offers to merge with what has the same direction and currency, names alike first', () => {
    const [one, other, alike] = [contract(1), contract(2, { counterparty: 'Aaa' }), contract(3)]
    expect(mergeable(one, [one, other, alike, salary, contract(4, { choice: 'dismissed' })]).map(({ id }) => id)).toEqual([alike.id, other.id])
  })

  it('offers next what goes on where it ended, for the same thing', () => {
    const ended = contract(5, { counterparty: 'Old Power', status: 'ended', firstOn: localDate('2024-01-14'), lastOn: localDate('2025-12-14'), categoryId: 'housing.energy' })
    const follower = contract(6, { counterparty: 'New Energy', firstOn: localDate('2026-01-14'), categoryId: 'housing.energy' })
    expect(mergeable(ended, [contract(1), follower, contract(2)]).map(({ id }) => id)[0]).toBe(follower.id)
  })

  it('calls late only what is later than it has ever been expected to be', () => {
    const due = { nextOn: localDate('2026-03-12'), toleranceDays: 4 }
    expect(['2026-03-12', '2026-03-16', '2026-03-17'].map((day) => isOverdue(due, localDate(day)))).toEqual([false, false, true])
  })
})

describe('the page', () => {
  const keys = effectScope()
  beforeAll(() => { keys.run(() => { useKeyboard(() => 'linux') }) })
  afterAll(() => { keys.stop() })
  afterEach(dismissAllToasts)

  async function open(contracts: KnownContract[], answers: Answers = {}): Promise<FakeBridge> {
    const told = () => ok({ asOf: localDate('2026-03-15'), contracts })
    const bridge = fakeBridge({
      'accounts.list': () => ok([account()]), 'contracts.list': told, 'contracts.confirm': told, 'contracts.rename': told, 'contracts.remind': told, 'contracts.merge': told,
      'contracts.dismiss': ({ ids }) => ok({ asOf: localDate('2026-03-15'), contracts: contracts.map((one) => (ids.includes(one.id) ? { ...one, choice: 'dismissed' } : one)) }),
      'transactions.page': () => ok([transaction({ id: 12 as TransactionId, payee: 'March payment' })]), ...answers,
    })
    await mounted(ContractsPage)
    await flushPromises()
    return bridge
  }
  const press = async (key: string): Promise<void> => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  const click = async (name: RegExp): Promise<void> => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent))
    if (!found) throw new Error(`no button ${name.source}`)
    found.click()
    await flushPromises()
  }

  it('says when contracts show where there are none', async () => {
    await open([])
    expect(document.body.textContent).toContain('Most show after three months')
  })

  it('shows what went wrong and asks again', async () => {
    const bridge = await open([], { 'contracts.list': () => err({ kind: 'busy' }) })
    expect(document.querySelector('[role=alert]')).not.toBeNull()
    await click(/Try again/)
    expect(bridge.callsOf('contracts.list')).toHaveLength(2)
  })

  it('says beside the same name what the last payment says', async () => {
    await open([contract(1, { counterparty: 'Insurer', purpose: 'Policy 4711' }), contract(2, { counterparty: 'Insurer', purpose: 'Policy 0815' }), contract(3)])
    expect([...document.querySelectorAll('.name-cell')].map((cell) => cell.querySelector('.purpose')?.textContent)).toEqual([undefined, 'Policy 0815', 'Policy 4711'])
  })

  it('has one stop for Tab', async () => {
    await open([contract(1), contract(2)])
    expect([...document.querySelectorAll<HTMLElement>('.name')].map(({ tabIndex }) => tabIndex)).toEqual([0, -1])
  })

  it('shows a contract with its price and payments', async () => {
    await open([contract(1, { priceChanges: [{ on: localDate('2026-03-02'), from: eur(-900), to: eur(-1000), yearly: eur(-1200) }] })])
    expect(document.body.textContent).toContain('+€1.00 since March 2026, +€12.00 a year')
    await click(/Provider 1/)
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('March payment')
  })

  it('writes a payment service as it writes itself, and none that nobody knows', async () => {
    await open([contract(1, { via: 'paypal' }), contract(2, { via: 'acquirer' })])
    expect([...document.querySelectorAll('tbody tr')].map((row) => row.querySelector('.small')?.textContent)).toEqual([undefined, 'via PayPal'])
  })

  it('opens on the field that was asked for, else on no field', async () => {
    await open([contract(1)])
    document.querySelector<HTMLElement>('.name')!.focus()
    await press('F2')
    expect(document.activeElement?.getAttribute('maxlength')).toBe('100')
    await click(/^Close/)
    await click(/Provider 1/)
    expect(document.activeElement?.tagName).toBe('DL')
  })

  it('goes on to the next when one is dismissed', async () => {
    await open([contract(1), contract(2)])
    document.querySelector<HTMLElement>('.name')!.focus()
    await press('Delete')
    expect(document.activeElement?.textContent).toBe('Provider 1')
  })

  it('merges the chosen one into another', async () => {
    const bridge = await open([contract(1), contract(2)])
    await click(/Provider 2/)
    await click(/Merge with/)
    document.querySelector('form#merge-contracts')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await flushPromises()
    expect(bridge.callsOf('contracts.merge')).toEqual([{ id: idOf(2), into: idOf(1) }])
  })

  it('keeps a name, and takes an empty one as the bank’s', async () => {
    const bridge = await open([contract(1, { ownName: 'Gym' })])
    await click(/Provider 1/)
    const field = document.querySelector<HTMLInputElement>('[role=dialog] input')!
    field.value = ' '
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.closest('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await flushPromises()
    expect(bridge.callsOf('contracts.rename')).toEqual([{ id: idOf(1), name: null }])
  })

  it('takes a payment out that does not belong, and puts one in that does', async () => {
    const bridge = await open([contract(1)], {
      'contracts.place': () => ok({ asOf: localDate('2026-03-15'), contracts: [contract(1)] }),
      'transactions.page': ({ filter }) => ok(filter.ids ? [transaction({ id: 12 as TransactionId, payee: 'March payment' })] : [transaction({ id: 12 as TransactionId }), transaction({ id: 30 as TransactionId, payee: 'Paid by card', amount: eur(-1000) }), transaction({ id: 31 as TransactionId, payee: 'Came back', amount: eur(1000) })]),
    })
    await click(/Provider 1/)
    await click(/^Does not belong here: March payment/)
    await click(/^Add a payment/)
    expect([...document.querySelectorAll('.finder li')].map((row) => row.querySelector('.payee')?.textContent)).toEqual(['Paid by card'])
    await click(/^Add Paid by card/)
    expect(bridge.callsOf('contracts.place')).toEqual([{ rows: [12], into: null }, { rows: [30], into: idOf(1) }])
  })

  it('lists the dismissed by themselves, to be restored', async () => {
    await open([contract(1), contract(2, { choice: 'dismissed' })])
    expect(document.body.textContent).not.toContain('Provider 2')
    const radio = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ value }) => value === 'dismissed')
    radio!.click()
    await flushPromises()
    expect(document.body.textContent).toContain('Provider 2')
    expect(document.body.textContent).not.toContain('Provider 1')
    await press('Escape')
  })
})
