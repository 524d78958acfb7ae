import { constants, getPriority, setPriority } from 'node:os'
import process from 'node:process'

/** Lets everybody else go first: where more threads want to run than there are cores, long work must not keep the window waiting. */
export const stepBack = (): boolean => goNoFurtherThan(constants.priority.PRIORITY_BELOW_NORMAL)

/**
 * Stands beside the window's page, not before it. Where the system allows it, Chromium gives its main thread the precedence of
 * a display (nice -8), and every thread started from there inherits that; the page itself stays at 0 and would wait for them all.
 */
export const stepBeside = (): boolean => goNoFurtherThan(constants.priority.PRIORITY_NORMAL)

/**
 * Only Linux gives threads a priority of their own (setpriority(2): 0 means the calling thread); elsewhere the whole app would
 * step back, so nobody does. False where it did not happen, which costs smoothness and nothing else.
 */
function goNoFurtherThan(priority: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    setPriority(Math.max(getPriority(), priority))
    return true
  } catch {
    // A container may forbid the call altogether.
    return false
  }
}
