import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OperationId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import { BackgroundCategories } from '#main/sync/categories.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

/** Waits until the test lets the time pass, or until the wait is called off. */
function clockwork(): Timer & { readonly waits: number[]; pass(): void } {
  let pass = (): void => undefined
  const waits: number[] = []
  return {
    waits, pass: () => { pass() },
    wait: (milliseconds, signal) => new Promise((resolve, reject) => {
      waits.push(milliseconds)
      pass = resolve
      signal?.addEventListener('abort', () => { reject(new Error('called off')) })
    }),
  }
}

describe('categories of what a ledger held before it was opened', () => {
  let ledger: LedgerClient
  beforeEach(async () => {
    ledger = createDirectClient()
    await value(ledger.open({ file: ':memory:', key: null, create: true, baseCurrency: currency('EUR') }))
    await bring()
  })
  afterEach(() => ledger.close())

  async function bring(): Promise<void> {
    const bytes = new TextEncoder().encode(ofx({ currency: 'EUR', lines: [{ id: 'R1', on: '2026-01-05', amount: '-12.00', name: 'REWE Markt' }] }))
    await value(ledger.job('importFiles', { files: [{ name: 'a.ofx', bytes }], source: 'file', operationId: systemRandom.uuid() as OperationId }))
  }

  const decided = async (): Promise<boolean> => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 1 })))[0]?.categoryBy === 'guess'

  it('come at once where nobody looks on', async () => {
    const background = new BackgroundCategories(ledger, { timer: clockwork(), restMs: 0 })
    background.resume()
    await background.idle()
    expect(await decided()).toBe(true)
  })

  it('let the first pages go first, and come then', async () => {
    const timer = clockwork()
    const background = new BackgroundCategories(ledger, { timer, restMs: 2_000 })
    background.resume()
    await Promise.resolve()
    expect([timer.waits, await decided()]).toEqual([[2_000], false])
    timer.pass()
    await background.idle()
    expect(await decided()).toBe(true)
  })

  // Windows lets nobody take an open file away.
  it.skipIf(process.platform === 'win32')('come later where the disk refused, so that no connection stays busy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-background-'))
    const file = join(folder, 'ledger.kontor')
    await ledger.close()
    await value(ledger.open({ file, key: null, create: true, baseCurrency: currency('EUR') }))
    await bring()
    renameSync(file, `${file}.away`)
    const timer = clockwork()
    const background = new BackgroundCategories(ledger, { timer, restMs: 0 })
    background.resume()
    await background.idle()
    expect([timer.waits, await decided()]).toEqual([[60_000], false])
    renameSync(`${file}.away`, file)
    timer.pass()
    await new Promise((resolve) => { setImmediate(resolve) })
    await background.idle()
    expect(await decided()).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  })

  it('are not waited for when the ledger closes meanwhile, and come after the next opening', async () => {
    const timer = clockwork()
    const background = new BackgroundCategories(ledger, { timer, restMs: 2_000 })
    background.resume()
    await background.stop()
    expect(await decided()).toBe(false)
    background.resume()
    timer.pass()
    await background.idle()
    expect(await decided()).toBe(true)
  })
})
