import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import { toMinor } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'
import { statementsOf, type StagedFile, type StagedImport } from './staged.ts'

/**
 * What all amounts of a ledger may come to, whatever their signs and currencies: half of what a safe integer holds, so that
 * every balance, every sum and the difference of two is exact. In euros forty-five trillion.
 */
const TOTAL_MAX = Number.MAX_SAFE_INTEGER / 2

export const UNCOUNTABLE: AppError = { kind: 'malformed', reason: 'sums_too_large', line: null }

/** `total` and not `sum`: near enough for a bound, and it never overflows. Openings follow from the balances that banks state. */
const TOTAL = /* sql */ `
  SELECT (SELECT total(abs(amount_minor)) FROM txn INDEXED BY txn_by_day WHERE deleted_at IS NULL)
       + (SELECT total(largest) FROM (SELECT max(abs(amount_minor)) AS largest FROM balance_snapshot GROUP BY account_id))`

const totalOf = (db: ReadableLedger): number => db.column<number>(TOTAL).get() ?? 0

/** After an import is stored; whoever finds it false takes everything back. */
export const isLedgerCountable = (db: ReadableLedger): boolean => totalOf(db) <= TOTAL_MAX

/** Whether the ledger could hold all of it, duplicates too: nobody has half so much money. */
export const isImportCountable = (db: ReadableLedger, { files }: StagedImport): boolean => files.reduce((sum, file) => sum + totalOfFile(file), totalOf(db)) <= TOTAL_MAX

/**
 * One file after the other while the ledger can hold them; what it cannot is refused with a sentence, and its siblings come
 * in. What a bank connection fetched has no siblings and nobody who looks: there it is the whole import that fails.
 */
export function refuseUncountable(db: ReadableLedger, files: readonly StagedFile[]): StagedFile[] {
  let total = totalOf(db)
  return files.map((file) => {
    const more = totalOfFile(file)
    if (total + more > TOTAL_MAX && file.source === null) throw new AppFailure(UNCOUNTABLE)
    if (total + more > TOTAL_MAX) return { ...file, error: UNCOUNTABLE, source: null, statements: [] }
    total += more
    return file
  })
}

function totalOfFile(file: StagedFile): number {
  let total = 0
  for (const { statement: { balances }, target, rows } of statementsOf({ files: [file] })) {
    total += rows.total
    total += balances.reduce((largest, { amount }) => Math.max(largest, Math.abs(toMinor(amount, target.currency) ?? 0)), 0)
  }
  return total
}
