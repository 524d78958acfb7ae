import { aggregate, boolean, chars, datetime, language, many, oneOf, opaque, sub, text } from '../schema.ts'
import { BANKACCTFROM, CCACCTFROM, INVACCTFROM } from './accounts.ts'
import { OFXEXTENSION, RESPONSE_HEAD, STATUS } from './common.ts'
import { LOANACCTINFO } from './loan.ts'

export const FI = aggregate('FI', 'OFX 2.3 §2.5.1.8', {
  ORG: chars(32),
  FID: chars(32).optional(),
})

/** Answers the sign-on. Its keys let whoever holds them act as the customer, so they are born secret. */
export const SONRS = aggregate('SONRS', 'OFX 2.3 §2.5.1.6', {
  STATUS:       sub(STATUS),
  DTSERVER:     datetime,
  USERKEY:      chars(64).secret().optional(),
  TSKEYEXPIRE:  datetime.optional(),
  LANGUAGE:     language,
  DTPROFUP:     datetime.optional(),
  DTUSERUP:     datetime.optional(),
  DTACCTUP:     datetime.optional(),
  FI:           sub(FI).optional(),
  SESSCOOKIE:   chars(1000).secret().optional(),
  ACCESSKEY:    chars(1000).secret().with('mfa'),
  OFXEXTENSION: sub(OFXEXTENSION).optional(),
})

export const PINCHRS = aggregate('PINCHRS', 'OFX 2.3 §2.5.2.2', { USERID: chars(32), DTCHANGED: datetime.optional() })
export const PINCHTRNRS = aggregate('PINCHTRNRS', 'OFX 2.3 §2.5.2', { ...RESPONSE_HEAD, PINCHRS: sub(PINCHRS).optional() })

/** A question beside the password. Without a label its id says what is meant (OFX 2.3 §2.5.4.4). */
export const MFACHALLENGE = aggregate('MFACHALLENGE', 'OFX 2.3 §2.5.4.2', { MFAPHRASEID: chars(32), MFAPHRASELABEL: chars(64).optional() })
export const MFACHALLENGERS = aggregate('MFACHALLENGERS', 'OFX 2.3 §2.5.4.2', { MFACHALLENGE: many(MFACHALLENGE) })
export const MFACHALLENGETRNRS = aggregate('MFACHALLENGETRNRS', 'OFX 2.3 §2.5.4', { ...RESPONSE_HEAD, MFACHALLENGERS: sub(MFACHALLENGERS).optional() })

export const SIGNONMSGSRSV1 = aggregate('SIGNONMSGSRSV1', 'OFX 2.3 §2.5.6', {
  SONRS:             sub(SONRS),
  PINCHTRNRS:        sub(PINCHTRNRS).optional(),
  MFACHALLENGETRNRS: sub(MFACHALLENGETRNRS).with('mfa'),
})

const SERVICE = {
  SUPTXDL:   boolean,
  XFERSRC:   boolean,
  XFERDEST:  boolean,
  SVCSTATUS: oneOf('AVAIL', 'PEND', 'ACTIVE'),
} as const

const BANKACCTINFO = aggregate('BANKACCTINFO', 'OFX 2.3 §11.3.3', { BANKACCTFROM: sub(BANKACCTFROM), ...SERVICE })
const CCACCTINFO = aggregate('CCACCTINFO', 'OFX 2.3 §11.3.4', { CCACCTFROM: sub(CCACCTFROM), ...SERVICE })
const INVACCTINFO = aggregate('INVACCTINFO', 'OFX 2.3 §13.6.2', {
  INVACCTFROM:   sub(INVACCTFROM),
  USPRODUCTTYPE: chars(8),
  CHECKING:      boolean,
  SVCSTATUS:     oneOf('AVAIL', 'PEND', 'ACTIVE'),
  INVACCTTYPE:   oneOf('INDIVIDUAL', 'JOINT', 'TRUST', 'CORPORATE').optional(),
  OPTIONLEVEL:   chars(40).optional(),
})

/** One account the bank names, with or without a statement. */
export const ACCTINFO = aggregate('ACCTINFO', 'OFX 2.3 §8.5.3', {
  NAME:         chars(32).optional(),
  DESC:         text(80).optional(),
  PHONE:        chars(32).optional(),
  HOLDERINFO:   sub(opaque('HOLDERINFO', 'OFX 2.3 §8.5.3')).optional(),
  CONTACTPROF:  sub(opaque('CONTACTPROF', 'OFX 2.3 §8.5.3')).optional(),
  BANKACCTINFO: many(BANKACCTINFO),
  LOANACCTINFO: many(LOANACCTINFO).with('loan'),
  CCACCTINFO:   many(CCACCTINFO),
  BPACCTINFO:   many(opaque('BPACCTINFO', 'OFX 2.3 §12.3.2')),
  INVACCTINFO:  many(INVACCTINFO),
  PRESACCTINFO: many(opaque('PRESACCTINFO', 'OFX 2.3 §14.2.3')),
}, { isMixed: true })

export const ACCTINFORS = aggregate('ACCTINFORS', 'OFX 2.3 §8.5.2', { DTACCTUP: datetime, ACCTINFO: many(ACCTINFO) })
export const ACCTINFOTRNRS = aggregate('ACCTINFOTRNRS', 'OFX 2.3 §8.5', { ...RESPONSE_HEAD, ACCTINFORS: sub(ACCTINFORS).optional() })
export const SIGNUPMSGSRSV1 = aggregate('SIGNUPMSGSRSV1', 'OFX 2.3 §8.9', { ACCTINFOTRNRS: many(ACCTINFOTRNRS) })
