import type { KnownContract as ShownContract } from '#shared/contracts.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { insightEndpoints } from '#shared/ipc/insight-endpoints.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import { currency as toCurrency, minor, type Money } from '#shared/money.ts'
import type { KnownContract } from '#main/insights/contracts/choices.ts'
import { mergeContracts, placeRows, sayOfContracts, unmergeContract } from '#main/insights/contracts/decide.ts'
import { allContractsAsOf } from '#main/insights/contracts/known.ts'
import { yearlyEffect } from '#main/insights/reports/contracts.ts'
import { transact, type LedgerConnection, type ReadableLedger } from '#main/ledger/database.ts'
import { confirmTransfers, pairRows, rejectTransfers, restoreTransfers, setPairing, unpairRow } from '#main/ledger/insights/decide.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { WriteContext } from './write-context.ts'

type InsightChannel = Exclude<keyof typeof insightEndpoints, 'transfers.list' | 'contracts.list'>

/** What a person says of transfers and contracts; every word is one step of the history. */
export const insightUseCases: { readonly [C in InsightChannel]: (context: WriteContext, input: Parsed<C>) => Output<C> } = {
  'transfers.confirm': (context, { pairs }) => pairing(context, (db) => confirmTransfers(db, pairs, context.clock.now())),
  'transfers.reject': (context, { pairs }) => pairing(context, (db) => rejectTransfers(db, pairs, context.clock.now())),
  'transfers.restore': (context, { pairs }) => pairing(context, (db) => restoreTransfers(db, pairs, context.clock.now())),
  'transfers.pair': (context, { ids }) => pairing(context, (db) => pairRows(db, ids, context.clock.now())),
  'transfers.unpair': (context, { id }) => pairing(context, (db) => unpairRow(db, id, context.clock.now())),
  'transfers.setPairing': ({ db, clock, changed }, { mode }) => {
    transact(db, () => setPairing(db, mode, clock.now()))
    changed('insights', 'history')
    return { mode }
  },
  'contracts.confirm': (context, { ids }) => telling(context, (db, today) => { sayOfContracts(db, ids, { state: 'confirmed' }, today, context.clock.now()) }),
  'contracts.dismiss': (context, { ids }) => telling(context, (db, today) => { sayOfContracts(db, ids, { state: 'dismissed' }, today, context.clock.now()) }),
  'contracts.restore': (context, { ids }) => telling(context, (db, today) => { sayOfContracts(db, ids, { state: 'found' }, today, context.clock.now()) }),
  'contracts.merge': (context, input) => telling(context, (db, today) => { mergeContracts(db, input, today, context.clock.now()) }),
  'contracts.unmerge': (context, { id }) => telling(context, (db, today) => { unmergeContract(db, id, today, context.clock.now()) }),
  'contracts.rename': (context, { id, name }) => telling(context, (db, today) => { sayOfContracts(db, [id], { name }, today, context.clock.now()) }),
  'contracts.place': (context, input) => telling(context, (db, today) => { placeRows(db, input, today, context.clock.now()) }),
  'contracts.remind': (context, { id, cancelBy, remindDays }) => telling(context, (db, today) => { sayOfContracts(db, [id], { cancelBy, remindDays }, today, context.clock.now()) }),
}

function pairing({ db, changed }: WriteContext, decide: (db: LedgerConnection) => number): { changed: number } {
  const count = transact(db, () => decide(db))
  if (count > 0) changed('transactions', 'insights', 'history')
  return { changed: count }
}

function telling({ db, clock, changed }: WriteContext, say: (db: LedgerConnection, today: LocalDate) => void): Output<'contracts.list'> {
  transact(db, () => { say(db, clock.today()) })
  changed('insights', 'history')
  return listContracts(db, {}, clock)
}

export function listContracts(db: ReadableLedger, { asOf }: Parsed<'contracts.list'>, clock: Clock): Output<'contracts.list'> {
  const day = asOf ?? clock.today()
  const known = allContractsAsOf(db, day)
  const purposes = tellingApart(db, known)
  return { asOf: day, contracts: known.map((contract) => ({ ...toShown(contract), purpose: purposes.get(contract) ?? '' })) }
}

const PURPOSES = /* sql */ `SELECT id, purpose FROM txn WHERE id IN (SELECT value FROM json_each(?))`

/** Two contracts with one insurer look alike but for what their payments say. */
function tellingApart(db: ReadableLedger, contracts: readonly KnownContract[]): Map<KnownContract, string> {
  const byName = Map.groupBy(contracts, ({ counterparty }) => counterparty.toLowerCase())
  const namesakes = [...byName.values()].filter((group) => group.length > 1)
  if (namesakes.length === 0) return new Map()
  const lastRow = ({ transactionIds }: KnownContract): number => transactionIds.at(-1) ?? 0
  const purposeOf = new Map(db.tuples<readonly [number, string]>(PURPOSES).all([JSON.stringify(namesakes.flat().map(lastRow))]))
  return new Map(namesakes.map((group) => group.map((contract) => [contract, purposeOf.get(lastRow(contract)) ?? ''] as const))
    .filter((told) => new Set(told.map(([, purpose]) => purpose)).size > 1).flat())
}

function toShown({ id, accountId, currency: code, counterparty, ownName, category, via, rhythm, status, lastMinor, averageMinor, nextMinor, monthlyMinor, yearlyMinor, priceChanges, transactionIds, ...rest }: KnownContract): Omit<ShownContract, 'purpose'> {
  const currency = toCurrency(code)
  const money = (value: number): Money => ({ minor: minor(value), currency })
  const { firstOn, lastOn, nextOn, toleranceDays, isVariable, skipped, confidence, choice, cancelBy, remindDays, mergedIds } = rest
  return {
    id, accountId: accountId as AccountId, counterparty, ownName, categoryId: category, via, frequency: rhythm, status, currency, firstOn, lastOn,
    lastAmount: money(lastMinor), averageAmount: money(averageMinor), nextOn, nextAmount: nextMinor === null ? null : money(nextMinor), toleranceDays, isVariable, skipped,
    monthly: money(monthlyMinor), yearly: money(yearlyMinor),
    priceChanges: priceChanges.map(({ on, fromMinor, toMinor }) => ({ on, from: money(fromMinor), to: money(toMinor), yearly: money(yearlyEffect({ rhythm }, fromMinor, toMinor)) })),
    confidence, transactions: transactionIds.map((row) => row as TransactionId), choice, cancelBy, remindDays, mergedIds: [...mergedIds],
  }
}
