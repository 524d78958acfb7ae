import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/dates.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import type { Job } from '#main/connectors/fints/operations/jobs.ts'
import { statementDays } from '#main/connectors/fints/operations/statements.ts'
import { HICAZ1, HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { ACCOUNT, customer, stepOf } from './kit.ts'
import { raw, ScriptedBank, SMS, type BankOptions, type OnOrder } from './scripted-bank.ts'

const CAMT = (version: string) => `urn?:iso?:std?:iso?:20022?:tech?:xsd?:camt.052.001.${version}`
const base = `HITANS:9:6:4+1+1+0+N:N:0:${SMS}'`

function bankWith(parameters: string, onOrder: OnOrder, more: Partial<BankOptions> = {}) {
  return new ScriptedBank({ parameters: base + parameters, onOrder, tanOrders: [], ...more })
}

async function run(bank: ScriptedBank, job: Job) {
  const { client } = customer(bank)
  const { result } = await stepOf(client.start(job), 'done')
  return { result, client }
}

const ok = (text: string) => ({ say: [[3, '0020', 'ok'] as const], segments: raw(text) })
const requests = (bank: ScriptedBank, order: string) => bank.received.filter(({ names }) => names[0]?.startsWith(order)).map(({ texts }) => texts[0])

describe('statements', () => {
  it('come as the newest camt that the bank announces, booked and pending apart', async () => {
    const bank = bankWith(`HICAZS:9:1:4+1+1+0+450:N:N:${CAMT('02')}:${CAMT('08')}'HIKAZS:9:7:4+1+1+0+90:N:N'`, (order) => order === 'HKCAZ'
      ? { say: [[3, '0020', 'ok']], segments: [draft(HICAZ1, { format: 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.08', booked: { documents: [toBytes('<a/>'), toBytes('<b/>')] }, pending: { documents: [toBytes('<p/>')] } }, 3)] }
      : undefined)
    const { result, client } = await run(bank, { kind: 'statements', account: ACCOUNT, from: plainDate(2026, 1, 1), to: plainDate(2026, 1, 31) })
    expect(result).toEqual({ kind: 'statements', statements: { format: 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.08', booked: [toBytes('<a/>'), toBytes('<b/>')], pending: [toBytes('<p/>')], pages: 1, from: '2026-01-01' } })
    expect(requests(bank, 'HKCAZ')[0]).toMatch(/camt\.052\.001\.08\+N\+20260101\+20260131$/)
    expect(statementDays(client.knowledge.bank!)).toEqual({ camt: 450, mt940: 90 })
  })

  it('fall back to what the bank does accept, down to MT940', async () => {
    const refuse: OnOrder = (order) => (order === 'HKCAZ' ? { say: [[0, '9050', 'Fehler'], [3, '9210', 'Format nicht erlaubt']] } : order === 'HKKAZ' ? { say: [[3, '0020', 'ok']], segments: [draft(HIKAZ7, { booked: toBytes(':20:') }, 3)] } : undefined)
    const bank = bankWith(`HICAZS:9:1:4+1+1+0+450:N:N:${CAMT('08')}'HIKAZS:9:7:4+1+1+0+90:N:N'`, refuse)
    const { result } = await run(bank, { kind: 'statements', account: ACCOUNT })
    expect(result).toMatchObject({ statements: { format: 'mt940', booked: [toBytes(':20:')] } })
    expect(requests(bank, 'HKCAZ')).toHaveLength(2)
  })

  it('ask again in a new dialog when the bank ends the first over a format', async () => {
    const bank = bankWith(`HISPAS:9:1:4+1+1+0+J:N:N'HICAZS:9:1:4+1+1+0+450:N:N:${CAMT('08')}'HIKAZS:9:7:4+1+1+0+90:N:N'`, (order) => order === 'HKCAZ'
      ? { say: [[0, '9800', 'Dialog beendet'], [3, '9210', 'Format nicht erlaubt']] }
      : undefined)
    const { result } = await run(bank, { kind: 'statements', account: ACCOUNT })
    expect(result).toMatchObject({ statements: { format: 'mt940', booked: [] } })
  })

  it('reach no further back than the bank keeps them', async () => {
    const bank = bankWith(`HIKAZS:9:7:4+1+1+0+90:N:N'`, () => undefined)
    const { result } = await run(bank, { kind: 'statements', account: ACCOUNT, from: plainDate(2020, 1, 1) })
    expect(result).toMatchObject({ statements: { from: '2025-10-04' } })
    expect(requests(bank, 'HKKAZ')[0]).toMatch(/\+N\+20251004$/)
  })

  it('complete an account of which only the IBAN is known', async () => {
    const bank = bankWith(`HISPAS:9:1:4+1+1+0+J:N:N'HIKAZS:9:7:4+1+1+0+90:N:N'`, () => undefined)
    const { client } = customer(bank)
    client.keepOpen()
    await stepOf(client.start({ kind: 'login' }), 'done')
    await stepOf(client.start({ kind: 'statements', account: { iban: 'DE22', bic: null, number: null, subaccount: null, country: '280', bankCode: null } }), 'done')
    expect(requests(bank, 'HKKAZ')[0]).toMatch(/\+DE22:TESTDEFF\+N$/)
  })

  it('of a hundred pages take little time and stay in order', async () => {
    const entry = ':61:2601020102DR12,34NTRFNONREF//BANKREF\r\n:86:177?00UEBERWEISUNG?20SVWZ+Ein Verwendungszweck?32Empfaenger\r\n'
    const bank = bankWith(`HIKAZS:9:7:4+1+1+0+90:N:N'`, (order, message) => {
      if (order !== 'HKKAZ') return undefined
      const page = Number(/\+P(\d+)$/.exec(message.texts[0] ?? '')?.[1] ?? '0')
      const more = page === 99 ? [] : [[3, '3040', 'mehr', `P${page + 1}`] as const]
      return { say: [[3, '0020', 'ok'], ...more], segments: [draft(HIKAZ7, { booked: toBytes(`[${page}]${entry.repeat(100)}`) }, 3)] }
    })
    const { result } = await run(bank, { kind: 'statements', account: ACCOUNT })
    expect(result).toMatchObject({ statements: { pages: 100 } })
    const text = result.kind === 'statements' ? new TextDecoder('latin1').decode(result.statements.booked[0]) : ''
    expect([...text.matchAll(/\[(\d+)\]/g)].map(([, page]) => Number(page))).toEqual(Array.from({ length: 100 }, (_, page) => page))
    expect(text.match(/:61:/g)).toHaveLength(10_000)
  })

  it('name the account by IBAN alone where the bank allows no national numbers', async () => {
    const bank = bankWith(`HISPAS:9:1:4+1+1+0+J:N:N'HIKAZS:9:7:4+1+1+0+90:N:N'`, () => undefined)
    await run(bank, { kind: 'statements', account: ACCOUNT })
    expect(requests(bank, 'HKKAZ')[0]).toMatch(/\+DE11:TESTDEFF\+N$/)
    const wide = bankWith(`HISPAS:9:1:4+1+1+0+J:J:N'HIKAZS:9:7:4+1+1+0+90:N:N'`, () => undefined)
    await run(wide, { kind: 'statements', account: ACCOUNT })
    expect(requests(wide, 'HKKAZ')[0]).toMatch(/\+DE11:TESTDEFF:111::280:10020030\+N$/)
  })

  it('that do not exist are an empty answer, not an error', async () => {
    const { result } = await run(bankWith(`HIKAZS:9:5:4+1+1+90:N:N'`, () => undefined), { kind: 'statements', account: ACCOUNT })
    expect(result).toMatchObject({ statements: { booked: [], pending: [], pages: 1 } })
  })

  it('take no version that PIN/TAN or the account does not allow', async () => {
    for (const more of [{ orders: 'HKTAN HKSAL' }, { parameters: base }]) {
      const bank = new ScriptedBank({ tanOrders: [], parameters: `${base}HIKAZS:9:7:4+1+1+0+90:N:N'`, ...more })
      const { client } = customer(bank)
      expect(await client.start({ kind: 'statements', account: ACCOUNT })).toEqual({ ok: false, error: { kind: 'unsupported', what: 'operation' } })
      expect(client.offers({ kind: 'statements', account: ACCOUNT })).toBe(false)
    }
  })
})

describe('what cannot be read', () => {
  it.each([
    ['a broken balance', 'HISAL:4:7:3+DE11+Giro+EUR+C:x:EUR:20260102\''],
    ['a version nobody asked for', 'HISAL:4:9:3+DE11+Giro+EUR+C:1,:EUR:20260102\''],
  ])('is an error, never an empty answer: %s', async (_what, reply) => {
    const { client } = customer(bankWith('HISALS:9:7:4+1+1+0\'', (order) => (order === 'HKSAL' ? ok(reply) : undefined)))
    expect(await client.start({ kind: 'balance', account: ACCOUNT })).toEqual({ ok: false, error: { kind: 'answer_unreadable' } })
  })

  it('costs one capability, not all of them', async () => {
    const { client } = customer(bankWith(`HITANS:9:6:4+1+1+0+N:N:0:${SMS.replace('942', 'x y')}:${SMS}'HISALS:9:7:4+1+1+0'`, () => undefined))
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(client.methods.map(({ function: code }) => code)).toEqual(['942'])
  })
})

describe('balances', () => {
  it.each([
    [5, 'HISAL:4:5:3+111::280:10020030+Giro+EUR+D:12,34:EUR:20260102\'', '+1+1\''],
    [6, 'HISAL:4:6:3+111::280:10020030+Giro+EUR+D:12,34:EUR:20260102+++++0,:EUR+20260102:120000\'', '+1+1+0\''],
    [7, 'HISAL:4:7:3+DE11:TESTDEFF+Giro+EUR+D:12,34:EUR:20260102:120000\'', '+1+1+0\''],
    [8, 'HISAL:4:8:3+DE11:TESTDEFF+Giro+EUR+D:12,34:EUR:20260102\'', '+1+1+0+J\''],
  ])('are read in version %i', async (version, reply, tail) => {
    const bank = bankWith(`HISALS:9:${version}:4${tail}`, (order) => (order === 'HKSAL' ? ok(reply) : undefined))
    expect((await run(bank, { kind: 'balance', account: ACCOUNT })).result).toMatchObject({ balance: { booked: '-12.34', currency: 'EUR', bookedOn: '2026-01-02' } })
    expect(requests(bank, 'HKSAL')[0]).toMatch(new RegExp(`^HKSAL:3:${version}\\+`))
  })
})

describe('the other orders', () => {
  it('list accounts with BIC beside what the UPD knows', async () => {
    const bank = bankWith(`HISPAS:9:3:4+1+1+0+J:J:N:N:0:x'`, (order) => (order === 'HKSPA' ? ok('HISPA:4:3:3+J:DE11:TESTDEFF:111::280:10020030+N:::333::280:10020030\'') : undefined))
    const { result } = await run(bank, { kind: 'accounts' })
    expect(result).toMatchObject({ accounts: [{ iban: 'DE11', bic: 'TESTDEFF', product: 'Girokonto' }, { iban: 'DE22', bic: null }, { iban: null, number: '333' }] })
  })

  it('answer accounts from the UPD where the bank has no list', async () => {
    expect((await run(bankWith('', () => undefined), { kind: 'accounts' })).result).toMatchObject({ accounts: [{ iban: 'DE11' }, { iban: 'DE22' }] })
  })

  it.each([5, 6, 7])('deliver holdings in version %i, all pages in one piece', async (version) => {
    const bank = bankWith(`HIWPDS:9:${version}:4+1+1${version === 5 ? '' : '+0'}+N:N:N'`, (order, message) => {
      if (order !== 'HKWPD') return undefined
      const isSecond = message.texts[0]?.endsWith('+next') === true
      return isSecond ? ok(`HIWPD:4:${version}:3+@2@cd'`) : { ...ok(`HIWPD:4:${version}:3+@2@ab'`), say: [[3, '3040', 'mehr', 'next']] }
    })
    expect((await run(bank, { kind: 'holdings', account: ACCOUNT })).result).toEqual({ kind: 'holdings', holdings: { mt535: toBytes('abcd'), pages: 2 } })
  })

  it('deliver card entries with their sign and original amount', async () => {
    const entry = '4000:20260101:20260102::75,:CAD:D:1,608206:47,53:EUR:D:MERCHANT CA:75,00 CAD::::::::J:REF1:9399:20260104::inkl. Entgelt'
    const bank = bankWith('DIKKUS:9:2:4+1+1+0+90:N:J\'', (order) => (order === 'DKKKU' ? ok(`DIKKU:4:2:3+4000++D:1234,5:EUR:20260104+++${entry}'`) : undefined))
    expect((await run(bank, { kind: 'card-entries', account: { ...ACCOUNT, iban: null, number: '4000' } })).result).toMatchObject({
      card: {
        balance: { amount: '-1234.5', currency: 'EUR', asOf: '2026-01-04' },
        entries: [{ amount: '-47.53', currency: 'EUR', originalAmount: '-75', originalCurrency: 'CAD', exchangeRate: '1.608206', bookedOn: '2026-01-02', texts: ['MERCHANT CA', '75,00 CAD', 'inkl. Entgelt'], reference: 'REF1', isSettled: true }],
      },
    })
  })

  it.each([
    ['HIEKPS:9:1:4+1+1+0+J:N:N\'', 'HIEKP:4:1:3+@5@%PDF-\''],
    ['HIEKPS:9:2:4+1+1+0+J:N:N:J\'', 'HIEKP:4:2:3+@8@JVBERi0=+20260101:20260131+20260201+2026+1\''],
    ['HIEKAS:9:5:4+1+1+0+J:N:N:3\'', 'HIEKA:4:5:3+3+20260101:20260131+20260201+2026+1+@5@%PDF-\''],
    ['HIEKAS:9:3:4+1+1+0+J:N:N:1:3\'', 'HIEKA:4:3:3+3+20260101:20260131+@5@%PDF-\''],
  ])('deliver statements as PDF: %s', async (parameters, reply) => {
    const bank = bankWith(parameters, (order) => (order.startsWith('HKEK') ? ok(reply) : undefined))
    expect((await run(bank, { kind: 'documents', account: ACCOUNT, year: 2026, number: 1 })).result).toMatchObject({ documents: [{ content: toBytes('%PDF-') }] })
  })

  it('do not take a bank’s MT940 documents for PDF', async () => {
    const { client } = customer(bankWith('HIEKAS:9:3:4+1+1+0+J:N:N:1\'', () => undefined))
    expect(await client.start({ kind: 'documents', account: ACCOUNT })).toMatchObject({ ok: false, error: { kind: 'unsupported' } })
  })

  it.each(['HIEKPS:9:2:4+1+1+0+N:N:N:J\'', 'HIEKAS:9:5:4+1+1+0+N:N:N:3\''])('are not asked for by number where the bank forbids it: %s', async (parameters) => {
    const { client } = customer(bankWith(parameters, () => undefined))
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(client.offers({ kind: 'documents', account: ACCOUNT })).toBe(true)
    expect(client.offers({ kind: 'documents', account: ACCOUNT, year: 2026, number: 1 })).toBe(false)
  })

  it('list standing orders with their rhythm', async () => {
    const bank = bankWith('HICDBS:9:1:4+1+1+0+N\'', (order) => (order === 'HKCDB' ? ok('HICDB:4:1:3+DE11:TESTDEFF+urn?:x+@3@<p>+ID1+20260115:M:1:15++J+N+J\'HICDB:5:1:3+DE11:TESTDEFF+urn?:x+@3@<q>++20260101:W:2:1:20261231\'') : undefined))
    expect((await run(bank, { kind: 'standing-orders', account: ACCOUNT })).result).toMatchObject({
      orders: [{ orderId: 'ID1', unit: 'month', every: 1, executionDay: 15, lastOn: null }, { orderId: null, unit: 'week', every: 2, lastOn: '2026-12-31' }],
    })
  })

  it('tell the terms of an account', async () => {
    const bank = bankWith('HIKIFS:9:2:4+1+1+0\'', (order) => (order === 'HKKIF' ? ok('HIKIF:4:2:3+111::280:10020030+1+Erika Muster++Giro+EUR+20200102+11,75+0,+16,5+500,:EUR\'') : undefined))
    expect((await run(bank, { kind: 'terms', account: ACCOUNT })).result).toMatchObject({ terms: { owner: 'Erika Muster', openedOn: '2020-01-02', debitInterest: '11.75', creditInterest: '0', overdraftInterest: '16.5', creditLine: '500' } })
  })

  it('pass on what the bank tells the person', async () => {
    const bank = bankWith('HISALS:9:5:4+1+1\'', (order) => (order === 'HKSAL' ? { say: [[3, '3010', 'nichts'], [0, '3078', 'Produkt nur noch bis 2027', '20270101']], segments: raw('HIKIM:4:2+Wartung+Am Sonntag geschlossen\'') } : undefined))
    const { client } = customer(bank)
    const done = await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(done.messages).toEqual([{ subject: 'Wartung', text: 'Am Sonntag geschlossen' }])
    expect(done.notices).toMatchObject([{ code: '3078', parameters: ['20270101'], meaning: { en: { next: 'Enter a registered product id in Settings.' } } }])
  })
})
