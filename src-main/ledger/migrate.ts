import { AppFailure } from '#shared/failure.ts'
import { assert } from '#shared/result.ts'
import { transact, type LedgerConnection } from './database.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'

/** "KNTR": tells a ledger from any other SQLite file before anything is done to it. */
export const APPLICATION_ID = 0x4b4e5452

/** The schema's version of a file that is known to be a ledger; 0 for one that is still empty. */
export function schemaVersion(db: LedgerConnection): number {
  const version = db.pragma('user_version')
  assert(typeof version === 'number', 'user_version is a number')
  return version
}

/** Refuses a ledger from a newer Kontor, before anything has touched it. */
export function refuseNewer(db: LedgerConnection, migrations: readonly Migration[] = MIGRATIONS): void {
  if (schemaVersion(db) > migrations.length) throw new AppFailure({ kind: 'too_new' })
}

/** Brings an older schema up to date in one transaction: a crash in between leaves the old one. */
export function migrate(db: LedgerConnection, migrations: readonly Migration[] = MIGRATIONS): void {
  const from = schemaVersion(db)
  if (from >= migrations.length) return
  transact(db, () => {
    for (const { version, sql } of migrations.slice(from)) {
      db.exec(sql)
      db.exec(`PRAGMA user_version = ${version}`)
    }
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  })
}
