import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AccountId, Cursor, Transaction, TransactionFilter } from '#shared/model.ts'
import type { StatementAccount } from '#shared/statement.ts'
import { openLedger } from '#main/ledger/open.ts'
import { anchorSql, sumSql } from '#main/ledger/transactions/outline.ts'
import { pageSql } from '#main/ledger/transactions/page.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { booked, entry, GIRO, importReadings, openedInMemory, statement, value, type EntryText } from '../../fixtures/readings.ts'

const CARD: StatementAccount = { ...GIRO, number: '4111', iban: null, bankCode: null, type: 'credit' }
const [ONE, TWO] = [1 as AccountId, 2 as AccountId]
const ROWS: readonly EntryText[] = [
  { on: '2026-01-02', amount: '-12.50', payee: 'Bäckerei Müller', purpose: 'Brot & Kuchen', externalId: 'A' },
  { on: '2026-01-02', amount: '2500.00', payee: 'ACME GmbH', purpose: 'Gehalt 01/2026', externalId: 'B', counterpartyIban: 'DE02120300000000202051' },
  { on: '2026-01-05', amount: '12.50', payee: 'Rückzahlung', purpose: 'Bäckerei', externalId: 'C' },
  { on: '2025-12-30', amount: '-1250.00', payee: 'Vermieter', purpose: 'Miete Dezember', externalId: 'D' },
]

describe('lists of transactions', () => {
  let ledger: LedgerClient

  beforeEach(async () => {
    ledger = await openedInMemory()
    await importReadings(ledger, statement({ entries: ROWS.map(entry), pending: [entry({ on: '2026-01-06', amount: '-3.00', payee: 'Kiosk' })], balances: [booked('1300.00', '2026-01-31')] }))
    await importReadings(ledger, statement({ kind: 'cc', account: CARD, currency: 'USD', entries: [entry({ on: '2026-01-03', amount: '-99.99', payee: 'STEAM GAMES' })] }))
  })
  afterEach(async () => { await ledger.close() })

  const page = (filter: TransactionFilter, after: Cursor | null = null, limit = 500) => value(ledger.call('transactions.page', { filter, after, limit }))
  const names = async (filter: TransactionFilter) => (await page(filter)).map(({ payee }) => payee)
  const search = (text: string) => names({ search: text })
  const ALL = ['Kiosk', 'Rückzahlung', 'STEAM GAMES', 'ACME GmbH', 'Bäckerei Müller', 'Vermieter']

  it('stand newest first, rows of one day by their coming', async () => {
    expect(await names({})).toEqual(ALL)
    expect(await names({ accountIds: [ONE] })).toEqual(ALL.filter((name) => name !== 'STEAM GAMES'))
  })

  it('are narrowed by account, range, status, batch and category', async () => {
    expect(await names({ accountIds: [TWO] })).toEqual(['STEAM GAMES'])
    expect(await names({ accountIds: [ONE, TWO], from: localDate('2026-01-03'), to: localDate('2026-01-05') })).toEqual(['Rückzahlung', 'STEAM GAMES'])
    expect(await names({ accountIds: [] })).toEqual([])
    expect(await names({ status: 'pending' })).toEqual(['Kiosk'])
    expect(await names({ status: 'booked', batchId: 2 as never })).toEqual(['STEAM GAMES'])
    const [, , , salary, bakery] = await page({})
    await value(ledger.call('transactions.edit', { ids: [bakery?.id ?? 0 as never], change: { categoryId: 'food.cafe_bakery' } }))
    await value(ledger.call('transactions.edit', { ids: [salary?.id ?? 0 as never], change: { categoryId: 'income.salary' } }))
    expect(await names({ category: 'food' })).toEqual(['Bäckerei Müller'])
    expect(await names({ category: 'food.cafe_bakery' })).toEqual(['Bäckerei Müller'])
    expect(await names({ category: 'foo*' })).toEqual([])
    expect(await names({ category: 'none' })).toHaveLength(4)
  })

  it('show each balance of one account after its row, backwards from today’s', async () => {
    const rows = await page({ accountIds: [ONE] })
    expect(rows.map(({ balanceAfter }) => balanceAfter?.minor ?? null)).toEqual([null, 130_000, 128_750, -121_250, -120_000])
    const second = await page({ accountIds: [ONE] }, { bookedOn: rows[1]?.bookedOn ?? localDate('2026-01-01'), id: rows[1]?.id ?? 0 as never })
    expect(second.map(({ balanceAfter }) => balanceAfter?.minor)).toEqual([128_750, -121_250, -120_000])
    expect((await page({ accountIds: [ONE], search: 'miete' }))[0]?.balanceAfter).toBeNull()
    expect((await page({}))[1]?.balanceAfter).toBeNull()
  })

  it('are outlined with count, sums per currency and anchors', async () => {
    expect(await value(ledger.call('transactions.outline', { filter: {} }))).toEqual({ count: 6, sums: [{ minor: 124_700, currency: 'EUR' }, { minor: -9_999, currency: 'USD' }], anchors: [null] })
    expect(await value(ledger.call('transactions.outline', { filter: { search: 'nothing like it' } }))).toEqual({ count: 0, sums: [], anchors: [null] })
  })

  it('are found by words and their beginnings, without accents and case, in any field', async () => {
    expect(await search('bäck')).toEqual(['Rückzahlung', 'Bäckerei Müller'])
    expect(await search('BACKEREI muller')).toEqual(['Bäckerei Müller'])
    expect(await search('gehalt acme')).toEqual(['ACME GmbH'])
    expect(await search('DE02 1203 0000 0000 2020 51')).toEqual(['ACME GmbH'])
    expect(await search('ehalt')).toEqual([])
    expect(await search('bäckerei acme')).toEqual([])
  })

  it('are found by amount, of either sign or the one that is typed', async () => {
    expect(await search('12,50')).toEqual(['Rückzahlung', 'Bäckerei Müller'])
    expect(await search('-12.50')).toEqual(['Bäckerei Müller'])
    expect(await search('\u221212,5')).toEqual(['Bäckerei Müller'])
    expect(await search('+12.50')).toEqual(['Rückzahlung'])
    expect(await search('1.250,00')).toEqual(['Vermieter'])
    expect(await search('1.250')).toEqual(['Vermieter'])
    expect(await search('-1,250')).toEqual(['Vermieter'])
    expect(await search('+1.250')).toEqual([])
    expect(await search('12,50 kuchen')).toEqual(['Bäckerei Müller'])
    expect(await search('2026')).toEqual(['ACME GmbH'])
  })

  it('follow what the user writes', async () => {
    const [kiosk] = await page({ search: 'kiosk' })
    await value(ledger.call('transactions.edit', { ids: [kiosk?.id ?? 0 as never], change: { payee: 'Zeitungsladen', notes: 'Für Oma' } }))
    expect(await search('oma zeitung')).toEqual(['Zeitungsladen'])
    await value(ledger.call('history.undo', undefined))
    expect(await search('oma')).toEqual([])
    expect(await search('kiosk')).toEqual(['Kiosk'])
  })

  it('never fail for what is typed', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ maxLength: 40, unit: 'binary' }), fc.stringMatching(/^["*():^+\-,.'\d ANDORNEAR]{0,30}$/)), async (text) => {
      expect(await ledger.call('transactions.page', { filter: { search: text }, after: null, limit: 5 })).toMatchObject({ ok: true })
    }), { numRuns: 300 })
  })
})

describe('paging', () => {
  it('shows every row once, whatever the page size, and its anchors are where pages begin', async () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 40 })
    await fc.assert(fc.asyncProperty(days, fc.integer({ min: 1, max: 9 }), async (list, limit) => {
      const ledger = await openedInMemory()
      await importReadings(ledger, statement({ entries: list.map((date, index) => entry({ on: `2026-01-${String(date).padStart(2, '0')}`, amount: `${index + 1}.00`, externalId: `E${index}` })) }))
      const seen: Transaction[] = []
      for (let after: Cursor | null = null; ;) {
        const rows: Transaction[] = await value(ledger.call('transactions.page', { filter: {}, after, limit }))
        seen.push(...rows)
        const last = rows.at(-1)
        if (!last) break
        after = { bookedOn: last.bookedOn, id: last.id }
      }
      expect(seen.map(({ id }) => id)).toEqual([...seen].sort((left, right) => (left.bookedOn < right.bookedOn ? 1 : left.bookedOn > right.bookedOn ? -1 : right.id - left.id)).map(({ id }) => id))
      expect(new Set(seen.map(({ id }) => id)).size).toBe(list.length)
      await ledger.close()
    }), { numRuns: 25 })
  })

  it('jumps to any page by the outline', async () => {
    const ledger = await openedInMemory()
    await importReadings(ledger, statement({ entries: Array.from({ length: 250 }, (_, index) => entry({ on: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`, amount: '1.00', externalId: `E${index}` })) }))
    const { anchors, count } = await value(ledger.call('transactions.outline', { filter: {} }))
    const whole = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))
    expect([count, anchors.length]).toEqual([250, 3])
    for (const [index, after] of anchors.entries()) {
      const [first] = await value(ledger.call('transactions.page', { filter: {}, after, limit: 1 }))
      expect(first?.id).toBe(whole[index * 100]?.id)
    }
    await ledger.close()
  })

  it('reads the covering index alone, in its own order', () => {
    const { db, close } = openLedger({ file: ':memory:', key: null, create: true, now: '2026-01-01T00:00:00.000Z' as never })
    const where = 'deleted_at IS NULL AND account_id = :accountId'
    const params = { bookedOn: '9999', id: 1, limit: 1, accountId: 1, currency: 'EUR' }
    for (const sql of [pageSql(where), anchorSql(where), sumSql(where)]) {
      const plan = JSON.stringify(db.query(`EXPLAIN QUERY PLAN ${sql}`).all(params))
      expect(plan).toMatch(/COVERING INDEX txn_by_day/)
      expect(plan).not.toMatch(/TEMP B-TREE/)
    }
    close()
  })
})
