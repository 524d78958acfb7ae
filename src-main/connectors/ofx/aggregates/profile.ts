import { aggregate, amount, boolean, chars, datetime, digits, language, many, oneOf, opaque, sub, time } from '../schema.ts'
import { OFXEXTENSION, RESPONSE_HEAD } from './common.ts'

/** What every message set tells of itself: its version, where it is served, who signs on and how. */
export const MSGSETCORE = aggregate('MSGSETCORE', 'OFX 2.3 §7.2.1', {
  VER:          digits(5),
  URL:          chars(255),
  OFXSEC:       oneOf('NONE', 'TYPE1'),
  TRANSPSEC:    boolean,
  SIGNONREALM:  chars(32),
  LANGUAGE:     language.repeated(),
  SYNCMODE:     oneOf('FULL', 'LITE'),
  REFRESHSUPT:  boolean.optional(),
  RESPFILEER:   boolean,
  SPNAME:       chars(32).optional(),
  OFXEXTENSION: sub(OFXEXTENSION).optional(),
})

const CORE = { MSGSETCORE: sub(MSGSETCORE) } as const
const WEEKDAY = oneOf('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')
const ACCOUNT_TYPE = oneOf('CHECKING', 'SAVINGS', 'MONEYMRKT', 'CREDITLINE', 'CD')

export const XFERPROF = aggregate('XFERPROF', 'OFX 2.3 §11.13.2.1', {
  PROCDAYSOFF:   WEEKDAY.optional().repeated(),
  PROCENDTM:     time,
  CANSCHED:      boolean,
  CANRECUR:      boolean,
  CANLOAN:       boolean.with('loan'),
  CANSCHEDLOAN:  boolean.with('loan'),
  CANRECURLOAN:  boolean.with('loan'),
  CANMODXFERS:   boolean,
  CANMODMDLS:    boolean,
  MODELWND:      digits(3),
  DAYSWITH:      digits(3),
  DFLTDAYSTOPAY: digits(3),
})
const EMAILPROF = aggregate('EMAILPROF', 'OFX 2.3 §11.13.2.3', { CANEMAIL: boolean, CANNOTIFY: boolean })
const IMAGEPROF = opaque('IMAGEPROF', 'OFX 2.3 §7.2')

export const SIGNONMSGSETV1 = aggregate('SIGNONMSGSETV1', 'OFX 2.3 §2.5.5', CORE)
export const SIGNUPMSGSETV1 = aggregate('SIGNUPMSGSETV1', 'OFX 2.3 §8.8', {
  ...CORE,
  CLIENTENROLL:  sub(opaque('CLIENTENROLL', 'OFX 2.3 §8.8')).optional(),
  WEBENROLL:     sub(aggregate('WEBENROLL', 'OFX 2.3 §8.8', { URL: chars(255) })).optional(),
  OTHERENROLL:   sub(opaque('OTHERENROLL', 'OFX 2.3 §8.8')).optional(),
  CHGUSERINFO:   boolean,
  AVAILACCTS:    boolean,
  CLIENTACTREQ:  boolean,
  USERINFOAVAIL: boolean.optional(),
}, { exactlyOne: [['CLIENTENROLL', 'WEBENROLL', 'OTHERENROLL']] })
export const BANKMSGSETV1 = aggregate('BANKMSGSETV1', 'OFX 2.3 §11.13.2', {
  ...CORE,
  INVALIDACCTTYPE: ACCOUNT_TYPE.optional().repeated(),
  CLOSINGAVAIL:    boolean,
  PENDINGAVAIL:    boolean.with('pending'),
  XFERPROF:        sub(XFERPROF).optional(),
  STPCHKPROF:      sub(opaque('STPCHKPROF', 'OFX 2.3 §11.13.2.2')).optional(),
  EMAILPROF:       sub(EMAILPROF),
  IMAGEPROF:       sub(IMAGEPROF).optional(),
})
export const CREDITCARDMSGSETV1 = aggregate('CREDITCARDMSGSETV1', 'OFX 2.3 §11.13.3', {
  ...CORE, CLOSINGAVAIL: boolean, PENDINGAVAIL: boolean.with('pending'), IMAGEPROF: sub(IMAGEPROF).optional(),
})
export const LOANMSGSETV1 = aggregate('LOANMSGSETV1', 'OFX 2.3 OFX_Profile.xsd', {
  ...CORE, TRANDNLD: boolean, CLOSINGAVAIL: boolean, AMRTAVAIL: boolean, CANEMAIL: boolean, IMAGEPROF: sub(IMAGEPROF).optional(),
})
export const INVSTMTMSGSETV1 = aggregate('INVSTMTMSGSETV1', 'OFX 2.3 §13.7.1.1', {
  ...CORE,
  TRANDNLD:     boolean,
  OODNLD:       boolean,
  POSDNLD:      boolean,
  BALDNLD:      boolean,
  CANEMAIL:     boolean,
  INV401KDNLD:  boolean.with('401k'),
  CLOSINGAVAIL: boolean.with('broker-closing'),
  IMAGEPROF:    sub(IMAGEPROF).optional(),
})
export const INTERXFERMSGSETV1 = aggregate('INTERXFERMSGSETV1', 'OFX 2.3 §11.13.4', {
  ...CORE, XFERPROF: sub(XFERPROF), CANBILLPAY: boolean, CANCELWND: digits(3), DOMXFERFEE: amount, INTLXFERFEE: amount,
})
export const SECLISTMSGSETV1 = aggregate('SECLISTMSGSETV1', 'OFX 2.3 §13.7.2.1', { ...CORE, SECLISTRQDNLD: boolean })
export const PROFMSGSETV1 = aggregate('PROFMSGSETV1', 'OFX 2.3 §7.3', CORE)

/** Entries are told apart by their names; those of services Kontor does not use are stepped over. */
export const MSGSETLIST = aggregate('MSGSETLIST', 'OFX 2.3 §7.2', {
  SIGNONMSGSET:     sub(aggregate('SIGNONMSGSET', 'OFX 2.3 §7.2', { SIGNONMSGSETV1: sub(SIGNONMSGSETV1) })).optional(),
  SIGNUPMSGSET:     sub(aggregate('SIGNUPMSGSET', 'OFX 2.3 §7.2', { SIGNUPMSGSETV1: sub(SIGNUPMSGSETV1) })).optional(),
  BANKMSGSET:       sub(aggregate('BANKMSGSET', 'OFX 2.3 §7.2', { BANKMSGSETV1: sub(BANKMSGSETV1) })).optional(),
  CREDITCARDMSGSET: sub(aggregate('CREDITCARDMSGSET', 'OFX 2.3 §7.2', { CREDITCARDMSGSETV1: sub(CREDITCARDMSGSETV1) })).optional(),
  LOANMSGSET:       sub(aggregate('LOANMSGSET', 'OFX 2.3 §7.2', { LOANMSGSETV1: sub(LOANMSGSETV1) })).with('loan'),
  INVSTMTMSGSET:    sub(aggregate('INVSTMTMSGSET', 'OFX 2.3 §7.2', { INVSTMTMSGSETV1: sub(INVSTMTMSGSETV1) })).optional(),
  INTERXFERMSGSET:  sub(aggregate('INTERXFERMSGSET', 'OFX 2.3 §7.2', { INTERXFERMSGSETV1: sub(INTERXFERMSGSETV1) })).optional(),
  WIREXFERMSGSET:   sub(opaque('WIREXFERMSGSET', 'OFX 2.3 §7.2')).optional(),
  BILLPAYMSGSET:    sub(opaque('BILLPAYMSGSET', 'OFX 2.3 §7.2')).optional(),
  EMAILMSGSET:      sub(opaque('EMAILMSGSET', 'OFX 2.3 §7.2')).optional(),
  IMAGEMSGSET:      sub(opaque('IMAGEMSGSET', 'OFX 2.3 §7.2')).optional(),
  SECLISTMSGSET:    sub(aggregate('SECLISTMSGSET', 'OFX 2.3 §7.2', { SECLISTMSGSETV1: sub(SECLISTMSGSETV1) })).optional(),
  PRESDIRMSGSET:    sub(opaque('PRESDIRMSGSET', 'OFX 2.3 §7.2')).optional(),
  PRESDLVMSGSET:    sub(opaque('PRESDLVMSGSET', 'OFX 2.3 §7.2')).optional(),
  PROFMSGSET:       sub(aggregate('PROFMSGSET', 'OFX 2.3 §7.2', { PROFMSGSETV1: sub(PROFMSGSETV1) })).optional(),
})

/** How one realm signs on: what a password may be, and what is asked beside it. */
export const SIGNONINFO = aggregate('SIGNONINFO', 'OFX 2.3 §7.2.2', {
  SIGNONREALM:       chars(32),
  MIN:               digits(2),
  MAX:               digits(2),
  CHARTYPE:          oneOf('ALPHAONLY', 'NUMERICONLY', 'ALPHAORNUMERIC', 'ALPHAANDNUMERIC'),
  CASESEN:           boolean,
  SPECIAL:           boolean,
  SPACES:            boolean,
  PINCH:             boolean,
  CHGPINFIRST:       boolean,
  USERCRED1LABEL:    chars(64).with('mfa'),
  USERCRED2LABEL:    chars(64).with('mfa'),
  CLIENTUIDREQ:      boolean.with('mfa'),
  AUTHTOKENFIRST:    boolean.with('mfa'),
  AUTHTOKENLABEL:    chars(64).with('mfa'),
  AUTHTOKENINFOURL:  chars(255).with('mfa'),
  MFACHALLENGESUPT:  boolean.with('mfa'),
  MFACHALLENGEFIRST: boolean.with('mfa'),
  ACCESSTOKENREQ:    boolean.with('pending'),
})
const SIGNONINFOLIST = aggregate('SIGNONINFOLIST', 'OFX 2.3 §7.2.2', { SIGNONINFO: many(SIGNONINFO) })

export const PROFRS = aggregate('PROFRS', 'OFX 2.3 §7.2', {
  MSGSETLIST:     sub(MSGSETLIST),
  SIGNONINFOLIST: sub(SIGNONINFOLIST),
  DTPROFUP:       datetime,
  FINAME:         chars(32),
  ADDR1:          chars(32),
  ADDR2:          chars(32).optional(),
  ADDR3:          chars(32).optional(),
  CITY:           chars(32),
  STATE:          chars(5),
  POSTALCODE:     chars(11),
  COUNTRY:        chars(3),
  CSPHONE:        chars(32).optional(),
  TSPHONE:        chars(32).optional(),
  FAXPHONE:       chars(32).optional(),
  URL:            chars(255).optional(),
  EMAIL:          chars(80).optional(),
})

export const PROFTRNRS = aggregate('PROFTRNRS', 'OFX 2.3 §7.1', { ...RESPONSE_HEAD, PROFRS: sub(PROFRS).optional() })
export const PROFMSGSRSV1 = aggregate('PROFMSGSRSV1', 'OFX 2.3 §7.3', { PROFTRNRS: many(PROFTRNRS) })
