import { afterEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { addDays } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { connect } from '#main/ledger/database.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { BANK, demo, ended, fints, later, must, openDesk, PIN, question, rowCount, settled, TAN, theConnection, TODAY, updating, usual, type Desk, type DeskOptions } from './kit.ts'

let desk: Desk
afterEach(() => desk.end())

/** A desk with one connection that is ready for its next refresh. */
async function connected(options: DeskOptions = {}, change: Parameters<typeof fints>[1] = {}): Promise<ConnectionId> {
  desk = await openDesk(options)
  const { refresh } = await settled(desk, await desk.connections.import(fints(options.persona ?? 'small', change)))
  if (refresh.status !== 'FINISHED') throw new Error(JSON.stringify(refresh.error))
  await desk.connections.idle()
  return refresh.connectionId
}

describe('a bug in finding categories', () => {
  const inLedger = (sql: string): void => {
    const db = connect(desk.file, { key: null })
    db.exec(sql)
    db.close()
  }
  const damageRules = (): void => { inLedger(`INSERT INTO category_rule (position, name, is_enabled, fits, actions) VALUES (1, 'r', 1, 'no JSON', '{}')`) }

  it('leaves its connection free for the next refresh', async () => {
    const id = await connected({ encrypted: false })
    damageRules()
    for (let round = 0; round < 2; round += 1) {
      later(desk, 10)
      expect((await settled(desk, await desk.connections.update(updating(id)))).refresh.status).toBe('FINISHED')
      await desk.connections.idle()
      expect((await theConnection(desk)).categorizationStatus).toBe('READY')
    }
  })

  it('leaves the rows to the next start, when it may have been mended', async () => {
    const id = await connected({ encrypted: false })
    const undecided = async (): Promise<number> => must(await desk.ledger.call('transactions.page', { filter: {}, after: null, limit: 100 })).filter(({ categoryBy }) => categoryBy === null).length
    const before = await undecided()
    damageRules()
    later(desk, 40)
    await settled(desk, await desk.connections.update(updating(id)))
    await desk.connections.idle()
    expect(await undecided()).toBeGreaterThan(before)
    inLedger('DELETE FROM category_rule')
    await desk.again()
    await desk.connections.idle()
    expect(await undecided()).toBe(before)
    expect((await theConnection(desk)).categorizationStatus).toBe('READY')
  })
})

describe('A2: update', () => {
  it('is busy while one runs, and sends nothing to the bank', async () => {
    const id = await connected({ scenario: ['tan-at-login', 'sms'] })
    const started = must(await desk.connections.update(updating(id)))
    const asked = await question(desk, started, 'tan')
    const before = desk.messages
    expect(await desk.connections.update(updating(id))).toMatchObject({ ok: false, error: { kind: 'connection_busy' } })
    expect(desk.messages).toBe(before)
    must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'tan', tan: TAN }))
    expect((await ended(desk, started)).refresh.status).toBe('FINISHED')
  })

  it('adds nothing when nothing has happened, twice', async () => {
    const id = await connected()
    const rows = await rowCount(desk)
    for (let round = 0; round < 2; round += 1) {
      const { refresh } = await settled(desk, await desk.connections.update(updating(id)))
      expect(refresh.accounts.map(({ added }) => added)).toEqual([0, 0])
      await desk.connections.idle()
    }
    expect(await rowCount(desk)).toBe(rows)
  })

  it('fetches two accounts, balance and statements, in at most nine messages and one login', async () => {
    const id = await connected()
    later(desk, 1)
    desk.messages = 0
    await settled(desk, await desk.connections.update(updating(id)))
    expect(desk.messages).toBeLessThanOrEqual(9)
    expect(desk.messages).toBe(6)
  })

  it('asks for no more than is needed: ten days of overlap, and all that is new', async () => {
    const id = await connected()
    later(desk, 40)
    const rows = await rowCount(desk)
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)))
    expect(refresh).toMatchObject({ status: 'FINISHED' })
    expect(await rowCount(desk)).toBeGreaterThan(rows)
    expect(must(await desk.ledger.job('verify', null)).problems).toEqual([])
    await desk.connections.idle()
    const begun = must(await desk.ledger.job('connections.begin', { origin: 'manual', what: { kind: 'update', id } }))
    expect(begun.accounts.map(({ fetchedTo }) => fetchedTo)).toEqual([addDays(TODAY, 40), addDays(TODAY, 40)])
  })

  it('brings the same rows in steps as at once', async () => {
    const id = await connected({}, { maxDays: 60 })
    for (let step = 0; step < 4; step += 1) {
      later(desk, 23)
      await settled(desk, await desk.connections.update(updating(id)))
      await desk.connections.idle()
    }
    const accounts = must(await desk.ledger.call('accounts.list', undefined))
    expect(accounts.map(({ balance, bankBalance }) => balance.minor - (bankBalance?.minor ?? NaN))).toEqual([0, 0])
  })

  it('takes the PIN that was given before the stored one', async () => {
    const id = await connected({}, { storePin: true })
    expect((await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))).refresh.status).toBe('FINISHED')
    await desk.connections.idle()
    expect((await settled(desk, await desk.connections.update(updating(id, { pin: new Secret('other') })))).refresh.error).toMatchObject({ kind: 'pin_wrong' })
  })

  it('needs a PIN where none is stored, before anything begins', async () => {
    const id = await connected()
    expect(await desk.connections.update(updating(id, { pin: undefined }))).toMatchObject({ error: { kind: 'pin_required' } })
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY' })
  })

  it('reports accounts it did not take, and takes them when asked to, however often they were reported', async () => {
    desk = await openDesk()
    const started = must(await desk.connections.import(fints('small', { accountTypes: ['checking'] })))
    await ended(desk, started)
    await desk.connections.idle()
    const update = async (importNewAccounts: boolean) => {
      const { refresh } = await settled(desk, await desk.connections.update(updating(started.connectionId, { importNewAccounts })))
      await desk.connections.idle()
      const { accounts } = await theConnection(desk)
      return { fetched: refresh.accounts.length, accounts: accounts.map(({ accountId, isNew }) => ({ isTaken: accountId !== null, isNew })) }
    }
    expect(await update(false)).toEqual({ fetched: 1, accounts: [{ isTaken: true, isNew: false }, { isTaken: false, isNew: false }] })
    expect(await update(true)).toEqual({ fetched: 2, accounts: [{ isTaken: true, isNew: false }, { isTaken: true, isNew: true }] })
    expect((await desk.ledger.call('accounts.list', undefined))).toMatchObject({ value: [{ proof: { difference: { minor: 0 } } }, { proof: { difference: { minor: 0 } } }] })
  })

  it('takes an account that a person left out in the wizard once it is asked for', async () => {
    desk = await openDesk()
    const { refresh } = await settled(desk, await desk.connections.import(fints('small', { chooseAccounts: true })), (asked) => (asked.kind === 'accounts' ? { kind: 'accounts', keys: asked.accounts.slice(0, 1).map(({ key }) => key), days: 0 } : usual(asked)))
    await desk.connections.idle()
    expect((await theConnection(desk)).accountIds).toHaveLength(1)
    await settled(desk, await desk.connections.update(updating(refresh.connectionId, { importNewAccounts: true })))
    expect((await theConnection(desk)).accountIds).toHaveLength(2)
  })
})

describe('A3: update all', () => {
  it('runs two at a time, never two with the same login, and one that fails stops no other', async () => {
    desk = await openDesk()
    for (const user of ['small-1', 'small-2', 'small-3', 'small-4']) await settled(desk, await desk.connections.import(demo(user)))
    await desk.connections.idle()
    let together = 0
    let most = 0
    desk.before = async (message) => {
      together += 1
      most = Math.max(most, together)
      await new Promise((resolve) => { setImmediate(resolve) })
      together -= 1
      if (message === firstOfAll) throw new HttpFailure('offline', false)
    }
    const firstOfAll = desk.messages + 1
    const lines = must(await desk.connections.updateAll())
    // All are begun before the first of them has anything to store, which the others' beginnings would wait for.
    expect(desk.messages).toBeLessThanOrEqual(firstOfAll)
    expect(lines.map(({ skipped }) => skipped)).toEqual([null, null, null, null])
    const underWay = must(await desk.connections.refreshes({ limit: 4 })).sort((left, right) => left.id - right.id)
    expect(underWay.map(({ isQueued }) => isQueued)).toEqual([false, false, true, true])
    const results = await Promise.all(lines.map((line) => ended(desk, { connectionId: line.connectionId, refreshId: line.refreshId! })))
    expect(results.some(({ refresh }) => refresh.isQueued)).toBe(false)
    expect(results.map(({ refresh }) => refresh.status).sort()).toEqual(['ERROR', 'FINISHED', 'FINISHED', 'FINISHED'])
    expect(most).toBe(2)
  })

  it('leaves out what is busy, has no PIN, or needs a person, and says so', async () => {
    const id = await connected()
    expect(must(await desk.connections.updateAll())).toEqual([{ connectionId: id, refreshId: null, skipped: 'pin_required' }])
    const started = must(await desk.connections.update(updating(id)))
    expect(must(await desk.connections.updateAll())).toEqual([{ connectionId: id, refreshId: null, skipped: 'busy' }])
    await ended(desk, started)
    await desk.connections.idle()
    await settled(desk, await desk.connections.update(updating(id, { pin: new Secret('wrong') })))
    expect(must(await desk.connections.updateAll())).toEqual([{ connectionId: id, refreshId: null, skipped: 'user_action_required' }])
  })

  it('keeps the results of a schedule and of a person apart', async () => {
    const id = await connected({}, { storePin: true })
    const manual = (await theConnection(desk)).lastManualUpdate
    const [line] = must(await desk.connections.updateAll('auto'))
    await ended(desk, { connectionId: id, refreshId: line!.refreshId! })
    expect(await theConnection(desk)).toMatchObject({ lastManualUpdate: manual, lastAutoUpdate: { result: 'OK' } })
  })
})

describe('A4 and A13: the PIN', () => {
  it('is stored only where asked, and after the bank has accepted it', async () => {
    const id = await connected()
    expect((await theConnection(desk)).pinStored).toBe(false)
    await settled(desk, await desk.connections.update(updating(id, { pin: new Secret('wrong'), storePin: true })))
    expect((await theConnection(desk)).pinStored).toBe(false)
    await settled(desk, await desk.connections.update(updating(id, { storePin: true })))
    expect((await theConnection(desk)).pinStored).toBe(true)
  })

  it('can be set, kept and cleared by an edit, and is never shown', async () => {
    const id = await connected()
    expect(must(await desk.connections.edit({ id, pin: new Secret(PIN) }))).toMatchObject({ pinStored: true })
    expect(must(await desk.connections.edit({ id, name: 'Haushalt' }))).toMatchObject({ pinStored: true, name: 'Haushalt' })
    expect(JSON.stringify(await theConnection(desk))).not.toContain(PIN)
    expect(must(await desk.connections.edit({ id, pin: null }))).toMatchObject({ pinStored: false })
  })

  it('is refused beside a plain ledger', async () => {
    const id = await connected({ encrypted: false })
    expect(await desk.connections.edit({ id, pin: new Secret(PIN) })).toMatchObject({ error: { kind: 'no_secret_store' } })
    expect(await desk.connections.update(updating(id, { storePin: true }))).toMatchObject({ error: { kind: 'no_secret_store' } })
  })

  it('that the bank refused is not sent again, until another one was typed', async () => {
    const id = await connected({}, { storePin: true })
    must(await desk.connections.edit({ id, pin: new Secret('outdated') }))
    const refused = await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))
    expect(refused.refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'pin_wrong', attemptsLeft: 2 } })
    desk.messages = 0
    const again = await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))
    expect(again.refresh.error).toMatchObject({ kind: 'pin_wrong' })
    expect(desk.messages).toBe(0)
    must(await desk.connections.edit({ id, pin: new Secret(PIN) }))
    expect((await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))).refresh.status).toBe('FINISHED')
    expect((await theConnection(desk)).userActionRequired).toBe(false)
  })

  it.each([true, false])('that a person stores after a mistyped one was refused counts as typed (one was stored before: %s)', async (storePin) => {
    const id = await connected({}, { storePin })
    await settled(desk, await desk.connections.update(updating(id, { pin: new Secret('mistyped') })))
    must(await desk.connections.edit({ id, pin: new Secret(PIN) }))
    expect((await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))).refresh.status).toBe('FINISHED')
  })

  it('that is new takes the place of an outdated one, so that no schedule sends the old one', async () => {
    const id = await connected({}, { storePin: true })
    must(await desk.connections.edit({ id, pin: new Secret('outdated') }))
    await settled(desk, await desk.connections.update(updating(id, { pin: undefined })))
    await settled(desk, await desk.connections.update(updating(id)))
    await desk.connections.idle()
    const [line] = must(await desk.connections.updateAll('auto'))
    expect((await ended(desk, { connectionId: id, refreshId: line!.refreshId! })).refresh.status).toBe('FINISHED')
  })

  it('goes when the connection goes', async () => {
    const id = await connected({}, { storePin: true })
    expect(must(await desk.connections.delete({ id, rows: 'delete' }))).toMatchObject({ pinStored: true })
    await settled(desk, await desk.connections.import(fints('small')))
    expect((await theConnection(desk)).pinStored).toBe(false)
  })
})

describe('A9: partial failure', () => {
  it('keeps the other accounts where one fails', async () => {
    const id = await connected()
    later(desk, 30)
    const orders = { seen: 0 }
    desk.before = () => {
      orders.seen += 1
      // Login, then the first account's statements: refused for good by a dead line.
      if (orders.seen === 2 || orders.seen === 3) throw new HttpFailure('too_large', true)
    }
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)))
    expect(refresh.status).toBe('FINISHED')
    expect(refresh.accounts.map(({ status }) => status).sort()).toEqual(['DOWNLOAD_FAILED', 'UPDATED'])
    expect((await theConnection(desk)).lastManualUpdate).toMatchObject({ result: 'OK' })
  })

  it('is technical where the line is broken, and nobody has to act', async () => {
    const id = await connected()
    desk.before = () => { throw new HttpFailure('offline', false) }
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'offline' } })
    expect(await theConnection(desk)).toMatchObject({ lastManualUpdate: { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL' }, userActionRequired: false })
  })

  it('is the bank’s rejection where the PIN is wrong, and no schedule tries again', async () => {
    const id = await connected({}, { storePin: true })
    await settled(desk, await desk.connections.update(updating(id, { pin: new Secret('wrong') })))
    expect(await theConnection(desk)).toMatchObject({ lastManualUpdate: { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS' }, userActionRequired: true })
    expect(must(await desk.connections.updateAll('auto'))).toMatchObject([{ skipped: 'user_action_required' }])
  })
})

describe('a TAN method', () => {
  it('that was cleared is asked for again by a person’s refresh, while a schedule goes on with the last one', async () => {
    const id = await connected({ scenario: 'no-tan' }, { storePin: true })
    expect(must(await desk.connections.edit({ id, defaultTanMethod: '' })).defaultTanMethod).toBeNull()
    const [line] = must(await desk.connections.updateAll('auto'))
    expect((await ended(desk, { connectionId: id, refreshId: line!.refreshId! })).refresh.status).toBe('FINISHED')
    await desk.connections.idle()
    must(await desk.connections.edit({ id, defaultTanMethod: '' }))
    const kinds: string[] = []
    const { refresh } = await settled(desk, await desk.connections.update(updating(id)), (asked) => {
      kinds.push(asked.kind)
      return { kind: 'method', id: '972' }
    })
    expect(refresh.status).toBe('FINISHED')
    expect(kinds).toEqual(['method'])
    expect((await theConnection(desk)).defaultTanMethod).toBe('972')
  })
})

describe('two refreshes with the same login', () => {
  it('come one after the other, and calling off the one that waits frees nothing', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const first = must(await desk.connections.import(fints('small')))
    await question(desk, first, 'tan')
    const messages = desk.messages
    const second = must(await desk.connections.import(fints('small', { customerId: 'zweiter' })))
    must(desk.connections.cancel(second.refreshId))
    expect((await ended(desk, second)).refresh.error).toEqual({ kind: 'cancelled' })
    const third = must(await desk.connections.import(fints('small', { customerId: 'dritter' })))
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    expect(desk.messages).toBe(messages)
    must(desk.connections.cancel(first.refreshId))
    await ended(desk, first)
    // Its turn has come; this bank knows no such customer.
    expect((await ended(desk, third)).refresh.error).toMatchObject({ kind: 'bank_rejected', code: '9210' })
    expect(desk.messages).toBeGreaterThan(messages)
  })
})

describe('after a crash', () => {
  it('nothing is busy any more, and the last result says that it was interrupted', async () => {
    const id = await connected({ scenario: ['tan-at-login', 'sms'] })
    const started = must(await desk.connections.update(updating(id)))
    await question(desk, started, 'tan')
    await desk.again()
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY', lastManualUpdate: { errorType: 'TECHNICAL', error: { kind: 'interrupted' } } })
  })

  it('an import that was under way is gone', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'sms'] })
    await question(desk, must(await desk.connections.import({ ...fints('small'), bank: BANK })))
    await desk.again()
    expect(must(await desk.connections.list())).toEqual([])
  })
})
