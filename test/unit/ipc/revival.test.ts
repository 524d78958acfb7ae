import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { folderWithLedger, openHouse, PASSPHRASE, type House } from './house.ts'

const phases = (house: House): string[] => house.told.filter(({ event }) => event === 'app.changed').map(({ payload }) => (payload as AppState).phase)
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 5) })
}

/** Threads let all others go first: on a machine that others keep busy each start waits for its turn. */
const PATIENCE_MS = 240_000

it('a ledger thread that dies is started again, and one that dies again at once is told of', async () => {
  const { folder } = await folderWithLedger()
  const sign = join(folder, 'die')
  process.env['KONTOR_DEATH_SIGN'] = sign
  const entry = new URL('../../fixtures/threads/mortal.ts', import.meta.url)
  const house = await openHouse(folder, undefined, createThreadClient({ entry }))
  await house.ask('lock.open', { secret: PASSPHRASE })
  await house.ask('ledger.setSettings', { baseCurrency: 'CHF' })

  writeFileSync(sign, '')
  await until(() => phases(house).filter((phase) => phase === 'open').length === 2)
  expect((await house.ask('ledger.settings', undefined)).baseCurrency).toBe('CHF')
  expect(house.log.join('')).toContain('ledger.died')

  writeFileSync(sign, '')
  await until(() => phases(house).at(-1) === 'broken')
  expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'broken', problem: { kind: 'bug' } })
  await house.ask('lock.open', { secret: PASSPHRASE })
  expect((await house.ask('ledger.settings', undefined)).baseCurrency).toBe('CHF')
  await house.end()
}, PATIENCE_MS)
