import { describe, expect, it } from 'vitest'
import { CHANNELS, EVENTS } from '#shared/ipc/channels.ts'
import { contract, events } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { trackCalls } from '#main/ipc/calls.ts'
import { createRouter, type Handlers } from '#main/ipc/router.ts'

/** Whatever is not in the test answers that it was reached. */
const handlers = (some: Partial<Handlers>): Handlers => new Proxy(some, {
  get: (target, channel: keyof Handlers) => target[channel] ?? (() => Promise.resolve(ok(null))),
}) as Handlers
const bugs: [string, unknown][] = []
const router = (some: Partial<Handlers>) => createRouter(handlers(some), (where, cause) => {
  bugs.push([where, cause])
  return 'INCI-DENT'
})
const call = { signal: new AbortController().signal }

describe('the router', () => {
  it('hands on what the contract describes, parsed', async () => {
    const seen: unknown[] = []
    const route = router({ 'lock.open': (input) => { seen.push(input); return Promise.resolve(ok(null)) } })
    expect(await route('lock.open', { secret: 'x' }, call)).toEqual(ok(null))
    expect(seen).toEqual([{ secret: 'x' }])
  })

  it('refuses what it does not describe, naming the field and never its content', async () => {
    expect(await router({})('transactions.page', { filter: {}, after: null, limit: 9999 }, call)).toEqual(err({ kind: 'invalid_input', path: 'limit', limit: { bound: 'most', count: 500, of: 'number' } }))
    expect(await router({})('lock.open', { secret: 'x', pin: '12345' }, call)).toEqual(err({ kind: 'invalid_input', path: '' }))
  })

  it('does not know channels outside the contract, nor inherited names', async () => {
    for (const channel of ['toString', '__proto__', 'constructor', 'accounts', '']) {
      expect(await router({})(channel, undefined, call)).toEqual(err({ kind: 'not_found', what: 'channel' }))
    }
  })

  it('turns a bug into an incident, never a leak', async () => {
    const route = router({ 'app.state': () => Promise.reject(new Error('DE89370400440532013000')) })
    expect(await route('app.state', undefined, call)).toEqual(err({ kind: 'bug', incidentId: 'INCI-DENT' }))
    expect(bugs.at(-1)?.[0]).toBe('app.state')
    const throwing = router({ 'app.state': () => { throw new Error('at once') } })
    expect(await throwing('app.state', undefined, call)).toMatchObject({ error: { kind: 'bug' } })
  })

  it('has a schema for every name, and a name for every schema', () => {
    expect(Object.keys(contract).sort()).toEqual([...CHANNELS].sort())
    expect(Object.keys(events).sort()).toEqual([...EVENTS].sort())
  })
})

describe('calls', () => {
  const waiting = () => trackCalls(router({
    'accounts.list': (_, { signal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => { reject(new Error('aborted')) })
    }),
  }))

  it('can be called off one by one and all together', async () => {
    const calls = waiting()
    const replies = ['a', 'b', 'c'].map((callId) => calls.call('accounts.list', undefined, callId))
    calls.cancel('b')
    expect(await replies[1]).toEqual(err({ kind: 'cancelled' }))
    calls.cancelAll()
    expect(await Promise.all(replies)).toEqual(Array(3).fill(err({ kind: 'cancelled' })))
  })

  it('are told apart by their ids, which are checked', async () => {
    const calls = waiting()
    const first = calls.call('accounts.list', undefined, 'a')
    for (const callId of ['a', '', 'x'.repeat(65), 'a b', 7, null]) {
      expect(await calls.call('accounts.list', undefined, callId)).toEqual(err({ kind: 'invalid_input', path: 'callId' }))
    }
    expect(await calls.call(7, undefined, 'b')).toEqual(err({ kind: 'not_found', what: 'channel' }))
    calls.cancel(undefined)
    calls.cancel('a')
    expect(await first).toEqual(err({ kind: 'cancelled' }))
  })

  it('are bounded: a window gone wild fills no memory', async () => {
    const calls = waiting()
    const replies = Array.from({ length: 501 }, (_, n) => calls.call('accounts.list', undefined, `c${n}`))
    expect(await replies[500]).toEqual(err({ kind: 'busy' }))
    calls.cancelAll()
    await Promise.all(replies)
  })
})
