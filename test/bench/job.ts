import process from 'node:process'
import { bytesOf, cost } from './measure.ts'
import { PEERS } from './peers.ts'

/** One measured piece of work in a process of its own, so that nobody pays for another's memory. Prints one line of JSON. */
const JOBS: Readonly<Record<string, (...args: string[]) => Promise<unknown>>> = {
  /** Bytes to typed model. */
  parse: async (reader = '', file = '') => {
    const read = reader === 'kontor' ? await kontorReader() : PEERS.find(({ name }) => name === reader)?.read
    if (!read) throw new Error(`no reader ${reader}`)
    // A file comes to a program that has started: held while the reader loads, it would set off a collection that belongs to neither.
    const bytes = bytesOf(file)
    const { value: entries, cost: spent } = await cost(() => read(bytes))
    return { entries, ...spent }
  },
  import: async (file = '', ledger = '') => (await import('./ledger-jobs.ts')).importTwice(file, ledger),
  update: async (ledger = '') => (await import('./connections-job.ts')).updateAll(ledger),
  batch: async (ledger = '', entries = '25000') => (await import('./ofx-batch-job.ts')).fetchBatch(ledger, entries),
  insights: async (ledger = '') => (await import('./insight-job.ts')).findInsights(ledger),
  reports: async (ledger = '') => (await import('./ledger-jobs.ts')).askReports(ledger),
  ask: async (ledger = '') => (await import('./ledger-jobs.ts')).askEverything(ledger),
}

async function kontorReader(): Promise<(bytes: Uint8Array) => Promise<number>> {
  const { readFile } = await import('#main/importers/read.ts')
  return (bytes) => {
    const reading = readFile('bench.ofx', bytes)
    return Promise.resolve(reading.ok ? reading.value.statements.reduce((total, { entries }) => total + entries.length, 0) : 0)
  }
}

const [name = '', ...args] = process.argv.slice(2)
const job = JOBS[name]
if (!job) throw new Error(`no job ${name}`)
process.stdout.write(`${JSON.stringify(await job(...args))}\n`)
