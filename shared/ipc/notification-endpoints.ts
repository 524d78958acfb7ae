import { z } from 'zod'
import { NotificationRuleSchema, NotificationSchema, RuleDraftSchema, RuleIdSchema } from '../notifications.ts'
import { NOTIFICATIONS_MAX } from './limits.ts'

/** Rules, and what came of them. */
export const notificationEndpoints = {
  /** Without what is gone: a rule names only connections and accounts that are there. */
  'notifications.list': { input: z.void(), output: z.array(NotificationRuleSchema) },
  /** The same rule again is `exists`; one that names what is not there `not_found`. */
  'notifications.create': { input: RuleDraftSchema, output: NotificationRuleSchema },
  'notifications.edit': { input: z.strictObject({ id: RuleIdSchema, rule: RuleDraftSchema }), output: NotificationRuleSchema },
  'notifications.delete': { input: z.strictObject({ id: RuleIdSchema }), output: z.null() },
  /** What was told, newest first, also where the desktop shows no notifications. */
  'notifications.recent': { input: z.strictObject({ limit: z.int().min(1).max(NOTIFICATIONS_MAX).default(100) }), output: z.array(NotificationSchema) },
} as const
