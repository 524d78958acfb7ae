import { firstLedger } from './0001-first-ledger.ts'
import type { Migration } from './migration.ts'

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [firstLedger]

export const SCHEMA_VERSION = MIGRATIONS.length
