import type { BodyOf } from '#shared/reports/report.ts'
import { perYear } from '../contracts/occurrences.ts'
import { contractBook, contractPostings, isOutgoing, money, rowsOf, sumOf, unconverted, type BookedContract } from './contract-book.ts'
import { derived, figure, figureRows } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'

type Line = BodyOf<'contracts'>['contracts'][number]

/** R9: everything that comes back, what it costs, and what it cost in the period. */
export const contracts: ReportModule<'contracts'> = {
  name: 'contracts',
  run: (frame) => {
    const { contracts: all } = contractBook(frame)
    const paid = paidByContract(frame)
    const active = all.filter(({ status }) => status === 'active')
    const [out, back] = [active.filter(isOutgoing), active.filter((contract) => !isOutgoing(contract))]
    const monthly = ({ monthlyMinor }: BookedContract): number => monthlyMinor
    return {
      contracts: all.map((contract) => lineOf(contract, paid.get(contract.id)?.sum ?? 0)),
      monthlyOut: derived(sumOf(frame, out, monthly), frame.base),
      monthlyIn: derived(sumOf(frame, back, monthly), frame.base),
      yearlyOut: derived(sumOf(frame, out, ({ yearlyMinor }) => yearlyMinor), frame.base),
      unconverted: unconverted(frame, active.map(({ monthlyMinor, currency }) => [monthlyMinor, currency])),
    }
  },
  rows: (frame, key) => {
    const contract = contractBook(frame).contracts.find(({ id }) => key === `paid/${id}`)
    return contract && figureRows(paidByContract(frame).get(contract.id)?.rows ?? [], contract.currency)
  },
}

interface Paid { sum: number; readonly rows: (readonly [id: number, minor: number])[] }

/** What was paid on each contract in the period, in the currency of its account. */
function paidByContract(frame: Frame): Map<string, Paid> {
  const { ofRow } = contractBook(frame)
  const paid = new Map<string, Paid>()
  for (const { id, minor, account } of contractPostings(frame, frame.period)) {
    const contract = ofRow.get(id)
    if (contract?.currency !== account.currency) continue
    const its = paid.get(contract.id) ?? { sum: 0, rows: [] }
    paid.set(contract.id, its)
    its.sum += minor
    its.rows.push([id, minor])
  }
  return paid
}

function lineOf(contract: BookedContract, paid: number): Line {
  const { currency, rhythm, transactionIds } = contract
  const told = (value: number) => money(value, currency)
  return {
    id: contract.id, accountId: contract.account.id, counterparty: contract.counterparty, categoryId: contract.category, via: contract.via, frequency: rhythm, status: contract.status, currency,
    firstOn: contract.firstOn, lastOn: contract.lastOn, lastAmount: told(contract.lastMinor), averageAmount: told(contract.averageMinor),
    nextOn: contract.nextOn, nextAmount: contract.nextMinor === null ? null : told(contract.nextMinor), toleranceDays: contract.toleranceDays,
    isVariable: contract.isVariable, skipped: contract.skipped, monthly: told(contract.monthlyMinor), yearly: told(contract.yearlyMinor),
    priceChanges: contract.priceChanges.map(({ on, fromMinor, toMinor }) => ({ on, from: told(fromMinor), to: told(toMinor), yearly: told(yearlyEffect(contract, fromMinor, toMinor)) })),
    confidence: contract.confidence, transactions: rowsOf(transactionIds), paid: figure(paid, currency, `paid/${contract.id}`),
    cancelBy: contract.cancelBy, remindDays: contract.remindDays,
  }
}

/** R14: what a new price comes to in a year. */
export const yearlyEffect = ({ rhythm }: Pick<BookedContract, 'rhythm'>, fromMinor: number, toMinor: number): number => (toMinor - fromMinor) * perYear(rhythm)
