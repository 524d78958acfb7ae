import type { Instant } from '#shared/dates.ts'
import type { Secret } from '#shared/secret.ts'
import { SONRQ } from '../aggregates/requests/signon.ts'
import { toNode, type BranchNode } from '../node.ts'
import { has, type OfxVersion } from '../versions.ts'
import { writeInstant } from './moments.ts'

/** Asks as nobody: banks tell their profile to anyone (OFX 2.3 §7.1.1). */
export const ANONYMOUS = 'anonymous00000000000000000000000'

export interface ChallengeAnswer { readonly id: string; readonly answer: Secret }

/** Who signs on, with everything that proves it. One request has one of these. */
export interface SignOn {
  readonly userId: string
  readonly password: Secret
  readonly org: string
  readonly fid: string
  readonly language: string
  readonly app: { readonly id: string; readonly version: string }
  readonly clientUid?: string | undefined
  readonly credentials?: readonly Secret[] | undefined
  readonly authToken?: Secret | undefined
  readonly accessKey?: Secret | undefined
  readonly sessionCookie?: Secret | undefined
  readonly answers?: readonly ChallengeAnswer[] | undefined
}

export function signOnNode(signOn: SignOn, version: OfxVersion, now: Instant): BranchNode {
  const { userId, password, org, fid, language, app, clientUid, credentials = [], authToken, accessKey, sessionCookie, answers = [] } = signOn
  const hasMfa = has(version, 'mfa')
  const answered = answers.map(({ id, answer }) => ({ MFAPHRASEID: id, MFAPHRASEA: answer.reveal() }))
  return toNode(SONRQ, {
    DTCLIENT: writeInstant(now),
    USERID: userId,
    USERPASS: password.reveal(),
    LANGUAGE: language,
    FI: org === '' ? undefined : { ORG: org, FID: fid },
    SESSCOOKIE: sessionCookie?.reveal(),
    APPID: app.id,
    APPVER: app.version,
    CLIENTUID: hasMfa ? clientUid : undefined,
    USERCRED1: credentials[0]?.reveal(),
    USERCRED2: credentials[1]?.reveal(),
    AUTHTOKEN: authToken?.reveal(),
    ACCESSKEY: hasMfa ? accessKey?.reveal() : undefined,
    MFACHALLENGEA: has(version, 'short-answer') ? answered : [],
    MFACHALLENGEANSWER: has(version, 'long-answer') ? answered : [],
  }, version)
}
