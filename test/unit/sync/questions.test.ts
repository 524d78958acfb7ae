import { afterEach, describe, expect, it } from 'vitest'
import { ended, fints, must, openDesk, PIN, question, rowCount, settled, TAN, theConnection, updating, type Desk } from './kit.ts'

let desk: Desk
afterEach(() => desk.end())

const MOBILE = ['tan-at-login', 'sms'] as const

describe('A11: challenges', () => {
  it('ask for method, medium and TAN, one after the other', async () => {
    desk = await openDesk({ scenario: 'tan-at-login' })
    const kinds: string[] = []
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')), (asked) => {
      kinds.push(asked.kind)
      if (asked.kind === 'method') return { kind: 'method', id: '942' }
      return asked.kind === 'medium' ? { kind: 'medium', name: 'Handy Büro' } : { kind: 'tan', tan: TAN }
    })
    expect(refresh.status).toBe('FINISHED')
    expect(kinds).toEqual(['method', 'medium', 'tan'])
    expect(await theConnection(desk)).toMatchObject({ defaultTanMethod: '942' })
    expect((await theConnection(desk)).tanMethods.map(({ id }) => id)).toContain('922')
  })

  it.each([['chip', 'flicker'], ['photo', 'image'], ['qr', 'qr']] as const)('show a %s as %s', async (scenario, show) => {
    desk = await openDesk({ scenario: ['tan-at-login', scenario] })
    const started = must(await desk.connections.import(fints('small')))
    const asked = await question(desk, started, 'tan')
    expect(asked).toMatchObject({ show, purpose: 'login' })
    expect(asked.kind === 'tan' && (show === 'flicker' ? asked.flicker : asked.image)).toBeTruthy()
    must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'tan', tan: TAN }))
    expect((await ended(desk, started)).refresh.status).toBe('FINISHED')
  })

  it('on another device wait for the bank, at its own pace', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'push'] })
    const started = must(await desk.connections.import(fints('small')))
    expect(await question(desk, started, 'approval')).toMatchObject({ confirm: false })
    expect((await ended(desk, started)).refresh.status).toBe('FINISHED')
  })

  it('go on with the person’s word alone where the bank may not be asked', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'waits-for-push'] })
    const started = must(await desk.connections.import(fints('small')))
    const before = await question(desk, started, 'approval')
    expect(before).toMatchObject({ confirm: true })
    const { refresh } = await settled(desk, { ok: true, value: started })
    expect(refresh.status).toBe('FINISHED')
  })

  it('that are declined end the refresh', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'declined'] })
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'tan_wrong' } })
  })

  it('fail at a wrong TAN, never silently', async () => {
    desk = await openDesk({ scenario: MOBILE })
    const { refresh } = await settled(desk, await desk.connections.import(fints('small')), (asked) => (asked.kind === 'tan' ? { kind: 'tan', tan: '000000' } : { kind: 'medium', name: 'Handy privat' }))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'tan_wrong' } })
  })

  it('refuse an answer to another question, of another kind, or that cannot be a TAN; and stand', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const { refreshId, connectionId } = must(await desk.connections.import(fints('small')))
    const { questionId } = await question(desk, { refreshId, connectionId }, 'tan')
    expect(desk.connections.answer(refreshId, 'another', { kind: 'tan', tan: TAN })).toMatchObject({ error: { kind: 'not_found', what: 'question' } })
    expect(desk.connections.answer(refreshId, questionId, { kind: 'approved' })).toMatchObject({ error: { kind: 'invalid_input' } })
    expect(desk.connections.answer(refreshId, questionId, { kind: 'tan', tan: 'ABCDEF' })).toMatchObject({ error: { kind: 'invalid_input', path: 'answer.tan' } })
    must(desk.connections.answer(refreshId, questionId, { kind: 'tan', tan: TAN }))
    expect(desk.connections.answer(refreshId, questionId, { kind: 'tan', tan: TAN })).toMatchObject({ error: { kind: 'not_found' } })
    expect((await ended(desk, { refreshId, connectionId })).refresh.status).toBe('FINISHED')
  })

  it('are told to whoever opens the window again', async () => {
    desk = await openDesk({ scenario: MOBILE })
    const started = must(await desk.connections.import(fints('small')))
    const asked = await question(desk, started)
    const [running] = must(await desk.connections.refreshes({ limit: 1 }))
    expect(running).toMatchObject({ status: 'PROCESSING', question: { questionId: asked.questionId } })
    must(desk.connections.cancel(started.refreshId))
    await ended(desk, started)
    expect(must(await desk.connections.refreshes({ limit: 1 }))).toMatchObject([{ question: null, error: { kind: 'cancelled' } }])
  })

  it('let other connections go on', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const waiting = must(await desk.connections.import(fints('small')))
    await question(desk, waiting, 'tan')
    const other = await settled(desk, await desk.connections.import({ ...fints('small-9'), bank: { ...(await theConnection(desk)).bank, protocol: 'demo' } }))
    expect(other.refresh.status).toBe('FINISHED')
    must(desk.connections.cancel(waiting.refreshId))
    await ended(desk, waiting)
  })

  it('that are cancelled leave the connection ready, with a business result and no row', async () => {
    desk = await openDesk({ scenario: MOBILE })
    await settled(desk, await desk.connections.import(fints('small', { maxDays: 20 })))
    await desk.connections.idle()
    const { id } = await theConnection(desk)
    const rows = await rowCount(desk)
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)), () => 'cancel')
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'cancelled' } })
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY', userActionRequired: false, lastManualUpdate: { errorType: 'BUSINESS', error: { kind: 'cancelled' } } })
    expect(await rowCount(desk)).toBe(rows)
  })

  it('that nobody answers end after their time', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'], patienceMs: 300_000 })
    const started = must(await desk.connections.import(fints('small')))
    expect((await ended(desk, started)).refresh).toMatchObject({ status: 'ERROR', error: { kind: 'nobody_answered' } })
  })

  it('stand as long as a person has set it', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'], patienceMs: 900_000 })
    const started = must(await desk.connections.import(fints('small')))
    const asked = await question(desk, started, 'tan')
    const waitsMs = Date.parse('expiresAt' in asked ? asked.expiresAt : '') - Date.parse(desk.clock.now())
    expect(waitsMs).toBeGreaterThan(890_000)
    expect(waitsMs).toBeLessThanOrEqual(900_000)
  })

  it('are never put to anybody in a refresh that nobody watches', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    await settled(desk, await desk.connections.import(fints('small', { storePin: true })))
    await desk.connections.idle()
    const [line] = must(await desk.connections.updateAll('auto'))
    const { refresh } = await ended(desk, { connectionId: line!.connectionId, refreshId: line!.refreshId! })
    expect(refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'user_action_required' } })
    expect(desk.told.filter(({ id, question: asked }) => id === refresh.id && asked !== null)).toEqual([])
  })
})

describe('before the ledger closes', () => {
  it('a refresh that waits is called off cleanly', async () => {
    desk = await openDesk({ scenario: MOBILE })
    const started = must(await desk.connections.import(fints('small')))
    await question(desk, started)
    await desk.connections.closing()
    expect((await ended(desk, started)).refresh.error).toEqual({ kind: 'cancelled' })
    expect(must(await desk.connections.list())).toEqual([])
    await desk.connections.opened()
  })
})

describe('approved until', () => {
  it('is told only of a bank that was seen to honour an approval', async () => {
    desk = await openDesk({ scenario: MOBILE })
    await settled(desk, await desk.connections.import(fints('small')))
    await desk.connections.idle()
    const { id } = await theConnection(desk)
    expect((await theConnection(desk)).consentUntil).toBeNull()
    await settled(desk, await desk.connections.update(updating(id)))
    expect((await theConnection(desk)).consentUntil).toBeNull()
  })
})

it('a PIN is in no event, whatever happens', async () => {
  desk = await openDesk({ scenario: MOBILE })
  await settled(desk, await desk.connections.import(fints('small', { storePin: true })))
  expect(JSON.stringify(desk.told)).not.toContain(PIN)
  expect(JSON.stringify(desk.told)).not.toContain(TAN)
})
