import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minor } from '#shared/money.ts'
import { systemClock } from '#main/platform/clock.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { dress, findings, LOOKS } from './axe.ts'
import { dropFiles, openKontor, PASSPHRASE, prepareLedger, type Kontor } from './harness.ts'

/** For tests that go through many pages, on a computer that has much else to do. */
const PATIENCE_MS = 240_000

const SETTINGS = ['general', 'security', 'privacy', 'notifications', 'data', 'rates', 'mappings', 'shortcuts', 'about'].map((page) => `/settings/${page}`)
/** Every answer. */
const QUESTIONS = [
  'spending', 'flow', 'merchants', 'income', 'comparison', 'unusual', 'cash-flow', 'savings-rate', 'net-worth', 'balance-history', 'changes',
  'available', 'forecast', 'contracts', 'upcoming', 'fixed-variable', 'budget', 'balances', 'accounts', 'fees', 'tax-year', 'data-quality',
]
const household = (seed: number) => ({ name: 'household.ofx', bytes: writeOfxHistory({ seed, today: systemClock.today(), dialect: 'sgml', months: 18, persona: 'de' }) })

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => { window.location.hash = hash }, path)
  await page.waitForFunction((hash) => window.location.hash === `#${hash}`, path)
  await page.waitForTimeout(150)
}

describe('the first run', () => {
  let kontor: Kontor
  beforeAll(async () => { kontor = await openKontor() })
  afterAll(() => kontor.close())

  it.each(LOOKS)('can be used by everyone in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    const { page } = kontor
    expect(await findings(page)).toEqual([])
    await page.locator('form button[type=submit]').click()
    await page.locator('input[type=password]').first().waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: /^(Back|Zurück)$/ }).click()
    await page.locator('input[type=radio]').first().waitFor({ state: 'attached' })
  })
})

describe('an empty ledger', () => {
  let kontor: Kontor
  let dataDir: string
  beforeAll(async () => {
    ({ dataDir } = await prepareLedger())
    kontor = await openUnlocked(dataDir)
  })
  afterAll(() => closed(kontor, dataDir))

  it.each(LOOKS)('can be used by everyone in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    for (const path of ['/overview', '/transactions', '/accounts', '/imports', '/review']) {
      await goTo(kontor.page, path)
      expect(await findings(kontor.page), path).toEqual([])
    }
  })
})

describe('a ledger in use', () => {
  let kontor: Kontor
  let page: Page
  let dataDir: string
  let accountId: number

  beforeAll(async () => {
    ({ dataDir } = await prepareLedger({ files: [household(11)] }))
    kontor = await openUnlocked(dataDir)
    page = kontor.page
    accountId = (await kontor.ask('accounts.list', undefined))[0]?.id ?? 0
    await kontor.ask('rules.create', { name: 'REWE', isEnabled: true, stops: false, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'REWE' }] }, then: [{ kind: 'tag', tag: 'weekly' }] })
    await kontor.ask('budgets.set', { category: 'food', month: '2026-01', limitMinor: minor(300_00), period: 'month', carry: 'accumulating', onlyThis: false })
  })
  afterAll(() => closed(kontor, dataDir))

  it.each(LOOKS)('shows pages that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    for (const path of ['/overview', '/transactions', '/transactions?search=zzzz', '/accounts', `/accounts/${accountId}`, '/imports', '/rules', '/budgets', '/contracts', '/review', ...SETTINGS]) {
      await goTo(page, path)
      expect(await findings(page, path === '/overview' ? undefined : 'main'), path).toEqual([])
    }
  }, PATIENCE_MS)

  it.each(LOOKS)('answers questions in a way that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    for (const question of QUESTIONS) {
      await goTo(page, `/insights/${question}`)
      await page.locator(`.answer[data-question="${question}"] .report-head`).waitFor()
      expect(await findings(page, '.answer'), question).toEqual([])
    }
    await page.locator('.answer .figure').first().click()
    await page.getByRole('dialog').locator('.sum').waitFor()
    expect(await findings(page), 'rows of a figure').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }, PATIENCE_MS)

  it.each(LOOKS)('shows a table that everyone can use while it is worked in, in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    await goTo(page, '/transactions')
    await page.getByRole('gridcell').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('i')
    await page.locator('.details dd').first().waitFor()
    expect(await findings(page), 'selection and details').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.getByRole('listbox').waitFor()
    expect(await findings(page), 'category picker').toEqual([])
    await page.keyboard.press('Escape')
  })

  it('keeps its frame where it is, whatever is looked for below', async () => {
    await goTo(page, '/insights/cash-flow')
    await page.locator('.answer .report-table').first().waitFor()
    expect(await page.evaluate(() => {
      document.querySelector('.answer .report-table:last-of-type tr:last-child .visually-hidden')?.scrollIntoView()
      const answer = document.querySelector('.answer')
      return { shell: document.querySelector('.shell')?.scrollTop, sideways: (answer?.scrollWidth ?? 0) - (answer?.clientWidth ?? 0) }
    })).toEqual({ shell: 0, sideways: 0 })
  })

  it('tells of a contract by the keyboard alone, and takes a word about it back', async () => {
    await dress(kontor, 'light', 'en')
    await expect.poll(async () => (await kontor.ask('contracts.list', {})).contracts.length, { timeout: 15_000 }).toBeGreaterThan(2)
    await goTo(page, '/contracts')
    await page.locator('[data-contract]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    const chosen = await page.locator('[data-contract]:focus').getAttribute('data-contract')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('li').first().waitFor()
    expect(await findings(page), 'contract').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const choice = async () => (await kontor.ask('contracts.list', {})).contracts.find(({ id }) => id === chosen)?.choice
    await page.keyboard.press('a')
    await expect.poll(choice).toBe('confirmed')
    await page.keyboard.press('Control+z')
    await expect.poll(choice).toBe('found')
    await page.keyboard.press('Delete')
    await expect.poll(choice).toBe('dismissed')
    await page.keyboard.press('Control+z')
    await expect.poll(choice).toBe('found')
  })

  it.each(LOOKS)('shows dialogs that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    await goTo(page, '/imports')
    await page.locator('main .name').first().click()
    await page.locator('.receipt').waitFor()
    expect(await findings(page), 'receipt').toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.receipt').waitFor({ state: 'detached' })
    await page.locator('main .menu-cell button').first().click()
    await page.getByRole('menuitem').last().click()
    await page.getByRole('dialog').locator('li').first().waitFor()
    expect(await findings(page), 'revert').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.locator('input[role=combobox]').waitFor()
    expect(await findings(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.getByRole('dialog').waitFor()
    expect(await findings(page), 'shortcuts').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it.each(LOOKS)('shows an import sheet that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    await page.keyboard.press('Control+i')
    await page.getByRole('dialog').waitFor()
    expect(await findings(page), 'choosing').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await dropFiles(page, [household(11), { name: 'letter.txt', bytes: new TextEncoder().encode('Dear customer') }])
    await page.getByRole('tab').first().waitFor()
    for (const tab of [1, 0]) {
      await page.getByRole('tab').nth(tab).click()
      await page.waitForTimeout(100)
      expect(await findings(page), `review ${tab}`).toEqual([])
    }
    await page.locator('.dialog-foot button').first().click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it.each(LOOKS)('locks to a screen that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    await kontor.ask('lock.now', undefined)
    await page.locator('input[type=password]').waitFor()
    expect(await findings(page)).toEqual([])
    await unlock(page)
  })
})

describe('a ledger that is damaged', () => {
  let kontor: Kontor
  let dataDir: string
  beforeAll(async () => {
    ({ dataDir } = await prepareLedger({ files: [household(11)] }))
    const handle = openSync(join(dataDir, 'ledger.kontor'), 'r+')
    writeSync(handle, Buffer.alloc(64, 7), 0, 64, 20_000)
    closeSync(handle)
    kontor = await openKontor({ dataDir })
  })
  afterAll(() => closed(kontor, dataDir))

  it.each(LOOKS)('says so, and what to do, to everyone in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    const { phase } = await kontor.ask('app.state', undefined)
    if (phase === 'locked') expect(await kontor.reply('lock.open', { secret: PASSPHRASE })).toMatchObject({ ok: false, error: { kind: 'malformed', reason: 'ledger_damaged' } })
    await kontor.page.getByRole('button', { name: /restore|wiederherstellen/i }).first().waitFor()
    expect(await findings(kontor.page)).toEqual([])
  })
})

async function openUnlocked(dataDir: string): Promise<Kontor> {
  const kontor = await openKontor({ dataDir })
  kontor.page.setDefaultTimeout(15_000)
  await unlock(kontor.page)
  return kontor
}

async function unlock(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

async function closed(kontor: Kontor, dataDir: string): Promise<void> {
  await kontor.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
