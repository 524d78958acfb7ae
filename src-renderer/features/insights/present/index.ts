import type { Report } from '#shared/reports/report.ts'
import type { QuestionId } from '../questions.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { presentCashFlow } from './cash-flow.ts'
import { presentSavingsRate } from './savings-rate.ts'
import { presentSpending } from './spending.ts'

const EMPTY: View = { leads: [], chart: null, tables: [], notes: [] }

/** The view of one report. */
export function present(report: Report, words: Words): View {
  switch (report.report) {
    case 'cash-flow': return presentCashFlow(report, words)
    case 'spending': return presentSpending(report, words)
    case 'savings-rate': return presentSavingsRate(report, words)
    default: return EMPTY
  }
}

/** The view of a question, which one report answers or several together. */
export function presentAll(_id: QuestionId, reports: readonly Report[], words: Words): View {
  const [first] = reports
  return first ? present(first, words) : EMPTY
}
