import type { LocalDate } from '#shared/dates.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { keptContracts, readContractChoices } from '#main/ledger/insights/contracts.ts'
import { insightRows, type InsightRow } from '#main/ledger/insights/rows.ts'
import { readInsightState } from '#main/ledger/insights/state.ts'
import { readPairs } from '#main/ledger/insights/transfers.ts'
import { chosenContracts, type KnownContract } from './choices.ts'
import type { Contract } from './contract.ts'
import { detectContracts } from './detect.ts'

/** Contracts as rows up to a day tell them, with their status and next date as of that day; without those a person has dismissed. */
export const contractsAsOf = (db: ReadableLedger, day: LocalDate): KnownContract[] => allContractsAsOf(db, day).filter(({ choice }) => choice !== 'dismissed')

/** The dismissed ones too. */
export const allContractsAsOf = (db: ReadableLedger, day: LocalDate): KnownContract[] => chosenContracts(foundAsOf(db, day), readContractChoices(db))

/** As the engine finds them. The background keeps those of today; for another day they are found anew. */
export function foundAsOf(db: ReadableLedger, day: LocalDate): readonly Contract[] {
  const state = readInsightState(db)
  // Only `keepContracts` writes these texts.
  return state.asOf === day ? keptContracts(db).map((body) => JSON.parse(body) as Contract) : found(db, day)
}

/** A report asks for the same day again and again, and its comparison for another one. */
const DAYS_MAX = 8
interface Remembered { readonly revision: string; readonly days: Map<LocalDate, readonly Contract[]> }
const remembered = new WeakMap<ReadableLedger, Remembered>()

function found(db: ReadableLedger, day: LocalDate): readonly Contract[] {
  const revision = db.revision()
  const known = remembered.get(db)
  const days = known?.revision === revision ? known.days : new Map<LocalDate, readonly Contract[]>()
  const before = days.get(day)
  if (before) return before
  const legs = new Set(readPairs(db).flatMap(({ outId, inId, state }) => (state === 'confirmed' ? [outId, inId] : [])))
  const contracts = detectContracts(allRows(db).filter(({ id, bookedOn }) => bookedOn <= day && !legs.has(id)), day)
  if (days.size >= DAYS_MAX) days.clear()
  remembered.set(db, { revision, days: days.set(day, contracts) })
  return contracts
}

const allRows = (db: ReadableLedger): InsightRow[] => insightRows(db, 0, Number.MAX_SAFE_INTEGER)
