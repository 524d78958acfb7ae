import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { OperationId } from '#shared/model.ts'
import { currency, minor, toDecimal } from '#shared/money.ts'
import { REPORT_NAMES } from '#shared/reports/names.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { finishCategories } from '#main/cli/categories.ts'
import { decimal, entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'
import { reportOf } from '../../fixtures/reports.ts'
import { ofx } from '../../fixtures/statement.ts'

/** Ten months of an ordinary account, written once. */
const ROWS = Array.from({ length: 10 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`).flatMap((month, index) => [
  { on: `${month}-01`, minor: -85_000, payee: 'Hausverwaltung Nord', purpose: 'Miete' },
  { on: `${month}-03`, minor: -1_299 - (index > 5 ? 200 : 0), payee: 'Netflix', purpose: 'Abo' },
  { on: `${month}-09`, minor: -4_213 - index * 17, payee: 'REWE Markt', purpose: 'Einkauf' },
  { on: `${month}-17`, minor: -2_050, payee: 'Kino am Park', purpose: 'Karten' },
  { on: `${month}-27`, minor: 245_000, payee: 'Beispiel GmbH', purpose: 'Gehalt' },
])
const amountOf = (units: number): string => toDecimal({ minor: minor(units), currency: currency('EUR') })

const CSV = ['Buchungstag;Name Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung', ...ROWS.map(({ on, minor: units, payee, purpose }) => `${on.split('-').reverse().join('.')};${payee};${purpose};${amountOf(units).replace('.', ',')};EUR`)].join('\r\n')
const QIF = `!Account\nNGiro\nTBank\n^\n!Type:Bank\n${ROWS.map(({ on, minor: units, payee, purpose }) => `D${on}\nT${amountOf(units)}\nP${payee}\nM${purpose}\n^\n`).join('')}`
const OFX = ofx({ currency: 'EUR', lines: ROWS.map(({ on, minor: units, payee, purpose }, index) => ({ id: `F${index}`, on, amount: amountOf(units), name: payee, memo: purpose })) }).replace('<DTSTART>20260101<DTEND>20260301', '<DTSTART>20250101<DTEND>20251027')
const JSON_TEXT = JSON.stringify({
  format: 'kontor', version: 1, exportedAt: '2025-11-01T00:00:00.000Z', baseCurrency: 'EUR', accounts: [{ id: 1, name: 'Giro', type: 'checking', currency: 'EUR', balances: [] }],
  transactions: ROWS.map(({ on, minor: units, payee, purpose }, index) => ({ id: index + 1, account: 1, status: 'booked', bookedOn: on, amount: amountOf(units), payee, purpose })),
})

const byFile = (name: string, text: string) => async (ledger: LedgerClient): Promise<unknown> =>
  value(ledger.job('importFiles', { files: [{ name, bytes: new TextEncoder().encode(text) }], source: 'file', operationId: '00000000-0000-4000-8000-000000000001' as OperationId }))

async function byHand(ledger: LedgerClient): Promise<void> {
  const { id } = await value(ledger.call('accounts.create', { name: 'Giro', type: 'checking', currency: currency('EUR'), openingMinor: minor(0), openedOn: localDate('2025-01-01') }))
  for (const { on, minor: units, payee, purpose } of ROWS) await value(ledger.call('transactions.create', { accountId: id, bookedOn: localDate(on), amountMinor: minor(units), payee, purpose, categoryId: null, notes: '', tags: [] }))
}

const fetched = (ledger: LedgerClient): Promise<unknown> =>
  importReadings(ledger, statement({ entries: ROWS.map(({ on, minor: units, payee, purpose }, index) => entry({ on, amount: decimal(amountOf(units)), payee, purpose, externalId: `B${index}` })) }))

const WAYS: Readonly<Record<string, (ledger: LedgerClient) => Promise<unknown>>> = {
  'fetched': fetched, 'OFX': byFile('giro.ofx', OFX), 'CSV': byFile('giro.csv', CSV), 'QIF': byFile('giro.qif', QIF), 'Kontor JSON': byFile('giro.json', JSON_TEXT), 'by hand': byHand,
}

/** How much of a time a source speaks for, and what the account is called, differ by nature; the numbers do not. */
const APART: ReadonlySet<string> = new Set(['id', 'ids', 'accountId', 'accountIds', 'name', 'number', 'iban', 'availability', 'coverage', 'missing', 'refreshedAt', 'statedOn', 'isStale', 'staleSince', 'key', 'keys', 'transactions', 'transactionIds', 'transactionId', 'accounts'])
const numbersOf = (report: unknown): unknown => JSON.parse(JSON.stringify(report, (key, part: unknown) => (APART.has(key) ? undefined : part)))

describe('W5 the same rows give the same reports, whichever way they came', () => {
  const ledgers = new Map<string, LedgerClient>()
  beforeAll(async () => {
    for (const [name, fill] of Object.entries(WAYS)) {
      const ledger = await openedInMemory()
      await fill(ledger)
      await finishCategories(ledger)
      ledgers.set(name, ledger)
    }
  })
  afterAll(async () => { for (const ledger of ledgers.values()) await ledger.close() })

  const all = async (ask: (ledger: LedgerClient) => Promise<unknown>) => Promise.all([...ledgers].map(async ([name, ledger]) => [name, await ask(ledger)] as const))

  it('and there is something to tell', async () => {
    const { months, categories } = await reportOf([...ledgers.values()][0]!, 'spending', { from: '2025-01-01', to: '2025-10-27' })
    expect([months.length, categories.length > 3]).toEqual([10, true])
  })

  // What an account is and how well it is known are the two reports that tell of the sources themselves.
  it.each(REPORT_NAMES.filter((name) => name !== 'accounts' && name !== 'data-quality'))('%s', async (name) => {
    const told = await all((ledger) => value(ledger.call('reports.run', { name, from: localDate('2025-01-01'), to: localDate('2025-10-27'), base: null, withPending: false, compare: 'none', required: 'NONE', horizon: 60, withVariable: true })))
    for (const [way, report] of told) expect({ way, report: numbersOf(report) }).toEqual({ way, report: numbersOf(told[0]?.[1]) })
  })
})
