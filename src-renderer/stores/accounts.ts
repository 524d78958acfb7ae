import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import { worthsOf } from '#shared/worth.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { Account, AccountId } from '#shared/model.ts'
import { addMoney, type Money } from '#shared/money.ts'
import { call, on } from '#renderer/api/client.ts'
import { nameParts } from './account-name.ts'
import { unlessEqual } from './unless-equal.ts'

export type AccountGroup = 'everyday' | 'savings' | 'cards' | 'loans' | 'investments' | 'assets'

const GROUP_OF: Readonly<Record<Account['type'], AccountGroup>> = {
  checking: 'everyday', cash: 'everyday', savings: 'savings', credit: 'cards', loan: 'loans', liability: 'loans', investment: 'investments', asset: 'assets',
}
const GROUPS: readonly AccountGroup[] = ['everyday', 'savings', 'cards', 'loans', 'investments', 'assets']

export const useAccountsStore = defineStore('accounts', () => {
  const accounts = shallowRef<readonly Account[]>([])
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  const open = computed(() => accounts.value.filter(({ closed }) => !closed))
  const byId = computed(() => new Map(accounts.value.map((account) => [account.id, account])))
  const groups = computed(() => GROUPS
    .map((group) => ({ group, accounts: open.value.filter(({ type }) => GROUP_OF[type] === group) }))
    .filter((entry) => entry.accounts.length > 0))
  /** Names that several accounts have but for the digits behind them. */
  const sharedNames = computed(() => {
    const heads = accounts.value.map(({ name }) => nameParts(name).head)
    return new Set(heads.filter((head, place) => heads.indexOf(head) !== place))
  })
  /** One sum per currency, the largest group of accounts first: currencies are never added together. */
  const totals = computed(() => sumsByCurrency(open.value.flatMap(worthsOf)))

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (scopes.includes('accounts') || scopes.includes('transactions')) void load()
  }))

  async function load(): Promise<void> {
    const reply = await call('accounts.list', undefined)
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) accounts.value = unlessEqual(accounts.value, reply.value)
    loaded.value = true
  }

  async function edit(change: Input<'accounts.edit'>): Promise<Reply<'accounts.edit'>> {
    return refreshed(await call('accounts.edit', change))
  }

  async function close(id: AccountId, closed: boolean): Promise<Reply<'accounts.close'>> {
    return refreshed(await call('accounts.close', { id, closed }))
  }

  async function refreshed<T extends { ok: boolean }>(reply: T): Promise<T> {
    if (reply.ok) await load()
    return reply
  }

  return { accounts, error, loaded, open, byId, groups, sharedNames, totals, load, edit, close }
})

/** Adds what may be added: one sum for each currency, the one with most parts first. */
export function sumsByCurrency(parts: readonly Money[]): Money[] {
  const sums = new Map<string, { sum: Money; count: number }>()
  for (const part of parts) {
    const known = sums.get(part.currency)
    sums.set(part.currency, known ? { sum: addMoney(known.sum, part), count: known.count + 1 } : { sum: part, count: 1 })
  }
  return [...sums.values()].sort((left, right) => right.count - left.count).map(({ sum }) => sum)
}
