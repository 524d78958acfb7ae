import type { LocalDate } from '#shared/dates.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

/** What a person has said of a contract. Kept under one of its rows, and by what kind it is for when that row is gone. */
export interface ContractChoice {
  readonly anchorId: number
  readonly merchantKey: string
  readonly currency: string
  readonly direction: 'in' | 'out'
  readonly rhythm: string
  readonly state: 'found' | 'confirmed' | 'dismissed'
  /** The person's own name for it. */
  readonly name: string | null
  /** The anchor of the contract that it is part of. */
  readonly mergedInto: number | null
  readonly cancelBy: LocalDate | null
  readonly remindDays: number | null
}

/** Null: nothing any more. */
export type ContractChange = readonly [anchorId: number, choice: ContractChoice | null]

const CHOICES = /* sql */ `
  SELECT anchor_id AS anchorId, merchant_key AS merchantKey, currency, direction, rhythm, state, name, merged_into AS mergedInto, cancel_by AS cancelBy, remind_days AS remindDays
    FROM contract_choice ORDER BY anchor_id`

export const readContractChoices = (db: ReadableLedger): ContractChoice[] => db.query<ContractChoice>(CHOICES).all()

const WRITE = /* sql */ `
  INSERT OR REPLACE INTO contract_choice (anchor_id, merchant_key, currency, direction, rhythm, state, name, merged_into, cancel_by, remind_days)
  VALUES (:anchorId, :merchantKey, :currency, :direction, :rhythm, :state, :name, :mergedInto, :cancelBy, :remindDays)`

export function writeContractChoices(db: WritableLedger, changes: readonly ContractChange[]): void {
  for (const [anchorId, choice] of changes) {
    if (choice === null) db.command('DELETE FROM contract_choice WHERE anchor_id = ?').run([anchorId])
    else db.command(WRITE).run({ ...choice })
  }
}

/** A contract as it was found: its text, and its rows. */
export interface KeptContract { readonly id: string; readonly body: string; readonly rows: readonly number[] }

/** All of them, in order. */
export function keepContracts(db: WritableLedger, contracts: readonly KeptContract[]): void {
  db.command('DELETE FROM contract').run()
  db.command('DELETE FROM contract_row').run()
  const add = db.command('INSERT INTO contract (position, id, body) VALUES (?, ?, ?)')
  const addRow = db.command('INSERT OR REPLACE INTO contract_row (txn_id, contract_id) VALUES (?, ?)')
  for (const [position, { id, body, rows }] of contracts.entries()) {
    add.run([position, id, body])
    for (const row of rows) addRow.run([row, id])
  }
}

/** The texts, in order, exactly as they were written. */
export const keptContracts = (db: ReadableLedger): string[] => db.column<string>('SELECT body FROM contract ORDER BY position').all()
