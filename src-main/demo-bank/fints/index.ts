/** The doors of the FinTS demo bank, for `cli`, `ipc` and `app`. */
export { DEMO_PIN } from '#shared/demo-bank.ts'
export { createDemoBank, DemoBankBusy, type DemoBank, type DemoBankOptions, type Interference, type RefusalReport, type Reply } from './bank.ts'
export { DEMO_BANK } from './bank-identity.ts'
export { DemoBranches } from './branches.ts'
export { DEMO_TAN } from './challenge.ts'
export type { DemoClock, DemoRandom } from './environment.ts'
export { findPersona, FINTS_PERSONAS, isFintsPersona, type FintsPersonaId } from './personas/index.ts'
export { isScenario, SCENARIOS, type ScenarioName } from './scenario.ts'
