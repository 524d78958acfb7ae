import { afterEach, describe, expect, it } from 'vitest'
import type { Connection } from '#shared/connections.ts'
import { Secret } from '#shared/secret.ts'
import { Scheduler, type SchedulerParts } from '#main/schedule/index.ts'
import { demo, fints, must, openDesk, PIN, settled, type Desk } from '../sync/kit.ts'
import { BERLIN } from './zones.ts'

const MINUTE = 60_000
let desk: Desk
let scheduler: Scheduler | undefined
afterEach(async () => {
  await scheduler?.closing()
  await desk.end()
})

/** Over the real connections, on the desk's clock. Each `turn` is a wait that has passed. */
function schedule(more: Partial<SchedulerParts> = {}): { turn: () => Promise<void> } {
  const waiting: { milliseconds: number; resolve: () => void }[] = []
  scheduler = new Scheduler({
    ...desk, ...more, zone: BERLIN, reportBug: (where, cause) => { throw new Error(where, { cause }) },
    timer: { wait: (milliseconds, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted === true) { reject(new Error('aborted')); return }
      const waiter = { milliseconds, resolve }
      waiting.push(waiter)
      signal?.addEventListener('abort', () => {
        waiting.splice(waiting.indexOf(waiter), 1)
        reject(new Error('aborted'))
      }, { once: true })
    }) },
  })
  desk.ledger.onEvent((event) => { if (event.name === 'ledger.changed') scheduler?.changed() })
  scheduler.opened()
  return {
    turn: async () => {
      for (let beat = 0; beat < 20; beat += 1) await new Promise((resolve) => { setImmediate(resolve) })
      const [next] = waiting.splice(0, 1)
      desk.pass(next?.milliseconds ?? 0)
      next?.resolve()
      for (let beat = 0; beat < 20; beat += 1) await new Promise((resolve) => { setImmediate(resolve) })
      await desk.connections.idle()
    },
  }
}

const all = async (): Promise<Connection[]> => must(await desk.connections.list())
const autoRuns = async () => must(await desk.connections.refreshes({ limit: 100 })).filter(({ origin }) => origin === 'auto')

it('tells of each new day once', async () => {
  desk = await openDesk({ scenario: ['no-tan'] })
  let days = 0
  const { turn } = schedule({ dayTurned: () => { days += 1 } })
  await turn()
  expect(days).toBe(0)
  desk.pass(24 * 60 * MINUTE)
  await turn()
  await turn()
  expect(days).toBe(1)
})

it('W4: is not kept waiting by a clock that is set right by a year', async () => {
  desk = await openDesk({ scenario: ['no-tan'] })
  for (const user of ['small-1', 'small-2']) await settled(desk, await desk.connections.import(demo(user)))
  await desk.connections.idle()
  const [hourly, atStart] = await all()
  must(await desk.connections.edit({ id: hourly!.id, schedule: { mode: 'hours', every: 1 } }))
  must(await desk.connections.edit({ id: atStart!.id, schedule: { mode: 'start' } }))
  const { turn } = schedule()
  desk.pass(-365 * 24 * 60 * MINUTE)
  for (let turns = 0; turns < 4; turns += 1) await turn()
  expect((await autoRuns()).map(({ connectionId, status }) => `${connectionId} ${status}`).sort()).toEqual([hourly!.id, atStart!.id].map((id) => `${id} FINISHED`))
})

describe('A3: the scheduler refreshes', () => {
  it('what is due and can be, writes it down as automatic, and leaves the rest', async () => {
    desk = await openDesk({ scenario: ['no-tan', 'chip'] })
    for (const user of ['small-1', 'small-2', 'small-3']) await settled(desk, await desk.connections.import(demo(user)))
    await settled(desk, await desk.connections.import(fints('small')))
    await desk.connections.idle()
    for (const { id } of await all()) must(await desk.connections.edit({ id, schedule: { mode: 'hours', every: 1 } }))
    desk.pass(61 * MINUTE)
    const { turn } = schedule()
    for (let turns = 0; turns < 6; turns += 1) await turn()

    const connections = await all()
    expect(connections.map(({ lastAutoUpdate }) => lastAutoUpdate?.result)).toEqual(['OK', 'OK', 'OK', undefined])
    expect(connections.every(({ lastManualUpdate }) => lastManualUpdate?.result === 'OK')).toBe(true)
    expect((await autoRuns()).map(({ status }) => status)).toEqual(['FINISHED', 'FINISHED', 'FINISHED'])
    const told = await scheduler!.tellNext(connections)
    expect(told.map(({ schedulePause }) => schedulePause)).toEqual([null, null, null, 'pin_required'])
    expect(told.slice(0, 3).every(({ nextRunAt }) => Date.parse(nextRunAt ?? '') > Date.parse(desk.clock.now()))).toBe(true)
  })

  it('W4: stops at the bank’s question, tells of it, and goes on after a refresh by hand', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    await settled(desk, await desk.connections.import(fints('small', { storePin: true })))
    await desk.connections.idle()
    const [{ id }] = await all() as [Connection]
    must(await desk.connections.edit({ id, schedule: { mode: 'hours', every: 1 } }))
    desk.pass(61 * MINUTE)
    const { turn } = schedule()
    for (let turns = 0; turns < 4; turns += 1) await turn()
    expect((await autoRuns()).map(({ status }) => status)).toEqual(['USER_ACTION_REQUIRED'])
    expect(must(await desk.ledger.call('notifications.recent', { limit: 10 })).map(({ trigger }) => trigger)).toEqual(['USER_ACTION_REQUIRED'])
    desk.pass(24 * 60 * MINUTE)
    for (let turns = 0; turns < 4; turns += 1) await turn()
    expect(await autoRuns()).toHaveLength(1)

    await settled(desk, await desk.connections.update({ id, pin: new Secret(PIN), importNewAccounts: false }))
    await desk.connections.idle()
    // The second approval in a row: this bank asks each time, so there is nothing to schedule.
    const [told] = await scheduler!.tellNext(await all())
    expect(told).toMatchObject({ nextRunAt: null, schedulePause: 'approval_each_time', userActionRequired: false })
  })
})
