import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { AppError } from '#shared/errors.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import type { Decision, ReviewRow } from '#shared/model.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { useImportStore } from './imports.ts'
import { PagedList } from './paged-list.ts'
import { groupsOf, rowsIn, slicesOf, type ReviewGroup } from './review-groups.ts'
import { NOTHING, selectedCount, type Selection } from './selection.ts'

export interface KeyedRow { readonly key: string; readonly row: ReviewRow }

/** The largest number of rows named one by one in a single `imports.decide`. */
const INDEXES_MAX = 10_000

/** The rows under one tab of the review, over all accounts, and deciding about them. */
export function useReviewRows(decision: () => Decision) {
  const store = useImportStore()
  const revision = shallowRef(0)
  const selection = shallowRef<Selection>(NOTHING)
  const error = shallowRef<AppError>()
  let seen = { first: 0, last: 0 }

  const groups = computed<readonly ReviewGroup[]>(() => (store.review ? groupsOf(store.review, decision()) : []))
  const count = computed(() => rowsIn(groups.value))
  const pages = new PagedList<KeyedRow>({
    pageRows: PAGE_ROWS,
    fetchPage,
    onChange: () => { revision.value += 1 },
    onError: (reason) => { if (reason.kind !== 'cancelled') error.value = reason },
  })

  async function fetchPage(page: number, signal: AbortSignal): Promise<Result<readonly KeyedRow[], AppError>> {
    const rows: KeyedRow[] = []
    for (const { key, offset, limit } of slicesOf(groups.value, page * PAGE_ROWS, PAGE_ROWS)) {
      const reply = await store.rows({ key, offset, limit, decision: decision() }, signal)
      if (!reply.ok) return reply
      rows.push(...reply.value.map((row) => ({ key, row })))
    }
    return ok(rows)
  }

  watch(decision, () => {
    pages.clear()
    selection.value = NOTHING
    seen = { first: 0, last: 0 }
  })
  watch(() => store.revision, () => {
    pages.invalidate()
    selection.value = NOTHING
    want(seen.first, seen.last)
  })
  onScopeDispose(() => { pages.clear() })

  function rowAt(position: number): KeyedRow | undefined {
    return revision.value >= 0 && position < count.value ? pages.rowAt(position) : undefined
  }

  function want(first: number, last: number): void {
    seen = { first, last }
    if (count.value > 0) pages.want(Math.max(0, first), Math.min(last, count.value - 1))
  }

  /** Decides about the chosen rows; those that do not offer the decision stay as they are. */
  async function decide(chosen: Selection, to: Decision): Promise<Result<number, AppError>> {
    if (selectedCount(chosen) === count.value && count.value > 1) return decideAll(to)
    const rows = await pages.collect(chosen, new AbortController().signal)
    if (!rows.ok) return rows
    const willing = rows.value.filter(({ row }) => row.choices.includes(to))
    for (const [key, own] of Map.groupBy(willing, ({ key: account }) => account)) {
      for (let start = 0; start < own.length; start += INDEXES_MAX) {
        const reply = await store.decide({ key, indexes: own.slice(start, start + INDEXES_MAX).map(({ row }) => row.index), decision: to })
        if (!reply.ok) return reply
      }
    }
    return ok(willing.length)
  }

  /** The whole tab, without naming its rows. */
  async function decideAll(to: Decision): Promise<Result<number, AppError>> {
    const from = decision()
    const before = count.value
    for (const { key } of groups.value) {
      const reply = await store.decide({ key, from, decision: to })
      if (!reply.ok) return err(reply.error)
    }
    return ok(before - count.value)
  }

  function choose(chosen: Selection): void {
    selection.value = chosen
  }

  return { groups, count, selection, error, rowAt, want, decide, choose }
}
export type ReviewRows = ReturnType<typeof useReviewRows>
