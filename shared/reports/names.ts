/** The twenty-one reports, R1 to R21. The names stand in commands, exports and bookmarks: they never change. */
export const REPORT_NAMES = [
  'accounts', 'balances', 'balance-history', 'net-worth', 'cash-flow', 'spending', 'income', 'savings-rate', 'contracts', 'fixed-variable', 'available',
  'forecast', 'upcoming', 'changes', 'unusual', 'merchants', 'comparison', 'budget', 'fees', 'tax-year', 'data-quality',
] as const
export type ReportName = (typeof REPORT_NAMES)[number]

export const isReportName = (text: string): text is ReportName => REPORT_NAMES.some((name) => name === text)
