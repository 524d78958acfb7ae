import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { DIALECTS, writeFiles, type Dialect } from './files.ts'
import type { InsightCost } from './insight-job.ts'
import type { UpdatedAll } from './connections-job.ts'
import type { Batched } from './ofx-batch-job.ts'
import type { Cost } from './measure.ts'
import { middleRound } from './measure.ts'
import { PEERS } from './peers.ts'
import type { Answers, Imported, ReportCosts } from './ledger-jobs.ts'
import { printTable, type Row } from './report.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const ROUNDS = 3
const JOB_MS = 300_000
/** The app's ledger threads keep their nursery small too (worker/threads.ts); a process has only this flag for it. */
const LIKE_THE_APP = ['--max-semi-space-size=8']

type Parsing = Cost & { readonly entries: number }
/** What each job prints. */
export interface JobAnswers { readonly parse: Parsing; readonly import: Imported; readonly update: UpdatedAll; readonly batch: Batched; readonly ask: Answers; readonly insights: InsightCost; readonly reports: ReportCosts }

/** A job in a process of its own; undefined where it fails, as some peers do on some files. */
function run<J extends keyof JobAnswers>(job: J, ...args: string[]): JobAnswers[J] | undefined {
  // A peer runs as Node runs it: a small nursery could cost it time.
  const isOurs = job === 'import' || job === 'update' || job === 'batch' || job === 'insights' || args[0] === 'kontor'
  try {
    const out = execFileSync(process.execPath, [...(isOurs ? LIKE_THE_APP : []), here('job.ts'), job, ...args], { encoding: 'utf8', timeout: JOB_MS, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 })
    return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as JobAnswers[J]
  } catch {
    return undefined
  }
}

const rounds = (...args: string[]): Parsing | undefined => middleRound(Array.from({ length: ROUNDS }, () => run('parse', ...args)).filter((result) => result !== undefined))

function installPeers(): void {
  if (existsSync(here('peers/node_modules'))) return
  process.stdout.write('Installing the peers to measure against …\n')
  try {
    execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--silent'], { cwd: here('peers'), stdio: 'inherit' })
  } catch {
    process.stdout.write('The peers could not be installed; Kontor is measured alone.\n')
  }
}

function parseRows(files: ReadonlyMap<string, string>): Row[] {
  const readers = ['kontor', ...PEERS.map(({ name }) => name)]
  return DIALECTS.flatMap((dialect) => {
    const measured = new Map(readers.map((reader) => [reader, measureReader(reader, dialect, files)]))
    const ours = measured.get('kontor')
    return readers.map((reader) => parseRow(reader, dialect, measured.get(reader), ours))
  })
}

interface Measured { readonly large: Parsing | undefined; readonly middle: Parsing | undefined; readonly small: Parsing | undefined }

const measureReader = (reader: string, dialect: Dialect, files: ReadonlyMap<string, string>): Measured => ({
  large: rounds(reader, files.get(`${dialect} 100000`) ?? ''),
  middle: rounds(reader, files.get(`${dialect} 10000`) ?? ''),
  small: rounds(reader, files.get(`${dialect} 1000`) ?? ''),
})

function parseRow(reader: string, dialect: Dialect, measured: Measured | undefined, ours: Measured | undefined): Row {
  const { large, middle, small } = measured ?? {}
  const perSecond = (parsing: Parsing | undefined) => (parsing === undefined ? undefined : (parsing.entries / parsing.cpuMs) * 1000)
  const figure = perSecond(large)
  const whole = large?.entries === 100_000 ? '' : large === undefined ? ' (fails)' : ` (finds ${large.entries})`
  return {
    job: `parse ${dialect} 100k: ${reader}${whole}`,
    figure, unit: 'tx/CPU-s',
    ...(reader === 'kontor' ? { bar: 250_000, isBetter: 'more' as const } : { ratio: ratio(perSecond(ours?.large), figure) }),
    notes: [
      `10k ${rounded(perSecond(middle))}`, `1k ${rounded(perSecond(small))}`,
      `peak ${rounded(large?.peakMib)} MiB`, `growth ${((large?.cpuMs ?? Number.NaN) / (middle?.cpuMs ?? Number.NaN)).toFixed(1)}`,
    ],
  }
}

/** What the best peer did on the machine where the bars were set. Its code does not change: what has, is the machine. */
const BEST_PEER: Readonly<Record<Dialect, number>> = { sgml: 103_000, xml: 113_000 }

function machineText(rows: readonly Row[]): string {
  const shares = DIALECTS.map((dialect) => {
    const best = Math.max(...PEERS.map(({ name }) => rows.find(({ job }) => job.startsWith(`parse ${dialect} 100k: ${name}`))?.figure ?? 0))
    return `${Math.round((best / BEST_PEER[dialect]) * 100)} % (${dialect})`
  })
  return `The best peer reads at ${shares.join(' and ')} of its speed where the bars were set.\n\n`
}

const ratio = (ours: number | undefined, theirs: number | undefined): number | undefined => (ours === undefined || theirs === undefined ? undefined : ours / theirs)
const rounded = (value: number | undefined): string => (value === undefined ? '–' : Math.round(value).toLocaleString('en-US'))

const folder = mkdtempSync(join(tmpdir(), 'kontor-bench-'))
try {
  installPeers()
  process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}\n\n`)
  const files = writeFiles(folder)
  const { ledgerRows } = await import('./ledger-rows.ts')
  const { windowRows } = await import('./window-rows.ts')
  const reading = parseRows(files)
  printTable('Reading OFX', reading)
  process.stdout.write(machineText(reading))
  printTable('The ledger, encrypted', ledgerRows(run, files, folder))
  printTable('The window', await windowRows(files))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
