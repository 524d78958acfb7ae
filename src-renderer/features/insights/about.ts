import type { DayRange } from '#shared/reports/figure.ts'
import type { Report } from '#shared/reports/report.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useText } from '#renderer/ui/text.ts'

/** What an answer is about, in a few words: its days, its accounts, the unit of its totals, and how fresh it is (G11). */
export function useAbout(): (report: Report, period?: DayRange) => readonly string[] {
  const accounts = useAccountsStore()
  const { t, date, instant } = useText()
  return (report, { from, to } = report.period) => [
    from === to ? date(from, 'medium') : t('insights.head.period', { from: date(from, 'medium'), to: date(to, 'medium') }),
    report.accounts.length === accounts.accounts.length ? t('insights.head.allAccounts') : t('insights.head.accounts', { count: report.accounts.length }),
    t('insights.head.base', { currency: report.base }),
    ...(report.refreshedAt === null ? [] : [t('insights.head.refreshed', { when: instant(report.refreshedAt) })]),
  ]
}
