import { aggregate, amount, boolean, chars, datetime, digits, many, oneOf, sub } from '../schema.ts'
import { BANKACCTFROM, BANKACCTTO, CCACCTFROM, CCACCTTO, LOANACCTFROM, LOANACCTTO } from './accounts.ts'
import { RESPONSE_HEAD } from './common.ts'
import { LOANTRNAMT } from './loan.ts'

/** What is moved, from where and to where. The 2.3 schema demands LOANTRNAMT of every transfer, so that XML always has one. */
export const XFERINFO = aggregate('XFERINFO', 'OFX 2.3 §11.3.5', {
  BANKACCTFROM: sub(BANKACCTFROM).optional(),
  LOANACCTFROM: sub(LOANACCTFROM).with('loan'),
  CCACCTFROM:   sub(CCACCTFROM).optional(),
  BANKACCTTO:   sub(BANKACCTTO).optional(),
  LOANACCTTO:   sub(LOANACCTTO).with('loan'),
  CCACCTTO:     sub(CCACCTTO).optional(),
  TRNAMT:       amount,
  LOANTRNAMT:   sub(LOANTRNAMT).with('xml'),
  DTDUE:        datetime.optional(),
}, {
  exactlyOne: [['BANKACCTFROM', 'LOANACCTFROM', 'CCACCTFROM'], ['BANKACCTTO', 'LOANACCTTO', 'CCACCTTO']],
})

/** What has become of a transfer, and when. */
export const XFERPRCSTS = aggregate('XFERPRCSTS', 'OFX 2.3 §11.3.6', {
  XFERPRCCODE: oneOf('WILLPROCESSON', 'POSTEDON', 'NOFUNDSON', 'CANCELEDON', 'FAILEDON'),
  DTXFERPRC:   datetime,
})

export const FREQUENCIES = ['WEEKLY', 'BIWEEKLY', 'TWICEMONTHLY', 'MONTHLY', 'FOURWEEKS', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUALLY', 'ANNUALLY'] as const

/** How often a transfer comes again; without NINSTS until it is cancelled. */
export const RECURRINST = aggregate('RECURRINST', 'OFX 2.3 §10.2', {
  NINSTS: digits(3).optional(),
  FREQ:   oneOf(...FREQUENCIES),
})

const SERVER_ID = chars(10)
const DONE = {
  CURDEF:    chars(3),
  SRVRTID:   SERVER_ID,
  XFERINFO:  sub(XFERINFO),
  DTXFERPRJ: datetime.optional(),
  DTPOSTED:  datetime.optional(),
} as const
const MODIFIED = { SRVRTID: SERVER_ID, XFERINFO: sub(XFERINFO), XFERPRCSTS: sub(XFERPRCSTS).optional() } as const
const END = { RECSRVRTID: SERVER_ID.optional(), XFERPRCSTS: sub(XFERPRCSTS).optional() } as const
const ONE_DATE = { atMostOne: [['DTXFERPRJ', 'DTPOSTED']] } as const

export const INTRARS = aggregate('INTRARS', 'OFX 2.3 §11.7.1.2', { ...DONE, ...END }, ONE_DATE)
export const INTRAMODRS = aggregate('INTRAMODRS', 'OFX 2.3 §11.7.2.2', MODIFIED)
export const INTRACANRS = aggregate('INTRACANRS', 'OFX 2.3 §11.7.3.2', { SRVRTID: SERVER_ID })
export const INTERRS = aggregate('INTERRS', 'OFX 2.3 §11.8.2.2', { ...DONE, REFNUM: chars(32).optional(), ...END }, ONE_DATE)
export const INTERMODRS = aggregate('INTERMODRS', 'OFX 2.3 §11.8.3.2', MODIFIED)
export const INTERCANRS = aggregate('INTERCANRS', 'OFX 2.3 §11.8.4.2', { SRVRTID: SERVER_ID })

const RECURRING = { RECSRVRTID: SERVER_ID, RECURRINST: sub(RECURRINST) } as const
const CANCELLED = { RECSRVRTID: SERVER_ID, CANPENDING: boolean } as const

export const RECINTRARS = aggregate('RECINTRARS', 'OFX 2.3 §11.10.1.2', { ...RECURRING, INTRARS: sub(INTRARS) })
export const RECINTRAMODRS = aggregate('RECINTRAMODRS', 'OFX 2.3 §11.10.2.2', { ...RECURRING, INTRARS: sub(INTRARS), MODPENDING: boolean })
export const RECINTRACANRS = aggregate('RECINTRACANRS', 'OFX 2.3 §11.10.3.2', CANCELLED)
export const RECINTERRS = aggregate('RECINTERRS', 'OFX 2.3 §11.10.4.2', { ...RECURRING, INTERRS: sub(INTERRS) })
export const RECINTERMODRS = aggregate('RECINTERMODRS', 'OFX 2.3 §11.10.5.2', { ...RECURRING, INTERRS: sub(INTERRS), MODPENDING: boolean })
export const RECINTERCANRS = aggregate('RECINTERCANRS', 'OFX 2.3 §11.10.6.2', CANCELLED)

export const INTRATRNRS = aggregate('INTRATRNRS', 'OFX 2.3 §11.7', {
  ...RESPONSE_HEAD, INTRARS: sub(INTRARS).optional(), INTRAMODRS: sub(INTRAMODRS).optional(), INTRACANRS: sub(INTRACANRS).optional(),
}, { atMostOne: [['INTRARS', 'INTRAMODRS', 'INTRACANRS']] })
export const RECINTRATRNRS = aggregate('RECINTRATRNRS', 'OFX 2.3 §11.10', {
  ...RESPONSE_HEAD, RECINTRARS: sub(RECINTRARS).optional(), RECINTRAMODRS: sub(RECINTRAMODRS).optional(), RECINTRACANRS: sub(RECINTRACANRS).optional(),
}, { atMostOne: [['RECINTRARS', 'RECINTRAMODRS', 'RECINTRACANRS']] })
export const INTERTRNRS = aggregate('INTERTRNRS', 'OFX 2.3 §11.8', {
  ...RESPONSE_HEAD, INTERRS: sub(INTERRS).optional(), INTERMODRS: sub(INTERMODRS).optional(), INTERCANRS: sub(INTERCANRS).optional(),
}, { atMostOne: [['INTERRS', 'INTERMODRS', 'INTERCANRS']] })
export const RECINTERTRNRS = aggregate('RECINTERTRNRS', 'OFX 2.3 §11.10', {
  ...RESPONSE_HEAD, RECINTERRS: sub(RECINTERRS).optional(), RECINTERMODRS: sub(RECINTERMODRS).optional(), RECINTERCANRS: sub(RECINTERCANRS).optional(),
}, { atMostOne: [['RECINTERRS', 'RECINTERMODRS', 'RECINTERCANRS']] })

/** All that the bank knows of an account's transfers since a token: what became of a request whose answer was lost stands in it under its number. */
const SYNCED = {
  TOKEN:        chars(10),
  LOSTSYNC:     boolean.optional(),
  BANKACCTFROM: sub(BANKACCTFROM).optional(),
  CCACCTFROM:   sub(CCACCTFROM).optional(),
  LOANACCTFROM: sub(LOANACCTFROM).with('loan'),
} as const
const ONE_ACCOUNT = { exactlyOne: [['BANKACCTFROM', 'CCACCTFROM', 'LOANACCTFROM']] } as const
export const INTRASYNCRS = aggregate('INTRASYNCRS', 'OFX 2.3 §11.12.2', { ...SYNCED, INTRATRNRS: many(INTRATRNRS) }, ONE_ACCOUNT)
export const INTERSYNCRS = aggregate('INTERSYNCRS', 'OFX 2.3 §11.12.3', { ...SYNCED, INTERTRNRS: many(INTERTRNRS) }, ONE_ACCOUNT)
export const RECINTRASYNCRS = aggregate('RECINTRASYNCRS', 'OFX 2.3 §11.12.5', { ...SYNCED, RECINTRATRNRS: many(RECINTRATRNRS) }, ONE_ACCOUNT)
export const RECINTERSYNCRS = aggregate('RECINTERSYNCRS', 'OFX 2.3 §11.12.6', { ...SYNCED, RECINTERTRNRS: many(RECINTERTRNRS) }, ONE_ACCOUNT)

export const INTERXFERMSGSRSV1 = aggregate('INTERXFERMSGSRSV1', 'OFX 2.3 §11.13.3', {
  INTERTRNRS: many(INTERTRNRS), RECINTERTRNRS: many(RECINTERTRNRS), INTERSYNCRS: many(INTERSYNCRS), RECINTERSYNCRS: many(RECINTERSYNCRS),
}, { isMixed: true })
