import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Connection, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { instantOf } from '#main/platform/clock.ts'
import type { Zone } from '#main/platform/zone.ts'
import { around, localDay, momentOf } from '#main/schedule/local-time.ts'
import { planFor, type Circumstances } from '#main/schedule/plan.ts'
import { BERLIN, NEW_YORK } from './zones.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (text: string): number => Date.parse(text)
const NOW = at('2026-03-31T10:00:00Z')

const connection = (parts: Partial<Connection> = {}): Connection => ({
  id: 1 as Connection['id'], bank: { name: 'Testbank', bankCode: '37040044', bic: null, country: '280', protocol: 'fints', url: null },
  name: 'Testbank', userId: 'u', customerId: '', pinStored: true, updateStatus: 'READY', categorizationStatus: 'READY', lastManualUpdate: null, lastAutoUpdate: null, lastSuccessAt: null,
  tanMethods: [], defaultTanMethod: null, userActionRequired: false, consentUntil: null, schedule: { mode: 'daily', at: '07:00' }, accounts: [], accountIds: [], ...parts,
})

let ids = 0
const run = (startMs: number, parts: Partial<Refresh> = {}): Refresh => ({
  id: ++ids as RefreshId, connectionId: 1 as Connection['id'], connectionName: '', bankName: '', kind: 'update', origin: 'auto', status: 'FINISHED', step: 'done', done: 0, total: 0,
  question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: instantOf(startMs), endedAt: instantOf(startMs + 1000), ...parts,
})
const failed = (startMs: number, error: AppError = { kind: 'offline' }, parts: Partial<Refresh> = {}): Refresh => run(startMs, { status: 'ERROR', error, ...parts })

const plan = (parts: Partial<Connection>, runs: readonly Refresh[], change: Partial<Circumstances> = {}) =>
  planFor(connection(parts), runs, { nowMs: NOW, zone: BERLIN, startMs: null, sinceMs: -Infinity, chance: () => 0, isLoginBlocked: false, ...change })
const due = (parts: Partial<Connection>, runs: readonly Refresh[], change: Partial<Circumstances> = {}): string | null => {
  const { dueMs } = plan(parts, runs, change)
  return dueMs === null ? null : instantOf(dueMs)
}

describe('W4 automatic refresh', () => {
  it('off: never', () => {
    expect(plan({ schedule: { mode: 'off' } }, [])).toEqual({ dueMs: null, pause: null })
  })

  it('at start: once for each start', () => {
    const schedule = { mode: 'start' } as const
    expect(due({ schedule }, [run(NOW - DAY)], { startMs: NOW })).toBe(instantOf(NOW))
    expect(due({ schedule }, [run(NOW + 1000)], { startMs: NOW, nowMs: NOW + 5000 })).toBeNull()
    expect(due({ schedule }, [run(NOW - DAY)], { startMs: NOW, sinceMs: NOW + 1 })).toBeNull()
  })

  it('every N hours: counted from the last time it was refreshed, by whomever', () => {
    const schedule = { mode: 'hours', every: 6 } as const
    expect(due({ schedule }, [run(NOW - HOUR)])).toBe(instantOf(NOW + 5 * HOUR))
    expect(due({ schedule }, [run(NOW - HOUR, { origin: 'manual' }), run(NOW - 5 * HOUR)])).toBe(instantOf(NOW + 5 * HOUR))
    // What a person tried in vain is no refresh.
    expect(due({ schedule }, [failed(NOW - HOUR, { kind: 'cancelled' }, { origin: 'manual' }), run(NOW - 5 * HOUR)])).toBe(instantOf(NOW + HOUR))
  })

  it('daily: at the local time, once', () => {
    expect(due({}, [run(at('2026-03-31T05:00:00Z'))])).toBe('2026-04-01T05:00:00.000Z')
    expect(due({}, [run(at('2026-03-31T11:00:00Z'))], { zone: NEW_YORK, nowMs: at('2026-03-31T12:00:00Z') })).toBe('2026-04-01T11:00:00.000Z')
  })

  it('what was missed while the app was closed or asleep is made up for once, however often it was missed', () => {
    expect(due({}, [run(NOW - 5 * DAY)])).toBe('2026-03-31T05:00:00.000Z')
    expect(due({}, [run(NOW), run(NOW - 5 * DAY)], { nowMs: NOW + 1000 })).toBe('2026-04-01T05:00:00.000Z')
  })

  it('what a schedule would have done before it was set is not made up for', () => {
    expect(due({}, [run(NOW - DAY)], { sinceMs: NOW - 60_000 })).toBe('2026-04-01T05:00:00.000Z')
  })

  it.each([['Europe/Berlin', BERLIN], ['America/New_York', NEW_YORK]] as const)('daily has exactly one moment on each day of years with two changes of the clock (%s)', (_, zone) => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      const first = localDay(at('2026-01-01T12:00:00Z'), zone)
      let now = momentOf(first, minutes, zone)
      for (let day = first; day < first + 366; day += 1) {
        expect(localDay(now, zone)).toBe(day)
        const { last, next } = around(time, now, zone)
        expect(last).toBe(now)
        expect(next - last).toBeGreaterThanOrEqual(22 * HOUR)
        expect(next - last).toBeLessThanOrEqual(26 * HOUR)
        now = next
      }
    }), { numRuns: 12, examples: [[150], [90], [0], [1439]] })
  })

  it('an hour that is skipped comes an hour later, one that comes twice counts the first time', () => {
    const day = (text: string, zone: Zone) => localDay(at(`${text}T12:00:00Z`), zone)
    expect(instantOf(momentOf(day('2026-03-29', BERLIN), 150, BERLIN))).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf(momentOf(day('2026-10-25', BERLIN), 150, BERLIN))).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf(momentOf(day('2026-03-08', NEW_YORK), 150, NEW_YORK))).toBe('2026-03-08T07:30:00.000Z')
    expect(instantOf(momentOf(day('2026-11-01', NEW_YORK), 90, NEW_YORK))).toBe('2026-11-01T05:30:00.000Z')
  })

  describe('back-off', () => {
    it('grows with each TECHNICAL failure in a row, with jitter, up to a bound', () => {
      const delays = [1, 2, 3].map((count) => {
        const runs = Array.from({ length: count }, (_, index) => failed(NOW - index * HOUR))
        return [0, 1].map((chance) => ((plan({}, runs, { chance: () => chance }).dueMs ?? 0) - NOW - 1000) / 60_000)
      })
      expect(delays).toEqual([[20, 25], [60, 75], [180, 225]])
    })

    it('ends with a success, of whomever', () => {
      expect(due({}, [run(NOW - 1000, { origin: 'manual' }), failed(NOW - HOUR)])).toBe('2026-04-01T05:00:00.000Z')
      expect(due({}, [failed(NOW), run(NOW - HOUR), failed(NOW - 2 * HOUR)])).toBe(instantOf(NOW + 1000 + 20 * 60_000))
    })

    it('none for BUSINESS: the next time is the regular one', () => {
      for (const error of [{ kind: 'cancelled' }, { kind: 'no_accounts' }, { kind: 'tan_wrong', message: '' }] as const) {
        expect(due({}, [failed(NOW - HOUR, error)])).toBe('2026-04-01T05:00:00.000Z')
      }
    })
  })

  describe('at most four unattended runs a day', () => {
    const four = [NOW - HOUR, NOW - 2 * HOUR, NOW - 3 * HOUR, NOW - 4 * HOUR].map((start) => run(start))

    it('the fifth waits until the first of them is a day old', () => {
      expect(due({ schedule: { mode: 'hours', every: 1 } }, four.slice(0, 3))).toBe(instantOf(NOW))
      expect(due({ schedule: { mode: 'hours', every: 1 } }, four)).toBe(instantOf(NOW + 20 * HOUR))
    })

    it('runs by hand do not count', () => {
      expect(due({ schedule: { mode: 'hours', every: 1 } }, four.map((one, index) => (index === 1 ? { ...one, origin: 'manual' as const } : one)))).toBe(instantOf(NOW))
    })

    it('a day of 25 hours has four as well', () => {
      const runs = ['22:05', '23:05', '00:05', '01:05'].map((time, index) => run(at(`2026-10-${index < 2 ? '24' : '25'}T${time}:00Z`))).reverse()
      expect(due({ schedule: { mode: 'hours', every: 1 } }, runs, { nowMs: at('2026-10-25T12:00:00Z') })).toBe('2026-10-25T23:00:00.000Z')
    })
  })

  describe('a clock that was a year ahead', () => {
    const [daily, hourly] = [{ mode: 'daily', at: '07:00' }, { mode: 'hours', every: 6 }] as const
    const ahead = [3, 2, 1, 0].map((hours) => run(NOW + 365 * DAY + hours * HOUR))

    it('keeps no refresh waiting until its year has come', () => {
      for (const schedule of [daily, hourly]) {
        const dueMs = plan({ schedule }, ahead).dueMs
        expect(dueMs).toBeLessThanOrEqual(NOW)
        // The one that follows has a time of its own, and the schedule goes on from there.
        expect(plan({ schedule }, [run(NOW), ahead[3]!], { nowMs: NOW + 1000 }).dueMs).toBeLessThanOrEqual(NOW + DAY)
        expect(plan({ schedule }, [failed(NOW), failed(NOW + 365 * DAY)], { nowMs: NOW + 1000 }).dueMs).toBeLessThanOrEqual(NOW + 2 * HOUR)
        expect(plan({ schedule }, [failed(NOW + 365 * DAY), run(NOW + 364 * DAY)]).dueMs).toBeLessThanOrEqual(NOW)
      }
    })

    it('counts what it wrote as no later than what came after it', () => {
      expect(due({ schedule: { mode: 'hours', every: 1 } }, [run(NOW), ...ahead], { nowMs: NOW + 2 * HOUR })).toBe(instantOf(NOW + DAY))
    })

    it('by a few hours is waited for: nothing is refreshed twice for it', () => {
      expect(due({ schedule: hourly }, [run(NOW + 2 * HOUR)])).toBe(instantOf(NOW + 6 * HOUR))
    })
  })

  it('waits for a person where one is needed, and says so', () => {
    expect(plan({ userActionRequired: true }, [])).toEqual({ dueMs: null, pause: 'user_action_required' })
    expect(plan({}, [], { isLoginBlocked: true })).toEqual({ dueMs: null, pause: 'user_action_required' })
    expect(plan({ pinStored: false }, [])).toEqual({ dueMs: null, pause: 'pin_required' })
    expect(plan({ asksEachTime: true }, [])).toEqual({ dueMs: null, pause: 'approval_each_time' })
    expect(plan({ pinStored: false, bank: { ...connection().bank, protocol: 'demo' } }, []).pause).toBeNull()
    expect(plan({ bank: { ...connection().bank, protocol: 'file' } }, [])).toEqual({ dueMs: null, pause: null })
  })

  it('a run that was cut off may have had its PIN refused: nobody sends it again unattended', () => {
    expect(plan({}, [failed(NOW - HOUR, { kind: 'interrupted' })]).pause).toBe('user_action_required')
    expect(plan({}, [run(NOW - 60_000, { origin: 'manual' }), failed(NOW - HOUR, { kind: 'interrupted' })]).pause).toBeNull()
    expect(plan({ bank: { ...connection().bank, protocol: 'demo' } }, [failed(NOW - HOUR, { kind: 'interrupted' })]).pause).toBeNull()
    // Whoever began it: a refresh by hand sends the stored PIN too, and one that did not get through tells nothing of it.
    const byHand = { origin: 'manual', status: 'ERROR' } as const
    expect(plan({}, [run(NOW - HOUR, { ...byHand, error: { kind: 'interrupted' } })]).pause).toBe('user_action_required')
    expect(plan({}, [run(NOW - 60_000, { ...byHand, error: { kind: 'offline' } }), failed(NOW - HOUR, { kind: 'interrupted' })]).pause).toBe('user_action_required')
  })
})
