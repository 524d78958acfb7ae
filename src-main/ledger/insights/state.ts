import type { LocalDate } from '#shared/dates.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** How far transfers and contracts have kept up with the rows. */
export interface InsightState {
  /** Counts whatever they follow from. */
  readonly changes: number
  /** What `changes` was when they were last made anew. */
  readonly done: number
  /** The day as of which the contracts are told; null before the first time. */
  readonly asOf: LocalDate | null
  /** The people whose ledger it is, as their own transfers name them. */
  readonly names: readonly string[]
}

interface Row extends Omit<InsightState, 'names'> { readonly names: string }

export function readInsightState(db: ReadableLedger): InsightState {
  const row = db.query<Row>('SELECT changes, done, as_of AS asOf, names FROM insight_state').get()
  return row ? { ...row, names: JSON.parse(row.names) as string[] } : { changes: 1, done: 0, asOf: null, names: [] }
}

/** Something happened that transfers or contracts may follow from. Call inside `transact`. */
export function markChanged(db: WritableLedger): void {
  db.command('UPDATE insight_state SET changes = changes + 1').run()
}

/** They are as of this day what follows from everything up to `done`. */
export function markDone(db: WritableLedger, { done, asOf }: { readonly done: number; readonly asOf: LocalDate }): void {
  db.command('UPDATE insight_state SET done = ?, as_of = ?').run([done, asOf])
}

export function writeNames(db: WritableLedger, names: readonly string[]): void {
  db.command('UPDATE insight_state SET names = ?').run([JSON.stringify(names)])
}

/** Whether automatic pairs count at once, wait for a person, or are not looked for at all. */
export type PairingMode = 'confirm' | 'propose' | 'off'

export const readPairing = (db: ReadableLedger): PairingMode => db.column<PairingMode>(`SELECT value FROM setting WHERE key = 'transfer_pairing'`).get() ?? 'confirm'

export function writePairing(db: WritableLedger, mode: PairingMode): void {
  db.command(`INSERT INTO setting (key, value) VALUES ('transfer_pairing', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run([mode])
  markChanged(db)
}
