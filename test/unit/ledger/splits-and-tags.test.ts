import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import type { TransactionFilter, TransactionId } from '#shared/model.ts'
import { minor } from '#shared/money.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { fetched, imported, offered, sound, updated } from '../../fixtures/connections.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'
import { flowsOf, moved, spentOn } from '../../fixtures/reports.ts'

const id = (number: number) => number as TransactionId
const row = (payee: string, amount = '-10.00', parts: object = {}) => entry({ on: '2026-01-02', amount, payee, externalId: `${payee} ${amount}`, ...parts })
const part = (amountMinor: number, categoryId: string | null = null, notes = '') => ({ amountMinor: minor(amountMinor), categoryId, notes })

describe('A17 what a person makes of a row', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const rows = (filter: TransactionFilter = {}) => value(ledger.call('transactions.page', { filter, after: null, limit: 100 }))
  const ids = async (filter: TransactionFilter) => (await rows(filter)).map((one) => Number(one.id)).sort((left, right) => left - right)
  const get = (number: number) => value(ledger.call('transactions.get', { id: id(number) }))
  const edit = (change: object, ...numbers: number[]) => ledger.call('transactions.edit', { ids: numbers.map(id), change })
  const undo = () => value(ledger.call('history.undo', undefined))
  const finish = async (): Promise<void> => { while (!(await value(ledger.job('categories.next', null))).isDone); }

  describe('splits', () => {
    beforeEach(async () => {
      await importReadings(ledger, statement({ entries: [row('Kaufland', '-50.00'), row('Kaufland', '-7.00')] }))
      await finish()
    })

    it('A17 divides a row among categories, which reports and filters then see', async () => {
      const split = [part(-3000, 'food.groceries'), part(-2000, 'shopping.drugstore_care', 'Shampoo')]
      expect(await edit({ splits: split }, 1)).toEqual({ ok: true, value: { changed: 1 } })
      const divided = await get(1)
      expect(divided).toMatchObject({ categoryId: null, amount: { minor: -5000 }, splits: [{ amount: { minor: -3000 }, categoryId: 'food.groceries', notes: '' }, { amount: { minor: -2000 }, notes: 'Shampoo' }] })
      expect(() => contract['transactions.get'].output.parse(divided)).not.toThrow()
      expect(await ids({ category: 'shopping.drugstore_care' })).toEqual([1])
      expect(await spentOn(ledger, { from: '2026-01-01', to: '2026-01-31' })).toEqual([['food.groceries', 3700], ['shopping.drugstore_care', 2000]])
      expect((await undo()).redo).toEqual({ label: 'split', count: 1 })
      expect(await get(1)).toMatchObject({ splits: [], categoryId: 'food.groceries', categoryBy: 'guess' })
      await value(ledger.call('history.redo', undefined))
      expect((await get(1)).splits).toHaveLength(2)
    })

    it('A17 refuses parts that miss the row by a cent, and changes nothing', async () => {
      for (const parts of [[part(-3000), part(-2001)], [part(-3000), part(-1999)], [part(3000), part(2000)]]) {
        expect(await edit({ splits: parts }, 1)).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'splits' } })
      }
      expect(await edit({ splits: [part(-350), part(-350)] }, 1, 2)).toMatchObject({ ok: false })
      expect(contract['transactions.edit'].input.safeParse({ ids: [1], change: { splits: [part(-5000)] } }).success).toBe(false)
      expect((await get(1)).splits).toEqual([])
    })

    it('A17 restores the row: its parts go, its category is there again', async () => {
      const before = await get(1)
      await edit({ splits: [part(-3000), part(-2000)] }, 1)
      await edit({ splits: [part(-1000), part(-1000), part(-3000)] }, 1)
      await edit({ splits: [] }, 1)
      expect(await get(1)).toEqual(before)
      await undo()
      expect((await get(1)).splits).toHaveLength(3)
    })

    it('A17 leaves a divided row alone when many rows get a category', async () => {
      await edit({ splits: [part(-3000), part(-2000)] }, 1)
      expect(await edit({ categoryId: 'travel.other' }, 1, 2)).toMatchObject({ value: { changed: 1 } })
      await edit({ splits: [] }, 1)
      expect((await get(1)).categoryId).toBe('food.groceries')
    })
  })

  it('A17 goes over from a pending row to the one that books it', async () => {
    const pending = statement({ pending: [row('Kaufland', '-50.00', { externalId: '' })] })
    await importReadings(ledger, pending)
    await edit({ splits: [part(-3000, 'food.groceries'), part(-2000)], addTags: ['Urlaub'] }, 1)
    await importReadings(ledger, statement({ entries: [row('Kaufland', '-50.00', { externalId: 'k1' })] }))
    await finish()
    expect(await rows()).toMatchObject([{ id: 2, status: 'booked', tags: ['Urlaub'], splits: [{ amount: { minor: -3000 } }, { amount: { minor: -2000 } }] }])
    expect(await ids({ search: 'urlaub' })).toEqual([2])
  })

  describe('tags', () => {
    beforeEach(async () => { await importReadings(ledger, statement({ entries: [row('Aaa'), row('Bbb'), row('Ccc')] })) })

    it('A17 are added to many rows at once, found, filtered by, taken off and undone', async () => {
      expect(await edit({ addTags: ['  Urlaub   2026 ', 'Steuer'] }, 1, 2)).toMatchObject({ value: { changed: 2 } })
      expect((await get(1)).tags).toEqual(['Steuer', 'Urlaub 2026'])
      expect(await ids({ tag: 'urlaub 2026' })).toEqual([1, 2])
      expect(await ids({ search: 'urlau 2026' })).toEqual([1, 2])
      expect(await value(ledger.call('tags.list', undefined))).toEqual([{ tag: 'Steuer', count: 2 }, { tag: 'Urlaub 2026', count: 2 }])
      await edit({ removeTags: ['STEUER'] }, 1)
      expect(await ids({ search: 'steuer' })).toEqual([2])
      expect((await undo()).redo?.label).toBe('edit-tags')
      expect(await ids({ search: 'steuer' })).toEqual([1, 2])
      await undo()
      expect([await ids({ search: 'steuer' }), await ids({ tag: 'Steuer' }), (await get(2)).tags]).toEqual([[], [], []])
    })

    it('A17 are one tag whatever their case', async () => {
      await edit({ addTags: ['Auto'] }, 1)
      expect(await edit({ addTags: ['AUTO'] }, 1)).toMatchObject({ value: { changed: 0 } })
    })
  })

  describe('“apply to similar”', () => {
    beforeEach(async () => {
      await importReadings(ledger, statement({ entries: [row('Qzx Müller 17'), row('QZX MÜLLER 99', '-4.00'), row('Qzx Müller', '-5.00'), row('Qzx Müller', '6.00'), row('Other', '-7.00', { creditorId: 'DE98ZZZ09999999999' }), row('Elsewhere', '-8.00', { creditorId: 'DE98ZZZ09999999999' })] }))
      await finish()
    })
    const similar = async (number: number, categoryId = 'travel.other') => (await value(ledger.call('transactions.similar', { id: id(number), categoryId }))).ids.map(Number).sort((left, right) => left - right)

    it('A17 names the rows of the same merchant or creditor in the same direction', async () => {
      expect(await similar(1)).toEqual([2, 3])
      expect(await similar(5)).toEqual([6])
    })

    it('A17 leaves out what a person has chosen or divided, and what has the category already', async () => {
      await edit({ categoryId: 'food.groceries' }, 2)
      await edit({ splits: [part(-200), part(-300)] }, 3)
      expect(await similar(1)).toEqual([])
    })

    it('A17 is one step', async () => {
      const found = await value(ledger.call('transactions.similar', { id: id(1), categoryId: 'travel.other' }))
      expect(found.examples.map((one) => one.id)).toEqual(found.ids)
      await edit({ categoryId: 'travel.other' }, ...found.ids)
      expect((await value(ledger.call('history.state', undefined))).undo).toEqual({ label: 'edit-category', count: 2 })
      await undo()
      expect((await rows()).map(({ categoryId }) => categoryId)).toEqual([null, null, null, null, null, null])
    })
  })

  it('A17 marks what a later refresh brings as new until it is looked at, and filters by it', async () => {
    const giro = (payees: string[]) => ({ fetched: [fetched(offered(0), { statements: [statement({ entries: payees.map((payee) => row(payee)) })] })] })
    const { id: connectionId } = await imported(ledger, giro(['Aaa']))
    await updated(ledger, connectionId, giro(['Aaa', 'Bbb', 'Ccc']))
    expect(await ids({ flag: 'new' })).toEqual([2, 3])
    await edit({ isNew: false }, 2)
    expect(await ids({ flag: 'new' })).toEqual([3])
  })

  it('whatever is edited, divided and undone, sums stay and the ledger is sound', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('split' as const), on: fc.integer({ min: 1, max: 4 }), shares: fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 4 }), off: fc.constantFrom(0, 0, 0, 1) }),
      fc.record({ kind: fc.constantFrom('restore' as const, 'category' as const, 'tag' as const, 'untag' as const), on: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'categorise' as const, 'revert' as const) }),
    )
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const own = await openedInMemory()
      await importReadings(own, statement({ entries: ['-50.00', '-7.00', '120.00', '-0.01'].map((amount, index) => row(KINDS[index] ?? '', amount)) }))
      for (const one of steps) await take(own, one)
      const page = await value(own.call('transactions.page', { filter: {}, after: null, limit: 100 }))
      for (const { amount, splits } of page) if (splits.length > 0) expect(splits.reduce((sum, { amount: { minor: cents } }) => sum + cents, 0)).toBe(amount.minor)
      const { total } = await flowsOf(own, { from: '2026-01-01', to: '2026-01-31' })
      expect(moved(total.sum)).toBe(page.reduce((sum, { amount }) => sum + amount.minor, 0))
      await sound(own)
      await own.close()
    }), { numRuns: 60 })
  })
})

const KINDS = ['REWE Markt', 'Netflix', 'Employer Inc', 'Qzx']
const AMOUNTS = [-5000, -700, 12000, -1]

type Step =
  | { readonly kind: 'split'; readonly on: number; readonly shares: readonly number[]; readonly off: number }
  | { readonly kind: 'restore' | 'category' | 'tag' | 'untag'; readonly on: number }
  | { readonly kind: 'undo' | 'redo' | 'categorise' | 'revert' }

async function take(ledger: LedgerClient, step: Step): Promise<void> {
  switch (step.kind) {
    case 'split': {
      const rest = (AMOUNTS[step.on - 1] ?? 0) - step.shares.reduce((sum, share) => sum + share, 0)
      const answer = await ledger.call('transactions.edit', { ids: [id(step.on)], change: { splits: [...step.shares, rest + step.off].map((share) => part(share, 'food.groceries')) } })
      if (step.off !== 0) expect(answer.ok).toBe(false)
      return
    }
    case 'undo': case 'redo':
      await value(ledger.call(`history.${step.kind}`, undefined))
      return
    case 'categorise':
      await value(ledger.job('categories.next', null))
      return
    case 'revert':
      await ledger.call('imports.revert', { batchId: 1 as never })
      return
    default:
      await ledger.call('transactions.edit', { ids: [id(step.on)], change: changeOf(step.kind) })
  }
}

function changeOf(kind: 'restore' | 'category' | 'tag' | 'untag'): object {
  if (kind === 'restore') return { splits: [] }
  if (kind === 'category') return { categoryId: 'travel.other' }
  return kind === 'tag' ? { addTags: ['Urlaub'] } : { removeTags: ['urlaub'] }
}
