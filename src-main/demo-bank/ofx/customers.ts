import { OFX_DEMO } from '#shared/demo-bank.ts'
import { isOfxScenario, OFX_SCENARIOS, type OfxScenario, type OfxScenarios } from './scenario.ts'
import type { Transfers } from './transfers.ts'

/** The persona whose accounts every login sees. */
const OFX_PERSONA = OFX_DEMO.user
export const OFX_PASSWORD = OFX_DEMO.password
/** Right answers to the questions, by their ids, and the code from the website. */
export const ANSWERS: Readonly<Record<string, string>> = { 'MFA13': '1234', '123': 'Newport' }
export const TOKEN = '246810'

/** A login. Its name says what goes differently: `us`, `us-mfa`. */
export interface OfxCustomer { readonly userId: string; readonly scenarios: OfxScenarios }

/** What changes with every contact; it lives as long as the bank object. */
export interface OfxCustomerState {
  password: string
  wrongPasswords: number
  isLocked: boolean
  requests: number
  readonly knownComputers: Set<string>
  readonly accessKeys: Set<string>
  readonly happened: Set<OfxScenario>
  readonly transfers: Transfers
}

export function findOfxCustomer(userId: string, ofBank: OfxScenarios): OfxCustomer | null {
  if (userId === OFX_PERSONA) return { userId, scenarios: ofBank }
  const names = userId.startsWith(`${OFX_PERSONA}-`) ? userId.slice(OFX_PERSONA.length + 1) : ''
  // Several in one name: `us-mfa+gzip`.
  const scenarios = names.split('+')
  return names !== '' && scenarios.every(isOfxScenario) ? { userId, scenarios: new Set([...ofBank, ...scenarios.filter(isOfxScenario)]) } : null
}

/** Every login of the bank: the persona's own first, then one for each scenario. */
export const ofxUserIds = (): readonly string[] => [OFX_PERSONA, ...Object.keys(OFX_SCENARIOS).map((name) => `${OFX_PERSONA}-${name}`)]
