import { unreachable } from '#shared/result.ts'
import { ACCTINFOTRNRQ } from '../aggregates/requests/signon.ts'
import {
  CCSTMTENDTRNRQ, CCSTMTTRNRQ, INVSTMTENDTRNRQ, INVSTMTTRNRQ, LOANSTMTENDTRNRQ, LOANSTMTTRNRQ, PROFTRNRQ, SECLISTTRNRQ, STMTENDTRNRQ, STMTTRNRQ,
} from '../aggregates/requests/statements.ts'
import { toNode, type BranchNode } from '../node.ts'
import { has, type OfxVersion } from '../versions.ts'
import { bankPart, brokerPart, cardPart, loanPart } from './account.ts'
import type { ItemKind, OfxItem, Range } from './items.ts'
import { LONG_AGO, writeDay } from './moments.ts'
import { recurringNode, syncNode, transferNode } from './transfer-requests.ts'

/** Message sets in the order they are sent, whatever the order of the items (see docs/protocols/ofx.md). */
export const SET_ORDER = ['SIGNUPMSGSRQV1', 'BANKMSGSRQV1', 'CREDITCARDMSGSRQV1', 'LOANMSGSRQV1', 'INVSTMTMSGSRQV1', 'INTERXFERMSGSRQV1', 'SECLISTMSGSRQV1', 'PROFMSGSRQV1'] as const
export type RequestSet = (typeof SET_ORDER)[number]

const SETS: Readonly<Record<Exclude<ItemKind, 'transfer' | 'recurring-transfer' | 'transfers'>, RequestSet>> = {
  'accounts':         'SIGNUPMSGSRQV1',
  'bank-statement':   'BANKMSGSRQV1',
  'bank-closing':     'BANKMSGSRQV1',
  'card-statement':   'CREDITCARDMSGSRQV1',
  'card-closing':     'CREDITCARDMSGSRQV1',
  'loan-statement':   'LOANMSGSRQV1',
  'loan-closing':     'LOANMSGSRQV1',
  'broker-statement': 'INVSTMTMSGSRQV1',
  'broker-closing':   'INVSTMTMSGSRQV1',
  'securities':       'SECLISTMSGSRQV1',
  'profile':          'PROFMSGSRQV1',
}

export function setOf(item: OfxItem): RequestSet {
  if (item.kind !== 'transfer' && item.kind !== 'recurring-transfer' && item.kind !== 'transfers') return SETS[item.kind]
  return item.between === 'own' ? 'BANKMSGSRQV1' : 'INTERXFERMSGSRQV1'
}

const period = ({ from, to }: Range = {}): { DTSTART?: string; DTEND?: string } =>
  ({ ...(from === undefined ? {} : { DTSTART: writeDay(from) }), ...(to === undefined ? {} : { DTEND: writeDay(to) }) })
const entries = (range: Range | undefined, withEntries = true) => ({ ...period(range), INCLUDE: withEntries ? 'Y' : 'N' })

/** Writes one item with its number. */
export function itemNode(item: OfxItem, uid: string, version: OfxVersion): BranchNode {
  const head = { TRNUID: uid, CLTCOOKIE: item.cookie }
  const pending = (wants: boolean | undefined) => wants === true && has(version, 'pending') ? 'Y' : undefined
  switch (item.kind) {
    case 'accounts':
      return toNode(ACCTINFOTRNRQ, { ...head, ACCTINFORQ: { DTACCTUP: item.since ?? LONG_AGO } }, version)
    case 'bank-statement':
      return toNode(STMTTRNRQ, { ...head, STMTRQ: { BANKACCTFROM: bankPart(item.account), INCTRAN: entries(item.range, item.withEntries), INCLUDEPENDING: pending(item.withPending) } }, version)
    case 'card-statement':
      return toNode(CCSTMTTRNRQ, { ...head, CCSTMTRQ: { CCACCTFROM: cardPart(item.account), INCTRAN: entries(item.range, item.withEntries), INCLUDEPENDING: pending(item.withPending) } }, version)
    case 'loan-statement':
      return toNode(LOANSTMTTRNRQ, { ...head, LOANSTMTRQ: { LOANACCTFROM: loanPart(item.account), INCTRAN: entries(item.range, item.withEntries) } }, version)
    case 'broker-statement':
      return toNode(INVSTMTTRNRQ, { ...head, INVSTMTRQ: {
        INVACCTFROM: brokerPart(item.account), INCTRAN: entries(item.range, item.withEntries), INCOO: item.withOrders === true ? 'Y' : 'N',
        INCPOS: { INCLUDE: item.withPositions === false ? 'N' : 'Y' }, INCBAL: 'Y',
      } }, version)
    case 'profile':
      return toNode(PROFTRNRQ, { ...head, PROFRQ: { CLIENTROUTING: 'NONE', DTPROFUP: item.since ?? LONG_AGO } }, version)
    case 'securities':
      return toNode(SECLISTTRNRQ, { ...head, SECLISTRQ: { SECRQ: item.tickers.map((ticker) => ({ TICKER: ticker })) } }, version)
    case 'transfer':
      return transferNode(item, head, version)
    case 'recurring-transfer':
      return recurringNode(item, head, version)
    case 'transfers':
      return syncNode(item, version)
    default:
      return closingNode(item, head, version)
  }
}

type ClosingItem = Extract<OfxItem, { readonly kind: `${string}-closing` }>
interface Head { readonly TRNUID: string; readonly CLTCOOKIE: string | undefined }

function closingNode(item: ClosingItem, head: Head, version: OfxVersion): BranchNode {
  switch (item.kind) {
    case 'bank-closing':   return toNode(STMTENDTRNRQ, { ...head, STMTENDRQ: { BANKACCTFROM: bankPart(item.account), ...period(item.range) } }, version)
    case 'card-closing':   return toNode(CCSTMTENDTRNRQ, { ...head, CCSTMTENDRQ: { CCACCTFROM: cardPart(item.account), ...period(item.range) } }, version)
    case 'loan-closing':   return toNode(LOANSTMTENDTRNRQ, { ...head, LOANSTMTENDRQ: { LOANACCTFROM: loanPart(item.account), ...period(item.range) } }, version)
    case 'broker-closing': return toNode(INVSTMTENDTRNRQ, { ...head, INVSTMTENDRQ: { INVACCTFROM: brokerPart(item.account), ...period(item.range) } }, version)
    default:               return unreachable(item)
  }
}
