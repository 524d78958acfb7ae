import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

const FEBRUARY = ofx({
  lines: [
    { id: 'a1', on: '2026-02-03', amount: '-12.50', name: 'Bäckerei Müller', memo: 'Brot' },
    { id: 'a2', on: '2026-02-04', amount: '2000.00', name: 'Employer Inc' },
  ],
  balance: { amount: '2100.00', asOf: '2026-02-28' },
})

describe('the ledger on the command line', () => {
  let place: ReturnType<typeof workplace>
  beforeEach(() => { place = workplace() })
  afterEach(() => { place.remove() })

  const file = (name: string, content: string | Uint8Array) => {
    const path = join(place.folder, name)
    writeFileSync(path, content)
    return path
  }

  it('imports, lists and proves a statement; the same file twice adds nothing', async () => {
    const statement = file('february.ofx', FEBRUARY)
    const first = await place.kontor(['--plain', '--json', 'import', statement])
    expect(first).toMatchObject({ code: 0, notes: '' })
    expect(first.json()).toMatchObject({
      files: [{
        file: statement, format: expect.stringContaining('ofx') as string, batch: 1,
        accounts: [{ account: 1, rows: 2, added: 2, duplicates: 0, matched: 0, skipped: 0, problems: [], proof: { bank: '2100.00', ledger: '2100.00', difference: '0.00', asOf: '2026-02-28', firstDivergingDay: null } }],
      }],
    })
    expect((await place.kontor(['--json', 'import', statement])).json()).toMatchObject({ files: [{ accounts: [{ rows: 2, added: 0, duplicates: 2 }] }] })
    expect((await place.kontor(['accounts', '--json'])).json()).toMatchObject({ accounts: [{ id: 1, number: '1001', currency: 'USD', type: 'checking', balance: '2100.00', bankBalance: '2100.00', asOf: '2026-02-28' }] })
    expect((await place.kontor(['transactions', '--json'])).json()).toMatchObject({
      transactions: [
        { account: 1, bookedOn: '2026-02-04', amount: '2000.00', currency: 'USD', status: 'booked', payee: 'Employer Inc', category: 'income.salary', externalId: 'a2', transferId: null, batch: 1 },
        { bookedOn: '2026-02-03', amount: '-12.50', payee: 'Bäckerei Müller', purpose: 'Brot', counterpartyIban: null },
      ],
    })
    expect((await place.kontor(['verify', '--json'])).json()).toEqual({ ok: true, problems: [] })
  })

  it('tells amounts in another currency apart, and books them at the bank’s rate', async () => {
    const mixed = file('mixed.ofx', FEBRUARY.replace('<TRNAMT>-12.50', '<TRNAMT>-3.65<CURRENCY><CURRATE>1.06<CURSYM>CAD</CURRENCY>'))
    const inspected = await place.kontor(['inspect', mixed, '--json'])
    expect(inspected.json()).toMatchObject({ statements: [{ n: 2, sum: '1996.35', foreign: [{ currency: 'CAD', n: 1, sum: '-3.65' }] }] })
    expect((await place.kontor(['inspect', mixed])).out).toContain('Of these, in another currency: 1 × CAD, −3.65')
    await place.kontor(['--plain', 'import', mixed])
    expect((await place.kontor(['transactions', '--json'])).json()).toMatchObject({ transactions: [{ amount: '2000.00' }, { amount: '-3.87', currency: 'USD' }] })
  })

  it('takes a batch back, and the file can come again', async () => {
    const statement = file('february.ofx', FEBRUARY)
    await place.kontor(['--plain', 'import', statement])
    expect((await place.kontor(['revert', '1', '--json'])).json()).toMatchObject({ batch: { id: 1, revertedAt: expect.any(String) as string } })
    expect((await place.kontor(['transactions', '--json', '--all'])).json()).toEqual({ transactions: [] })
    expect((await place.kontor(['import', statement, '--json'])).json()).toMatchObject({ files: [{ accounts: [{ added: 2 }] }] })
    expect((await place.kontor(['batches', '--json'])).json()).toMatchObject({ batches: [{ id: expect.any(Number) as number, added: 2 }, {}] })
  })

  it.each([
    ['en_US.UTF-8', 'kontor: This import has been reverted already. To have its transactions back, import the file again.\n', 'kontor: The statement is in another currency than this account. Choose an account in its currency, or let the import make a new one; nothing was changed.\n'],
    ['de_DE.UTF-8', 'kontor: Dieser Import ist schon zurückgenommen. Wenn Sie seine Umsätze wieder haben möchten, importieren Sie die Datei noch einmal.\n', 'kontor: Der Auszug hat eine andere Währung als dieses Konto. Wählen Sie ein Konto in seiner Währung oder lassen Sie den Import ein neues anlegen; es wurde nichts verändert.\n'],
  ])('says what is wrong with a second revert and with an account of another currency (%s)', async (LANG, reverted, otherCurrency) => {
    await place.kontor(['--plain', 'import', file('february.ofx', FEBRUARY)])
    const euros = file('euros.ofx', FEBRUARY.replace('<CURDEF>USD', '<CURDEF>EUR'))
    expect(await place.kontor(['import', euros, '--account', '1'], { env: { LANG } })).toMatchObject({ code: 1, out: '', notes: otherCurrency })
    await place.kontor(['revert', '1'])
    expect(await place.kontor(['revert', '1'], { env: { LANG } })).toMatchObject({ code: 1, out: '', notes: reverted })
  })

  it('pours no file with several accounts into one', async () => {
    await place.kontor(['--plain', 'import', file('february.ofx', FEBRUARY)])
    const [body = ''] = /<STMTTRNRS>[\s\S]*<\/STMTTRNRS>/.exec(FEBRUARY) ?? []
    const other = FEBRUARY.replace(body, () => body + body.replace(/<ACCTID>[^<\r\n]*/, '<ACCTID>987654'))
    const mixed = file('mixed.ofx', other)
    expect((await place.kontor(['--json', 'inspect', mixed])).json()).toMatchObject({ statements: [{}, { acctid: '987654' }] })
    expect(await place.kontor(['import', mixed, '--account', '1'])).toMatchObject({ code: 1, out: '', notes: `kontor: ${mixed}: This entry is not valid: --account. The file holds several accounts; import it without --account.\n` })
    expect((await place.kontor(['--json', 'batches'])).json()).toMatchObject({ batches: [{ id: 1 }] })
    expect(await place.kontor(['import', mixed])).toMatchObject({ code: 0 })
  })

  it('changes nothing in a dry run, and makes no ledger for one', async () => {
    const statement = file('february.ofx', FEBRUARY)
    expect((await place.kontor(['import', '--dry-run', statement, '--json'])).json()).toMatchObject({ files: [{ batch: null, accounts: [{ added: 2 }] }] })
    expect(existsSync(place.ledger)).toBe(false)
    await place.kontor(['--plain', 'import', statement])
    const before = readFileSync(place.ledger)
    expect((await place.kontor(['import', '--dry-run', file('march.ofx', FEBRUARY.replaceAll('a1', 'a3')), '--json'])).json()).toMatchObject({ files: [{ accounts: [{ added: 1, duplicates: 1 }] }] })
    expect((await place.kontor(['transactions', '--json'])).json()).toMatchObject({ transactions: [{}, {}] })
    expect(readFileSync(place.ledger).equals(before)).toBe(true)
  })

  it('pages, filters and searches', async () => {
    const lines = Array.from({ length: 130 }, (_, index) => ({ id: `n${index}`, on: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`, amount: `-${index + 1}.00`, name: index === 77 ? 'Zoo' : 'Shop' }))
    await place.kontor(['--plain', 'import', file('many.ofx', ofx({ lines }))])
    const count = async (...args: string[]) => ((await place.kontor(['transactions', '--json', ...args])).json() as { transactions: unknown[] }).transactions.length
    expect([await count(), await count('--all'), await count('--limit', '7'), await count('--search', 'zoo'), await count('--from', '2026-01-28')]).toEqual([100, 130, 7, 1, 4])
  })

  it('encrypts a new ledger, shows the recovery key once, and opens with either', async () => {
    const statement = file('february.ofx', FEBRUARY)
    const made = await place.kontor(['import', statement, '--json'], { env: { KONTOR_PASSPHRASE: 'correct horse battery' } })
    const recoveryKey = /([0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(made.notes)?.[0] ?? ''
    expect([made.code, recoveryKey.length]).toEqual([0, 47])
    expect(readFileSync(place.ledger).includes('Bäckerei')).toBe(false)
    expect(await place.kontor(['accounts'], { answers: ['correct horse battery'] })).toMatchObject({ code: 0 })
    expect(await place.kontor(['accounts'], { answers: [recoveryKey.toLowerCase().replaceAll('-', ' ')] })).toMatchObject({ code: 0 })
    expect(await place.kontor(['accounts'], { answers: ['wrong horse battery'] })).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('passphrase') as string })
    expect(await place.kontor(['accounts'])).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('locked') as string })
  })

  it('backs up and restores, keeping the ledger that was there', async () => {
    const passphrase = { env: { KONTOR_PASSPHRASE: 'correct horse battery' } }
    const statement = file('february.ofx', FEBRUARY)
    const saved = join(place.folder, 'saved.kontor-backup')
    await place.kontor(['import', statement], passphrase)
    expect(await place.kontor(['backup', saved], passphrase)).toMatchObject({ code: 0 })
    await place.kontor(['revert', '1'], passphrase)
    const restored = await place.kontor(['restore', saved, '--json'])
    expect(restored.code).toBe(0)
    expect(existsSync((restored.json() as { kept: string }).kept)).toBe(true)
    expect((await place.kontor(['transactions', '--json'], passphrase)).json()).toMatchObject({ transactions: [{}, {}] })
    expect(await place.kontor(['verify'], passphrase)).toMatchObject({ code: 0 })
  })
})
