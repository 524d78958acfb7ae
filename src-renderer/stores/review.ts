import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { addDays, toDayNumber } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import type { Transaction, TransactionFilter, TransactionId } from '#shared/model.ts'
import type { PairOfRows, PairingMode, Transfer } from '#shared/transfers.ts'
import { call, on } from '#renderer/api/client.ts'
import type { Change } from './pending-edits.ts'

/** A row that looks like another one, and the row it most looks like; null where that one is gone. */
export interface Suspect { readonly row: Transaction; readonly other: Transaction | null }
/** Rows without a category that name the same merchant, newest first. */
export interface Merchant { readonly key: string; readonly rows: readonly [Transaction, ...Transaction[]] }
type Transfers = Output<'transfers.list'>

/** So many of each kind are read at once, and as many more each time somebody asks for more. */
const PAGES = { transfers: 100, suspects: 100 } as const
/** No more of a kind is shown at a time: what is decided makes room for the rest. */
export const SHOWN_MAX = 500
/** So far apart two records of one payment are booked. */
const APART_DAYS = 7
const NONE: Transfers = { pairing: 'confirm', counts: { proposed: 0, confirmed: 0, rejected: 0 }, transfers: [] }

/** What waits for a person's word. The counts are kept for the sidebar; the rows are read where they are shown. */
export const useReviewStore = defineStore('review', () => {
  const transfers = shallowRef<Transfers>(NONE)
  const suspects = shallowRef<readonly Suspect[]>([])
  const suspectCount = shallowRef(0)
  const merchants = shallowRef<readonly Merchant[]>([])
  const uncategorised = shallowRef(0)
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)
  const limits: Record<keyof typeof PAGES, number> = { ...PAGES }
  let isCounting = false
  /** Pages that show the rows at present. */
  let watchers = 0

  const waiting = computed(() => transfers.value.counts.proposed + suspectCount.value)

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (!scopes.some((scope) => scope === 'insights' || scope === 'transactions' || scope === 'accounts')) return
    if (watchers > 0) void load()
    else if (isCounting) void count()
  }))

  async function count(): Promise<void> {
    isCounting = true
    const [listed, found] = await Promise.all([call('transfers.list', { state: 'proposed', limit: 1 }), call('transactions.outline', { filter: { flag: 'duplicate' } })])
    if (listed.ok) transfers.value = { ...listed.value, transfers: transfers.value.transfers }
    if (found.ok) suspectCount.value = found.value.count
  }

  async function load(): Promise<void> {
    const [listed, flagged, open] = await Promise.all([call('transfers.list', { state: 'proposed', limit: Math.min(limits.transfers, SHOWN_MAX) }), rowsOf({ flag: 'duplicate' }, Math.min(limits.suspects, SHOWN_MAX)), rowsOf({ category: 'none', status: 'booked' }, SHOWN_MAX)])
    error.value = [listed, flagged, open].flatMap((reply) => (reply.ok ? [] : [reply.error]))[0]
    if (listed.ok) transfers.value = listed.value
    if (flagged.ok) {
      suspects.value = await Promise.all(flagged.value.rows.map(async (row) => ({ row, other: await lookalike(row) })))
      suspectCount.value = flagged.value.count
    }
    if (open.ok) {
      merchants.value = byMerchant(open.value.rows)
      uncategorised.value = open.value.count
    }
    loaded.value = true
  }

  async function more(kind: keyof typeof PAGES): Promise<void> {
    limits[kind] += PAGES[kind]
    await load()
  }

  /** Keeps the rows, once read, up with the ledger until the returned function is called. */
  function watch(): () => void {
    watchers += 1
    return () => { watchers -= 1 }
  }

  return { transfers, suspects, suspectCount, merchants, uncategorised, waiting, error, loaded, count, load, more, watch }
})

/** What a person says of what waits. */
export const decide = {
  confirm: (pairs: readonly PairOfRows[]): Promise<Reply<'transfers.confirm'>> => call('transfers.confirm', { pairs: [...pairs] }),
  reject: (pairs: readonly PairOfRows[]): Promise<Reply<'transfers.reject'>> => call('transfers.reject', { pairs: [...pairs] }),
  restore: (pairs: readonly PairOfRows[]): Promise<Reply<'transfers.restore'>> => call('transfers.restore', { pairs: [...pairs] }),
  setPairing: (mode: PairingMode): Promise<Reply<'transfers.setPairing'>> => call('transfers.setPairing', { mode }),
  edit: (ids: readonly TransactionId[], change: Change): Promise<Reply<'transactions.edit'>> => call('transactions.edit', { ids: [...ids], change }),
}

async function rowsOf(filter: TransactionFilter, limit: number): Promise<{ ok: true; value: { rows: Output<'transactions.page'>; count: number } } | { ok: false; error: AppError }> {
  const [outline, page] = await Promise.all([call('transactions.outline', { filter }), call('transactions.page', { filter, after: null, limit })])
  if (!outline.ok) return outline
  return page.ok ? { ok: true, value: { rows: page.value, count: outline.value.count } } : page
}

/** The row of the same account and amount that is likeliest to be meant: one that is no suspect itself, says the same, and is closest in time. */
async function lookalike(row: Transaction): Promise<Transaction | null> {
  const reply = await call('transactions.page', { filter: { accountIds: [row.accountId], from: addDays(row.bookedOn, -APART_DAYS), to: addDays(row.bookedOn, APART_DAYS) }, after: null, limit: SHOWN_MAX })
  if (!reply.ok) return null
  const alike = reply.value.filter(({ id, amount }) => id !== row.id && amount.minor === row.amount.minor)
  return alike.sort((left, right) =>
    Number(left.isPotentialDuplicate) - Number(right.isPotentialDuplicate) || Number(saysTheSame(row, right)) - Number(saysTheSame(row, left)) || daysApart(row, left) - daysApart(row, right) || left.id - right.id)[0] ?? null
}

const wordsOf = ({ payee, purpose }: Transaction): string => `${payee} ${purpose}`.toLowerCase().replace(/\s+/g, ' ').trim()
const saysTheSame = (left: Transaction, right: Transaction): boolean => wordsOf(left) === wordsOf(right)

/** Those that repeat a row of the same day word for word. Where two repeat the same row, a person has to look. */
export function repeatedOf(suspects: readonly Suspect[]): Suspect[] {
  const wanted = new Map<number, number>()
  for (const { other } of suspects) if (other) wanted.set(other.id, (wanted.get(other.id) ?? 0) + 1)
  return suspects.filter(({ row, other }) => other !== null && !other.isPotentialDuplicate && wanted.get(other.id) === 1 && other.bookedOn === row.bookedOn && saysTheSame(row, other))
}

export const daysApart = (left: Pick<Transaction, 'bookedOn'>, right: Pick<Transaction, 'bookedOn'>): number => Math.abs(toDayNumber(left.bookedOn) - toDayNumber(right.bookedOn))

/** Rows of the same name and direction together, those with most rows first: one word settles them all. Numbers in a name tell one visit from the next. */
export function byMerchant(rows: readonly Transaction[]): Merchant[] {
  const groups = new Map<string, [Transaction, ...Transaction[]]>()
  for (const row of rows.filter(({ splits, isAdjusting }) => splits.length === 0 && !isAdjusting)) {
    const name = (row.payee || row.purpose).toLowerCase().replace(/[\d\W_]+/gu, (run) => (/\p{L}/u.test(run) ? run : ' ')).trim()
    const key = `${row.amount.minor < 0 ? 'out' : 'in'} ${name === '' ? String(row.id) : name}`
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  return [...groups].map(([key, found]) => ({ key, rows: found })).sort((left, right) => right.rows.length - left.rows.length)
}

const CERTAIN_MIN = 0.8

/** Those that hardly anybody would decide otherwise, each row in one of them at most: two pairs that want the same row are not certain. */
export function certainOf(transfers: readonly Transfer[]): Transfer[] {
  const wanted = new Map<number, number>()
  for (const { out, into } of transfers) for (const { id } of [out, into]) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  return transfers.filter(({ out, into, score }) => (score ?? 0) >= CERTAIN_MIN && wanted.get(out.id) === 1 && wanted.get(into.id) === 1)
}
