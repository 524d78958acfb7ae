import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#shared/model.ts'
import { keepRun, runsOf } from '#main/ledger/import/runs.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, GIRO, importReadings, openedInMemory, reading, statement, value } from '../../fixtures/readings.ts'

describe('where the rows of an account are', () => {
  let ledger: OpenLedger
  const [giro, card] = [1 as AccountId, 2 as AccountId]

  beforeEach(() => {
    ledger = openLedger({ file: ':memory:', key: null, create: true, now: '2026-01-01T00:00:00.000Z' as never })
    ledger.db.exec(`INSERT INTO account (id, name, type, currency, created_at) VALUES (1, 'Giro', 'checking', 'EUR', ''), (2, 'Card', 'credit', 'EUR', '')`)
  })
  afterEach(() => { ledger.close() })

  it('is told account by account, far apart where others came between', () => {
    keepRun(ledger.db, giro, { first: 1, last: 100 })
    keepRun(ledger.db, card, { first: 101, last: 500 })
    keepRun(ledger.db, giro, { first: 501, last: 510 })
    expect(runsOf(ledger.db, giro)).toEqual([{ first: 1, last: 100 }, { first: 501, last: 510 }])
    expect(runsOf(ledger.db, card)).toEqual([{ first: 101, last: 500 }])
  })

  it('steps over a few rows of others', () => {
    for (let day = 0; day < 50; day += 1) keepRun(ledger.db, giro, { first: day * 10 + 1, last: day * 10 + 3 })
    expect(runsOf(ledger.db, giro)).toEqual([{ first: 1, last: 493 }])
  })

  it('names no row twice where ids came back after rows were done away with', () => {
    keepRun(ledger.db, giro, { first: 1, last: 100 })
    keepRun(ledger.db, giro, { first: 90, last: 95 })
    keepRun(ledger.db, giro, { first: 1, last: 40 })
    expect(runsOf(ledger.db, giro)).toEqual([{ first: 1, last: 100 }])
  })
})

describe('an import among many accounts', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => { await ledger.close() })

  it('knows every row of its own account, though those of others came between', async () => {
    const accounts = ['DE89370400440532013000', 'DE02120300000000202051', 'DE02500105170137075030'].map((iban) => ({ ...GIRO, iban, number: iban.slice(12) }))
    const days = Array.from({ length: 9 }, (_, day) => accounts.map((account) => statement({
      account, entries: Array.from({ length: 20 }, (__, row) => entry({ on: `2026-01-0${day + 1}`, amount: `-${row + 1}.00`, payee: `Payee ${row % 3}`, externalId: row % 2 === 0 ? '' : `${day}-${row}` })),
    })))
    for (const day of days) await importReadings(ledger, reading(day))
    const again = await importReadings(ledger, ...days.toReversed().map((day) => reading(day.toReversed())))
    expect(again.map(({ batch: { added, duplicates } }) => [added, duplicates])).toEqual(days.map(() => [0, 60]))
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  describe('and of more rows than are read at once', () => {
    const rows = Array.from({ length: 2_300 }, (_, row) => entry({ on: `2026-0${1 + Math.floor(row / 800)}-${String(10 + (row % 19))}`, amount: `-${1 + (row % 7)}.00`, payee: `Payee ${row % 3}`, externalId: row % 5 === 0 ? '' : `id ${row}` }))
    const fresh = entry({ on: '2026-03-31', amount: '-99.00', payee: 'New', externalId: 'new' })
    const counts = async (...entries: (typeof rows)[]) => (await importReadings(ledger, ...entries.map((each) => statement({ entries: each })))).map(({ batch: { added, duplicates } }) => [added, duplicates])

    it.each([
      ['as it came', rows, 0],
      ['backwards', rows.toReversed(), 0],
      ['from its middle on', rows.slice(1_234), 0],
      ['with a row within', [...rows.slice(0, 1_100), fresh, ...rows.slice(1_100)], 1],
      ['with a row at its end', [...rows, fresh], 1],
      ['with a row told twice', [...rows, ...rows.slice(5, 6)], 1],
    ])('finds each when a file comes again %s', async (_, again, added) => {
      await counts(rows.slice(0, 1_000), rows.slice(1_000))
      expect(await counts(again)).toEqual([[added, again.length - added]])
    })
  })
})
