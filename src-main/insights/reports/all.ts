import type { ReportName } from '#shared/reports/names.ts'
import { cashFlow } from './cash-flow.ts'
import type { ReportModule } from './module.ts'

/** Every report there is: window, command line and files ask this table and nothing else. */
export const REPORTS: { readonly [N in ReportName]?: ReportModule<N> } = {
  'cash-flow': cashFlow,
}
