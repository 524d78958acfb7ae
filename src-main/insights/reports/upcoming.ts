import { addDays, type LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { contractBook, expected, isGoingOn, isMissing, stillDue, unconverted, worthOf, type BookedContract } from './contract-book.ts'
import { derived } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'

type Row = BodyOf<'upcoming'>['rows'][number]

const DAYS = 30

/** R13: what is to come in the next thirty days, what did not come, and by when a contract can be given notice. */
export const upcoming: ReportModule<'upcoming'> = {
  name: 'upcoming',
  run: (frame) => {
    const through = addDays(frame.asOf, DAYS)
    const contracts = contractBook(frame).contracts.filter(isGoingOn)
    const due = stillDue(frame, contracts, through)
    const flowing = (isOut: boolean): number => due.reduce((sum, { contract, minor }) => sum + (minor < 0 === isOut ? worthOf(frame, minor, contract.currency) ?? 0 : 0), 0)
    const rows = [
      ...due.map((one): Row => ({ ...expected(one), kind: 'payment', state: 'due', toleranceDays: one.contract.toleranceDays })),
      ...contracts.filter((contract) => isMissing(frame, contract)).map(missed),
      ...contracts.flatMap((contract) => notices(frame, contract, through)),
    ]
    return {
      rows: rows.sort((left, right) => (left.on === right.on ? left.amount.minor - right.amount.minor : left.on < right.on ? -1 : 1)),
      dueOut: derived(flowing(true), frame.base), dueIn: derived(flowing(false), frame.base),
      unconverted: unconverted(frame, due.map(({ contract, minor }) => [minor, contract.currency])),
    }
  },
  rows: () => undefined,
}

/** Skipped once: nothing ends by it. */
function missed(contract: BookedContract): Row {
  return { ...expected({ on: contract.nextOn ?? contract.lastOn, contract, minor: contract.nextMinor ?? 0 }), kind: 'payment', state: 'overdue', toleranceDays: contract.toleranceDays }
}

/** The day to give notice by, and the one to be reminded on. */
function notices({ asOf }: Frame, contract: BookedContract, through: LocalDate): Row[] {
  const { cancelBy, remindDays, nextMinor } = contract
  if (cancelBy === null || cancelBy < asOf) return []
  const remindOn = remindDays === null || remindDays === 0 ? null : addDays(cancelBy, -remindDays)
  const told = (on: LocalDate, kind: 'cancel-by' | 'reminder'): Row => ({ ...expected({ on, contract, minor: nextMinor ?? 0 }), kind, state: 'due', toleranceDays: 0 })
  return [
    ...(remindOn !== null && remindOn >= asOf && remindOn <= through ? [told(remindOn, 'reminder')] : []),
    // Once the reminder is due, the day itself is told, however far off.
    ...(cancelBy <= through || (remindOn !== null && remindOn <= asOf) ? [told(cancelBy, 'cancel-by')] : []),
  ]
}
