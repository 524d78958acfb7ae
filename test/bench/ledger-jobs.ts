import { statSync } from 'node:fs'
import type { OperationId } from '#shared/model.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { TEN_YEARS, TWELVE_MONTHS } from './files.ts'
import { timeFirstCalls, type FirstCall } from './first-calls.ts'
import { bytesOf, cost, medianMs, type Cost } from './measure.ts'
import { timeReports, type AllReportTimes } from './report-jobs.ts'

/** The bench's ledgers are encrypted like everybody's; only the key is known. */
const KEY = new Uint8Array(32).fill(7)
const TURNS = 15

export interface Imported { readonly first: Cost & { rows: number }; readonly again: Cost & { rows: number }; readonly cpuMs: number; readonly fileMib: number }
export interface Answers {
  readonly open: number
  readonly accounts: number
  readonly outline: number
  readonly firstPage: number
  readonly middlePage: number
  readonly search: number
  readonly tenYears: number
  readonly twelveMonths: number
  readonly balanceHistory: number
}

export interface ReportCosts { readonly times: AllReportTimes; readonly first: readonly FirstCall[] }

async function opened(client: LedgerClient, file: string, create: boolean): Promise<LedgerClient> {
  const answer = await client.open({ file, key: KEY.slice(), create })
  if (!answer.ok) throw new Error(`open: ${answer.error.kind}`)
  return client
}

async function importOnce(client: LedgerClient, file: string): Promise<Cost & { rows: number }> {
  // The bytes are there before the clock starts, as they are in the window.
  const bytes = bytesOf(file)
  const { value, cost: spent } = await cost(() => client.job('importFiles', { files: [{ name: 'bench.ofx', bytes }], source: 'file', operationId: crypto.randomUUID() as OperationId }))
  if (!value.ok) throw new Error(`import: ${value.error.kind}`)
  return { ...spent, rows: value.value.receipts.reduce((total, { batch }) => total + batch.added, 0) }
}

/** Parse, dedupe, index and store; then the same file again. */
export async function importTwice(file: string, ledger: string): Promise<Imported> {
  const client = await opened(createDirectClient(), ledger, true)
  const first = await importOnce(client, file)
  const again = await importOnce(client, file)
  await client.close()
  return { first, again, cpuMs: first.cpuMs, fileMib: statSync(ledger).size / 1024 / 1024 }
}

/** Every report, over ten years and over one: asked again and again, and for the first time after a change. */
export async function askReports(ledger: string): Promise<ReportCosts> {
  const client = await opened(createThreadClient({ entry: new URL('../../src-main/worker/thread.ts', import.meta.url) }), ledger, false)
  const times = await timeReports(client)
  const first = await timeFirstCalls(client)
  await client.close()
  return { times, first }
}

/** What a person waits for, asked through the same threads as in the app. Wall time in milliseconds. */
export async function askEverything(ledger: string): Promise<Answers> {
  const client = createThreadClient({ entry: new URL('../../src-main/worker/thread.ts', import.meta.url) })
  const { cost: open } = await cost(() => opened(client, ledger, false))
  const outline = await client.call('transactions.outline', { filter: {} })
  const middle = outline.ok ? outline.value.anchors[Math.floor(outline.value.anchors.length / 2)] ?? null : null
  const spending = (days: DayRange) => ReportRequestSchema.parse({ name: 'spending', ...days })
  const answers = {
    open: open.wallMs,
    accounts: await medianMs(TURNS, () => client.call('accounts.list', undefined)),
    outline: await medianMs(TURNS, () => client.call('transactions.outline', { filter: {} })),
    firstPage: await medianMs(TURNS, () => client.call('transactions.page', { filter: {}, after: null, limit: 100 })),
    middlePage: await medianMs(TURNS, () => client.call('transactions.page', { filter: {}, after: middle, limit: 100 })),
    search: await medianMs(TURNS, () => client.call('transactions.page', { filter: { search: 'electric' }, after: null, limit: 100 })),
    tenYears: await medianMs(TURNS, () => client.call('reports.run', spending(TEN_YEARS))),
    twelveMonths: await medianMs(TURNS, () => client.call('reports.run', spending(TWELVE_MONTHS))),
    balanceHistory: await medianMs(TURNS, () => client.call('reports.balanceHistory', {})),
  }
  await client.close()
  return answers
}
