import type { CCSTMTRS, STMTRS } from '#main/connectors/ofx/aggregates/banking.ts'
import type { INVSTMTRS } from '#main/connectors/ofx/aggregates/investment.ts'
import type { LOANSTMTRS } from '#main/connectors/ofx/aggregates/loan.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import type { Statement } from '#shared/statement.ts'
import { bankAccount, brokerAccount, cardAccount, loanAccount } from './accounts.ts'
import { accountBalances, brokerBalances, loanBalances } from './balances.ts'
import { BLANK_STATEMENT } from './blank.ts'
import type { Draft } from './draft.ts'
import { loanTerms, type AgreedTerms } from './loans.ts'
import { optionalCurrency, optionalDay, type Tools } from './tools.ts'

export function bankStatement(statement: Of<typeof STMTRS>, draft: Draft, tools: Tools): Statement {
  const isCard = !statement.BANKACCTFROM && statement.CCACCTFROM !== undefined
  const head = headOf(statement, statement.BANKTRANLIST, tools)
  return {
    ...BLANK_STATEMENT,
    kind: 'bank',
    account: isCard ? cardAccount(statement.CCACCTFROM) : bankAccount(statement.BANKACCTFROM),
    ...head,
    balances: accountBalances(statement, tools),
    ...draft.rows(head.currency),
  }
}

export function cardStatement(statement: Of<typeof CCSTMTRS>, draft: Draft, tools: Tools): Statement {
  const head = headOf(statement, statement.BANKTRANLIST, tools)
  return {
    ...BLANK_STATEMENT,
    kind: 'cc',
    account: cardAccount(statement.CCACCTFROM, statement.BANKACCTFROM),
    ...head,
    balances: accountBalances(statement, tools),
    ...draft.rows(head.currency),
  }
}

export function loanStatement(statement: Of<typeof LOANSTMTRS>, draft: Draft, agreed: ReadonlyMap<string, AgreedTerms>, tools: Tools): Statement {
  const head = headOf(statement, statement.LOANTRANLIST, tools)
  const account = loanAccount(statement.LOANACCTFROM)
  const balances = loanBalances(statement, tools)
  const principal = balances.find(({ kind }) => kind === 'booked')?.amount ?? null
  return { ...BLANK_STATEMENT, kind: 'loan', account, ...head, balances, ...draft.rows(head.currency), loan: loanTerms(principal, draft.payments, agreed.get(account.number ?? '')) }
}

export function brokerStatement(statement: Of<typeof INVSTMTRS>, draft: Draft, tools: Tools): Statement {
  const head = headOf(statement, statement.INVTRANLIST, tools)
  return {
    ...BLANK_STATEMENT,
    kind: 'inv',
    account: brokerAccount(statement.INVACCTFROM),
    ...head,
    balances: brokerBalances(statement, tools),
    ...draft.rows(head.currency),
    ...(statement.INVPOSLIST || draft.positions.length > 0 ? { holdings: [{ asOf: optionalDay(tools, statement.line, 'DTASOF', statement.DTASOF), positions: draft.positions }] } : {}),
  }
}

interface Period { readonly line: number; readonly DTSTART: string; readonly DTEND: string }

function headOf({ line, CURDEF }: { readonly line: number; readonly CURDEF: string }, period: Period | undefined, tools: Tools): Pick<Statement, 'currency' | 'from' | 'to'> {
  return {
    currency: optionalCurrency(tools, line, 'CURDEF', CURDEF),
    from: period ? optionalDay(tools, period.line, 'DTSTART', period.DTSTART) : null,
    to: period ? optionalDay(tools, period.line, 'DTEND', period.DTEND) : null,
  }
}
