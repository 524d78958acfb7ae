import { describe, expect, it } from 'vitest'
import { BERLIN, NEW_YORK } from '../unit/schedule/zones.ts'
import { live, World } from './schedule/world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SEEDS = 6

/** Where nothing ever goes wrong. */
function calm(...[seed, zone, from]: ConstructorParameters<typeof World>): World {
  return new World(seed, zone, from, 0)
}

describe('W4: weeks of unattended refreshes', () => {
  it.each([
    ['Europe/Berlin, clocks go forward', BERLIN, '2026-03-20T06:00:00Z'], ['Europe/Berlin, clocks go back', BERLIN, '2026-10-16T06:00:00Z'],
    ['America/New_York, clocks go forward', NEW_YORK, '2026-02-27T06:00:00Z'], ['America/New_York, clocks go back', NEW_YORK, '2026-10-23T06:00:00Z'],
  ] as const)('never too often, never two at once, never where a person is needed, never a refused PIN again (%s)', async (name, zone, from) => {
    let started = 0
    for (let seed = 0; seed < SEEDS; seed += 1) started += (await live(`${name} ${seed}`, zone, from, 17)).started
    expect(started).toBeGreaterThan(SEEDS * 20)
  })

  it('a computer that is awake refreshes a daily connection once each day, at its time', async () => {
    const world = calm('calm', BERLIN, '2026-03-20T12:00:00Z')
    world.add('anna', { mode: 'daily', at: '07:00' })
    await world.open()
    await world.pass(16 * DAY)
    const times = world.autoRuns(world.connections[0]!).map(({ startedAt }) => startedAt)
    // The first makes up for a morning without Kontor; the clock goes forward on the 29th.
    expect(times).toHaveLength(17)
    expect(times.slice(1, 9).every((time) => time.slice(11, 19) === '06:00:00')).toBe(true)
    expect(times.slice(9).every((time) => time.slice(11, 19) === '05:00:00')).toBe(true)
    await world.close()
  })

  it.each([true, false])('after days of sleep it makes up for one run (the system tells of waking: %s)', async (tells) => {
    const world = calm('sleeper', BERLIN, '2026-06-01T12:00:00Z')
    world.add('anna', { mode: 'hours', every: 6 })
    await world.open()
    await world.pass(HOUR)
    const before = world.started
    await world.sleep(3 * DAY, tells)
    await world.pass(30 * 60_000)
    expect(world.started).toBe(before + 1)
    await world.close()
  })

  it('a restart neither repeats a run nor forgets how many there were', async () => {
    const world = calm('restarted', BERLIN, '2026-06-01T12:00:00Z')
    world.add('anna', { mode: 'hours', every: 1 })
    await world.open()
    for (let hour = 0; hour < 12; hour += 1) {
      await world.pass(HOUR)
      await world.close()
      world.restart()
      await world.open()
    }
    expect(world.started).toBe(4)
    await world.close()
  })

  it('tells when it will be refreshed next, and why not', async () => {
    const world = calm('teller', BERLIN, '2026-06-01T12:00:00Z')
    world.add('anna', { mode: 'daily', at: '07:00' })
    world.add('berta', { mode: 'off' })
    world.add('cleo', { mode: 'daily', at: '07:00' })
    world.connections[2]!.pinStored = false
    await world.open()
    await world.pass(HOUR)
    const told = await world.scheduler.tellNext(world.connections)
    expect(told.map(({ nextRunAt, schedulePause }) => [nextRunAt, schedulePause])).toEqual([['2026-06-02T05:00:00.000Z', null], [null, null], [null, 'pin_required']])
    await world.close()
  })
})
