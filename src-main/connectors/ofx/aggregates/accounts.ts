import { aggregate, chars, oneOf } from '../schema.ts'

const BANK_ACCOUNT = {
  BANKID:   chars(9),
  BRANCHID: chars(22).optional(),
  ACCTID:   chars(22),
  ACCTTYPE: oneOf('CHECKING', 'SAVINGS', 'MONEYMRKT', 'CREDITLINE', 'CD'),
  ACCTKEY:  chars(22).optional(),
} as const

export const BANKACCTFROM = aggregate('BANKACCTFROM', 'OFX 2.3 §11.3.1', BANK_ACCOUNT)
export const BANKACCTTO = aggregate('BANKACCTTO', 'OFX 2.3 §11.3.1', BANK_ACCOUNT)

const CARD_ACCOUNT = {
  ACCTID:  chars(22),
  ACCTKEY: chars(22).optional(),
} as const

export const CCACCTFROM = aggregate('CCACCTFROM', 'OFX 2.3 §11.3.2', CARD_ACCOUNT)
export const CCACCTTO = aggregate('CCACCTTO', 'OFX 2.3 §11.3.2', CARD_ACCOUNT)

const LOAN_ACCOUNT = {
  LOANACCTID:   chars(22),
  LOANACCTTYPE: oneOf('AUTO', 'CONSUMER', 'MORTGAGE', 'COMMERCIAL', 'STUDENT', 'MILITARY', 'SMB', 'CONSTR', 'HOMEEQUITY'),
  /** Some write the names of a bank account here. */
  ACCTID:       chars(22).optional(),
} as const

export const LOANACCTFROM = aggregate('LOANACCTFROM', 'OFX 2.3 OFX_Common.xsd LoanAccount', LOAN_ACCOUNT, { tolerated: ['ACCTID'] })
export const LOANACCTTO = aggregate('LOANACCTTO', 'OFX 2.3 OFX_Common.xsd LoanAccount', LOAN_ACCOUNT, { tolerated: ['ACCTID'] })

export const INVACCTFROM = aggregate('INVACCTFROM', 'OFX 2.3 §13.6.1', {
  BROKERID: chars(22),
  ACCTID:   chars(22),
})
