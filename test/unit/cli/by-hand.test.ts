import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { workplace } from './harness.ts'

describe('writing by hand on the command line', () => {
  let place: ReturnType<typeof workplace>
  beforeEach(() => { place = workplace() })
  afterEach(() => { place.remove() })
  const plain = (...args: string[]) => place.kontor(['--plain', '--json', ...args])

  it('makes an account, writes a row with a sum for its amount, and removes it', async () => {
    expect((await plain('account', 'add', 'Purse', '--currency', 'EUR', '--balance=50', '--from', '2026-01-01')).json()).toMatchObject({ account: { id: 1, name: 'Purse', type: 'cash', balance: '50.00' } })
    expect((await plain('transaction', 'add', '--account', '1', '--amount=-16.99*1.19', '--date', '2026-01-05', '--payee', 'Market', '--category', 'food.groceries')).json())
      .toMatchObject({ transaction: { amount: '-20.22', payee: 'Market', category: 'food.groceries', bookedOn: '2026-01-05' } })
    expect((await plain('accounts')).json()).toMatchObject({ accounts: [{ balance: '29.78' }] })
    expect((await plain('transaction', 'remove', '1')).code).toBe(0)
    expect((await plain('accounts')).json()).toMatchObject({ accounts: [{ balance: '50.00' }] })
  })

  it('tells totals in the currency of the first account, whatever the language makes likely', async () => {
    const base = async (): Promise<unknown> => {
      const file = join(place.folder, 'all.json')
      await plain('export', file, '--format', 'json', '--force')
      return JSON.parse(readFileSync(file, 'utf8'))
    }
    await plain('account', 'add', 'Kasse', '--currency', 'EUR')
    await plain('account', 'add', 'Purse', '--currency', 'USD')
    expect(await base()).toMatchObject({ baseCurrency: 'EUR' })
  })

  it('says what it cannot read and changes nothing', async () => {
    await plain('account', 'add', 'Purse')
    expect(await plain('transaction', 'add', '--account', '1', '--amount', 'plenty')).toMatchObject({ code: 1, out: '' })
    expect((await plain('transaction', 'add', '--account', '9', '--amount', '1')).code).toBe(1)
    expect((await plain('account', 'add', 'Purse')).notes).toContain('exists already')
    expect((await plain('account', 'close', 'Purse')).code).toBe(2)
    expect(await plain('transactions', '--account', '777')).toMatchObject({ code: 1, out: '' })
    expect(await plain('transactions', '--category', 'fodd')).toMatchObject({ code: 1, out: '' })
    expect((await plain('transactions', '--account', '1', '--category', 'food')).code).toBe(0)
  })

  it.each([
    [['transaction', 'add', '--account', '1', '--amount=-1', '--payee', 'x'.repeat(201)], '--payee', 'at most 200 characters', 'höchstens 200 Zeichen'],
    [['transaction', 'add', '--account', '1', '--amount=-1', '--tags', 'x'.repeat(41)], '--tags', 'at most 40 characters', 'höchstens 40 Zeichen'],
    [['transaction', 'add', '--account', '1', '--amount=-1', '--tags', Array.from({ length: 51 }, (_, n) => `t${n}`).join(',')], '50', 'tags', 'Schlagwörter'],
    [['transactions', '--search', 'x'.repeat(201)], '--search', 'at most 200 characters', 'höchstens 200 Zeichen'],
    [['bank', 'add', 'demo', '--name', 'x'.repeat(65)], '--name', 'at most 64 characters', 'höchstens 64 Zeichen'],
    [['bank', 'add', 'fints', '--url', 'https://bank.example', '--blz', '12345678', '--user', 'x'.repeat(65)], '--user', 'at most 64 characters', 'höchstens 64 Zeichen'],
  ])('names the limit that %j breaks, in either language', async (args, option, english, german) => {
    await plain('account', 'add', 'Purse')
    const [inEnglish, inGerman] = [await plain(...args), await place.kontor(['--plain', ...args], { env: { LANG: 'de_DE.UTF-8' } })]
    for (const [{ code, out, notes }, limit] of [[inEnglish, english], [inGerman, german]] as const) {
      expect([code > 0, out]).toEqual([true, ''])
      expect(notes).toContain(option)
      expect(notes).toContain(limit)
    }
  })

  it('says why a row of a file is not removed, and that a row needs an amount', async () => {
    const file = join(place.folder, 'bank.csv')
    writeFileSync(file, 'Date,Description,Amount\n2026-02-01,Shop,-5.00\n')
    await plain('import', file)
    expect(await plain('transaction', 'remove', '1')).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('Take back the import') as string })
    expect(await plain('transaction', 'add', '--account', '1')).toMatchObject({ code: 2, out: '', notes: expect.stringContaining('--amount') as string })
  })

  it('imports an ambiguous file only with an answer', async () => {
    const file = join(place.folder, 'bank.csv')
    writeFileSync(file, 'Date,Description,Amount\n01/02/2026,Shop,-5.00\n03/02/2026,Shop,-6.00\n')
    const refused = await plain('import', file)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.notes).toContain('whether the day or the month stands first')
    const mapping = join(place.folder, 'answer.json')
    writeFileSync(mapping, JSON.stringify({ columns: ['bookedOn', 'purpose', 'amount'], dateOrder: 'dmy', decimal: '.', sign: 'as-is', currency: 'GBP', categories: {} }))
    expect((await plain('import', file, '--mapping', mapping)).json()).toMatchObject({ files: [{ format: 'csv', accounts: [{ rows: 2, added: 2 }] }] })
    expect((await plain('transactions')).json()).toMatchObject({ transactions: [{ bookedOn: '2026-02-03', currency: 'GBP' }, { bookedOn: '2026-02-01' }] })
    writeFileSync(mapping, '{"columns": 1}')
    expect((await plain('import', file, '--mapping', mapping)).notes).toContain('cannot be used')
  })
})
