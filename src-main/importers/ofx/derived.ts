import { normalizeDecimal, sumDecimals, type DecimalText } from '#shared/decimal.ts'
import { BLANK_ENTRY, type LoanPayment, type Statement, type StatementEntry, type Trade } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'

/** What moves an account's money without being among its entries: the price of a purchase, the interest in a payment. */
export function derivedEntries(statement: Statement): StatementEntry[] {
  if (statement.kind === 'inv') return cashEffects(statement)
  return statement.kind === 'loan' && statement.loan ? statement.loan.payments.flatMap((payment) => charges(payment, statement.entries)) : []
}

/**
 * What trades take from the account's money and bring to it. A broker that also lists it among its bank entries means the
 * same money: by its id, or by day and amount. One that says nothing of money keeps none for the account.
 */
function cashEffects({ trades, entries, balances, securities }: Statement): StatementEntry[] {
  if (entries.length === 0 && !balances.some(({ kind }) => kind === 'cash')) return []
  const names = new Map(securities.map(({ id, name }) => [id, name]))
  const listed = new Set(entries)
  return trades.flatMap((trade) => {
    if (trade.cash == null || isZero(trade.cash)) return []
    const same = [...listed].find((entry) => isSameMoney(entry, trade, trade.cash ?? entry.amount))
    if (same) listed.delete(same)
    return same ? [] : [cashEffect(trade, trade.cash, names.get(trade.securityId ?? '') ?? '')]
  })
}

function isSameMoney({ externalId, amount, bookedOn }: StatementEntry, trade: Trade, cash: DecimalText): boolean {
  if (normalizeDecimal(amount) !== normalizeDecimal(cash)) return false
  return (externalId !== '' && externalId === trade.externalId) || bookedOn === trade.tradedOn || bookedOn === trade.settledOn
}

const cashEffect = ({ line, externalId, code, tradedOn, settledOn, securityId, purpose, currency = null, exchangeRate = null }: Trade, amount: DecimalText, name: string): StatementEntry =>
  ({ ...BLANK_ENTRY, line, externalId, bookedOn: tradedOn, valueOn: settledOn, amount, currency, exchangeRate, payee: name === '' ? securityId ?? '' : name, purpose, code })

/**
 * A payment lowers a debt by its principal alone: the interest in it, and what is put by for taxes and insurance, are
 * charged to the loan on the same day. Only where the bank's division adds up to the payment.
 */
function charges(payment: LoanPayment, entries: readonly StatementEntry[]): StatementEntry[] {
  const { externalId, principal, interest, escrow = null, insurance = null } = payment
  const entry = entries.find((other) => other.externalId === externalId && externalId !== '')
  const parts = [principal, interest, escrow, insurance].filter((part) => part !== null)
  if (!entry || entry.amount.startsWith('-') || parts.some((part) => part.startsWith('-')) || sumDecimals(parts) !== normalizeDecimal(entry.amount)) return []
  const charge = (amount: DecimalText | null, code: string, purpose: string): StatementEntry[] => (amount === null || isZero(amount) ? [] : [
    { ...BLANK_ENTRY, line: payment.line, externalId: `${externalId}/${code}`, bookedOn: entry.bookedOn, valueOn: entry.valueOn, amount: negate(amount), currency: entry.currency, exchangeRate: entry.exchangeRate, payee: entry.payee, purpose, code },
  ])
  return [...charge(interest, 'LOANINT', 'Interest'), ...charge(escrow, 'LOANESCROW', 'Escrow'), ...charge(insurance, 'LOANINSURANCE', 'Insurance')]
}

const isZero = (amount: DecimalText): boolean => normalizeDecimal(amount) === '0'
