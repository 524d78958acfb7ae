import { INTERSYNCRQ, INTERTRNRQ, INTRASYNCRQ, INTRATRNRQ, RECINTERSYNCRQ, RECINTERTRNRQ, RECINTRASYNCRQ, RECINTRATRNRQ } from '../aggregates/requests/transfers.ts'
import type { RECURRINST, XFERINFO } from '../aggregates/transfers.ts'
import { toNode, type BranchNode } from '../node.ts'
import type { Draft } from '../schema.ts'
import { isXml, type OfxVersion } from '../versions.ts'
import { bankPart, cardPart, loanPart } from './account.ts'
import type { OfxItem, RecurringAction, Repetition, TransferAction, TransferOrder } from './items.ts'
import { writeDay } from './moments.ts'

interface Head { readonly TRNUID: string; readonly CLTCOOKIE: string | undefined }

function transferInfo({ source, target, amount, on, loanShares }: TransferOrder, version: OfxVersion): Draft<typeof XFERINFO> {
  const { principal, interest } = loanShares ?? { principal: amount, interest: '0' }
  return {
    BANKACCTFROM: source.kind === 'bank' ? bankPart(source) : undefined,
    LOANACCTFROM: source.kind === 'loan' ? loanPart(source) : undefined,
    CCACCTFROM: source.kind === 'card' ? cardPart(source) : undefined,
    BANKACCTTO: target.kind === 'bank' ? bankPart(target) : undefined,
    LOANACCTTO: target.kind === 'loan' ? loanPart(target) : undefined,
    CCACCTTO: target.kind === 'card' ? cardPart(target) : undefined,
    TRNAMT: amount,
    LOANTRNAMT: isXml(version) ? { PRINAMT: principal, INTAMT: interest } : undefined,
    DTDUE: on === undefined ? undefined : writeDay(on),
  }
}

const repeated = ({ frequency, times }: Repetition): Draft<typeof RECURRINST> => ({ FREQ: frequency, NINSTS: times === undefined ? undefined : String(times) })
const yes = (is: boolean): string => is ? 'Y' : 'N'

export function transferNode(item: Extract<OfxItem, { readonly kind: 'transfer' }>, head: Head, version: OfxVersion): BranchNode {
  const { add, modify, cancel } = transferParts(item, version)
  return item.between === 'own'
    ? toNode(INTRATRNRQ, { ...head, INTRARQ: add, INTRAMODRQ: modify, INTRACANRQ: cancel }, version)
    : toNode(INTERTRNRQ, { ...head, INTERRQ: add, INTERMODRQ: modify, INTERCANRQ: cancel }, version)
}

function transferParts(item: TransferAction, version: OfxVersion) {
  return {
    add: item.action === 'add' ? { XFERINFO: transferInfo(item.order, version) } : undefined,
    modify: item.action === 'modify' ? { SRVRTID: item.serverId, XFERINFO: transferInfo(item.order, version) } : undefined,
    cancel: item.action === 'cancel' ? { SRVRTID: item.serverId } : undefined,
  }
}

export function recurringNode(item: Extract<OfxItem, { readonly kind: 'recurring-transfer' }>, head: Head, version: OfxVersion): BranchNode {
  const { order, model, cancel } = recurringParts(item, version)
  const isNew = item.action === 'add'
  if (item.between === 'own') {
    return toNode(RECINTRATRNRQ, {
      ...head,
      RECINTRARQ: order !== undefined && isNew ? { RECURRINST: order.repetition, INTRARQ: order.info } : undefined,
      RECINTRAMODRQ: order !== undefined && model !== undefined ? { RECSRVRTID: model.id, RECURRINST: order.repetition, INTRARQ: order.info, MODPENDING: model.pending } : undefined,
      RECINTRACANRQ: cancel,
    }, version)
  }
  return toNode(RECINTERTRNRQ, {
    ...head,
    RECINTERRQ: order !== undefined && isNew ? { RECURRINST: order.repetition, INTERRQ: order.info } : undefined,
    RECINTERMODRQ: order !== undefined && model !== undefined ? { RECSRVRTID: model.id, RECURRINST: order.repetition, INTERRQ: order.info, MODPENDING: model.pending } : undefined,
    RECINTERCANRQ: cancel,
  }, version)
}

function recurringParts(item: RecurringAction, version: OfxVersion) {
  return {
    order: item.action === 'cancel' ? undefined : { repetition: repeated(item.repetition), info: { XFERINFO: transferInfo(item.order, version) } },
    model: item.action === 'modify' ? { id: item.serverId, pending: yes(item.changesPending) } : undefined,
    cancel: item.action === 'cancel' ? { RECSRVRTID: item.serverId, CANPENDING: yes(item.cancelsPending) } : undefined,
  }
}

/** Without a token the bank tells everything it still has (OFX 2.3 §6.3). */
export function syncNode({ between, account, isRecurring = false, since }: Extract<OfxItem, { readonly kind: 'transfers' }>, version: OfxVersion): BranchNode {
  const draft = {
    TOKEN: since, REFRESH: since === undefined ? 'Y' : undefined, REJECTIFMISSING: 'N',
    BANKACCTFROM: account.kind === 'bank' ? bankPart(account) : undefined, CCACCTFROM: account.kind === 'card' ? cardPart(account) : undefined, LOANACCTFROM: account.kind === 'loan' ? loanPart(account) : undefined,
  }
  if (between === 'own') return isRecurring ? toNode(RECINTRASYNCRQ, draft, version) : toNode(INTRASYNCRQ, draft, version)
  return isRecurring ? toNode(RECINTERSYNCRQ, draft, version) : toNode(INTERSYNCRQ, draft, version)
}
