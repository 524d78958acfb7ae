import type { LOANACCTINFO, LOANSTMTTRN } from '#main/connectors/ofx/aggregates/loan.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { LoanPayment, LoanTerms } from '#shared/statement.ts'
import { optionalDay, optionalNumber, type Tools } from './tools.ts'

/** How a payment divides; undefined where the bank does not say. */
export function loanPayment(trn: Of<typeof LOANSTMTTRN>, tools: Tools): LoanPayment | undefined {
  const amounts = trn.LOANTRNAMT
  if (!amounts) return undefined
  return {
    line: trn.line,
    externalId: trn.FITID,
    principal: optionalNumber(tools, amounts.line, 'PRINAMT', amounts.PRINAMT),
    interest: optionalNumber(tools, amounts.line, 'INTAMT', amounts.INTAMT),
  }
}

/** Rate, next payment and end of a loan stand in the account list, its balance in the statement. */
export type AgreedTerms = Omit<LoanTerms, 'principal' | 'payments'>

export function agreedTerms({ line, LOANIRATE: rate, LOANPMT: payment, DTLOANMATURITY: end }: Of<typeof LOANACCTINFO>, tools: Tools): AgreedTerms {
  return {
    rate: optionalNumber(tools, line, 'LOANINTRATE', rate?.LOANINTRATE ?? ''),
    nextPaymentOn: optionalDay(tools, line, 'DTPMTDUE', payment?.DTPMTDUE ?? ''),
    nextPayment: optionalNumber(tools, line, 'PMTAMT', payment?.PMTAMT ?? ''),
    maturesOn: optionalDay(tools, line, 'DTLOANMATURITY', end),
  }
}

const NOT_AGREED: AgreedTerms = { rate: null, nextPaymentOn: null, nextPayment: null, maturesOn: null }

export const loanTerms = (principal: DecimalText | null, payments: readonly LoanPayment[], agreed: AgreedTerms = NOT_AGREED): LoanTerms => ({ principal, ...agreed, payments })
