import { MFACHALLENGETRNRQ, PINCHTRNRQ, SONRQ } from '#main/connectors/ofx/aggregates/requests/signon.ts'
import { valueOf, type BranchNode } from '#main/connectors/ofx/node.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import { has, type OfxVersion } from '#main/connectors/ofx/versions.ts'
import { branchesOf } from '#main/connectors/ofx/strict.ts'
import { US } from '../personas/us.ts'
import { ANSWERS, TOKEN, type OfxCustomer, type OfxCustomerState } from './customers.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './offers.ts'

/** What the bank says to a sign-on: code 0, or why nothing else is done. */
export interface Verdict { readonly code: string; readonly severity: 'INFO' | 'ERROR'; readonly message: string; readonly newAccessKey: string | null }

/** A sign-on as it was sent. */
export interface Entry {
  readonly sonrq: Of<typeof SONRQ>
  readonly change: Of<typeof PINCHTRNRQ> | null
  readonly challenge: Of<typeof MFACHALLENGETRNRQ> | null
}

const ANONYMOUS_USER = /^anonymous0*$/
const WRONG_MAX = 3

const fine: Verdict = { code: '0', severity: 'INFO', message: 'SUCCESS', newAccessKey: null }
const refuse = (code: string, message: string): Verdict => ({ code, severity: 'ERROR', message, newAccessKey: null })

export function readEntry(set: BranchNode): Entry {
  const find = (tag: string): BranchNode | undefined => branchesOf(set).find((node) => node.tag === tag)
  const [change, challenge] = [find('PINCHTRNRQ'), find('MFACHALLENGETRNRQ')]
  return {
    sonrq: valueOf(SONRQ, find('SONRQ') ?? set),
    change: change === undefined ? null : valueOf(PINCHTRNRQ, change),
    challenge: challenge === undefined ? null : valueOf(MFACHALLENGETRNRQ, challenge),
  }
}

export const isAnonymous = ({ sonrq }: Entry): boolean => ANONYMOUS_USER.test(sonrq.USERID)

export function refuseBank({ sonrq }: Entry): Verdict | null {
  const { org, fid } = US.bank
  return sonrq.FI?.ORG === org && sonrq.FI.FID === fid ? null : refuse('13504', 'FI missing or invalid in SONRQ')
}

/** Everything that is checked before an item is looked at, in the order of the specification. */
export function judge(entry: Entry, customer: OfxCustomer, state: OfxCustomerState, version: OfxVersion, newKey: () => string): Verdict {
  const { sonrq } = entry
  const { scenarios } = customer
  if (state.isLocked) return refuse('15502', 'Your access is locked. Please call 1-800-555-0142.')
  if (sonrq.USERPASS !== state.password) return wrongPassword(state)
  state.wrongPasswords = 0
  if (scenarios.has('in-use')) return refuse('15501', 'Customer account already in use')
  const beside = judgeBeside(entry, customer, state, version)
  if (beside !== null) return beside
  if (scenarios.has('must-change') && !state.happened.has('must-change') && entry.change === null) {
    return { code: '15000', severity: 'INFO', message: 'You must change your password', newAccessKey: null }
  }
  // Questions that are only being asked open nothing yet.
  if (!has(version, 'mfa') || entry.challenge !== null || (!scenarios.has('mfa') && !scenarios.has('token'))) return fine
  const newAccessKey = newKey()
  state.accessKeys.add(newAccessKey)
  return { ...fine, newAccessKey }
}

function wrongPassword(state: OfxCustomerState): Verdict {
  state.wrongPasswords += 1
  if (state.wrongPasswords < WRONG_MAX) return refuse('15500', 'Signon invalid')
  state.isLocked = true
  return refuse('15502', 'Too many failed attempts. Your access is locked.')
}

/** Computer, code and questions: what a password alone does not prove. */
function judgeBeside({ sonrq, challenge }: Entry, { scenarios }: OfxCustomer, state: OfxCustomerState, version: OfxVersion): Verdict | null {
  if (!scenarios.has('clientuid') && !scenarios.has('token') && !scenarios.has('mfa')) return null
  if (!has(version, 'mfa')) return refuse('15511', 'Please use a program that can answer our questions')
  if (scenarios.has('clientuid') && !state.knownComputers.has(sonrq.CLIENTUID)) {
    // As if the customer then followed the link in the bank's mail.
    if (sonrq.CLIENTUID !== '') state.knownComputers.add(sonrq.CLIENTUID)
    return refuse('15510', 'This computer is not known to us. Follow the link we have sent you, then try again.')
  }
  if (state.accessKeys.has(sonrq.ACCESSKEY)) return null
  if (scenarios.has('token') && sonrq.AUTHTOKEN !== TOKEN) return sonrq.AUTHTOKEN === '' ? refuse('15512', 'AUTHTOKEN required') : refuse('15513', 'AUTHTOKEN invalid')
  if (!scenarios.has('mfa') || challenge !== null) return null
  const answers = [...sonrq.MFACHALLENGEANSWER, ...sonrq.MFACHALLENGEA]
  if (answers.length === 0) return refuse('3000', 'Further authentication is required')
  const given = new Map(answers.map(({ MFAPHRASEID: id, MFAPHRASEA: answer }) => [id, answer]))
  const areRight = Object.entries(ANSWERS).every(([id, answer]) => given.get(id) === answer) && given.has('MFA107')
  return areRight ? null : refuse('3001', 'An answer is not right')
}

/** Changes the password, if it may be: the status of the change, beside that of the sign-on. */
export function changePassword({ change }: Entry, { scenarios }: OfxCustomer, state: OfxCustomerState): Verdict {
  const wanted = change?.PINCHRQ?.NEWUSERPASS ?? ''
  if (scenarios.has('no-change')) return refuse('15503', 'The password cannot be changed here')
  if (wanted.length < PASSWORD_MIN || wanted.length > PASSWORD_MAX || /\s/.test(wanted) || wanted === state.password) return refuse('15503', `A new password of ${PASSWORD_MIN} to ${PASSWORD_MAX} characters without spaces is needed`)
  state.password = wanted
  state.happened.add('must-change')
  return fine
}
