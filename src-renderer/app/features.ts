import type { Feature, NavEntry } from '#renderer/ui/feature.ts'
import { settingsFeature } from '#renderer/features/settings/feature.ts'

/** Everything the open window offers. A new area adds one line. */
export const features: readonly Feature[] = [
  settingsFeature,
]

/** The sidebar from top to bottom; its first line is where the window opens. */
export const navigation: readonly NavEntry[] = features.flatMap(({ nav }) => nav ?? []).sort((left, right) => left.order - right.order)
