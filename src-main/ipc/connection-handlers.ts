import type { Bank, Connection } from '#shared/connections.ts'
import { DEMO_BANK, OFX_DEMO } from '#shared/demo-bank.ts'
import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { searchAllBanks, type Connections, type FoundBank } from '#main/sync/index.ts'
import type { Scheduler } from '#main/schedule/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { SomeHandlers } from './router.ts'

/** The address names nobody: messages to the demo bank stay in this process. */
export const DEMO_CONNECTION_BANK: Bank = {
  name: DEMO_BANK.name, bankCode: DEMO_BANK.bankCode, bic: DEMO_BANK.bic, country: DEMO_BANK.country, protocol: 'demo', url: 'https://demo.invalid/fints',
}
const DEMOS_LISTED: readonly FoundBank[] = [
  { ...DEMO_CONNECTION_BANK, city: '' },
  { name: OFX_DEMO.name, url: OFX_DEMO.url, org: OFX_DEMO.org, fid: OFX_DEMO.fid, city: '', bankCode: null, bic: null, country: null, protocol: 'ofx' },
]

/** Bank connections for the window. A PIN is wrapped as soon as it is here and never goes back. */
export const connectionHandlers = (connections: Connections, ledger: LedgerClient, scheduler: Scheduler) => ({
  'banks.search': async ({ query }, { signal }) => {
    const own = await ledger.call('institutions.list', undefined, signal)
    return ok(searchAllBanks(query, DEMOS_LISTED, own.ok ? own.value : []))
  },
  'banks.certificate': (input) => connections.certificate(input),
  'banks.profile': (input, { signal }) => connections.profile(input, signal),
  'banks.greeting': (input, { signal }) => connections.greeting(input, signal),
  'institutions.list': (input, { signal }) => ledger.call('institutions.list', input, signal),
  'institutions.save': (input, { signal }) => ledger.call('institutions.save', input, signal),
  'institutions.remove': (input, { signal }) => ledger.call('institutions.remove', input, signal),
  'connections.list': async (_, { signal }) => withNextRuns(scheduler, await connections.list(signal)),
  'connections.get': async ({ ids }, { signal }) => withNextRuns(scheduler, await connections.get(ids, signal)),
  'connections.import': ({ pin, ...request }) => connections.import({ ...request, pin: secretOf(pin) }),
  'connections.update': ({ pin, ...request }) => connections.update({ ...request, pin: secretOf(pin) }),
  'connections.updateAll': () => connections.updateAll(),
  'connections.edit': ({ pin, ...request }) => connections.edit({ ...request, pin: pin === '' ? null : secretOf(pin) }),
  'connections.deletePreview': (input, { signal }) => ledger.call('connections.deletePreview', input, signal),
  'connections.delete': (input) => connections.delete(input),
  'connections.deleteAll': (input) => connections.deleteAll(input),
  'accounts.delete': (input) => connections.deleteAccount(input),
  'refreshes.list': (input, { signal }) => connections.refreshes(input, signal),
  'refreshes.answer': ({ id, questionId, answer }) => Promise.resolve(connections.answer(id, questionId, answer)),
  'refreshes.cancel': ({ id }) => Promise.resolve(connections.cancel(id)),
}) satisfies SomeHandlers

/** The ledger knows the schedules; when each comes next only the scheduler does. */
const withNextRuns = async (scheduler: Scheduler, found: Result<Connection[], AppError>): Promise<Result<Connection[], AppError>> =>
  (found.ok ? ok(await scheduler.tellNext(found.value)) : found)

const secretOf = (pin: string | undefined): Secret | undefined => (pin === undefined ? undefined : new Secret(pin))
