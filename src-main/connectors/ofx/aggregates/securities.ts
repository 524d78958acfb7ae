import { aggregate, amount, chars, datetime, digits, many, oneOf, opaque, rate, sub, text } from '../schema.ts'
import { CURRENCY, RESPONSE_HEAD } from './common.ts'
import { SECID } from './investment.ts'

export const SECINFO = aggregate('SECINFO', 'OFX 2.3 §13.8.5.1', {
  SECID:     sub(SECID),
  SECNAME:   chars(120),
  TICKER:    chars(32).optional(),
  FIID:      chars(32).optional(),
  RATING:    chars(10).optional(),
  UNITPRICE: rate.optional(),
  DTASOF:    datetime.optional(),
  CURRENCY:  sub(CURRENCY).optional(),
  MEMO:      text(255).optional(),
})

const ASSETCLASS = oneOf('DOMESTICBOND', 'INTLBOND', 'LARGESTOCK', 'SMALLSTOCK', 'INTLSTOCK', 'MONEYMRKT', 'OTHER').optional()
const FIASSETCLASS = chars(32).optional()

const MFINFO = aggregate('MFINFO', 'OFX 2.3 §13.8.5.3', {
  SECINFO:        sub(SECINFO),
  MFTYPE:         oneOf('OPENEND', 'CLOSEEND', 'OTHER').optional(),
  YIELD:          rate.optional(),
  DTYIELDASOF:    datetime.optional(),
  MFASSETCLASS:   sub(opaque('MFASSETCLASS', 'OFX 2.3 §13.8.5.3')).optional(),
  FIMFASSETCLASS: sub(opaque('FIMFASSETCLASS', 'OFX 2.3 §13.8.5.3')).optional(),
})

const STOCKINFO = aggregate('STOCKINFO', 'OFX 2.3 §13.8.5.6', {
  SECINFO:     sub(SECINFO),
  STOCKTYPE:   oneOf('COMMON', 'PREFERRED', 'CONVERTIBLE', 'OTHER').optional(),
  YIELD:       rate.optional(),
  DTYIELDASOF: datetime.optional(),
  ASSETCLASS,
  FIASSETCLASS,
})

const OPTINFO = aggregate('OPTINFO', 'OFX 2.3 §13.8.5.4', {
  SECINFO:     sub(SECINFO),
  OPTTYPE:     oneOf('CALL', 'PUT'),
  STRIKEPRICE: rate,
  DTEXPIRE:    datetime,
  SHPERCTRCT:  digits(5),
  SECID:       sub(SECID).optional(),
  ASSETCLASS,
  FIASSETCLASS,
})

const DEBTINFO = aggregate('DEBTINFO', 'OFX 2.3 §13.8.5.2', {
  SECINFO:     sub(SECINFO),
  PARVALUE:    amount,
  DEBTTYPE:    oneOf('COUPON', 'ZERO'),
  DEBTCLASS:   oneOf('TREASURY', 'MUNICIPAL', 'CORPORATE', 'OTHER').optional(),
  COUPONRT:    rate.optional(),
  DTCOUPON:    datetime.optional(),
  COUPONFREQ:  oneOf('MONTHLY', 'QUARTERLY', 'SEMIANNUAL', 'ANNUAL', 'OTHER').optional(),
  CALLPRICE:   rate.optional(),
  YIELDTOCALL: rate.optional(),
  DTCALL:      datetime.optional(),
  CALLTYPE:    oneOf('CALL', 'PUT', 'PREFUND', 'MATURITY').optional(),
  YIELDTOMAT:  rate.optional(),
  DTMAT:       datetime.optional(),
  ASSETCLASS,
  FIASSETCLASS,
})

const OTHERINFO = aggregate('OTHERINFO', 'OFX 2.3 §13.8.5.5', {
  SECINFO:  sub(SECINFO),
  TYPEDESC: chars(32).optional(),
  ASSETCLASS,
  FIASSETCLASS,
})

export const SECLIST = aggregate('SECLIST', 'OFX 2.3 §13.8.4', {
  MFINFO: many(MFINFO), STOCKINFO: many(STOCKINFO), OPTINFO: many(OPTINFO), DEBTINFO: many(DEBTINFO), OTHERINFO: many(OTHERINFO),
}, { isMixed: true })

export const SECLISTTRNRS = aggregate('SECLISTTRNRS', 'OFX 2.3 §13.8.3', { ...RESPONSE_HEAD, SECLISTRS: chars(1).optional() })
export const SECLISTMSGSRSV1 = aggregate('SECLISTMSGSRSV1', 'OFX 2.3 §13.7.2.2', { SECLISTTRNRS: many(SECLISTTRNRS), SECLIST: sub(SECLIST).optional() })
