import { aggregate, sub } from '../schema.ts'
import { BANKMSGSRSV1, CREDITCARDMSGSRSV1 } from './banking.ts'
import { INVSTMTMSGSRSV1 } from './investment.ts'
import { LOANMSGSRSV1 } from './loan.ts'
import { PROFMSGSRSV1 } from './profile.ts'
import { SECLISTMSGSRSV1 } from './securities.ts'
import { SIGNONMSGSRSV1, SIGNUPMSGSRSV1 } from './signon.ts'
import { INTERXFERMSGSRSV1 } from './transfers.ts'

/** A whole response. Message sets that are not listed are stepped over; a STATUS inside them is still reported. */
export const OFX = aggregate('OFX', 'OFX 2.3 §2.4.3', {
  SIGNONMSGSRSV1:     sub(SIGNONMSGSRSV1),
  SIGNUPMSGSRSV1:     sub(SIGNUPMSGSRSV1).optional(),
  BANKMSGSRSV1:       sub(BANKMSGSRSV1).optional(),
  CREDITCARDMSGSRSV1: sub(CREDITCARDMSGSRSV1).optional(),
  INVSTMTMSGSRSV1:    sub(INVSTMTMSGSRSV1).optional(),
  INTERXFERMSGSRSV1:  sub(INTERXFERMSGSRSV1).optional(),
  LOANMSGSRSV1:       sub(LOANMSGSRSV1).with('loan'),
  SECLISTMSGSRSV1:    sub(SECLISTMSGSRSV1).optional(),
  PROFMSGSRSV1:       sub(PROFMSGSRSV1).optional(),
})
