import process from 'node:process'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { Row } from './report.ts'

/** What categories, and then transfers and contracts, cost in the background: CPU time, all of it and the longest piece. */
export interface InsightCost { readonly categoriesMs: number; readonly insightsMs: number; readonly longestMs: number; readonly pieces: number }

const KEY = new Uint8Array(32).fill(7)

export async function findInsights(ledger: string): Promise<InsightCost> {
  const client = createDirectClient()
  const answer = await client.open({ file: ledger, key: KEY.slice(), create: false })
  if (!answer.ok) throw new Error(`open: ${answer.error.kind}`)
  const categories = await finish(client, 'categories.next')
  const insights = await finish(client, 'insights.next')
  await client.close()
  return { categoriesMs: categories.cpuMs, insightsMs: insights.cpuMs, longestMs: insights.longestMs, pieces: insights.pieces }
}

interface Finished { readonly cpuMs: number; readonly longestMs: number; readonly pieces: number }

async function finish(client: LedgerClient, job: 'categories.next' | 'insights.next'): Promise<Finished> {
  const begin = cpuMs()
  let [longestMs, pieces, isDone] = [0, 0, false]
  while (!isDone) {
    const start = cpuMs()
    const piece = await client.job(job, null)
    if (!piece.ok) throw new Error(`${job}: ${piece.error.kind}`)
    longestMs = Math.max(longestMs, cpuMs() - start)
    pieces += 1
    isDone = piece.value.isDone
  }
  return { cpuMs: cpuMs() - begin, longestMs, pieces }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export const insightJobRows = (large: InsightCost | undefined, middle: InsightCost | undefined): Row[] => [
  { job: 'categories of 100k', figure: seconds(large?.categoriesMs), unit: 's CPU', bar: 2, isBetter: 'less', notes: [`10k: ${Math.round(middle?.categoriesMs ?? Number.NaN)} ms`] },
  { job: 'transfers and contracts of 100k', figure: seconds(large?.insightsMs), unit: 's CPU', bar: 1.5, isBetter: 'less', notes: [`10k: ${Math.round(middle?.insightsMs ?? Number.NaN)} ms`] },
  { job: 'transfers and contracts: longest piece', figure: large?.longestMs, unit: 'ms CPU', bar: 50, isBetter: 'less', notes: [`${large?.pieces ?? 0} pieces`] },
]

const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000)
