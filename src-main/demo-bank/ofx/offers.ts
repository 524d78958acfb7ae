import type { LocalDate } from '#shared/dates.ts'
import { OFX_DEMO } from '#shared/demo-bank.ts'
import type { PROFRS } from '#main/connectors/ofx/aggregates/profile.ts'
import type { ACCTINFORS } from '#main/connectors/ofx/aggregates/signon.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import { has, type OfxVersion } from '#main/connectors/ofx/versions.ts'
import type { AccountKey } from '../persona.ts'
import { BROKER_ACCOUNT, BROKER_ID } from './investments.ts'
import { loanInfo } from './mortgage.ts'
import type { OfxScenarios } from './scenario.ts'
import { bankFrom, cardFrom } from './statements.ts'

/** When the profile last changed: whoever has it since then is up to date. */
export const PROFILE_DATE = '20260101120000'
export const PASSWORD_MIN = 6
export const PASSWORD_MAX = 32
const REALM = 'HARBOR'
const OFX_BANK_NAME = OFX_DEMO.name

/** What the bank can do, as far as the asking version can say it. */
export function profile(url: string, version: OfxVersion, scenarios: OfxScenarios): Draft<typeof PROFRS> {
  const core = { MSGSETCORE: { VER: '1', URL: url, OFXSEC: 'NONE', TRANSPSEC: 'Y', SIGNONREALM: REALM, LANGUAGE: 'ENG', SYNCMODE: 'LITE', RESPFILEER: 'Y' } } as const
  const transfers = {
    PROCENDTM: '170000', CANSCHED: 'Y', CANRECUR: 'Y', CANMODXFERS: 'Y', CANMODMDLS: 'Y', MODELWND: '0', DAYSWITH: '0', DFLTDAYSTOPAY: '1',
    ...(has(version, 'loan') ? { CANLOAN: 'N', CANSCHEDLOAN: 'N', CANRECURLOAN: 'N' } : {}),
  }
  const pending = has(version, 'pending') ? { PENDINGAVAIL: 'Y' } : {}
  return {
    MSGSETLIST: {
      SIGNONMSGSET: { SIGNONMSGSETV1: core },
      SIGNUPMSGSET: { SIGNUPMSGSETV1: { ...core, WEBENROLL: { URL: url }, CHGUSERINFO: 'N', AVAILACCTS: 'Y', CLIENTACTREQ: 'N' } },
      BANKMSGSET: { BANKMSGSETV1: { ...core, CLOSINGAVAIL: 'Y', ...pending, XFERPROF: transfers, EMAILPROF: { CANEMAIL: 'N', CANNOTIFY: 'N' } } },
      CREDITCARDMSGSET: { CREDITCARDMSGSETV1: { ...core, CLOSINGAVAIL: 'Y', ...pending } },
      LOANMSGSET: has(version, 'loan') ? { LOANMSGSETV1: { ...core, TRANDNLD: 'Y', CLOSINGAVAIL: 'N', AMRTAVAIL: 'N', CANEMAIL: 'N' } } : undefined,
      INVSTMTMSGSET: { INVSTMTMSGSETV1: { ...core, TRANDNLD: 'Y', OODNLD: 'N', POSDNLD: 'Y', BALDNLD: 'Y', CANEMAIL: 'N' } },
      INTERXFERMSGSET: { INTERXFERMSGSETV1: { ...core, XFERPROF: transfers, CANBILLPAY: 'N', CANCELWND: '0', DOMXFERFEE: '0', INTLXFERFEE: '0' } },
      SECLISTMSGSET: { SECLISTMSGSETV1: { ...core, SECLISTRQDNLD: 'N' } },
      PROFMSGSET: { PROFMSGSETV1: core },
    },
    SIGNONINFOLIST: { SIGNONINFO: [{
      SIGNONREALM: REALM, MIN: String(PASSWORD_MIN), MAX: String(PASSWORD_MAX), CHARTYPE: 'ALPHAORNUMERIC', CASESEN: 'Y', SPECIAL: 'Y', SPACES: 'N',
      PINCH: scenarios.has('no-change') ? 'N' : 'Y', CHGPINFIRST: scenarios.has('must-change') ? 'Y' : 'N', ...(has(version, 'mfa') ? questions(url, scenarios) : {}),
    }] },
    DTPROFUP: PROFILE_DATE, FINAME: OFX_BANK_NAME, ADDR1: '1 Wharf Street', CITY: 'Portland', STATE: 'OR', POSTALCODE: '97204', COUNTRY: 'USA', URL: url,
  }
}

function questions(url: string, scenarios: OfxScenarios) {
  return {
    CLIENTUIDREQ: scenarios.has('clientuid') ? 'Y' : 'N',
    AUTHTOKENFIRST: 'N',
    ...(scenarios.has('token') ? { AUTHTOKENLABEL: 'Code from our website', AUTHTOKENINFOURL: url } : {}),
    MFACHALLENGESUPT: scenarios.has('mfa') ? 'Y' : 'N',
    MFACHALLENGEFIRST: 'N',
  }
}

const SERVICE = { SUPTXDL: 'Y', XFERSRC: 'Y', XFERDEST: 'Y', SVCSTATUS: 'ACTIVE' } as const

/** The customer's accounts. Versions without loans hear nothing of the loan. */
export function accountList(today: LocalDate, version: OfxVersion): Draft<typeof ACCTINFORS> {
  const bank = (key: Exclude<AccountKey, 'card'>, name: string) => ({ DESC: name, BANKACCTINFO: [{ BANKACCTFROM: bankFrom(key), ...SERVICE }] })
  return {
    DTACCTUP: PROFILE_DATE,
    ACCTINFO: [
      bank('checking', 'Harbor Checking'),
      bank('savings', 'Rainy Day Savings'),
      { DESC: 'Harbor Card', CCACCTINFO: [{ CCACCTFROM: cardFrom, ...SERVICE }] },
      { DESC: 'Harbor Invest', INVACCTINFO: [{ INVACCTFROM: { BROKERID: BROKER_ID, ACCTID: BROKER_ACCOUNT }, USPRODUCTTYPE: 'OTHER', CHECKING: 'N', SVCSTATUS: 'ACTIVE' }] },
      ...(has(version, 'loan') ? [{ DESC: 'Cabin Loan', LOANACCTINFO: [loanInfo(today)] }] : []),
    ],
  }
}
