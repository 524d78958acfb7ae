import { addDays, addMonths, localDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import type { INVSTMTRS } from '#main/connectors/ofx/aggregates/investment.ts'
import type { SECLIST } from '#main/connectors/ofx/aggregates/securities.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import { decimal, noon } from './chronicle.ts'

/** A savings plan: every month money comes in and buys shares of a fund; a stock pays a dividend each quarter. */
export const BROKER_ID = 'harborinvest.example'
export const BROKER_ACCOUNT = 'HB-552104'

const FUND = { id: 'X00000001', ticker: 'HARBX', name: 'Harbor Total Market Index' }
const STOCK = { id: 'X00000002', ticker: 'NWLG', name: 'Northwind Logistics Inc' }
const PLAN_CENTS = 50_000
const STOCK_UNITS = 40
const DIVIDEND_CENTS_PER_UNIT = 62
const PLAN_DAY = 5
const DIVIDEND_MONTHS = [3, 6, 9, 12]
const DIVIDEND_DAY = 18
const FIRST = localDate('2019-01-05')
const CASH_CENTS = 123_456
/** Ten thousandths of a share. */
const UNIT_PARTS = 10_000

interface Purchase { readonly on: LocalDate; readonly parts: number; readonly priceCents: number }
interface Dividend { readonly on: LocalDate; readonly cents: number }

/** Whole numbers that drift and sway: the same on every machine. */
const price = (base: number, day: LocalDate): number => {
  const number = toDayNumber(day) - toDayNumber(FIRST)
  return base + Math.trunc(number * base / 9_000) + ((number * 7919) % 211) - 105
}
const fundPrice = (day: LocalDate): number => price(8_200, day)
const stockPrice = (day: LocalDate): number => price(4_150, day)

function plan(today: LocalDate): { readonly purchases: readonly Purchase[]; readonly dividends: readonly Dividend[] } {
  const purchases: Purchase[] = []
  const dividends: Dividend[] = []
  for (let month = 0; ; month++) {
    const on = addMonths(FIRST, month)
    if (on > today) return { purchases, dividends }
    const priceCents = fundPrice(on)
    purchases.push({ on, parts: Math.trunc((PLAN_CENTS * UNIT_PARTS) / priceCents), priceCents })
    const paid = addDays(on, DIVIDEND_DAY - PLAN_DAY)
    if (DIVIDEND_MONTHS.includes(Number(on.slice(5, 7))) && paid <= today) dividends.push({ on: paid, cents: STOCK_UNITS * DIVIDEND_CENTS_PER_UNIT })
  }
}

const security = ({ id }: { readonly id: string }) => ({ UNIQUEID: id, UNIQUEIDTYPE: 'CUSIP' })
const units = (parts: number): string => `${Math.trunc(parts / UNIT_PARTS)}.${String(parts % UNIT_PARTS).padStart(4, '0')}`
const compact = (day: LocalDate): string => day.replaceAll('-', '')
const value = (parts: number, priceCents: number): number => Math.trunc((parts * priceCents) / UNIT_PARTS)

export interface BrokerWishes { readonly from: LocalDate; readonly to: LocalDate; readonly through: string; readonly withEntries: boolean; readonly withPositions: boolean; readonly withBalance: boolean; /** Version 1 has no place for it. */ readonly withCost: boolean }

export function brokerStatement(today: LocalDate, wishes: BrokerWishes): Draft<typeof INVSTMTRS> {
  const { purchases, dividends } = plan(today)
  const bought = purchases.reduce((parts, purchase) => parts + purchase.parts, 0)
  return {
    DTASOF: noon(today), CURDEF: 'USD', INVACCTFROM: { BROKERID: BROKER_ID, ACCTID: BROKER_ACCOUNT },
    INVTRANLIST: wishes.withEntries ? entries(purchases, dividends, wishes) : undefined,
    INVPOSLIST: wishes.withPositions ? {
      POSMF: [{ INVPOS: position(FUND, bought, fundPrice(today), wishes.withCost ? purchases.length * PLAN_CENTS : null, today) }],
      POSSTOCK: [{ INVPOS: position(STOCK, STOCK_UNITS * UNIT_PARTS, stockPrice(today), wishes.withCost ? STOCK_UNITS * 3_900 : null, today) }],
    } : undefined,
    INVBAL: wishes.withBalance ? { AVAILCASH: decimal(CASH_CENTS + dividends.reduce((cents, one) => cents + one.cents, 0)), MARGINBALANCE: '0', SHORTBALANCE: '0' } : undefined,
  }
}

function entries(purchases: readonly Purchase[], dividends: readonly Dividend[], { from, to, through }: BrokerWishes): NonNullable<Draft<typeof INVSTMTRS>['INVTRANLIST']> {
  const within = ({ on }: { readonly on: LocalDate }): boolean => on >= from && on <= to
  return {
    DTSTART: noon(from), DTEND: through,
    BUYMF: purchases.filter(within).map(({ on, parts, priceCents }) => ({
      INVBUY: {
        INVTRAN: { FITID: `B${compact(on)}`, DTTRADE: noon(on), DTSETTLE: noon(addDays(on, 2)), MEMO: 'MONTHLY PLAN' },
        SECID: security(FUND), UNITS: units(parts), UNITPRICE: decimal(priceCents), TOTAL: decimal(-value(parts, priceCents)), SUBACCTSEC: 'CASH', SUBACCTFUND: 'CASH',
      },
      BUYTYPE: 'BUY',
    })),
    INCOME: dividends.filter(within).map(({ on, cents }) => ({
      INVTRAN: { FITID: `D${compact(on)}`, DTTRADE: noon(on), MEMO: 'QUARTERLY DIVIDEND' },
      SECID: security(STOCK), INCOMETYPE: 'DIV', TOTAL: decimal(cents), SUBACCTSEC: 'CASH', SUBACCTFUND: 'CASH',
    })),
    INVBANKTRAN: purchases.filter(within).map(({ on, parts, priceCents }) => ({
      STMTTRN: { TRNTYPE: 'CREDIT', DTPOSTED: noon(on), TRNAMT: decimal(value(parts, priceCents)), FITID: `C${compact(on)}`, NAME: 'SAVINGS PLAN' }, SUBACCTFUND: 'CASH',
    })),
  }
}

const position = (what: { readonly id: string }, parts: number, priceCents: number, costCents: number | null, today: LocalDate) => ({
  SECID: security(what), HELDINACCT: 'CASH', POSTYPE: 'LONG', UNITS: units(parts), UNITPRICE: decimal(priceCents), MKTVAL: decimal(value(parts, priceCents)),
  AVGCOSTBASIS: costCents === null ? undefined : decimal(costCents), DTPRICEASOF: noon(today),
})

export function securities(today: LocalDate): Draft<typeof SECLIST> {
  const info = ({ id, ticker, name }: typeof FUND, cents: number) => ({ SECID: { UNIQUEID: id, UNIQUEIDTYPE: 'CUSIP' }, SECNAME: name, TICKER: ticker, UNITPRICE: decimal(cents), DTASOF: noon(today) })
  return { MFINFO: [{ SECINFO: info(FUND, fundPrice(today)), MFTYPE: 'OPENEND' }], STOCKINFO: [{ SECINFO: info(STOCK, stockPrice(today)), STOCKTYPE: 'COMMON' }] }
}
