/** The twenty-one reports, R1 to R21. The names stand in commands, exports and bookmarks: they never change. */
export const REPORT_NAMES = [
  'accounts', 'balances', 'balance-history', 'net-worth', 'cash-flow', 'spending', 'income', 'savings-rate', 'contracts', 'fixed-variable', 'available',
  'forecast', 'upcoming', 'changes', 'unusual', 'merchants', 'comparison', 'budget', 'fees', 'tax-year', 'data-quality',
] as const
export type ReportName = (typeof REPORT_NAMES)[number]

export const isReportName = (text: string): text is ReportName => REPORT_NAMES.some((name) => name === text)

/**
 * Those that say something of their period as a whole, which another one can be held against. The others tell what there is, what
 * is to come or what stands out, by calendar year, or compare by themselves.
 */
export const COMPARABLE_REPORTS = ['balances', 'cash-flow', 'spending', 'income', 'savings-rate', 'merchants'] as const satisfies readonly ReportName[]

export const isComparable = (name: ReportName): boolean => COMPARABLE_REPORTS.some((one) => one === name)
