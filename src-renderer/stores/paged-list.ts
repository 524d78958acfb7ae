import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { PageCache, pagesOf } from './page-cache.ts'
import type { Selection } from './selection.ts'

/** 60 pages of 100 rows: a few megabytes, and far more than anyone scrolls back to. */
const PAGES_MAX = 60

export type FetchPage<Row> = (page: number, signal: AbortSignal) => Promise<Result<readonly Row[], AppError>>

interface Options<Row> {
  readonly pageRows: number
  readonly fetchPage: FetchPage<Row>
  /** Something to show has changed. */
  readonly onChange: () => void
  readonly onError: (error: AppError) => void
}

/**
 * Random access to a list that main owns. `want` says which rows are on screen; requests for rows that have left it are
 * cancelled, so a long fling asks for the rows where it ends and not for everything on the way.
 */
export class PagedList<Row> {
  readonly #cache: PageCache<Row>
  readonly #options: Options<Row>
  readonly #underway = new Map<number, AbortController>()

  constructor(options: Options<Row>) {
    this.#options = options
    this.#cache = new PageCache(options.pageRows, PAGES_MAX)
  }

  rowAt(index: number): Row | undefined {
    return this.#cache.rowAt(index)
  }

  /** Rows `first` to `last`, both included, are about to be seen. */
  want(first: number, last: number): void {
    const wanted = pagesOf(first, last, this.#options.pageRows)
    for (const [page, request] of this.#underway) {
      if (!wanted.includes(page)) this.#cancel(page, request)
    }
    for (const page of wanted) {
      this.#cache.touch(page)
      if (!this.#cache.isFresh(page) && !this.#underway.has(page)) void this.#load(page)
    }
  }

  /** A page that came with something else, such as the first one with its outline. */
  put(page: number, rows: readonly Row[]): void {
    this.#cache.put(page, rows)
    this.#options.onChange()
  }

  update(change: (row: Row) => Row): void {
    this.#cache.update(change)
    this.#options.onChange()
  }

  /** What is held may be out of date: it stays on screen until what is wanted next has come. */
  invalidate(): void {
    this.#cancelAll()
    this.#cache.markStale()
  }

  clear(): void {
    this.#cancelAll()
    this.#cache.clear()
    this.#options.onChange()
  }

  /** Every chosen row, fetched where it is not at hand. Nothing fetched here pushes out what is on screen. */
  async collect(selection: Selection, signal: AbortSignal): Promise<Result<readonly Row[], AppError>> {
    const { pageRows, fetchPage } = this.#options
    const rows: Row[] = []
    for (const { first, last } of selection) {
      for (const page of pagesOf(first, last, pageRows)) {
        const held = this.#cache.isFresh(page) ? this.#held(page) : undefined
        const reply = held ? ok(held) : await fetchPage(page, signal)
        if (!reply.ok) return reply
        rows.push(...reply.value.slice(Math.max(0, first - page * pageRows), last - page * pageRows + 1))
      }
    }
    return ok(rows)
  }

  #held(page: number): readonly Row[] {
    const { pageRows } = this.#options
    return Array.from({ length: pageRows }, (_, step) => this.#cache.rowAt(page * pageRows + step)).filter((row) => row !== undefined)
  }

  async #load(page: number): Promise<void> {
    const request = new AbortController()
    this.#underway.set(page, request)
    const reply = await this.#options.fetchPage(page, request.signal)
    if (request.signal.aborted) return
    this.#underway.delete(page)
    if (reply.ok) this.put(page, reply.value)
    else this.#options.onError(reply.error)
  }

  #cancel(page: number, request: AbortController): void {
    this.#underway.delete(page)
    request.abort()
  }

  #cancelAll(): void {
    for (const [page, request] of this.#underway) this.#cancel(page, request)
  }
}
