import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { CATEGORIES, CATEGORY_GROUPS } from '#shared/categories.ts'
import { TAG_LENGTH_MAX } from '#shared/ipc/limits.ts'
import type { Account, AccountId, BatchId, TransactionFilter } from '#shared/model.ts'

/** What the page's address says about its list. The period is chosen in the top bar and is no part of it. */
export interface ListQuery {
  readonly accounts: readonly AccountId[]
  readonly category: string | null
  readonly status: 'booked' | 'pending' | null
  readonly batch: BatchId | null
  /** Rows that want to be looked at. */
  readonly flag: 'new' | 'duplicate' | 'adjusting' | null
  readonly tag: string
  readonly search: string
}

export const NO_QUERY: ListQuery = { accounts: [], category: null, status: null, batch: null, flag: null, tag: '', search: '' }
const SEARCH_MAX = 200
const FLAGS = ['new', 'duplicate', 'adjusting'] as const
const CATEGORY_IDS = new Set([...CATEGORIES.map(({ id }) => id), ...Object.keys(CATEGORY_GROUPS), 'none'])

/** Reads the address; what makes no sense there is left out. */
export function fromRoute(query: LocationQuery): ListQuery {
  const text = (name: string): string => [query[name]].flat().find((part) => typeof part === 'string') ?? ''
  const status = text('status')
  const category = text('category')
  const batch = Number(text('batch'))
  return {
    accounts: text('accounts').split('-').map(Number).filter(isId).map((id) => id as AccountId),
    category: CATEGORY_IDS.has(category) ? category : null,
    status: status === 'booked' || status === 'pending' ? status : null,
    batch: isId(batch) ? batch as BatchId : null,
    flag: FLAGS.find((flag) => flag === text('flag')) ?? null,
    tag: text('tag').slice(0, TAG_LENGTH_MAX),
    search: text('search').slice(0, SEARCH_MAX),
  }
}

/** The shortest address that says the same. */
export function toRoute({ accounts, category, status, batch, flag, tag, search }: ListQuery): LocationQueryRaw {
  return {
    ...(accounts.length > 0 && { accounts: accounts.join('-') }),
    ...(category !== null && { category }),
    ...(status !== null && { status }),
    ...(batch !== null && { batch: String(batch) }),
    ...(flag !== null && { flag }),
    ...(tag !== '' && { tag }),
    ...(search !== '' && { search }),
  }
}

/** As the ledger takes it: nothing is said about what is not narrowed. */
export function toFilter({ accounts, category, status, batch, flag, tag, search }: ListQuery, period: { from: TransactionFilter['from'] | null; to: TransactionFilter['to'] | null }): TransactionFilter {
  return {
    ...(accounts.length > 0 && { accountIds: [...accounts] }),
    ...(category !== null && { category }),
    ...(status !== null && { status }),
    ...(batch !== null && { batchId: batch }),
    ...(flag !== null && { flag }),
    ...(tag.trim() !== '' && { tag: tag.trim() }),
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(period.from && { from: period.from }),
    ...(period.to && { to: period.to }),
  }
}

/** Only what one account holds has a running balance, and only in full. */
export const hasRunningBalance = (filter: TransactionFilter): boolean => filter.accountIds?.length === 1 && filter.search === undefined && filter.flag === undefined && filter.tag === undefined

/** The accounts a list is narrowed to; ids of accounts that are gone stay out. */
export const accountsIn = (query: ListQuery, accounts: ReadonlyMap<AccountId, Account>): Account[] =>
  query.accounts.map((id) => accounts.get(id)).filter((account) => account !== undefined)

const isId = (value: number): boolean => Number.isSafeInteger(value) && value > 0
