import { strict as assert } from 'node:assert'
import type { RefreshId } from '#shared/connections.ts'
import { localDate } from '#shared/dates.ts'
import type { Dice } from '#main/demo-bank/dice.ts'
import type { Timer } from '#main/platform/timer.ts'
import { Scheduler } from '#main/schedule/index.ts'
import type { Desk } from '../../unit/sync/kit.ts'

interface Waiter { readonly endMs: number; readonly resolve: () => void }

/** A timer that rings when it is told the time. */
class Alarm implements Timer {
  #waiters: Waiter[] = []
  nowMs = 0

  get isSet(): boolean {
    return this.#waiters.length > 0
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) { reject(new Error('aborted')); return }
      const waiter = { endMs: this.nowMs + milliseconds, resolve }
      this.#waiters.push(waiter)
      signal?.addEventListener('abort', () => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter)
        reject(new Error('aborted'))
      }, { once: true })
    })
  }

  go(milliseconds: number): void {
    this.nowMs += milliseconds
    const due = this.#waiters.filter(({ endMs }) => endMs <= this.nowMs)
    this.#waiters = this.#waiters.filter((waiter) => !due.includes(waiter))
    for (const { resolve } of due) resolve()
  }
}

const MINUTE = 60_000
/** Looks at the scheduler so often in a row that nothing it has begun goes unseen. */
const CALM = 4
/** So many turns nothing takes; whatever does is stuck. */
export const TURNS_MAX = 200_000

/** The computer's clock, and what Kontor does on it by itself. */
export class Computer {
  readonly #desk: Desk
  readonly #dice: Dice

  /** So much was told before: of a Kontor that was killed nobody hears the end. */
  #before = 0

  constructor(desk: Desk, dice: Dice) {
    this.#desk = desk
    this.#dice = dice
  }

  pass(milliseconds: number): void {
    this.#desk.pass(milliseconds)
    this.#desk.today = localDate(this.#desk.clock.now().slice(0, 10))
  }

  /** Kontor is open while the clock jumps; what is due is begun by the scheduler as in the app. */
  async alone(jumpsMs: readonly number[], isKilled: () => boolean): Promise<'killed' | null> {
    const { clock, random, connections } = this.#desk
    const alarm = new Alarm()
    this.#before = this.#desk.told.length
    const scheduler = new Scheduler({
      clock, random, connections, timer: alarm, zone: { offsetMinutes: () => 0 }, reportBug: (where, cause) => { throw new Error(where, { cause }) },
    })
    scheduler.opened()
    try {
      for (const jumpMs of [0, ...jumpsMs]) {
        const isAsleep = this.#dice.below(2) === 0
        this.pass(jumpMs)
        if (isAsleep) scheduler.resumed()
        else alarm.go(jumpMs)
        // Whoever wakes lets the network go first.
        this.pass(MINUTE)
        alarm.go(MINUTE)
        if (!await this.#calm(alarm, isKilled)) return 'killed'
      }
      return null
    } finally {
      await scheduler.closing()
    }
  }

  async #calm(alarm: Alarm, isKilled: () => boolean): Promise<boolean> {
    for (let calm = 0, turns = 0; calm < CALM; turns += 1) {
      if (isKilled()) return false
      assert(turns < TURNS_MAX, 'what was begun by itself never ends')
      await new Promise((resolve) => { setImmediate(resolve) })
      calm = alarm.isSet && !this.#runs() ? calm + 1 : 0
    }
    await this.#desk.connections.idle()
    return true
  }

  #runs(): boolean {
    const over = new Set<RefreshId>()
    for (let at = this.#desk.told.length - 1; at >= this.#before; at -= 1) {
      const { id, status } = this.#desk.told[at]!
      if (status === 'PROCESSING' && !over.has(id)) return true
      over.add(id)
    }
    return false
  }
}
