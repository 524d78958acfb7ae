import type { LocalDate } from '#shared/dates.ts'
import type { AccountId, TransactionId } from '#shared/model.ts'
import type { ReadableLedger } from '../database.ts'
import type { Ref, StagedRows } from './rows.ts'
import { runsOf } from './runs.ts'
import { normalizeText } from './text.ts'

/** A row that an account already has, or gets from an earlier statement of the same import. */
export interface KnownRow {
  readonly ref: Ref
  readonly externalId: string
  readonly bookedOn: LocalDate
  readonly minor: number
  /** Payee and purpose, normalised; only where the row has no external id, because only then they are its identity. */
  readonly content: string
}

type LedgerRow = [id: TransactionId, externalId: string, bookedOn: LocalDate, minor: number, payee: string | null, purpose: string | null]

/** In the order they came in, which for a file that comes again is the order of the file. What the user has removed must not come back with it. */
const BOOKED = /* sql */ `
  SELECT id, external_id, booked_on, amount_minor, iif(external_id = '', raw_payee, NULL), iif(external_id = '', purpose, NULL)
    FROM txn NOT INDEXED
   WHERE id BETWEEN :first AND :last AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_pending = 0 AND is_adjusting = 0 ORDER BY id`
const PENDING = /* sql */ `
  SELECT id, external_id, booked_on, amount_minor, iif(external_id = '', raw_payee, NULL), iif(external_id = '', purpose, NULL)
    FROM txn INDEXED BY txn_pending
   WHERE is_pending = 1 AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_adjusting = 0 ORDER BY id`

/**
 * What an import into one account is held against. One ordered scan of its rows instead of a lookup per row; indexes are built only
 * when the first row does not follow the ledger's own order.
 */
export class KnownRows {
  readonly rows: KnownRow[]
  readonly #used = new Map<number, boolean[]>()
  #byIdentity: Map<string, number[]> | undefined
  #byExternalId: Map<string, number[]> | undefined
  #byAmount: Map<number, number[]> | undefined

  constructor(rows: KnownRow[]) {
    this.rows = rows
  }

  static ofAccount(db: ReadableLedger, accountId: AccountId | null, isPending: boolean): KnownRows {
    if (accountId === null) return new KnownRows([])
    if (isPending) return new KnownRows(db.tuples<LedgerRow>(PENDING).all({ accountId }).map(toKnown))
    return new KnownRows(runsOf(db, accountId).flatMap((run) => db.tuples<LedgerRow>(BOOKED).all({ accountId, ...run }).map(toKnown)))
  }

  /** A new row of this import, for the statements that follow; those that count together with its own (`user`) find it taken. */
  add(rows: StagedRows, row: number, user?: number): void {
    const entry = rows.entry(row)
    if (!entry) return
    const index = this.rows.push({
      ref: -(rows.offset + row), externalId: entry.externalId, bookedOn: entry.bookedOn, minor: rows.minor(row),
      content: entry.externalId === '' ? contentOf(entry.payee, entry.purpose) : '',
    }) - 1
    const known = this.rows[index]
    if (!known) return
    if (user !== undefined) this.use(index, user)
    if (this.#byIdentity) push(this.#byIdentity, identityOf(known), index)
    if (this.#byExternalId && known.externalId !== '') push(this.#byExternalId, known.externalId, index)
    if (this.#byAmount) push(this.#byAmount, known.minor, index)
  }

  /** Each known row answers for at most one row of those that count together. */
  use(index: number, user: number): void {
    const used = this.#used.get(user) ?? []
    used[index] = true
    this.#used.set(user, used)
  }

  isUsed(index: number, user: number): boolean {
    return this.#used.get(user)?.[index] === true
  }

  withIdentity(identity: string): readonly number[] {
    this.#byIdentity ??= group(this.rows, identityOf)
    return this.#byIdentity.get(identity) ?? NONE
  }

  withExternalId(externalId: string): readonly number[] {
    this.#byExternalId ??= group(this.rows, (row) => row.externalId)
    return this.#byExternalId.get(externalId) ?? NONE
  }

  withAmount(minor: number): readonly number[] {
    this.#byAmount ??= group(this.rows, (row) => row.minor)
    return this.#byAmount.get(minor) ?? NONE
  }
}

const NONE: readonly number[] = []

const toKnown = ([ref, externalId, bookedOn, minor, payee, purpose]: LedgerRow): KnownRow => ({
  ref, externalId, bookedOn, minor, content: externalId === '' ? contentOf(payee ?? '', purpose ?? '') : '',
})

export const contentOf = (payee: string, purpose: string): string => normalizeText(`${payee} ${purpose}`)

/** Account and occurrence are told by the context: one account at a time, one known row per row. */
export const identityOf = ({ externalId, bookedOn, minor, content }: Omit<KnownRow, 'ref'>): string => `${externalId}\n${bookedOn}\n${minor}\n${content}`

function group<K>(rows: readonly KnownRow[], keyOf: (row: KnownRow) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>()
  rows.forEach((row, index) => { push(groups, keyOf(row), index) })
  return groups
}

function push<K>(groups: Map<K, number[]>, key: K, index: number): void {
  const group = groups.get(key)
  if (group) group.push(index)
  else groups.set(key, [index])
}
