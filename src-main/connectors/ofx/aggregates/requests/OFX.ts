import { aggregate, sub } from '../../schema.ts'
import { SIGNONMSGSRQV1, SIGNUPMSGSRQV1 } from './signon.ts'
import { CREDITCARDMSGSRQV1, INVSTMTMSGSRQV1, LOANMSGSRQV1, PROFMSGSRQV1, SECLISTMSGSRQV1 } from './statements.ts'
import { BANKMSGSRQV1, INTERXFERMSGSRQV1 } from './transfers.ts'

const FIRST = {
  SIGNONMSGSRQV1:     sub(SIGNONMSGSRQV1),
  SIGNUPMSGSRQV1:     sub(SIGNUPMSGSRQV1).optional(),
  BANKMSGSRQV1:       sub(BANKMSGSRQV1).optional(),
  CREDITCARDMSGSRQV1: sub(CREDITCARDMSGSRQV1).optional(),
} as const
const BROKER = { INVSTMTMSGSRQV1: sub(INVSTMTMSGSRQV1).optional() } as const
const LOAN = { LOANMSGSRQV1: sub(LOANMSGSRQV1).with('loan') } as const
const BETWEEN_BANKS = { INTERXFERMSGSRQV1: sub(INTERXFERMSGSRQV1).optional() } as const
const LAST = {
  SECLISTMSGSRQV1: sub(SECLISTMSGSRQV1).optional(),
  PROFMSGSRQV1:    sub(PROFMSGSRQV1).optional(),
} as const

/** A whole request, in the order that clients and servers in use follow: loans before investments. */
export const OFX_REQUEST = aggregate('OFX', 'OFX 2.3 §2.4.3', { ...FIRST, ...LOAN, ...BROKER, ...BETWEEN_BANKS, ...LAST })
/** The 2.3 schema puts loans behind transfers: read by the demo bank, never written. */
export const OFX_REQUEST_OF_SCHEMA = aggregate('OFX', 'OFX 2.3 OFX2_Protocol.xsd', { ...FIRST, ...BROKER, ...BETWEEN_BANKS, ...LOAN, ...LAST })
