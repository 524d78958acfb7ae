import type { Account, AccountId, Batch, BatchId, ReviewRow, Transaction, TransactionId } from '#shared/model.ts'
import { PAGE_ROWS } from '#shared/ipc/limits.ts'
import { localDate } from '#shared/dates.ts'
import { currency, minor, type Money } from '#shared/money.ts'
import type { Instant } from '#shared/dates.ts'
import { ok } from '#shared/result.ts'
import { sumsByCurrency } from '#renderer/stores/accounts.ts'
import type { Answers } from './fake-bridge.ts'

export const EUR = currency('EUR')
export const eur = (value: number): Money => ({ minor: minor(value), currency: EUR })

export const account = (over: Partial<Account> = {}): Account => ({
  id: 1 as AccountId, name: 'Girokonto', iban: 'DE89370400440532013000', number: '532013000', bankCode: '37040044', institution: null, currency: EUR, type: 'checking',
  balance: eur(123_456), holdings: null, pending: eur(0), bankBalance: eur(123_456), asOf: localDate('2026-03-14'), proof: null, transactionCount: 3, firstOn: null, lastOn: null, closed: false, connectionId: null, status: null, ...over,
})

export const transaction = (over: Partial<Transaction> = {}): Transaction => ({
  id: 1 as TransactionId, accountId: 1 as AccountId, accountName: 'Girokonto', bookedOn: localDate('2026-03-14'), valueOn: null, amount: eur(-1234), balanceAfter: null, status: 'booked',
  payee: 'REWE Markt', purpose: 'SAGT DANKE', notes: '', categoryId: null, categoryBy: null, splits: [], tags: [], counterpartyIban: null, externalId: null, transferId: null, batchId: null, isNew: false, isAdjusting: false, isPotentialDuplicate: false, ...over,
})

export const batch = (over: Partial<Batch> = {}): Batch => ({
  id: 7 as BatchId, source: 'ofx_file', fileName: 'march.ofx', format: 'ofx/102-sgml', importedAt: '2026-03-14T12:00:00.000Z' as Instant, revertedAt: null, accountIds: [1 as AccountId],
  rows: 10, added: 7, duplicates: 1, matched: 1, skipped: 1, problems: 0, delta: [eur(-5000)], ...over,
})

export const reviewRow = (over: Partial<ReviewRow> = {}): ReviewRow => ({
  index: 0, line: 12, bookedOn: localDate('2026-03-14'), amount: eur(-1234), payee: 'REWE Markt', purpose: 'SAGT DANKE', status: 'booked', decision: 'new', reason: 'not-in-ledger',
  choices: ['new', 'skip'], other: null, ...over,
})

/** A ledger of numbered transactions behind the border: row i has id `count - i`, newest first, as main orders them. */
export function ledgerOf(count: number, over: (index: number) => Partial<Transaction> = () => ({})): Answers & { readonly rows: Transaction[] } {
  const rows = Array.from({ length: count }, (_, index) => transaction({ id: (count - index) as TransactionId, payee: `Payee ${index}`, ...over(index) }))
  const matching = ({ search }: { readonly search?: string | undefined }) => rows.filter(({ payee }) => payee.includes(search ?? ''))
  return {
    rows,
    'transactions.outline': ({ filter }) => {
      const found = matching(filter)
      const anchors = Array.from({ length: Math.ceil(found.length / PAGE_ROWS) }, (_, page) => anchor(found[page * PAGE_ROWS - 1]))
      return ok({ count: found.length, sums: sumsByCurrency(found.map(({ amount }) => amount)), anchors })
    },
    'transactions.page': ({ filter, after, limit }) => {
      const found = matching(filter)
      const start = after ? found.findIndex(({ id }) => id === after.id) + 1 : 0
      return ok(found.slice(start, start + limit))
    },
    'transactions.edit': ({ ids, change }) => {
      rows.forEach((row, index) => { if (ids.includes(row.id)) rows[index] = { ...row, payee: change.payee ?? row.payee, notes: change.notes ?? row.notes, categoryId: change.categoryId === undefined ? row.categoryId : change.categoryId } })
      return ok({ changed: ids.length })
    },
  }
}

const anchor = (row: Transaction | undefined) => (row ? { bookedOn: row.bookedOn, id: row.id } : null)
