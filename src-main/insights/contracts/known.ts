import type { LocalDate } from '#shared/dates.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { readPartWords } from '#main/ledger/insights/contract-parts.ts'
import { keptContracts, readContractChoices } from '#main/ledger/insights/contracts.ts'
import { insightRowCount, insightRowsIn, insightRowsOf, livingRowsOf, monthsWithRows, type InsightRow, type LivingRow } from '#main/ledger/insights/rows.ts'
import { readInsightState } from '#main/ledger/insights/state.ts'
import { readPairs } from '#main/ledger/insights/transfers.ts'
import { Memory } from '../reports/memory.ts'
import { RowMemory } from '../row-memory.ts'
import { chosenContracts, type KnownContract } from './choices.ts'
import type { Contract } from './contract.ts'
import { detectContracts, retold } from './detect.ts'
import { areSame, KnownGroups } from './known-groups.ts'
import { withParts } from './parts.ts'

/** Contracts as rows up to a day tell them, with their status and next date as of that day; without those a person has dismissed. */
export const contractsAsOf = (db: ReadableLedger, day: LocalDate): KnownContract[] => allContractsAsOf(db, day).filter(({ choice }) => choice !== 'dismissed')

/** The dismissed ones too. */
export const allContractsAsOf = (db: ReadableLedger, day: LocalDate): KnownContract[] => chosenContracts(foundAsOf(db, day), readContractChoices(db))

/**
 * So many rows are looked through anew within half a second. In a larger ledger another day is told from the series that the
 * background has found: a report must not take seconds.
 */
const ROWS_ANEW_MAX = 10_000

/** As the engine finds them. The background keeps those of today; those of another day are found anew, or told from today's. */
export function foundAsOf(db: ReadableLedger, day: LocalDate): readonly Contract[] {
  const { asOf } = readInsightState(db)
  if (asOf === day) return keptOf(db)
  return anew.of(db).recall(day, () => (asOf === null || insightRowCount(db) <= ROWS_ANEW_MAX ? foundAnew(db, day) : retoldAsOf(db, day)))
}

const CONTRACTS_MAX = 5_000
const kept = new Memory<Contract>(CONTRACTS_MAX)
/** A report asks for the same day again and again, and its comparison for another one. */
const anew = new Memory<Contract>(CONTRACTS_MAX)
const DAYS_MAX = 12
const ROWS_MAX = 20_000
const living = new RowMemory<LivingRow>(ROWS_MAX)
const rowsKept = new RowMemory<InsightRow>(ROWS_MAX)

/** As they were found last. Those that have lost a row since then are left out until they are found anew. */
const keptOf = (db: ReadableLedger): readonly Contract[] => kept.of(db).recall('', () => {
  const contracts = parsed(db)
  const rowOf = living.recall(db, '', rowsIn(contracts), (ids) => livingRowsOf(db, ids))
  return contracts.filter(({ transactionIds }) => transactionIds.every((id) => rowOf(id) !== undefined))
}, ['contracts', 'lives'])

const rowsIn = (contracts: readonly Contract[]): number[] => contracts.flatMap(({ transactionIds }) => transactionIds)

const byText = new WeakMap<ReadableLedger, ReadonlyMap<string, Contract>>()

/** Most are what they were when they are found anew, and stay the same object. Only `keepContracts` writes these texts. */
function parsed(db: ReadableLedger): Contract[] {
  const known = byText.get(db)
  const texts = keptContracts(db)
  const contracts = new Map(texts.map((text) => [text, known?.get(text) ?? JSON.parse(text) as Contract]))
  byText.set(db, contracts)
  return [...contracts.values()]
}

/** A little more than may be looked through anew: pending rows are counted among those. */
const MONTHLY_MAX = 12_000
const monthly = new Memory<InsightRow>(MONTHLY_MAX)
const groups = new Memory<KnownGroups>(DAYS_MAX)

/** In the order of their ids, as the background reads them. */
function rowsOf(db: ReadableLedger): InsightRow[] {
  const known = monthly.of(db)
  return monthsWithRows(db).flatMap((month) => known.recall(month.from, () => insightRowsIn(db, month), month)).sort((left, right) => left.id - right.id)
}

function foundAnew(db: ReadableLedger, day: LocalDate): Contract[] {
  const legs = new Set(readPairs(db).flatMap(({ outId, inId, state }) => (state === 'confirmed' ? [outId, inId] : [])))
  const [known] = groups.of(db).recall(day, () => [new KnownGroups()], [])
  const words = readPartWords(db)
  const rows = rowsOf(db).filter(({ id, bookedOn }) => bookedOn <= day && !legs.has(id))
  return withParts(detectContracts(rows.filter(({ id }) => !words.has(id)), day, known), words, rows, day)
}

/** A series that had ended by today and was too short by that day to be seen may be told too late or not at all. */
export function retoldAsOf(db: ReadableLedger, day: LocalDate): Contract[] {
  const contracts = keptOf(db)
  const rowOf = rowsKept.recall(db, '', rowsIn(contracts), (missing) => insightRowsOf(db, missing))
  return contracts.flatMap((contract) => retoldOnce(contract, contract.transactionIds.flatMap((id) => rowOf(id) ?? []), day) ?? [])
}

interface Retold { readonly rows: readonly InsightRow[]; readonly contract: Contract | undefined }
const RETOLD_MAX = 8
const retoldBy = new WeakMap<Contract, Map<LocalDate, Retold>>()

/** The same contract with the very same rows is told the same: a change touches few of them. */
function retoldOnce(contract: Contract, rows: readonly InsightRow[], day: LocalDate): Contract | undefined {
  const days = retoldBy.get(contract) ?? new Map<LocalDate, Retold>()
  retoldBy.set(contract, days)
  const known = days.get(day)
  if (known && areSame(rows, known.rows)) return known.contract
  if (days.size >= RETOLD_MAX) days.clear()
  const told = { rows, contract: retold(contract, rows, day) }
  days.set(day, told)
  return told.contract
}
