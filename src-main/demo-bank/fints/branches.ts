import { createDemoBank, type DemoBank } from './bank.ts'
import type { DemoClock, DemoRandom } from './environment.ts'
import { findPersona } from './personas/index.ts'
import { isScenario, type ScenarioName } from './scenario.ts'

export interface BranchParts { readonly clock: DemoClock; readonly random: DemoRandom }

/** The demo bank as the app's own demo connections meet it: every customer at a counter without queue, and without any TAN unless it is asked for. */
export class DemoBranches {
  readonly #parts: BranchParts
  readonly #banks = new Map<string, DemoBank>()

  constructor(parts: BranchParts) {
    this.#parts = parts
  }

  /** `de`, `large-7`, or a login with a scenario (`de-push`). `asks`: every login wants a challenge. */
  bankFor(userId: string, asks: boolean): DemoBank {
    const key = `${userId} ${asks}`
    const bank = this.#banks.get(key) ?? createDemoBank({ ...this.#parts, ...customerOf(userId, asks) })
    this.#banks.set(key, bank)
    return bank
  }
}

/** Somebody unknown is refused by the bank itself. */
function customerOf(userId: string, asks: boolean) {
  const quiet: ScenarioName = asks ? 'tan-at-login' : 'no-tan'
  const persona = findPersona(userId)
  if (persona !== null) return { persona, scenario: quiet }
  const [name = ''] = userId.split('-')
  const rest = userId.slice(name.length + 1)
  return { persona: findPersona(name) ?? 'de', scenario: isScenario(rest) ? [] : quiet } as const
}
