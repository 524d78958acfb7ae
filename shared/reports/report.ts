import { z } from 'zod'
import {
  ComparisonReportSchema, DataQualityReportSchema, FeesReportSchema, IncomeReportSchema, MerchantsReportSchema, SavingsRateReportSchema, SpendingReportSchema, TaxYearReportSchema,
} from './category-reports.ts'
import {
  AvailableReportSchema, BudgetReportSchema, ChangesReportSchema, ContractsReportSchema, FixedVariableReportSchema, ForecastReportSchema, UnusualReportSchema, UpcomingReportSchema,
} from './contract-reports.ts'
import type { Envelope } from './envelope.ts'
import { AccountsReportSchema, BalanceHistoryReportSchema, BalancesReportSchema, CashFlowReportSchema, NetWorthReportSchema } from './money-reports.ts'
import type { ReportName } from './names.ts'

/** Whatever a report answers: told apart by `report`, its name. */
export const ReportSchema = z.discriminatedUnion('report', [
  AccountsReportSchema, BalancesReportSchema, BalanceHistoryReportSchema, NetWorthReportSchema, CashFlowReportSchema, SpendingReportSchema, IncomeReportSchema,
  SavingsRateReportSchema, ContractsReportSchema, FixedVariableReportSchema, AvailableReportSchema, ForecastReportSchema, UpcomingReportSchema, ChangesReportSchema,
  UnusualReportSchema, MerchantsReportSchema, ComparisonReportSchema, BudgetReportSchema, FeesReportSchema, TaxYearReportSchema, DataQualityReportSchema,
])
export type Report = z.output<typeof ReportSchema>
export type ReportOf<N extends ReportName> = Extract<Report, { report: N }>
/** What a report's own module answers; the envelope is the same for all. */
export type BodyOf<N extends ReportName> = Omit<ReportOf<N>, 'report' | 'compared' | keyof Envelope>
