import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { AccountId, Transaction } from '#shared/model.ts'
import { call } from '#renderer/api/client.ts'
import { useAccountsStore } from './accounts.ts'

/** Which sheet stands open: a row to write or to change, or a new account. */
export type HandSheet = { readonly kind: 'row'; readonly accountId: AccountId | undefined; readonly row: Transaction | undefined } | { readonly kind: 'account' }

export const useByHandStore = defineStore('byHand', () => {
  const accounts = useAccountsStore()
  const sheet = shallowRef<HandSheet>()

  /** Without an account there is nothing to write into: that is made first. */
  function openRow(accountId?: AccountId): void {
    sheet.value = accounts.open.length === 0 ? { kind: 'account' } : { kind: 'row', accountId, row: undefined }
  }

  const change = (row: Transaction): void => { sheet.value = { kind: 'row', accountId: row.accountId, row } }
  const openAccount = (): void => { sheet.value = { kind: 'account' } }
  const close = (): void => { sheet.value = undefined }

  const createRow = (row: Input<'transactions.create'>): Promise<Reply<'transactions.create'>> => call('transactions.create', row)
  const amendRow = (change: Input<'transactions.amend'>): Promise<Reply<'transactions.amend'>> => call('transactions.amend', change)
  const removeRow = (id: Transaction['id']): Promise<Reply<'transactions.edit'>> => call('transactions.edit', { ids: [id], change: { isRemoved: true } })

  async function createAccount(account: Input<'accounts.create'>): Promise<Reply<'accounts.create'>> {
    const reply = await call('accounts.create', account)
    if (reply.ok) await accounts.load()
    return reply
  }

  return { sheet, openRow, change, openAccount, close, createRow, amendRow, removeRow, createAccount }
})
