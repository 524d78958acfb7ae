import type { LocalDate } from '#shared/dates.ts'
import type { STATUS } from '#main/connectors/ofx/aggregates/common.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import type { OfxVersion } from '#main/connectors/ofx/versions.ts'
import type { OfxCustomer, OfxCustomerState } from './customers.ts'
import type { OfxScenarios } from './scenario.ts'

/** Who is served, and when. Without a customer only the profile is told. */
export interface Counter {
  readonly customer: OfxCustomer | null
  readonly state: OfxCustomerState | null
  readonly scenarios: OfxScenarios
  readonly today: LocalDate
  readonly now: string
  readonly version: OfxVersion
  readonly url: string
}
export type Status = Draft<typeof STATUS>

export const SUCCESS: Status = { CODE: '0', SEVERITY: 'INFO', MESSAGE: 'SUCCESS' }
export const failed = (code: string, message: string): Status => ({ CODE: code, SEVERITY: 'ERROR', MESSAGE: message })
