import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import type { AccountId, OperationId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { openedInMemory, value } from '../fixtures/readings.ts'
import { flowsOf } from '../fixtures/reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'kontor-exports-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const words = fc.stringMatching(/^[A-Za-zÄÖÜäöüß&.,;:=+@"'-]{1,12}( [A-Za-z0-9]{1,8}){0,2}$/).filter((text) => !/^(?:n\/a|-|null)$/i.test(text))
const row = fc.record({
  day: fc.integer({ min: 0, max: 700 }), minor: fc.integer({ min: -9_999_99, max: 9_999_99 }).filter((amount) => amount !== 0), payee: words, purpose: words,
  category: fc.constantFrom(null, 'food.groceries', 'income.salary', 'housing.rent'),
})
const ledgers = fc.array(row, { minLength: 1, maxLength: 8 })
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never

const START = localDate('2024-01-01')

async function written(rows: readonly Row[]): Promise<LedgerClient> {
  const ledger = await openedInMemory()
  const account: AccountId = (await value(ledger.call('accounts.create', { name: 'Giro', type: 'checking', currency: currency('EUR'), openingMinor: minor(0), openedOn: START }))).id
  for (const { day, minor: amount, payee, purpose, category } of rows) {
    await value(ledger.call('transactions.create', { accountId: account, bookedOn: addDays(START, day), amountMinor: minor(amount), payee, purpose, categoryId: category, notes: '', tags: [] }))
  }
  return ledger
}

let next = 0
async function readAgain(ledger: LedgerClient, format: 'json' | 'csv' | 'ofx' | 'qif'): Promise<LedgerClient> {
  const file = join(folder, `${next += 1}.${format}`)
  await value(ledger.job('export', { file, format }))
  const other = await openedInMemory()
  await value(other.job('importFiles', { files: [{ name: `Giro.${format}`, bytes: new Uint8Array(readFileSync(file)) }], source: 'file', operationId: `00000000-0000-4000-8000-${String(next).padStart(12, '0')}` as OperationId }))
  return other
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const rowsOf = async (ledger: LedgerClient) => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 100 })))
  .map(({ bookedOn, amount, payee, purpose, categoryBy, categoryId }) => [bookedOn, amount.minor, amount.currency, squeezed(payee), squeezed(purpose), categoryBy === 'user' ? categoryId : null].join('|')).sort()
const flowOf = (ledger: LedgerClient) => flowsOf(ledger, { from: START, to: '2026-12-31' })

describe('what is exported comes back', () => {
  it.each(['json', 'csv', 'qif'] as const)('%s: every row with its day, amount, words and category, and the same cash flow', async (format) => {
    await fc.assert(fc.asyncProperty(ledgers, async (rows) => {
      const ledger = await written(rows)
      const other = await readAgain(ledger, format)
      expect(await rowsOf(other)).toEqual(await rowsOf(ledger))
      expect(await flowOf(other)).toEqual(await flowOf(ledger))
      await Promise.all([ledger.close(), other.close()])
    }), { numRuns: 5 })
  })

  it('ofx: every row with its day, amount and words; categories have no place in it', async () => {
    await fc.assert(fc.asyncProperty(ledgers, async (rows) => {
      const ledger = await written(rows.map((one) => ({ ...one, category: null })))
      const other = await readAgain(ledger, 'ofx')
      expect(await rowsOf(other)).toEqual(await rowsOf(ledger))
      expect(await flowOf(other)).toEqual(await flowOf(ledger))
      await Promise.all([ledger.close(), other.close()])
    }), { numRuns: 5 })
  })

  it('ledger: every transaction adds up to nothing', async () => {
    const ledger = await written([{ day: 1, minor: -1234, payee: 'Market', purpose: 'a; b', category: 'food.groceries' }, { day: 2, minor: 100_000, payee: 'Work', purpose: '', category: 'income.salary' }])
    const file = join(folder, 'book.journal')
    await value(ledger.job('export', { file, format: 'ledger' }))
    const text = readFileSync(file, 'utf8')
    expect(text).toBe('2024-01-02 Market  ; a b\n    Assets:Giro  -12.34 EUR\n    Expenses:food:groceries  12.34 EUR\n\n2024-01-03 Work\n    Assets:Giro  1000.00 EUR\n    Income:income:salary  -1000.00 EUR\n\n')
    await ledger.close()
  })
})
