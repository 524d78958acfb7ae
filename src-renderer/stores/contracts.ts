import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { ContractId, KnownContract } from '#shared/contracts.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { TransactionId } from '#shared/model.ts'
import { call, on } from '#renderer/api/client.ts'

type Told = Reply<'contracts.list'>

/** Everything that comes back, the dismissed too. What a person says of a contract is answered with all of them anew. */
export const useContractsStore = defineStore('contracts', () => {
  const contracts = shallowRef<readonly KnownContract[]>([])
  const asOf = shallowRef<LocalDate>()
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (loaded.value && scopes.some((scope) => scope === 'insights' || scope === 'transactions' || scope === 'accounts')) void load()
  }))

  async function load(): Promise<void> {
    const reply = await call('contracts.list', {})
    error.value = reply.ok ? undefined : reply.error
    take(reply)
    loaded.value = true
  }

  function take(reply: Told): Told {
    if (!reply.ok) return reply
    contracts.value = reply.value.contracts
    asOf.value = reply.value.asOf
    return reply
  }

  const confirm = async (ids: readonly ContractId[]): Promise<Told> => take(await call('contracts.confirm', { ids: [...ids] }))
  const dismiss = async (ids: readonly ContractId[]): Promise<Told> => take(await call('contracts.dismiss', { ids: [...ids] }))
  const restore = async (ids: readonly ContractId[]): Promise<Told> => take(await call('contracts.restore', { ids: [...ids] }))
  const merge = async (id: ContractId, into: ContractId): Promise<Told> => take(await call('contracts.merge', { id, into }))
  const unmerge = async (id: ContractId): Promise<Told> => take(await call('contracts.unmerge', { id }))
  const rename = async (id: ContractId, name: string | null): Promise<Told> => take(await call('contracts.rename', { id, name }))
  const remind = async (id: ContractId, cancelBy: LocalDate | null, remindDays: number | null): Promise<Told> => take(await call('contracts.remind', { id, cancelBy, remindDays: cancelBy === null ? null : remindDays }))

  const place = async (rows: readonly TransactionId[], into: ContractId | null): Promise<Told> => take(await call('contracts.place', { rows: [...rows], into }))

  return { contracts, asOf, error, loaded, load, confirm, dismiss, restore, merge, unmerge, rename, remind, place }
})

const FOUND_MAX = 100

/** Booked payments that a text names, newest first. */
export const findPayments = (search: string, signal: AbortSignal): Promise<Reply<'transactions.page'>> =>
  call('transactions.page', { filter: { status: 'booked', ...(search.trim() !== '' && { search: search.trim() }) }, after: null, limit: FOUND_MAX }, signal)
