/** The doors of `sync`: bank connections for the window, the command line and the scheduler. */
export { Connections, type ConnectionParts, type EditRequest, type ImportRequest, type InquiryRequest, type Started, type UpdateRequest } from './connections.ts'
export { createConnections, type ConnectionSurroundings, type DemoDoor } from './create.ts'
export { searchAllBanks, type FoundBank } from './search.ts'
export type { AccountTerms, BankDocument, Finding, Found, Inquiry, InquiryOrder, StandingOrder } from './inquiry.ts'
export type { BankSource, FetchOrder, Visit, Visitor, Welcome } from './source.ts'
export { traceWhereAsked } from './trace.ts'
export type { Finished } from './order.ts'
export { verdictOf, type Verdict } from './verdict.ts'
