import { z } from 'zod'
import type { AppError } from '../errors.ts'
import type { Result } from '../result.ts'
import { AppStateSchema, appEndpoints } from './app-endpoints.ts'
import { RefreshSchema } from '../connections.ts'
import type { Channel, EventName } from './channels.ts'
import { budgetEndpoints } from './budget-endpoints.ts'
import { connectionEndpoints } from './connection-endpoints.ts'
import { importEndpoints, OperationSchema } from './import-endpoints.ts'
import { insightEndpoints } from './insight-endpoints.ts'
import { ledgerEndpoints } from './ledger-endpoints.ts'
import { notificationEndpoints } from './notification-endpoints.ts'
import { NotificationSchema } from '../notifications.ts'
import { rateEndpoints } from './rate-endpoints.ts'
import { reportEndpoints } from './report-endpoints.ts'

interface Endpoint { readonly input: z.ZodType; readonly output: z.ZodType }

/** One contract types and validates both ends: main parses every input, tests parse every output. */
export const contract = { ...appEndpoints, ...ledgerEndpoints, ...reportEndpoints, ...rateEndpoints, ...importEndpoints, ...connectionEndpoints, ...notificationEndpoints, ...budgetEndpoints, ...insightEndpoints } as const satisfies Record<Channel, Endpoint>

export const events = {
  'app.changed': AppStateSchema,
  /** Stores refetch; `scopes` lets them leave alone what did not change. */
  'ledger.changed': z.strictObject({ scopes: z.array(z.enum(['accounts', 'transactions', 'imports', 'settings', 'history', 'connections', 'notifications', 'insights', 'rules', 'rates', 'budgets'])) }),
  'operation.changed': OperationSchema,
  /** Each refresh that went on since this was last told, as it is now, the question it waits with included. */
  'refresh.changed': z.array(RefreshSchema),
  /** A menu item or its accelerator: the id of a command of the window's palette. */
  'menu.command': z.strictObject({ command: z.string() }),
  /** A person clicked a notification of the desktop: show what it is about. */
  'notification.opened': NotificationSchema.pick({ accountId: true, connectionId: true }),
} as const satisfies Record<EventName, z.ZodType>

export type Contract = typeof contract
export type Input<C extends Channel> = z.input<Contract[C]['input']>
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>
export type Output<C extends Channel> = z.output<Contract[C]['output']>
export type Reply<C extends Channel> = Result<Output<C>, AppError>
export type EventOf<E extends EventName> = z.output<(typeof events)[E]>
