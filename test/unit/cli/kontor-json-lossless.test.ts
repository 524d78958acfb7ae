import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { ofx, type StatementText } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

interface Exported { readonly accounts: readonly Record<string, unknown>[]; readonly transactions: readonly Record<string, unknown>[] }
interface Listed { readonly accounts: readonly { readonly id: number }[] }

/** What is new to it may be numbered anew; all else must come back as it went. */
describe('Kontor JSON loses nothing', () => {
  let [from, to] = [workplace(), workplace()]
  beforeEach(() => { [from, to] = [workplace(), workplace()] })
  afterEach(() => {
    from.remove()
    to.remove()
  })

  const receive = async (name: string, statement: StatementText, at: string) => {
    const path = join(from.folder, name)
    writeFileSync(path, ofx(statement).replace('<DTSERVER>20260301', `<DTSERVER>${at}`))
    expect(await from.kontor(['--plain', 'import', path])).toMatchObject({ code: 0 })
  }
  const edit = async (work: (ledger: LedgerClient) => Promise<unknown>) => {
    const ledger = createDirectClient()
    expect(await ledger.open({ file: from.ledger, key: null, create: false })).toMatchObject({ ok: true })
    await work(ledger)
    await ledger.close()
  }
  const everything = async (place: ReturnType<typeof workplace>) => {
    const path = join(place.folder, 'all.json')
    expect(await place.kontor(['export', path, '--format', 'json'])).toMatchObject({ code: 0 })
    const { accounts, transactions } = JSON.parse(readFileSync(path, 'utf8')) as Exported
    const listed = (await place.kontor(['accounts', '--json'])).json() as Listed
    return { accounts, listed: listed.accounts.map((account) => ({ ...account, id: 0 })), rows: transactions.map((row) => JSON.stringify({ ...row, id: 0 })).sort() }
  }
  const travel = async () => {
    const before = await everything(from)
    expect(await to.kontor(['--plain', 'import', join(from.folder, 'all.json')])).toMatchObject({ code: 0 })
    expect(await everything(to)).toEqual(before)
    for (const place of [from, to]) {
      expect((await place.kontor(['import', '--json', join(from.folder, 'all.json')])).json()).toMatchObject({ files: [{ accounts: before.accounts.map(() => ({ added: 0, matched: 0 })) }] })
    }
    return before
  }

  it('of what the bank knew of a day when it stated a balance in the middle of it', async () => {
    const morning = [{ id: '1', on: '2026-02-28', amount: '-10.00' }, { id: '2', on: '2026-03-01', amount: '-1.00' }]
    await receive('morning.ofx', { lines: morning, balance: { amount: '90.00', asOf: '2026-03-01' } }, '20260301080000')
    await receive('evening.ofx', { lines: [...morning, { id: '3', on: '2026-03-01', amount: '-20.00' }] }, '20260301200000')
    await receive('later.ofx', { lines: [{ id: '4', on: '2026-03-03', amount: '-2.00' }], balance: { amount: '68.00', asOf: '2026-03-03' } }, '20260304')
    expect(await travel()).toMatchObject({ listed: [{ balance: '68.00', bankBalance: '68.00' }] })
  })

  it('and adds nothing: no bank balance where no bank stated one', async () => {
    await receive('silent.ofx', { lines: [{ id: '1', on: '2026-02-28', amount: '-10.00' }] }, '20260301')
    expect(await travel()).toMatchObject({ listed: [{ balance: '-10.00', bankBalance: null, asOf: null }] })
  })

  it('of what an account holds, trades and owes', async () => {
    for (const file of ['ofx/investment.ofx', 'ofx/loan-and-pending.ofx', 'mt535/depot-two-pages.sta']) {
      expect(await from.kontor(['--plain', 'import', join(import.meta.dirname, '../../fixtures', file)])).toMatchObject({ code: 0 })
    }
    const { accounts, listed } = await travel()
    expect(accounts.flatMap(({ trades = [] }) => trades)).not.toEqual([])
    expect(accounts.map(({ loan }) => loan).filter(Boolean)).toMatchObject([{ rate: '3.84', payments: [{ principal: '400.00', interest: '800.00' }] }])
    expect(listed).toMatchObject([{ type: 'investment', holdingsValue: '1045.00' }, {}, { type: 'loan' }, { type: 'investment' }])
    expect((await to.kontor(['holdings', '--json'])).json()).toEqual((await from.kontor(['holdings', '--json'])).json())
    expect(await to.kontor(['verify'])).toMatchObject({ code: 0 })
  })

  it('of the user’s own: a new name, a closed account, a category taken away', async () => {
    await receive('a.ofx', { account: '', bank: '', lines: [{ id: '1', on: '2026-02-28', amount: '-10.00' }, { id: '2', on: '2026-02-28', amount: '-11.00' }] }, '20260301')
    await edit(async (ledger) => {
      await ledger.call('transactions.edit', { ids: [1 as TransactionId], change: { categoryId: null } })
      await ledger.call('transactions.edit', { ids: [2 as TransactionId], change: { categoryId: 'food.groceries', payee: 'Mine', notes: 'A “note”,\nof two lines' } })
      await ledger.call('accounts.edit', { id: 1 as AccountId, name: 'My purse', type: 'cash' })
      await ledger.call('accounts.close', { id: 1 as AccountId, closed: true })
    })
    const { rows, listed } = await travel()
    expect(rows.join()).toContain('"own":{"categoryBy":"user"}')
    expect(listed).toMatchObject([{ name: 'My purse', type: 'cash', closed: true }])
  })
})
