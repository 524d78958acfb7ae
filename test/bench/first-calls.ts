import process from 'node:process'
import type { DayRange } from '#shared/reports/figure.ts'
import type { TransactionId } from '#shared/model.ts'
import { REPORT_NAMES, type ReportName } from '#shared/reports/names.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { must } from './connections-job.ts'
import { TEN_YEARS, TWELVE_MONTHS } from './files.ts'
import { median } from './measure.ts'
import type { Row } from './report.ts'

/** CPU time in milliseconds of all threads together, from question to answer, asked for the first time after a change. */
export interface FirstCall { readonly name: ReportName; readonly tenYears: number; readonly twelveMonths: number }

const TURNS = 6
const SPANS = [
  { span: 'tenYears', bar: 75, text: 'ten years' },
  { span: 'twelveMonths', bar: 15, text: '12 months' },
] as const

/** Every report, each time after a person's own small change of the newest row: what was remembered of it no longer holds. */
export async function timeFirstCalls(client: LedgerClient): Promise<FirstCall[]> {
  const change = await changes(client)
  const found: FirstCall[] = []
  for (const name of REPORT_NAMES) {
    found.push({ name, tenYears: await afterChanges(client, change, { name, ...TEN_YEARS }), twelveMonths: await afterChanges(client, change, { name, ...TWELVE_MONTHS }) })
  }
  return found
}

async function afterChanges(client: LedgerClient, change: (turn: number) => Promise<void>, asked: DayRange & { readonly name: ReportName }): Promise<number> {
  const request = ReportRequestSchema.parse(asked)
  // What is measured is not what the first question after opening costs.
  await client.call('reports.run', request)
  const samples: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    await change(turn)
    const start = process.cpuUsage()
    must(await client.call('reports.run', request))
    const { user, system } = process.cpuUsage(start)
    samples.push((user + system) / 1000)
  }
  return median(samples)
}

/** Another category and another name by turns. */
async function changes(client: LedgerClient): Promise<(turn: number) => Promise<void>> {
  const [newest] = must(await client.call('transactions.page', { filter: {}, after: null, limit: 1 }))
  const ids: TransactionId[] = newest ? [newest.id] : []
  const edits = [{ categoryId: 'food.groceries' }, { payee: 'Wochenmarkt' }, { categoryId: 'food.restaurants' }, { payee: 'Bäckerei' }]
  return async (turn) => { must(await client.call('transactions.edit', { ids, change: edits[turn % edits.length] ?? {} })) }
}

/** The worst of them, and by name those that take longer than they may. */
export const firstCallRows = (calls: readonly FirstCall[] = []): Row[] => SPANS.map(({ span, bar, text }) => {
  const worstFirst = calls.toSorted((left, right) => right[span] - left[span])
  const over = worstFirst.filter((call) => call[span] > bar)
  const told = (over.length > 0 ? over : worstFirst.slice(0, 1)).map((call) => `${call.name} ${Math.round(call[span])}`)
  return { job: `slowest first report after a change, ${text}`, figure: worstFirst[0]?.[span], unit: 'ms CPU', bar, isBetter: 'less', notes: [told.join(', ')] }
})
