import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { balanceHistory } from '#main/insights/balance-history.ts'
import { reportRows, runReport } from '#main/insights/reports/run.ts'
import { listAccounts } from '#main/ledger/accounts.ts'
import { previewDeletion } from '#main/ledger/connections/remove.ts'
import { getConnections, listConnections } from '#main/ledger/connections/read.ts'
import { listRefreshes } from '#main/ledger/connections/refreshes.ts'
import { listRules as listCategoryRules } from '#main/ledger/categories/rules.ts'
import { readBudgets } from '#main/ledger/budgets/budgets.ts'
import { listTransfers } from '#main/ledger/insights/list.ts'
import { listBatches, readReceipt } from '#main/ledger/batches.ts'
import { transact, type LedgerConnection, type ReadableLedger } from '#main/ledger/database.ts'
import { closeAccount, editAccount, editTransactions } from '#main/ledger/edit.ts'
import { historyState, redo, undo, type Goal } from '#main/ledger/history.ts'
import { assignStatement, decideRows } from '#main/ledger/import/decide.ts'
import { reviewImport, reviewRows } from '#main/ledger/import/review.ts'
import { listInstitutions, removeInstitution, saveInstitution } from '#main/ledger/institutions.ts'
import { listHoldings } from '#main/ledger/investments/holdings.ts'
import { readLoan } from '#main/ledger/investments/loans.ts'
import { listTrades } from '#main/ledger/investments/trades.ts'
import { previewRevert, revertBatch } from '#main/ledger/revert-batch.ts'
import { listRates } from '#main/ledger/rates.ts'
import { createRule, deleteRule, editRule, listRules } from '#main/ledger/notifications/rules.ts'
import { recentNotifications } from '#main/ledger/notifications/told.ts'
import { readSettings, setBaseCurrency } from '#main/ledger/settings.ts'
import { readDetail } from '#main/ledger/transactions/detail.ts'
import { outlineTransactions } from '#main/ledger/transactions/outline.ts'
import { pageTransactions } from '#main/ledger/transactions/page.ts'
import { listTags } from '#main/ledger/transactions/tags.ts'
import type { Clock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { budgetUseCases } from './budget-use-cases.ts'
import { explained } from './explain.ts'
import { insightUseCases, listContracts } from './insight-use-cases.ts'
import { categoryUseCases } from './category-use-cases.ts'
import { manualUseCases } from './manual-use-cases.ts'
import type { LedgerChannel, Scope } from './protocol.ts'
import { rateUseCases } from './rate-use-cases.ts'
import type { WriteContext } from './write-context.ts'

/** Answered by whoever holds the client: they must work while the threads are busy. */
type ClientChannel = 'imports.stage' | 'operations.list' | 'operations.cancel'
export type UseCaseChannel = Exclude<LedgerChannel, ClientChannel>

type Read<C extends LedgerChannel> = (db: ReadableLedger, input: Parsed<C>, clock: Clock) => Output<C>

/** Answered by the reading thread, also while the other one writes. */
export const reads = {
  'accounts.list': (db) => listAccounts(db),
  'holdings.list': (db, { accountIds }) => listHoldings(db, accountIds),
  'trades.list': listTrades,
  'loans.get': readLoan,
  'transactions.outline': outlineTransactions,
  'transactions.page': pageTransactions,
  'transactions.get': (db, { id }) => explained(readDetail(db, id)),
  'tags.list': (db) => listTags(db),
  'rules.list': (db) => listCategoryRules(db),
  'reports.balanceHistory': (db, asked, clock) => balanceHistory(db, asked, clock.today()),
  'reports.run': (db, request, clock) => runReport(db, request, clock.today()),
  'rates.list': listRates,
  'reports.rows': (db, asked, clock) => reportRows(db, asked, clock.today()),
  'transfers.list': listTransfers,
  'contracts.list': listContracts,
  'budgets.list': (db) => readBudgets(db),
  'imports.history': (db) => listBatches(db),
  'imports.receipt': (db, { batchId }) => readReceipt(db, batchId),
  'connections.list': (db) => listConnections(db),
  'connections.get': (db, { ids }) => getConnections(db, ids),
  'refreshes.list': listRefreshes,
  'institutions.list': (db) => listInstitutions(db),
  'notifications.list': (db) => listRules(db),
  'notifications.recent': (db, { limit }) => recentNotifications(db, limit),
  'history.state': (db) => historyState(db),
  'ledger.settings': (db) => readSettings(db),
} as const satisfies { [C in UseCaseChannel]?: Read<C> }
export type ReadChannel = keyof typeof reads

type Write<C extends LedgerChannel> = (context: WriteContext, input: Parsed<C>) => Output<C>
type WriteChannel = Exclude<UseCaseChannel, ReadChannel>

/** Answered by the writing thread, one after the other; each one is a whole transaction. */
export const writes = {
  'accounts.edit': ({ db, clock, changed }, input) => {
    const account = transact(db, () => editAccount(db, input, clock.now()))
    changed('accounts', 'transactions', 'history')
    return account
  },
  'accounts.close': ({ db, clock, changed }, input) => {
    const account = transact(db, () => closeAccount(db, input, clock.now()))
    changed('accounts', 'history')
    return account
  },
  'transactions.edit': ({ db, clock, changed }, input) => {
    const edited = transact(db, () => editTransactions(db, input, clock.now()))
    if (edited.changed > 0) changed(...(input.change.isRemoved === true ? ['accounts' as const] : []), 'transactions', 'history')
    return edited
  },
  ...categoryUseCases,
  ...manualUseCases,
  ...budgetUseCases,
  ...insightUseCases,
  ...rateUseCases,
  'ledger.setSettings': ({ db, changed }, { baseCurrency }) => {
    transact(db, () => { setBaseCurrency(db, baseCurrency) })
    changed('settings')
    return readSettings(db)
  },
  'institutions.save': ({ db, changed }, { id, ...facts }) => {
    const known = transact(db, () => saveInstitution(db, { id: id ?? systemRandom.uuid(), ...facts }))
    changed('settings')
    return known
  },
  'institutions.remove': ({ db, changed }, { id }) => {
    const known = transact(db, () => removeInstitution(db, id))
    changed('settings')
    return known
  },
  'imports.review': ({ db, staging }, { operationId }) => reviewImport(db, staging.find(operationId)),
  'imports.rows': ({ db, staging }, input) => reviewRows(db, staging.find(input.operationId), input),
  'imports.decide': ({ db, staging }, input) => {
    const staged = staging.find(input.operationId)
    decideRows(db, staged, input)
    return reviewImport(db, staged)
  },
  'imports.assign': ({ db, staging }, input) => {
    const staged = staging.find(input.operationId)
    assignStatement(db, staged, input)
    return reviewImport(db, staged)
  },
  'imports.commit': ({ staging }, { operationId }) => ({ receipts: staging.commit(operationId) }),
  'imports.discard': ({ staging }, { operationId }) => staging.discard(operationId),
  'imports.revertPreview': ({ db }, { batchId }) => previewRevert(db, batchId),
  'imports.revert': ({ db, clock, changed }, { batchId }) => {
    const batch = transact(db, () => revertBatch(db, batchId, clock.now()))
    changed('accounts', 'transactions', 'imports', 'history', 'settings')
    return batch
  },
  'connections.deletePreview': ({ db }, input) => previewDeletion(db, input),
  'notifications.create': ({ db, clock, changed }, draft) => {
    const rule = transact(db, () => createRule(db, draft, clock.now(), clock.today()))
    changed('notifications')
    return rule
  },
  'notifications.edit': ({ db, clock, changed }, { id, rule }) => {
    const edited = transact(db, () => editRule(db, id, rule, clock.today()))
    changed('notifications')
    return edited
  },
  'notifications.delete': ({ db, changed }, { id }) => {
    transact(db, () => deleteRule(db, id))
    changed('notifications')
    return null
  },
  'history.undo': (context) => move(context, undo),
  'history.redo': (context) => move(context, redo),
} as const satisfies { [C in WriteChannel]: Write<C> }

function move({ db, clock, changed }: WriteContext, step: (db: LedgerConnection, at: ReturnType<Clock['now']>) => Goal | undefined): Output<'history.state'> {
  const goal = transact(db, () => step(db, clock.now()))
  if (goal) changed(...scopesOf(goal), 'history')
  return historyState(db)
}

function scopesOf(goal: Goal): Scope[] {
  const { kind } = goal
  if (kind === 'several') return [...new Set(goal.goals.flatMap(scopesOf))]
  if (kind === 'transactions') return ['transactions']
  if (kind === 'rules') return ['rules']
  if (kind === 'budgets') return ['budgets']
  if (kind === 'notifications') return ['notifications']
  if (kind === 'contracts' || kind === 'pairing') return ['insights']
  if (kind === 'transfers') return ['transactions', 'insights']
  return kind === 'account' || kind === 'rows' || kind === 'facts' ? ['accounts', 'transactions'] : ['connections', 'accounts', 'transactions', 'imports', 'settings']
}

export const isRead = (channel: LedgerChannel): channel is ReadChannel => channel in reads
