import { afterEach, describe, expect, it } from 'vitest'
import type { Answer, Question } from '#shared/connections.ts'
import { addDays, localDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { afterLogin, asksEachTime, unpackMemory } from '#main/sync/memory.ts'
import { demo, fints, later, must, openDesk, PIN, settled, theConnection, updating, type Desk } from './kit.ts'

describe('W3 stored consent: a bank that asks each time', () => {
  let desk: Desk
  afterEach(() => desk.end())

  it('REQUIRED with a bank that always asks a TAN: refused right away, nothing scheduled', async () => {
    desk = await openDesk()
    await settled(desk, await desk.connections.import(demo('small', { name: 'MSA' })), told)
    await desk.connections.idle()
    const { id, asksEachTime: asks } = await theConnection(desk)
    expect(asks).toBe(true)
    expect(await desk.connections.edit({ id, schedule: { mode: 'daily', at: '07:00' } })).toEqual({ ok: false, error: { kind: 'unsupported', what: 'unattended' } })
    expect((await theConnection(desk)).schedule).toEqual({ mode: 'off' })
    expect(await desk.connections.edit({ id, schedule: { mode: 'off' }, name: 'MSA' })).toMatchObject({ ok: true })
  })

  it('is learned of a real bank by the second approval in a row', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    await settled(desk, await desk.connections.import(fints('small', { storePin: true, pin: new Secret(PIN) })))
    await desk.connections.idle()
    const first = await theConnection(desk)
    expect(first.asksEachTime).toBe(false)
    must(await desk.connections.edit({ id: first.id, schedule: { mode: 'hours', every: 6 } }))
    later(desk, 1)
    await settled(desk, await desk.connections.update(updating(first.id)))
    await desk.connections.idle()
    expect((await theConnection(desk)).asksEachTime).toBe(true)
  })

  it('an unattended run asks nobody, stops with USER_ACTION_REQUIRED, and none follows before one by hand', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    await settled(desk, await desk.connections.import(fints('small', { storePin: true })))
    await desk.connections.idle()
    const { id } = await theConnection(desk)
    const { refresh } = await settled(desk, await desk.connections.update({ id, importNewAccounts: false }, 'auto'))
    expect(refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', origin: 'auto', error: { kind: 'user_action_required' }, question: null })
    expect(desk.told.filter((told) => told.id === refresh.id && told.question !== null)).toEqual([])
    expect(must(await desk.ledger.call('notifications.recent', { limit: 10 }))).toMatchObject([{ trigger: 'USER_ACTION_REQUIRED', ruleId: null, connectionId: id, error: { kind: 'user_action_required' } }])
    const sent = desk.messages
    expect(await desk.connections.update({ id, importNewAccounts: false }, 'auto')).toEqual({ ok: false, error: { kind: 'user_action_required' } })
    expect(desk.messages).toBe(sent)
    await settled(desk, await desk.connections.update(updating(id)))
    expect((await theConnection(desk)).userActionRequired).toBe(false)
  })

  it('a demo connection that no longer bears the name that asks may be refreshed unattended, from the same edit on', async () => {
    desk = await openDesk()
    const { refresh: { connectionId: id } } = await settled(desk, await desk.connections.import(demo('small', { name: 'MSA' })), told)
    await desk.connections.idle()
    const schedule = { mode: 'daily', at: '07:30' } as const
    expect(await desk.connections.edit({ id, schedule })).toMatchObject({ error: { kind: 'unsupported' } })
    expect(must(await desk.connections.edit({ id, name: 'Student', schedule }))).toMatchObject({ name: 'Student', schedule })
    expect(must(await desk.connections.edit({ id, schedule: { mode: 'start' } }))).toMatchObject({ schedule: { mode: 'start' } })
  })
})

it('W3: a free login, or a long time between, says otherwise', () => {
  const day = localDate('2026-01-05')
  const once = afterLogin(unpackMemory(null), true, day)
  expect(asksEachTime(afterLogin(once, true, addDays(day, 1)))).toBe(true)
  expect(asksEachTime(afterLogin(once, true, addDays(day, 90)))).toBe(false)
  expect(asksEachTime(afterLogin(afterLogin(once, true, addDays(day, 1)), false, addDays(day, 2)))).toBe(false)
})

/** Does as the demo bank's own words say. */
const told = (asked: Question): Answer => ({ kind: 'tan', tan: /\d{6}/.exec(asked.kind === 'tan' ? asked.paragraphs.join(' ') : '')?.[0] ?? '' })
