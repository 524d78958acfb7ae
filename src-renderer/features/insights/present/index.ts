import type { Report, ReportOf } from '#shared/reports/report.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { QuestionId } from '../questions.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { presentAvailable, presentBudget, presentForecast, presentUnusual } from './ahead.ts'
import { presentCashFlow } from './cash-flow.ts'
import { presentComparison } from './comparison.ts'
import { presentChanges, presentContracts, presentFixedVariable, presentUpcoming } from './contracts.ts'
import { presentFlow } from './flow.ts'
import { presentNetWorth } from './net-worth.ts'
import { presentIncome, presentMerchants } from './parties.ts'
import { presentSavingsRate } from './savings-rate.ts'
import { presentSpending } from './spending.ts'
import { presentAccounts, presentDataQuality, presentFees, presentTaxYear } from './states.ts'
import { presentBalanceHistory, presentBalances } from './worth.ts'

const EMPTY: View = { leads: [], chart: null, tables: [], notes: [] }

/** The view of a question, which one report answers or several together. */
export function presentAll(id: QuestionId, reports: readonly Report[], words: Words): View {
  const [first] = reports
  if (first === undefined) return EMPTY
  if (id !== 'flow') return present(first, words)
  const [income, spending, flow] = [find(reports, 'income'), find(reports, 'spending'), find(reports, 'cash-flow')]
  return income && spending && flow ? presentFlow(income, spending, flow, words) : EMPTY
}

function find<N extends ReportName>(reports: readonly Report[], name: N): ReportOf<N> | undefined {
  return reports.find((report): report is ReportOf<N> => report.report === name)
}

/** The view of one report. */
export function present(asked: Report, words: Words): View {
  const reach = asked.compared?.reach ?? 'whole'
  // What nobody knows is not nothing.
  const view = answer(reach === 'none' ? { ...asked, compared: null } : asked, words)
  return reach === 'whole' ? view : { ...view, notes: [words.t(`insights.note.compared.${reach}`), ...view.notes] }
}

function answer(report: Report, words: Words): View {
  switch (report.report) {
    case 'accounts': return presentAccounts(report, words)
    case 'balances': return presentBalances(report, words)
    case 'balance-history': return presentBalanceHistory(report, words)
    case 'net-worth': return presentNetWorth(report, words)
    case 'cash-flow': return presentCashFlow(report, words)
    case 'spending': return presentSpending(report, words)
    case 'income': return presentIncome(report, words)
    case 'savings-rate': return presentSavingsRate(report, words)
    case 'contracts': return presentContracts(report, words)
    case 'fixed-variable': return presentFixedVariable(report, words)
    case 'available': return presentAvailable(report, words)
    case 'forecast': return presentForecast(report, words)
    case 'upcoming': return presentUpcoming(report, words)
    case 'changes': return presentChanges(report, words)
    case 'unusual': return presentUnusual(report, words)
    case 'merchants': return presentMerchants(report, words)
    case 'comparison': return presentComparison(report, words)
    case 'budget': return presentBudget(report, words)
    case 'fees': return presentFees(report, words)
    case 'tax-year': return presentTaxYear(report, words)
    case 'data-quality': return presentDataQuality(report, words)
    default: return report satisfies never
  }
}
