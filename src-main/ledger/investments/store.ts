import type { AccountId, BatchId } from '#shared/model.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { LoanTerms, StatedHoldings, Statement } from '#shared/statement.ts'
import type { WritableLedger } from '../database.ts'
import { keepSecurities } from './securities.ts'
import { storeTrades } from './trades.ts'
import { roundedMinor, valuationOf } from './value.ts'

/** Which statement of which batch says it, of which account. */
export interface InvestmentPlace { readonly accountId: AccountId; readonly batchId: BatchId; readonly position: number; readonly currency: Currency; readonly statedAt: string }

/** Keeps what a statement says beside its entries and balances: holdings, trades, the terms of a loan. */
export function storeInvestments(db: WritableLedger, statement: Statement, place: InvestmentPlace): void {
  const { holdings = [], trades, loan } = statement
  if (holdings.length > 0 || trades.length > 0) {
    const securityOf = keepSecurities(db, statement)
    for (const list of holdings) storeHoldings(db, list, { ...place, fallback: statement.to, securityOf })
    storeTrades(db, trades, { ...place, securityOf })
  }
  if (loan) storeLoan(db, loan, place)
}

const SNAPSHOT = /* sql */ `INSERT INTO holding_snapshot (account_id, batch_id, as_of, stated_at) VALUES (:accountId, :batchId, :asOf, :statedAt)`
const HOLDING = /* sql */ `
  INSERT INTO holding (snapshot_id, position, security_id, code, sub_account, units, unit_price, price_currency, priced_on, currency, market_value, accrued, exchange_rate, value_minor, own_minor, cost, cost_minor)
  VALUES (:snapshotId, :position, :securityId, :code, :subAccount, :units, :unitPrice, :priceCurrency, :pricedOn, :currency, :marketValue, :accrued, :exchangeRate, :valueMinor, :ownMinor, :cost, :costMinor)`

interface HoldingsPlace extends InvestmentPlace { readonly fallback: string | null; readonly securityOf: (id: string | null) => number | null }

function storeHoldings(db: WritableLedger, { asOf, positions, statedAt }: StatedHoldings, place: HoldingsPlace): void {
  const said = statedAt ?? place.statedAt
  const day = asOf ?? positions.map((position) => position.asOf ?? '').sort().at(-1) ?? ''
  // Without any day of its own a list is as old as the statement around it; one that nothing dates cannot be placed.
  const dated = [day, place.fallback ?? '', said.slice(0, 10)].find((text) => text !== '')
  if (dated === undefined) return
  const snapshotId = db.command(SNAPSHOT).run({ accountId: place.accountId, batchId: place.batchId, asOf: dated, statedAt: said }).lastId
  positions.forEach((held, position) => {
    const { currency, valueMinor, ownMinor, costMinor } = valuationOf(held, place.currency)
    db.command(HOLDING).run({
      snapshotId, position, securityId: place.securityOf(held.securityId), code: held.code, subAccount: held.subAccount ?? null, units: held.units, unitPrice: held.unitPrice,
      priceCurrency: held.priceCurrency, pricedOn: held.asOf, currency, marketValue: held.marketValue, accrued: held.accruedInterest, exchangeRate: held.exchangeRate ?? null,
      valueMinor, ownMinor, cost: held.costBasis, costMinor,
    })
  })
}

const TERMS = /* sql */ `
  INSERT INTO loan_terms (account_id, batch_id, position, stated_at, rate, rate_type, next_payment_on, next_payment_minor, escrow_minor, lent_minor, started_on, matures_on, payments_left)
  VALUES (:accountId, :batchId, :position, :statedAt, :rate, :rateType, :nextPaymentOn, :nextPayment, :escrow, :lent, :startedOn, :maturesOn, :paymentsLeft)`
const PAYMENT = /* sql */ `
  INSERT INTO loan_payment (account_id, batch_id, external_id, stated_at, principal_minor, interest_minor, escrow_minor, insurance_minor)
  VALUES (:accountId, :batchId, :externalId, :statedAt, :principal, :interest, :escrow, :insurance) ON CONFLICT DO NOTHING`

function storeLoan(db: WritableLedger, loan: LoanTerms, { accountId, batchId, position, currency, statedAt }: InvestmentPlace): void {
  const { rate, rateType = null, nextPaymentOn, startedOn = null, maturesOn, paymentsLeft = null } = loan
  const terms = {
    rate, rateType, nextPaymentOn, startedOn, maturesOn, paymentsLeft,
    nextPayment: roundedMinor(loan.nextPayment, currency), escrow: roundedMinor(loan.escrow, currency), lent: roundedMinor(loan.lent, currency),
  }
  if (Object.values(terms).some((value) => value !== null)) db.command(TERMS).run({ accountId, batchId, position, statedAt, ...terms })
  for (const { externalId, principal, interest, escrow, insurance } of loan.payments) {
    if (externalId === '') continue
    db.command(PAYMENT).run({
      accountId, batchId, externalId, statedAt,
      principal: roundedMinor(principal, currency), interest: roundedMinor(interest, currency), escrow: roundedMinor(escrow, currency), insurance: roundedMinor(insurance, currency),
    })
  }
}

/** Minor units as they are written in exports; null stays null. */
export const decimalOrNull = (value: number | null, currency: Currency): string | null => (value === null ? null : toDecimal({ minor: minor(value), currency }))
