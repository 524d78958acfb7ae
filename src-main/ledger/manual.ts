import { addDays, type Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { Account, AccountId, BatchId, OperationId, Transaction, TransactionId } from '#shared/model.ts'
import { toDecimal } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import { BLANK_ENTRY, type Reading, type Statement, type StatementAccount, type StatementEntry } from '#shared/statement.ts'
import { findAccount } from './accounts.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'
import { writeFacts, type HandFacts } from './hand-facts.ts'
import { logStep } from './history.ts'
import { storeImport } from './import/commit.ts'
import { stageImport } from './import/stage.ts'
import { statementsOf, type StagedImport, type Target } from './import/staged.ts'
import { findTransaction } from './transactions/page.ts'

const FORMAT = 'by-hand'
const KINDS: Readonly<Record<StatementAccount['type'], Statement['kind']>> = {
  checking: 'bank', savings: 'bank', cash: 'bank', asset: 'bank', liability: 'bank', credit: 'cc', loan: 'bank', investment: 'bank',
}

/** An account without a bank. Its opening balance is a stated balance of the day before, as a bank's would be. Call inside `transact`. */
export function createManualAccount(db: WritableLedger, { name, type, currency, openingMinor, openedOn }: Parsed<'accounts.create'>, at: Instant): Account {
  if (db.column('SELECT 1 FROM account WHERE name = ? AND deleted_at IS NULL').get([name]) !== undefined) throw new AppFailure({ kind: 'exists', what: 'account' })
  const statement: Statement = {
    ...emptyStatement({ number: null, bankCode: null, branch: null, iban: null, bic: null, name, type }, currency),
    balances: [{ kind: 'booked', name: 'opening', amount: toDecimal({ minor: openingMinor, currency }), asOf: addDays(openedOn, -1) }],
  }
  const batchId = store(db, stage(db, name, statement, { accountId: null, name, currency, isChosen: true }), at)
  logStep(db, { label: 'create-account', count: 1, forward: { kind: 'batches', ids: [batchId], reverted: false }, inverse: { kind: 'batches', ids: [batchId], reverted: true } }, at)
  const id = db.column<AccountId>('SELECT account_id FROM import_statement WHERE batch_id = ?').get([batchId])
  assert(id !== undefined, 'the batch has made its account')
  return findAccount(db, id)
}

/** Writes a row by hand. It is a row of its own even where another one is just like it: its writer says so. Call inside `transact`. */
export function createTransaction(db: WritableLedger, { accountId, bookedOn, amountMinor, payee, purpose, categoryId, notes, tags }: Parsed<'transactions.create'>, at: Instant): Transaction {
  const account = findAccount(db, accountId)
  const { currency } = account
  const entry: StatementEntry = {
    ...BLANK_ENTRY, line: 0, bookedOn, amount: toDecimal({ minor: amountMinor, currency }), payee, purpose,
    own: { payee: null, notes: notes === '' ? null : notes, category: categoryId, categoryBy: categoryId === null ? null : 'user', splits: [], tags, isByHand: true },
  }
  const statement: Statement = { ...emptyStatement({ number: account.number, bankCode: account.bankCode, branch: null, iban: account.iban, bic: null, name: account.name, type: account.type }, currency), entries: [entry] }
  const staged = stage(db, account.name, statement, { accountId, name: account.name, currency })
  for (const { rows } of statementsOf(staged)) if (rows.decision(0) !== 'new') rows.choose(0, 'new')
  const batchId = store(db, staged, at)
  logStep(db, { label: 'create-row', count: 1, forward: { kind: 'batches', ids: [batchId], reverted: false }, inverse: { kind: 'batches', ids: [batchId], reverted: true } }, at)
  const id = db.column<TransactionId>('SELECT id FROM txn WHERE batch_id = ?').get([batchId])
  assert(id !== undefined, 'the batch has brought its row')
  return findTransaction(db, id)
}

const emptyStatement = (account: StatementAccount, currency: string): Statement => ({
  kind: KINDS[account.type], account, currency, from: null, to: null, entries: [], pending: [], unreadable: [], balances: [], trades: [], positions: [], securities: [], loan: null, isByHand: true, line: 0,
})

function stage(db: ReadableLedger, name: string, statement: Statement, target: Target): StagedImport {
  const reading: Reading = { format: FORMAT, encoding: null, statements: [statement], discovered: [], statuses: [], warnings: [], createdAt: null }
  return stageImport(db, '' as OperationId, 'manual', [{ name, reading: { ok: true, value: reading }, source: null, targets: new Map([[statement, target]]) }], () => undefined)
}

function store(db: WritableLedger, staged: StagedImport, at: Instant): BatchId {
  const [batchId] = storeImport(db, staged, at, () => undefined)
  assert(batchId !== undefined, 'what is written by hand leaves a batch')
  return batchId
}

interface Row extends HandFacts { readonly accountId: AccountId; readonly isSplit: 0 | 1; readonly isByHand: 0 | 1 }

const READ = /* sql */ `
  SELECT txn.account_id AS accountId, txn.booked_on AS bookedOn, txn.amount_minor AS amountMinor, txn.raw_payee AS payee, txn.purpose, txn.is_split AS isSplit, txn.is_by_hand AS isByHand
    FROM txn WHERE txn.id = ? AND txn.deleted_at IS NULL`

/** Changes a row that somebody wrote by hand, as a step that undo takes back. Call inside `transact`. */
export function amendTransaction(db: WritableLedger, { id, ...change }: Parsed<'transactions.amend'>, at: Instant): Transaction {
  const row = db.query<Row>(READ).get([id])
  if (!row) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  if (row.isByHand === 0) throw new AppFailure({ kind: 'invalid_input', path: 'byHand' })
  const before: HandFacts = { bookedOn: row.bookedOn, amountMinor: row.amountMinor, payee: row.payee, purpose: row.purpose }
  const after: HandFacts = {
    bookedOn: change.bookedOn ?? before.bookedOn, amountMinor: change.amountMinor ?? before.amountMinor, payee: change.payee ?? before.payee, purpose: change.purpose ?? before.purpose,
  }
  // Parts that add up to the old amount would not to the new one.
  if (row.isSplit === 1 && after.amountMinor !== before.amountMinor) throw new AppFailure({ kind: 'invalid_input', path: 'splits' })
  writeFacts(db, id, after, at)
  logStep(db, { label: 'amend-row', count: 1, forward: { kind: 'facts', id, facts: after }, inverse: { kind: 'facts', id, facts: before } }, at)
  return findTransaction(db, id)
}
