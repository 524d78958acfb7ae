/** How the scripts speak: short lines, one per thing done. */
import process from 'node:process'

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const say = (line) => void process.stdout.write(`${line}\n`)

/** For commands whose standard output is an answer that another program reads. @type {Say} */
export const sayAside = (line) => void process.stderr.write(`${line}\n`)

/** @param {number} ms */
export const duration = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : ms < 90_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`)

/**
 * What went wrong and what to do about it; a person's mistake or the machine's state, so no stack is shown.
 */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.name = 'Refusal'
    this.exitCode = exitCode
  }
}

/**
 * Runs a script's work and turns its end into an exit code: a refusal is one readable line, a fault shows its stack.
 * @param {() => Promise<number | undefined | void>} work
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (fault) {
    if (fault instanceof Refusal) sayAside(fault.message)
    else sayAside(fault instanceof Error ? String(fault.stack) : String(fault))
    process.exitCode = fault instanceof Refusal ? fault.exitCode : 1
  }
}
