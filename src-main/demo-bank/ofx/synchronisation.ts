import { INTERSYNCRQ, INTRASYNCRQ, RECINTERSYNCRQ, RECINTRASYNCRQ } from '#main/connectors/ofx/aggregates/requests/transfers.ts'
import { branch, valueOf, type BranchNode, type LeafNode } from '#main/connectors/ofx/node.ts'
import { branchesOf } from '#main/connectors/ofx/strict.ts'
import type { Counter, Status } from './serving.ts'
import { answersGiven } from './transfer-desk.ts'

const SYNCS = { INTRASYNCRQ, INTERSYNCRQ, RECINTRASYNCRQ, RECINTERSYNCRQ } as const
export const isSync = (tag: string): tag is keyof typeof SYNCS => Object.hasOwn(SYNCS, tag)

/** Tells again what was answered to an account's transfers since a token. It has no STATUS: whoever may not hear it hears nothing. */
export function syncAnswer(node: BranchNode, { state }: Counter, refusal: Status | null): BranchNode {
  const tag = node.tag as keyof typeof SYNCS
  const asked = valueOf(SYNCS[tag], node)
  const account = asked.BANKACCTFROM?.ACCTID ?? asked.CCACCTFROM?.ACCTID ?? ''
  const all = refusal !== null || state === null ? [] : answersGiven(state.transfers)
  const since = asked.TOKENONLY === 'Y' ? all.length : Number(asked.TOKEN) || 0
  const told = all.slice(since).filter((given) => given.tag === tag.replace('SYNC', 'TRN') && given.account === account)
  const leaf = (name: string, text: string): LeafNode => ({ tag: name, text, isSecret: false, line: 0 })
  return branch(tag.replace('RQ', 'RS'), [leaf('TOKEN', String(all.length)), leaf('LOSTSYNC', 'N'), ...branchesOf(node).filter(({ tag: own }) => own.endsWith('ACCTFROM')), ...told.map(({ answer }) => answer)])
}
