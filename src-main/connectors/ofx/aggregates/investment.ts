import { aggregate, amount, boolean, chars, datetime, digits, many, oneOf, opaque, rate, sub, text } from '../schema.ts'
import { INVACCTFROM } from './accounts.ts'
import { STMTTRN } from './banking.ts'
import { BALLIST, CURRENCY, IMAGEDATA, ORIGCURRENCY, RESPONSE_HEAD } from './common.ts'

const SUBACCOUNT = oneOf('CASH', 'MARGIN', 'SHORT', 'OTHER')

export const SECID = aggregate('SECID', 'OFX 2.3 §13.8.1', {
  UNIQUEID:     chars(32),
  UNIQUEIDTYPE: chars(10),
})

const INVTRAN = aggregate('INVTRAN', 'OFX 2.3 §13.9.2.4.1', {
  FITID:         chars(255),
  SRVRTID:       chars(10).optional(),
  DTTRADE:       datetime,
  DTSETTLE:      datetime.optional(),
  REVERSALFITID: chars(255).optional(),
  MEMO:          text(255).optional(),
})

const CURRENCIES = {
  CURRENCY:     sub(CURRENCY).optional(),
  ORIGCURRENCY: sub(ORIGCURRENCY).optional(),
} as const

const INVBUY = aggregate('INVBUY', 'OFX 2.3 §13.9.2.4.3', {
  INVTRAN:          sub(INVTRAN),
  SECID:            sub(SECID),
  UNITS:            rate,
  UNITPRICE:        rate,
  MARKUP:           amount.optional(),
  COMMISSION:       amount.optional(),
  TAXES:            amount.optional(),
  FEES:             amount.optional(),
  LOAD:             amount.optional(),
  TOTAL:            amount,
  ...CURRENCIES,
  SUBACCTSEC:       SUBACCOUNT,
  SUBACCTFUND:      SUBACCOUNT,
  LOANID:           chars(32).optional(),
  LOANPRINCIPAL:    amount.optional(),
  LOANINTEREST:     amount.optional(),
  INV401KSOURCE:    chars(12).optional(),
  DTPAYROLL:        datetime.optional(),
  PRIORYEARCONTRIB: boolean.optional(),
})

const INVSELL = aggregate('INVSELL', 'OFX 2.3 §13.9.2.4.3', {
  INVTRAN:          sub(INVTRAN),
  SECID:            sub(SECID),
  UNITS:            rate,
  UNITPRICE:        rate,
  MARKDOWN:         amount.optional(),
  COMMISSION:       amount.optional(),
  TAXES:            amount.optional(),
  FEES:             amount.optional(),
  LOAD:             amount.optional(),
  WITHHOLDING:      amount.optional(),
  TAXEXEMPT:        boolean.optional(),
  TOTAL:            amount,
  GAIN:             amount.optional(),
  ...CURRENCIES,
  SUBACCTSEC:       SUBACCOUNT,
  SUBACCTFUND:      SUBACCOUNT,
  LOANID:           chars(32).optional(),
  STATEWITHHOLDING: amount.optional(),
  PENALTY:          amount.optional(),
  INV401KSOURCE:    chars(12).optional(),
})

const SPEC = 'OFX 2.3 §13.9.2.4.4'

export const BUYDEBT = aggregate('BUYDEBT', SPEC, { INVBUY: sub(INVBUY), ACCRDINT: amount.optional() })
export const BUYMF = aggregate('BUYMF', SPEC, { INVBUY: sub(INVBUY), BUYTYPE: oneOf('BUY', 'BUYTOCOVER'), RELFITID: chars(255).optional() })
export const BUYOPT = aggregate('BUYOPT', SPEC, { INVBUY: sub(INVBUY), OPTBUYTYPE: oneOf('BUYTOOPEN', 'BUYTOCLOSE'), SHPERCTRCT: digits(5) })
export const BUYOTHER = aggregate('BUYOTHER', SPEC, { INVBUY: sub(INVBUY) })
export const BUYSTOCK = aggregate('BUYSTOCK', SPEC, { INVBUY: sub(INVBUY), BUYTYPE: oneOf('BUY', 'BUYTOCOVER') })

export const CLOSUREOPT = aggregate('CLOSUREOPT', SPEC, {
  INVTRAN:    sub(INVTRAN),
  SECID:      sub(SECID),
  OPTACTION:  oneOf('EXERCISE', 'ASSIGN', 'EXPIRE'),
  UNITS:      rate,
  SHPERCTRCT: digits(5),
  SUBACCTSEC: SUBACCOUNT,
  RELFITID:   chars(255).optional(),
  GAIN:       amount.optional(),
})

const INCOMETYPE = oneOf('CGLONG', 'CGSHORT', 'DIV', 'INTEREST', 'MISC')

export const INCOME = aggregate('INCOME', SPEC, {
  INVTRAN:       sub(INVTRAN),
  SECID:         sub(SECID),
  INCOMETYPE,
  TOTAL:         amount,
  SUBACCTSEC:    SUBACCOUNT,
  SUBACCTFUND:   SUBACCOUNT,
  TAXEXEMPT:     boolean.optional(),
  WITHHOLDING:   amount.optional(),
  ...CURRENCIES,
  INV401KSOURCE: chars(12).optional(),
})

const SECURITY_CASH = {
  INVTRAN:       sub(INVTRAN),
  SECID:         sub(SECID),
  TOTAL:         amount,
  SUBACCTSEC:    SUBACCOUNT,
  SUBACCTFUND:   SUBACCOUNT,
  ...CURRENCIES,
  INV401KSOURCE: chars(12).optional(),
} as const

export const INVEXPENSE = aggregate('INVEXPENSE', SPEC, SECURITY_CASH)
export const RETOFCAP = aggregate('RETOFCAP', SPEC, SECURITY_CASH)

export const JRNLFUND = aggregate('JRNLFUND', SPEC, { INVTRAN: sub(INVTRAN), SUBACCTTO: SUBACCOUNT, SUBACCTFROM: SUBACCOUNT, TOTAL: amount })
export const JRNLSEC = aggregate('JRNLSEC', SPEC, { INVTRAN: sub(INVTRAN), SECID: sub(SECID), SUBACCTTO: SUBACCOUNT, SUBACCTFROM: SUBACCOUNT, UNITS: rate })
export const MARGININTEREST = aggregate('MARGININTEREST', SPEC, { INVTRAN: sub(INVTRAN), TOTAL: amount, SUBACCTFUND: SUBACCOUNT, ...CURRENCIES })

export const REINVEST = aggregate('REINVEST', SPEC, {
  INVTRAN:       sub(INVTRAN),
  SECID:         sub(SECID),
  INCOMETYPE,
  TOTAL:         amount,
  SUBACCTSEC:    SUBACCOUNT,
  UNITS:         rate,
  UNITPRICE:     rate,
  COMMISSION:    amount.optional(),
  TAXES:         amount.optional(),
  FEES:          amount.optional(),
  LOAD:          amount.optional(),
  TAXEXEMPT:     boolean.optional(),
  ...CURRENCIES,
  INV401KSOURCE: chars(12).optional(),
})

export const SELLDEBT = aggregate('SELLDEBT', SPEC, { INVSELL: sub(INVSELL), SELLREASON: oneOf('CALL', 'MATURITY', 'SELL'), ACCRDINT: amount.optional() })
export const SELLMF = aggregate('SELLMF', SPEC, { INVSELL: sub(INVSELL), SELLTYPE: oneOf('SELL', 'SELLSHORT'), AVGCOSTBASIS: amount.optional(), RELFITID: chars(255).optional() })
export const SELLOPT = aggregate('SELLOPT', SPEC, {
  INVSELL:     sub(INVSELL),
  OPTSELLTYPE: oneOf('SELLTOOPEN', 'SELLTOCLOSE'),
  SHPERCTRCT:  digits(5),
  RELFITID:    chars(255).optional(),
  RELTYPE:     oneOf('SPREAD', 'STRADDLE', 'NONE', 'OTHER').optional(),
  SECURED:     oneOf('NAKED', 'COVERED').optional(),
})
export const SELLOTHER = aggregate('SELLOTHER', SPEC, { INVSELL: sub(INVSELL) })
export const SELLSTOCK = aggregate('SELLSTOCK', SPEC, { INVSELL: sub(INVSELL), SELLTYPE: oneOf('SELL', 'SELLSHORT') })

export const SPLIT = aggregate('SPLIT', SPEC, {
  INVTRAN:       sub(INVTRAN),
  SECID:         sub(SECID),
  SUBACCTSEC:    SUBACCOUNT,
  OLDUNITS:      rate,
  NEWUNITS:      rate,
  NUMERATOR:     rate,
  DENOMINATOR:   rate,
  ...CURRENCIES,
  FRACCASH:      amount.optional(),
  SUBACCTFUND:   SUBACCOUNT.optional(),
  INV401KSOURCE: chars(12).optional(),
})

export const TRANSFER = aggregate('TRANSFER', SPEC, {
  INVTRAN:       sub(INVTRAN),
  SECID:         sub(SECID),
  SUBACCTSEC:    SUBACCOUNT,
  UNITS:         rate,
  TFERACTION:    oneOf('IN', 'OUT'),
  POSTYPE:       oneOf('LONG', 'SHORT'),
  INVACCTFROM:   sub(INVACCTFROM).optional(),
  AVGCOSTBASIS:  amount.optional(),
  UNITPRICE:     rate.optional(),
  DTPURCHASE:    datetime.optional(),
  INV401KSOURCE: chars(12).optional(),
})

/** Money of the brokerage account that belongs to no security. */
export const INVBANKTRAN = aggregate('INVBANKTRAN', 'OFX 2.3 §13.9.2.3', { STMTTRN: sub(STMTTRN), SUBACCTFUND: SUBACCOUNT })

export const TRADES = [
  BUYDEBT, BUYMF, BUYOPT, BUYOTHER, BUYSTOCK, CLOSUREOPT, INCOME, INVEXPENSE, JRNLFUND, JRNLSEC, MARGININTEREST,
  REINVEST, RETOFCAP, SELLDEBT, SELLMF, SELLOPT, SELLOTHER, SELLSTOCK, SPLIT, TRANSFER,
] as const

export const INVTRANLIST = aggregate('INVTRANLIST', 'OFX 2.3 §13.9.2.2', {
  DTSTART: datetime,
  DTEND:   datetime,
  BUYDEBT: many(BUYDEBT), BUYMF: many(BUYMF), BUYOPT: many(BUYOPT), BUYOTHER: many(BUYOTHER), BUYSTOCK: many(BUYSTOCK),
  CLOSUREOPT: many(CLOSUREOPT), INCOME: many(INCOME), INVEXPENSE: many(INVEXPENSE), JRNLFUND: many(JRNLFUND), JRNLSEC: many(JRNLSEC),
  MARGININTEREST: many(MARGININTEREST), REINVEST: many(REINVEST), RETOFCAP: many(RETOFCAP),
  SELLDEBT: many(SELLDEBT), SELLMF: many(SELLMF), SELLOPT: many(SELLOPT), SELLOTHER: many(SELLOTHER), SELLSTOCK: many(SELLSTOCK),
  SPLIT: many(SPLIT), TRANSFER: many(TRANSFER),
  INVBANKTRAN: many(INVBANKTRAN),
  STMTTRN: many(STMTTRN),
}, {
  tolerated: ['STMTTRN'],
  isMixed: true,
})

const INVPOS = aggregate('INVPOS', 'OFX 2.3 §13.9.2.6.1', {
  SECID:         sub(SECID),
  HELDINACCT:    SUBACCOUNT,
  POSTYPE:       oneOf('LONG', 'SHORT'),
  UNITS:         rate,
  UNITPRICE:     rate,
  MKTVAL:        amount,
  AVGCOSTBASIS:  amount.with('xml'),
  DTPRICEASOF:   datetime,
  CURRENCY:      sub(CURRENCY).optional(),
  MEMO:          text(255).optional(),
  INV401KSOURCE: chars(12).optional(),
})

export const POSMF = aggregate('POSMF', 'OFX 2.3 §13.9.2.6.1', {
  INVPOS:      sub(INVPOS),
  UNITSSTREET: rate.optional(),
  UNITSUSER:   rate.optional(),
  REINVDIV:    boolean.optional(),
  REINVCG:     boolean.optional(),
})
export const POSSTOCK = aggregate('POSSTOCK', 'OFX 2.3 §13.9.2.6.1', {
  INVPOS:      sub(INVPOS),
  UNITSSTREET: rate.optional(),
  UNITSUSER:   rate.optional(),
  REINVDIV:    boolean.optional(),
})
export const POSDEBT = aggregate('POSDEBT', 'OFX 2.3 §13.9.2.6.1', { INVPOS: sub(INVPOS) })
export const POSOPT = aggregate('POSOPT', 'OFX 2.3 §13.9.2.6.1', { INVPOS: sub(INVPOS), SECURED: oneOf('NAKED', 'COVERED').optional() })
export const POSOTHER = aggregate('POSOTHER', 'OFX 2.3 §13.9.2.6.1', { INVPOS: sub(INVPOS) })

export const POSITIONS = [POSMF, POSSTOCK, POSDEBT, POSOPT, POSOTHER] as const

export const INVPOSLIST = aggregate('INVPOSLIST', 'OFX 2.3 §13.9.2.6', {
  POSMF: many(POSMF), POSSTOCK: many(POSSTOCK), POSDEBT: many(POSDEBT), POSOPT: many(POSOPT), POSOTHER: many(POSOTHER),
}, { isMixed: true })

const INVBAL = aggregate('INVBAL', 'OFX 2.3 §13.9.2.7', {
  AVAILCASH:     amount,
  MARGINBALANCE: amount,
  SHORTBALANCE:  amount,
  BUYPOWER:      amount.optional(),
  BALLIST:       sub(BALLIST).optional(),
})

const INV401KBAL = aggregate('INV401KBAL', 'OFX 2.3 §13.9.2.9', {
  CASHBAL:       amount.optional(),
  PRETAX:        amount.optional(),
  AFTERTAX:      amount.optional(),
  MATCH:         amount.optional(),
  PROFITSHARING: amount.optional(),
  ROLLOVER:      amount.optional(),
  OTHERVEST:     amount.optional(),
  OTHERNONVEST:  amount.optional(),
  TOTAL:         amount,
  BALLIST:       sub(BALLIST).optional(),
})

export const INVSTMTRS = aggregate('INVSTMTRS', 'OFX 2.3 §13.9.2.1', {
  DTASOF:      datetime,
  CURDEF:      chars(3),
  INVACCTFROM: sub(INVACCTFROM),
  INVTRANLIST: sub(INVTRANLIST).optional(),
  INVPOSLIST:  sub(INVPOSLIST).optional(),
  INVBAL:      sub(INVBAL).optional(),
  INVOOLIST:   sub(opaque('INVOOLIST', 'OFX 2.3 §13.9.2.5')).optional(),
  MKTGINFO:    text(360).optional(),
  INV401K:     sub(opaque('INV401K', 'OFX 2.3 §13.9.2.8')).optional(),
  INV401KBAL:  sub(INV401KBAL).optional(),
})

const INVCLOSING = aggregate('INVCLOSING', 'OFX 2.3 §13.10', { FITID: chars(255), IMAGEDATA: sub(IMAGEDATA).optional() })
export const INVSTMTENDRS = aggregate('INVSTMTENDRS', 'OFX 2.3 §13.10', { CURDEF: chars(3), INVACCTFROM: sub(INVACCTFROM), INVCLOSING: many(INVCLOSING) })
export const INVSTMTTRNRS = aggregate('INVSTMTTRNRS', 'OFX 2.3 §13.9.2', { ...RESPONSE_HEAD, INVSTMTRS: sub(INVSTMTRS).optional() })
export const INVSTMTENDTRNRS = aggregate('INVSTMTENDTRNRS', 'OFX 2.3 §13.10', { ...RESPONSE_HEAD, INVSTMTENDRS: sub(INVSTMTENDRS).optional() })
export const INVSTMTMSGSRSV1 = aggregate('INVSTMTMSGSRSV1', 'OFX 2.3 §13.7.1.2', { INVSTMTTRNRS: many(INVSTMTTRNRS), INVSTMTENDTRNRS: many(INVSTMTENDTRNRS) }, { isMixed: true })
