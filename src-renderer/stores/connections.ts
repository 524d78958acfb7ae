import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Bank, Connection, ConnectionAccount, ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Input, Output, Reply } from '#shared/ipc/contract.ts'
import type { AccountId } from '#shared/model.ts'
import type { Money } from '#shared/money.ts'
import { call, on } from '#renderer/api/client.ts'
import { useRefreshesStore } from './refreshes.ts'
import { unlessEqual } from './unless-equal.ts'

export type FoundBank = Output<'banks.search'>[number]
export type RowsFate = Input<'connections.delete'>['rows']
export type DeletePreview = Output<'connections.deletePreview'>
/** One line of "refresh all": what was begun for a connection, or why not. */
export type AllLine = Output<'connections.updateAll'>[number]
export interface Link { readonly connection: Connection; readonly account: ConnectionAccount }

/** The bank itself, without what only the list shows. */
export const bankOf = ({ name, bankCode, bic, country, protocol, url, org, fid }: FoundBank): Bank =>
  ({ name, bankCode, bic, country, protocol, url, ...(org === undefined ? {} : { org }), ...(fid === undefined ? {} : { fid }) })

/** The banks this ledger is connected to. PINs pass through on their one way inwards and are kept nowhere here. */
export const useConnectionsStore = defineStore('connections', () => {
  const refreshes = useRefreshesStore()
  const connections = shallowRef<readonly Connection[]>([])
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  const byId = computed(() => new Map(connections.value.map((connection) => [connection.id, connection])))
  /** Which connection an account of the ledger hangs on. */
  const linkOf = computed(() => new Map<AccountId, Link>(connections.value.flatMap((connection) =>
    connection.accounts.flatMap((account): [AccountId, Link][] => (account.accountId === null ? [] : [[account.accountId, { connection, account }]])))))

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (scopes.includes('connections')) void load()
  }))

  async function load(): Promise<void> {
    const reply = await call('connections.list', undefined)
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) connections.value = unlessEqual(connections.value, reply.value)
    loaded.value = true
  }

  const search = (query: string, signal?: AbortSignal): Promise<Reply<'banks.search'>> => call('banks.search', { query }, signal)
  const certificate = (input: Input<'banks.certificate'>) => call('banks.certificate', input)
  const profile = (input: Input<'banks.profile'>, signal?: AbortSignal) => call('banks.profile', input, signal)
  const greeting = (input: Input<'banks.greeting'>, signal?: AbortSignal) => call('banks.greeting', input, signal)
  const saveInstitution = (input: Input<'institutions.save'>) => call('institutions.save', input)
  const removeInstitution = (id: string) => call('institutions.remove', { id })
  const add = async (input: Input<'connections.import'>) => then(await call('connections.import', input))
  const update = async (input: Input<'connections.update'>) => then(await call('connections.update', input))
  const updateAll = async () => then(await call('connections.updateAll', undefined))
  const edit = async (input: Input<'connections.edit'>) => then(await call('connections.edit', input))
  const deletePreview = (id: ConnectionId, rows: RowsFate) => call('connections.deletePreview', { id, rows })
  const remove = async (id: ConnectionId, rows: RowsFate) => then(await call('connections.delete', { id, rows }))
  const removeAll = async (rows: RowsFate) => then(await call('connections.deleteAll', { rows }))
  const removeAccount = async (id: AccountId) => then(await call('accounts.delete', { id }))

  /** What the adjusting entries of these accounts come to, for each currency. */
  async function adjustments(accountIds: readonly AccountId[]): Promise<readonly Money[]> {
    const reply = await call('transactions.outline', { filter: { accountIds: [...accountIds], flag: 'adjusting' } })
    return reply.ok ? reply.value.sums : []
  }

  /** Main has said what it did; the lists say what came of it, even where an event was missed. */
  async function then<R extends { readonly ok: boolean }>(reply: R): Promise<R> {
    if (reply.ok) await Promise.all([load(), refreshes.load()])
    return reply
  }

  return { connections, error, loaded, byId, linkOf, load, search, certificate, profile, greeting, saveInstitution, removeInstitution, add, update, updateAll, edit, deletePreview, remove, removeAll, removeAccount, adjustments }
})
