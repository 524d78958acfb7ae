import { join } from 'node:path'
import type { UpdatedAll } from './connections-job.ts'
import type { Batched } from './ofx-batch-job.ts'
import type { Answers, Imported, ReportCosts } from './ledger-jobs.ts'
import { firstCallRows } from './first-calls.ts'
import { middleRound } from './measure.ts'
import { insightJobRows } from './insight-job.ts'
import type { Row } from './report.ts'
import { reportTimeRows } from './report-jobs.ts'
import type { JobAnswers } from './run.ts'

type Run = <J extends keyof JobAnswers>(job: J, ...args: string[]) => JobAnswers[J] | undefined

const GROWTH_MAX = 12

/** Imports each size into a ledger of its own and asks the largest everything the window asks. */
export function ledgerRows(run: Run, files: ReadonlyMap<string, string>, folder: string): Row[] {
  const ledgerFile = (rows: number): string => join(folder, `ledger-${rows}.kontor`)
  const importInto = (rows: number, ledger: string): Imported | undefined => run('import', files.get(`sgml ${rows}`) ?? '', ledger)
  const middle = importInto(10_000, ledgerFile(10_000))
  const rounds = [ledgerFile(100_000), join(folder, 'second.kontor'), join(folder, 'third.kontor')].flatMap((ledger) => importInto(100_000, ledger) ?? [])
  return [
    ...importRows(rounds, middle),
    ...batchRows(run('batch', join(folder, 'batch.kontor'))),
    updateRow(run('update', join(folder, 'connections.kontor'))),
    ...answerRows(run('ask', ledgerFile(100_000)), run('ask', ledgerFile(10_000))),
    ...insightJobRows(run('insights', ledgerFile(100_000)), run('insights', ledgerFile(10_000))),
    ...reportRows(run('reports', ledgerFile(100_000))),
  ]
}

const reportRows = (costs: ReportCosts | undefined): Row[] => [...reportTimeRows(costs?.times), ...firstCallRows(costs?.first)]

function importRows(rounds: readonly Imported[], middle: Imported | undefined): Row[] {
  const large = middleRound(rounds)
  const growth = (large?.first.cpuMs ?? Number.NaN) / (middle?.first.cpuMs ?? Number.NaN)
  return [
    { job: 'import 100k: parse, dedupe, index, store', figure: seconds(large?.first.cpuMs), unit: 's CPU', bar: 2, isBetter: 'less', notes: [`${large?.first.rows ?? 0} rows added`, `rounds ${rounds.map(({ cpuMs }) => (cpuMs / 1000).toFixed(2)).join(' ')}`, `file ${Math.round(large?.fileMib ?? 0)} MiB`] },
    { job: 'import 100k: peak memory', figure: large?.first.peakMib, unit: 'MiB', bar: 250, isBetter: 'less' },
    { job: 'the same file again', figure: seconds(large?.again.cpuMs), unit: 's CPU', bar: 0.6, isBetter: 'less', notes: [`${large?.again.rows ?? -1} rows added`] },
    { job: 'import: t(100k)/t(10k)', figure: growth, unit: '×', bar: GROWTH_MAX, isBetter: 'less' },
  ]
}

function batchRows(batch: Batched | undefined): Row[] {
  return [
    { job: 'OFX batch of 4 × 25k: post, parse, dedupe, store', figure: seconds(batch?.cpuMs), unit: 's CPU', bar: 2.5, isBetter: 'less', notes: [`${batch?.rows ?? 0} rows`] },
    { job: 'OFX batch: peak memory', figure: batch?.peakMib, unit: 'MiB', bar: 300, isBetter: 'less' },
  ]
}

function updateRow(all: UpdatedAll | undefined): Row {
  return {
    job: 'refresh of 20 connections, without bank and categories', figure: seconds(all?.cpuMs), unit: 's CPU', bar: 6, isBetter: 'less',
    notes: [`${all?.rows ?? 0} rows`, `${all?.finished ?? 0} of 20 finished`],
  }
}

function answerRows(large: Answers | undefined, middle: Answers | undefined): Row[] {
  const row = (job: string, name: keyof Answers, bar?: number): Row => ({
    job, figure: large?.[name], unit: 'ms', ...(bar !== undefined && { bar, isBetter: 'less' as const }), notes: [`10k: ${(middle?.[name] ?? Number.NaN).toFixed(1)} ms`],
  })
  return [
    row('open with 100k', 'open'),
    row('accounts with balances', 'accounts'),
    row('list: count, sums and jumps', 'outline'),
    row('first page of the list', 'firstPage'),
    row('page in the middle', 'middlePage'),
    row('search, first page', 'search', 30),
    row('month × category, ten years', 'tenYears', 75),
    row('month × category, 12 months', 'twelveMonths', 15),
    row('balance by day, ten years', 'balanceHistory'),
  ]
}

const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000)
