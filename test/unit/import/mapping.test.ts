import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerClient } from '#main/worker/client.ts'
import { openedInMemory, value } from '../../fixtures/readings.ts'

const AMBIGUOUS = 'Date,Description,Amount,Category,Balance\n01/02/2026,Corner shop,-5.00,Food,995.00\n03/02/2026,Transfer,20.00,,1015.00\n'

describe('a file that leaves something open', () => {
  let ledger: LedgerClient
  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => { await ledger.close() })

  const stage = async (text: string, name = 'bank.csv') => (await value(ledger.call('imports.stage', { files: [{ name, bytes: new TextEncoder().encode(text) }] }))).operationId
  const rows = () => value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))

  it('is shown with its question and cannot be committed', async () => {
    const operationId = await stage(AMBIGUOUS)
    const review = await value(ledger.call('imports.review', { operationId }))
    expect(review.files[0]).toMatchObject({ error: null, accounts: [], mapping: { format: 'csv', open: ['date-order'], header: ['Date', 'Description', 'Amount', 'Category', 'Balance'], categories: [{ text: 'Food', count: 1 }] } })
    expect(await ledger.call('imports.commit', { operationId })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'mapping.date-order' } })
    expect(await rows()).toEqual([])
  })

  it('is read with the answer, which the next file like it gets by itself', async () => {
    const operationId = await stage(AMBIGUOUS)
    const { mapping } = (await value(ledger.call('imports.review', { operationId }))).files[0]!
    const answered = await value(ledger.call('imports.map', { operationId, file: 0, mapping: { ...mapping!.mapping, dateOrder: 'dmy', categories: { Food: 'food.groceries' } }, isRemembered: true }))
    expect(answered.files[0]).toMatchObject({ mapping: { open: [] }, accounts: [{ counts: { rows: 2, new: 2 } }] })
    await value(ledger.call('imports.commit', { operationId }))
    expect((await rows()).map(({ bookedOn, categoryId }) => [bookedOn, categoryId])).toEqual([['2026-02-03', null], ['2026-02-01', 'food.groceries']])

    const next = await stage('Date,Description,Amount,Category,Balance\n05/02/2026,Market,-15.00,Food,1000.00\n')
    expect((await value(ledger.call('imports.review', { operationId: next }))).files[0]).toMatchObject({ mapping: { isRemembered: true, open: [] }, accounts: [{ counts: { new: 1 } }] })
  })

  it('can be shared: what is kept here can be kept elsewhere', async () => {
    const operationId = await stage(AMBIGUOUS)
    const { mapping } = (await value(ledger.call('imports.review', { operationId }))).files[0]!
    await value(ledger.call('imports.map', { operationId, file: 0, mapping: { ...mapping!.mapping, dateOrder: 'mdy' }, isRemembered: true }))
    const [kept] = await value(ledger.call('mappings.list', undefined))
    const other = await openedInMemory()
    await value(other.call('mappings.save', { fingerprint: kept!.fingerprint, name: kept!.name, mapping: kept!.mapping }))
    expect(await value(other.call('mappings.list', undefined))).toEqual([kept])
    expect(await value(other.call('mappings.forget', { fingerprint: kept!.fingerprint }))).toEqual([])
    await other.close()
  })

  it('gives the same rows once, however often it comes', async () => {
    const text = 'Buchungstag;Verwendungszweck;Betrag;Währung\n01.02.2026;Brezel;-2,50;EUR\n01.02.2026;Brezel;-2,50;EUR\n'
    for (const wanted of [2, 0]) {
      const operationId = await stage(text)
      expect((await value(ledger.call('imports.review', { operationId }))).counts.new).toBe(wanted)
      await value(ledger.call('imports.commit', { operationId }))
    }
    expect(await rows()).toHaveLength(2)
  })

  it('takes a bank’s layout by its name', async () => {
    const operationId = await stage('Date,Description,Amount\n2026-01-02,Corner shop,5.00\n')
    expect((await value(ledger.call('imports.review', { operationId }))).files[0]?.mapping?.open).toEqual(['sign'])
    const answered = await value(ledger.call('imports.map', { operationId, file: 0, preset: 'us-amex', isRemembered: false }))
    expect(answered.files[0]).toMatchObject({ mapping: { open: [], preset: { id: 'us-amex' } }, accounts: [{ counts: { new: 1 } }] })
    expect(await ledger.call('imports.map', { operationId, file: 0, preset: 'moon-bank', isRemembered: false })).toMatchObject({ ok: false, error: { kind: 'not_found', what: 'preset' } })
  })
})
