import type { Connection, Refresh, SchedulePause } from '#shared/connections.ts'
import { verdictOf } from '#main/sync/index.ts'
import type { Zone } from '#main/platform/zone.ts'
import { around, localDay, momentOf } from './local-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Without the person's presence a bank need answer so often in 24 hours (RTS on strong authentication, article 36 (5) b). */
export const RUNS_PER_DAY = 4

/** So few attempts are to last for a day: 20 minutes, 1 hour, 3 hours, then 6. */
const BACK_OFF_MS = 20 * MINUTE_MS
const BACK_OFF_FACTOR = 3
const BACK_OFF_MAX_MS = 6 * HOUR_MS
const JITTER = 0.25

export interface Plan {
  /** When it is due; null where it is not refreshed unattended. */
  readonly dueMs: number | null
  readonly pause: SchedulePause | null
}

export interface Circumstances {
  readonly nowMs: number
  readonly zone: Zone
  /** When Kontor began, for those that refresh at its start; null where that is not to be made up for. */
  readonly startMs: number | null
  /** Since when this schedule stands; what it would have done before is not made up for. */
  readonly sinceMs: number
  /** From 0 to 1, the same for the same refresh. */
  readonly chance: (refresh: Refresh) => number
  /** Another connection with the same login waits for a person. */
  readonly isLoginBlocked: boolean
}

const NOTHING: Plan = { dueMs: null, pause: null }

/** When a connection is refreshed next without being asked. `runs` are its latest refreshes, newest first. */
export function planFor(connection: Connection, runs: readonly Refresh[], at: Circumstances): Plan {
  const { schedule, bank } = connection
  if (schedule.mode === 'off' || bank.protocol === 'file') return NOTHING
  const pause = pauseOf(connection, runs, at)
  if (pause !== null) return { dueMs: null, pause }
  const dated = believable(runs, at)
  const dueMs = retryMs(dated, at) ?? regularly(connection, dated, at)
  return { dueMs: dueMs === null ? null : allowedMs(dueMs, dated, at), pause: null }
}

/** Clocks go back by hours where the system first took local time for UTC. What lies further ahead was written by a wrong one. */
const AHEAD_MAX_MS = DAY_MS

/** What a clock that was far ahead has written counts as no later than what ran after it; without such it says nothing about when it ran. */
function believable(runs: readonly Refresh[], { nowMs }: Circumstances): readonly Refresh[] {
  let after: Refresh['startedAt'] | null = null
  return runs.flatMap((run) => {
    const isAhead = Date.parse(run.startedAt) > nowMs + AHEAD_MAX_MS
    if (!isAhead) after = run.startedAt
    if (after === null) return []
    return isAhead ? [{ ...run, startedAt: after, endedAt: after }] : [run]
  })
}

function pauseOf({ asksEachTime, userActionRequired, pinStored, bank }: Connection, runs: readonly Refresh[], { isLoginBlocked }: Circumstances): SchedulePause | null {
  if (asksEachTime === true) return 'approval_each_time'
  const needsPin = bank.protocol !== 'demo'
  // Whoever was stopped in the middle may have had its PIN refused without anybody knowing: it is not risked again before it has worked.
  const wasCutOff = needsPin && sinceSuccess(runs).some(({ error }) => error?.kind === 'interrupted')
  if (userActionRequired || isLoginBlocked || wasCutOff) return 'user_action_required'
  return needsPin && !pinStored ? 'pin_required' : null
}

/** A clock that was set back must not make what ran seem to lie ahead. */
const startOf = ({ startedAt }: Refresh, { nowMs }: Circumstances): number => Math.min(Date.parse(startedAt), nowMs)

/** What counts as refreshed: every unattended run, however it ended, and what a person did with success. */
const counts = ({ origin, status }: Refresh): boolean => origin === 'auto' || status === 'FINISHED' || status === 'PROCESSING'

function regularly({ schedule }: Connection, runs: readonly Refresh[], at: Circumstances): number | null {
  const latest = runs.find(counts)
  const latestMs = latest === undefined ? -Infinity : startOf(latest, at)
  switch (schedule.mode) {
    case 'off':
      return null
    case 'start': {
      const { startMs, sinceMs } = at
      return startMs !== null && sinceMs <= startMs && latestMs < startMs ? startMs : null
    }
    case 'hours':
      return (latestMs === -Infinity ? Math.max(at.sinceMs, 0) : latestMs) + schedule.every * HOUR_MS
    case 'daily': {
      const { last, next } = around(schedule.at, at.nowMs, at.zone)
      return latestMs >= last || at.sinceMs > last ? next : last
    }
  }
}

/** The latest runs up to the one that last went well, that one included. */
const sinceSuccess = (runs: readonly Refresh[]): readonly Refresh[] => runs.slice(0, runs.findIndex(({ status }) => status === 'FINISHED') + 1 || undefined)

/** Only what may pass by itself is tried again before its time. */
function retryMs(runs: readonly Refresh[], { chance }: Circumstances): number | null {
  const unattended = sinceSuccess(runs).filter(({ origin }) => origin === 'auto')
  const [latest] = unattended
  const failures = unattended.findIndex((run) => !isTechnical(run))
  const count = failures < 0 ? unattended.length : failures
  if (latest === undefined || count === 0) return null
  const pauseMs = Math.min(BACK_OFF_MAX_MS, BACK_OFF_MS * BACK_OFF_FACTOR ** (count - 1))
  return Date.parse(latest.endedAt ?? latest.startedAt) + pauseMs * (1 + JITTER * chance(latest))
}

const isTechnical = ({ status, error }: Refresh): boolean => status === 'ERROR' && error !== null && verdictOf(error).errorType === 'TECHNICAL'

/** Never more than so many in 24 hours, nor on a calendar day, which may have 25. */
function allowedMs(dueMs: number, runs: readonly Refresh[], at: Circumstances): number {
  const fourth = runs.filter(({ origin }) => origin === 'auto')[RUNS_PER_DAY - 1]
  if (fourth === undefined) return dueMs
  const fourthMs = startOf(fourth, at)
  const freeMs = Math.max(dueMs, fourthMs + DAY_MS)
  const day = localDay(Math.max(freeMs, at.nowMs), at.zone)
  return localDay(fourthMs, at.zone) === day ? momentOf(day + 1, 0, at.zone) : freeMs
}
