import type { CURRENCY } from '#main/connectors/ofx/aggregates/common.ts'
import type { POSMF, POSITIONS, SECID, TRADES } from '#main/connectors/ofx/aggregates/investment.ts'
import type { SECINFO } from '#main/connectors/ofx/aggregates/securities.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { Position, Security, Trade } from '#shared/statement.ts'
import { optionalCurrency, optionalDay, optionalNumber, type Tools } from './tools.ts'

/** Every trade has an INVTRAN, its own or inside INVBUY or INVSELL; what else it has depends on its kind. */
interface Deal {
  readonly INVTRAN?: { readonly FITID: string; readonly DTTRADE: string; readonly DTSETTLE: string; readonly MEMO: string; readonly SRVRTID: string } | undefined
  readonly SECID?: Of<typeof SECID> | undefined
  readonly UNITS?: string
  readonly UNITPRICE?: string
  readonly TOTAL?: string
  readonly FRACCASH?: string
  readonly COMMISSION?: string
  readonly TAXES?: string
  readonly FEES?: string
  readonly LOAD?: string
  readonly CURRENCY?: Of<typeof CURRENCY> | undefined
}
type AnyTrade = Of<(typeof TRADES)[number]>
type AnyPosition = Of<(typeof POSITIONS)[number]>

const COSTS = ['COMMISSION', 'TAXES', 'FEES', 'LOAD'] as const

/** A trade; undefined, with a warning, where the day it was made cannot be read. */
export function readTrade(code: string, trade: AnyTrade, tools: Tools): Trade | undefined {
  const { line } = trade
  const deal: Deal = ('INVBUY' in trade ? trade.INVBUY : 'INVSELL' in trade ? trade.INVSELL : trade) ?? {}
  const tran = deal.INVTRAN
  const tradedOn = tools.days.read(tran?.DTTRADE ?? '') ?? tools.days.read(tran?.DTSETTLE ?? '')
  if (!tran || tradedOn === undefined) {
    tools.warn('trade-without-date', line, code)
    return undefined
  }
  const number = (tag: 'UNITS' | 'UNITPRICE' | 'TOTAL' | 'FRACCASH' | (typeof COSTS)[number]): DecimalText | null => optionalNumber(tools, line, tag, deal[tag] ?? '')
  const costs = COSTS.map(number).filter((cost) => cost !== null)
  return {
    line,
    externalId: tran.FITID === '' ? tran.SRVRTID : tran.FITID,
    code,
    tradedOn,
    settledOn: optionalDay(tools, line, 'DTSETTLE', tran.DTSETTLE),
    securityId: deal.SECID?.UNIQUEID || null,
    units: number('UNITS'),
    unitPrice: number('UNITPRICE'),
    fees: costs.length === 0 ? null : sumDecimals(costs),
    total: number('TOTAL') ?? number('FRACCASH'),
    purpose: tran.MEMO,
  }
}

export function readPosition(code: string, { line, INVPOS: position }: AnyPosition | Of<typeof POSMF>, tools: Tools): Position {
  const number = (tag: 'UNITS' | 'UNITPRICE' | 'MKTVAL' | 'AVGCOSTBASIS'): DecimalText | null => optionalNumber(tools, line, tag, position?.[tag] ?? '')
  return {
    line,
    securityId: position?.SECID?.UNIQUEID || null,
    code,
    units: number('UNITS'),
    unitPrice: number('UNITPRICE'),
    marketValue: number('MKTVAL'),
    costBasis: number('AVGCOSTBASIS'),
    accruedInterest: null,
    priceCurrency: null,
    currency: optionalCurrency(tools, line, 'CURSYM', position?.CURRENCY?.CURSYM ?? ''),
    asOf: optionalDay(tools, line, 'DTPRICEASOF', position?.DTPRICEASOF ?? ''),
  }
}

export function readSecurity(info: Of<typeof SECINFO>, tools: Tools): Security {
  return {
    id: info.SECID?.UNIQUEID ?? '',
    idType: info.SECID?.UNIQUEIDTYPE ?? '',
    name: info.SECNAME,
    ticker: info.TICKER || null,
    unitPrice: optionalNumber(tools, info.line, 'UNITPRICE', info.UNITPRICE),
    asOf: optionalDay(tools, info.line, 'DTASOF', info.DTASOF),
  }
}
