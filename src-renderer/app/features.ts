import type { Feature, NavEntry } from '#renderer/ui/feature.ts'
import { accountsFeature } from '#renderer/features/accounts/feature.ts'
import { budgetsFeature } from '#renderer/features/budgets/feature.ts'
import { byHandFeature } from '#renderer/features/by-hand/feature.ts'
import { connectionsFeature } from '#renderer/features/connections/feature.ts'
import { contractsFeature } from '#renderer/features/contracts/feature.ts'
import { importsFeature } from '#renderer/features/imports/feature.ts'
import { insightsFeature } from '#renderer/features/insights/feature.ts'
import { notificationsFeature } from '#renderer/features/notifications/feature.ts'
import { overviewFeature } from '#renderer/features/overview/feature.ts'
import { rulesFeature } from '#renderer/features/rules/feature.ts'
import { reviewFeature } from '#renderer/features/review/feature.ts'
import { settingsFeature } from '#renderer/features/settings/feature.ts'
import { transactionsFeature } from '#renderer/features/transactions/feature.ts'

/** Everything the open window offers. A new area adds one line. */
export const features: readonly Feature[] = [
  overviewFeature,
  transactionsFeature,
  accountsFeature,
  byHandFeature,
  connectionsFeature,
  importsFeature,
  insightsFeature,
  budgetsFeature,
  contractsFeature,
  reviewFeature,
  rulesFeature,
  notificationsFeature,
  settingsFeature,
]

/** The sidebar from top to bottom; its first line is where a new window opens. */
export const navigation: readonly NavEntry[] = features.flatMap(({ nav }) => nav ?? []).sort((left, right) => left.order - right.order)

export const home = navigation[0]?.to ?? '/settings'
