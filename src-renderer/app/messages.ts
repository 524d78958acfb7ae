import { createI18n, type I18n } from 'vue-i18n'
import type { Language } from '#shared/preferences.ts'
import { de as accountsDe } from '#renderer/features/accounts/messages.de.ts'
import { en as accountsEn } from '#renderer/features/accounts/messages.en.ts'
import { de as budgetsDe } from '#renderer/features/budgets/messages.de.ts'
import { en as budgetsEn } from '#renderer/features/budgets/messages.en.ts'
import { de as byHandDe } from '#renderer/features/by-hand/messages.de.ts'
import { en as byHandEn } from '#renderer/features/by-hand/messages.en.ts'
import { de as chartsDe } from '#renderer/features/charts/messages.de.ts'
import { en as chartsEn } from '#renderer/features/charts/messages.en.ts'
import { de as connectionsDe } from '#renderer/features/connections/messages.de.ts'
import { en as connectionsEn } from '#renderer/features/connections/messages.en.ts'
import { de as contractsDe } from '#renderer/features/contracts/messages.de.ts'
import { en as contractsEn } from '#renderer/features/contracts/messages.en.ts'
import { de as firstRunDe } from '#renderer/features/first-run/messages.de.ts'
import { en as firstRunEn } from '#renderer/features/first-run/messages.en.ts'
import { de as importsDe } from '#renderer/features/imports/messages.de.ts'
import { en as importsEn } from '#renderer/features/imports/messages.en.ts'
import { de as insightsDe } from '#renderer/features/insights/messages.de.ts'
import { en as insightsEn } from '#renderer/features/insights/messages.en.ts'
import { de as lockDe } from '#renderer/features/lock/messages.de.ts'
import { en as lockEn } from '#renderer/features/lock/messages.en.ts'
import { de as notificationsDe } from '#renderer/features/notifications/messages.de.ts'
import { en as notificationsEn } from '#renderer/features/notifications/messages.en.ts'
import { de as overviewDe } from '#renderer/features/overview/messages.de.ts'
import { en as overviewEn } from '#renderer/features/overview/messages.en.ts'
import { de as rulesDe } from '#renderer/features/rules/messages.de.ts'
import { en as rulesEn } from '#renderer/features/rules/messages.en.ts'
import { de as reviewDe } from '#renderer/features/review/messages.de.ts'
import { en as reviewEn } from '#renderer/features/review/messages.en.ts'
import { de as settingsDe } from '#renderer/features/settings/messages.de.ts'
import { en as settingsEn } from '#renderer/features/settings/messages.en.ts'
import { de as transactionsDe } from '#renderer/features/transactions/messages.de.ts'
import { en as transactionsEn } from '#renderer/features/transactions/messages.en.ts'
import { de as uiDe } from '#renderer/ui/messages.de.ts'
import { en as uiEn } from '#renderer/ui/messages.en.ts'
import type { Messages, Translated } from '#renderer/ui/text.ts'
import { de as shellDe } from './messages.de.ts'
import { en as shellEn } from './messages.en.ts'

/**
 * Each area's texts under the name it declared (`ui/text.ts` says how). An area that is not listed here, or a text that has
 * no German, does not compile; test/window/messages.test.ts holds placeholders and plural forms together.
 */
export const messages = {
  en: { ui: uiEn, shell: shellEn, firstRun: firstRunEn, lock: lockEn, settings: settingsEn, overview: overviewEn, byHand: byHandEn, charts: chartsEn, transactions: transactionsEn, accounts: accountsEn, connections: connectionsEn, imports: importsEn, notifications: notificationsEn, insights: insightsEn, budgets: budgetsEn, rules: rulesEn, contracts: contractsEn, review: reviewEn },
  de: { ui: uiDe, shell: shellDe, firstRun: firstRunDe, lock: lockDe, settings: settingsDe, overview: overviewDe, byHand: byHandDe, charts: chartsDe, transactions: transactionsDe, accounts: accountsDe, connections: connectionsDe, imports: importsDe, notifications: notificationsDe, insights: insightsDe, budgets: budgetsDe, rules: rulesDe, contracts: contractsDe, review: reviewDe },
} as const satisfies { en: Messages; de: Translated<Messages> }

export function createTexts(language: Language = 'en'): I18n {
  return createI18n({ legacy: false, locale: language, fallbackLocale: 'en', messages: { en: messages.en, de: messages.de }, missingWarn: false, fallbackWarn: false })
}
