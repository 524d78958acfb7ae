import { readdirSync, readFileSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Lets everybody else go first: where more threads want to run than there are cores, long work must not keep the window waiting. */
export const stepBack = (): boolean => goNoFurtherThan(constants.priority.PRIORITY_BELOW_NORMAL)

/**
 * Stands beside the window's page, not before it. Where the system allows it, Chromium gives its main thread the precedence of
 * a display (nice -8), and every thread started from there inherits that; the page itself stays at 0 and would wait for them all.
 */
export const stepBeside = (): boolean => goNoFurtherThan(constants.priority.PRIORITY_NORMAL)

/** Lets the page and main go first, where both have something to do, and goes before those that stepped back. */
export const stepAside = (): boolean => goNoFurtherThan(constants.priority.PRIORITY_BELOW_NORMAL / 2)

const THREADS = '/proc/self/task'
/** As the runtime names the threads that collect garbage and compile for all of this process's JavaScript. */
const HELPER = 'V8Worker'

/**
 * Lets the runtime's own helpers go behind the page. They start with the process, so they inherit the precedence that the main
 * thread has then, and their work is mostly what a ledger thread leaves behind while it stores: it can wait. How many stepped back.
 */
export function helpersStepBack(): number {
  if (process.platform !== 'linux') return 0
  const helpers = readdirSync(THREADS).filter((thread) => nameOf(thread) === HELPER)
  return helpers.filter((thread) => goNoFurtherThan(constants.priority.PRIORITY_BELOW_NORMAL, Number(thread))).length
}

function nameOf(thread: string): string {
  try {
    return readFileSync(join(THREADS, thread, 'comm'), 'utf8').trim()
  } catch {
    // It ended between the two looks.
    return ''
  }
}

/**
 * Only Linux gives threads a priority of their own (setpriority(2): 0 means the calling thread); elsewhere the whole app would
 * step back, so nobody does. False where it did not happen, which costs smoothness and nothing else.
 */
function goNoFurtherThan(priority: number, thread = 0): boolean {
  if (process.platform !== 'linux') return false
  try {
    setPriority(thread, Math.max(getPriority(thread), priority))
    return true
  } catch {
    // A container may forbid the call altogether.
    return false
  }
}
