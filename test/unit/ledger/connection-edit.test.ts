import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Edited } from '#main/worker/connection-jobs.ts'
import { apply, beginUpdate, connection, imported, sound } from '../../fixtures/connections.ts'
import { openedInMemory, value } from '../../fixtures/readings.ts'

const METHODS = [{ id: '902', name: 'pushTAN', isDecoupled: true }, { id: '903', name: 'photoTAN', isDecoupled: false }]
const PIN = new Uint8Array([1, 2, 3])

describe('A4 editing a connection', () => {
  let ledger: LedgerClient
  let id: ConnectionId

  beforeEach(async () => {
    ledger = await openedInMemory()
    id = (await imported(ledger, { tanMethods: METHODS, defaultTanMethod: '902', sealedPin: PIN, state: new Uint8Array([9]) }, { customerId: 'customer' })).id
  })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const edit = (change: Omit<Partial<Edited>, 'id'>, of = id) => ledger.job('connections.edit', { id: of, sealedPin: undefined, ...change })
  const state = async () => {
    const { state: blob, sealedPin, refreshId } = await beginUpdate(ledger, id)
    await value(ledger.job('connections.fail', { refreshId, connectionId: id, origin: 'manual', result: { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', error: { kind: 'offline' } }, status: 'ERROR', state: undefined, notices: [] }))
    return [blob, sealedPin]
  }

  it('keeps what is left out', async () => {
    const before = await connection(ledger, id)
    expect(await value(edit({}))).toEqual(before)
    expect(await state()).toEqual([new Uint8Array([9]), PIN])
    expect(await value(edit({ name: 'Alltag', schedule: { mode: 'daily', at: '07:30' } }))).toEqual({ ...await connection(ledger, id), name: 'Alltag', schedule: { mode: 'daily', at: '07:30' }, userId: 'muster' })
  })

  it('clears what is empty, and gives a nameless one its bank’s name', async () => {
    expect(await value(edit({ name: '', customerId: '', defaultTanMethod: '', sealedPin: null }))).toMatchObject({ name: 'Musterbank', customerId: '', defaultTanMethod: null, pinStored: false })
  })

  it('knows no connection without a user, but for the demo bank', async () => {
    expect(await edit({ userId: '', name: 'x' })).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'userId' } })
    expect(await connection(ledger, id)).toMatchObject({ userId: 'muster', name: 'Musterbank' })
    const demo = await imported(ledger, {}, { bank: { name: 'Demobank', bankCode: '00000000', bic: null, country: '280', protocol: 'demo', url: null }, userId: 'de' })
    expect(await value(edit({ userId: '' }, demo.id))).toMatchObject({ userId: '' })
  })

  it('refuses what is too long, and methods the bank does not offer', async () => {
    const long = 'x'.repeat(65)
    for (const change of [{ name: long }, { userId: long }, { customerId: long }, { defaultTanMethod: '999' }]) expect(await edit(change)).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: Object.keys(change)[0] } })
    expect(await value(edit({ defaultTanMethod: '903' }))).toMatchObject({ defaultTanMethod: '903' })
  })

  it('forgets what the bank has told another user', async () => {
    await value(edit({ userId: 'other' }))
    expect(await state()).toEqual([null, PIN])
  })

  it('leaves it to a refresh by hand to say that nobody is needed any more, whoever the user is now', async () => {
    const { refreshId } = await beginUpdate(ledger, id)
    const error = { kind: 'pin_wrong', message: 'PIN ungültig', attemptsLeft: 2 } as const
    await value(ledger.job('connections.fail', { refreshId, connectionId: id, origin: 'auto', result: { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error }, status: 'USER_ACTION_REQUIRED', state: undefined, notices: [] }))
    for (const change of [{ name: 'Alltag' }, { userId: 'other' }, { userId: 'muster' }, { customerId: '' }]) expect(await value(edit(change))).toMatchObject({ userActionRequired: true })
  })

  it('never makes two of one', async () => {
    const other = await imported(ledger, {}, { userId: 'other', customerId: 'customer' })
    expect(await edit({ userId: 'muster' }, other.id)).toEqual({ ok: false, error: { kind: 'exists', what: 'connection' } })
    expect(await edit({ userId: 'muster' })).toMatchObject({ ok: true })
  })

  it('changes nothing while it is busy', async () => {
    const run = await beginUpdate(ledger, id)
    expect(await edit({ name: 'x' })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Musterbank' } })
    await apply(ledger, run, { tanMethods: METHODS })
    expect(await edit({ name: 'x' })).toEqual({ ok: false, error: { kind: 'connection_busy', name: 'Musterbank' } })
    expect((await connection(ledger, id)).name).toBe('Musterbank')
    expect(await edit({ name: 'x' }, 99 as ConnectionId)).toEqual({ ok: false, error: { kind: 'not_found', what: 'connection' } })
  })
})
