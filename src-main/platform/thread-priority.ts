import { constants, getPriority, setPriority } from 'node:os'
import process from 'node:process'

/**
 * Lets everybody else go first: where more threads want to run than there are cores, long work must not keep the window
 * waiting. Only Linux gives threads a priority of their own (setpriority(2): 0 means the calling thread); elsewhere the
 * whole app would step back, so nobody does. False where it did not happen, which costs smoothness and nothing else.
 */
export function stepBack(): boolean {
  if (process.platform !== 'linux') return false
  try {
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
    return true
  } catch {
    // A container may forbid the call altogether.
    return false
  }
}
