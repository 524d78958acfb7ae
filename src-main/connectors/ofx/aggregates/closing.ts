import { aggregate, amount, boolean, chars, datetime, many, opaque, rate, sub, text } from '../schema.ts'
import { BANKACCTFROM, CCACCTFROM } from './accounts.ts'
import { CURRENCY, IMAGEDATA, ORIGCURRENCY, REWARDINFO } from './common.ts'
import { LASTPMTINFO } from './loan.ts'

/** Closing statements: the totals of a finished period. Their entries come with the statement of the same days. */
const TAIL = {
  MKTGINFO:     text(360).optional(),
  IMAGEDATA:    sub(IMAGEDATA).optional(),
  CURRENCY:     sub(CURRENCY).optional(),
  ORIGCURRENCY: sub(ORIGCURRENCY).optional(),
} as const
const ONE_CURRENCY = { atMostOne: [['CURRENCY', 'ORIGCURRENCY']] } as const

export const CLOSING = aggregate('CLOSING', 'OFX 2.3 §11.5.2', {
  FITID:          chars(255),
  DTOPEN:         datetime.optional(),
  DTCLOSE:        datetime,
  DTNEXT:         datetime.optional(),
  BALOPEN:        amount.optional(),
  BALCLOSE:       amount,
  BALMIN:         amount.optional(),
  DEPANDCREDIT:   amount.optional(),
  CHKANDDEB:      amount.optional(),
  TOTALFEES:      amount.optional(),
  TOTALINT:       amount.optional(),
  INTRATE:        rate.optional(),
  INTYTD:         amount.optional(),
  DTPOSTSTART:    datetime,
  DTPOSTEND:      datetime,
  CREDITLINEINFO: sub(opaque('CREDITLINEINFO', 'OFX 2.3 §11.5.2')).optional(),
  ...TAIL,
}, ONE_CURRENCY)

export const CCCLOSING = aggregate('CCCLOSING', 'OFX 2.3 §11.5.4.2', {
  FITID:              chars(255),
  DTOPEN:             datetime.optional(),
  DTCLOSE:            datetime,
  DTNEXT:             datetime.optional(),
  BALOPEN:            amount.optional(),
  BALCLOSE:           amount,
  INTYTD:             amount.optional(),
  DTPMTDUE:           datetime.optional(),
  MINPMTDUE:          amount.optional(),
  PASTDUEAMT:         amount.optional(),
  LATEFEEAMT:         amount.optional(),
  FINCHG:             amount.optional(),
  INTRATEPURCH:       rate.optional(),
  INTRATECASH:        rate.optional(),
  INTRATEXFER:        rate.optional(),
  PAYANDCREDIT:       amount.optional(),
  PURANDADV:          amount.optional(),
  DEBADJ:             amount.optional(),
  CREDITLIMIT:        amount.optional(),
  CASHADVBALAMT:      amount.optional(),
  CASHADVAVAILAMT:    amount.optional(),
  CASHADVCREDITLIMIT: amount.optional(),
  DTPOSTSTART:        datetime,
  DTPOSTEND:          datetime,
  AUTOPAY:            boolean.optional(),
  LASTPMTINFO:        sub(LASTPMTINFO).optional(),
  REWARDINFO:         sub(REWARDINFO).optional(),
  ...TAIL,
}, ONE_CURRENCY)

export const STMTENDRS = aggregate('STMTENDRS', 'OFX 2.3 §11.5.2', { CURDEF: chars(3), BANKACCTFROM: sub(BANKACCTFROM), CLOSING: many(CLOSING) })
export const CCSTMTENDRS = aggregate('CCSTMTENDRS', 'OFX 2.3 §11.5.4', { CURDEF: chars(3), CCACCTFROM: sub(CCACCTFROM), CCCLOSING: many(CCCLOSING) })
