import type { ContractRow } from './contract.ts'
import type { Found } from './found.ts'

/** A row that was read once more, because another one of its month has changed, is most often what it was. */
export const areSame = (rows: readonly ContractRow[], known: readonly ContractRow[]): boolean =>
  rows.length === known.length && rows.every((row, at) => row === known[at] || JSON.stringify(row) === JSON.stringify(known[at]))

interface KnownGroup { readonly rows: readonly ContractRow[]; readonly found: readonly Found[] }

/** What one look at rows has found in each group of them, for the next look of the same day: a change touches few groups. */
export class KnownGroups {
  #before: ReadonlyMap<string, KnownGroup> = new Map()
  #now = new Map<string, KnownGroup>()

  /** Groups that are not met in a look are forgotten. */
  begin(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  recall(key: string, rows: readonly ContractRow[]): readonly Found[] | undefined {
    const known = this.#before.get(key)
    return known && areSame(rows, known.rows) ? known.found : undefined
  }

  keep(key: string, rows: readonly ContractRow[], found: readonly Found[]): void {
    this.#now.set(key, { rows, found })
  }
}
