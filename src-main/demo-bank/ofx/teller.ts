import { CCSTMTENDTRNRS, CCSTMTTRNRS, STMTENDTRNRS, STMTTRNRS } from '#main/connectors/ofx/aggregates/banking.ts'
import { INVSTMTENDTRNRS, INVSTMTTRNRS } from '#main/connectors/ofx/aggregates/investment.ts'
import { LOANSTMTENDTRNRS, LOANSTMTTRNRS } from '#main/connectors/ofx/aggregates/loan.ts'
import { PROFTRNRS } from '#main/connectors/ofx/aggregates/profile.ts'
import { ACCTINFOTRNRQ } from '#main/connectors/ofx/aggregates/requests/signon.ts'
import {
  CCSTMTENDTRNRQ, CCSTMTTRNRQ, INVSTMTENDTRNRQ, INVSTMTTRNRQ, LOANSTMTENDTRNRQ, LOANSTMTTRNRQ, PROFTRNRQ, SECLISTTRNRQ, STMTENDTRNRQ, STMTTRNRQ,
} from '#main/connectors/ofx/aggregates/requests/statements.ts'
import { SECLISTTRNRS } from '#main/connectors/ofx/aggregates/securities.ts'
import { ACCTINFOTRNRS } from '#main/connectors/ofx/aggregates/signon.ts'
import { toNode, valueOf, type BranchNode } from '#main/connectors/ofx/node.ts'
import { isXml } from '#main/connectors/ofx/versions.ts'
import { US } from '../personas/us.ts'
import type { OfxCustomerState } from './customers.ts'
import { BROKER_ACCOUNT, BROKER_ID, brokerStatement } from './investments.ts'
import { LOAN_ACCOUNT, loanStatement } from './mortgage.ts'
import { accountList, profile, PROFILE_DATE } from './offers.ts'
import { failed, SUCCESS, type Counter, type Status } from './serving.ts'
import { bankClosings, bankStatement, cardClosings, cardStatement, wishesOf, type Wishes } from './statements.ts'
import { isSync, syncAnswer } from './synchronisation.ts'
import { keyOf } from './transfers.ts'
import { TRANSFER_TAGS, transferAnswer } from './transfer-desk.ts'

const NOT_FOUND = failed('2003', 'Account not found')
const BAD_RANGE = failed('2027', 'Invalid date range')

interface Head { readonly TRNUID: string; readonly CLTCOOKIE: string }
const head = ({ TRNUID, CLTCOOKIE }: Head, status: Status) => ({ TRNUID, CLTCOOKIE, STATUS: status })

/** Answers one item: with what it asks for, with why not, or, where the sign-on failed, with its status. */
export function serve(node: BranchNode, counter: Counter, refusal: Status | null): BranchNode {
  if (TRANSFER_TAGS.has(node.tag)) return transferAnswer(node, counter, refusal)
  if (isSync(node.tag)) return syncAnswer(node, counter, refusal)
  const { today, version, url, scenarios } = counter
  switch (node.tag) {
    case 'PROFTRNRQ': {
      const asked = valueOf(PROFTRNRQ, node)
      const isKnown = (asked.PROFRQ?.DTPROFUP ?? '').slice(0, 14).padEnd(14, '0') >= PROFILE_DATE
      if (refusal !== null) return toNode(PROFTRNRS, head(asked, refusal), version)
      return toNode(PROFTRNRS, isKnown ? head(asked, { CODE: '1', SEVERITY: 'INFO', MESSAGE: 'Client is up-to-date' }) : { ...head(asked, SUCCESS), PROFRS: profile(url, version, scenarios) }, version)
    }
    case 'ACCTINFOTRNRQ': {
      const asked = valueOf(ACCTINFOTRNRQ, node)
      return toNode(ACCTINFOTRNRS, refusal === null ? { ...head(asked, SUCCESS), ACCTINFORS: accountList(today, version) } : head(asked, refusal), version)
    }
    case 'SECLISTTRNRQ':
      return toNode(SECLISTTRNRS, head(valueOf(SECLISTTRNRQ, node), refusal ?? SUCCESS), version)
    default:
      return statementAnswer(node, counter, refusal)
  }
}

interface Asked { readonly account: { readonly ACCTID: string; readonly BANKID?: string } | undefined; readonly range: Parameters<typeof wishesOf>[0] }

function statementAnswer(node: BranchNode, counter: Counter, refusal: Status | null): BranchNode {
  const { version } = counter
  switch (node.tag) {
    case 'STMTTRNRQ': {
      const asked = valueOf(STMTTRNRQ, node)
      const account = { account: asked.STMTRQ?.BANKACCTFROM, range: rangeOf(asked.STMTRQ?.INCTRAN, asked.STMTRQ?.INCLUDEPENDING) }
      return toNode(STMTTRNRS, answerBank(account, counter, refusal, (status, made) => ({ ...head(asked, status), STMTRS: made && bankStatement(made.key, made.wishes, counter.today, made.transfers) })), version)
    }
    case 'STMTENDTRNRQ': {
      const asked = valueOf(STMTENDTRNRQ, node)
      const account = { account: asked.STMTENDRQ?.BANKACCTFROM, range: rangeOf(asked.STMTENDRQ) }
      return toNode(STMTENDTRNRS, answerBank(account, counter, refusal, (status, made) => ({ ...head(asked, status), STMTENDRS: made && bankClosings(made.key, made.wishes, counter.today, made.transfers) })), version)
    }
    case 'CCSTMTTRNRQ': {
      const asked = valueOf(CCSTMTTRNRQ, node)
      const found = answerAccount(asked.CCSTMTRQ?.CCACCTFROM?.ACCTID === US.accounts.card.number, rangeOf(asked.CCSTMTRQ?.INCTRAN, asked.CCSTMTRQ?.INCLUDEPENDING), counter, refusal)
      return toNode(CCSTMTTRNRS, { ...head(asked, found.status), CCSTMTRS: found.wishes && counter.state ? cardStatement(found.wishes, counter.today, counter.state.transfers) : undefined }, version)
    }
    case 'CCSTMTENDTRNRQ': {
      const asked = valueOf(CCSTMTENDTRNRQ, node)
      const found = answerAccount(asked.CCSTMTENDRQ?.CCACCTFROM?.ACCTID === US.accounts.card.number, rangeOf(asked.CCSTMTENDRQ), counter, refusal)
      return toNode(CCSTMTENDTRNRS, { ...head(asked, found.status), CCSTMTENDRS: found.wishes && counter.state ? cardClosings(found.wishes, counter.today, counter.state.transfers) : undefined }, version)
    }
    default:
      return otherStatement(node, counter, refusal)
  }
}

function otherStatement(node: BranchNode, counter: Counter, refusal: Status | null): BranchNode {
  const { version, today } = counter
  switch (node.tag) {
    case 'LOANSTMTTRNRQ': {
      const asked = valueOf(LOANSTMTTRNRQ, node)
      const found = answerAccount(asked.LOANSTMTRQ?.LOANACCTFROM?.LOANACCTID === LOAN_ACCOUNT, rangeOf(asked.LOANSTMTRQ?.INCTRAN), counter, refusal)
      return toNode(LOANSTMTTRNRS, { ...head(asked, found.status), LOANSTMTRS: found.wishes ? loanStatement(today, found.wishes) : undefined }, version)
    }
    case 'INVSTMTTRNRQ': {
      const asked = valueOf(INVSTMTTRNRQ, node)
      const wanted = asked.INVSTMTRQ
      const isOurs = wanted?.INVACCTFROM?.ACCTID === BROKER_ACCOUNT && wanted.INVACCTFROM.BROKERID === BROKER_ID
      const found = answerAccount(isOurs, rangeOf(wanted?.INCTRAN), counter, refusal)
      const wishes = found.wishes && { ...found.wishes, withPositions: wanted?.INCPOS?.INCLUDE !== 'N', withBalance: wanted?.INCBAL !== 'N', withCost: isXml(version) }
      return toNode(INVSTMTTRNRS, { ...head(asked, found.status), INVSTMTRS: wishes ? brokerStatement(today, wishes) : undefined }, version)
    }
    case 'LOANSTMTENDTRNRQ':
      return toNode(LOANSTMTENDTRNRS, head(valueOf(LOANSTMTENDTRNRQ, node), refusal ?? failed('2028', 'Closing statements of loans are not available')), version)
    default:
      return toNode(INVSTMTENDTRNRS, head(valueOf(INVSTMTENDTRNRQ, node), refusal ?? failed('2028', 'Closing statements of brokers are not available')), version)
  }
}

const rangeOf = (range: { readonly DTSTART: string; readonly DTEND: string; readonly INCLUDE?: string } | undefined, pending = ''): Asked['range'] =>
  ({ start: range?.DTSTART ?? '', end: range?.DTEND ?? '', include: range?.INCLUDE ?? 'Y', pending })

function answerAccount(isOurs: boolean, range: Asked['range'], { today, now }: Counter, refusal: Status | null): { readonly status: Status; readonly wishes: Wishes | null } {
  if (refusal !== null) return { status: refusal, wishes: null }
  if (!isOurs) return { status: NOT_FOUND, wishes: null }
  const wishes = wishesOf(range, today, now)
  return { status: wishes === null ? BAD_RANGE : SUCCESS, wishes }
}

type BankKey = 'checking' | 'savings'
interface Made { readonly key: BankKey; readonly wishes: Wishes; readonly transfers: OfxCustomerState['transfers'] }

function answerBank<T>({ account, range }: Asked, counter: Counter, refusal: Status | null, make: (status: Status, made: Made | undefined) => T): T {
  const key = account?.BANKID === US.bank.bankId ? keyOf(account.ACCTID) : null
  const found = answerAccount(key === 'checking' || key === 'savings', range, counter, refusal)
  const isBank = (name: typeof key): name is BankKey => name === 'checking' || name === 'savings'
  return make(found.status, found.wishes !== null && isBank(key) && counter.state !== null ? { key, wishes: found.wishes, transfers: counter.state.transfers } : undefined)
}
