import type { AccountId } from '#shared/model.ts'
import type { StatementEntry } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import type { Ref, StagedRows } from './rows.ts'
import { contentOf, refOf, rowOf, tells, type KnownRow } from './told-row.ts'
import { ToldRows } from './told-rows.ts'

/**
 * What an import into one account is held against. One ordered scan of its rows instead of a lookup per row; rows and indexes
 * are made of what it says only when the first row does not follow the ledger's own order.
 */
export class KnownRows {
  readonly #told: ToldRows
  /** New rows of this import; their places follow on `ADDED_FROM`. */
  readonly #added: KnownRow[] = []
  readonly #used = new Map<number, Places>()
  #byIdentity: Map<string, number[]> | undefined
  #byExternalId: Map<string, number[]> | undefined
  #byAmount: Map<number, number[]> | undefined

  private constructor(told: ToldRows) {
    this.#told = told
  }

  static ofAccount(db: ReadableLedger, accountId: AccountId | null, isPending: boolean): KnownRows {
    if (accountId === null) return new KnownRows(ToldRows.none())
    return new KnownRows(isPending ? ToldRows.pending(db, accountId) : ToldRows.booked(db, accountId))
  }

  get isEmpty(): boolean {
    return this.#added.length === 0 && this.#told.isEmpty
  }

  row(index: number): KnownRow | undefined {
    if (index >= ADDED_FROM) return this.#added[index - ADDED_FROM]
    const told = this.#told.at(index)
    return told === undefined ? undefined : rowOf(told)
  }

  ref(index: number): Ref {
    if (index >= ADDED_FROM) return this.#added[index - ADDED_FROM]?.ref ?? 0
    const told = this.#told.at(index)
    return told === undefined ? 0 : refOf(told)
  }

  /** Whether the row of that place is the entry, by what identifies both. */
  is(index: number, entry: StatementEntry, minor: number): boolean {
    if (index < ADDED_FROM) {
      const told = this.#told.at(index)
      return told !== undefined && tells(told, entry, minor)
    }
    const known = this.#added[index - ADDED_FROM]
    return known !== undefined && known.externalId === entry.externalId && known.minor === minor && known.bookedOn === entry.bookedOn
      && (entry.externalId !== '' || known.content === contentOf(entry.payee, entry.purpose))
  }

  /** A new row of this import, for the statements that follow; those that count together with its own (`user`) find it taken. */
  add(rows: StagedRows, row: number, user?: number): void {
    const entry = rows.entry(row)
    if (!entry) return
    const index = ADDED_FROM + this.#added.length
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
    const used = this.#used.get(user)
    if (used) used.add(index)
    else this.#used.set(user, new Places(index))
  }

  isUsed(index: number, user: number): boolean {
    return this.#used.get(user)?.has(index) === true
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
    this.#told.all().forEach((told, index) => { push(groups, keyOf(rowOf(told)), index) })
    this.#added.forEach((row, index) => { push(groups, keyOf(row), ADDED_FROM + index) })
    return groups
  }
}

/** Places taken: those that follow each other as one stretch, since a file that comes again takes them all in order. */
class Places {
  readonly #first: number
  #end: number
  readonly #others = new Set<number>()

  constructor(first: number) {
    this.#first = first
    this.#end = first + 1
  }

  add(place: number): void {
    if (place === this.#end) this.#end += 1
    else this.#others.add(place)
  }

  has(place: number): boolean {
    return (place >= this.#first && place < this.#end) || this.#others.has(place)
  }
}

const NONE: readonly number[] = []
/** No ledger has so many rows. */
const ADDED_FROM = 2 ** 40

/** Account and occurrence are told by the context: one account at a time, one known row per row. */
export const identityOf = ({ externalId, bookedOn, minor, content }: Omit<KnownRow, 'ref'>): string => `${externalId}\n${bookedOn}\n${minor}\n${content}`

function push<K>(groups: Map<K, number[]>, key: K, index: number): void {
  const group = groups.get(key)
  if (group) group.push(index)
  else groups.set(key, [index])
}
