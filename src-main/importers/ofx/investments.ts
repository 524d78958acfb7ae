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
  readonly SUBACCTSEC?: string
  readonly SUBACCTFUND?: string
}
type AnyTrade = Of<(typeof TRADES)[number]>
type AnyPosition = Of<(typeof POSITIONS)[number]>

const COSTS = ['COMMISSION', 'TAXES', 'FEES', 'LOAD'] as const

/** Aggregates whose TOTAL is paid from, or into, a fund of the account (OFX 2.3 §13.9.2.4.3). What is reinvested comes and goes at once. */
const PAID = /^(?:BUY|SELL|INCOME$|INVEXPENSE$|MARGININTEREST$|RETOFCAP$)/

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
  const costs = COSTS.map(number)
  const [commission = null, taxes = null] = costs
  const charged = costs.filter((cost) => cost !== null)
  const paid = number('TOTAL')
  const fraction = number('FRACCASH')
  return {
    line,
    externalId: tran.FITID === '' ? tran.SRVRTID : tran.FITID,
    code,
    tradedOn,
    settledOn: optionalDay(tools, line, 'DTSETTLE', tran.DTSETTLE),
    securityId: deal.SECID?.UNIQUEID || null,
    units: number('UNITS'),
    unitPrice: number('UNITPRICE'),
    fees: charged.length === 0 ? null : sumDecimals(charged),
    total: paid ?? fraction,
    purpose: tran.MEMO,
    commission, taxes,
    // What comes from elsewhere, from wages into a pension above all, is none of the account's own money.
    cash: deal.SUBACCTFUND === 'OTHER' ? null : PAID.test(code) ? paid : fraction,
    ...held(deal.SECID, deal.SUBACCTSEC),
    ...(deal.CURRENCY ? { currency: optionalCurrency(tools, line, 'CURSYM', deal.CURRENCY.CURSYM), exchangeRate: optionalNumber(tools, line, 'CURRATE', deal.CURRENCY.CURRATE) } : {}),
  }
}

/** What names a security beside its number, and where it is kept. */
const held = (security: Of<typeof SECID> | undefined, subAccount = ''): Pick<Position, 'securityIdType' | 'subAccount'> => ({
  ...(security?.UNIQUEIDTYPE ? { securityIdType: security.UNIQUEIDTYPE } : {}),
  ...(subAccount === '' ? {} : { subAccount }),
})

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
    ...held(position?.SECID, position?.HELDINACCT),
    ...(position?.CURRENCY ? { exchangeRate: optionalNumber(tools, line, 'CURRATE', position.CURRENCY.CURRATE) } : {}),
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
