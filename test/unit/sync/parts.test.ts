import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { AccountIdSchema } from '#shared/model.ts'
import { accountKey, accountType } from '#main/sync/fints/accounts.ts'
import { Lanes } from '#main/sync/lanes.ts'
import { afterLogin, consentUntil, packMemory, unpackMemory } from '#main/sync/memory.ts'
import { firstDayFor } from '#main/sync/range.ts'
import { searchAllBanks } from '#main/sync/search.ts'
import { verdictOf } from '#main/sync/verdict.ts'
import { DEMO } from './kit.ts'

const TODAY = localDate('2026-03-31')

describe('what is remembered of a bank', () => {
  const none = unpackMemory(null)

  it('survives being written down', () => {
    const memory = { approvedOn: TODAY, hasFreeLogins: true, approvals: 3, refusedSeal: 'abc', connector: Uint8Array.of(0, 255, 7) }
    expect(unpackMemory(packMemory(memory))).toEqual(memory)
  })

  it('is nothing where it is damaged or foreign', () => {
    for (const text of ['', '{', '[]', '{"format":"other","version":1}', '{"format":"kontor-connection-memory","version":2}']) expect(unpackMemory(new TextEncoder().encode(text))).toEqual(none)
  })

  it('says until when an approval holds only once a login has passed without one', () => {
    const approved = afterLogin(none, true, TODAY)
    expect(consentUntil(approved, TODAY)).toBeNull()
    const free = afterLogin(approved, false, localDate('2026-04-01'))
    expect(consentUntil(free, localDate('2026-04-01'))).toBe('2026-09-27')
    expect(consentUntil(free, localDate('2026-10-01'))).toBeNull()
    expect(consentUntil(afterLogin(free, true, localDate('2026-10-01')), localDate('2026-10-01'))).toBe('2027-03-30')
  })

  it('says nothing of a bank that never asked', () => {
    expect(consentUntil(afterLogin(none, false, TODAY), TODAY)).toBeNull()
  })
})

describe('the range of an account', () => {
  const known = (fetchedTo: string | null, pendingFrom: string | null = null) =>
    ({ key: 'a', accountId: AccountIdSchema.parse(1), fetchedTo: fetchedTo === null ? null : localDate(fetchedTo), pendingFrom: pendingFrom === null ? null : localDate(pendingFrom) })

  it('is everything the first time, or as many days as were wished', () => {
    expect(firstDayFor(undefined, 0, TODAY)).toBeNull()
    expect(firstDayFor(known(null), 30, TODAY)).toBe('2026-03-01')
  })

  it('then begins ten days before what was fetched, or with the oldest pending entry', () => {
    expect(firstDayFor(known('2026-03-20'), 30, TODAY)).toBe('2026-03-10')
    expect(firstDayFor(known('2026-03-20', '2026-03-02'), 30, TODAY)).toBe('2026-03-02')
    expect(firstDayFor(known('2026-03-20', '2026-03-19'), 30, TODAY)).toBe('2026-03-10')
  })

  it('leaves no gap, however long nobody looked', () => {
    expect(firstDayFor(known('2025-01-20'), 14, TODAY)).toBe('2025-01-10')
  })

  it('begins anew where a clock that was ahead wrote how far it had come', () => {
    expect(firstDayFor(known('2027-03-31'), 0, TODAY)).toBeNull()
    expect(firstDayFor(known('2027-03-31', '2026-03-30'), 90, TODAY)).toBe('2025-12-31')
    // Whoever travels west is a day back, not in want of everything.
    expect(firstDayFor(known('2026-04-01'), 0, TODAY)).toBe('2026-03-22')
  })
})

describe('a failure', () => {
  const cases: [AppError, string][] = [
    [{ kind: 'pin_wrong', message: '', attemptsLeft: 2 }, 'BANK_SERVER_REJECTION BUSINESS USER_ACTION_REQUIRED'],
    [{ kind: 'access_blocked', message: '' }, 'BANK_SERVER_REJECTION BUSINESS USER_ACTION_REQUIRED'],
    [{ kind: 'bank_rejected', code: '9078', message: '' }, 'BANK_SERVER_REJECTION BUSINESS USER_ACTION_REQUIRED'],
    [{ kind: 'bank_rejected', code: '9997', message: '' }, 'BANK_SERVER_REJECTION TECHNICAL ERROR'],
    [{ kind: 'tan_wrong', message: '' }, 'BANK_SERVER_REJECTION BUSINESS ERROR'],
    [{ kind: 'user_action_required' }, 'INTERNAL_SERVER_ERROR BUSINESS USER_ACTION_REQUIRED'],
    [{ kind: 'cancelled' }, 'INTERNAL_SERVER_ERROR BUSINESS ERROR'],
    [{ kind: 'offline' }, 'INTERNAL_SERVER_ERROR TECHNICAL ERROR'],
    [{ kind: 'bank_unreachable', retryAfterSeconds: null }, 'INTERNAL_SERVER_ERROR TECHNICAL ERROR'],
    [{ kind: 'answer_unreadable' }, 'INTERNAL_SERVER_ERROR TECHNICAL ERROR'],
  ]
  it.each(cases)('%o is a matter of bank or Kontor, of business or technique', (error, expected) => {
    const { result, errorType, status } = verdictOf(error)
    expect(`${result} ${errorType} ${status}`).toBe(expected)
  })
})

describe('lanes', () => {
  const never = new AbortController().signal

  it('never let two use the same login, counted or not', async () => {
    const lanes = new Lanes(2)
    const first = { login: 'a', isCounted: false }
    const second = { login: 'a', isCounted: true }
    expect(await lanes.enter(first, never)).toBe(true)
    let isIn = false
    void lanes.enter(second, never).then(() => { isIn = true })
    await Promise.resolve()
    expect(isIn).toBe(false)
    lanes.leave(first, true)
    await new Promise((resolve) => { setImmediate(resolve) })
    expect(isIn).toBe(true)
  })

  it('let another one go while somebody waits for a person, who then comes before those in line', async () => {
    const lanes = new Lanes(1)
    const [a, b, c] = ['a', 'b', 'c'].map((login) => ({ login, isCounted: true }))
    const order: string[] = []
    await lanes.enter(a!, never)
    void lanes.enter(b!, never).then(() => order.push('b'))
    void lanes.enter(c!, never).then(() => order.push('c'))
    lanes.stepAside(a!)
    await new Promise((resolve) => { setImmediate(resolve) })
    void lanes.comeBack(a!, never).then(() => order.push('a'))
    lanes.leave(b!, true)
    await new Promise((resolve) => { setImmediate(resolve) })
    expect(order).toEqual(['b', 'a'])
  })

  it('forget whoever gave up', async () => {
    const lanes = new Lanes(1)
    const gone = new AbortController()
    await lanes.enter({ login: 'a', isCounted: true }, never)
    const waiting = lanes.enter({ login: 'b', isCounted: true }, gone.signal)
    gone.abort()
    expect(await waiting).toBe(false)
  })
})

describe('accounts of FinTS', () => {
  const none = { iban: null, bic: null, number: null, subaccount: null, country: '280', bankCode: null, owner: null, product: null, currency: null, kindCode: null, orders: null }

  it.each([[1, 'checking'], [10, 'savings'], [22, 'savings'], [30, 'investment'], [40, 'loan'], [50, 'credit'], [65, 'investment'], [71, 'savings'], [88, 'asset'], [95, 'checking']] as const)('of kind %i are %s', (kindCode, type) => {
    expect(accountType({ ...none, kindCode })).toBe(type)
  })

  it('without a kind are told by what may be asked of them', () => {
    expect(accountType({ ...none, orders: ['HKWPD'] })).toBe('investment')
    expect(accountType({ ...none, orders: ['DKKKU', 'HKSAL'] })).toBe('credit')
    expect(accountType({ ...none, orders: ['HKKAZ'] })).toBe('checking')
  })

  it('are known by their IBAN, else by number and subaccount', () => {
    expect(accountKey({ ...none, iban: 'DE02 1203 0000 0000 2020 51', number: '202051' })).toBe('DE02120300000000202051')
    expect(accountKey({ ...none, number: '123', subaccount: '00' })).toBe('123/00')
    expect(accountKey({ ...none, number: '123', subaccount: '' })).toBe('123')
  })
})

describe('the search for a bank', () => {
  const american = { ...DEMO, city: '', name: 'Harbor Federal', bankCode: null, protocol: 'ofx' } as const
  const demos = [{ ...DEMO, city: '' }, american]

  it.each(['demo', 'Demo-Bank', '00000000', 'kontor demo'])('finds the demo bank first by “%s”', (query) => {
    expect(searchAllBanks(query, demos)[0]?.protocol).toBe('demo')
  })

  it.each(['demo', '00000000', 'harbor fed', 'Harbor demo'])('finds the one that speaks OFX by “%s”', (query) => {
    expect(searchAllBanks(query, demos)).toContain(american)
  })

  it.each(['', 'de', 'Sparkasse', '12030000', 'Deutsche Bank'])('leaves it out at “%s”', (query) => {
    expect(searchAllBanks(query, demos).some((bank) => bank.protocol === 'demo' || bank === american)).toBe(false)
  })
})
