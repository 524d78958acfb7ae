import { aggregate, boolean, chars, datetime, many, oneOf, sub } from '../../schema.ts'
import { BANKACCTFROM, CCACCTFROM, INVACCTFROM, LOANACCTFROM } from '../accounts.ts'
import { SECID } from '../investment.ts'
import { REQUEST_HEAD } from './signon.ts'

/** Which entries: from the first day on, up to the last; without either as many as the bank has. */
export const INCTRAN = aggregate('INCTRAN', 'OFX 2.3 §11.4.2.1', {
  DTSTART: datetime.optional(),
  DTEND:   datetime.optional(),
  INCLUDE: boolean,
})
export const INCPOS = aggregate('INCPOS', 'OFX 2.3 §13.9.1.2', { DTASOF: datetime.optional(), INCLUDE: boolean })

const PERIOD = { DTSTART: datetime.optional(), DTEND: datetime.optional() } as const

export const STMTRQ = aggregate('STMTRQ', 'OFX 2.3 §11.4.2.1', {
  BANKACCTFROM:   sub(BANKACCTFROM),
  INCTRAN:        sub(INCTRAN).optional(),
  INCLUDEPENDING: boolean.with('pending'),
})
export const CCSTMTRQ = aggregate('CCSTMTRQ', 'OFX 2.3 §11.4.3.1', {
  CCACCTFROM:     sub(CCACCTFROM),
  INCTRAN:        sub(INCTRAN).optional(),
  INCLUDEPENDING: boolean.with('pending'),
})
export const LOANSTMTRQ = aggregate('LOANSTMTRQ', 'OFX 2.3 OFX_Loan_Messages.xsd', { LOANACCTFROM: sub(LOANACCTFROM), INCTRAN: sub(INCTRAN).optional() })
export const INVSTMTRQ = aggregate('INVSTMTRQ', 'OFX 2.3 §13.9.1.1', {
  INVACCTFROM: sub(INVACCTFROM),
  INCTRAN:     sub(INCTRAN),
  INCOO:       boolean,
  INCPOS:      sub(INCPOS),
  INCBAL:      boolean,
  INC401K:     boolean.with('401k'),
  INC401KBAL:  boolean.with('401k'),
})
export const STMTENDRQ = aggregate('STMTENDRQ', 'OFX 2.3 §11.5.1', { BANKACCTFROM: sub(BANKACCTFROM), ...PERIOD })
export const CCSTMTENDRQ = aggregate('CCSTMTENDRQ', 'OFX 2.3 §11.5.3', { CCACCTFROM: sub(CCACCTFROM), ...PERIOD })
export const LOANSTMTENDRQ = aggregate('LOANSTMTENDRQ', 'OFX 2.3 OFX_Loan_Messages.xsd', { LOANACCTFROM: sub(LOANACCTFROM), ...PERIOD })
export const INVSTMTENDRQ = aggregate('INVSTMTENDRQ', 'OFX 2.3 §13.10', { INVACCTFROM: sub(INVACCTFROM), ...PERIOD })

export const STMTTRNRQ = aggregate('STMTTRNRQ', 'OFX 2.3 §11.4.2', { ...REQUEST_HEAD, STMTRQ: sub(STMTRQ) })
export const STMTENDTRNRQ = aggregate('STMTENDTRNRQ', 'OFX 2.3 §11.5.1', { ...REQUEST_HEAD, STMTENDRQ: sub(STMTENDRQ) })
export const CCSTMTTRNRQ = aggregate('CCSTMTTRNRQ', 'OFX 2.3 §11.4.3', { ...REQUEST_HEAD, CCSTMTRQ: sub(CCSTMTRQ) })
export const CCSTMTENDTRNRQ = aggregate('CCSTMTENDTRNRQ', 'OFX 2.3 §11.5.3', { ...REQUEST_HEAD, CCSTMTENDRQ: sub(CCSTMTENDRQ) })
export const LOANSTMTTRNRQ = aggregate('LOANSTMTTRNRQ', 'OFX 2.3 OFX_Loan_Message_Wrappers.xsd', { ...REQUEST_HEAD, LOANSTMTRQ: sub(LOANSTMTRQ) })
export const LOANSTMTENDTRNRQ = aggregate('LOANSTMTENDTRNRQ', 'OFX 2.3 OFX_Loan_Message_Wrappers.xsd', { ...REQUEST_HEAD, LOANSTMTENDRQ: sub(LOANSTMTENDRQ) })
export const INVSTMTTRNRQ = aggregate('INVSTMTTRNRQ', 'OFX 2.3 §13.9.1', { ...REQUEST_HEAD, INVSTMTRQ: sub(INVSTMTRQ) })
export const INVSTMTENDTRNRQ = aggregate('INVSTMTENDTRNRQ', 'OFX 2.3 §13.10', { ...REQUEST_HEAD, INVSTMTENDRQ: sub(INVSTMTENDRQ) })

export const CREDITCARDMSGSRQV1 = aggregate('CREDITCARDMSGSRQV1', 'OFX 2.3 §11.13.2', { CCSTMTTRNRQ: many(CCSTMTTRNRQ), CCSTMTENDTRNRQ: many(CCSTMTENDTRNRQ) }, { isMixed: true })
export const LOANMSGSRQV1 = aggregate('LOANMSGSRQV1', 'OFX 2.3 OFX2_Protocol.xsd', { LOANSTMTTRNRQ: many(LOANSTMTTRNRQ), LOANSTMTENDTRNRQ: many(LOANSTMTENDTRNRQ) }, { isMixed: true })
export const INVSTMTMSGSRQV1 = aggregate('INVSTMTMSGSRQV1', 'OFX 2.3 §13.7.1.2', {
  INVSTMTTRNRQ: many(INVSTMTTRNRQ), INVSTMTENDTRNRQ: many(INVSTMTENDTRNRQ).with('broker-closing'),
}, { isMixed: true })

const SECRQ = aggregate('SECRQ', 'OFX 2.3 §13.8.2.1', { SECID: sub(SECID).optional(), TICKER: chars(32).optional(), FIID: chars(32).optional() }, { exactlyOne: [['SECID', 'TICKER', 'FIID']] })
export const SECLISTTRNRQ = aggregate('SECLISTTRNRQ', 'OFX 2.3 §13.8.2', { ...REQUEST_HEAD, SECLISTRQ: sub(aggregate('SECLISTRQ', 'OFX 2.3 §13.8.2', { SECRQ: many(SECRQ) })) })
export const SECLISTMSGSRQV1 = aggregate('SECLISTMSGSRQV1', 'OFX 2.3 §13.7.2.2', { SECLISTTRNRQ: many(SECLISTTRNRQ) })

export const PROFTRNRQ = aggregate('PROFTRNRQ', 'OFX 2.3 §7.1', {
  ...REQUEST_HEAD,
  PROFRQ: sub(aggregate('PROFRQ', 'OFX 2.3 §7.1.1', { CLIENTROUTING: oneOf('NONE', 'SERVICE', 'MSGSET'), DTPROFUP: datetime })),
})
export const PROFMSGSRQV1 = aggregate('PROFMSGSRQV1', 'OFX 2.3 §7.3', { PROFTRNRQ: many(PROFTRNRQ) })
