import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPARABLE_REPORTS, REPORT_NAMES } from '#shared/reports/names.ts'
import { workplace } from './harness.ts'

const STATEMENT = `<?xml version="1.0" encoding="UTF-8"?><?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1</TRNUID><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><STMTRS><CURDEF>EUR</CURDEF>
<BANKACCTFROM><BANKID>1</BANKID><ACCTID>77</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM><BANKTRANLIST><DTSTART>20260101</DTSTART><DTEND>20260228</DTEND>
<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260105</DTPOSTED><TRNAMT>2000.00</TRNAMT><FITID>a</FITID><NAME>ACME GmbH</NAME><MEMO>Gehalt</MEMO></STMTTRN>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260210</DTPOSTED><TRNAMT>-12.50</TRNAMT><FITID>b</FITID><NAME>REWE SAGT DANKE</NAME></STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>2500.00</BALAMT><DTASOF>20260228</DTASOF></LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

interface CashFlow {
  readonly report: string
  readonly version: number
  readonly base: string
  readonly availability: string
  readonly period: object
  readonly total: { readonly months: readonly { readonly income: string; readonly spending: string }[]; readonly sum: { readonly net: string; readonly change: string } }
}

/** The same in both languages. */
const SHARED_TITLES = new Set(['Name', 'Status', 'IBAN', 'Median', 'ID'])

/** The first line of every table, and what stands before every single figure: our own words. */
const titles = (shown: string): string[] => shown.split('\n\n').slice(1).flatMap((section) => section.split('\n').slice(0, 2).flatMap((line) => line.trim().split(/ {2,}/)))
  .filter((title) => /^[A-Z][a-z]{3,}( [a-z]+)*$/.test(title) && !SHARED_TITLES.has(title))

describe('kontor report and kontor rates', () => {
  const { folder, kontor, remove } = workplace()
  beforeAll(async () => {
    writeFileSync(join(folder, 'a.ofx'), STATEMENT)
    writeFileSync(join(folder, 'none.json'), JSON.stringify({ format: 'kontor', version: 1, accounts: [], transactions: [] }))
    await kontor(['--plain', 'import', join(folder, 'a.ofx')])
  })
  afterAll(remove)

  it.each([
    ['en_US.UTF-8', /^Account +Name .*Fees 2026 \*.*Interest 2026 \*$/m, /^Food +€12\.50 .* 100\.0$/m],
    ['de_DE.UTF-8', /^Konto +Name .*Gebühren 2026 \*.*Zinsen 2026 \*$/m, /^Essen & Trinken +12,50\s€ .* 100,0$/m],
  ])('tells people what fees are of each year, and groups by their names (%s)', async (LANG, fees, food) => {
    const span = ['--from', '2026-01-01', '--to', '2026-02-28']
    expect((await kontor(['report', 'fees', ...span], { env: { LANG } })).out).toMatch(fees)
    expect((await kontor(['report', 'spending', ...span], { env: { LANG } })).out).toMatch(food)
    expect((await kontor(['report', 'accounts', ...span], { env: { LANG } })).out).not.toMatch(/T\d\d:/)
  })

  it('shows every report no wider than the terminal, with every figure whole', async () => {
    for (const name of REPORT_NAMES) for (const columns of [80, 120]) {
      const { code, out } = await kontor(['report', name, '--from', '2026-01-01', '--to', '2026-02-28'], { columns, env: { LANG: 'de_DE.UTF-8' } })
      // A sentence is wrapped by the terminal; a table must not be.
      const widest = Math.max(...out.split('\n').filter((line) => !line.endsWith('.')).map((line) => Array.from(line).length))
      expect([name, code, widest <= columns ? 'fits' : out]).toEqual([name, 0, 'fits'])
    }
    const { out } = await kontor(['report', 'accounts'], { columns: 60 })
    expect(out.match(/^Name .*$/gm)?.length).toBeGreaterThan(1)
  })

  it('says in words that there is nothing to tell', async () => {
    expect((await kontor(['report', 'changes', '--from', '2026-01-01', '--to', '2026-01-04'])).out).toMatch(/\n\nNothing of this kind\.\n$/)
    expect((await kontor(['report', 'budget'])).out).toMatch(/\n\nNo budgets yet\.\n$/)
    const empty = workplace()
    await empty.kontor(['--plain', 'import', join(folder, 'none.json')])
    for (const name of REPORT_NAMES) expect([name, (await empty.kontor(['report', name])).out]).toEqual([name, 'No accounts yet.\n'])
    empty.remove()
  })

  it('tells below a report what it was in the period that it is compared with, for people and for spreadsheets', async () => {
    for (const name of COMPARABLE_REPORTS) {
      const { code, out } = await kontor(['report', name, '--from', '2026-02-01', '--to', '2026-02-28', '--compare', 'previous'])
      expect([name, code]).toEqual([name, 0])
      expect([name, out]).toEqual([name, expect.stringContaining('Compared with 2026-01-01 – 2026-01-31')])
    }
    const flow = ['report', 'cash-flow', '--from', '2026-02-01', '--to', '2026-02-28', '--compare', 'previous']
    expect((await kontor(flow)).out).toMatch(/Compared with 2026-01-01 – 2026-01-31: EUR\nMonth .*\n2026-01 .*€2,000\.00/)
    expect((await kontor(['report', 'cash-flow', '--from', '2026-01-01', '--to', '2026-02-28', '--compare', 'year'])).out).toMatch(/Compared with 2025-01-01 – 2025-02-28 \(nothing known\)\n$/)
    expect((await kontor([...flow, '--csv'])).out).toMatch(/Compared with 2026-01-01 – 2026-01-31: EUR\r\n/)
  })

  it('tells amounts as exact text in a versioned envelope, categories found first', async () => {
    const flow = (await kontor(['report', 'cash-flow', '--from', '2026-01-01', '--to', '2026-02-28', '--json'])).json() as CashFlow
    expect(flow).toMatchObject({ report: 'cash-flow', version: 1, base: 'EUR', availability: 'COMPLETE', period: { from: '2026-01-01', to: '2026-02-28' } })
    expect(flow.total.months.map(({ income, spending }) => [income, spending])).toEqual([['2000.00', '0.00'], ['0.00', '12.50']])
    expect([flow.total.sum.net, flow.total.sum.change]).toEqual(['1987.50', '1987.50'])
    expect((await kontor(['report', 'spending', '--from', '2026-02-01', '--to', '2026-02-28', '--json'])).json()).toMatchObject({ categories: [{ category: 'food.groceries', sum: '12.50', share: 100 }] })
  })

  it('lists the rows behind a figure, and refuses one that there is not', async () => {
    expect((await kontor(['report', 'cash-flow', '--from', '2026-01-01', '--to', '2026-02-28', '--rows', 'spending/2026-02', '--json'])).json()).toEqual({ currency: 'EUR', opening: '0.00', sum: '12.50', rows: [{ id: 2, amount: '12.50' }] })
    expect((await kontor(['report', 'cash-flow', '--rows', 'nonsense'])).code).toBe(1)
  })

  it('answers every one of the twenty-one, to programs and to people', async () => {
    for (const name of REPORT_NAMES) {
      const [told, shown] = [await kontor(['report', name, '--to', '2026-02-28', '--json']), await kontor(['report', name, '--to', '2026-02-28'])]
      expect([name, told.code, shown.code, told.notes, shown.notes]).toEqual([name, 0, 0, '', ''])
      expect(told.json()).toMatchObject({ report: name, version: 1, accounts: [1] })
      expect(told.out).not.toContain('"minor"')
      expect(shown.out).toContain(' · ')
    }
  })

  it('speaks the language of the person, in every title and word of its own', async () => {
    const inGerman = { env: { LANG: 'de_DE.UTF-8' } }
    const english = await kontor(['report', 'accounts', '--to', '2026-02-28'])
    expect(english.out).toMatch(/Account +Name +Type[^\n]*\n +1 +Checking ··77 +checking/)
    expect((await kontor(['report', 'accounts', '--to', '2026-02-28'], inGerman)).out).toMatch(/Konto +Name +Art[^\n]*\n +1 +Checking ··77 +Girokonto/)
    for (const name of REPORT_NAMES) {
      const [here, there] = [await kontor(['report', name, '--to', '2026-02-28']), await kontor(['report', name, '--to', '2026-02-28'], inGerman)]
      const german = titles(there.out)
      expect([name, titles(here.out).filter((title) => german.includes(title))]).toEqual([name, []])
    }
  })

  it('shows the rows that prove what may lower the taxes, in both languages', async () => {
    expect((await kontor(['transaction', 'add', '--account', '1', '--date', '2026-03-12', '--amount=-50.00', '--payee', 'Rotes Kreuz', '--purpose', 'Spende', '--category', 'family.donations_memberships'])).notes).toBe('')
    const [english, german] = [await kontor(['report', 'tax-year', '--to', '2026-03-31']), await kontor(['report', 'tax-year', '--to', '2026-03-31'], { env: { LANG: 'de_DE.UTF-8' } })]
    expect(english.out).toMatch(/donations +2026-03-12 +Rotes Kreuz +Spende +€50.00\n *donations +Sum +€50.00/)
    expect(german.out).toMatch(/Spenden +2026-03-12 +Rotes Kreuz +Spende +50,00\s€\n *Spenden +Summe +50,00\s€/)
    expect(german.out).toContain('kein ganzes Jahr')
  })

  it('writes a report for a spreadsheet: exact amounts, and no text that runs', async () => {
    const { code, out } = await kontor(['report', 'cash-flow', '--from', '2026-01-01', '--to', '2026-01-31', '--csv'])
    expect([code, out.trimEnd().split('\r\n')]).toEqual([0, ['\uFEFFPeriod,2026-01-01,2026-01-31', 'Base,EUR', '', 'EUR', 'Month,Income,Net,Change', '2026-01,2000.00,2000.00,2000.00', 'Sum,2000.00,2000.00,2000.00']])
    expect((await kontor(['report', 'accounts', '--csv'], { env: { LANG: 'de_DE.UTF-8' } })).out).toContain('\r\nKonto,Name,Art,')
    for (const other of [['--json'], ['--rows', 'income']]) expect((await kontor(['report', 'cash-flow', '--csv', ...other])).code).toBe(2)
    for (const name of REPORT_NAMES) expect([name, (await kontor(['report', name, '--to', '2026-02-28', '--csv'])).out.startsWith('\uFEFFPeriod,')]).toEqual([name, true])
  })

  it('names the reports to whoever asks for another, and the option that is typed wrongly', async () => {
    const wrong = await kontor(['report', 'cashflow'])
    expect([wrong.code, wrong.out]).toEqual([2, ''])
    for (const name of REPORT_NAMES) expect(wrong.notes).toContain(name)
    for (const [option, value] of [['--from', 'yesterday'], ['--to', '2026-02-30'], ['--days', '0'], ['--accounts', 'x'], ['--base', 'euro'], ['--month-start', '29'], ['--min', '-1'], ['--max', '1,5'], ['--compare', 'x'], ['--required', 'x'], ['--horizon', '0']] as const) {
      const { code, notes } = await kontor(['report', 'cash-flow', option, value])
      expect([option, code, notes.includes(option)]).toEqual([option, 2, true])
    }
    expect((await kontor(['report', 'cash-flow', '--accounts', '1', '--exclude', '1'])).code).toBe(2)
    expect((await kontor(['report', 'cash-flow', '--exclude', '1'])).out).toBe('Every account is left out.\n')
    expect(await kontor(['report', 'cash-flow', '--accounts', '99'])).toMatchObject({ code: 1, out: '' })
    expect(await kontor(['report', 'cash-flow', '--from', '2020-01-01', '--to', '2020-01-31', '--required', 'complete'])).toMatchObject({ code: 1, out: '' })
  })

  it('tells totals in any currency once a file of rates is read', async () => {
    const file = join(folder, 'eurofxref-hist.csv')
    writeFileSync(file, 'Date,USD,CHF,\n2026-02-09,1.20,0.93,\n2026-01-02,1.10,0.94,\n')
    expect((await kontor(['rates', 'import', file, '--currencies', 'usd', '--json'])).json()).toEqual({ read: 2, changed: 2, currencies: ['USD'], from: '2026-01-02', to: '2026-02-09' })
    const { total } = (await kontor(['report', 'cash-flow', '--from', '2026-01-01', '--to', '2026-02-28', '--base', 'USD', '--json'])).json() as CashFlow
    expect(total.sum.net).toBe('2185.00')
    expect((await kontor(['rates', 'set', 'EUR', 'USD', '2026-02-10', '2'])).code).toBe(0)
    expect((await kontor(['rates', 'import', file])).code).toBe(0)
    const { rows } = (await kontor(['report', 'cash-flow', '--from', '2026-02-01', '--to', '2026-02-28', '--base', 'USD', '--rows', 'spending', '--json'])).json() as { rows: unknown }
    expect(rows).toEqual([{ id: 2, amount: '25.00' }])
    expect((await kontor(['rates', 'delete', 'EUR', 'USD', '2026-02-10'])).code).toBe(0)
    expect((await kontor(['rates', 'list'])).out).toContain('EUR/USD')
    expect((await kontor(['rates', 'import', join(folder, 'a.ofx')])).notes).toContain('a.ofx')
  })
})
