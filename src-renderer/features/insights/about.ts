import type { Report } from '#shared/reports/report.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useText } from '#renderer/ui/text.ts'

/** What an answer is about, in a few words: its period, its accounts, the unit of its totals, and how fresh it is (G11). */
export function useAbout(): (report: Report) => readonly string[] {
  const accounts = useAccountsStore()
  const { t, date, instant } = useText()
  return (report) => [
    t('insights.head.period', { from: date(report.period.from, 'medium'), to: date(report.period.to, 'medium') }),
    report.accounts.length === accounts.accounts.length ? t('insights.head.allAccounts') : t('insights.head.accounts', { count: report.accounts.length }),
    t('insights.head.base', { currency: report.base }),
    ...(report.refreshedAt === null ? [] : [t('insights.head.refreshed', { when: instant(report.refreshedAt) })]),
  ]
}
