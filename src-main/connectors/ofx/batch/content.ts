import { CCSTMTENDTRNRS, CCSTMTTRNRS, STMTENDTRNRS, STMTTRNRS } from '../aggregates/banking.ts'
import type { CCCLOSING, CLOSING } from '../aggregates/closing.ts'
import { INVSTMTENDTRNRS, INVSTMTTRNRS } from '../aggregates/investment.ts'
import { LOANACCTINFO, LOANSTMTENDTRNRS, LOANSTMTTRNRS } from '../aggregates/loan.ts'
import { PROFTRNRS } from '../aggregates/profile.ts'
import { SECLISTTRNRS } from '../aggregates/securities.ts'
import { ACCTINFO, ACCTINFOTRNRS } from '../aggregates/signon.ts'
import type { Of } from '../schema.ts'
import { statusOf } from '../status/meaning.ts'
import { on, type Handler } from '../walk.ts'
import { readBank, readBroker, readCard, readLoan, type OfxAccount } from './account.ts'
import type { ItemKind } from './items.ts'
import { momentOf } from './moments.ts'
import { readProfile } from './profile.ts'
import type { Content, ListedAccount, Reply, Wrapper } from './reply.ts'
import { transferHandlers } from './transfer-answers.ts'

/** A handler for each kind of answer. */
export function contentHandlers(take: (reply: Reply) => void): Handler[] {
  let listed: ListedAccount[] = []
  // Taken as they close: another reader of the same pass may want them too, and a list keeps only what nobody takes.
  let loans: Of<typeof LOANACCTINFO>[] = []
  const reply = (kinds: readonly ItemKind[], { TRNUID: uid, STATUS: status }: Wrapper, content: Content | null): void =>
    take({ uid, kinds, status: statusOf(status?.CODE ?? '', status?.SEVERITY ?? '', status?.MESSAGE ?? ''), content })
  return [
    on(LOANACCTINFO, (info) => { loans.push(info) }),
    on(ACCTINFO, (info) => {
      listed.push(...readAccounts(info, loans))
      loans = []
    }),
    on(ACCTINFOTRNRS, (answer) => {
      const { ACCTINFORS: list } = answer
      reply(['accounts'], answer, list === undefined ? null : { kind: 'accounts', accounts: listed, asOf: momentOf(list.DTACCTUP) })
      listed = []
    }),
    on(PROFTRNRS, (answer) => reply(['profile'], answer, answer.PROFRS === undefined ? null : { kind: 'profile', profile: readProfile(answer.PROFRS) })),
    on(SECLISTTRNRS, (answer) => reply(['securities'], answer, null)),
    ...statementHandlers(reply),
    ...transferHandlers(take),
  ]
}

type Take = (kinds: readonly ItemKind[], answer: Wrapper, content: Content | null) => void

function statementHandlers(reply: Take): Handler[] {
  const statement = (account: OfxAccount | null, currency: string, list: { readonly DTEND: string } | undefined): Content =>
    ({ kind: 'statement', account, currency, through: momentOf(list?.DTEND ?? '') })
  const closings = (totals: readonly Of<typeof CLOSING | typeof CCCLOSING>[]): Content =>
    ({ kind: 'closings', closings: totals.map((one) => ({ id: one.FITID, closedAt: one.DTCLOSE, opening: one.BALOPEN, closing: one.BALCLOSE, from: one.DTPOSTSTART, to: one.DTPOSTEND })) })
  return [
    on(STMTTRNRS, (answer) => reply(['bank-statement'], answer, answer.STMTRS === undefined ? null : statement(answer.STMTRS.BANKACCTFROM ? readBank(answer.STMTRS.BANKACCTFROM) : null, answer.STMTRS.CURDEF, answer.STMTRS.BANKTRANLIST))),
    on(CCSTMTTRNRS, (answer) => reply(['card-statement'], answer, answer.CCSTMTRS === undefined ? null : statement(answer.CCSTMTRS.CCACCTFROM ? readCard(answer.CCSTMTRS.CCACCTFROM) : null, answer.CCSTMTRS.CURDEF, answer.CCSTMTRS.BANKTRANLIST))),
    on(LOANSTMTTRNRS, (answer) => reply(['loan-statement'], answer, answer.LOANSTMTRS === undefined ? null : statement(answer.LOANSTMTRS.LOANACCTFROM ? readLoan(answer.LOANSTMTRS.LOANACCTFROM) : null, answer.LOANSTMTRS.CURDEF, answer.LOANSTMTRS.LOANTRANLIST))),
    on(INVSTMTTRNRS, (answer) => reply(['broker-statement'], answer, answer.INVSTMTRS === undefined ? null : statement(answer.INVSTMTRS.INVACCTFROM ? readBroker(answer.INVSTMTRS.INVACCTFROM) : null, answer.INVSTMTRS.CURDEF, answer.INVSTMTRS.INVTRANLIST))),
    on(STMTENDTRNRS, (answer) => reply(['bank-closing'], answer, answer.STMTENDRS === undefined ? null : closings(answer.STMTENDRS.CLOSING))),
    on(CCSTMTENDTRNRS, (answer) => reply(['card-closing'], answer, answer.CCSTMTENDRS === undefined ? null : closings(answer.CCSTMTENDRS.CCCLOSING))),
    on(LOANSTMTENDTRNRS, (answer) => reply(['loan-closing'], answer, answer.LOANSTMTENDRS === undefined ? null : {
      kind: 'closings', closings: answer.LOANSTMTENDRS.LOANCLOSING.map((one) => ({ id: one.FITID, closedAt: one.DTCLOSE, opening: one.BALOPEN, closing: one.PRINBAL?.BALAMT ?? '', from: one.DTPOSTSTART, to: one.DTPOSTEND })),
    })),
    on(INVSTMTENDTRNRS, (answer) => reply(['broker-closing'], answer, answer.INVSTMTENDRS === undefined ? null : {
      kind: 'closings', closings: answer.INVSTMTENDRS.INVCLOSING.map((one) => ({ id: one.FITID, closedAt: '', opening: '', closing: '', from: '', to: '' })),
    })),
  ]
}

function readAccounts(info: Of<typeof ACCTINFO>, loans: readonly Of<typeof LOANACCTINFO>[]): ListedAccount[] {
  const name = info.DESC === '' ? info.NAME : info.DESC
  const service = (part: { readonly SUPTXDL: string; readonly XFERSRC: string; readonly XFERDEST: string; readonly SVCSTATUS: string }) =>
    ({ name, hasStatements: part.SUPTXDL !== 'N', canSend: part.XFERSRC === 'Y', canReceive: part.XFERDEST === 'Y', isActive: part.SVCSTATUS === '' || part.SVCSTATUS === 'ACTIVE' })
  return [
    ...info.BANKACCTINFO.flatMap((part) => part.BANKACCTFROM === undefined ? [] : [{ account: readBank(part.BANKACCTFROM), ...service(part) }]),
    ...info.CCACCTINFO.flatMap((part) => part.CCACCTFROM === undefined ? [] : [{ account: readCard(part.CCACCTFROM), ...service(part) }]),
    ...loans.flatMap((part) => part.LOANACCTFROM === undefined ? [] : [{ account: readLoan(part.LOANACCTFROM), ...service(part) }]),
    ...info.INVACCTINFO.flatMap((part) => part.INVACCTFROM === undefined ? [] : [{
      account: readBroker(part.INVACCTFROM), ...service({ SUPTXDL: 'Y', XFERSRC: 'N', XFERDEST: 'N', SVCSTATUS: part.SVCSTATUS }),
    }]),
  ]
}
