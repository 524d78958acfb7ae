import { describe, expect, it } from 'vitest'
import { readCamt } from '#main/importers/camt/read.ts'
import { assert } from '#shared/result.ts'
import type { Reading, StatementEntry } from '#shared/statement.ts'

const OWN = 'DE02120300000000202051'
const balance = (code: string, amount: string, day = '2024-01-02', mark = 'CRDT'): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
const entryXml = (mark: string, amount: string, rest = '', day = '<BookgDt><Dt>2024-01-02</Dt></BookgDt>'): string => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${day}${rest}</Ntry>`
const transaction = (inside: string): string => `<NtryDtls><TxDtls>${inside}</TxDtls></NtryDtls>`
const statementXml = (...inside: string[]): string => `<Stmt><Id>1</Id><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Erika Muster</Nm></Ownr></Acct>${inside.join('')}</Stmt>`
const document = (...statements: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>${statements.join('')}</BkToCstmrStmt></Document>`

const refusal = (text: string) => {
  const reading = readCamt(Buffer.from(text))
  return reading.ok ? undefined : reading.error
}

function read(text: string): Reading {
  const reading = readCamt(Buffer.from(text))
  assert(reading.ok, 'the file should be read')
  return reading.value
}

const codes = ({ warnings }: Reading): string[] => warnings.map(({ code }) => code)
const entriesOf = (...inside: string[]): readonly StatementEntry[] => read(document(statementXml(...inside))).statements.flatMap(({ entries, pending }) => [...entries, ...pending])

function only(...inside: string[]): StatementEntry {
  const [entry, ...others] = entriesOf(...inside)
  assert(entry && others.length === 0, 'one entry expected')
  return entry
}

const party = (role: string, name: string, iban = ''): string => `<${role}><Nm>${name}</Nm></${role}>${iban === '' ? '' : `<${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`}`
const OTHER = 'DE89370400440532013000'

describe('an entry', () => {
  it.each([
    ['BOOK', false, false],
    ['PDNG', true, false],
    ['INFO', true, true],
    ['FUTR', true, true],
  ])('of status %s is pending: %s, and no more than announced: %s', (status, isPending, isAdvice) => {
    for (const xml of [`<Sts>${status}</Sts>`, `<Sts><Cd>${status}</Cd></Sts>`]) {
      const [statement] = read(document(statementXml(entryXml('CRDT', '1', xml)))).statements
      expect([statement?.entries.length, statement?.pending.map((entry) => entry.isAdvice)]).toEqual(isPending ? [0, [isAdvice]] : [1, []])
    }
  })

  it.each([
    ['CRDT', '8.850', '8.850'],
    ['DBIT', '5', '-5'],
    ['DBIT', '0.00', '0.00'],
    ['DBIT', '.5', '-0.5'],
    ['CRDT', '-3.00', '-3.00'],
    ['CRDT', '12,34', '12.34'],
    ['CRDT', '90071992547409930.12345', '90071992547409930.12345'],
  ])('of %s %s moves exactly %s', (mark, text, amount) => {
    expect(only(entryXml(mark, text)).amount).toBe(amount)
  })

  it.each([['CRDT', '1,234'], ['CRDT', '1e5'], ['CRDT', ''], ['', '5'], ['CRDT', '1.2.3']])('of %j %j is refused as a row and kept with its line', (mark, text) => {
    const [statement] = read(document(statementXml(entryXml(mark, text, transaction('<RmtInf><Ustrd>Miete</Ustrd></RmtInf>'))))).statements
    expect([statement?.entries, statement?.unreadable]).toEqual([[], [expect.objectContaining({ line: 2, reason: 'bad-amount', bookedOn: '2024-01-02', purpose: 'Miete' })]])
  })

  it.each([
    ['<BookgDt><Dt>2024-01-03</Dt></BookgDt><ValDt><Dt>2024-01-04</Dt></ValDt>', '2024-01-03', '2024-01-04'],
    ['<BookgDt><DtTm>2024-01-03T23:59:59.9+02:00</DtTm></BookgDt>', '2024-01-03', null],
    ['<ValDt><DtTm>2024-01-04T11:17:11:735</DtTm></ValDt>', '2024-01-04', '2024-01-04'],
    ['', '2024-01-31', null],
  ])('takes its days as the bank wrote them: %j', (day, bookedOn, valueOn) => {
    expect(only(balance('CLBD', '1', '2024-01-31'), entryXml('CRDT', '1', '', day))).toMatchObject({ bookedOn, valueOn })
  })

  it('is identified by the bank, else by the customer, else from end to end', () => {
    const refs = '<Refs><MsgId>NONREF</MsgId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId></Refs>'
    expect(only(entryXml('CRDT', '1', `<AcctSvcrRef>B-1</AcctSvcrRef>${transaction(refs)}`))).toMatchObject({ externalId: 'B-1', bankReference: 'B-1', customerReference: 'I-1', endToEndId: 'E-1' })
    expect(only(entryXml('CRDT', '1', `<AcctSvcrRef>NONREF</AcctSvcrRef>${transaction(refs)}`)).externalId).toBe('I-1')
    expect(only(entryXml('CRDT', '1', transaction('<Refs><EndToEndId>E-1</EndToEndId></Refs>'))).externalId).toBe('E-1')
    expect(only(entryXml('CRDT', '1', transaction('<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>')))).toMatchObject({ externalId: '', endToEndId: '' })
  })

  it.each([
    ['money in', 'CRDT', '', party('Dbtr', 'Zahler', OTHER) + party('Cdtr', 'Erika Muster', OWN), 'Zahler'],
    ['money out', 'DBIT', '', party('Dbtr', 'Erika Muster', OWN) + party('Cdtr', 'Empfänger', OTHER), 'Empfänger'],
    ['a returned debit that keeps its roles', 'CRDT', '<RvslInd>true</RvslInd>', party('Dbtr', 'Erika Muster') + party('Cdtr', 'Versorger', OTHER), 'Versorger'],
    ['a version 08 party', 'CRDT', '', '<Dbtr><Pty><Nm>Zahler</Nm></Pty></Dbtr>', 'Zahler'],
    ['a bank as a party', 'CRDT', '', '<Dbtr><Agt><FinInstnId><Nm>Bank</Nm></FinInstnId></Agt></Dbtr>', 'Bank'],
    ['only the one on whose behalf', 'CRDT', '', party('UltmtDbtr', 'Auftraggeber'), 'Auftraggeber'],
    ['nobody', 'DBIT', '', party('Dbtr', 'Erika Muster', OWN), ''],
  ])('finds the other side: %s', (_, mark, reversal, parties, payee) => {
    expect(only(entryXml(mark, '1', reversal + transaction(`<RltdPties>${parties}</RltdPties>`))).payee).toBe(payee)
  })

  it.each([
    ['<Prtry><Cd>NDDT+105+00931</Cd><Issr>DK</Issr></Prtry>', '105', false],
    ['<Prtry><Cd>NRTI+9+00931</Cd></Prtry>', '009', true],
    ['<Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn>', 'PMNT/RDDT/UPDD', true],
    ['<Prtry><Cd>Z04</Cd></Prtry>', 'Z04', false],
  ])('takes its kind from %s', (xml, code, isReversal) => {
    expect(only(entryXml('CRDT', '1', `<BkTxCd>${xml}</BkTxCd>`))).toMatchObject({ code, isReversal })
  })

  it('joins free texts, cut ones without a gap, and adds references', () => {
    const text = (...parts: string[]): string => only(entryXml('CRDT', '1', transaction(`<RmtInf>${parts.join('')}</RmtInf>`))).purpose
    const free = (part: string): string => `<Ustrd>${part}</Ustrd>`
    expect(text(free('Rechnung 1'), free('vom 2.1.'))).toBe('Rechnung 1 vom 2.1.')
    expect(text(free('x'.repeat(140)), free('yz'))).toBe(`${'x'.repeat(140)}yz`)
    expect(text(free('CRED: '), free('DE98'))).toBe('CRED: DE98')
    expect(text(free('A'), '<Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf><AddtlRmtInf>mehr</AddtlRmtInf></Strd>')).toBe('A RF18 mehr')
  })

  it('of several payments stays one and keeps them as details, which need not add up', () => {
    const one = (amount: string, mark: string): string => `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd></TxDtls>`
    const entry = only(entryXml('CRDT', '9.50', `<NtryDtls>${one('15', 'CRDT')}${one('5', 'DBIT')}</NtryDtls>`))
    expect([entry.amount, entry.details.map(({ amount }) => amount)]).toEqual(['9.50', ['15', '-5']])
  })

  it('keeps the amount that was charged in another currency', () => {
    const details = '<AmtDtls><InstdAmt><Amt Ccy="USD">50.00</Amt></InstdAmt><CntrValAmt><Amt Ccy="EUR">46.36</Amt><CcyXchg><XchgRate>1.0785</XchgRate></CcyXchg></CntrValAmt></AmtDtls>'
    expect(only(entryXml('DBIT', '46.36', transaction(details)))).toMatchObject({ originalAmount: '-50.00', originalCurrency: 'USD', exchangeRate: '1.0785' })
  })

  it('is not lost where it has no place', () => {
    const nested = `<Foo>${entryXml('CRDT', '1')}</Foo>`
    expect(codes(read(document(statementXml(nested), entryXml('CRDT', '1'))))).toEqual(['entry-outside-statement', 'entry-outside-statement'])
  })
})

describe('balances', () => {
  const framed = (...balances: string[]): readonly (string | null | undefined)[][] => {
    const [statement] = read(document(statementXml(...balances))).statements
    return (statement?.balances ?? []).map(({ kind, name, amount }) => [kind, name, amount])
  }

  it.each([
    ['OPBD and CLBD', [balance('CLBD', '2'), balance('OPBD', '2')], [['opening', 'OPBD', '2'], ['booked', 'CLBD', '2']]],
    ['PRCD where OPBD is missing', [balance('PRCD', '2'), balance('CLBD', '2')], [['opening', 'PRCD', '2'], ['booked', 'CLBD', '2']]],
    ['an intraday report', [balance('OPBD', '2'), balance('ITBD', '2')], [['opening', 'OPBD', '2'], ['booked', 'ITBD', '2']]],
    ['where the account stands now', [balance('ITBD', '2'), balance('ITAV', '3')], [['booked', 'ITBD', '2'], ['available', 'ITAV', '3']]],
    ['several days', [balance('OPBD', '1', '2024-01-02'), balance('CLBD', '1', '2024-01-03'), balance('CLBD', '1', '2024-01-02')], [['opening', 'OPBD', '1'], ['booked', 'CLBD', '1'], ['other', 'CLBD', '1']]],
    ['money owed', [balance('CLBD', '2', '2024-01-02', 'DBIT')], [['booked', 'CLBD', '-2']]],
  ])('%s', (_, balances, expected) => {
    expect(framed(...balances)).toEqual(expected)
  })

  it('must close, and a reversal is turned only where they close so', () => {
    const closing = (amount: string): string => balance('OPBD', '10') + balance('CLBD', amount)
    const reversed = entryXml('DBIT', '6', '<RvslInd>true</RvslInd>')
    expect(read(document(statementXml(closing('4'), reversed)))).toMatchObject({ warnings: [], statements: [{ entries: [{ amount: '-6' }] }] })
    expect(read(document(statementXml(closing('16'), reversed)))).toMatchObject({ warnings: [{ code: 'reversals-turned' }], statements: [{ entries: [{ amount: '6' }] }] })
    expect(codes(read(document(statementXml(closing('5'), reversed))))).toEqual(['balance-mismatch'])
  })

  it('are not asked of entries in several currencies', () => {
    expect(codes(read(document(statementXml(balance('OPBD', '1'), balance('CLBD', '1'), entryXml('CRDT', '1').replace('EUR', 'USD')))))).toEqual([])
  })

  it('the bank\'s own count of entries is held against ours', () => {
    expect(read(document(statementXml('<TxsSummry><TtlNtries><NbOfNtries>14</NbOfNtries></TtlNtries></TxsSummry>', entryXml('CRDT', '1')))).warnings).toEqual([expect.objectContaining({ code: 'entry-count', detail: '14/1' })])
  })
})

describe('a document', () => {
  it.each([
    ['no statement', '<Document><BkToCstmrStmt></BkToCstmrStmt></Document>', 'no_statement'],
    ['half a statement', document(statementXml(entryXml('CRDT', '1'))).slice(0, -40), 'truncated'],
    ['crossed tags', document('<Stmt><Acct></Stmt></Acct>'), 'broken_xml'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>${document(statementXml()).slice(39)}`, 'doctype'],
    ['nothing', '', 'empty'],
  ])('with %s is refused', (_, text, reason) => {
    expect(refusal(text)).toMatchObject({ kind: 'malformed', reason })
  })

  it('of another namespace, prefix or version means the same', () => {
    const plain = document(statementXml(balance('CLBD', '1'), entryXml('CRDT', '1')))
    const prefixed = plain.replace('xmlns=', 'xmlns:c=').replaceAll(/<(\/?)(?=[A-Z])/g, '<$1c:')
    const first = plain.replace('camt.053.001.08', 'camt.053.001.99').replaceAll('BkToCstmrStmt', 'BkToCstmrStmtV01').replaceAll(/<\/?CdOrPrtry>/g, '')
    expect([prefixed, first].map((text) => read(text).statements)).toEqual([read(plain).statements, read(plain).statements])
  })

  it('may follow another in one file', () => {
    const one = document(statementXml(entryXml('CRDT', '1')))
    expect(read(`${one}\n${one}`).statements.map(({ line, entries }) => [line, entries.length])).toEqual([[2, 1], [4, 1]])
  })

  it('is read in the encoding it declares, or the one it has', () => {
    const text = document(statementXml(entryXml('CRDT', '1', transaction('<RmtInf><Ustrd>Grüße</Ustrd></RmtInf>'))))
    const readings = [Buffer.from(text), Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1'), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')].map((bytes) => readCamt(bytes))
    expect(readings.map((reading) => (reading.ok ? reading.value.statements[0]?.entries[0]?.purpose : reading.error))).toEqual(['Grüße', 'Grüße', 'Grüße', 'Grüße'])
  })

  it('whose program forgot to escape an ampersand is mended, and says so', () => {
    const reading = read(document(statementXml(entryXml('CRDT', '1', transaction('<RmtInf><Ustrd>Müller & Söhne &amp; Co</Ustrd></RmtInf>')))))
    expect([reading.statements[0]?.entries[0]?.purpose, codes(reading)]).toEqual(['Müller & Söhne & Co', ['xml-repaired']])
  })

  it('that a bank sends as not booked is pending, whatever its entries claim', () => {
    const reading = readCamt(Buffer.from(document(statementXml(entryXml('CRDT', '1', '<Sts>BOOK</Sts>')))), { isPending: true })
    expect(reading).toMatchObject({ value: { statements: [{ entries: [], pending: [{ amount: '1', isAdvice: false }] }] } })
  })

  it('can be stopped', () => {
    expect(readCamt(Buffer.from(document(statementXml())), { onProgress: () => false })).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })
})
