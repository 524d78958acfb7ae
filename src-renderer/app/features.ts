import type { Feature } from '#renderer/ui/feature.ts'
import { settingsFeature } from '#renderer/features/settings/feature.ts'

/** Everything the open window offers. A new area adds one line. */
export const features: readonly Feature[] = [
  settingsFeature,
]
