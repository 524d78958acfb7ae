import type { Reply } from '#shared/ipc/contract.ts'
import type { Channel } from '#shared/ipc/channels.ts'
import { err } from '#shared/result.ts'
import type { Route } from './router.ts'

/** More at once would be a window gone wild; each waits in memory. */
const CALLS_MAX = 500
const CALL_ID = /^[0-9A-Za-z-]{1,64}$/

export interface Calls {
  call(channel: unknown, input: unknown, callId: unknown): Promise<Reply<Channel>>
  cancel(callId: unknown): void
  /** The window that asked is gone or was reloaded: nobody waits for the answers any more. */
  cancelAll(): void
}

/** The calls under way, so that each can be called off. A call id belongs to one call at a time. */
export function trackCalls(route: Route): Calls {
  const running = new Map<string, AbortController>()
  return {
    async call(channel, input, callId) {
      if (typeof channel !== 'string') return err({ kind: 'not_found', what: 'channel' })
      if (typeof callId !== 'string' || !CALL_ID.test(callId) || running.has(callId)) return err({ kind: 'invalid_input', path: 'callId' })
      if (running.size >= CALLS_MAX) return err({ kind: 'busy' })
      const controller = new AbortController()
      running.set(callId, controller)
      try {
        return await route(channel, input, { signal: controller.signal })
      } finally {
        running.delete(callId)
      }
    },
    cancel: (callId) => { if (typeof callId === 'string') running.get(callId)?.abort() },
    cancelAll: () => { for (const controller of running.values()) controller.abort() },
  }
}
