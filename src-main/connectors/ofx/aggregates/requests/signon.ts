import { aggregate, boolean, chars, datetime, digits, language, many, sub } from '../../schema.ts'
import { FI } from '../signon.ts'

/** Begins every request of a transaction wrapper (OFX 2.3 §2.4.6.1). */
export const REQUEST_HEAD = {
  TRNUID:    chars(36),
  CLTCOOKIE: chars(32).optional(),
  TAN:       chars(80).secret().optional(),
} as const

const ANSWER = { MFAPHRASEID: chars(32), MFAPHRASEA: chars(64).secret() } as const
/** 1.0.3 and the 2.3 schema have different names for the same answer. */
export const MFACHALLENGEA = aggregate('MFACHALLENGEA', 'OFX 1.0.3 §2.5.4.5', ANSWER)
export const MFACHALLENGEANSWER = aggregate('MFACHALLENGEANSWER', 'OFX 2.3 OFX_Signon.xsd', ANSWER)

/** Who asks, by which program. Whatever proves it is born secret. */
export const SONRQ = aggregate('SONRQ', 'OFX 2.3 §2.5.1.5', {
  DTCLIENT:           datetime,
  USERID:             chars(32).optional(),
  USERPASS:           chars(171).secret().optional(),
  USERKEY:            chars(64).secret().optional(),
  GENUSERKEY:         boolean.optional(),
  LANGUAGE:           language,
  FI:                 sub(FI).optional(),
  SESSCOOKIE:         chars(1000).secret().optional(),
  APPID:              chars(5),
  APPVER:             digits(4),
  CLIENTUID:          chars(36).secret().with('mfa'),
  USERCRED1:          chars(171).secret().with('mfa'),
  USERCRED2:          chars(171).secret().with('mfa'),
  AUTHTOKEN:          chars(171).secret().with('mfa'),
  ACCESSKEY:          chars(1000).secret().with('mfa'),
  MFACHALLENGEA:      many(MFACHALLENGEA).with('short-answer'),
  MFACHALLENGEANSWER: many(MFACHALLENGEANSWER).with('long-answer'),
}, {
  exactlyOne: [['USERID', 'USERKEY']],
})

export const PINCHTRNRQ = aggregate('PINCHTRNRQ', 'OFX 2.3 §2.5.2', {
  ...REQUEST_HEAD,
  PINCHRQ: sub(aggregate('PINCHRQ', 'OFX 2.3 §2.5.2.1', { USERID: chars(32), NEWUSERPASS: chars(171).secret() })),
})

/** Asks for the questions beside the password. */
export const MFACHALLENGETRNRQ = aggregate('MFACHALLENGETRNRQ', 'OFX 2.3 §2.5.4', {
  ...REQUEST_HEAD,
  MFACHALLENGERQ: sub(aggregate('MFACHALLENGERQ', 'OFX 2.3 §2.5.4.1', { DTCLIENT: datetime })),
})

export const SIGNONMSGSRQV1 = aggregate('SIGNONMSGSRQV1', 'OFX 2.3 §2.5.6', {
  SONRQ:             sub(SONRQ),
  PINCHTRNRQ:        sub(PINCHTRNRQ).optional(),
  MFACHALLENGETRNRQ: sub(MFACHALLENGETRNRQ).with('mfa'),
})

export const ACCTINFOTRNRQ = aggregate('ACCTINFOTRNRQ', 'OFX 2.3 §8.5', {
  ...REQUEST_HEAD,
  ACCTINFORQ: sub(aggregate('ACCTINFORQ', 'OFX 2.3 §8.5.1', { DTACCTUP: datetime })),
})
export const SIGNUPMSGSRQV1 = aggregate('SIGNUPMSGSRQV1', 'OFX 2.3 §8.9', { ACCTINFOTRNRQ: many(ACCTINFOTRNRQ) })
