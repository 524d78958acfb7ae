import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

interface Exported { readonly exportedAt: string; readonly accounts: readonly Record<string, unknown>[]; readonly transactions: readonly Record<string, unknown>[] }

/** What must survive a journey; ids are a ledger's own. */
const truth = ({ accounts, transactions }: Exported) => ({
  accounts,
  transactions: transactions.map((row) => JSON.stringify({ ...row, id: undefined })).sort(),
})

describe('Kontor JSON', () => {
  let [from, to] = [workplace(), workplace()]
  beforeEach(() => { [from, to] = [workplace(), workplace()] })
  afterEach(() => {
    from.remove()
    to.remove()
  })

  const exported = async (place: ReturnType<typeof workplace>): Promise<Exported> => {
    const file = join(place.folder, 'all.json')
    expect(await place.kontor(['export', file, '--format', 'json'])).toMatchObject({ code: 0 })
    return JSON.parse(readFileSync(file, 'utf8')) as Exported
  }

  it('carries a whole ledger into another one, to the cent and to the word', async () => {
    const history = join(from.folder, 'history.ofx')
    writeFileSync(history, writeOfxHistory({ seed: 3, today: localDate('2026-11-20'), months: 6, dialect: 'xml', persona: 'de' }))
    await from.kontor(['--plain', 'import', history])
    const before = await exported(from)
    expect(before.transactions.length).toBeGreaterThan(50)
    expect(await to.kontor(['--plain', 'import', join(from.folder, 'all.json')])).toMatchObject({ code: 0, notes: '' })
    expect(truth(await exported(to))).toEqual(truth(before))
    expect((await to.kontor(['import', '--json', join(from.folder, 'all.json')])).json()).toMatchObject({ files: [{ accounts: [{ added: 0 }, { added: 0 }, { added: 0 }] }] })
    expect((await to.kontor(['accounts', '--json'])).json()).toMatchObject({ accounts: ((await from.kontor(['accounts', '--json'])).json() as { accounts: { balance: string }[] }).accounts.map(({ balance }) => ({ balance })) })
  })

  it('lets an account of any type begin with what was there before its first row, a loan as well', async () => {
    const file = join(from.folder, 'opening.json')
    const types = ['checking', 'savings', 'credit', 'cash', 'loan', 'investment', 'asset', 'liability']
    writeFileSync(file, JSON.stringify({
      format: 'kontor', version: 1,
      accounts: types.map((type, id) => ({ id, name: type, type, currency: 'EUR', openingBalance: '-12500.00' })),
      transactions: types.map((_, account) => ({ account, bookedOn: '2026-02-03', amount: '250.00', payee: 'Rate' })),
    }))
    expect(await from.kontor(['--plain', 'import', file])).toMatchObject({ code: 0 })
    expect((await from.kontor(['accounts', '--json'])).json()).toMatchObject({ accounts: types.map((type) => ({ type, balance: '-12250.00' })) })
  })

  it('takes what another program writes: own words, splits, tags, pending rows and batches', async () => {
    const file = join(from.folder, 'other.json')
    writeFileSync(file, JSON.stringify({
      format: 'kontor', version: 1, exportedAt: '2026-03-01T10:00:00Z',
      accounts: [{ id: 'giro', name: 'Girokonto', type: 'checking', currency: 'EUR', iban: 'DE02120300000000202051', openingBalance: '100.00', balances: [] }],
      transactions: [
        { account: 'giro', bookedOn: '2026-02-03', amount: '-30.00', payee: 'REWE', own: { payee: 'Rewe', notes: 'Party', category: 'food.groceries' }, tags: ['Urlaub', 'urlaub', 'Auto', 7] },
        { account: 'giro', bookedOn: '2026-02-04', amount: '-50.00', payee: 'dm', splits: [{ amount: '-20.00', category: 'shopping.drugstore_care' }, { amount: '-30.00', notes: 'Gift' }] },
        { account: 'giro', bookedOn: '2026-02-05', amount: '-9.99', status: 'pending', payee: 'Streaming' },
        { account: 'giro', bookedOn: '2026-02-06', amount: '-70.00', payee: 'Batch', details: [{ amount: '-40.00', payee: 'A' }, { amount: '-30.00', payee: 'B' }] },
        { account: 'giro', bookedOn: 'yesterday', amount: '1.00' },
        { account: 'nowhere', bookedOn: '2026-02-06', amount: '1.00' },
      ],
    }))
    expect((await from.kontor(['--plain', '--json', 'import', file])).json()).toMatchObject({ files: [{ format: 'kontor-json/1', accounts: [{ rows: 5, added: 4, problems: [{ line: 5, reason: 'bad-date' }] }] }] })
    const { accounts, transactions } = await exported(from)
    expect(accounts).toMatchObject([{ name: 'Girokonto', openingBalance: '100.00' }])
    expect(transactions).toMatchObject([
      { amount: '-30.00', payee: 'REWE', own: { payee: 'Rewe', notes: 'Party', category: 'food.groceries', categoryBy: 'user' }, tags: ['Auto', 'Urlaub'] },
      { amount: '-50.00', splits: [{ amount: '-20.00', category: 'shopping.drugstore_care' }, { amount: '-30.00', notes: 'Gift' }] },
      { details: [{ amount: '-40.00', payee: 'A' }, { amount: '-30.00', payee: 'B' }] },
      { status: 'pending', amount: '-9.99' },
    ])
    expect((await from.kontor(['accounts', '--json'])).json()).toMatchObject({ accounts: [{ balance: '-50.00' }] })
  })

  it('says which words it cannot read, and takes the others', async () => {
    const file = join(from.folder, 'words.json')
    writeFileSync(file, JSON.stringify({
      format: 'kontor', version: 1, baseCurrency: 'CHF', accounts: [{ id: 'a', name: 'Konto', currency: 'CHF', covered: [{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-03-01', to: '2026-03-10' }] }],
      transactions: [{ id: 'x', account: 'a', bookedOn: '2026-01-05', amount: '-7.00', payee: 'Kiosk' }],
      owners: 'Mara', transferPairing: 'sometimes', categoryNames: { Essen: 5 },
      transfers: [{ out: 'x', into: 'nowhere', state: 'confirmed' }],
      rules: [{ name: 'No action', isEnabled: true, when: { kind: 'all', of: [] }, then: [], stops: false }, { name: 'Kiosk', isEnabled: true, when: { kind: 'all', of: [{ kind: 'account', accountIds: ['a'] }] }, then: [{ kind: 'tag', tag: 'Bude' }], stops: false }],
      budgets: { monthStart: { day: 25, shift: 'before' }, lines: [{ category: 'food', from: '2026-01', period: 'month', carry: 'expiring', limit: '300.50', currency: 'CHF' }, { category: 'food', from: '2026-01', period: 'month', carry: 'expiring', limit: '5', currency: 'CHF' }] },
      rates: [{ base: 'EUR', quote: 'CHF', rates: { '2026-01-05': '0.94' }, isTyped: true }],
    }))
    expect((await from.kontor(['--plain', '--json', 'import', file])).json()).toMatchObject({ files: [{ accounts: [{ added: 1 }] }] })
    expect((await from.kontor(['--json', 'inspect', file])).json()).toMatchObject({ warnings: [{ code: 'word-unreadable', detail: 'budgets' }, { code: 'word-unreadable', detail: 'owners' }, { code: 'word-unreadable', detail: 'transferPairing' }, { code: 'word-unreadable', detail: 'transfers' }, { code: 'word-unreadable', detail: 'rules' }, { code: 'word-unreadable', detail: 'categoryNames' }] })
    const all = await exported(from) as unknown as Record<string, unknown>
    expect(all).toMatchObject({
      baseCurrency: 'CHF', transfers: [], rules: [{ name: 'Kiosk', when: { of: [{ accountIds: [1] }] } }], budgets: { monthStart: { day: 25, shift: 'before' }, lines: [{ category: 'food', limit: '300.50' }] },
      rates: [{ base: 'EUR', quote: 'CHF', isTyped: true, rates: { '2026-01-05': '0.94' } }], accounts: [{ covered: [{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-03-01', to: '2026-03-10' }] }],
    })
    // A row that has lived in a ledger has been named and tagged there.
    expect(all['transactions']).not.toMatchObject([{ tags: ['Bude'] }])
    expect((await from.kontor(['verify', '--json'])).json()).toEqual({ ok: true, problems: [] })
  })

  it('takes back the export of an empty ledger', async () => {
    const statement = join(from.folder, 'one.ofx')
    writeFileSync(statement, ofx({ lines: [{ id: 'a1', on: '2026-02-03', amount: '-12.50' }] }))
    await from.kontor(['--plain', 'import', statement])
    await from.kontor(['revert', '1'])
    expect((await exported(from)).accounts).toEqual([])
    const file = join(from.folder, 'all.json')
    expect(await to.kontor(['import', file, '--dry-run'])).toMatchObject({ code: 0 })
    expect(await to.kontor(['--plain', 'import', file])).toMatchObject({ code: 0, out: 'The file holds no account, so there was nothing to import.\n', notes: '' })
    expect((await to.kontor(['--json', 'import', file])).json()).toMatchObject({ files: [{ format: 'kontor-json/1', accounts: [] }] })
    expect((await to.kontor(['verify', '--json'])).json()).toEqual({ ok: true, problems: [] })
  })

  it.each([
    ['{ "format": "kontor", "version": 1, "accounts": [', 'not valid Kontor JSON'],
    ['{ "format": "kontor", "version": 2, "accounts": [], "transactions": [] }', 'newer version'],
    ['{ "format": "kontor", "version": 1 }', 'not valid Kontor JSON'],
    ['{ "hello": "world" }', 'kind of file'],
  ])('refuses %s', async (text, sentence) => {
    const file = join(from.folder, 'bad.json')
    writeFileSync(file, text)
    expect(await from.kontor(['inspect', file])).toMatchObject({ code: 1, out: '', notes: expect.stringContaining(sentence) as string })
  })
})
