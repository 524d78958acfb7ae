import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { MFACHALLENGETRNRQ, PINCHTRNRQ } from '../aggregates/requests/signon.ts'
import { branch, toNode, WriteFault, type BranchNode } from '../node.ts'
import { has, type Dialect, type Feature } from '../versions.ts'
import { writeDocument } from '../write.ts'
import { syncUid, type OfxItem } from './items.ts'
import { writeInstant } from './moments.ts'
import { itemNode, SET_ORDER, setOf } from './requests.ts'
import { signOnNode, type SignOn } from './sign-on.ts'

/** Everything one POST carries: one sign-on and any number of items of any kind. */
export interface Batch {
  readonly signOn: SignOn
  readonly items: readonly OfxItem[]
  /** Changes the password with the sign-on. */
  readonly newPassword?: Secret | undefined
  /** Asks for the questions beside the password. */
  readonly asksChallenges?: boolean | undefined
}

/** A batch as it goes out: its bytes, and the number of each item in the order of the items. */
export interface Composed {
  readonly body: Uint8Array
  readonly uids: readonly string[]
  readonly changeUid: string | null
  readonly challengeUid: string | null
}

export interface Surroundings { readonly dialect: Dialect; readonly now: Instant; readonly uuid: () => string }

export const ITEMS_MAX = 200

/** Lays out a batch. What the wire cannot carry is refused here, before anything is sent; the path names the element. */
export function compose(batch: Batch, surroundings: Surroundings): Result<Composed, AppError> {
  const fault = batchFault(batch, surroundings.dialect)
  if (fault !== null) return err(fault)
  try {
    return ok(laidOut(batch, surroundings))
  }
  catch (cause) {
    if (!(cause instanceof WriteFault)) throw cause
    return err({ kind: 'invalid_input', path: cause.tag })
  }
}

function batchFault({ items, signOn, asksChallenges }: Batch, { version }: Dialect): AppError | null {
  if (signOn.password.reveal() === '') return { kind: 'invalid_input', path: 'USERPASS' }
  if (items.length > ITEMS_MAX) return { kind: 'invalid_input', path: 'items' }
  // One request has one sign-on: an item meant for somebody else must not ride along (B7).
  const isForeign = items.some(({ signOn: own = {} }) => (own.userId ?? signOn.userId) !== signOn.userId || (own.org ?? signOn.org) !== signOn.org || (own.fid ?? signOn.fid) !== signOn.fid)
  if (isForeign) return { kind: 'invalid_input', path: 'signOn' }
  const uids = items.flatMap(({ uid }) => uid ?? [])
  if (new Set(uids).size !== uids.length) return { kind: 'invalid_input', path: 'uid' }
  const needs = [...items.flatMap(featureOf), ...(asksChallenges === true ? ['mfa' as const] : [])]
  return needs.every((feature) => has(version, feature)) ? null : { kind: 'unsupported', what: 'operation' }
}

function featureOf({ kind }: OfxItem): Feature[] {
  if (kind === 'loan-statement' || kind === 'loan-closing') return ['loan']
  return kind === 'broker-closing' ? ['broker-closing'] : []
}

function laidOut(batch: Batch, surroundings: Surroundings): Composed {
  const { dialect } = surroundings
  const numbered = batch.items.map((item) => ({ item, uid: item.kind === 'transfers' ? syncUid(item.between, item.isRecurring === true, item.account) : item.uid ?? surroundings.uuid() }))
  const { node, changeUid, challengeUid } = signOnSet(batch, surroundings)
  const sets = SET_ORDER.flatMap((set) => {
    const inside = numbered.filter(({ item }) => setOf(item) === set).map(({ item, uid }) => itemNode(item, uid, dialect.version))
    return inside.length === 0 ? [] : [branch(set, inside)]
  })
  const root = branch('OFX', [node, ...sets])
  const newFileUid = surroundings.uuid()
  return { body: writeDocument(root, { dialect, newFileUid }), uids: numbered.map(({ uid }) => uid), changeUid, challengeUid }
}

function signOnSet({ signOn, newPassword, asksChallenges }: Batch, { dialect, now, uuid }: Surroundings): { node: BranchNode; changeUid: string | null; challengeUid: string | null } {
  const change = newPassword === undefined ? null : uuid()
  const challenge = asksChallenges === true ? uuid() : null
  const inside = [signOnNode(signOn, dialect.version, now)]
  if (change !== null && newPassword !== undefined) inside.push(toNode(PINCHTRNRQ, { TRNUID: change, PINCHRQ: { USERID: signOn.userId, NEWUSERPASS: newPassword.reveal() } }, dialect.version))
  if (challenge !== null) inside.push(toNode(MFACHALLENGETRNRQ, { TRNUID: challenge, MFACHALLENGERQ: { DTCLIENT: writeInstant(now) } }, dialect.version))
  return { node: branch('SIGNONMSGSRQV1', inside), changeUid: change, challengeUid: challenge }
}
