import { OFX } from '#main/connectors/ofx/aggregates/OFX.ts'
import { SECLIST } from '#main/connectors/ofx/aggregates/securities.ts'
import { MFACHALLENGETRNRS, PINCHTRNRS, SONRS } from '#main/connectors/ofx/aggregates/signon.ts'
import { branch, isLeaf, toNode, type BranchNode, type Node } from '#main/connectors/ofx/node.ts'
import { branchesOf } from '#main/connectors/ofx/strict.ts'
import { US } from '../personas/us.ts'
import { securities } from './investments.ts'
import { PROFILE_DATE } from './offers.ts'
import { isAnonymous, type Entry, type Verdict } from './sign-on.ts'
import type { OfxScenarios } from './scenario.ts'
import { failed, type Counter, type Status } from './serving.ts'
import { serve } from './teller.ts'

const statusOf = ({ code, severity, message }: Verdict): Status => ({ CODE: code, SEVERITY: severity, MESSAGE: message })

/** The first set of every answer. */
export function signOnSet(entry: Entry, verdict: Verdict, change: Verdict | null, { version, now, scenarios }: Counter): BranchNode {
  const inside = [toNode(SONRS, {
    STATUS: severed(statusOf(verdict), scenarios), DTSERVER: now, LANGUAGE: US.language, DTPROFUP: PROFILE_DATE, DTACCTUP: isAnonymous(entry) ? undefined : PROFILE_DATE,
    FI: { ORG: US.bank.org, FID: US.bank.fid }, ACCESSKEY: verdict.newAccessKey ?? undefined,
  }, version)]
  if (entry.change !== null) {
    inside.push(toNode(PINCHTRNRS, { TRNUID: entry.change.TRNUID, STATUS: statusOf(change ?? verdict), PINCHRS: change?.code === '0' ? { USERID: entry.sonrq.USERID, DTCHANGED: now } : undefined }, version))
  }
  if (entry.challenge !== null) {
    const isAsked = verdict.code === '0' && scenarios.has('mfa')
    inside.push(toNode(MFACHALLENGETRNRS, {
      TRNUID: entry.challenge.TRNUID, STATUS: statusOf(verdict),
      MFACHALLENGERS: isAsked ? { MFACHALLENGE: [
        { MFAPHRASEID: 'MFA13', MFAPHRASELABEL: 'Please enter the last four digits of your social security number' },
        { MFAPHRASEID: 'MFA107' },
        { MFAPHRASEID: '123', MFAPHRASELABEL: 'With which branch is your account associated?' },
      ] } : undefined,
    }, version))
  }
  return branch('SIGNONMSGSRSV1', inside)
}

const ORDER = Object.keys(OFX.elements)

/** Answers every item of every set; after a failed sign-on each with its status. */
export function answerItems(sets: readonly BranchNode[], counter: Counter, verdict: Verdict, report: (code: string, reason: string) => void): BranchNode[] {
  const { scenarios } = counter
  const refusal = verdict.code === '0' ? null : statusOf(verdict)
  const isSeveral = sets.flatMap(branchesOf).length > 1
  const seen = new Set<string>()
  const answered = sets.map((set) => {
    const items = branchesOf(set).map((item) => {
      const isFirst = seen.size === 0
      const uid = uidOf(item)
      const reason = refusal ?? (uid !== '' && seen.has(uid) ? failed('2019', 'Duplicate TRNUID') : isFirst && isSeveral && scenarios.has('item-error') ? failed('2003', 'Account not found') : null)
      seen.add(uid)
      const answer = serve(item, counter, reason)
      const code = codeOf(answer)
      if (refusal === null && code !== '' && code !== '0' && code !== '1') report(code, `${item.tag} ${uid}`)
      return answer
    })
    return { tag: set.tag.replace('RQV1', 'RSV1'), items: scenarios.has('reordered') ? items.reverse() : items }
  })
  const withMischief = mistreat(answered, counter.customer === null || !isSeveral ? new Set() : scenarios)
  const hasTrades = refusal === null && withMischief.some(({ tag, items }) => tag === 'INVSTMTMSGSRSV1' && items.some((item) => codeOf(item) === '0'))
  const asked = withMischief.find(({ tag }) => tag === 'SECLISTMSGSRSV1')
  const others = withMischief.filter(({ tag, items }) => tag !== 'SECLISTMSGSRSV1' && items.length > 0)
  const list = hasTrades || (asked !== undefined && refusal === null) ? [toNode(SECLIST, securities(counter.today), counter.version)] : []
  const securitySet = asked !== undefined || list.length > 0 ? [branch('SECLISTMSGSRSV1', [...asked?.items ?? [], ...list])] : []
  return [...others.map(({ tag, items }) => branch(tag, items)), ...securitySet]
    .sort((left, right) => ORDER.indexOf(left.tag) - ORDER.indexOf(right.tag))
    .map((node) => scenarios.has('wrong-severity') ? swapped(node) : node)
}

interface AnsweredSet { readonly tag: string; readonly items: readonly BranchNode[] }

/** What a careless server does to several items; one alone fares well, so that a program can connect. */
function mistreat(sets: readonly AnsweredSet[], scenarios: OfxScenarios): readonly AnsweredSet[] {
  return sets.map(({ tag, items }, index) => {
    const [first, ...rest] = items
    if (first === undefined) return { tag, items }
    if (scenarios.has('missing-item') && index === sets.length - 1) return { tag, items: items.slice(0, -1) }
    if (index > 0) return { tag, items }
    if (scenarios.has('duplicated-item')) return { tag, items: [first, first, ...rest] }
    return scenarios.has('unknown-item') ? { tag, items: [renumbered(first), ...rest] } : { tag, items }
  })
}

const uidOf = (item: BranchNode): string => item.children.filter(isLeaf).find(({ tag }) => tag === 'TRNUID')?.text ?? ''
const renumbered = (item: BranchNode): BranchNode => ({ ...item, children: item.children.map((child) => isLeaf(child) && child.tag === 'TRNUID' ? { ...child, text: 'nobody-asked' } : child) })

function codeOf(item: BranchNode): string {
  const status = branchesOf(item).find(({ tag }) => tag === 'STATUS')
  return status?.children.filter(isLeaf).find(({ tag }) => tag === 'CODE')?.text ?? ''
}

const severed = (status: Status, scenarios: OfxScenarios): Status => scenarios.has('wrong-severity') ? { ...status, SEVERITY: status.SEVERITY === 'INFO' ? 'ERROR' : 'INFO' } : status
const swapped = (node: BranchNode): BranchNode => ({ ...node, children: node.children.map((child): Node => isLeaf(child) ? child.tag === 'SEVERITY' ? { ...child, text: child.text === 'INFO' ? 'ERROR' : 'INFO' } : child : swapped(child)) })
