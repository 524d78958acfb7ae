import { addDays, addMonths, type LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { beatOf, endedOn } from '../contracts/occurrences.ts'
import { contractBook, isMissing, money, rowsOf, type BookedContract } from './contract-book.ts'
import { yearlyEffect } from './contracts.ts'
import { percent } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { singleChanges } from './single-changes.ts'

export type Change = BodyOf<'changes'>['changes'][number]

/** R14: prices, contracts that began or ended, payments that are missing, came twice or are large and new. */
export const changes: ReportModule<'changes'> = {
  name: 'changes',
  run: (frame) => {
    const { contracts } = contractBook(frame)
    const all = [...contracts.flatMap((contract) => ofContract(frame, contract)), ...singleChanges(frame)]
    return { changes: all.sort((left, right) => (left.on === right.on ? Math.abs(right.after?.minor ?? 0) - Math.abs(left.after?.minor ?? 0) : left.on < right.on ? 1 : -1)) }
  },
  rows: () => undefined,
}

function ofContract(frame: Frame, contract: BookedContract): Change[] {
  const isWithin = (on: LocalDate): boolean => on >= frame.period.from && on <= frame.period.to
  return [
    ...contract.priceChanges.filter(({ on }) => isWithin(on)).map((change) => priced(contract, change)),
    ...(isWithin(contract.firstOn) && isNews(contract) ? [begun(contract)] : []),
    ...(contract.status === 'ended' && isWithin(endedOn(contract)) ? [ended(contract)] : []),
    ...(isMissing(frame, contract) ? [missing(contract)] : []),
  ]
}

const about = ({ id, counterparty, account }: BookedContract) => ({ contractId: id, counterparty, accountId: account.id })

function priced(contract: BookedContract, { on, fromMinor, toMinor }: BookedContract['priceChanges'][number]): Change {
  const { currency } = contract
  return {
    ...about(contract), kind: 'price', on, before: money(fromMinor, currency), after: money(toMinor, currency),
    percent: percent(Math.abs(toMinor) - Math.abs(fromMinor), Math.abs(fromMinor)), yearly: money(yearlyEffect(contract, fromMinor, toMinor), currency), transactions: [],
  }
}

/** Where the account was known for longer than a payment takes to come back: else the contract may have been there before. */
function isNews({ account, firstOn, rhythm, toleranceDays }: BookedContract): boolean {
  const since = account.coverage[0]?.from
  if (since === undefined) return false
  const { months, days } = beatOf(rhythm)
  return addDays(months > 0 ? addMonths(firstOn, -months) : addDays(firstOn, -Math.ceil(days)), -toleranceDays) >= since
}

const begun = (contract: BookedContract): Change => ({
  ...about(contract), kind: 'new', on: contract.firstOn, before: null, after: money(contract.lastMinor, contract.currency), percent: null, yearly: money(contract.yearlyMinor, contract.currency),
  transactions: rowsOf(contract.transactionIds.slice(0, 1)),
})

/** What is no longer paid is gained. */
const ended = (contract: BookedContract): Change => ({
  ...about(contract), kind: 'ended', on: endedOn(contract), before: money(contract.lastMinor, contract.currency), after: null, percent: null, yearly: money(-contract.yearlyMinor, contract.currency),
  transactions: rowsOf(contract.transactionIds.slice(-1)),
})

const missing = (contract: BookedContract): Change => ({
  ...about(contract), kind: 'missing', on: contract.nextOn ?? contract.lastOn, before: contract.nextMinor === null ? null : money(contract.nextMinor, contract.currency), after: null, percent: null, yearly: null, transactions: [],
})
