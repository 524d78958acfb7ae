import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AccountId, OperationId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import type { RuleDraft } from '#shared/notifications.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { fetched, imported, offered, sound } from '../../fixtures/connections.ts'
import { entry, openedInMemory, statement, value } from '../../fixtures/readings.ts'

const EUR = currency('EUR')
const money = (units: number) => ({ minor: minor(units), currency: EUR })
const rule = (trigger: RuleDraft['trigger'], parts: Partial<RuleDraft> = {}): RuleDraft => ({ trigger, scope: { of: 'all' }, limit: null, categoryId: null, ...parts })

describe('Kontor JSON carries what a person decided', () => {
  let folder: string
  let [from, to]: LedgerClient[] = []
  const ledgers = () => {
    if (!from || !to) throw new Error('both are open')
    return { from, to }
  }
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-decisions-'));
    [from, to] = [await openedInMemory(), await openedInMemory()]
  })
  afterEach(async () => {
    await Promise.all([from?.close(), to?.close()])
    rmSync(folder, { recursive: true, force: true })
  })

  let next = 0
  async function travel(source: LedgerClient, target: LedgerClient): Promise<Record<string, unknown>> {
    const file = join(folder, `${next += 1}.json`)
    await value(source.job('export', { file, format: 'json' }))
    const bytes = new Uint8Array(readFileSync(file))
    await value(target.job('importFiles', { files: [{ name: 'ledger.json', bytes }], source: 'file', operationId: `00000000-0000-4000-8000-${String(next).padStart(12, '0')}` as OperationId }))
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
  }
  const rules = async (ledger: LedgerClient) => (await value(ledger.call('notifications.list', undefined))).map(({ trigger, scope, limit, categoryId }) => ({ trigger, scope, limit, categoryId }))

  it('what to be told of, once, however often the file comes', async () => {
    const { from: source, to: target } = ledgers()
    await value(source.call('accounts.create', { name: 'Kasse', type: 'cash', currency: EUR, openingMinor: minor(5_00), openedOn: localDate('2026-01-01') }))
    const wanted = [rule('LOW_ACCOUNT_BALANCE', { scope: { of: 'accounts', ids: [1 as AccountId] }, limit: money(-50_00) }), rule('CATEGORY_CASH_FLOW', { limit: money(300_00), categoryId: 'food' }), rule('NEW_TRANSACTIONS')]
    for (const draft of wanted) await value(source.call('notifications.create', draft))
    const file = await travel(source, target)
    expect(file['notifications']).toEqual([
      { trigger: 'LOW_ACCOUNT_BALANCE', scope: { of: 'accounts', ids: [1] }, limit: '-50.00', currency: 'EUR' },
      { trigger: 'CATEGORY_CASH_FLOW', scope: { of: 'all' }, limit: '300.00', currency: 'EUR', category: 'food' }, { trigger: 'NEW_TRANSACTIONS', scope: { of: 'all' } },
    ])
    expect(await rules(target)).toEqual(wanted)
    await travel(source, target)
    expect(await rules(target)).toEqual(wanted)
    await value(target.call('history.undo', undefined))
    await value(target.call('history.undo', undefined))
    expect(await rules(target)).toEqual([])
    await value(target.call('history.redo', undefined))
    expect(await rules(target)).toEqual(wanted)
    await sound(target)
  })

  it('a rule about a connection goes as one about its accounts, one about its login alone stays', async () => {
    const { from: source, to: target } = ledgers()
    const connection = await imported(source, { offered: [offered(0)], fetched: [fetched(offered(0), { statements: [statement({ entries: [entry({ on: '2026-01-02', amount: '100.00' })] })] })] })
    const scope = { of: 'connections' as const, ids: [connection.id] }
    for (const draft of [rule('NEW_TRANSACTIONS', { scope }), rule('BANK_LOGIN_ERROR', { scope }), rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [...connection.accountIds] } })]) await value(source.call('notifications.create', draft))
    const file = await travel(source, target)
    expect(file['notifications']).toEqual([{ trigger: 'NEW_TRANSACTIONS', scope: { of: 'accounts', ids: [1] } }])
    expect(await rules(target)).toEqual([rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [1 as AccountId] } })])
    // Where it came from, nothing is said twice.
    await travel(source, source)
    expect(await rules(source)).toHaveLength(3)
  })

  it('rows written by hand, which their writer may change and remove there as well', async () => {
    const { from: source, to: target } = ledgers()
    const { id: accountId } = await value(source.call('accounts.create', { name: 'Kasse', type: 'cash', currency: EUR, openingMinor: minor(5_00), openedOn: localDate('2026-01-01') }))
    for (const amount of [-3_00, -3_00]) await value(source.call('transactions.create', { accountId, bookedOn: localDate('2026-01-05'), amountMinor: minor(amount), payee: 'Flohmarkt', purpose: '', categoryId: null, notes: '', tags: [] }))
    const file = await travel(source, target)
    expect(file).toMatchObject({ accounts: [{ isByHand: true }], transactions: [{ isByHand: true }, { isByHand: true }] })
    const [row, other] = await value(target.call('transactions.page', { filter: {}, after: null, limit: 10 }))
    if (!row || !other) throw new Error('both rows are there')
    expect(await value(target.call('transactions.get', { id: row.id }))).toMatchObject({ isByHand: true, fileName: null, line: null })
    expect(await value(target.call('transactions.amend', { id: row.id, amountMinor: minor(-4_00), payee: 'Trödel' }))).toMatchObject({ amount: money(-4_00) })
    expect(await target.call('transactions.edit', { ids: [other.id], change: { isRemoved: true } })).toMatchObject({ ok: true })
    expect(await value(target.call('accounts.list', undefined))).toMatchObject([{ balance: money(1_00), connectionId: null }])
    await sound(target)
  })

  it('an account kept by hand is known up to today there as well', async () => {
    const { from: source, to: target } = ledgers()
    const { id: accountId } = await value(source.call('accounts.create', { name: 'Kasse', type: 'cash', currency: EUR, openingMinor: minor(5_00), openedOn: localDate('2026-01-01') }))
    await value(source.call('transactions.create', { accountId, bookedOn: localDate('2026-01-05'), amountMinor: minor(-3_00), payee: 'Flohmarkt', purpose: '', categoryId: null, notes: '', tags: [] }))
    await travel(source, target)
    const reports = await Promise.all([source, target].map((ledger) => value(ledger.call('reports.run', ReportRequestSchema.parse({ name: 'cash-flow', from: '2026-01-01', to: '2026-01-31' })))))
    expect(reports).toMatchObject([{ availability: 'COMPLETE', missing: [] }, { availability: 'COMPLETE', missing: [] }])
  })

  it('a bank’s row stays a bank’s row, whatever a file says of the account', async () => {
    const { from: source, to: target } = ledgers()
    await imported(source, { offered: [offered(0)], fetched: [fetched(offered(0), { statements: [statement({ entries: [entry({ on: '2026-01-02', amount: '100.00' })] })] })] })
    const file = await travel(source, target)
    expect(JSON.stringify(file)).not.toContain('isByHand')
    const [row] = await value(target.call('transactions.page', { filter: {}, after: null, limit: 10 }))
    if (!row) throw new Error('the row is there')
    expect(await target.call('transactions.amend', { id: row.id, payee: 'Mine' })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'byHand' } })
  })
})
