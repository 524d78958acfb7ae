import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dress, findings, LOOKS } from './axe.ts'
import { openKontor, PASSPHRASE, picture, prepareLedger, type Kontor } from './harness.ts'

const SIZES = [{ width: 960, height: 640 }, { width: 1440, height: 900 }] as const

/** W4 and A15 in the real app: a demo connection on a schedule, a rule made by keyboard, and what it found. */
describe('schedules and notifications', () => {
  let kontor: Kontor
  let dataDir: string

  beforeAll(async () => {
    ({ dataDir } = await prepareLedger())
    await open()
  })
  afterAll(async () => {
    await kontor.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  async function open(): Promise<void> {
    kontor = await openKontor({ dataDir })
    const { page } = kontor
    page.setDefaultTimeout(8_000)
    await page.locator('input[autocomplete="current-password"]').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  }
  const go = async (path: string): Promise<void> => {
    await kontor.page.evaluate((hash) => { window.location.hash = hash }, path)
    await kontor.page.waitForTimeout(300)
  }
  const untilReady = async (): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = await kontor.ask('connections.list', undefined)
      if (found.length > 0 && found.every(({ updateStatus, categorizationStatus }) => updateStatus === 'READY' && categorizationStatus === 'READY')) return
      await kontor.page.waitForTimeout(50)
    }
  }

  it('W4: says when a connection is refreshed next', async () => {
    const { ask, page } = kontor
    const [demo] = (await ask('banks.search', { query: 'Demo' })).filter(({ protocol }) => protocol === 'demo')
    const { name, bankCode, bic, country, protocol, url } = demo!
    const { connectionId } = await ask('connections.import', { bank: { name, bankCode, bic, country, protocol, url }, userId: 'small', maxDays: 0 })
    await untilReady()
    await ask('connections.edit', { id: connectionId, schedule: { mode: 'hours', every: 1 } })
    const [connection] = await ask('connections.list', undefined)
    expect(connection).toMatchObject({ schedulePause: null, schedule: { mode: 'hours', every: 1 } })
    expect(Date.parse(connection?.nextRunAt ?? '')).toBeGreaterThan(Date.now())
    await go('/connections')
    await page.getByText(/next on/).waitFor()
  })

  it('W4: refreshes it by itself when Kontor starts, once', async () => {
    const [before] = await kontor.ask('connections.list', undefined)
    await kontor.ask('connections.edit', { id: before!.id, schedule: { mode: 'start' } })
    await kontor.close()
    await open()
    const byItself = async () => (await kontor.ask('refreshes.list', {})).filter(({ origin, status }) => origin === 'auto' && status === 'FINISHED')
    for (let tries = 0; tries < 150 && (await byItself()).length === 0; tries += 1) await kontor.page.waitForTimeout(100)
    expect(await byItself()).toHaveLength(1)
    await untilReady()
    const [after] = await kontor.ask('connections.list', undefined)
    expect(after).toMatchObject({ nextRunAt: null, schedulePause: null, lastAutoUpdate: { result: 'OK' } })
  })

  it('W4: stops at a question that nobody is there to answer, and tells of it on the desktop; a click leads there', async () => {
    const [before] = await kontor.ask('connections.list', undefined)
    // A demo connection of this name asks at every login.
    await kontor.ask('connections.edit', { id: before!.id, name: 'MSA' })
    await kontor.ask('preferences.set', { desktopNotifications: true })
    await kontor.close()
    await open()
    await kontor.app.evaluate(({ Notification }) => {
      const shown: Electron.Notification[] = []
      Object.assign(globalThis, { shown })
      // A machine without a desktop shows none; whoever has one is asked to.
      Notification.isSupported = () => true
      Notification.prototype.show = function show(this: Electron.Notification) { shown.push(this) }
    })
    const shown = () => kontor.app.evaluate(() => (globalThis as unknown as { shown: Electron.Notification[] }).shown.map(({ title, body }) => [title, body]))
    await expect.poll(shown, { timeout: 60_000 }).toEqual([['Your bank needs you', 'MSA: The bank asks for your approval. Refresh the connection by hand.']])
    expect(await kontor.ask('connections.list', undefined)).toMatchObject([{ userActionRequired: true, nextRunAt: null, schedulePause: 'user_action_required' }])
    await kontor.app.evaluate(() => (globalThis as unknown as { shown: Electron.Notification[] }).shown[0]?.emit('click'))
    await kontor.page.waitForFunction(() => window.location.hash === '#/connections')
    expect(await kontor.page.getByRole('dialog').count()).toBe(0)
  })

  it('A15: a rule is made by keyboard alone', async () => {
    const { page, ask } = kontor
    await go('/settings/notifications')
    await page.getByRole('button', { name: /Add rule/ }).press('Enter')
    await page.getByLabel('Tell me when').selectOption('LOW_ACCOUNT_BALANCE')
    await page.getByLabel(/^Amount in/).fill('250')
    await page.keyboard.press('Enter')
    await page.getByText('Balance below €250.00').waitFor()
    expect(await ask('notifications.list', undefined)).toMatchObject([{ trigger: 'LOW_ACCOUNT_BALANCE', limit: { minor: 250_00 } }])
  })

  it.each(LOOKS)('can be used by everyone in %s %s', async (theme, language) => {
    const { page, app } = kontor
    await dress(kontor, theme, language)
    for (const size of SIZES) {
      await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
      await go('/settings/notifications')
      await picture(page, `notifications-${theme}-${language}-${size.width}`)
      await page.getByRole('button', { name: /^(Add rule|Regel hinzufügen)/ }).click()
      await page.getByRole('dialog').waitFor()
      await page.getByLabel(/^(Tell me when|Melden, wenn)$/).selectOption('CATEGORY_CASH_FLOW')
      await page.getByText(language === 'de' ? 'Einige Konten' : 'Some accounts', { exact: true }).click()
      expect(await findings(page)).toEqual([])
      await picture(page, `notifications-sheet-${theme}-${language}-${size.width}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(kontor.complaints).toEqual([])
  })

  it('a deleted rule comes back by its undo', async () => {
    const { page, ask } = kontor
    await ask('preferences.set', { language: 'en' })
    await go('/settings/notifications')
    await page.getByRole('button', { name: /^Delete: Balance below/ }).click()
    await page.getByText('No rules yet').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Balance below €250.00').waitFor()
  })
})
