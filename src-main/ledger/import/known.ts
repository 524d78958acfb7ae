import type { AccountId } from '#shared/model.ts'
import type { StatementEntry } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import type { Ref, StagedRows } from './rows.ts'
import { runsOf } from './runs.ts'
import { contentOf, refOf, rowOf, tells, TOLD_ROW, type KnownRow } from './told-row.ts'

/** In the order they came in, which for a file that comes again is the order of the file. What the user has removed must not come back with it. */
const BOOKED = /* sql */ `
  SELECT ${TOLD_ROW} FROM txn NOT INDEXED
   WHERE id BETWEEN :first AND :last AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_pending = 0 AND is_adjusting = 0 ORDER BY id`
const PENDING = /* sql */ `
  SELECT ${TOLD_ROW} FROM txn INDEXED BY txn_pending
   WHERE is_pending = 1 AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_adjusting = 0 ORDER BY id`

/**
 * What an import into one account is held against. One ordered scan of its rows instead of a lookup per row; rows and indexes
 * are made of what it says only when the first row does not follow the ledger's own order.
 */
export class KnownRows {
  readonly #told: readonly string[]
  /** New rows of this import; their places follow on those of the ledger. */
  readonly #added: KnownRow[] = []
  readonly #used = new Map<number, boolean[]>()
  #byIdentity: Map<string, number[]> | undefined
  #byExternalId: Map<string, number[]> | undefined
  #byAmount: Map<number, number[]> | undefined

  private constructor(told: readonly string[]) {
    this.#told = told
  }

  static ofAccount(db: ReadableLedger, accountId: AccountId | null, isPending: boolean): KnownRows {
    if (accountId === null) return new KnownRows([])
    if (isPending) return new KnownRows(db.column<string>(PENDING).all({ accountId }))
    return new KnownRows(runsOf(db, accountId).flatMap((run) => db.column<string>(BOOKED).all({ accountId, ...run })))
  }

  get size(): number {
    return this.#told.length + this.#added.length
  }

  row(index: number): KnownRow | undefined {
    const told = this.#told[index]
    return told === undefined ? this.#added[index - this.#told.length] : rowOf(told)
  }

  ref(index: number): Ref {
    const told = this.#told[index]
    return told === undefined ? this.#added[index - this.#told.length]?.ref ?? 0 : refOf(told)
  }

  /** Whether the row of that place is the entry, by what identifies both. */
  is(index: number, entry: StatementEntry, minor: number): boolean {
    const told = this.#told[index]
    if (told !== undefined) return tells(told, entry, minor)
    const known = this.#added[index - this.#told.length]
    return known !== undefined && known.externalId === entry.externalId && known.minor === minor && known.bookedOn === entry.bookedOn
      && (entry.externalId !== '' || known.content === contentOf(entry.payee, entry.purpose))
  }

  /** A new row of this import, for the statements that follow; those that count together with its own (`user`) find it taken. */
  add(rows: StagedRows, row: number, user?: number): void {
    const entry = rows.entry(row)
    if (!entry) return
    const index = this.size
    const known: KnownRow = {
      ref: -(rows.offset + row), externalId: entry.externalId, bookedOn: entry.bookedOn, minor: rows.minor(row),
      content: entry.externalId === '' ? contentOf(entry.payee, entry.purpose) : '',
    }
    this.#added.push(known)
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
    this.#byIdentity ??= this.#group(identityOf)
    return this.#byIdentity.get(identity) ?? NONE
  }

  withExternalId(externalId: string): readonly number[] {
    this.#byExternalId ??= this.#group((row) => row.externalId)
    return this.#byExternalId.get(externalId) ?? NONE
  }

  withAmount(minor: number): readonly number[] {
    this.#byAmount ??= this.#group((row) => row.minor)
    return this.#byAmount.get(minor) ?? NONE
  }

  #group<K>(keyOf: (row: KnownRow) => K): Map<K, number[]> {
    const groups = new Map<K, number[]>()
    for (let index = 0; index < this.size; index += 1) {
      const row = this.row(index)
      if (row) push(groups, keyOf(row), index)
    }
    return groups
  }
}

const NONE: readonly number[] = []

/** Account and occurrence are told by the context: one account at a time, one known row per row. */
export const identityOf = ({ externalId, bookedOn, minor, content }: Omit<KnownRow, 'ref'>): string => `${externalId}\n${bookedOn}\n${minor}\n${content}`

function push<K>(groups: Map<K, number[]>, key: K, index: number): void {
  const group = groups.get(key)
  if (group) group.push(index)
  else groups.set(key, [index])
}
