import type { AVAILBAL, BALLIST, LEDGERBAL } from '#main/connectors/ofx/aggregates/common.ts'
import type { INVSTMTRS } from '#main/connectors/ofx/aggregates/investment.ts'
import type { PRINBAL } from '#main/connectors/ofx/aggregates/loan.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import type { StatementBalance } from '#shared/statement.ts'
import { optionalDay, optionalNumber, type Tools } from './tools.ts'

type Standing = Of<typeof LEDGERBAL> | Of<typeof PRINBAL>

/** A balance on a day. One without a readable amount is none: null is right where 0 would be a lie. */
function balanceOn(kind: StatementBalance['kind'], tag: string, balance: Standing | undefined, tools: Tools): StatementBalance[] {
  return balance ? figure(kind, tag, balance.line, balance.BALAMT, balance.DTASOF, tools) : []
}

function figure(kind: StatementBalance['kind'], name: string, line: number, text: string, asOf: string, tools: Tools): StatementBalance[] {
  const amount = optionalNumber(tools, line, name, text)
  return amount === null ? [] : [{ kind, name, amount, asOf: optionalDay(tools, line, 'DTASOF', asOf) }]
}

/** BALLIST: whatever else the bank counts. Percentages are no money. */
function listed(list: Of<typeof BALLIST> | undefined, tools: Tools): StatementBalance[] {
  return (list?.BAL ?? [])
    .filter(({ BALTYPE: type }) => type.toUpperCase() !== 'PERCENT')
    .flatMap((bal) => figure('other', bal.NAME || bal.DESC, bal.line, bal.VALUE, bal.DTASOF, tools))
}

interface WithBalances { readonly LEDGERBAL: Of<typeof LEDGERBAL> | undefined; readonly AVAILBAL: Of<typeof AVAILBAL> | undefined; readonly BALLIST: Of<typeof BALLIST> | undefined }

export function accountBalances(statement: WithBalances, tools: Tools): StatementBalance[] {
  return [
    ...balanceOn('booked', 'LEDGERBAL', statement.LEDGERBAL, tools),
    ...balanceOn('available', 'AVAILBAL', statement.AVAILBAL, tools),
    ...listed(statement.BALLIST, tools),
  ]
}

export function loanBalances(statement: { readonly PRINBAL: Of<typeof PRINBAL> | undefined; readonly AVAILBAL: Of<typeof AVAILBAL> | undefined }, tools: Tools): StatementBalance[] {
  return [...balanceOn('booked', 'PRINBAL', statement.PRINBAL, tools), ...balanceOn('available', 'AVAILBAL', statement.AVAILBAL, tools)]
}

export function brokerBalances({ DTASOF: asOf, INVBAL: balance, INV401KBAL: plan }: Of<typeof INVSTMTRS>, tools: Tools): StatementBalance[] {
  return [
    ...(balance ? [
      ...figure('cash', 'AVAILCASH', balance.line, balance.AVAILCASH, asOf, tools),
      ...figure('other', 'MARGINBALANCE', balance.line, balance.MARGINBALANCE, asOf, tools),
      ...figure('other', 'SHORTBALANCE', balance.line, balance.SHORTBALANCE, asOf, tools),
      ...figure('other', 'BUYPOWER', balance.line, balance.BUYPOWER, asOf, tools),
      ...listed(balance.BALLIST, tools),
    ] : []),
    ...(plan ? [...figure('other', 'INV401KBAL', plan.line, plan.TOTAL, asOf, tools), ...listed(plan.BALLIST, tools)] : []),
  ]
}
