import { aggregate, amount, chars, currencySymbol, datetime, digits, many, oneOf, opaque, rate, sub, text } from '../schema.ts'

/** What the bank says to a request. Code 0 is success; every other code has a meaning in appendix A. */
export const STATUS = aggregate('STATUS', 'OFX 2.3 §3.1.4', {
  CODE:     digits(6),
  SEVERITY: oneOf('INFO', 'WARN', 'ERROR'),
  MESSAGE:  text(255).optional(),
})

export const OFXEXTENSION = opaque('OFXEXTENSION', 'OFX 2.3 §2.7')

/** Begins every response of a transaction wrapper (OFX 2.3 §2.4.6.2). */
export const RESPONSE_HEAD = {
  TRNUID:       chars(36),
  STATUS:       sub(STATUS),
  CLTCOOKIE:    chars(32).optional(),
  OFXEXTENSION: sub(OFXEXTENSION).optional(),
} as const

const MONEY_OF = {
  CURRATE: rate,
  CURSYM:  currencySymbol,
} as const

/** The amounts beside it are in this currency, not converted. */
export const CURRENCY = aggregate('CURRENCY', 'OFX 2.3 §5.2', MONEY_OF, { bare: 'CURSYM' })
/** The amounts beside it were in this currency and have been converted to the statement's. */
export const ORIGCURRENCY = aggregate('ORIGCURRENCY', 'OFX 2.3 §5.2', MONEY_OF, { bare: 'CURSYM' })

export const BAL = aggregate('BAL', 'OFX 2.3 §3.1.3', {
  NAME:     chars(32),
  DESC:     text(80),
  BALTYPE:  oneOf('DOLLAR', 'PERCENT', 'NUMBER'),
  VALUE:    amount,
  DTASOF:   datetime.optional(),
  CURRENCY: sub(CURRENCY).optional(),
})

export const BALLIST = aggregate('BALLIST', 'OFX 2.3 §3.1.3', { BAL: many(BAL) })

const BALANCE_ON = {
  BALAMT: amount,
  DTASOF: datetime,
} as const

export const LEDGERBAL = aggregate('LEDGERBAL', 'OFX 2.3 §11.4.2.2', BALANCE_ON)
export const AVAILBAL = aggregate('AVAILBAL', 'OFX 2.3 §11.4.2.2', BALANCE_ON)

export const IMAGEDATA = opaque('IMAGEDATA', 'OFX 2.3 §3.1.6')

export const REWARDINFO = opaque('REWARDINFO', 'OFX 2.3 §11.4.3.2')
