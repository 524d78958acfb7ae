import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '#shared/connections.ts'
import { localDate, type LocalDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import { RuleDraftSchema, type RuleDraft, type Trigger } from '#shared/notifications.ts'
import type { Statement } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { apply, beginImport, beginUpdate, categorise, fetched, imported, offered, sound, updated } from '../../fixtures/connections.ts'
import { booked, entry as written, statement, steadyClock, value, type EntryText } from '../../fixtures/readings.ts'

const EUR = currency('EUR')
const text = (cents: number): string => (cents / 100).toFixed(2)
const entry = (cents: number, on: string, parts: Partial<EntryText> = {}) => written({ externalId: `${on} ${cents}`, payee: 'Kiosk', ...parts, on, amount: text(cents) })
const money = (value: number) => ({ minor: minor(value), currency: EUR })
const rule = (trigger: Trigger, parts: Partial<RuleDraft> = {}): RuleDraft => ({ trigger, scope: { of: 'all' }, limit: null, categoryId: null, ...parts })

describe('A15 notification rules', () => {
  let folder: string
  let file: string
  let ledger: LedgerClient
  const clock = { ...steadyClock(), today: (): LocalDate => localDate('2026-01-31') }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-rules-'))
    file = join(folder, 'ledger.kontor')
    ledger = createDirectClient({ clock })
    await value(ledger.open({ file, key: null, create: true, baseCurrency: EUR }))
  })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const again = async (): Promise<void> => {
    await ledger.close()
    ledger = createDirectClient({ clock })
    await value(ledger.open({ file, key: null, create: false }))
  }
  const create = (draft: RuleDraft) => value(ledger.call('notifications.create', draft))
  const rules = () => value(ledger.call('notifications.list', undefined))
  const recent = async () => (await value(ledger.call('notifications.recent', { limit: 100 }))).toReversed()
  const take = async () => (await value(ledger.job('notifications.take', null))).notifications
  const first = (statements: readonly Statement[] = [giro([entry(100_00, '2026-01-02')], 100_00)]) => imported(ledger, { offered: [offered(0)], fetched: [fetched(offered(0), { statements })] })
  const refresh = (connection: Connection, statements: readonly Statement[]) => updated(ledger, connection.id, { fetched: [fetched(offered(0), { statements })] })

  it('NEW_TRANSACTIONS: never for the first import, once for what a refresh brings, not at all for what is known', async () => {
    await create(rule('NEW_TRANSACTIONS'))
    const connection = await first()
    expect(await recent()).toEqual([])

    await refresh(connection, [giro([entry(-5_00, '2026-01-20'), entry(-6_00, '2026-01-21')], 89_00)])
    const [told] = await recent()
    expect(told).toMatchObject({ trigger: 'NEW_TRANSACTIONS', count: 2, connectionId: connection.id, accountId: connection.accountIds[0], subject: 'Girokonto ··3000' })

    await refresh(connection, [giro([entry(-5_00, '2026-01-20'), entry(-6_00, '2026-01-21')], 89_00)])
    expect(await recent()).toHaveLength(1)
  })

  it('tells each event once, also across restarts', async () => {
    const connection = await first()
    await create(rule('NEW_TRANSACTIONS'))
    await refresh(connection, [giro([entry(-5_00, '2026-01-20')], 95_00)])
    await again()
    expect(await take()).toHaveLength(1)
    expect(await take()).toEqual([])
    await again()
    expect(await take()).toEqual([])
    expect(await recent()).toHaveLength(1)
  })

  it('an account that comes later, or failed at first, tells nothing of its past', async () => {
    const connection = await first()
    await create(rule('NEW_TRANSACTIONS'))
    await updated(ledger, connection.id, { offered: [offered(0), offered(1)], fetched: [fetched(offered(0)), fetched(offered(1), { statements: [giro([entry(1_00, '2026-01-05')], 1_00)] })] })
    expect(await recent()).toEqual([])
  })

  it('HIGH_TRANSACTION_AMOUNT: in and out, from the limit on, in its currency', async () => {
    const connection = await first()
    await create(rule('HIGH_TRANSACTION_AMOUNT', { limit: money(50_00) }))
    await create(rule('HIGH_TRANSACTION_AMOUNT', { limit: { minor: minor(1), currency: currency('USD') } }))
    await refresh(connection, [giro([entry(-50_00, '2026-01-20'), entry(-49_99, '2026-01-20'), entry(70_00, '2026-01-21')], 70_01)])
    expect((await recent()).map(({ amount }) => amount?.minor)).toEqual([-50_00, 70_00])
  })

  it('FOREIGN_MONEY_TRANSFER: another country\u2019s IBAN and no other', async () => {
    const connection = await first()
    await create(rule('FOREIGN_MONEY_TRANSFER'))
    await refresh(connection, [giro([
      entry(-1_00, '2026-01-20', { counterpartyIban: 'FR7630006000011234567890189' }), entry(-2_00, '2026-01-20', { counterpartyIban: 'DE62370400440532013001' }), entry(-3_00, '2026-01-20'),
    ], 94_00)])
    expect((await recent()).map(({ amount }) => amount?.minor)).toEqual([-1_00])
  })

  it('LOW_ACCOUNT_BALANCE: at the crossing, once, and again only after it was above', async () => {
    const connection = await first()
    await create(rule('LOW_ACCOUNT_BALANCE', { limit: money(50_00) }))
    const steps = [['2026-01-10', -40_00, 60_00], ['2026-01-11', -20_00, 40_00], ['2026-01-12', -5_00, 35_00], ['2026-01-13', 30_00, 65_00], ['2026-01-14', -20_00, 45_00]] as const
    const told: number[] = []
    for (const [day, amount, balance] of steps) {
      await refresh(connection, [giro([entry(amount, day)], balance)])
      await again()
      told.push((await recent()).length)
    }
    expect(told).toEqual([0, 1, 1, 1, 2])
    expect((await recent())[0]).toMatchObject({ amount: money(40_00), limit: money(50_00), subject: 'Girokonto ··3000' })
  })

  it('LOW_ACCOUNT_BALANCE: what is low already when the rule is made is no crossing', async () => {
    const connection = await first()
    await create(rule('LOW_ACCOUNT_BALANCE', { limit: money(500_00) }))
    await refresh(connection, [giro([entry(-1_00, '2026-01-20')], 99_00)])
    expect(await recent()).toEqual([])
  })

  it('NEW_ACCOUNT_BALANCE: when it is another one', async () => {
    const connection = await first()
    await create(rule('NEW_ACCOUNT_BALANCE'))
    await refresh(connection, [giro([], 100_00)])
    await refresh(connection, [giro([entry(-1_00, '2026-01-20')], 99_00)])
    expect((await recent()).map(({ amount }) => amount?.minor)).toEqual([99_00])
  })

  it('CATEGORY_CASH_FLOW: when the month\u2019s sum reaches the limit, after categorisation, once a month', async () => {
    // Names that say nothing: only the person here decides what is food.
    const connection = await first([giro([entry(100_00, '2026-01-02', { payee: 'Aaa' })], 100_00)])
    await create(rule('CATEGORY_CASH_FLOW', { categoryId: 'food', limit: money(30_00) }))
    await refresh(connection, [giro([entry(-20_00, '2026-01-20', { payee: 'Bbb' })], 80_00)])
    await sort(ledger, 'food.groceries')
    expect(await recent()).toEqual([])
    await refresh(connection, [giro([entry(-15_00, '2026-01-21', { payee: 'Ccc' })], 65_00)])
    expect(await recent()).toEqual([])
    // A person sorts the row meanwhile; the next run of the categories sees it.
    await sort(ledger, 'food.restaurants')
    await refresh(connection, [giro([entry(-1_00, '2026-01-22', { payee: 'Ddd' })], 64_00)])
    await refresh(connection, [giro([entry(-2_00, '2026-01-23', { payee: 'Eee' })], 62_00)])
    expect(await recent()).toMatchObject([{ trigger: 'CATEGORY_CASH_FLOW', subject: '2026-01', categoryId: 'food', amount: money(35_00), limit: money(30_00) }])
  })

  it('BANK_LOGIN_ERROR: a refusal, by rule; an unattended question is told even without one', async () => {
    const connection = await first()
    const fail = async (origin: 'manual' | 'auto', kind: 'pin_wrong' | 'offline' | 'user_action_required'): Promise<void> => {
      const begun = await beginUpdate(ledger, connection.id, origin)
      const error = kind === 'pin_wrong' ? { kind, message: 'PIN falsch', attemptsLeft: 2 } : { kind }
      const isTechnical = kind === 'offline'
      await value(ledger.job('connections.fail', {
        refreshId: begun.refreshId, connectionId: connection.id, origin, status: isTechnical ? 'ERROR' : 'USER_ACTION_REQUIRED',
        result: { result: isTechnical ? 'INTERNAL_SERVER_ERROR' : 'BANK_SERVER_REJECTION', errorType: isTechnical ? 'TECHNICAL' : 'BUSINESS', error }, state: undefined, notices: [],
      }))
    }
    await fail('manual', 'pin_wrong')
    await fail('auto', 'offline')
    expect(await recent()).toEqual([])
    await fail('auto', 'user_action_required')
    expect((await recent()).map(({ trigger, ruleId }) => [trigger, ruleId])).toEqual([['USER_ACTION_REQUIRED', null]])
    const { id } = await create(rule('BANK_LOGIN_ERROR', { scope: { of: 'connections', ids: [connection.id] } }))
    await fail('manual', 'pin_wrong')
    expect((await recent()).at(-1)).toMatchObject({ trigger: 'BANK_LOGIN_ERROR', ruleId: id, connectionId: connection.id, error: { kind: 'pin_wrong' } })
  })

  it('a first import that fails tells nothing: nothing of it is left', async () => {
    await create(rule('BANK_LOGIN_ERROR'))
    const begun = await beginImport(ledger)
    await value(ledger.job('connections.fail', { refreshId: begun.refreshId, connectionId: begun.connection.id, origin: 'manual', status: 'USER_ACTION_REQUIRED', result: { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'consent_expired' } }, state: undefined, notices: [] }))
    expect(await recent()).toEqual([])
  })

  it('the same rule again exists already, in whatever order its list comes', async () => {
    const connection = await imported(ledger, { offered: [offered(0), offered(1)], fetched: [fetched(offered(0)), fetched(offered(1))] })
    const [one, two] = connection.accountIds as [AccountId, AccountId]
    await create(rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [one, two] } }))
    expect(await ledger.call('notifications.create', rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [two, one] } }))).toEqual({ ok: false, error: { kind: 'exists', what: 'rule' } })
    const other = await create(rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [two] } }))
    expect(await ledger.call('notifications.edit', { id: other.id, rule: rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [one, two] } }) })).toMatchObject({ ok: false, error: { kind: 'exists' } })
    expect(await ledger.call('notifications.edit', { id: other.id, rule: rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [two] } }) })).toMatchObject({ ok: true })
    expect(await ledger.call('notifications.create', rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [99 as AccountId] } }))).toEqual({ ok: false, error: { kind: 'not_found', what: 'account' } })
  })

  it('refuses what makes no sense', () => {
    const wrong = [rule('LOW_ACCOUNT_BALANCE'), rule('NEW_TRANSACTIONS', { limit: money(1) }), rule('HIGH_TRANSACTION_AMOUNT', { limit: money(0) }), rule('CATEGORY_CASH_FLOW', { limit: money(1) }), rule('CATEGORY_CASH_FLOW', { limit: money(1), categoryId: 'toString' }), rule('BANK_LOGIN_ERROR', { scope: { of: 'accounts', ids: [1 as AccountId] } })]
    for (const draft of wrong) expect(RuleDraftSchema.safeParse(draft).success).toBe(false)
    expect(RuleDraftSchema.safeParse(rule('LOW_ACCOUNT_BALANCE', { limit: money(-100_00) })).success).toBe(true)
  })

  describe('when connections and accounts go', () => {
    it('A6: leave the lists, take a rule along whose list is empty, leave rules without a list; an undo brings all back', async () => {
      const one = await first()
      const two = await imported(ledger, { offered: [offered(1)], fetched: [fetched(offered(1), { statements: [giro([entry(1_00, '2026-01-02')], 1_00)] })] }, { userId: 'other' })
      await create(rule('NEW_TRANSACTIONS'))
      await create(rule('NEW_TRANSACTIONS', { scope: { of: 'connections', ids: [one.id, two.id] } }))
      await create(rule('NEW_TRANSACTIONS', { scope: { of: 'connections', ids: [one.id] } }))
      await create(rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [one.accountIds[0]!] } }))
      const before = await rules()
      await value(ledger.job('connections.delete', { id: one.id, rows: 'delete' }))
      expect((await rules()).map(({ scope }) => scope)).toEqual([{ of: 'all' }, { of: 'connections', ids: [two.id] }])
      await value(ledger.call('history.undo', undefined))
      expect(await rules()).toEqual(before)

      await value(ledger.job('connections.delete', { id: one.id, rows: 'delete' }))
      await again()
      expect((await rules()).map(({ scope }) => scope)).toEqual([{ of: 'all' }, { of: 'connections', ids: [two.id] }])
    })

    it('A6: rules of an account stay with it where its rows are kept', async () => {
      const one = await first()
      await create(rule('LOW_ACCOUNT_BALANCE', { limit: money(1), scope: { of: 'accounts', ids: [...one.accountIds] } }))
      await value(ledger.job('connections.delete', { id: one.id, rows: 'keep' }))
      await again()
      expect(await rules()).toHaveLength(1)
    })

    it('A7: all rules tied to connections go with all connections', async () => {
      const one = await first()
      await create(rule('BANK_LOGIN_ERROR'))
      await create(rule('BANK_LOGIN_ERROR', { scope: { of: 'connections', ids: [one.id] } }))
      await value(ledger.job('connections.deleteAll', { rows: 'delete' }))
      expect((await rules()).map(({ scope }) => scope.of)).toEqual(['all'])
    })

    it('A8: the last account takes its rules along', async () => {
      const one = await first()
      await create(rule('NEW_TRANSACTIONS', { scope: { of: 'accounts', ids: [...one.accountIds] } }))
      await create(rule('BANK_LOGIN_ERROR', { scope: { of: 'connections', ids: [one.id] } }))
      await value(ledger.job('accounts.delete', { id: one.accountIds[0]! }))
      expect(await rules()).toEqual([])
    })

    it('of rules that have become the same, the oldest stays', async () => {
      const one = await first()
      const two = await imported(ledger, { offered: [offered(1)], fetched: [fetched(offered(1))] }, { userId: 'other' })
      const both = await create(rule('NEW_TRANSACTIONS', { scope: { of: 'connections', ids: [one.id, two.id] } }))
      await create(rule('NEW_TRANSACTIONS', { scope: { of: 'connections', ids: [two.id] } }))
      await value(ledger.job('connections.delete', { id: one.id, rows: 'delete' }))
      await again()
      expect((await rules()).map(({ id }) => id)).toEqual([both.id])
    })
  })

  it('a deleted rule tells no more, and what it told stays', async () => {
    const connection = await first()
    const { id } = await create(rule('NEW_TRANSACTIONS'))
    await refresh(connection, [giro([entry(-5_00, '2026-01-20')], 95_00)])
    await value(ledger.call('notifications.delete', { id }))
    await refresh(connection, [giro([entry(-6_00, '2026-01-21')], 89_00)])
    expect(await recent()).toHaveLength(1)
    expect(await ledger.call('notifications.delete', { id })).toEqual({ ok: false, error: { kind: 'not_found', what: 'rule' } })
  })

  it('says that there is something to tell once it is stored', async () => {
    const connection = await first()
    await create(rule('NEW_TRANSACTIONS'))
    const heard: string[] = []
    const stop = ledger.onEvent((event) => { if (event.name === 'ledger.changed') heard.push(...event.value.scopes) })
    const begun = await beginUpdate(ledger, connection.id)
    expect(heard).not.toContain('notifications')
    await apply(ledger, begun, { fetched: [fetched(offered(0), { statements: [giro([entry(-5_00, '2026-01-20')], 95_00)] })] })
    expect(heard).toContain('notifications')
    stop()
    await categorise(ledger, connection.id)
  })

})

/** One answer of the bank: entries, and the balance at the month's end. */
const giro = (entries: readonly ReturnType<typeof written>[], balance: number): Statement => statement({ entries, balances: [booked(text(balance), '2026-01-31')] })

async function sort(ledger: LedgerClient, categoryId: string): Promise<void> {
  const page = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 1 }))
  await value(ledger.call('transactions.edit', { ids: page.map(({ id }) => id), change: { categoryId } }))
}
