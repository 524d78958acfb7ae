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
    ...(amounts.ESCRWAMT ? { escrow: optionalNumber(tools, amounts.line, 'ESCRWTOTAL', amounts.ESCRWAMT.ESCRWTOTAL) } : {}),
    ...(amounts.INSURANCE === '' ? {} : { insurance: optionalNumber(tools, amounts.line, 'INSURANCE', amounts.INSURANCE) }),
  }
}

/** Rate, next payment and end of a loan stand in the account list, its balance in the statement. */
export type AgreedTerms = Omit<LoanTerms, 'principal' | 'payments'>

export function agreedTerms({ line, LOANIRATE: rate, LOANPMT: payment, DTLOANMATURITY: end, ...info }: Of<typeof LOANACCTINFO>, tools: Tools): AgreedTerms {
  return {
    rate: optionalNumber(tools, line, 'LOANINTRATE', rate?.LOANINTRATE ?? ''),
    nextPaymentOn: optionalDay(tools, line, 'DTPMTDUE', payment?.DTPMTDUE ?? ''),
    nextPayment: optionalNumber(tools, line, 'PMTAMT', payment?.PMTAMT ?? ''),
    maturesOn: optionalDay(tools, line, 'DTLOANMATURITY', end),
    ...(rate?.RATETYPE ? { rateType: rate.RATETYPE } : {}),
    escrow: optionalNumber(tools, line, 'ESCRWTOTAL', payment?.ESCRWAMT?.ESCRWTOTAL ?? ''),
    lent: optionalNumber(tools, line, 'LOANINITBAL', info.LOANINITBAL),
    startedOn: optionalDay(tools, line, 'DTLOANSTART', info.DTLOANSTART),
    paymentsLeft: /^\d{1,5}$/.test(info.LOANRMNPMTS) ? Number(info.LOANRMNPMTS) : null,
  }
}

const NOT_AGREED: AgreedTerms = { rate: null, nextPaymentOn: null, nextPayment: null, maturesOn: null }

export const loanTerms = (principal: DecimalText | null, payments: readonly LoanPayment[], agreed: AgreedTerms = NOT_AGREED): LoanTerms => ({ principal, ...agreed, payments })
