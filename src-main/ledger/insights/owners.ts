import { holderNames } from '../categories/payments.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { readInsightState } from './state.ts'

/**
 * The people whose ledger it is: as a file that began it named them, as banks name the holders of accounts, and as their own
 * transfers name them. What transfers tell is told anew each time; it never takes away what somebody has said.
 */
export const ownerNames = (db: ReadableLedger): string[] => [...new Set([...toldOwners(db), ...holderNames(db), ...readInsightState(db).names])]

function toldOwners(db: ReadableLedger): string[] {
  const text = db.column<string>(`SELECT value FROM setting WHERE key = 'owners'`).get()
  return text === undefined ? [] : JSON.parse(text) as string[]
}

/** From a file. Call inside `transact`. */
export function tellOwners(db: WritableLedger, names: readonly string[]): void {
  db.command(`INSERT INTO setting (key, value) VALUES ('owners', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run([JSON.stringify(names)])
}
