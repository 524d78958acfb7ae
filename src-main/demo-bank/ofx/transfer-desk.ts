import { INTERTRNRQ, INTRATRNRQ, RECINTERTRNRQ, RECINTRATRNRQ } from '#main/connectors/ofx/aggregates/requests/transfers.ts'
import { INTERTRNRS, INTRATRNRS, RECINTERTRNRS, RECINTRATRNRS } from '#main/connectors/ofx/aggregates/transfers.ts'
import { isLeaf, toNode, valueOf, type BranchNode, type Node } from '#main/connectors/ofx/node.ts'
import type { XFERINFO } from '#main/connectors/ofx/aggregates/transfers.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import { isXml } from '#main/connectors/ofx/versions.ts'
import { US } from '../personas/us.ts'
import { noon } from './chronicle.ts'
import { failed, SUCCESS, type Counter, type Status } from './serving.ts'
import { isRefused, type Info, type Refused, type Taken, type Transfers } from './transfers.ts'

export const TRANSFER_TAGS: ReadonlySet<string> = new Set(['INTRATRNRQ', 'INTERTRNRQ', 'RECINTRATRNRQ', 'RECINTERTRNRQ'])

/** An answer given before: the same request gets the same answer, another one under the same number is refused. */
export interface Given { readonly tag: string; readonly question: string; readonly account: string; readonly answer: BranchNode }
const answered = new WeakMap<Transfers, Map<string, Given>>()

/** All answers to transfers that a customer was given, in their order. */
export const answersGiven = (transfers: Transfers): readonly Given[] => [...answered.get(transfers)?.values() ?? []]

/** Carries a transfer out once, however often its number comes (2019). */
export function transferAnswer(node: BranchNode, counter: Counter, refusal: Status | null): BranchNode {
  const { state } = counter
  if (refusal !== null || state === null) return answerTo(node, counter, refusal ?? failed('15500', 'Signon invalid'), null)
  const known = answered.get(state.transfers) ?? new Map<string, Given>()
  answered.set(state.transfers, known)
  const uid = textOf(node, 'TRNUID')
  const before = known.get(uid)
  const question = fingerprint(node)
  if (before !== undefined) return before.question === question ? before.answer : answerTo(node, counter, failed('2019', 'Duplicate request'), null)
  const answer = answerTo(node, counter, null, state.transfers)
  known.set(uid, { tag: node.tag, question, account: sourceOf(node) ?? sourceOf(answer) ?? '', answer })
  return answer
}

const textOf = (node: BranchNode, tag: string): string => node.children.filter(isLeaf).find((leaf) => leaf.tag === tag)?.text ?? ''
/** The number of the account that money leaves, wherever in an order it stands. */
const sourceOf = (node: BranchNode): string | undefined => node.children.flatMap((child): string[] => {
  if (isLeaf(child)) return []
  const found = SOURCES.has(child.tag) ? textOf(child, 'ACCTID') : sourceOf(child)
  return found === undefined ? [] : [found]
})[0]
const SOURCES = new Set(['BANKACCTFROM', 'CCACCTFROM'])
const fingerprint = (node: Node): string => isLeaf(node) ? `${node.tag}=${node.text}` : `${node.tag}(${node.children.map(fingerprint).join()})`

function answerTo(node: BranchNode, counter: Counter, refusal: Status | null, transfers: Transfers | null): BranchNode {
  switch (node.tag) {
    case 'INTRATRNRQ': return intra(node, counter, refusal, transfers)
    case 'INTERTRNRQ': return inter(node, counter, refusal, transfers)
    case 'RECINTRATRNRQ': return recurringIntra(node, counter, refusal, transfers)
    default: return recurringInter(node, counter, refusal, transfers)
  }
}

interface Head { readonly TRNUID: string; readonly CLTCOOKIE: string }
const head = ({ TRNUID, CLTCOOKIE }: Head, outcome: Taken | Refused | null, refusal: Status | null) =>
  ({ TRNUID, CLTCOOKIE, STATUS: refusal ?? (outcome !== null && isRefused(outcome) ? failed(outcome.code, outcome.message) : SUCCESS) })

/** The order as it was given, for the answer. */
function repeat(info: Info, { version }: Counter): Draft<typeof XFERINFO> {
  return { ...info, LOANTRNAMT: isXml(version) ? { PRINAMT: info.TRNAMT, INTAMT: '0' } : undefined }
}

function done({ serverId, recurringId, info, on, isCancelled }: Taken, counter: Counter) {
  const code = isCancelled ? 'CANCELEDON' : on <= counter.today ? 'POSTEDON' : 'WILLPROCESSON'
  return {
    CURDEF: US.currency, SRVRTID: serverId, XFERINFO: repeat(info, counter), ...(on <= counter.today ? { DTPOSTED: noon(on) } : { DTXFERPRJ: noon(on) }),
    RECSRVRTID: recurringId, XFERPRCSTS: { XFERPRCCODE: code, DTXFERPRC: noon(on) },
  }
}
const changed = ({ serverId, info, on }: Taken, counter: Counter) => ({ SRVRTID: serverId, XFERINFO: repeat(info, counter), XFERPRCSTS: { XFERPRCCODE: 'WILLPROCESSON', DTXFERPRC: noon(on) } })

type Action = 'add' | 'modify' | 'cancel'

function carryOut(asked: { readonly add: Info | undefined; readonly modify: { readonly SRVRTID: string; readonly XFERINFO: Info | undefined } | undefined; readonly cancel: { readonly SRVRTID: string } | undefined }, { today }: Counter, transfers: Transfers | null, isBetweenBanks: boolean): { readonly action: Action; readonly outcome: Taken | Refused } | null {
  if (transfers === null) return null
  if (asked.add !== undefined) return { action: 'add', outcome: transfers.add(asked.add, today, isBetweenBanks) }
  if (asked.modify?.XFERINFO !== undefined) return { action: 'modify', outcome: transfers.modify(asked.modify.SRVRTID, asked.modify.XFERINFO, today, isBetweenBanks) }
  return { action: 'cancel', outcome: transfers.cancel(asked.cancel?.SRVRTID ?? '', today) }
}

/** What was taken on by this action; nothing of another one. */
const takenBy = (result: ReturnType<typeof carryOut>, action: Action): Taken | null => result?.action === action && !isRefused(result.outcome) ? result.outcome : null

function intra(node: BranchNode, counter: Counter, refusal: Status | null, transfers: Transfers | null): BranchNode {
  const asked = valueOf(INTRATRNRQ, node)
  const result = carryOut({ add: asked.INTRARQ?.XFERINFO, modify: asked.INTRAMODRQ, cancel: asked.INTRACANRQ }, counter, transfers, false)
  const [added, modified, cancelled] = [takenBy(result, 'add'), takenBy(result, 'modify'), takenBy(result, 'cancel')]
  return toNode(INTRATRNRS, {
    ...head(asked, result?.outcome ?? null, refusal),
    INTRARS: added ? done(added, counter) : undefined, INTRAMODRS: modified ? changed(modified, counter) : undefined, INTRACANRS: cancelled ? { SRVRTID: cancelled.serverId } : undefined,
  }, counter.version)
}

function inter(node: BranchNode, counter: Counter, refusal: Status | null, transfers: Transfers | null): BranchNode {
  const asked = valueOf(INTERTRNRQ, node)
  const result = carryOut({ add: asked.INTERRQ?.XFERINFO, modify: asked.INTERMODRQ, cancel: asked.INTERCANRQ }, counter, transfers, true)
  const [added, modified, cancelled] = [takenBy(result, 'add'), takenBy(result, 'modify'), takenBy(result, 'cancel')]
  return toNode(INTERTRNRS, {
    ...head(asked, result?.outcome ?? null, refusal),
    INTERRS: added ? done(added, counter) : undefined, INTERMODRS: modified ? changed(modified, counter) : undefined, INTERCANRS: cancelled ? { SRVRTID: cancelled.serverId } : undefined,
  }, counter.version)
}

interface RecurringAsk { readonly add: Info | undefined; readonly modify: { readonly id: string; readonly info: Info } | null; readonly cancelId: string }

function carryOutModel({ add, modify, cancelId }: RecurringAsk, { today }: Counter, transfers: Transfers | null, isBetweenBanks: boolean): Taken | Refused | null {
  if (transfers === null) return null
  if (add !== undefined) return transfers.addModel(add, today, isBetweenBanks)
  if (modify !== null) return transfers.modifyModel(modify.id, modify.info, today, isBetweenBanks)
  return transfers.cancelModel(cancelId, today)
}

function recurringIntra(node: BranchNode, counter: Counter, refusal: Status | null, transfers: Transfers | null): BranchNode {
  const asked = valueOf(RECINTRATRNRQ, node)
  const { RECINTRARQ: add, RECINTRAMODRQ: modify, RECINTRACANRQ: cancel } = asked
  const info = modify?.INTRARQ?.XFERINFO
  const outcome = carryOutModel({ add: add?.INTRARQ?.XFERINFO, modify: modify !== undefined && info !== undefined ? { id: modify.RECSRVRTID, info } : null, cancelId: cancel?.RECSRVRTID ?? '' }, counter, transfers, false)
  const taken = outcome !== null && !isRefused(outcome) ? outcome : null
  return toNode(RECINTRATRNRS, {
    ...head(asked, outcome, refusal),
    RECINTRARS: taken && add?.RECURRINST ? { RECSRVRTID: taken.recurringId, RECURRINST: add.RECURRINST, INTRARS: done(taken, counter) } : undefined,
    RECINTRAMODRS: taken && modify?.RECURRINST ? { RECSRVRTID: modify.RECSRVRTID, RECURRINST: modify.RECURRINST, INTRARS: done(taken, counter), MODPENDING: modify.MODPENDING } : undefined,
    RECINTRACANRS: outcome === null && refusal === null && cancel ? { RECSRVRTID: cancel.RECSRVRTID, CANPENDING: cancel.CANPENDING } : undefined,
  }, counter.version)
}

function recurringInter(node: BranchNode, counter: Counter, refusal: Status | null, transfers: Transfers | null): BranchNode {
  const asked = valueOf(RECINTERTRNRQ, node)
  const { RECINTERRQ: add, RECINTERMODRQ: modify, RECINTERCANRQ: cancel } = asked
  const info = modify?.INTERRQ?.XFERINFO
  const outcome = carryOutModel({ add: add?.INTERRQ?.XFERINFO, modify: modify !== undefined && info !== undefined ? { id: modify.RECSRVRTID, info } : null, cancelId: cancel?.RECSRVRTID ?? '' }, counter, transfers, true)
  const taken = outcome !== null && !isRefused(outcome) ? outcome : null
  return toNode(RECINTERTRNRS, {
    ...head(asked, outcome, refusal),
    RECINTERRS: taken && add?.RECURRINST ? { RECSRVRTID: taken.recurringId, RECURRINST: add.RECURRINST, INTERRS: done(taken, counter) } : undefined,
    RECINTERMODRS: taken && modify?.RECURRINST ? { RECSRVRTID: modify.RECSRVRTID, RECURRINST: modify.RECURRINST, INTERRS: done(taken, counter), MODPENDING: modify.MODPENDING } : undefined,
    RECINTERCANRS: outcome === null && refusal === null && cancel ? { RECSRVRTID: cancel.RECSRVRTID, CANPENDING: cancel.CANPENDING } : undefined,
  }, counter.version)
}
