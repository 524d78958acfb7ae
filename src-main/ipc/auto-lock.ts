import type { Clock } from '#main/platform/clock.ts'

const CHECK_MS = 5_000

/**
 * Locks after so many minutes without input in the window. It measures the window's own input, not the desktop's: that
 * works on every system, and working elsewhere is no reason to leave the ledger open.
 */
export class AutoLock {
  readonly #clock: Clock
  readonly #minutes: () => number
  readonly #lock: () => void
  #lastInputMs: number
  #timer: NodeJS.Timeout | undefined

  constructor(clock: Clock, minutes: () => number, lock: () => void) {
    this.#clock = clock
    this.#minutes = minutes
    this.#lock = lock
    this.#lastInputMs = clock.monotonicMs()
  }

  start(): void {
    this.#timer ??= setInterval(() => { this.check() }, CHECK_MS).unref()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  noteInput(): void {
    this.#lastInputMs = this.#clock.monotonicMs()
  }

  check(): void {
    const minutes = this.#minutes()
    if (minutes === 0 || this.#clock.monotonicMs() - this.#lastInputMs < minutes * 60_000) return
    this.noteInput()
    this.#lock()
  }
}
