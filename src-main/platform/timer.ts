import { setTimeout as sleep } from 'node:timers/promises'

/** Where waiting comes from; a simulation waits without losing time. */
export interface Timer {
  /** Resolves after the wait; rejects with the signal's reason when cancelled before. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const systemTimer: Timer = {
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
}
