import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import type { Transaction, TransactionFilter, TransactionId } from '#shared/model.ts'
import type { Money } from '#shared/money.ts'
import { ok } from '#shared/result.ts'
import type { PairOfRows } from '#shared/transfers.ts'
import { call, on } from '#renderer/api/client.ts'
import { sumsByCurrency } from './accounts.ts'
import { PagedList } from './paged-list.ts'
import { NOTHING, selectedCount, type Selection } from './selection.ts'
import { pendingEdits, type Change } from './pending-edits.ts'

export type Outline = Output<'transactions.outline'>
const EMPTY: Outline = { count: 0, sums: [], anchors: [] }

/**
 * One filtered list of transactions: its outline, the pages around what is on screen, what is chosen in it, and the edits
 * that main has not confirmed yet. Two lists live side by side, so that an account's page leaves the other's filter alone.
 */
function transactionList() {
  const filter = shallowRef<TransactionFilter>({})
  const outline = shallowRef<Outline>(EMPTY)
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)
  const loading = shallowRef(false)
  const selection = shallowRef<Selection>(NOTHING)
  const revision = shallowRef(0)
  const edits = pendingEdits()
  let request = new AbortController()
  let seen = { first: 0, last: 0 }

  const pages = new PagedList<Transaction>({
    pageRows: PAGE_ROWS,
    fetchPage: (page, signal) => fetchPage(filter.value, outline.value, page, signal),
    onChange: () => { revision.value += 1 },
    onError: (reason) => { if (reason.kind !== 'cancelled') error.value = reason },
  })
  const count = computed(() => outline.value.count)
  const isFiltered = computed(() => Object.values(filter.value).some((part) => part !== undefined))
  const selected = computed(() => selectedCount(selection.value))

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (loaded.value && (scopes.includes('transactions') || scopes.includes('accounts'))) void load(true)
  }))

  /** The row as it will be once main has confirmed what is under way; undefined while its page is on the way. */
  function rowAt(index: number): Transaction | undefined {
    const row = revision.value >= 0 ? pages.rowAt(index) : undefined
    return row && edits.apply(row)
  }

  function want(first: number, last: number): void {
    seen = { first, last }
    if (count.value > 0) pages.want(Math.max(0, first), Math.min(last, count.value - 1))
  }

  async function show(wanted: TransactionFilter): Promise<void> {
    filter.value = wanted
    selection.value = NOTHING
    seen = { first: 0, last: 0 }
    await load(false)
  }

  /** The old rows stay until outline and first page are both there, so a filter never flashes an empty table. */
  async function load(keepPlace: boolean): Promise<void> {
    request.abort()
    const mine = request = new AbortController()
    loading.value = true
    const [shape, first] = await Promise.all([
      call('transactions.outline', { filter: filter.value }, mine.signal),
      keepPlace ? undefined : call('transactions.page', { filter: filter.value, after: null, limit: PAGE_ROWS }, mine.signal),
    ])
    if (mine.signal.aborted) return
    loading.value = false
    loaded.value = true
    error.value = shape.ok ? undefined : shape.error
    if (!shape.ok) return
    take(shape.value, keepPlace)
    if (first?.ok) pages.put(0, first.value)
    want(seen.first, seen.last)
  }

  function take(shape: Outline, keepPlace: boolean): void {
    const sameRows = keepPlace && shape.count === outline.value.count
    if (keepPlace) pages.invalidate()
    else pages.clear()
    if (!sameRows) selection.value = NOTHING
    outline.value = shape
  }

  /** Shown at once; taken back if main refuses. */
  async function edit(ids: readonly TransactionId[], change: Change): Promise<Reply<'transactions.edit'>> {
    const undo = edits.add(ids, change)
    revision.value += 1
    const reply = await call('transactions.edit', { ids: [...ids], change })
    undo()
    if (reply.ok) pages.update(edits.confirmed(ids, change))
    else error.value = reply.error
    revision.value += 1
    return reply
  }

  const collect = (signal: AbortSignal) => pages.collect(selection.value, signal)

  /** Count and sums of what is chosen; the whole list is known without asking for its rows. */
  async function sumSelected(signal: AbortSignal): Promise<readonly Money[] | undefined> {
    if (selected.value === count.value) return outline.value.sums
    const reply = await collect(signal)
    return reply.ok && !signal.aborted ? sumsByCurrency(reply.value.map(({ amount }) => amount)) : undefined
  }

  function choose(chosen: Selection): void {
    selection.value = chosen
  }

  return { filter, outline, count, error, loaded, loading, isFiltered, selection, selected, revision, rowAt, want, show, load, edit, collect, sumSelected, choose }
}

async function fetchPage(filter: TransactionFilter, outline: Outline, page: number, signal: AbortSignal) {
  const after = outline.anchors[page]
  return after === undefined ? ok([]) : call('transactions.page', { filter, after, limit: PAGE_ROWS }, signal)
}

/** Every transaction, as the Transactions page filters it. */
export const useTransactionsStore = defineStore('transactions', transactionList)
/** The transactions of the account whose page is open. */
export const useAccountTransactionsStore = defineStore('account-transactions', transactionList)
export type TransactionList = ReturnType<typeof useTransactionsStore> | ReturnType<typeof useAccountTransactionsStore>

/** Rows that a category may go for too. */
export const findSimilar = (id: TransactionId, categoryId: string, signal?: AbortSignal): Promise<Reply<'transactions.similar'>> => call('transactions.similar', { id, categoryId }, signal)

export const listTags = (): Promise<Reply<'tags.list'>> => call('tags.list', undefined)

/** A row that was looked at is no longer new. No step to undo, and nothing to say where it fails. */
export const markSeen = (id: TransactionId): Promise<Reply<'transactions.edit'>> => call('transactions.edit', { ids: [id], change: { isNew: false } })

/** A person's word about two rows: one movement between own accounts, or not. */
export const confirmTransfer = (pair: PairOfRows): Promise<Reply<'transfers.confirm'>> => call('transfers.confirm', { pairs: [pair] })
export const rejectTransfer = (pair: PairOfRows): Promise<Reply<'transfers.reject'>> => call('transfers.reject', { pairs: [pair] })

/** Two rows in any order, whatever was thought of them. */
export const pairRows = (left: TransactionId, right: TransactionId): Promise<Reply<'transfers.pair'>> => call('transfers.pair', { ids: [left, right] })

/** Everything the ledger holds about one row. */
export const getTransaction = (id: TransactionId, signal: AbortSignal): Promise<Reply<'transactions.get'>> => call('transactions.get', { id }, signal)
