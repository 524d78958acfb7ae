import type { AccountId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'
import { livingSnapshots } from './holdings.ts'
import { readPayments, readTerms } from './loans.ts'
import { toSecurity, type SecurityColumns } from './securities.ts'
import { decimalOrNull } from './store.ts'
import { exportedTrades } from './trades.ts'

type Cells = Readonly<Record<string, string | number | null>>

const HOLDINGS = /* sql */ `
  SELECT holding.*, security.id_type, security.unique_id, security.name, security.ticker, security.kind
    FROM holding LEFT JOIN security ON security.id = holding.security_id WHERE holding.snapshot_id = ? ORDER BY holding.position`
const STATED = /* sql */ `SELECT stated_at FROM holding_snapshot WHERE id = ?`

/** What Kontor JSON says of an account's securities and of a loan. What is empty is left out. */
export function exportInvestments(db: ReadableLedger, accountId: AccountId, currency: Currency): Record<string, unknown> {
  const holdings = livingSnapshots(db, accountId).map(({ id, asOf }) => ({
    asOf, statedAt: db.column<string>(STATED).get([id]) ?? '',
    positions: db.query<Cells & SecurityColumns>(HOLDINGS).all([id]).map((row) => ({ ...securityFields(db, row), ...filled(row, HOLDING_FIELDS) })),
  }))
  const trades = exportedTrades(db, accountId).map((row) => ({ ...securityFields(db, row), ...filled({ ...row }, TRADE_FIELDS) }))
  const loan = exportLoan(db, accountId, currency)
  return { ...(holdings.length > 0 && { holdings }), ...(trades.length > 0 && { trades }), ...(loan && { loan }) }
}

/** Column and field. Values that follow from these are not written. */
const HOLDING_FIELDS = [
  ['code', 'code'], ['sub_account', 'subAccount'], ['units', 'units'], ['unit_price', 'unitPrice'], ['price_currency', 'priceCurrency'], ['priced_on', 'pricedOn'], ['currency', 'currency'],
  ['market_value', 'marketValue'], ['accrued', 'accruedInterest'], ['exchange_rate', 'exchangeRate'], ['cost', 'costBasis'],
] as const
const TRADE_FIELDS = [
  ['external_id', 'externalId'], ['code', 'code'], ['traded_on', 'tradedOn'], ['settled_on', 'settledOn'], ['sub_account', 'subAccount'], ['units', 'units'], ['unit_price', 'unitPrice'],
  ['commission', 'commission'], ['taxes', 'taxes'], ['fees', 'fees'], ['total', 'total'], ['currency', 'currency'], ['purpose', 'purpose'],
] as const

function securityFields(db: ReadableLedger, row: SecurityColumns): object {
  if (row.unique_id === null) return {}
  const { id, idType, name, ticker } = toSecurity(db, row)
  return { security: { id, ...(idType !== '' && { idType }), ...(name !== '' && { name }), ...(ticker !== null && { ticker }) } }
}

function exportLoan(db: ReadableLedger, accountId: AccountId, currency: Currency): object | null {
  const terms = readTerms(db, accountId)
  const payments = readPayments(db, accountId).map((payment) => filled({
    external_id: payment.external_id, principal: decimalOrNull(payment.principal_minor, currency), interest: decimalOrNull(payment.interest_minor, currency),
    escrow: decimalOrNull(payment.escrow_minor, currency), insurance: decimalOrNull(payment.insurance_minor, currency),
  }, [['external_id', 'externalId'], ['principal', 'principal'], ['interest', 'interest'], ['escrow', 'escrow'], ['insurance', 'insurance']]))
  if (!terms && payments.length === 0) return null
  return {
    ...(terms && filled({
      ...terms, nextPayment: decimalOrNull(terms.next_payment_minor, currency), escrow: decimalOrNull(terms.escrow_minor, currency), lent: decimalOrNull(terms.lent_minor, currency),
    }, [
      ['rate', 'rate'], ['rate_type', 'rateType'], ['next_payment_on', 'nextPaymentOn'], ['nextPayment', 'nextPayment'], ['escrow', 'escrow'], ['lent', 'lent'],
      ['started_on', 'startedOn'], ['matures_on', 'maturesOn'], ['payments_left', 'paymentsLeft'],
    ])),
    ...(payments.length > 0 && { payments }),
  }
}

const filled = (row: Cells, fields: readonly (readonly [column: string, field: string])[]): Record<string, string | number> =>
  Object.fromEntries(fields.flatMap(([column, field]) => {
    const value = row[column]
    return value === null || value === undefined || value === '' ? [] : [[field, value]]
  }))
