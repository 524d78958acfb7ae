import type { DayRange } from '#shared/reports/figure.ts'
import { REPORT_NAMES, type ReportName } from '#shared/reports/names.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { TEN_YEARS, TWELVE_MONTHS } from './files.ts'
import { medianMs } from './measure.ts'
import type { Row } from './report.ts'

/** Wall time in milliseconds, asked through the ledger's threads as in the app. */
export interface ReportTimes { readonly tenYears: number; readonly twelveMonths: number }
export type AllReportTimes = Readonly<Partial<Record<ReportName, ReportTimes>>>

const TURNS = 7
const BAR = { tenYears: 75, twelveMonths: 15 } as const

/** Every report over ten years and over twelve months, once categories, transfers and contracts are there. */
export async function timeReports(client: LedgerClient): Promise<AllReportTimes> {
  await finishBackground(client)
  const times: Partial<Record<ReportName, ReportTimes>> = {}
  for (const name of REPORT_NAMES) {
    const over = async (days: DayRange): Promise<number> => {
      const request = ReportRequestSchema.parse({ name, ...days })
      return (await client.call('reports.run', request)).ok ? medianMs(TURNS, () => client.call('reports.run', request)) : Number.NaN
    }
    times[name] = { tenYears: await over(TEN_YEARS), twelveMonths: await over(TWELVE_MONTHS) }
  }
  return times
}

async function finishBackground(client: LedgerClient): Promise<void> {
  for (const job of ['categories.next', 'insights.next'] as const) {
    let isDone = false
    while (!isDone) {
      const piece = await client.job(job, null)
      isDone = !piece.ok || piece.value.isDone
    }
  }
}

export const reportTimeRows = (large: AllReportTimes | undefined): Row[] => REPORT_NAMES.flatMap((name) => [
  { job: `report ${name}, ten years`, figure: large?.[name]?.tenYears, unit: 'ms', bar: BAR.tenYears, isBetter: 'less' as const },
  { job: `report ${name}, 12 months`, figure: large?.[name]?.twelveMonths, unit: 'ms', bar: BAR.twelveMonths, isBetter: 'less' as const },
])
