import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { ExchangeRate, RatePair } from '#shared/rates.ts'
import { call, on } from '#renderer/api/client.ts'

export type { ExchangeRate, RatePair }
/** So many of a pair's latest rates are listed. */
const LISTED = 60

/** The exchange rates of the ledger: every pair, and the latest rates of the one that is looked at. */
export const useRatesStore = defineStore('rates', () => {
  const pairs = shallowRef<readonly RatePair[]>([])
  const rates = shallowRef<readonly ExchangeRate[]>([])
  const shown = shallowRef<Pick<RatePair, 'base' | 'quote'>>()
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)

  onScopeDispose(on('ledger.changed', ({ scopes }) => { if (scopes.includes('rates')) void load() }))

  async function load(): Promise<void> {
    const reply = await call('rates.list', { limit: LISTED, ...(shown.value && { pair: shown.value }) })
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) {
      pairs.value = reply.value.pairs
      rates.value = shown.value ? reply.value.rates : []
    }
    loaded.value = true
  }

  async function show(pair: Pick<RatePair, 'base' | 'quote'> | undefined): Promise<void> {
    shown.value = pair && { base: pair.base, quote: pair.quote }
    await load()
  }

  const then = async <T extends { ok: boolean }>(reply: T): Promise<T> => {
    if (reply.ok) await load()
    return reply
  }
  const take = async (bytes: Uint8Array<ArrayBuffer>): Promise<Reply<'rates.import'>> => then(await call('rates.import', { bytes }))
  const set = async (rate: Input<'rates.set'>): Promise<Reply<'rates.set'>> => then(await call('rates.set', rate))
  const remove = async (rates: Input<'rates.delete'>): Promise<Reply<'rates.delete'>> => then(await call('rates.delete', rates))

  return { pairs, rates, shown, error, loaded, load, show, take, set, remove }
})
