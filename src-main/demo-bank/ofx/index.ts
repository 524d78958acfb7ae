/** The doors of the OFX demo server, for `cli`, `ipc` and `app`. */
export { createOfxBank, OFX_PATH, type OfxBankOptions, type OfxDemoBank, type OfxHttpRequest, type OfxRefusal } from './bank.ts'
export { ANSWERS as OFX_ANSWERS, OFX_PASSWORD, TOKEN as OFX_TOKEN } from './customers.ts'
export { ofxBankInside, type InsideReply } from './inside.ts'
export type { OfxReply } from './mischief.ts'
export { isOfxScenario, OFX_SCENARIOS, type OfxScenario } from './scenario.ts'
