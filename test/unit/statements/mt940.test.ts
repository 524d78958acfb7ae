import { describe, expect, it } from 'vitest'
import { readMt940, type Mt940Options } from '#main/importers/mt940/read.ts'
import { assert } from '#shared/result.ts'
import type { Reading, StatementEntry } from '#shared/statement.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

function read(lines: readonly string[], options?: Mt940Options): Reading {
  const reading = readMt940(bytes(lines.join('\r\n')), options)
  assert(reading.ok, 'the file should be read')
  return reading.value
}

const message = (...lines: string[]): string[] => [':20:X', ':25:12030000/1020304', ':28C:1/1', ':60F:C240101EUR0,', ...lines]
const codes = ({ warnings }: Reading): string[] => warnings.map(({ code }) => code)

function only(reading: Reading): StatementEntry {
  const entries = reading.statements.flatMap((statement) => [...statement.entries, ...statement.pending])
  assert(entries.length === 1 && entries[0], `one entry expected, not ${entries.length}`)
  return entries[0]
}

const entryOf = (line: string, ...more: string[]): StatementEntry => only(read(message(`:61:${line}`, ...more)))

describe('field 61', () => {
  it.each([
    ['2401020102C1,00NTRFNONREF', '1.00', false],
    ['2401020102D1,00NTRFNONREF', '-1.00', false],
    ['2401020102RC1,00NTRFNONREF', '-1.00', true],
    ['2401020102RD1,00NTRFNONREF', '1.00', true],
    ['2401020102RCR1,00NTRFNONREF', '-1.00', true],
    ['2401020102ERC1,00NTRFNONREF', '-1.00', true],
    ['2401020102ERD1,00NTRFNONREF', '1.00', true],
    ['2401020102ED1,00NTRFNONREF', '-1.00', false],
    ['2401020102DD80,NTRFNONREF', '-80', false],
    ['2401020102CC80,NTRFNONREF', '80', false],
    ['240102D0,NTRFNONREF', '0', false],
    ['240102C500NTRFNONREF', '500', false],
    ['240102C000000000127,50N102EREF', '127.50', false],
    ['240102C1.234.567,8NTRF', '1234567.8', false],
    ['240102C12.34NTRF', '12.34', false],
  ])('%s moves %s (reversal: %s)', (line, amount, isReversal) => {
    expect(entryOf(line)).toMatchObject({ amount, isReversal })
  })

  it.each([
    ['2601011230', '2025-12-30', '2026-01-01'],
    ['2512310102', '2026-01-02', '2025-12-31'],
    ['2512301230', '2025-12-30', '2025-12-30'],
    ['2403010229', '2024-02-29', '2024-03-01'],
    ['2407010101', '2024-01-01', '2024-07-01'],
    ['240102', '2024-01-02', '2024-01-02'],
    ['9912310101', '2000-01-01', '1999-12-31'],
  ])('%s is booked on %s with value on %s: the year that is closest', (dates, bookedOn, valueOn) => {
    expect(entryOf(`${dates}C1,NTRF`)).toMatchObject({ bookedOn, valueOn })
  })

  it('takes the last day of February for the 30th, and says so', () => {
    const reading = read(message(':61:2502300230C1,NTRF', ':62F:C250228EUR1,'))
    expect(only(reading)).toMatchObject({ bookedOn: '2025-02-28', valueOn: '2025-02-28' })
    expect(codes(reading)).toEqual(['day-outside-month'])
  })

  it.each([
    ['C1,NTRFNONREF//B-1', { externalId: 'B-1', bankReference: 'B-1', customerReference: '' }],
    ['C1,NTRFK-1//B-1', { externalId: 'B-1', bankReference: 'B-1', customerReference: 'K-1' }],
    ['C1,NTRFK-1', { externalId: 'K-1', bankReference: '', customerReference: 'K-1' }],
    ['C1,NTRFNONREF', { externalId: '', bankReference: '', customerReference: '' }],
    ['C1,//B-1', { externalId: 'B-1', bankReference: 'B-1', code: '' }],
    ['C1,NONREF', { externalId: '', code: '' }],
    ['C1,NOV NONREF', { externalId: '', code: 'NOV' }],
    ['C1,NTRF0000549855700010//025498557/000001', { externalId: '025498557/000001', customerReference: '0000549855700010' }],
  ])('%s is identified by the bank, else by the customer', (line, expected) => {
    expect(entryOf(`240102${line}`)).toMatchObject(expected)
  })

  it('takes the reference from field 86 where KREF+ says that it stands there', () => {
    expect(entryOf('240102C1,NTRFKREF+', ':86:166?00X?20KREF+LONG-REFERENCE-OF-MORE-?21THAN-16')).toMatchObject({ externalId: 'LONG-REFERENCE-OF-MORE-THAN-16' })
  })

  it.each([
    ['2413010101C1,NTRF', 'bad-date', '1'],
    ['240102C1.234NTRF', 'bad-amount', null],
    ['240102C2O,00NTRF', 'bad-amount', null],
    ['24C1,00NTRF', 'unreadable', null],
  ])('keeps %s as a row that cannot be read (%s)', (line, reason, amount) => {
    const { statements } = read(message(`:61:${line}`, ':86:A?B'))
    expect(statements.map(({ entries, unreadable }) => [entries, unreadable])).toEqual([[[], [expect.objectContaining({ line: 5, reason, amount, isPending: false, purpose: 'A?B' })]]])
  })

  it('is read where a program broke it in two', () => {
    expect(entryOf('2401020102CR', '30,00N062NONREF', ':', '86:166?00GUTSCHRIFT?20SVWZ+Test')).toMatchObject({ amount: '30.00', purpose: 'Test', bookingText: 'GUTSCHRIFT' })
    expect(entryOf('2401020102C10,', '50NTRFNONREF//B-1')).toMatchObject({ amount: '10.50', externalId: 'B-1' })
    expect(entryOf('2401020102C10,5', 'NTRFNONREF//B-1')).toMatchObject({ amount: '10.5', externalId: 'B-1' })
  })

  it('reads the original amount from its second line, in the sign of the entry', () => {
    expect(entryOf('240102D9,10NMSCNONREF', '/OCMT/USD10,00/CHGS/EUR0,50/')).toMatchObject({ originalAmount: '-10.00', originalCurrency: 'USD', purpose: '' })
  })
})

describe('field 86', () => {
  const texts = (...lines: string[]): StatementEntry => entryOf('240102D1,NMSCNONREF', ...lines)

  it('joins sub-fields and their codes wherever the lines were cut', () => {
    expect(texts(':86:105?00SEPA-LASTSCHRIFT?20EREF+ABCDEFGHIJKLMNOPQRSTUV?21WX', 'YZ?22MREF+M-1?23CRED+DE98ZZZ09999999999?', '24SVWZ+Ein langer Verwendungs?25zweck')).toMatchObject({
      code: '105', bookingText: 'SEPA-LASTSCHRIFT', endToEndId: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', mandateReference: 'M-1', creditorId: 'DE98ZZZ09999999999',
      purpose: 'Ein langer Verwendungszweck',
    })
  })

  it('finds codes inside a sub-field and across two', () => {
    expect(texts(':86:835?20Cie., S.C.A.?21EREF+ 123 PAYPAL?22MREF+ 12AB CRED+ A?23B12ZZZ00000000000034 S?24VWZ+ Ihr Einkauf')).toMatchObject({
      endToEndId: '123 PAYPAL', mandateReference: '12AB', creditorId: 'AB12ZZZ00000000000034', purpose: 'Ihr Einkauf', bookingText: 'Cie., S.C.A.',
    })
  })

  it.each([':20:15 Uhr', ':25: Lebensjahr', ':20:'])('may have a line that looks like a header: %s', (line) => {
    const { statements, warnings } = read(message(':61:240102D1,NMSCNONREF', ':86:166?00X?20Termin ', line, '?32ACME', ':61:240102D2,NMSCNONREF', ':86:166?00Y', ':62F:C240102EUR3,', '-'))
    expect(statements).toMatchObject([{ account: { number: '1020304' }, entries: [{ amount: '-1', purpose: `Termin ${line}`.trim(), payee: 'ACME' }, { amount: '-2' }] }])
    expect(warnings.map(({ code }) => code)).toEqual(['balance-mismatch'])
  })

  it('leaves a question mark that begins no sub-field in the text', () => {
    expect(texts(':86:166?00X?20Wirklich?21 Ja?960 wie?')).toMatchObject({ purpose: 'Wirklich Ja?960 wie?' })
  })

  it.each(['?', '<', '>', '~', '^'])('reads sub-fields behind %s', (sign) => {
    expect(texts(`:86:020${sign}00PRZELEW${sign}20Zaplata${sign}32JAN NOWAK`)).toMatchObject({ code: '020', bookingText: 'PRZELEW', purpose: 'Zaplata', payee: 'JAN NOWAK' })
  })

  it('takes a name of two sub-fields as one', () => {
    expect(texts(':86:166?20x?32PayPal Europe S.a.r.l. et C?33ie S.C.A').payee).toBe('PayPal Europe S.a.r.l. et Cie S.C.A')
    expect(texts(':86:166?20x?32KARL?33        KAUFMANN').payee).toBe('KARL KAUFMANN')
  })

  it('keeps an account that is no IBAN behind its bank code', () => {
    expect(texts(':86:051?20Gehalt?3050060400?310847564700')).toMatchObject({ counterpartyAccount: '50060400/0847564700', counterpartyIban: '' })
  })

  it('finds what VR-Banken repeat inside the text', () => {
    expect(texts(':86:166?20SVWZ+Musical Sonja EREF: ZV01 ?21IBAN: DE88500105178285756556 BIC: SAKSDE55')).toMatchObject({
      endToEndId: 'ZV01', counterpartyIban: 'DE88500105178285756556', counterpartyBic: 'SAKSDE55', purpose: 'Musical Sonja EREF: ZV01 IBAN: DE88500105178285756556 BIC: SAKSDE55',
    })
  })

  it.each([
    ['a line of a lone dash', [':86:Erste Zeile', '-', 'letzte Zeile'], 'Erste Zeile - letzte Zeile'],
    ['a line that looks like a field', [':86:Treffen um', ':12:30 Uhr', ': abends'], 'Treffen um :12:30 Uhr : abends'],
    ['several fields 86', [':86:Zeile eins   ', ':86:Zeile zwei'], 'Zeile eins Zeile zwei'],
    ['a line cut at its full width', [`:86:${'x'.repeat(65)}`, 'yz'], `${'x'.repeat(65)}yz`],
    ['a padded line', [`:86:Wort${' '.repeat(61)}`, 'Wort'], 'Wort Wort'],
  ])('keeps %s in the text', (_, lines, purpose) => {
    expect(only(read(message(':61:240102C1,NMSC', ...lines, ':62F:C240102EUR1,', '-')))).toMatchObject({ purpose })
  })

  it('takes a free text as it stands, whatever its first characters', () => {
    expect(texts(':86:123-45 Rechnung 2+2?').purpose).toBe('123-45 Rechnung 2+2?')
  })
})

describe('balances', () => {
  const page = (number: string, opening: string, closing: string, ...entries: string[]): string[] => [':20:X', ':25:1/2', `:28C:${number}`, opening, ...entries.map((line) => `:61:240102${line}`), closing]

  it('joins pages and keeps the first and the last balance', () => {
    const reading = read([...page('1/1', ':60F:C240101EUR5,', ':62M:C240102EUR6,', 'C1,NTRF'), ...page('1/2', ':60M:C240102EUR6,', ':62M:C240102EUR8,', 'C2,NTRF'), ...page('1/3', ':60M:C240102EUR8,', ':62F:C240102EUR11,', 'C3,NTRF')])
    expect(reading.statements.map(({ entries, balances }) => [entries.length, balances.map(({ amount }) => amount)])).toEqual([[3, ['5', '11']]])
    expect(reading.warnings).toEqual([])
  })

  it('says where a page is missing', () => {
    const reading = read([...page('1/1', ':60F:C240101EUR5,', ':62M:C240102EUR6,', 'C1,NTRF'), ...page('1/3', ':60M:C240102EUR8,', ':62F:C240102EUR11,', 'C3,NTRF')])
    expect(reading.warnings).toEqual([{ line: 7, code: 'page-gap', detail: '1/3' }, { line: 1, code: 'balance-mismatch', detail: '1/1' }])
  })

  it('turns reversals where the balances close only so, and says it', () => {
    const reading = read(page('1', ':60F:C240101EUR5,', ':62F:C240102EUR6,', 'RC1,NTRF'))
    expect(only(reading)).toMatchObject({ amount: '1', isReversal: true })
    expect(reading.warnings).toEqual([{ line: 1, code: 'reversals-turned', detail: '1' }])
  })

  it('chains statements forwards and backwards, account by account', () => {
    const days = [page('1', ':60F:C240101EUR5,', ':62F:C240102EUR6,', 'C1,NTRF'), page('2', ':60F:C240102EUR6,', ':62F:C240103EUR7,', 'C1,NTRF')]
    expect(codes(read(days.flat()))).toEqual([])
    expect(codes(read(days.toReversed().flat()))).toEqual([])
    expect(codes(read([...days[0]!, ...page('3', ':60F:C240104EUR9,', ':62F:C240104EUR9,')]))).toEqual(['balance-gap'])
  })

  it('knows no day of a balance before the first statement', () => {
    expect(read([':20:X', ':25:1/2', ':60F:C000000EUR0,00', ':62F:C240102EUR0,']).statements[0]?.balances[0]?.asOf).toBeNull()
  })

  it('says when the end is missing', () => {
    expect(codes(read(message(':61:240102C1,NTRF')))).toEqual(['no-closing-balance'])
  })
})

describe('a file', () => {
  it.each([':60F:C140829EUR147,64', ':62F:C140829EUR147,64', ':28C:35/1', ':86:Spende', ':20:STARTUMS', ''])('that holds only %j is refused, never read as nothing', (text) => {
    expect(readMt940(bytes(text))).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it('that is a fragment with an entry is read, with a warning', () => {
    const reading = read([':61:1409010902DR000000000001,62NTRF0000549855700010//025498557/000001'])
    expect([only(reading).amount, codes(reading)]).toEqual(['-1.62', ['no-account']])
  })

  it.each([
    ['10020030/1234567', { bankCode: '10020030', number: '1234567' }, null],
    ['DE02120300000000202051', { iban: 'DE02120300000000202051', number: null }, null],
    ['NL54INGB0001234500EUR', { iban: 'NL54INGB0001234500' }, 'EUR'],
    ['NL10BUNQ2290325473 EUR', { iban: 'NL10BUNQ2290325473' }, 'EUR'],
    ['DABADKKK/1234567890', { bic: 'DABADKKK', number: '1234567890', bankCode: null }, null],
    ['1291.99.348EUR', { number: '1291.99.348' }, 'EUR'],
  ])('of account %s belongs to it', (text, account, currency) => {
    const [statement] = read([':20:X', `:25:${text}`, ':13D:2401011200+0100', ':61:240102C1,NTRF']).statements
    expect(statement).toMatchObject({ account, currency })
  })

  it('without :20: and end marks is split by what can stand only once', () => {
    const one = (account: string): string[] => [`:25:${account}`, ':28:1', ':60F:C240101EUR0,', ':61:240102C1,NTRF', ':62F:C240102EUR1,']
    expect(read([...one('1'), ...one('2')]).statements.map(({ account, entries }) => [account.number, entries.length])).toEqual([['1', 1], ['2', 1]])
  })

  it('reads bytes of any encoding banks use', () => {
    const lines = [':20:X', ':25:1/2', ':61:240102C1,NTRF', ':86:Müller']
    const payees = [Buffer.from(lines.join('\n'), 'utf8'), Buffer.from(lines.join('\n'), 'latin1'), Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le')].map((content) => readMt940(content))
    expect(payees.map((reading) => (reading.ok ? only(reading.value).purpose : ''))).toEqual(['Müller', 'Müller', 'Müller'])
  })

  it.each(['\r\n', '\n', '\r', '@@'])('may end its lines with %j', (end) => {
    const reading = readMt940(bytes(message(':61:240102C1,NTRF', ':86:a', 'b', ':62F:C240102EUR1,', '-').join(end)))
    expect(reading.ok && only(reading.value)).toMatchObject({ purpose: 'a b', amount: '1' })
  })

  it('reports an entry that a lost line end hid inside a text', () => {
    expect(codes(read(message(':61:240102C1,NTRF', ':86:Text:61:240102C1,00NTRFNONREF', ':62F:C240102EUR2,')))).toEqual(['entry-inside-text', 'balance-mismatch'])
  })

  it('is read as pending where the bank says so or sends an MT942', () => {
    const booked = message(':61:240102C1,NTRF', ':62F:C240102EUR1,')
    const interim = [':20:X', ':25:1/2', ':34F:EUR0,', ':13D:2401011200+0100', ':61:240102D1,NTRF', ':90D:1EUR1,', ':90C:0EUR0,']
    expect(read(booked, { isPending: true }).statements.map(({ entries, pending }) => [entries.length, pending.length])).toEqual([[0, 1]])
    expect(read(interim)).toMatchObject({ format: 'mt942', warnings: [], statements: [{ currency: 'EUR', entries: [], pending: [{ amount: '-1' }] }] })
    expect(codes(read([...interim.slice(0, -1), ':90C:1EUR1,']))).toEqual(['totals-mismatch'])
  })
})
