import type { TransactionFilter, TransactionId } from '#shared/model.ts'
import type { Params, ReadableLedger } from '../database.ts'
import { searchIds } from './search.ts'

/** A filter as SQL: fixed fragments joined by AND, with everything from outside bound by name. */
export interface Conditions {
  readonly where: string
  readonly params: Readonly<Record<string, string | number>>
  /** Rows that hold the words searched for, ascending; undefined where nothing is searched. */
  readonly matches: readonly TransactionId[] | undefined
}

const FRAGMENTS = {
  accountIds: 'account_id IN (SELECT value FROM json_each(:accountIds))',
  accountId: 'account_id = :accountId',
  from: 'booked_on >= :from',
  to: 'booked_on <= :to',
  isPending: 'is_pending = :isPending',
  batchId: 'batch_id = :batchId',
  duplicate: 'id IN (SELECT id FROM txn INDEXED BY txn_suspect WHERE is_potential_duplicate = 1)',
  adjusting: 'is_adjusting = 1',
  new: 'id IN (SELECT id FROM txn INDEXED BY txn_unseen WHERE is_new = 1)',
  tag: 'id IN (SELECT txn_id FROM txn_tag WHERE tag = :tag)',
  tags: 'id IN (SELECT txn_id FROM txn_tag WHERE tag IN (SELECT value FROM json_each(:tags)))',
  ids: 'id IN (SELECT value FROM json_each(:ids))',
  leaf: `(is_split = 0 AND category_id = :category OR is_split = 1 AND EXISTS (SELECT 1 FROM split WHERE split.txn_id = txn.id AND split.category_id = :category))`,
  group: `(is_split = 0 AND category_id GLOB :category OR is_split = 1 AND EXISTS (SELECT 1 FROM split WHERE split.txn_id = txn.id AND split.category_id GLOB :category))`,
  none: `(category_id IS NULL AND is_split = 0 OR is_split = 1 AND EXISTS (SELECT 1 FROM split WHERE split.txn_id = txn.id AND split.category_id IS NULL))`,
} as const

export function toConditions(db: ReadableLedger, filter: TransactionFilter): Conditions {
  const fragments: string[] = ['deleted_at IS NULL']
  const params: Record<string, string | number> = {}
  const add = (fragment: keyof typeof FRAGMENTS, bound: Readonly<Record<string, string | number>>): void => {
    fragments.push(FRAGMENTS[fragment])
    Object.assign(params, bound)
  }
  const { accountIds, from, to, status, batchId, category, flag, tag, tags, ids } = filter
  const single = onlyAccount(filter)
  if (single !== undefined) add('accountId', { accountId: single })
  else if (accountIds) add('accountIds', { accountIds: JSON.stringify(accountIds) })
  if (from !== undefined) add('from', { from })
  if (to !== undefined) add('to', { to })
  if (status !== undefined) add('isPending', { isPending: status === 'pending' ? 1 : 0 })
  if (batchId !== undefined) add('batchId', { batchId })
  if (flag !== undefined) add(flag, {})
  if (tag !== undefined) add('tag', { tag: tag.trim() })
  if (tags !== undefined) add('tags', { tags: JSON.stringify(tags.map((one) => one.trim())) })
  if (ids !== undefined) add('ids', { ids: JSON.stringify(ids) })
  if (category === 'none') add('none', {})
  else if (category !== undefined) add(category.includes('.') ? 'leaf' : 'group', { category: category.includes('.') ? category : `${plain(category)}.*` })
  const search = filter.search?.trim() ?? ''
  return { where: fragments.join(' AND '), params, matches: search === '' ? undefined : searchIds(db, search) }
}

/** Group names are words; whatever else comes must not act as a pattern. */
const plain = (group: string): string => group.replace(/[^a-z_]/g, '')

export const onlyAccount = ({ accountIds }: TransactionFilter): number | undefined => (accountIds?.length === 1 ? accountIds[0] : undefined)

/** A balance column makes sense where a list shows every row of one account, in order. */
export const isWholeAccount = (filter: TransactionFilter): boolean =>
  onlyAccount(filter) !== undefined && (filter.search?.trim() ?? '') === '' && filter.category === undefined && filter.status === undefined && filter.batchId === undefined && filter.flag === undefined && filter.tag === undefined && filter.tags === undefined && filter.ids === undefined

export const withParams = ({ params }: Conditions, more: Readonly<Record<string, string | number>>): Params => ({ ...params, ...more })
