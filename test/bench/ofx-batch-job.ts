import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { currency } from '#shared/money.ts'
import { Secret } from '#shared/secret.ts'
import { OFX_PASSWORD } from '#main/demo-bank/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { connectionsOf, ends, Gate, KEY, must } from './connections-job.ts'
import { cost, type Cost } from './measure.ts'

/** What a batch of four statements cost from the POST to the stored rows, without the bank's own process and the categories that follow. */
export interface Batched extends Cost { readonly rows: number; readonly finished: number }

/** Four accounts are asked for in one batch, read, compared and stored, in one thread, as the import is measured, and an encrypted ledger. */
export async function fetchBatch(file: string, entries = '25000'): Promise<Batched> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('ofx-server.ts', import.meta.url)), entries], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [said] = await once(server.stdout, 'data') as [Buffer]
    return await measured(file, said.toString().trim())
  } finally {
    server.kill()
  }
}

async function measured(file: string, url: string): Promise<Batched> {
  const ledger = createDirectClient({ clock: systemClock, random: systemRandom })
  must(await ledger.open({ file, key: KEY.slice(), create: true, baseCurrency: currency('USD') }))
  const gate = new Gate(ledger)
  const connections = connectionsOf(gate.ledger)
  await connections.opened()
  const open = gate.shut()
  const bank = { name: 'Harbor Federal', bankCode: null, bic: null, country: null, protocol: 'ofx', url, org: 'Harbor Federal', fid: '90210' } as const
  const { value: finished, cost: spent } = await cost(async () => await ends(connections, [must(await connections.import({
    bank, userId: 'us', pin: new Secret(OFX_PASSWORD), storePin: false, maxDays: 0, skipPositions: true, chooseAccounts: false, accountTypes: ['checking', 'savings', 'credit'],
  }))]))
  open()
  const accounts = must(await ledger.call('accounts.list', undefined))
  await connections.idle()
  await connections.closing()
  await ledger.close()
  return { ...spent, finished, rows: accounts.reduce((sum, { transactionCount }) => sum + transactionCount, 0) }
}
