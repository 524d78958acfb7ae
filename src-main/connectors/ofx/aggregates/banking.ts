import { aggregate, amount, chars, datetime, digits, many, oneOf, rate, sub, text } from '../schema.ts'
import { BANKACCTFROM, BANKACCTTO, CCACCTFROM, CCACCTTO } from './accounts.ts'
import { AVAILBAL, BALLIST, CURRENCY, IMAGEDATA, LEDGERBAL, ORIGCURRENCY, RESPONSE_HEAD, REWARDINFO } from './common.ts'
import { CCSTMTENDRS, STMTENDRS } from './closing.ts'
import { LOANPMTINFO } from './loan.ts'
import { INTRASYNCRS, INTRATRNRS, RECINTRASYNCRS, RECINTRATRNRS } from './transfers.ts'

export const TRNTYPES = [
  'CREDIT', 'DEBIT', 'INT', 'DIV', 'FEE', 'SRVCHG', 'DEP', 'ATM', 'POS', 'XFER',
  'CHECK', 'PAYMENT', 'CASH', 'DIRECTDEP', 'DIRECTDEBIT', 'REPEATPMT', 'HOLD', 'OTHER',
] as const

const PAYEE_ADDRESS = {
  NAME:       chars(32),
  ADDR1:      chars(32),
  ADDR2:      chars(32).optional(),
  ADDR3:      chars(32).optional(),
  CITY:       chars(32),
  STATE:      chars(5),
  POSTALCODE: chars(11),
  COUNTRY:    chars(3).optional(),
  PHONE:      chars(32),
} as const

export const PAYEE = aggregate('PAYEE', 'OFX 2.3 §12.5.2.1', PAYEE_ADDRESS, { bare: 'NAME' })
export const PAYEE2 = aggregate('PAYEE2', 'OFX 1.6 ofx160.dtd', PAYEE_ADDRESS)

export const STMTTRN = aggregate('STMTTRN', 'OFX 2.3 §11.4.4.1', {
  TRNTYPE:       oneOf(...TRNTYPES),
  DTPOSTED:      datetime,
  DTUSER:        datetime.optional(),
  DTAVAIL:       datetime.optional(),
  TRNAMT:        amount,
  LOANPMTINFO:   sub(LOANPMTINFO).optional(),
  FITID:         chars(255),
  CORRECTFITID:  chars(255).optional(),
  CORRECTACTION: oneOf('REPLACE', 'DELETE').optional(),
  SRVRTID:       chars(10).optional(),
  CHECKNUM:      chars(12).optional(),
  REFNUM:        chars(32).optional(),
  SIC:           digits(6).optional(),
  PAYEEID:       chars(12).optional(),
  NAME:          chars(32).optional(),
  PAYEE:         sub(PAYEE).optional(),
  EXTDNAME:      text(100).optional(),
  BANKACCTTO:    sub(BANKACCTTO).optional(),
  CCACCTTO:      sub(CCACCTTO).optional(),
  MEMO:          text(255).optional(),
  IMAGEDATA:     sub(IMAGEDATA).optional(),
  CURRENCY:      sub(CURRENCY).optional(),
  ORIGCURRENCY:  sub(ORIGCURRENCY).optional(),
  INV401KSOURCE: chars(12).optional(),
  /** Names of the second message sets of OFX 1.6. */
  PAYEE2:        sub(PAYEE2).optional(),
  MEMO2:         text(390).optional(),
}, {
  atMostOne: [['NAME', 'PAYEE'], ['BANKACCTTO', 'CCACCTTO'], ['CURRENCY', 'ORIGCURRENCY']],
  tolerated: ['PAYEE2', 'MEMO2'],
})

export const STMTTRNP = aggregate('STMTTRNP', 'OFX 2.3 §11.4.4.2', {
  TRNTYPE:      oneOf(...TRNTYPES),
  DTTRAN:       datetime,
  DTEXPIRE:     datetime.optional(),
  TRNAMT:       amount,
  REFNUM:       chars(32).optional(),
  NAME:         chars(32),
  EXTDNAME:     text(100).optional(),
  MEMO:         text(255).optional(),
  IMAGEDATA:    sub(IMAGEDATA).optional(),
  CURRENCY:     sub(CURRENCY).optional(),
  ORIGCURRENCY: sub(ORIGCURRENCY).optional(),
  /** Pending entries written like booked ones. */
  FITID:        chars(255).optional(),
  DTPOSTED:     datetime.optional(),
  DTUSER:       datetime.optional(),
}, {
  atMostOne: [['CURRENCY', 'ORIGCURRENCY']],
  tolerated: ['FITID', 'DTPOSTED', 'DTUSER'],
})

export const BANKTRANLIST = aggregate('BANKTRANLIST', 'OFX 2.3 §11.4.2.2', {
  DTSTART: datetime,
  DTEND:   datetime,
  STMTTRN: many(STMTTRN),
})

export const BANKTRANLISTP = aggregate('BANKTRANLISTP', 'OFX 2.3 §11.4.2.2', {
  DTASOF:   datetime,
  STMTTRNP: many(STMTTRNP),
})

export const STMTRS = aggregate('STMTRS', 'OFX 2.3 §11.4.2.2', {
  CURDEF:        chars(3),
  BANKACCTFROM:  sub(BANKACCTFROM),
  BANKTRANLIST:  sub(BANKTRANLIST).optional(),
  BANKTRANLISTP: sub(BANKTRANLISTP).with('pending'),
  LEDGERBAL:     sub(LEDGERBAL),
  AVAILBAL:      sub(AVAILBAL).optional(),
  CASHADVBALAMT: amount.optional(),
  INTRATE:       rate.optional(),
  BALLIST:       sub(BALLIST).optional(),
  MKTGINFO:      text(360).optional(),
  STMTTRN:       many(STMTTRN),
  STMTTRNP:      many(STMTTRNP),
  CCACCTFROM:    sub(CCACCTFROM).optional(),
}, {
  tolerated: ['STMTTRN', 'STMTTRNP', 'CCACCTFROM'],
})

export const CCSTMTRS = aggregate('CCSTMTRS', 'OFX 2.3 §11.4.3.2', {
  CURDEF:             chars(3),
  CCACCTFROM:         sub(CCACCTFROM),
  BANKTRANLIST:       sub(BANKTRANLIST).optional(),
  BANKTRANLISTP:      sub(BANKTRANLISTP).with('pending'),
  LEDGERBAL:          sub(LEDGERBAL),
  AVAILBAL:           sub(AVAILBAL).optional(),
  CASHADVBALAMT:      amount.optional(),
  CASHADVAVAILAMT:    amount.optional(),
  CASHADVCREDITLIMIT: amount.optional(),
  INTRATEPURCH:       rate.optional(),
  INTRATECASH:        rate.optional(),
  INTRATEXFER:        rate.optional(),
  REWARDINFO:         sub(REWARDINFO).optional(),
  BALLIST:            sub(BALLIST).optional(),
  MKTGINFO:           text(360).optional(),
  STMTTRN:            many(STMTTRN),
  STMTTRNP:           many(STMTTRNP),
  BANKACCTFROM:       sub(BANKACCTFROM).optional(),
}, {
  tolerated: ['STMTTRN', 'STMTTRNP', 'BANKACCTFROM'],
})

export const STMTTRNRS = aggregate('STMTTRNRS', 'OFX 2.3 §11.4.2', { ...RESPONSE_HEAD, STMTRS: sub(STMTRS).optional() })
export const CCSTMTTRNRS = aggregate('CCSTMTTRNRS', 'OFX 2.3 §11.4.3', { ...RESPONSE_HEAD, CCSTMTRS: sub(CCSTMTRS).optional() })

export const STMTENDTRNRS = aggregate('STMTENDTRNRS', 'OFX 2.3 §11.5.2', { ...RESPONSE_HEAD, STMTENDRS: sub(STMTENDRS).optional() })
export const CCSTMTENDTRNRS = aggregate('CCSTMTENDTRNRS', 'OFX 2.3 §11.5.4', { ...RESPONSE_HEAD, CCSTMTENDRS: sub(CCSTMTENDRS).optional() })

export const BANKMSGSRSV1 = aggregate('BANKMSGSRSV1', 'OFX 2.3 §11.13.1', {
  STMTTRNRS:     many(STMTTRNRS),
  STMTENDTRNRS:  many(STMTENDTRNRS),
  INTRATRNRS:    many(INTRATRNRS),
  RECINTRATRNRS: many(RECINTRATRNRS),
  INTRASYNCRS:   many(INTRASYNCRS),
  RECINTRASYNCRS: many(RECINTRASYNCRS),
}, { isMixed: true })
export const CREDITCARDMSGSRSV1 = aggregate('CREDITCARDMSGSRSV1', 'OFX 2.3 §11.13.2', { CCSTMTTRNRS: many(CCSTMTTRNRS), CCSTMTENDTRNRS: many(CCSTMTENDTRNRS) }, { isMixed: true })
