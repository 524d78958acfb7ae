import type { LocalDate } from '#shared/dates.ts'
import type { AccountId, BatchId, Split, Transaction, TransactionId } from '#shared/model.ts'
import { minor, type Currency } from '#shared/money.ts'

/** A row as lists show it: the user's words where there are some, else the bank's. */
export interface TransactionRow {
  readonly id: TransactionId
  readonly account_id: AccountId
  readonly account_name: string
  readonly currency: Currency
  readonly booked_on: LocalDate
  readonly value_on: LocalDate | null
  readonly amount_minor: number
  readonly is_pending: 0 | 1
  readonly payee: string
  readonly purpose: string
  readonly notes: string
  readonly category_id: string | null
  readonly category_by: 'user' | 'rule' | 'guess' | null
  readonly is_split: 0 | 1
  /** JSON; null where there are none. */
  readonly tags: string | null
  readonly parts: string | null
  readonly counterparty_iban: string | null
  readonly external_id: string
  /** The other leg of a confirmed transfer. */
  readonly partner_id: TransactionId | null
  readonly batch_id: BatchId | null
  readonly is_new: 0 | 1
  readonly is_adjusting: 0 | 1
  readonly is_potential_duplicate: 0 | 1
}

/** A partner that is gone is none, also before the pair is. */
const PARTNER = /* sql */ `
  (SELECT other.id FROM txn AS other WHERE other.deleted_at IS NULL AND other.id = coalesce(
    (SELECT in_id FROM transfer WHERE out_id = txn.id AND state = 'confirmed'), (SELECT out_id FROM transfer WHERE in_id = txn.id AND state = 'confirmed')))`

export const TRANSACTION_COLUMNS = /* sql */ `
  txn.id, txn.account_id, account.name AS account_name, account.currency, txn.booked_on, txn.value_on, txn.amount_minor, txn.is_pending,
  coalesce(txn.payee, txn.raw_payee) AS payee, txn.purpose, coalesce(txn.notes, '') AS notes, txn.category_id, txn.counterparty_iban,
  txn.external_id, txn.batch_id, ${PARTNER} AS partner_id, txn.is_new, txn.is_adjusting, txn.is_potential_duplicate,
  txn.category_by, txn.is_split, iif(txn.is_tagged = 1, (SELECT json_group_array(tag) FROM (SELECT tag FROM txn_tag WHERE txn_id = txn.id ORDER BY tag)), NULL) AS tags,
  iif(txn.is_split = 1, (SELECT json_group_array(json_array(part_minor, category_id, notes)) FROM (SELECT amount_minor AS part_minor, category_id, notes FROM split WHERE txn_id = txn.id ORDER BY id)), NULL) AS parts`

export const toTransaction = (row: TransactionRow, balanceAfter: number | null = null): Transaction => ({
  id: row.id,
  accountId: row.account_id,
  accountName: row.account_name,
  bookedOn: row.booked_on,
  valueOn: row.value_on,
  amount: { minor: minor(row.amount_minor), currency: row.currency },
  balanceAfter: balanceAfter === null ? null : { minor: minor(balanceAfter), currency: row.currency },
  status: row.is_pending === 1 ? 'pending' : 'booked',
  payee: row.payee,
  purpose: row.purpose,
  notes: row.notes,
  categoryId: row.is_split === 1 ? null : row.category_id,
  categoryBy: row.is_split === 1 ? null : row.category_by,
  splits: row.parts === null ? [] : toSplits(row.parts, row.currency),
  tags: row.tags === null ? [] : toTags(row.tags),
  counterpartyIban: row.counterparty_iban,
  externalId: row.external_id === '' ? null : row.external_id,
  transferId: row.partner_id,
  batchId: row.batch_id,
  isNew: row.is_new === 1,
  isAdjusting: row.is_adjusting === 1,
  isPotentialDuplicate: row.is_potential_duplicate === 1,
})

const toSplits = (json: string, code: Currency): Split[] => toParts(json).map(([cents, categoryId, notes]) => ({ amount: { minor: minor(cents), currency: code }, categoryId, notes: notes ?? '' }))

/** The query above makes these texts. */
const toParts = (json: string) => JSON.parse(json) as [cents: number, categoryId: string | null, notes: string | null][]
const toTags = (json: string) => JSON.parse(json) as string[]
