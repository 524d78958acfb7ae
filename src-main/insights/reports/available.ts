import { addDays, toDayNumber } from '#shared/dates.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { beatOf } from '../contracts/occurrences.ts'
import { contractBook, expected, isOutgoing, stillDue, sumOf, unconverted, worthOf, type BookedContract } from './contract-book.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import { share } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { monthAround } from './months.ts'
import { PAY_DAYS_MAX, paceOf, paceRows, type Cycle } from './pace.ts'
import { postings, type Posting } from './postings.ts'

const PARTS = ['income', 'contractsPaid', 'savingPaid', 'otherSpending'] as const
type Part = (typeof PARTS)[number]

/** R11: what is left until the next salary, once all that is agreed has been paid. */
export const available: ReportModule<'available'> = {
  name: 'available',
  run: (frame) => {
    const { base, asOf } = frame
    const current = cycleOf(frame)
    const { cycle, pay } = current
    const due = stillDue(frame, contractBook(frame).contracts.filter(isOutgoing), cycle.to)
    const told = due.filter(({ contract: { flow } }) => flow === 'spending' || flow === 'saving')
    const owed = (flow: 'spending' | 'saving'): number => due.reduce((sum, { contract, minor }) => sum - (contract.flow === flow ? worthOf(frame, minor, contract.currency) ?? 0 : 0), 0)
    const paid = partsOf(frame, cycle)
    const [contractsDue, savingDue] = [owed('spending'), owed('saving')]
    const left = paid.income - paid.contractsPaid - contractsDue - paid.savingPaid - savingDue - paid.otherSpending
    const remainingDays = toDayNumber(cycle.to) - toDayNumber(asOf) + 1
    const part = (name: Part) => figure(paid[name], base, name)
    return {
      cycle, until: pay === undefined ? 'month' : 'salary', remainingDays,
      income: part('income'), contractsPaid: part('contractsPaid'), savingPaid: part('savingPaid'), otherSpending: part('otherSpending'),
      contractsDue: derived(contractsDue, base), savingDue: derived(savingDue, base),
      available: derived(left, base), perDay: derived(roundedShare(left, remainingDays), base),
      due: told.map(expected),
      unconverted: unconverted(frame, told.map(({ contract, minor }) => [minor, contract.currency])),
      pace: paceOf(frame, current),
    }
  },
  rows: (frame, key) => {
    const part = PARTS.find((one) => one === key)
    if (part === undefined) return paceRows(frame, cycleOf(frame).cycle, key)
    const { ofRow } = contractBook(frame)
    return figureRows(paidIn(frame, cycleOf(frame).cycle).map((posting) => [posting.id, shareOf(part, posting, ofRow.has(posting.id))] as const).filter(([, minor]) => minor !== 0), frame.base)
  },
}

/** What is paid regularly for work; a pension or benefits where there is no work. */
const PAY = ['income.salary', 'income.pension', 'income.benefits']

/** From the last salary to the day before the next one; a late one is awaited. Without a salary: the month. */
function cycleOf(frame: Frame): Cycle {
  const { asOf, request } = frame
  const regular = contractBook(frame).contracts.filter((contract) => contract.status === 'active' && !isOutgoing(contract) && beatOf(contract.rhythm).days <= PAY_DAYS_MAX)
  const pay = PAY.map((category) => largest(frame, regular.filter((contract) => contract.category === category))).find((one) => one !== undefined)
  if (pay?.nextOn == null) return { cycle: monthAround(asOf, request.monthStart), pay: undefined }
  return { cycle: { from: pay.lastOn, to: pay.nextOn > asOf ? addDays(pay.nextOn, -1) : asOf }, pay }
}

const largest = (frame: Frame, contracts: readonly BookedContract[]): BookedContract | undefined =>
  contracts.toSorted((left, right) => sumOf(frame, [right], ({ monthlyMinor }) => monthlyMinor) - sumOf(frame, [left], ({ monthlyMinor }) => monthlyMinor))[0]

const paidIn = (frame: Frame, { from }: DayRange): Posting[] => postings(frame, { from, to: frame.asOf })

function shareOf(part: Part, { categoryId, baseMinor }: Posting, isOnContract: boolean): number {
  const minor = baseMinor ?? 0
  switch (part) {
    case 'income':
      return share('income', categoryId, minor)
    case 'savingPaid':
      return share('saving', categoryId, minor)
    case 'contractsPaid':
      return isOnContract ? share('spending', categoryId, minor) : 0
    case 'otherSpending':
      return isOnContract ? 0 : share('spending', categoryId, minor)
  }
}

function partsOf(frame: Frame, cycle: DayRange): Record<Part, number> {
  const { ofRow } = contractBook(frame)
  const sums = { income: 0, contractsPaid: 0, savingPaid: 0, otherSpending: 0 }
  for (const posting of paidIn(frame, cycle)) for (const part of PARTS) sums[part] += shareOf(part, posting, ofRow.has(posting.id))
  return sums
}
