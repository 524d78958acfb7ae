import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AccountId, Transaction, TransactionId } from '#shared/model.ts'
import { ok } from '#shared/result.ts'
import type { Transfer } from '#shared/transfers.ts'
import ReviewPage from '#renderer/features/review/ReviewPage.vue'
import { byMerchant, certainOf, repeatedOf } from '#renderer/stores/review.ts'
import { dismissAllToasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { eur, transaction } from './rows.ts'

const row = (id: number, over: Partial<Transaction> = {}): Transaction => transaction({ id: id as TransactionId, ...over })
const transfer = (outId: number, inId: number, score: number): Transfer => ({
  out: row(outId, { amount: eur(-5000) }), into: row(inId, { amount: eur(5000), accountId: 2 as AccountId, accountName: 'Savings', bookedOn: localDate('2026-03-16') }), state: 'proposed', by: 'engine', method: 'wording', score,
})

describe('what hardly needs a look', () => {
  it('is sure, and no other pair wants its rows', () => {
    const pairs = [transfer(1, 2, 0.95), transfer(3, 4, 0.55), transfer(5, 6, 0.95), transfer(5, 7, 0.9)]
    expect(certainOf(pairs).map(({ out }) => out.id)).toEqual([1])
  })
})

describe('what came twice', () => {
  it('goes at once where it repeats one row word for word on its day', () => {
    const suspect = (id: number, other: Transaction | null, over: Partial<Transaction> = {}) => ({ row: row(id, { isPotentialDuplicate: true, ...over }), other })
    const found = repeatedOf([suspect(1, row(11)), suspect(2, row(12, { bookedOn: localDate('2026-03-01') })), suspect(3, row(13, { payee: 'Else' })), suspect(4, null), suspect(5, row(14)), suspect(6, row(14)), suspect(7, row(15, { isPotentialDuplicate: true }))])
    expect(found.map(({ row: { id } }) => id)).toEqual([1])
  })
})

describe('rows without a category', () => {
  it('stand together by merchant and direction, whatever numbers tell one visit from the next', () => {
    const groups = byMerchant([row(1, { payee: 'Kiosk 12' }), row(2, { payee: 'Bakery' }), row(3, { payee: 'KIOSK 99' }), row(4, { payee: 'Kiosk', amount: eur(100) })])
    expect(groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[1, 3], [2], [4]])
  })

  it('stay apart where nothing names them, and are left out where they are divided', () => {
    const nameless = { payee: '', purpose: '123' }
    expect(byMerchant([row(1, nameless), row(2, nameless), row(3, { splits: [{ amount: eur(-1), categoryId: null, notes: '' }] })])).toHaveLength(2)
  })
})

describe('the page', () => {
  beforeEach(dismissAllToasts)
  afterEach(dismissAllToasts)

  async function open(answers: Answers = {}, proposed: Transfer[] = [transfer(1, 2, 0.95), transfer(3, 4, 0.55), transfer(5, 6, 0.9)]): Promise<FakeBridge> {
    let left = proposed
    const bridge = fakeBridge({
      'transfers.list': () => ok({ pairing: 'confirm', counts: { proposed: left.length, confirmed: 0, rejected: 0 }, transfers: left }),
      'transfers.confirm': ({ pairs }) => {
        left = left.filter(({ out }) => !pairs.some(({ outId }) => outId === out.id))
        return ok({ changed: pairs.length })
      },
      'transfers.reject': ({ pairs }) => {
        left = left.filter(({ out }) => !pairs.some(({ outId }) => outId === out.id))
        return ok({ changed: pairs.length })
      },
      'transactions.edit': ({ ids }) => ok({ changed: ids.length }), ...answers,
    })
    await mounted(ReviewPage)
    await flushPromises()
    return bridge
  }
  const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more }))
    await flushPromises()
  }
  const button = (name: RegExp): HTMLElement => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => name.test(one.textContent))
    if (!found) throw new Error(`no button ${name.source}`)
    return found
  }
  const click = async (name: RegExp): Promise<void> => {
    button(name).click()
    await flushPromises()
  }

  it('shows both rows, how far apart they are, and why they may be one', async () => {
    await open()
    const text = document.querySelector('[data-review="transfers-0"]')?.textContent ?? ''
    expect(text).toContain('Savings')
    expect(text).toContain('The texts fit together · 2 days apart · 95% sure')
  })

  it('takes the word of a person for one pair, and goes on to the next', async () => {
    const bridge = await open()
    await click(/It is one transfer/)
    await click(/^Never/)
    expect(bridge.callsOf('transfers.confirm')).toEqual([{ pairs: [{ outId: 1, inId: 2 }] }])
    expect(bridge.callsOf('transfers.reject')).toEqual([{ pairs: [{ outId: 3, inId: 4 }] }])
    expect(document.querySelectorAll('[data-review]')).toHaveLength(1)
  })

  it('accepts in one step all that are certain, and no other', async () => {
    const bridge = await open()
    await click(/Accept all 2/)
    expect(bridge.callsOf('transfers.confirm')).toEqual([{ pairs: [{ outId: 1, inId: 2 }, { outId: 5, inId: 6 }] }])
  })

  it('shows a possible duplicate beside the row that it looks like', async () => {
    const suspect = row(8, { payee: 'Twice', isPotentialDuplicate: true })
    const bridge = await open({
      'transactions.outline': ({ filter }) => ok({ count: filter.flag === 'duplicate' ? 1 : 0, sums: [], anchors: [null] }),
      'transactions.page': ({ filter }) => ok(filter.flag === 'duplicate' ? [suspect] : filter.category === 'none' ? [] : [row(7, { payee: 'Once', bookedOn: localDate('2026-03-13') }), suspect, row(6, { amount: eur(-1) })]),
    }, [])
    expect(document.querySelector('[data-review="duplicates-0"]')?.textContent).toContain('Once')
    await click(/Both are right/)
    await click(/Remove this one/)
    expect(bridge.callsOf('transactions.edit')).toEqual([{ ids: [8], change: { isPotentialDuplicate: false } }, { ids: [8], change: { isRemoved: true } }])
  })

  it('says how much more there is than is shown, and shows it', async () => {
    const bridge = await open({ 'transfers.list': () => ok({ pairing: 'confirm', counts: { proposed: 250, confirmed: 0, rejected: 0 }, transfers: [transfer(1, 2, 0.5)] }) })
    expect(document.body.textContent).toContain('The latest 1 of 250 are shown.')
    await click(/^Show more/)
    expect(bridge.callsOf('transfers.list').map(({ limit }) => limit)).toEqual([100, 200])
  })

  it('says that nothing is looked for where that was switched off', async () => {
    await open({ 'transfers.list': () => ok({ pairing: 'off', counts: { proposed: 0, confirmed: 0, rejected: 0 }, transfers: [] }) })
    expect(document.body.textContent).toContain('No transfers are looked for')
  })

  it('finds what a person has rejected again, and takes that back', async () => {
    const said: Transfer = { ...transfer(9, 10, 0), state: 'rejected', by: 'user', method: null, score: null }
    const bridge = await open({
      'transfers.list': ({ state }) => ok({ pairing: 'confirm', counts: { proposed: 0, confirmed: 0, rejected: 1 }, transfers: state === 'rejected' ? [said] : [] }),
      'transfers.restore': ({ pairs }) => ok({ changed: pairs.length }),
    }, [])
    expect(document.body.textContent).not.toContain('Take back')
    await click(/You have rejected 1 pair/)
    await click(/^Take back/)
    expect(bridge.callsOf('transfers.restore')).toEqual([{ pairs: [{ outId: 9, inId: 10 }] }])
  })

  it('lets a person choose how transfers are looked for', async () => {
    const bridge = await open({ 'transfers.setPairing': ({ mode }) => ok({ mode }) })
    document.querySelector<HTMLInputElement>('input[value=propose]')!.click()
    await press('Escape')
    expect(bridge.callsOf('transfers.setPairing')).toEqual([{ mode: 'propose' }])
  })
})
