import { vi } from 'vitest'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { Channel, EventName } from '#shared/ipc/channels.ts'
import type { EventOf, Input, Reply } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { currency } from '#shared/money.ts'

/** The process boundary, seen from the window: answers by channel, calls on record, events at will. */
export type Answers = { [C in Channel]?: (input: Input<C>) => Reply<C> | Promise<Reply<C>> }

export interface FakeBridge {
  readonly calls: { channel: Channel; input: unknown }[]
  readonly callsOf: <C extends Channel>(channel: C) => Input<C>[]
  readonly emit: <E extends EventName>(event: E, payload: EventOf<E>) => void
  readonly listenerCount: () => number
  state: AppState
}

export const OPEN: AppState = {
  phase: 'open', problem: null, version: '1.2.3', platform: 'linux', developmentBuild: false, keyringAvailable: false, keyringUnlock: false, canLock: true, encrypted: true,
  preferences: { language: 'en', theme: 'light', autoLockMinutes: 10, privacyMode: false, contentProtection: false, desktopNotifications: false, answerMinutes: 5, fintsProductId: '', lastRoute: '', columnWidths: {}, shortcuts: {} },
}

/** Puts a bridge into the page. A channel without an answer fails the test that calls it. */
export function fakeBridge(answers: Answers = {}, state: Partial<AppState> = {}): FakeBridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const calls: { channel: Channel; input: unknown }[] = []
  const bridge: FakeBridge = {
    calls,
    callsOf: <C extends Channel>(channel: C) => calls.filter((call) => call.channel === channel).map(({ input }) => input as Input<C>),
    emit: (event, payload) => { listeners.get(event)?.forEach((listener) => { (listener as (value: unknown) => void)(payload) }) },
    listenerCount: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
    state: { ...OPEN, ...state },
  }
  const known: Answers = { ...usual(bridge), ...answers }
  vi.stubGlobal('bridge', {
    calls: new Proxy({}, { get: (_, channel: Channel) => (input: unknown) => {
      // What crosses the border is copied: a reactive proxy does not get through, as in the app.
      calls.push({ channel, input: structuredClone(input) })
      const answer = known[channel] as ((given: unknown) => unknown) | undefined
      if (!answer) throw new Error(`nobody answers ${channel}`)
      return Promise.resolve(answer(input)).then((reply) => JSON.stringify(reply))
    } }),
    cancel: () => undefined,
    on: (event: EventName, listener: (payload: never) => void) => {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set.add(listener))
      return () => set.delete(listener)
    },
  })
  return bridge
}

/** What main says when nothing special happens. */
function usual(bridge: FakeBridge): Answers {
  return {
    'app.state': () => ok(bridge.state),
    'app.reportIncident': ({ where, name, stack }) => { throw new Error(`the window failed in ${where}: ${name}\n${stack}`) },
    // Every window begins with an overview, whose figures are few tests' concern.
    'reports.run': () => err({ kind: 'storage', reason: 'failed' }),
    'preferences.set': (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      bridge.state = { ...bridge.state, preferences: { ...bridge.state.preferences, ...given } }
      return ok(bridge.state.preferences)
    },
    'accounts.list': () => ok([]),
    'history.state': () => ok({ undo: null, redo: null }),
    'operations.list': () => ok([]),
    'ledger.settings': () => ok({ baseCurrency: currency('EUR'), demoBatchId: null }),
    'imports.history': () => ok([]),
    'tags.list': () => ok([]),
    'transfers.list': () => ok({ pairing: 'confirm', counts: { proposed: 0, confirmed: 0, rejected: 0 }, transfers: [] }),
    'transactions.similar': () => ok({ ids: [], examples: [] }),
    'banks.greeting': () => ok({ name: '', labels: { user: null, customer: null } }),
    'connections.list': () => ok([]),
    'refreshes.list': () => ok([]),
    'notifications.list': () => ok([]),
    'notifications.recent': () => ok([]),
    'reports.balanceHistory': () => ok([]),
    'transactions.outline': () => ok({ count: 0, sums: [], anchors: [] }),
    'transactions.page': () => ok([]),
    'security.slots': () => ok({ passphrase: true, keyring: false, recovery: true }),
  }
}
