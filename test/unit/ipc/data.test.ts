import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '#shared/ipc/import-endpoints.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import type { OperationId } from '#shared/model.ts'
import { AutoLock } from '#main/ipc/auto-lock.ts'
import { DEMO_CONNECTION_BANK } from '#main/ipc/connection-handlers.ts'
import { oneAtATime } from '#main/ipc/one-at-a-time.ts'
import { systemClock } from '#main/platform/clock.ts'
import { folderWithLedger, openHouse, PASSPHRASE, type House } from './house.ts'

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'ofx', 'bank-sgml.ofx')
let house: House
beforeEach(async () => {
  house = await openHouse((await folderWithLedger()).folder)
  await house.ask('lock.open', { secret: PASSPHRASE })
})
afterEach(() => house.end())

const operations = (): Operation[] => house.told.filter(({ event }) => event === 'operation.changed').map(({ payload }) => payload as Operation)
const last = (operationId: OperationId): Operation | undefined => operations().findLast((operation) => operation.operationId === operationId)
async function settled(operationId: OperationId): Promise<Operation> {
  for (;;) {
    const operation = last(operationId)
    if (operation && operation.state !== 'running') return operation
    await new Promise((resolve) => { setImmediate(resolve) })
  }
}

describe('demo data', () => {
  it('comes with one call and goes with one', async () => {
    const { operationId } = await house.ask('demo.load', undefined)
    expect(await settled(operationId)).toMatchObject({ state: 'done' })
    const accounts = await house.ask('accounts.list', undefined)
    expect(accounts.length).toBeGreaterThan(1)
    expect(accounts.every(({ currency, type, transactionCount }) => currency === 'EUR' && (transactionCount > 0 || type === 'investment'))).toBe(true)
    expect((await house.ask('ledger.settings', undefined)).demoBatchId).not.toBeNull()
    await house.ask('demo.remove', undefined)
    expect(await house.ask('accounts.list', undefined)).toEqual([])
    expect((await house.ask('ledger.settings', undefined)).demoBatchId).toBeNull()
  })

  it('goes with one call also while its categories are still being found', async () => {
    await house.ask('demo.load', undefined)
    while ((await house.ask('ledger.settings', undefined)).demoBatchId === null) await new Promise((resolve) => { setTimeout(resolve, 1) })
    await house.ask('demo.remove', undefined)
    expect(await house.ask('accounts.list', undefined)).toEqual([])
  })
})

it('A6 demo data that waits for a TAN stays, and nobody waits for it', async () => {
  const started = await house.ask('connections.import', { bank: DEMO_CONNECTION_BANK, userId: 'small', name: 'MSA' })
  const asked = async () => (await house.ask('refreshes.list', { limit: 1 }))[0]?.question ?? null
  while (await asked() === null) await new Promise((resolve) => { setTimeout(resolve, 1) })
  expect(await house.reply('demo.remove', undefined)).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'MSA' } })
  await house.ask('refreshes.cancel', { id: started.refreshId })
})

describe('files from outside the window', () => {
  it('wait for the ledger, then are staged like any import', async () => {
    await house.ask('lock.now', undefined)
    house.services.intake.receive([FIXTURE, FIXTURE])
    await house.ask('lock.open', { secret: PASSPHRASE })
    await house.services.intake.stage()
    const waiting = operations().filter(({ state }) => state === 'waiting')
    expect(waiting).toHaveLength(1)
    const [operation] = waiting
    const review = await house.ask('imports.review', { operationId: operation!.operationId })
    expect(review.files.map(({ name, error }) => [name, error])).toEqual([['bank-sgml.ofx', null]])
    await house.services.intake.stage()
    expect(operations().filter(({ state }) => state === 'waiting')).toHaveLength(1)
  })

  it('say what is wrong, each for itself', async () => {
    const { folder } = house.paths
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'big.ofx'), '')
    truncateSync(join(folder, 'big.ofx'), 200_000_000)
    house.services.intake.receive([join(folder, 'none.ofx'), join(folder, 'sub'), join(folder, 'big.ofx'), FIXTURE])
    await house.services.intake.stage()
    expect(operations().filter(({ state }) => state === 'failed').map(({ error }) => error)).toEqual([
      { kind: 'storage', reason: 'missing' }, { kind: 'storage', reason: 'is_folder' }, { kind: 'malformed', reason: 'too_large', line: null },
    ])
    expect(operations().filter(({ state }) => state === 'waiting')).toHaveLength(1)
  })

  it('never fill the memory by their number', async () => {
    house.services.intake.receive(Array.from({ length: 500 }, (_, n) => join(house.paths.folder, `none-${n}.ofx`)))
    await house.services.intake.stage()
    expect(operations()).toHaveLength(51)
    expect(operations()[0]?.error).toEqual({ kind: 'malformed', reason: 'too_many_files', line: null })
  })

  it('never fill it by their size either', async () => {
    const large = ['a.ofx', 'b.ofx'].map((name) => join(house.paths.folder, name))
    for (const path of large) {
      writeFileSync(path, '')
      truncateSync(path, FILE_BYTES_MAX)
    }
    house.services.intake.receive([...large, FIXTURE])
    await house.services.intake.stage()
    expect(operations().find(({ state }) => state === 'failed')?.error).toEqual({ kind: 'malformed', reason: 'too_much_at_once', line: null })
  })
})

describe('exports', () => {
  it('go where the person says, and report themselves', async () => {
    const { operationId } = await house.ask('demo.load', undefined)
    await settled(operationId)
    house.answers.target = join(house.paths.folder, 'all.json')
    expect(await house.ask('data.export', { format: 'json' })).toEqual({ fileName: 'all.json' })
    expect(() => { JSON.parse(readFileSync(join(house.paths.folder, 'all.json'), 'utf8')) }).not.toThrow()
    expect(operations().filter(({ kind }) => kind === 'export').map(({ state }) => state)).toEqual(['running', 'done'])
    expect(await house.ask('operations.list', undefined)).toEqual([])
  })

  it('go out in every form that other programs read', async () => {
    const { operationId } = await house.ask('demo.load', undefined)
    await settled(operationId)
    const begins = { csv: 'booked_on', ofx: '<?xml', qif: '!', ledger: '2' } as const
    for (const format of ['csv', 'ofx', 'qif', 'ledger'] as const) {
      house.answers.target = join(house.paths.folder, `all.${format}`)
      expect(await house.ask('data.export', { format })).toEqual({ fileName: `all.${format}` })
      expect(readFileSync(house.answers.target, 'utf8').replace(/^\uFEFF/, '').slice(0, begins[format].length), format).toBe(begins[format])
    }
  })

  it('that cannot be written say why, and leave no half', async () => {
    house.answers.target = join(house.paths.folder, 'nowhere', 'all.csv')
    expect(await house.reply('data.export', { format: 'csv' })).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(operations().at(-1)).toMatchObject({ kind: 'export', state: 'failed', error: { kind: 'storage' } })
  })

  it('check themselves: a fresh ledger has no problems', async () => {
    expect(await house.ask('data.verify', undefined)).toEqual({ problems: [] })
  })
})

describe('preferences and the rest of the app', () => {
  it('are kept, told to the window, and survive a restart', async () => {
    expect(await house.ask('preferences.set', { theme: 'dark', autoLockMinutes: 3 })).toMatchObject({ theme: 'dark', language: 'en' })
    expect(house.told.at(-1)).toMatchObject({ event: 'app.changed', payload: { preferences: { theme: 'dark', autoLockMinutes: 3 } } })
    expect(await house.reply('preferences.set', { autoLockMinutes: -1 })).toMatchObject({ ok: false, error: { path: 'autoLockMinutes' } })
    expect(JSON.parse(readFileSync(house.paths.preferences, 'utf8'))).toMatchObject({ theme: 'dark', autoLockMinutes: 3 })
  })

  it('keep two changes that come at once', async () => {
    await Promise.all([house.ask('preferences.set', { theme: 'dark' }), house.ask('preferences.set', { autoLockMinutes: 7 }), house.ask('preferences.set', { lastRoute: '/budgets' })])
    expect(house.services.preferences.current).toMatchObject({ theme: 'dark', autoLockMinutes: 7, lastRoute: '/budgets' })
    expect(JSON.parse(readFileSync(house.paths.preferences, 'utf8'))).toMatchObject({ theme: 'dark', autoLockMinutes: 7, lastRoute: '/budgets' })
  })

  it('are on the disk whole when the services have closed', async () => {
    const changed = house.reply('preferences.set', { theme: 'dark' })
    await house.services.close()
    expect(readdirSync(house.paths.folder).filter((name) => name.endsWith('.draft'))).toEqual([])
    expect(JSON.parse(readFileSync(house.paths.preferences, 'utf8'))).toMatchObject({ theme: 'dark' })
    await changed
  })

  it('copies a secret without writing it anywhere', async () => {
    await house.ask('clipboard.copySecret', { text: '7QK2M-0XV9B' })
    expect(house.copied).toEqual(['7QK2M-0XV9B'])
    expect(house.log.join('')).not.toContain('7QK2M')
  })

  it('turns a fault of the window into an incident without its texts', async () => {
    const { incidentId } = await house.ask('app.reportIncident', { where: 'setup function', name: 'TypeError', stack: '    at load (app://kontor/assets/index-Bx_1.js:1:22)\n    at Ada DE89370400440532013000' })
    const line = house.log.find((text) => text.includes(incidentId)) ?? ''
    expect(line).toContain('load index-Bx_1.js:1:22')
    expect(line).not.toMatch(/Ada|DE89/)
  })
})

describe('the auto-lock', () => {
  const minute = 60_000
  const setUp = (minutes: number) => {
    const clock = { now: 0 }
    const locks: number[] = []
    const autoLock = new AutoLock({ ...systemClock, monotonicMs: () => clock.now }, () => minutes, () => { locks.push(clock.now) })
    return { clock, locks, autoLock }
  }

  it('locks after so many minutes without input, and not before', () => {
    const { clock, locks, autoLock } = setUp(10)
    for (clock.now = 0; clock.now < 9 * minute; clock.now += minute) autoLock.check()
    autoLock.noteInput()
    for (; clock.now < 19 * minute; clock.now += minute) autoLock.check()
    expect(locks).toEqual([])
    clock.now = 19 * minute
    autoLock.check()
    expect(locks).toEqual([19 * minute])
  })

  it('never locks when it is switched off', () => {
    const { clock, locks, autoLock } = setUp(0)
    clock.now = 1e9
    autoLock.check()
    expect(locks).toEqual([])
  })
})

describe('one at a time', () => {
  it('keeps the order and survives what fails', async () => {
    const inTurn = oneAtATime()
    const done: string[] = []
    const work = (name: string, ticks: number, fails = false) => inTurn(async () => {
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
      done.push(name)
      if (fails) throw new Error(name)
    })
    const results = await Promise.allSettled([work('a', 9), work('b', 1, true), work('c', 0)])
    expect(done).toEqual(['a', 'b', 'c'])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
