import { readFileSync } from 'node:fs'
import process from 'node:process'

/** What one piece of work cost this process. */
export interface Cost {
  readonly cpuMs: number
  readonly wallMs: number
  /** Peak resident set of the whole process, in MiB: a job that must be fair about memory runs in a process of its own. */
  readonly peakMib: number
}

export async function cost<T>(work: () => Promise<T> | T): Promise<{ value: T; cost: Cost }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { value, cost: { cpuMs: (user + system) / 1000, wallMs, peakMib: process.resourceUsage().maxRSS / 1024 } }
}

/** A file as the app gets it: its bytes once. A second copy would be the bench's own garbage, and set off collections that are charged to the work. */
export function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  return new Uint8Array(buffer, byteOffset, byteLength)
}

export const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN

/** The middle one of several rounds of the same work: now and then a whole process is slow. */
export function middleRound<R extends { readonly cpuMs: number }>(results: readonly R[]): R | undefined {
  const middle = median(results.map(({ cpuMs }) => cpuMs))
  return results.find(({ cpuMs }) => cpuMs === middle)
}

/** The median time of a question asked many times, after it was asked once: what a person waits for. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const samples: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now()
    await work()
    samples.push(performance.now() - start)
  }
  return median(samples)
}
