import type { FintsPersona } from './personas/persona.ts'
import { isScenario, SCENARIOS, type ScenarioName, type Scenarios } from './scenario.ts'

/** A login. Its name says whose accounts it sees and what goes differently: `de`, `de-wrong-tan`. */
export interface Customer {
  readonly userId: string
  readonly persona: FintsPersona
  readonly scenarios: Scenarios
}

/** What changes with every contact; it lives as long as the bank object. */
export interface CustomerState {
  wrongPins: number
  wrongTans: number
  isLocked: boolean
  messages: number
  /** Scenarios that happen once and have happened. */
  readonly happened: Set<ScenarioName>
}

export const newCustomerState = (): CustomerState => ({ wrongPins: 0, wrongTans: 0, isLocked: false, messages: 0, happened: new Set() })

export function findCustomer(userId: string, persona: FintsPersona, ofBank: Scenarios): Customer | null {
  if (userId === persona.id) return { userId, persona, scenarios: ofBank }
  const name = userId.startsWith(`${persona.id}-`) ? userId.slice(persona.id.length + 1) : ''
  return isScenario(name) ? { userId, persona, scenarios: new Set([...ofBank, name]) } : null
}

/** Every login of the bank: the persona's own first, then one for each scenario. */
export const userIdsOf = ({ id }: FintsPersona): readonly string[] => [id, ...Object.keys(SCENARIOS).map((name) => `${id}-${name}`)]
