import type { LoanTerms, Position, Security, StatedHoldings, Statement, Trade } from '#shared/statement.ts'
import { amountOf, dateOf, instantOf, isFields, listOf, textOf, textOrNull, type Fields, type Warn } from './fields.ts'

/** Securities and loan terms of one account. What its money did because of them stands among its transactions. */
export function readInvestments(account: Fields, warn: Warn): Pick<Statement, 'trades' | 'positions' | 'securities' | 'loan' | 'holdings'> {
  const securities = new Map<string, Security>()
  const holdings = listOf(account, 'holdings', warn).map((list): StatedHoldings => ({
    asOf: dateOf(list, 'asOf'), positions: listOf(list, 'positions', warn).map((fields) => readPosition(fields, securities)), statedAt: instantOf(list, 'statedAt') ?? undefined,
  }))
  const trades = listOf(account, 'trades', warn).flatMap((fields) => readTrade(fields, securities, warn))
  return {
    trades, positions: holdings.at(-1)?.positions ?? [], securities: [...securities.values()], loan: isFields(account['loan']) ? readLoan(account['loan'], warn) : null,
    ...(holdings.length > 0 ? { holdings } : {}),
  }
}

function readSecurity(fields: Fields, securities: Map<string, Security>): { securityId: string | null; securityIdType?: string } {
  const said = isFields(fields['security']) ? fields['security'] : {}
  const id = textOf(said, 'id')
  if (id === '') return { securityId: null }
  const idType = textOf(said, 'idType')
  securities.set(id, { id, idType, name: textOf(said, 'name'), ticker: textOrNull(said, 'ticker'), unitPrice: null, asOf: null })
  return { securityId: id, ...(idType === '' ? {} : { securityIdType: idType }) }
}

const readPosition = (fields: Fields, securities: Map<string, Security>): Position => ({
  line: 0,
  ...readSecurity(fields, securities),
  code: textOf(fields, 'code'),
  units: amountOf(fields, 'units'),
  unitPrice: amountOf(fields, 'unitPrice'),
  priceCurrency: textOrNull(fields, 'priceCurrency'),
  marketValue: amountOf(fields, 'marketValue'),
  accruedInterest: amountOf(fields, 'accruedInterest'),
  costBasis: amountOf(fields, 'costBasis'),
  currency: textOrNull(fields, 'currency'),
  asOf: dateOf(fields, 'pricedOn'),
  exchangeRate: amountOf(fields, 'exchangeRate'),
  subAccount: textOrNull(fields, 'subAccount') ?? undefined,
})

/** One without a day is none. */
function readTrade(fields: Fields, securities: Map<string, Security>, warn: Warn): Trade[] {
  const tradedOn = dateOf(fields, 'tradedOn')
  if (tradedOn === null) {
    warn('trade-without-date', '')
    return []
  }
  return [{
    line: 0,
    ...readSecurity(fields, securities),
    externalId: textOf(fields, 'externalId'),
    code: textOf(fields, 'code'),
    tradedOn,
    settledOn: dateOf(fields, 'settledOn'),
    units: amountOf(fields, 'units'),
    unitPrice: amountOf(fields, 'unitPrice'),
    commission: amountOf(fields, 'commission'),
    taxes: amountOf(fields, 'taxes'),
    fees: amountOf(fields, 'fees'),
    total: amountOf(fields, 'total'),
    currency: textOrNull(fields, 'currency'),
    purpose: textOf(fields, 'purpose'),
    subAccount: textOrNull(fields, 'subAccount') ?? undefined,
  }]
}

function readLoan(fields: Fields, warn: Warn): LoanTerms {
  const left = fields['paymentsLeft']
  return {
    principal: null,
    rate: amountOf(fields, 'rate'),
    rateType: textOrNull(fields, 'rateType') ?? undefined,
    nextPaymentOn: dateOf(fields, 'nextPaymentOn'),
    nextPayment: amountOf(fields, 'nextPayment'),
    escrow: amountOf(fields, 'escrow'),
    lent: amountOf(fields, 'lent'),
    startedOn: dateOf(fields, 'startedOn'),
    maturesOn: dateOf(fields, 'maturesOn'),
    paymentsLeft: typeof left === 'number' && Number.isSafeInteger(left) && left >= 0 ? left : null,
    payments: listOf(fields, 'payments', warn).map((payment) => ({
      line: 0, externalId: textOf(payment, 'externalId'), principal: amountOf(payment, 'principal'), interest: amountOf(payment, 'interest'),
      escrow: amountOf(payment, 'escrow'), insurance: amountOf(payment, 'insurance'),
    })),
  }
}
