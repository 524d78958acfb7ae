import type { ReportName } from '#shared/reports/names.ts'
import { available } from './available.ts'
import { budget } from './budget.ts'
import { changes } from './changes.ts'
import { contracts } from './contracts.ts'
import { fixedVariable } from './fixed-variable.ts'
import { forecast } from './forecast.ts'
import { unusual } from './unusual.ts'
import { upcoming } from './upcoming.ts'
import { accounts } from './accounts.ts'
import { balanceHistory } from './balance-history.ts'
import { balances } from './balances.ts'
import { cashFlow } from './cash-flow.ts'
import { comparison } from './comparison.ts'
import { dataQuality } from './data-quality.ts'
import { fees } from './fees.ts'
import { merchants } from './merchants.ts'
import { netWorth } from './net-worth.ts'
import { savingsRate } from './savings-rate.ts'
import { spending } from './spending.ts'
import { taxYear } from './tax-year.ts'
import type { ReportModule } from './module.ts'

/** Every report there is: window, command line and files ask this table and nothing else. */
export const REPORTS: { readonly [N in ReportName]?: ReportModule<N> } = {
  accounts,
  balances,
  'balance-history': balanceHistory,
  'net-worth': netWorth,
  'cash-flow': cashFlow,
  contracts,
  'fixed-variable': fixedVariable,
  available,
  forecast,
  upcoming,
  changes,
  unusual,
  budget,
  spending,
  'savings-rate': savingsRate,
  merchants,
  comparison,
  fees,
  'tax-year': taxYear,
  'data-quality': dataQuality,
}
