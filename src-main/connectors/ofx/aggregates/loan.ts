import { aggregate, amount, boolean, chars, datetime, digits, many, oneOf, opaque, rate, sub, text } from '../schema.ts'
import { BANKACCTTO, LOANACCTFROM, LOANACCTTO } from './accounts.ts'
import { AVAILBAL, BALLIST, CURRENCY, IMAGEDATA, ORIGCURRENCY, RESPONSE_HEAD } from './common.ts'

const XSD = 'OFX 2.3 OFX_Loans.xsd'

const ESCRWAMT = aggregate('ESCRWAMT', XSD, {
  ESCRWTOTAL: amount,
  ESCRWTAX:   amount.optional(),
  ESCRWINS:   amount.optional(),
  ESCRWPMI:   amount.optional(),
  ESCRWFEES:  amount.optional(),
  ESCRWOTHER: amount.optional(),
})

/** How one payment divides into principal, interest and the rest. */
export const LOANTRNAMT = aggregate('LOANTRNAMT', XSD, {
  PRINAMT:   amount,
  INTAMT:    amount,
  ESCRWAMT:  sub(ESCRWAMT).optional(),
  INSURANCE: amount.optional(),
})

/** The same division where the payment appears on the account that paid it. */
export const LOANPMTINFO = aggregate('LOANPMTINFO', 'OFX 2.3 OFX_Common.xsd', {
  PRINAMT:    amount,
  INTAMT:     amount,
  ESCRWAMT:   sub(ESCRWAMT).optional(),
  INSURANCE:  amount.optional(),
  LATEFEEAMT: amount.optional(),
  OTHERAMT:   amount.optional(),
})

export const LOANSTMTTRN = aggregate('LOANSTMTTRN', XSD, {
  LOANTRNTYPE:   oneOf('PAYMENT', 'FEE', 'LATE', 'INT', 'ADVANCE', 'XFER', 'BALLOON', 'OTHER'),
  DTPOSTED:      datetime,
  DTUSER:        datetime.optional(),
  TRNAMT:        amount,
  LOANTRNAMT:    sub(LOANTRNAMT).optional(),
  FITID:         chars(255),
  CORRECTFITID:  chars(255).optional(),
  CORRECTACTION: oneOf('REPLACE', 'DELETE').optional(),
  SRVRTID:       chars(10).optional(),
  CHECKNUM:      chars(12).optional(),
  REFNUM:        chars(32).optional(),
  NAME:          chars(32).optional(),
  EXTDNAME:      text(100).optional(),
  LOANACCTTO:    sub(LOANACCTTO).optional(),
  BANKACCTTO:    sub(BANKACCTTO).optional(),
  MEMO:          text(255).optional(),
  IMAGEDATA:     sub(IMAGEDATA).optional(),
  CURRENCY:      sub(CURRENCY).optional(),
  ORIGCURRENCY:  sub(ORIGCURRENCY).optional(),
}, {
  atMostOne: [['LOANACCTTO', 'BANKACCTTO'], ['CURRENCY', 'ORIGCURRENCY']],
})

export const LOANTRANLIST = aggregate('LOANTRANLIST', XSD, {
  DTSTART:     datetime,
  DTEND:       datetime,
  LOANSTMTTRN: many(LOANSTMTTRN),
})

export const PRINBAL = aggregate('PRINBAL', XSD, {
  BALAMT:  amount,
  PRINYTD: amount.optional(),
  PRINLTD: amount.optional(),
  DTASOF:  datetime,
})

export const LOANSTMTRS = aggregate('LOANSTMTRS', 'OFX 2.3 OFX_Loan_Messages.xsd', {
  CURDEF:       chars(3),
  LOANACCTFROM: sub(LOANACCTFROM),
  LOANTRANLIST: sub(LOANTRANLIST).optional(),
  PRINBAL:      sub(PRINBAL),
  AVAILBAL:     sub(AVAILBAL).optional(),
  MKTGINFO:     text(360).optional(),
  LOANSTMTTRN:  many(LOANSTMTTRN),
}, {
  tolerated: ['LOANSTMTTRN'],
})

const LOANINT = aggregate('LOANINT', XSD, {
  LOANINTYTD: amount.optional(),
  LOANINTLTD: amount.optional(),
  LOANINTPRJ: amount.optional(),
  DTASOF:     datetime,
}, {
  atMostOne: [['LOANINTYTD', 'LOANINTLTD', 'LOANINTPRJ']],
})

const LOANIRATE = aggregate('LOANIRATE', XSD, {
  LOANINTRATE: rate,
  RATETYPE:    oneOf('FIXED', 'FLOATING', 'ARM'),
  DTASOF:      datetime,
})

const LOANPMT = aggregate('LOANPMT', XSD, {
  PMTAMT:      amount,
  DTPMTDUE:    datetime,
  LATEFEEAMT:  amount.optional(),
  ESCRWAMT:    sub(ESCRWAMT).optional(),
  LOANPMTTYPE: oneOf('INTONLY', 'PRNANDINT', 'PRNPLUSINT').optional(),
})

/** The terms of a loan, as the account list states them. */
export const LOANACCTINFO = aggregate('LOANACCTINFO', 'OFX 2.3 OFX_Signup.xsd', {
  LOANACCTFROM:       sub(LOANACCTFROM),
  LOANTYPE:           oneOf('FIXED', 'REVOLVE', 'OPEN', 'COMBO').optional(),
  LOANINITNUMPMTS:    digits(5).optional(),
  LOANINITBAL:        amount,
  LOANFREQ:           chars(12),
  DTLOANSTART:        datetime,
  DTLOANMATURITY:     datetime.optional(),
  PRINBAL:            sub(PRINBAL),
  BALLOONAMT:         amount.optional(),
  LOANINT:            sub(LOANINT).optional(),
  LOANIRATE:          sub(LOANIRATE),
  LOANPMT:            sub(LOANPMT),
  LOANRMNPMTS:        digits(5),
  SUPTXDL:            boolean,
  XFERSRC:            boolean,
  XFERDEST:           boolean,
  ACCTCLASSIFICATION: chars(12).optional(),
  SVCSTATUS:          oneOf('AVAIL', 'PEND', 'ACTIVE'),
})

/** The plan of future payments: no entries yet. */
export const AMRTSTMTRS = opaque('AMRTSTMTRS', XSD)

export const LASTPMTINFO = opaque('LASTPMTINFO', 'OFX 2.3 §11.5.4.2')

/** The totals of a finished period. */
const LOANCLOSING = aggregate('LOANCLOSING', XSD, {
  FITID:        chars(255),
  DTOPEN:       datetime.optional(),
  DTCLOSE:      datetime,
  DTNEXT:       datetime.optional(),
  BALOPEN:      amount.optional(),
  PRINBAL:      sub(PRINBAL),
  LOANINT:      sub(LOANINT),
  LOANRATE:     sub(aggregate('LOANRATE', XSD, LOANIRATE.elements)),
  ESTPAYOFF:    sub(opaque('ESTPAYOFF', XSD)).optional(),
  BALLOONAMT:   amount.optional(),
  LOANPMT:      sub(LOANPMT).optional(),
  LOANRMNPMTS:  digits(5),
  BALLIST:      sub(BALLIST).optional(),
  TAXYTD:       amount.optional(),
  ESCRWBAL:     sub(opaque('ESCRWBAL', XSD)).optional(),
  DTPOSTSTART:  datetime,
  DTPOSTEND:    datetime,
  AUTOPAY:      boolean.optional(),
  LASTPMTINFO:  sub(LASTPMTINFO).optional(),
  MKTGINFO:     text(360).optional(),
  IMAGEDATA:    sub(IMAGEDATA).optional(),
  CURRENCY:     sub(CURRENCY).optional(),
  ORIGCURRENCY: sub(ORIGCURRENCY).optional(),
}, {
  atMostOne: [['CURRENCY', 'ORIGCURRENCY']],
})
export const LOANSTMTENDRS = aggregate('LOANSTMTENDRS', XSD, { CURDEF: chars(3), LOANACCTFROM: sub(LOANACCTFROM), LOANCLOSING: many(LOANCLOSING) })

export const LOANSTMTTRNRS = aggregate('LOANSTMTTRNRS', XSD, { ...RESPONSE_HEAD, LOANSTMTRS: sub(LOANSTMTRS).optional() })
export const AMRTSTMTTRNRS = aggregate('AMRTSTMTTRNRS', XSD, { ...RESPONSE_HEAD, AMRTSTMTRS: sub(AMRTSTMTRS).optional() })
export const LOANSTMTENDTRNRS = aggregate('LOANSTMTENDTRNRS', XSD, { ...RESPONSE_HEAD, LOANSTMTENDRS: sub(LOANSTMTENDRS).optional() })

export const LOANMSGSRSV1 = aggregate('LOANMSGSRSV1', XSD, {
  LOANSTMTTRNRS:    many(LOANSTMTTRNRS),
  AMRTSTMTTRNRS:    many(AMRTSTMTTRNRS),
  LOANSTMTENDTRNRS: many(LOANSTMTENDTRNRS),
}, { isMixed: true })
