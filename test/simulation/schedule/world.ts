import type { Connection, ConnectionId, Refresh, RefreshId, Schedule } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { assert, err, ok } from '#shared/result.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { instantOf, type Clock } from '#main/platform/clock.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { Zone } from '#main/platform/zone.ts'
import { Scheduler } from '#main/schedule/index.ts'
import { localDay } from '#main/schedule/local-time.ts'
import { verdictOf } from '#main/sync/index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Running { readonly connection: Mutable<Connection>; readonly refresh: Mutable<Refresh>; readonly endsMs: number; readonly outcome: AppError | null; readonly pin: number; readonly finish: () => void }
interface Waiter { readonly endMs: number; readonly resolve: () => void }

/**
 * Weeks of somebody's computer, on a clock that a seed drives: it sleeps, is restarted and killed, banks refuse, networks
 * fail, PINs change. What the scheduler begins is held against what must never happen; the ledger here is a list that
 * survives everything, as the real one does.
 */
export class World {
  nowMs: number
  readonly connections: Mutable<Connection>[] = []
  readonly runs: Mutable<Refresh>[] = []
  readonly zone: Zone
  isOpen = false
  started = 0
  readonly #dice: Dice
  readonly #trouble: number
  readonly #running: Running[] = []
  #waiters: Waiter[] = []
  /** The timer's own time: it stands still while the computer sleeps. */
  #timerMs = 0
  scheduler: Scheduler
  /** By login: the PIN the bank wants, the one that is stored, and those it has refused. */
  readonly #pins = new Map<string, { right: number; stored: number; readonly refused: Set<number> }>()

  /** `trouble`: how many of a hundred visits go wrong, from 0 to 27. */
  constructor(seed: string, zone: Zone, from: string, trouble = 27) {
    this.#trouble = trouble
    this.#dice = new Dice(seed)
    this.zone = zone
    this.nowMs = Date.parse(from)
    this.scheduler = this.#newScheduler()
  }

  add(userId: string, schedule: Schedule, protocol: 'fints' | 'demo' = 'fints'): void {
    const id = this.connections.length + 1 as ConnectionId
    if (!this.#pins.has(userId)) this.#pins.set(userId, { right: 1, stored: 1, refused: new Set() })
    this.connections.push({
      id, bank: { name: 'Bank', bankCode: '37040044', bic: null, country: '280', protocol, url: null }, name: `Bank ${id}`, userId, customerId: String(id),
      pinStored: protocol !== 'demo', updateStatus: 'READY', categorizationStatus: 'READY', lastManualUpdate: null, lastAutoUpdate: null, lastSuccessAt: null,
      tanMethods: [], defaultTanMethod: null, userActionRequired: false, consentUntil: null, schedule, accounts: [], accountIds: [],
    })
  }

  readonly #clock: Clock = { now: () => instantOf(this.nowMs), today: () => { throw new Error('the scheduler knows no day of its own') }, monotonicMs: () => this.#timerMs }
  readonly #timer: Timer = {
    wait: (milliseconds, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted === true) { reject(new Error('aborted')); return }
      const waiter = { endMs: this.#timerMs + milliseconds, resolve }
      this.#waiters.push(waiter)
      signal?.addEventListener('abort', () => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter)
        reject(new Error('aborted'))
      }, { once: true })
    }),
  }

  #newScheduler(): Scheduler {
    return new Scheduler({
      clock: this.#clock, timer: this.#timer, zone: this.zone, reportBug: (where, cause) => { throw new Error(where, { cause }) },
      random: { bytes: (count) => Uint8Array.from({ length: count }, () => this.#dice.below(256)), uuid: () => '' },
      connections: {
        list: () => Promise.resolve(this.isOpen ? ok(this.connections.map((connection) => ({ ...connection }))) : err({ kind: 'locked' })),
        refreshes: ({ connectionId, limit }) => Promise.resolve(ok(this.runs.filter((run) => run.connectionId === connectionId).slice(-limit).reverse().map((run) => ({ ...run })))),
        update: ({ id }, origin) => Promise.resolve(ok(this.#begin(id, origin ?? 'manual'))),
        finished: (id) => {
          const run = this.#running.find(({ refresh }) => refresh.id === id)
          return run === undefined ? undefined : new Promise((resolve) => { this.#ends.set(id, () => { resolve({ refresh: run.refresh, receipts: [] }) }) })
        },
      },
    })
  }
  readonly #ends = new Map<RefreshId, () => void>()

  /** What must be true whenever something begins that nobody asked for. */
  #judge(connection: Connection): void {
    assert(this.isOpen, 'only while the ledger is open')
    assert(connection.schedule.mode !== 'off', 'only where there is a schedule')
    assert(connection.asksEachTime !== true, 'not where the bank asks each time')
    const login = this.connections.filter(({ userId }) => userId === connection.userId)
    assert(login.every(({ userActionRequired }) => !userActionRequired), 'not while a person is needed')
    assert(!this.#running.some((run) => run.connection.userId === connection.userId), 'never two at once for one login')
    assert(this.#running.filter(({ refresh }) => refresh.origin === 'auto').length < 2, 'never more than two at once')
    const mine = this.runs.filter((run) => run.connectionId === connection.id && run.origin === 'auto').map(({ startedAt }) => Date.parse(startedAt))
    assert(mine.filter((start) => start > this.nowMs - DAY).length < 4, 'at most four in 24 hours')
    assert(mine.filter((start) => localDay(start, this.zone) === localDay(this.nowMs, this.zone)).length < 4, 'at most four on a day')
    const pins = this.#pins.get(connection.userId)
    assert(connection.bank.protocol === 'demo' || pins?.refused.has(pins.stored) !== true, 'never a PIN again that was refused')
  }

  #begin(id: ConnectionId, origin: 'auto' | 'manual'): { connectionId: ConnectionId; refreshId: RefreshId } {
    const connection = this.connections.find((one) => one.id === id)
    assert(connection, 'it is there')
    if (origin === 'auto') this.#judge(connection)
    const refresh: Mutable<Refresh> = {
      id: this.runs.length + 1 as RefreshId, connectionId: id, connectionName: '', bankName: '', kind: 'update', origin, status: 'PROCESSING', step: 'connect', done: 0, total: 0,
      question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: instantOf(this.nowMs), endedAt: null,
    }
    this.started += 1
    this.runs.push(refresh)
    connection.updateStatus = 'IN_PROGRESS'
    const pins = this.#pins.get(connection.userId) ?? { right: 1, stored: 1, refused: new Set<number>() }
    this.#running.push({ connection, refresh, endsMs: this.nowMs + 1000 + this.#dice.below(3 * MINUTE), outcome: this.#fate(connection, origin, pins), pin: pins.stored, finish: () => { this.#ends.get(refresh.id)?.() } })
    return { connectionId: id, refreshId: refresh.id }
  }

  #fate({ bank }: Connection, origin: 'auto' | 'manual', pins: { right: number; stored: number }): AppError | null {
    if (bank.protocol !== 'demo' && pins.right !== pins.stored) return { kind: 'pin_wrong', message: '', attemptsLeft: 2 }
    const roll = this.#dice.below(100)
    if (roll >= this.#trouble) return null
    if (roll < 15) return { kind: 'offline' }
    if (roll < 20) return { kind: 'bank_unreachable', retryAfterSeconds: null }
    if (roll < 25 && origin === 'auto') return { kind: 'user_action_required' }
    return roll < 27 ? { kind: 'cancelled' } : null
  }

  #end(run: Running, error: AppError | null): void {
    const { connection, refresh } = run
    this.#running.splice(this.#running.indexOf(run), 1)
    connection.updateStatus = 'READY'
    refresh.endedAt = instantOf(this.nowMs)
    refresh.error = error
    refresh.status = error === null ? 'FINISHED' : error.kind === 'interrupted' ? 'ERROR' : verdictOf(error).status
    if (refresh.status === 'USER_ACTION_REQUIRED') connection.userActionRequired = true
    else if (error === null && refresh.origin === 'manual') connection.userActionRequired = false
    run.finish()
    this.scheduler.changed()
  }

  /** Lets everybody have their say before time goes on. */
  async #settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
  }

  /** Time in which the computer is awake. */
  async pass(milliseconds: number): Promise<void> {
    const endMs = this.nowMs + milliseconds
    for (;;) {
      await this.#settle()
      const next = Math.min(endMs, ...this.#waiters.map((waiter) => this.nowMs + Math.max(0, waiter.endMs - this.#timerMs)), ...this.#running.map((run) => run.endsMs))
      if (next >= endMs) break
      this.#timerMs += Math.max(0, next - this.nowMs)
      this.nowMs = Math.max(next, this.nowMs)
      this.#ring()
    }
    this.#timerMs += endMs - this.nowMs
    this.nowMs = endMs
    this.#ring()
    await this.#settle()
  }

  #ring(): void {
    for (const run of this.#running.filter(({ endsMs }) => endsMs <= this.nowMs)) {
      if (run.outcome?.kind === 'pin_wrong') this.#pins.get(run.connection.userId)?.refused.add(run.pin)
      this.#end(run, run.outcome)
    }
    const due = this.#waiters.filter(({ endMs }) => endMs <= this.#timerMs)
    this.#waiters = this.#waiters.filter(({ endMs }) => endMs > this.#timerMs)
    for (const { resolve } of due) resolve()
  }

  async open(): Promise<void> {
    this.isOpen = true
    this.scheduler.opened()
    await this.#settle()
  }

  /** Locked, or the app is closed in good order: what runs is called off. */
  async close(): Promise<void> {
    const closing = this.scheduler.closing()
    for (const run of [...this.#running]) this.#end(run, { kind: 'cancelled' })
    await this.#settle()
    await closing
    this.isOpen = false
  }

  /** The process is gone in the middle of everything. A refused PIN may have gone with it, unknown to all but the bank. */
  async kill(): Promise<void> {
    const dead = this.scheduler
    this.isOpen = false
    this.#waiters = []
    for (const run of [...this.#running]) {
      if (run.outcome?.kind === 'pin_wrong') this.#pins.get(run.connection.userId)?.refused.add(run.pin)
      this.#end(run, { kind: 'interrupted' })
    }
    void dead.closing()
    this.scheduler = this.#newScheduler()
    await this.#settle()
  }

  restart(): void {
    this.scheduler = this.#newScheduler()
  }

  /** Refreshes go on or fail; timers stand still. */
  async sleep(milliseconds: number, tells: boolean): Promise<void> {
    this.nowMs += milliseconds
    for (const run of [...this.#running]) this.#end(run, { kind: 'bank_unreachable', retryAfterSeconds: null })
    if (tells) this.scheduler.resumed()
    await this.#settle()
  }

  /** The bank wants another PIN from now on, and nobody has told Kontor. */
  changePin(userId: string): void {
    const pins = this.#pins.get(userId)
    if (pins !== undefined) pins.right += 1
  }

  /** A person refreshes by hand, with the right PIN. */
  byHand(connection: Mutable<Connection>): void {
    if (connection.updateStatus !== 'READY' || this.#running.some((run) => run.connection.userId === connection.userId)) return
    const pins = this.#pins.get(connection.userId)
    if (pins !== undefined) pins.stored = pins.right
    this.#begin(connection.id, 'manual')
    this.scheduler.changed()
  }

  schedule(connection: Mutable<Connection>, schedule: Schedule): void {
    connection.schedule = schedule
    this.scheduler.changed()
  }

  autoRuns(connection: Connection): Refresh[] {
    return this.runs.filter((run) => run.connectionId === connection.id && run.origin === 'auto')
  }
}

/** What a seed makes of so many days. */
export async function live(seed: string, zone: Zone, from: string, days: number): Promise<World> {
  const dice = new Dice(`life ${seed}`)
  const world = new World(seed, zone, from)
  const time = (): string => `${String(dice.below(24)).padStart(2, '0')}:${dice.pick(['00', '15', '30'])}`
  const any = (): Schedule => dice.pick<Schedule>([{ mode: 'start' }, { mode: 'hours', every: 1 + dice.below(12) }, { mode: 'daily', at: time() }, { mode: 'daily', at: '02:30' }])
  world.add('anna', any())
  world.add('anna', any())
  world.add('berta', any())
  world.add('persona', any(), 'demo')
  await world.open()
  const endMs = world.nowMs + days * DAY
  while (world.nowMs < endMs) {
    await world.pass(dice.below(5 * HOUR))
    const connection = world.connections[dice.below(world.connections.length)]
    assert(connection, 'there are some')
    await dice.pick<() => Promise<void> | void>([
      () => world.sleep(dice.below(20 * HOUR), dice.below(2) === 0),
      async () => { await world.close(); world.nowMs += dice.below(10 * HOUR); await world.open() },
      async () => { await world.close(); world.nowMs += dice.below(30 * HOUR); world.restart(); await world.open() },
      async () => { await world.kill(); world.nowMs += dice.below(HOUR); await world.open() },
      () => { world.changePin(connection.userId) },
      () => { world.byHand(connection) }, () => { world.byHand(connection) }, () => { world.byHand(connection) }, () => { world.byHand(connection) },
      () => { world.schedule(connection, dice.below(6) === 0 ? { mode: 'off' } : any()) },
      () => { world.nowMs -= dice.below(10 * MINUTE) },
    ])()
  }
  await world.close()
  return world
}
