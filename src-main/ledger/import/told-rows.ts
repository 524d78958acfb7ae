import type { AccountId } from '#shared/model.ts'
import type { ReadableLedger } from '../database.ts'
import { runsOf } from './runs.ts'
import { refOf, TOLD_ROW } from './told-row.ts'

/** What the user has removed must not come back with a file. */
const BOOKED = /* sql */ `
  SELECT ${TOLD_ROW} FROM txn NOT INDEXED
   WHERE id BETWEEN :first AND :last AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_pending = 0 AND is_adjusting = 0 ORDER BY id
   LIMIT :limit`
const PENDING = /* sql */ `
  SELECT ${TOLD_ROW} FROM txn INDEXED BY txn_pending
   WHERE is_pending = 1 AND account_id = :accountId AND (deleted_at IS NULL OR removed_at IS NOT NULL) AND is_adjusting = 0 ORDER BY id`

const PAGE_ROWS = 1_000

/**
 * The rows of one account, told in one text each, in the order they came in, which for a file that comes again is the order
 * of the file. Asked one after the other they come and go page by page, so that a ledger of any size is held against a file
 * in little memory; any other question has them all read.
 */
export class ToldRows {
  readonly #pages: Iterator<readonly string[], undefined>
  readonly #readAll: () => readonly string[]
  #all: readonly string[] | undefined
  #page: readonly string[] = []
  /** Place of the page's first row. */
  #start = 0

  private constructor(pages: () => Iterator<readonly string[], undefined>, readAll: () => readonly string[]) {
    this.#pages = pages()
    this.#readAll = readAll
  }

  static none(): ToldRows {
    return new ToldRows(() => [].values(), () => [])
  }

  static booked(db: ReadableLedger, accountId: AccountId): ToldRows {
    return new ToldRows(() => pagesOf(db, accountId), () => [...pagesOf(db, accountId)].flat())
  }

  static pending(db: ReadableLedger, accountId: AccountId): ToldRows {
    const rows = db.column<string>(PENDING).all({ accountId })
    return new ToldRows(() => [rows].values(), () => rows)
  }

  get isEmpty(): boolean {
    return this.#all ? this.#all.length === 0 : this.#page.length === 0 && !this.#turn()
  }

  all(): readonly string[] {
    return this.#all ??= this.#readAll()
  }

  /** Undefined where there is no such row. */
  at(place: number): string | undefined {
    if (this.#all) return this.#all[place]
    const inPage = place - this.#start
    if (inPage >= 0 && inPage < this.#page.length) return this.#page[inPage]
    if (inPage !== this.#page.length) return this.all()[place]
    return this.#turn() ? this.#page[0] : undefined
  }

  /** False at the end; the last page stays. */
  #turn(): boolean {
    for (let { value: next } = this.#pages.next(); next !== undefined; { value: next } = this.#pages.next()) {
      if (next.length === 0) continue
      this.#start += this.#page.length
      this.#page = next
      return true
    }
    return false
  }
}

function* pagesOf(db: ReadableLedger, accountId: AccountId): Generator<readonly string[], undefined> {
  const rows = db.column<string>(BOOKED)
  for (const { first, last } of runsOf(db, accountId)) {
    for (let next = first; next <= last;) {
      const page = rows.all({ accountId, first: next, last, limit: PAGE_ROWS })
      yield page
      next = page.length < PAGE_ROWS ? last + 1 : refOf(page.at(-1) ?? '') + 1
    }
  }
}
