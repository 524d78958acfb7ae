import type { Connection, ConnectionId, LoginLabels, UpdateResult } from '#shared/connections.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import type { AccountType } from '#shared/statement.ts'
import type { StoredAccess } from './jobs.ts'

/** A row of `connection`, what no window may see included. */
export interface ConnectionRow {
  readonly id: ConnectionId
  readonly protocol: Connection['bank']['protocol']
  readonly bank_name: string
  readonly bank_code: string | null
  readonly bic: string | null
  readonly country: string | null
  readonly url: string | null
  readonly org: string | null
  readonly fid: string | null
  readonly bank_key: string
  readonly user_id: string
  readonly customer_id: string
  readonly name: string
  readonly max_days: number
  readonly account_types: Stored<AccountType[]> | null
  readonly skip_positions: 0 | 1
  readonly update_status: Connection['updateStatus']
  readonly categorization_status: Connection['categorizationStatus']
  readonly last_manual_update: Stored<UpdateResult> | null
  readonly last_auto_update: Stored<UpdateResult> | null
  readonly last_success_at: Instant | null
  readonly tan_methods: Stored<Connection['tanMethods']>
  readonly default_tan_method: string | null
  readonly user_action_required: 0 | 1
  readonly consent_until: LocalDate | null
  readonly asks_each_time: 0 | 1
  readonly schedule: Stored<Connection['schedule']>
  readonly state: Uint8Array | null
  readonly sealed_pin: Uint8Array | null
  readonly access: Stored<StoredAccess> | null
  readonly sealed_proxy: Uint8Array | null
  readonly sealed_certificate: Uint8Array | null
  readonly login_labels: Stored<LoginLabels> | null
  readonly is_provisional: 0 | 1
}

/** A value kept as JSON text. Only this room writes these texts. */
export type Stored<T> = string & { readonly __value: T }

export function stored<T>(text: Stored<T>): T
export function stored<T>(text: Stored<T> | null): T | null
export function stored<T>(text: Stored<T> | null): T | null {
  return text === null ? null : JSON.parse(text) as T
}
