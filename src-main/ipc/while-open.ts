import { err } from '#shared/result.ts'
import type { LedgerClient } from '#main/worker/client.ts'

/** What runs can be asked after, and called off, while the ledger is on its way out. */
const ALWAYS: ReadonlySet<string> = new Set(['operations.list', 'operations.cancel'])

/**
 * The ledger as the window reaches it. SECURITY: from the moment it is locked nothing of it is answered, though its threads
 * still finish what they are at.
 */
export const whileOpen = (ledger: LedgerClient, session: { readonly isOpen: boolean }): LedgerClient => ({
  prepare: () => { ledger.prepare() },
  open: (request) => ledger.open(request),
  close: () => ledger.close(),
  call: (channel, input, signal) => (session.isOpen || ALWAYS.has(channel) ? ledger.call(channel, input, signal) : Promise.resolve(err({ kind: 'locked' }))),
  job: (job, input, signal) => (session.isOpen ? ledger.job(job, input, signal) : Promise.resolve(err({ kind: 'locked' }))),
  onEvent: (listener) => ledger.onEvent(listener),
})
