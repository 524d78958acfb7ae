import type { Channel, EventName } from '#shared/ipc/channels.ts'
import type { EventOf, Input, Reply } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'

/** What the preload puts into the page: the names of the contract and nothing else. */
export interface Bridge {
  /** Each answers with its `Reply` as JSON. */
  readonly calls: { readonly [C in Channel]: (input: Input<C>, callId: string) => Promise<string> }
  cancel(callId: string): void
  on<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void
}
declare global { interface Window { readonly bridge: Bridge } }

/** Asks main. Expected failures come back as values; aborting `signal` ends the work there and yields `cancelled`. */
export async function call<C extends Channel>(channel: C, input: Input<C>, signal?: AbortSignal): Promise<Reply<C>> {
  if (signal?.aborted) return err({ kind: 'cancelled' })
  const callId = crypto.randomUUID()
  const cancel = () => { window.bridge.cancel(callId) }
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    // Main answers as the contract says; nobody else is on the line.
    return JSON.parse(await window.bridge.calls[channel](input, callId)) as Reply<C>
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

/** Listens to main until the returned function is called. */
export function on<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void {
  return window.bridge.on(event, listener)
}
