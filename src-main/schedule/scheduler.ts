import type { Connection, ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import { instantOf, type Clock } from '#main/platform/clock.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { Random } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Zone } from '#main/platform/zone.ts'
import type { Connections } from '#main/sync/index.ts'
import { localDay } from './local-time.ts'
import { planFor, type Plan } from './plan.ts'

export interface SchedulerParts {
  readonly connections: Pick<Connections, 'list' | 'refreshes' | 'update' | 'finished'>
  readonly clock: Clock
  readonly timer: Timer
  readonly random: Random
  readonly zone: Zone
  readonly reportBug: ReportBug
  /** Told at the first look on a new day; what is due may be due since then. */
  readonly dayTurned?: () => void
}

/** A timer stands still while the computer sleeps; whoever looks again so often soon notices. */
const LOOK_MS = 5 * 60_000
/** After opening and after waking, others come first: the window, and the network. */
const AFTER_OPENING_MS = 5_000
const AFTER_WAKING_MS = 30_000
/** What could not be begun is left alone for so long. */
const SNOOZE_MS = 10 * 60_000
const PARALLEL_MAX = 2
/** Enough for a day's unattended runs among many by hand. */
const RUNS_LOOKED_AT = 60

interface Planned { readonly connection: Connection; readonly plan: Plan }
interface Standing { readonly schedule: string; readonly sinceMs: number }

/**
 * Refreshes connections when it is time, as long as the ledger is open. What it needs to know of the past it reads from
 * the ledger, so that a restart neither repeats nor forgets a run.
 */
export class Scheduler {
  readonly #parts: SchedulerParts
  readonly #running = new Map<ConnectionId, string>()
  readonly #snoozed = new Map<ConnectionId, number>()
  readonly #standing = new Map<ConnectionId, Standing>()
  readonly #chances = new Map<ConnectionId, { readonly id: RefreshId; readonly value: number }>()
  #watch: AbortController | null = null
  #watching: Promise<void> = Promise.resolve()
  #nudge = new AbortController()
  #hasLooked = false
  #day: number | null = null
  #startMs: number | null = null
  #notBeforeMs = 0
  #lookedAtMs = -Infinity

  constructor(parts: SchedulerParts) {
    this.#parts = parts
  }

  /** The ledger is open. The first time, and on each new day, that counts as Kontor's start. */
  opened(): void {
    const now = this.#nowMs()
    const { zone } = this.#parts
    if (this.#startMs === null || localDay(this.#startMs, zone) !== localDay(now, zone)) this.#startMs = now
    this.#notBeforeMs = now + AFTER_OPENING_MS
    this.#lookedAtMs = now
    this.#watch?.abort()
    const watch = new AbortController()
    this.#watch = watch
    this.#watching = this.#run(watch.signal)
  }

  /** Before the ledger closes: begins nothing any more. What runs is called off by its own side. */
  async closing(): Promise<void> {
    this.#watch?.abort()
    this.#watch = null
    this.#wake()
    await this.#watching
  }

  /** The computer has woken: what is overdue is made up for, once. */
  resumed(): void {
    this.#notBeforeMs = this.#nowMs() + AFTER_WAKING_MS
    this.#wake()
  }

  /** Something about connections or their refreshes has changed. */
  changed(): void {
    this.#wake()
  }

  /** Tells of each connection that has a schedule when it is refreshed next, or why it is not. */
  async tellNext(connections: readonly Connection[]): Promise<Connection[]> {
    const planned = await this.#plan(connections)
    return planned.map(({ connection, plan: { dueMs, pause } }): Connection => ({
      ...connection, schedulePause: pause,
      nextRunAt: this.#watch === null || dueMs === null ? null : instantOf(Math.max(dueMs, this.#notBeforeMs, this.#nowMs())),
    }))
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // Whatever is told from here on is seen by the next look.
      const nudge = new AbortController()
      this.#nudge = nudge
      const waitMs = await this.#look(signal).catch((cause: unknown) => {
        this.#parts.reportBug('schedule.look', cause)
        return LOOK_MS
      })
      const before = this.#nowMs()
      await this.#parts.timer.wait(waitMs, AbortSignal.any([signal, nudge.signal])).catch(() => undefined)
      if (this.#nowMs() - before > waitMs + LOOK_MS) this.#notBeforeMs = this.#nowMs() + AFTER_WAKING_MS
    }
  }

  /** A clock that was set back takes along what was noted by it; a moment still to come by then would be waited for. */
  #seeClock(): void {
    const now = this.#nowMs()
    const back = this.#lookedAtMs - now
    this.#lookedAtMs = now
    if (back <= 0) return
    this.#notBeforeMs -= back
    if (this.#startMs !== null) this.#startMs -= back
    for (const [id, untilMs] of this.#snoozed) this.#snoozed.set(id, untilMs - back)
    for (const [id, { schedule, sinceMs }] of this.#standing) this.#standing.set(id, { schedule, sinceMs: sinceMs - back })
  }

  #seeDay(): void {
    const today = localDay(this.#nowMs(), this.#parts.zone)
    if (this.#day !== null && this.#day !== today) this.#parts.dayTurned?.()
    this.#day = today
  }

  /** Begins what is due, and says how long there is nothing to do. */
  async #look(signal: AbortSignal): Promise<number> {
    this.#seeClock()
    this.#seeDay()
    const found = await this.#parts.connections.list(signal)
    if (!found.ok) return LOOK_MS
    const planned = (await this.#plan(found.value)).sort((left, right) => (left.plan.dueMs ?? 0) - (right.plan.dueMs ?? 0))
    let waitMs = LOOK_MS
    for (const { connection, plan: { dueMs } } of planned) {
      if (dueMs === null || signal.aborted) continue
      const atMs = Math.max(dueMs, this.#notBeforeMs, this.#snoozed.get(connection.id) ?? 0)
      const leftMs = atMs - this.#nowMs()
      if (leftMs > 0) waitMs = Math.min(waitMs, leftMs)
      // What was seen is old by now: the next one is judged by what is true then.
      else if (this.#isFree(connection, found.value) && await this.#begin(connection)) return 0
    }
    return waitMs
  }

  /** Never two of one login, and never more than a few at once. What has to wait is looked at again when one ends. */
  #isFree(connection: Connection, all: readonly Connection[]): boolean {
    const login = loginOf(connection)
    if (this.#running.size >= PARALLEL_MAX || [...this.#running.values()].includes(login)) return false
    if (connection.categorizationStatus !== 'READY') return false
    return all.every((other) => loginOf(other) !== login || other.updateStatus === 'READY')
  }

  async #begin(connection: Connection): Promise<boolean> {
    const { id } = connection
    this.#running.set(id, loginOf(connection))
    const started = await this.#parts.connections.update({ id, importNewAccounts: false }, 'auto')
    const finished = started.ok ? this.#parts.connections.finished(started.value.refreshId) : undefined
    if (!started.ok) this.#snoozed.set(id, this.#nowMs() + SNOOZE_MS)
    if (finished === undefined) this.#running.delete(id)
    else void finished.finally(() => {
      this.#running.delete(id)
      this.#wake()
    })
    return started.ok
  }

  async #plan(connections: readonly Connection[]): Promise<Planned[]> {
    const blocked = new Set(connections.filter(({ userActionRequired }) => userActionRequired).map(loginOf))
    const nowMs = this.#nowMs()
    const planned: Planned[] = []
    for (const connection of connections) {
      const { id, schedule } = connection
      const sinceMs = this.#since(id, JSON.stringify(schedule), nowMs)
      if (schedule.mode === 'off') {
        planned.push({ connection, plan: { dueMs: null, pause: null } })
        continue
      }
      const runs = await this.#parts.connections.refreshes({ connectionId: id, limit: RUNS_LOOKED_AT })
      const plan = planFor(connection, runs.ok ? runs.value : [], {
        nowMs, sinceMs, zone: this.#parts.zone, startMs: this.#startMs, chance: (refresh) => this.#chance(refresh), isLoginBlocked: blocked.has(loginOf(connection)),
      })
      planned.push({ connection, plan: runs.ok ? plan : { dueMs: null, pause: null } })
    }
    this.#hasLooked = true
    return planned
  }

  /** Whatever stands at the first look has stood before. */
  #since(id: ConnectionId, schedule: string, nowMs: number): number {
    const known = this.#standing.get(id)
    if (known?.schedule === schedule) return known.sinceMs
    const sinceMs = this.#hasLooked ? nowMs : -Infinity
    this.#standing.set(id, { schedule, sinceMs })
    return sinceMs
  }

  /** Thrown once for each refresh that failed, so that the time it names does not move with every look. */
  #chance({ connectionId, id }: Refresh): number {
    const known = this.#chances.get(connectionId)
    if (known?.id === id) return known.value
    const value = (this.#parts.random.bytes(1)[0] ?? 0) / 256
    this.#chances.set(connectionId, { id, value })
    return value
  }

  #wake(): void {
    this.#nudge.abort()
  }

  #nowMs(): number {
    return Date.parse(this.#parts.clock.now())
  }
}

/** Connections of one login share its PIN, and the bank's patience with it. */
const loginOf = ({ bank, userId }: Connection): string => JSON.stringify([bank.protocol, bank.bankCode ?? bank.url, userId])
