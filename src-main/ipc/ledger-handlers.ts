import type { AppError } from '#shared/errors.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { LedgerChannel } from '#main/worker/protocol.ts'
import type { Operations } from './operations.ts'
import type { Call, SomeHandlers } from './router.ts'

type Ask = <C extends LedgerChannel>(channel: C) => (input: Parsed<C>, call: Call) => Promise<Result<Output<C>, AppError>>

/** What the ledger's threads answer as a whole goes straight on to them; the list is the surface. */
export function ledgerHandlers(ledger: LedgerClient, operations: Operations) {
  const ask: Ask = (channel) => (input, { signal }) => ledger.call(channel, input, signal)
  return {
    ...rowHandlers(ask),
    ...judgementHandlers(ask),
    ...fileHandlers(ask),
    /** What main works on, and what the threads do while a ledger is open. */
    'operations.list': async (_, { signal }) => {
      const inThreads = await ledger.call('operations.list', undefined, signal)
      return ok([...operations.list(), ...(inThreads.ok ? inThreads.value : [])])
    },
    'operations.cancel': async (input, { signal }) => (operations.cancel(input.operationId) ? ok(null) : ledger.call('operations.cancel', input, signal)),
  } satisfies SomeHandlers
}

/** Accounts, their rows, and what was done to them. */
const rowHandlers = (ask: Ask) => ({
  'ledger.settings': ask('ledger.settings'),
  'ledger.setSettings': ask('ledger.setSettings'),
  'accounts.list': ask('accounts.list'),
  'accounts.edit': ask('accounts.edit'),
  'accounts.close': ask('accounts.close'),
  'accounts.create': ask('accounts.create'),
  'holdings.list': ask('holdings.list'),
  'trades.list': ask('trades.list'),
  'loans.get': ask('loans.get'),
  'transactions.outline': ask('transactions.outline'),
  'transactions.page': ask('transactions.page'),
  'transactions.get': ask('transactions.get'),
  'transactions.edit': ask('transactions.edit'),
  'transactions.create': ask('transactions.create'),
  'transactions.amend': ask('transactions.amend'),
  'transactions.similar': ask('transactions.similar'),
  'tags.list': ask('tags.list'),
  'history.state': ask('history.state'),
  'history.undo': ask('history.undo'),
  'history.redo': ask('history.redo'),
})

/** What is made of the rows: rules, reports, budgets, transfers, contracts. */
const judgementHandlers = (ask: Ask) => ({
  'rules.list': ask('rules.list'),
  'rules.create': ask('rules.create'),
  'rules.edit': ask('rules.edit'),
  'rules.delete': ask('rules.delete'),
  'rules.reorder': ask('rules.reorder'),
  'rules.preview': ask('rules.preview'),
  'rules.reach': ask('rules.reach'),
  'rules.apply': ask('rules.apply'),
  'reports.balanceHistory': ask('reports.balanceHistory'),
  'reports.run': ask('reports.run'),
  'reports.rows': ask('reports.rows'),
  'rates.list': ask('rates.list'),
  'rates.import': ask('rates.import'),
  'rates.set': ask('rates.set'),
  'rates.delete': ask('rates.delete'),
  'transfers.list': ask('transfers.list'),
  'transfers.confirm': ask('transfers.confirm'),
  'transfers.reject': ask('transfers.reject'),
  'transfers.restore': ask('transfers.restore'),
  'transfers.pair': ask('transfers.pair'),
  'transfers.unpair': ask('transfers.unpair'),
  'transfers.setPairing': ask('transfers.setPairing'),
  'contracts.list': ask('contracts.list'),
  'contracts.confirm': ask('contracts.confirm'),
  'contracts.dismiss': ask('contracts.dismiss'),
  'contracts.restore': ask('contracts.restore'),
  'contracts.merge': ask('contracts.merge'),
  'contracts.unmerge': ask('contracts.unmerge'),
  'contracts.rename': ask('contracts.rename'),
  'contracts.remind': ask('contracts.remind'),
  'contracts.place': ask('contracts.place'),
  'budgets.list': ask('budgets.list'),
  'budgets.set': ask('budgets.set'),
  'budgets.copyLast': ask('budgets.copyLast'),
  'budgets.average': ask('budgets.average'),
  'budgets.delete': ask('budgets.delete'),
  'budgets.setMonthStart': ask('budgets.setMonthStart'),
})

/** Files on their way in. */
const fileHandlers = (ask: Ask) => ({
  'imports.stage': ask('imports.stage'),
  'imports.review': ask('imports.review'),
  'imports.rows': ask('imports.rows'),
  'imports.decide': ask('imports.decide'),
  'imports.assign': ask('imports.assign'),
  'imports.map': ask('imports.map'),
  'mappings.list': ask('mappings.list'),
  'mappings.save': ask('mappings.save'),
  'mappings.forget': ask('mappings.forget'),
  'imports.commit': ask('imports.commit'),
  'imports.discard': ask('imports.discard'),
  'imports.history': ask('imports.history'),
  'imports.receipt': ask('imports.receipt'),
  'imports.revertPreview': ask('imports.revertPreview'),
  'imports.revert': ask('imports.revert'),
})
