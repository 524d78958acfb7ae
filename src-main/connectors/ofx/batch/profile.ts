import type { MSGSETCORE, PROFRS, SIGNONINFO } from '../aggregates/profile.ts'
import type { Of } from '../schema.ts'
import type { OfxMoment } from './moments.ts'
import { momentOf } from './moments.ts'

/** What a bank says it can do. */
export interface Profile {
  readonly name: string
  readonly updatedAt: OfxMoment | null
  readonly sets: readonly MessageSet[]
  readonly signOns: readonly SignOnRules[]
  readonly canListAccounts: boolean
  readonly canTransfer: boolean
  readonly canRecur: boolean
  readonly hasClosings: boolean
  readonly hasPending: boolean
}
export interface MessageSet { readonly tag: string; readonly version: string; readonly url: string; readonly realm: string }

/** What a password may be, and what is asked beside it. */
export interface SignOnRules {
  readonly realm: string
  readonly minLength: number
  readonly maxLength: number
  readonly characters: string
  readonly allowsSpecial: boolean
  readonly allowsSpaces: boolean
  readonly canChangePassword: boolean
  readonly mustChangePasswordFirst: boolean
  readonly credentialLabels: readonly string[]
  readonly needsClientUid: boolean
  readonly needsTokenFirst: boolean
  readonly tokenLabel: string
  readonly tokenUrl: string
  readonly hasChallenges: boolean
  readonly challengesFirst: boolean
}

const PASSWORD_MAX = 32

export function readProfile(profile: Of<typeof PROFRS>): Profile {
  const list = profile.MSGSETLIST
  const bank = list?.BANKMSGSET?.BANKMSGSETV1
  const between = list?.INTERXFERMSGSET?.INTERXFERMSGSETV1
  const versions: [string, { readonly MSGSETCORE: Of<typeof MSGSETCORE> | undefined } | undefined][] = [
    ['SIGNON', list?.SIGNONMSGSET?.SIGNONMSGSETV1], ['SIGNUP', list?.SIGNUPMSGSET?.SIGNUPMSGSETV1], ['BANK', bank], ['CREDITCARD', list?.CREDITCARDMSGSET?.CREDITCARDMSGSETV1],
    ['LOAN', list?.LOANMSGSET?.LOANMSGSETV1], ['INVSTMT', list?.INVSTMTMSGSET?.INVSTMTMSGSETV1], ['INTERXFER', between], ['SECLIST', list?.SECLISTMSGSET?.SECLISTMSGSETV1],
    ['PROF', list?.PROFMSGSET?.PROFMSGSETV1],
  ]
  return {
    name: profile.FINAME,
    updatedAt: momentOf(profile.DTPROFUP),
    sets: versions.flatMap(([tag, set]) => set === undefined ? [] : [{ tag, version: set.MSGSETCORE?.VER ?? '', url: set.MSGSETCORE?.URL ?? '', realm: set.MSGSETCORE?.SIGNONREALM ?? '' }]),
    signOns: (profile.SIGNONINFOLIST?.SIGNONINFO ?? []).map(readRules),
    canListAccounts: list?.SIGNUPMSGSET?.SIGNUPMSGSETV1?.AVAILACCTS !== 'N',
    canTransfer: bank?.XFERPROF !== undefined || between !== undefined,
    canRecur: bank?.XFERPROF?.CANRECUR === 'Y' || between?.XFERPROF?.CANRECUR === 'Y',
    hasClosings: bank?.CLOSINGAVAIL === 'Y',
    hasPending: bank?.PENDINGAVAIL === 'Y',
  }
}

function readRules(info: Of<typeof SIGNONINFO>): SignOnRules {
  const is = (flag: string): boolean => flag.toUpperCase() === 'Y'
  return {
    realm: info.SIGNONREALM,
    minLength: Number(info.MIN) || 0,
    maxLength: Number(info.MAX) || PASSWORD_MAX,
    characters: info.CHARTYPE,
    allowsSpecial: is(info.SPECIAL),
    allowsSpaces: is(info.SPACES),
    canChangePassword: is(info.PINCH),
    mustChangePasswordFirst: is(info.CHGPINFIRST),
    credentialLabels: [info.USERCRED1LABEL, info.USERCRED2LABEL].filter((label) => label !== ''),
    needsClientUid: is(info.CLIENTUIDREQ),
    needsTokenFirst: is(info.AUTHTOKENFIRST),
    tokenLabel: info.AUTHTOKENLABEL,
    tokenUrl: info.AUTHTOKENINFOURL,
    hasChallenges: is(info.MFACHALLENGESUPT),
    challengesFirst: is(info.MFACHALLENGEFIRST),
  }
}
