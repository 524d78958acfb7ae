import { inputFault, type AppError } from '#shared/errors.ts'
import type { Channel } from '#shared/ipc/channels.ts'
import { contract, type Output, type Parsed, type Reply } from '#shared/ipc/contract.ts'
import { err, type Result } from '#shared/result.ts'
import type { ReportBug } from '#main/platform/incidents.ts'

export interface Call { readonly signal: AbortSignal }
export type Handlers = {
  readonly [C in Channel]: (input: Parsed<C>, call: Call) => Promise<Result<Output<C>, AppError>>
}
/** The handlers of one area; `satisfies` keeps what each of them answers. */
export type SomeHandlers = Partial<Handlers>

export type Route = (channel: string, raw: unknown, call: Call) => Promise<Reply<Channel>>

/** Nothing reaches a handler unparsed, and nothing leaves it as a rejected promise. */
export function createRouter(handlers: Handlers, reportBug: ReportBug): Route {
  return async (channel, raw, call) => (isChannel(channel) ? answer(handlers, reportBug, channel, raw, call) : err({ kind: 'not_found', what: 'channel' }))
}

async function answer<C extends Channel>(handlers: Handlers, reportBug: ReportBug, channel: C, raw: unknown, call: Call): Promise<Reply<C>> {
  const input = contract[channel].input.safeParse(raw)
  if (!input.success) return err(inputFault(input.error))
  try {
    const handle: (input: Parsed<C>, call: Call) => Promise<Reply<C>> = handlers[channel]
    // The schema is the contract's own for this channel; only the union over all channels hides that.
    return await handle(input.data as Parsed<C>, call)
  } catch (cause) {
    if (call.signal.aborted) return err({ kind: 'cancelled' })
    return err({ kind: 'bug', incidentId: reportBug(channel, cause) })
  }
}

/** Own names only: `toString` is no channel. */
const isChannel = (name: string): name is Channel => Object.hasOwn(contract, name)
