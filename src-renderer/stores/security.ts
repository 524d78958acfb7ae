import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import { call } from '#renderer/api/client.ts'

/** Which ways lead into the ledger. Secrets pass through on their one way inwards and are kept nowhere here. */
export const useSecurityStore = defineStore('security', () => {
  const slots = shallowRef<Output<'security.slots'>>()

  async function load(): Promise<void> {
    const reply = await call('security.slots', undefined)
    if (reply.ok) slots.value = reply.value
  }

  async function setPassphrase(passphrase: string): Promise<Reply<'security.setPassphrase'>> {
    return refreshed(await call('security.setPassphrase', { passphrase }))
  }

  async function setKeyring(enabled: boolean): Promise<Reply<'security.setKeyring'>> {
    return refreshed(await call('security.setKeyring', { enabled }))
  }

  async function newRecoveryKey(): Promise<Reply<'security.newRecoveryKey'>> {
    return refreshed(await call('security.newRecoveryKey', undefined))
  }

  async function refreshed<R>(reply: R): Promise<R> {
    await load()
    return reply
  }

  return { slots, load, setPassphrase, setKeyring, newRecoveryKey }
})
