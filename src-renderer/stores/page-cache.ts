interface Page<Row> { readonly rows: readonly Row[]; readonly stale: boolean }

/**
 * Numbered pages of a long list, at most `pagesMax` of them: the one looked at longest ago leaves first.
 * A stale page is still shown until its successor arrives, so that a refetch never empties the screen.
 */
export class PageCache<Row> {
  readonly #pages = new Map<number, Page<Row>>()
  readonly #pageRows: number
  readonly #pagesMax: number

  constructor(pageRows: number, pagesMax: number) {
    this.#pageRows = pageRows
    this.#pagesMax = pagesMax
  }

  get size(): number {
    return this.#pages.size
  }

  pageOf(index: number): number {
    return Math.floor(index / this.#pageRows)
  }

  rowAt(index: number): Row | undefined {
    return this.#pages.get(this.pageOf(index))?.rows[index % this.#pageRows]
  }

  isFresh(page: number): boolean {
    return this.#pages.get(page)?.stale === false
  }

  put(page: number, rows: readonly Row[]): void {
    this.#pages.delete(page)
    this.#pages.set(page, { rows, stale: false })
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.#pagesMax) break
      this.#pages.delete(oldest)
    }
  }

  /** Keeps the pages on screen from being evicted while others stream in. */
  touch(page: number): void {
    const found = this.#pages.get(page)
    if (!found) return
    this.#pages.delete(page)
    this.#pages.set(page, found)
  }

  /** Replaces rows in place; `change` returns the same row where nothing changes. */
  update(change: (row: Row) => Row): void {
    for (const [page, { rows, stale }] of this.#pages) this.#pages.set(page, { rows: rows.map(change), stale })
  }

  markStale(): void {
    for (const [page, { rows }] of this.#pages) this.#pages.set(page, { rows, stale: true })
  }

  clear(): void {
    this.#pages.clear()
  }
}

/** Pages that hold the rows `first` to `last`, both included. */
export function pagesOf(first: number, last: number, pageRows: number): number[] {
  const from = Math.floor(first / pageRows)
  const to = Math.floor(last / pageRows)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
}
