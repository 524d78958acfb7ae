import { describe, expect, it } from 'vitest'
import { readMt535 } from '#main/importers/mt535/read.ts'
import { assert } from '#shared/result.ts'
import type { Position, Reading } from '#shared/statement.ts'

const bytes = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'), 'latin1')
const general = (page = '1/ONLY', account = '10020030/1234567'): string[] => [':16R:GENL', `:28E:${page}`, ':98A::STAT//20240229', `:97A::SAFE//${account}`, ':16S:GENL']
const holding = (...fields: string[]): string[] => [':16R:FIN', ':35B:ISIN DE0001234561', 'Beispielwerke AG', ...fields, ':16S:FIN']
const total = (amount: string): string[] => [':16R:ADDINFO', `:19A::HOLP//${amount}`, ':16S:ADDINFO', '-']

function read(...lines: string[]): Reading {
  const reading = readMt535(bytes(lines))
  assert(reading.ok, 'the file should be read')
  return reading.value
}

function position(...fields: string[]): Position {
  const [first] = read(...general(), ...holding(...fields), ...total('EUR0,')).statements[0]?.positions ?? []
  assert(first, 'one position expected')
  return first
}

describe('a position', () => {
  it.each([
    [':93B::AGGR//UNIT/100,446', { units: '100.446', code: 'UNIT' }],
    [':93B::AGGR//UNIT/N30,', { units: '-30' }],
    [':93B::AGGR//FAMT/10000,', { units: '10000', code: 'FAMT' }],
    [':90B::MRKT//ACTU/USD52,7', { unitPrice: '52.7', currency: 'USD' }],
    [':90A::MRKT//PRCT/99,125', { unitPrice: '0.99125' }],
    [':19A::HOLD//NEUR12,5', { marketValue: '-12.5', currency: 'EUR' }],
    [':98C::PRIC//20240115093045', { asOf: '2024-01-15' }],
    [':93B::AGGR//UNIT/1,', { asOf: '2024-02-29' }],
  ])('reads %s', (field, expected) => {
    expect(position(field)).toMatchObject(expected)
  })

  it('of two currencies is worth what the depot counts in', () => {
    expect(position(':93B::AGGR//FAMT/10000,', ':90A::MRKT//PRCT/105,', ':19A::HOLD//AUD10500,', ':19A::HOLD//EUR6294,65', ':19A::ACRU//AUD2,87', ':19A::ACRU//EUR1,72', ':70E::HOLD//1AUD+525'))
      .toMatchObject({ marketValue: '6294.65', accruedInterest: '1.72', currency: 'EUR', unitPrice: '1.05', priceCurrency: 'AUD' })
  })

  it.each([
    ['pieces', [':93B::AGGR//UNIT/100,', ':19A::HOLD//EUR1,', ':70E::HOLD//1STK+511+00081+DE+20190815', '268,5+EUR'], '6850'],
    ['a nominal amount', [':93B::AGGR//FAMT/1000,', ':19A::HOLD//EUR1,', ':70E::HOLD//1EUR+141+00024+DE+20190930+20', '291001', '299,75++5,25'], '997.5'],
    ['another currency', [':93B::AGGR//UNIT/100,', ':19A::HOLD//EUR1,', ':70E::HOLD//1STK++++20190815', '268,5+USD'], null],
    ['nothing told', [':93B::AGGR//UNIT/100,', ':19A::HOLD//EUR1,', ':70E::HOLD//1STK'], null],
  ])('cost what was paid for %s', (_, fields, costBasis) => {
    expect(position(...fields)).toMatchObject({ costBasis })
  })

  it('takes price and day from the free text of its sub-balance', () => {
    expect(position(':93B::AGGR//UNIT/3,', ':16R:SUBBAL', ':70C::SUBB//1 X', '2', '3 EDE 17.330000000EUR 2024-02-28T18:50:35.76', ':16S:SUBBAL')).toMatchObject({ unitPrice: '17.330000000', asOf: '2024-02-28', currency: 'EUR' })
  })

  it('without an ISIN is known by its WKN, and its cut name is whole', () => {
    const [statement] = read(...general(), ':16R:FIN', ':35B:/DE/A1B2C3', 'UBS MSCI WORLD SOC.RES. NAMENS-ANTE', 'ILE A ACC. USD', ':16S:FIN').statements
    expect(statement?.securities).toEqual([expect.objectContaining({ id: 'A1B2C3', idType: 'WKN', name: 'UBS MSCI WORLD SOC.RES. NAMENS-ANTEILE A ACC. USD' })])
  })
})

describe('a depot', () => {
  it('is worth its holdings and their accrued interest', () => {
    const lines = [...general(), ...holding(':19A::HOLD//EUR10,', ':19A::ACRU//EUR0,5'), ...holding(':19A::HOLD//EUR0,')]
    expect(read(...lines, ...total('EUR10,50'))).toMatchObject({ warnings: [], statements: [{ kind: 'depot', currency: 'EUR', account: { bankCode: '10020030', number: '1234567', type: 'investment' }, positions: [{}, {}] }] })
    expect(read(...lines, ...total('EUR10,')).warnings).toEqual([expect.objectContaining({ code: 'total-mismatch' })])
  })

  it('of several pages is one, whether each has a total or the last has all', () => {
    const page = (number: string, amount: string, sum: string): string[] => [...general(number), ...holding(`:19A::HOLD//EUR${amount},`), ...total(`EUR${sum},`)]
    for (const sums of [['1', '2'], ['1', '3']] as const) {
      const reading = read(...page('1/MORE', '1', sums[0]), ...page('2/LAST', '2', sums[1]))
      expect([reading.statements.length, reading.statements[0]?.positions.length, reading.statements[0]?.balances[0]?.amount, reading.warnings]).toEqual([1, 2, '3', []])
    }
  })

  it('that breaks off inside a holding is refused, and one that announces more pages says so', () => {
    const whole = [...general(), ...holding(':93B::AGGR//UNIT/1,'), ...holding(':93B::AGGR//UNIT/2,')]
    expect(readMt535(bytes(whole.slice(0, -1)))).toEqual({ ok: false, error: { kind: 'malformed', reason: 'truncated', line: 11 } })
    expect(read(...whole).warnings).toEqual([])
    expect(read(...general('1/MORE'), ...holding(':93B::AGGR//UNIT/1,'), '-').warnings).toEqual([{ line: 1, code: 'page-missing', detail: ':28E:' }])
  })

  it('without holdings is empty, not unreadable', () => {
    expect(read(...general()).statements).toEqual([expect.objectContaining({ kind: 'depot', positions: [] })])
  })

  it('of transactions, not holdings, is another format', () => {
    expect(readMt535(bytes([...general(), ':16R:FIN', ':35B:ISIN DE0001234561', ':36B::PSTA//UNIT/1,', ':16S:FIN']))).toEqual({ ok: false, error: { kind: 'unsupported', what: 'format' } })
    expect(readMt535(bytes([':16R:ADDINFO', ':16S:ADDINFO']))).toMatchObject({ ok: false, error: { reason: 'no_statement' } })
  })
})
