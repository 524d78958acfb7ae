import type { ReportName } from '#shared/reports/names.ts'
import { accounts } from './accounts.ts'
import { available } from './available.ts'
import { balanceHistory } from './balance-history.ts'
import { balances } from './balances.ts'
import { budget } from './budget.ts'
import { cashFlow } from './cash-flow.ts'
import { changes } from './changes.ts'
import { comparison } from './comparison.ts'
import { contracts } from './contracts.ts'
import { dataQuality } from './data-quality.ts'
import { fees } from './fees.ts'
import { fixedVariable } from './fixed-variable.ts'
import { forecast } from './forecast.ts'
import { income } from './income.ts'
import { merchants } from './merchants.ts'
import type { ReportModule } from './module.ts'
import { netWorth } from './net-worth.ts'
import { savingsRate } from './savings-rate.ts'
import { spending } from './spending.ts'
import { taxYear } from './tax-year.ts'
import { unusual } from './unusual.ts'
import { upcoming } from './upcoming.ts'

/** Every report there is, R1 to R21: window, command line and files ask this table and nothing else. */
export const REPORTS: { readonly [N in ReportName]: ReportModule<N> } = {
  accounts,
  balances,
  'balance-history': balanceHistory,
  'net-worth': netWorth,
  'cash-flow': cashFlow,
  spending,
  income,
  'savings-rate': savingsRate,
  contracts,
  'fixed-variable': fixedVariable,
  available,
  forecast,
  upcoming,
  changes,
  unusual,
  merchants,
  comparison,
  budget,
  fees,
  'tax-year': taxYear,
  'data-quality': dataQuality,
}
