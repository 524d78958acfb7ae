import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '#shared/connections.ts'
import { currency, minor } from '#shared/money.ts'
import type { RuleDraft } from '#shared/notifications.ts'
import { notificationText } from '#shared/notification-text.ts'
import { Notifier } from '#main/ipc/notifier.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { fetched, imported, offered, updated } from '../../fixtures/connections.ts'
import { booked, entry, statement } from '../../fixtures/readings.ts'
import { folderWithPlainLedger, openHouse, type House } from './house.ts'

const LARGE: RuleDraft = { trigger: 'HIGH_TRANSACTION_AMOUNT', scope: { of: 'all' }, limit: { minor: minor(100_00), currency: currency('EUR') }, categoryId: null }

describe('A15 notifications on the desktop', () => {
  let house: House
  let ledger: LedgerClient
  let connection: Connection
  const bring = (...amounts: readonly string[]) => statement({ entries: amounts.map((amount, index) => entry({ on: '2026-01-20', amount, payee: 'Möbelhaus', externalId: `${amount} ${index}` })), balances: [booked('1.00', '2026-01-31')] })
  const refresh = async (...amounts: readonly string[]): Promise<void> => {
    await updated(ledger, connection.id, { fetched: [fetched(offered(0), { statements: [bring(...amounts)] })] })
    await house.services.notifier.idle()
  }

  beforeEach(async () => {
    ledger = createDirectClient()
    house = await openHouse(await folderWithPlainLedger(), undefined, ledger)
    connection = await imported(ledger, { fetched: [fetched(offered(0), { statements: [bring('-500.00')] })] })
    await house.ask('notifications.create', LARGE)
  })
  afterEach(() => house.end())

  it('are off until a person wants them; the list has them all the same', async () => {
    await refresh('-120.00')
    expect(house.notes).toEqual([])
    expect(await house.ask('notifications.recent', {})).toMatchObject([{ trigger: 'HIGH_TRANSACTION_AMOUNT', amount: { minor: -120_00 } }])
    // What was passed over is not made up for.
    await house.ask('preferences.set', { desktopNotifications: true })
    await refresh('-120.00', '-130.00')
    expect(house.notes.map(({ title, body }) => [title, body])).toEqual([['Large transaction', 'Girokonto ··3000: −€130.00, Möbelhaus']])
  })

  it('hide amounts in privacy mode', async () => {
    await house.ask('preferences.set', { desktopNotifications: true, privacyMode: true, language: 'de' })
    await refresh('-120.00')
    expect(house.notes.map(({ title, body }) => [title, body])).toEqual([['Hoher Umsatz', 'Girokonto ··3000: •••, Möbelhaus']])
  })

  it('lead a click to the account', async () => {
    await house.ask('preferences.set', { desktopNotifications: true })
    await refresh('-120.00')
    house.notes[0]!.onClick()
    expect(house.told.filter(({ event }) => event === 'notification.opened')).toEqual([{ event: 'notification.opened', payload: { accountId: connection.accountIds[0], connectionId: connection.id } }])
  })

  it('do not cover the desktop', async () => {
    await house.ask('preferences.set', { desktopNotifications: true })
    await refresh(...Array.from({ length: 7 }, (_, index) => `-20${index}.00`))
    expect(house.notes).toHaveLength(4)
    expect(house.notes[3]).toMatchObject({ body: '4 more notifications in Kontor.' })
    expect(await house.ask('notifications.recent', {})).toHaveLength(7)
  })

  it('name nobody and nothing while locked', async () => {
    const shown: string[] = []
    const notifier = new Notifier({
      ledger, publish: () => undefined, isWanted: () => true, isPrivate: () => false, isLocked: () => true, language: () => 'de', locale: () => 'de-DE',
      desktop: { notify: (text) => { shown.push(JSON.stringify(text)) } },
    })
    await updated(ledger, connection.id, { fetched: [fetched(offered(0), { statements: [bring('-999.00')] })] })
    notifier.look()
    await notifier.idle()
    await house.services.notifier.idle()
    const [taken] = await house.ask('notifications.recent', {})
    const text = notificationText(taken!, { language: 'de', locale: 'de-DE', hidesAmounts: true, hidesNames: true })
    expect(text).toEqual({ title: 'Hoher Umsatz', body: 'Einzelheiten in Kontor.' })
    for (const line of shown) expect(line).not.toMatch(/999|Möbelhaus|Girokonto/)
  })

  it('say the same in both languages', async () => {
    await refresh('-120.00')
    const [told] = await house.ask('notifications.recent', {})
    const telling = { hidesAmounts: false, hidesNames: false }
    expect(notificationText(told!, { ...telling, language: 'de', locale: 'de-DE' }).body).toBe('Girokonto ··3000: −120,00\u00a0€, Möbelhaus')
    const notice = { ...told!, trigger: 'CONTRACT_CANCEL_BY' as const, subject: '2026-11-30', payee: 'Strom', amount: null }
    expect(notificationText(notice, { ...telling, language: 'de', locale: 'de-DE' })).toEqual({ title: 'Kündigungsfrist', body: 'Strom: kündbar bis 30. November 2026' })
    expect(notificationText(notice, { ...telling, hidesNames: true, language: 'en', locale: 'en-US' }).body).toBe('Details in Kontor.')
    const month = { ...told!, trigger: 'CATEGORY_CASH_FLOW' as const, subject: '2026-01', categoryId: 'food', amount: { minor: minor(350_00), currency: currency('EUR') } }
    expect(notificationText(month, { ...telling, language: 'en', locale: 'en-US' }).body).toBe('Food: €350.00 in January 2026, limit €100.00')
    expect(notificationText(month, { ...telling, language: 'de', locale: 'de-DE' }).body).toBe('Essen & Trinken: 350,00\u00a0€ im Januar 2026, Grenze 100,00\u00a0€')
  })
})
