import type { Bank, ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Preferences } from '#shared/preferences.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { systemClock } from '#main/platform/clock.ts'
import { currentSurroundings, dataPaths, type DataPaths } from '#main/platform/paths.ts'
import { readPreferences } from '#main/platform/preferences.ts'
import { proxyFromEnvironment } from '#main/platform/proxy.ts'
import { systemRandom } from '#main/platform/random.ts'
import { systemTimer } from '#main/platform/timer.ts'
import { createConnections, traceWhereAsked, type Connections, type Finished, type Started } from '#main/sync/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Context, FileFailure } from '../command.ts'
import { cliIncidents } from '../incidents.ts'
import { withLedger } from '../open-ledger.ts'
import type { Usage } from '../usage.ts'
import { demoDoor } from './demo-door.ts'
import { openFolder } from './document-folder.ts'
import { keeperIn } from './keep.ts'
import { askPin, pinFromEnvironment } from './options.ts'
import { Respondent, type RespondentOptions } from './respondent.ts'

export type BankFailure = AppError | Usage

/** What a bank command works with. */
export interface Bench {
  readonly connections: Connections
  readonly ledger: LedgerClient
  /** Waits for a refresh; one that ended without rows is its error. */
  follow(started: Result<Started, AppError>): Promise<Result<Finished, BankFailure>>
  finish(started: Started): Promise<Finished | undefined>
  /** Why a refresh brought nothing; where nobody could answer the bank, that is said instead of "cancelled". */
  failureOf(finished: Finished): BankFailure | null
}

const NOBODY: RespondentOptions = { tanMethod: undefined, tanMedium: undefined, tanCommand: undefined, keep: undefined }

/** Opens the ledger with its connections, and lets go of it when no refresh and no background work is left. */
export async function withConnections<T>(
  context: Context, create: 'create-if-missing' | 'must-exist', use: (bench: Bench) => Promise<Result<T, BankFailure>>, options: RespondentOptions = NOBODY,
): Promise<Result<T, BankFailure | FileFailure>> {
  const kept = options.keep === undefined ? ok(null) : await openFolder(options.keep)
  if (!kept.ok) return err({ kind: 'file', file: options.keep ?? '', error: kept.error })
  const preferences = await readPreferences(pathsOf(context).preferences, context.language)
  const productId = productIdFor(context, preferences)
  const patienceMs = Number(options.patience ?? preferences.answerMinutes) * 60_000
  return await withLedger(context, create, async (ledger, vault): Promise<Result<T, BankFailure>> => {
    const respondent = new Respondent(context, options)
    const connections: Connections = createConnections({
      ledger, vault: () => vault, clock: systemClock, timer: systemTimer, random: systemRandom, demo: demoDoor(), productId: () => productId, patienceMs: () => patienceMs,
      systemProxy: proxyFromEnvironment(context.terminal.env, (text) => new Secret(text)),
      keep: options.keep === undefined ? undefined : keeperIn(options.keep),
      trace: traceWhereAsked(context.terminal.env, pathsOf(context).logs, systemClock),
      reportBug: cliIncidents(context.terminal).reportBug,
      publish: (refresh) => { respondent.note(refresh, connections) },
    })
    await connections.opened()
    // Whoever stops the command leaves no half connection behind.
    const hearNoMore = context.terminal.onInterrupt?.(() => { void connections.closing() })
    try {
      return await use(benchOf(connections, ledger, respondent))
    } finally {
      hearNoMore?.()
      await connections.idle()
      await connections.closing()
    }
  })
}

const pathsOf = ({ terminal: { env } }: Context): DataPaths => dataPaths({ ...currentSurroundings(), env })

/** For whoever has no window; else what its settings say. */
function productIdFor({ terminal }: Context, { fintsProductId }: Preferences): string {
  const given = terminal.env['KONTOR_PRODUCT_ID']?.trim() ?? ''
  return given === '' ? fintsProductId : given
}

function benchOf(connections: Connections, ledger: LedgerClient, respondent: Respondent): Bench {
  const failureOf = ({ refresh: { error } }: Finished): BankFailure | null => (error?.kind === 'cancelled' ? respondent.refusal ?? error : error)
  return {
    connections, ledger, failureOf,
    finish: async ({ refreshId }) => await connections.finished(refreshId),
    follow: async (started) => {
      if (!started.ok) return started
      const finished = await connections.finished(started.value.refreshId)
      if (finished === undefined) return err({ kind: 'not_found', what: 'refresh' })
      const failure = failureOf(finished)
      return failure === null ? ok(finished) : err(failure)
    },
  }
}

/** The demo bank's papers print its PIN, and files have none. */
export const needsPin = ({ protocol }: Bank): boolean => protocol === 'fints' || protocol === 'ofx'

/** Given, else the stored one (undefined), else asked for. */
export async function pinFor(context: Context, { connections }: Bench, id: ConnectionId): Promise<Result<Secret | undefined, AppError>> {
  const given = pinFromEnvironment(context, id)
  if (given !== undefined) return ok(given)
  const found = await connections.get([id])
  if (!found.ok) return found
  const [connection] = found.value
  if (connection === undefined) return err({ kind: 'not_found', what: 'connection' })
  return ok(connection.pinStored || !needsPin(connection.bank) ? undefined : await askPin(context, connection.name, connection.bank))
}
