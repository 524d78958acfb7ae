import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createDemoBank, DEMO_PIN } from '#main/demo-bank/fints/index.ts'
import { throwAwayCertificate } from '#main/demo-bank/certificate.ts'
import { createOfxBank, OFX_ANSWERS, OFX_PASSWORD } from '#main/demo-bank/ofx/index.ts'
import { serveDemoBank, type DemoServer } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { dress, findings, LOOKS } from './axe.ts'
import { openKontor, PASSPHRASE, picture, prepareLedger, type Kontor } from './harness.ts'

/** The whole life of a bank connection in the real app, over the demo bank, as a person goes through it. */
describe('a connection to the demo bank', () => {
  let kontor: Kontor
  let page: Page
  let dataDir: string

  beforeAll(async () => {
    ({ dataDir } = await prepareLedger())
    kontor = await openUnlocked(dataDir)
    page = kontor.page
  })
  afterEach(async ({ task }) => { if (task.result?.state === 'fail') await picture(page, `connections-${task.name.slice(0, 30)}`) })
  afterAll(async () => {
    await kontor.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  const dialog = () => page.getByRole('dialog')
  const inDialog = (name: RegExp) => dialog().getByRole('button', { name })
  const card = () => page.getByRole('article')

  it('is found in the list, asks for a TAN, then for the accounts, and ends in a receipt and the overview', async () => {
    await goTo(page, '/connections')
    await page.getByRole('main').getByRole('button', { name: 'Connect a bank …' }).click()
    // The sheet is loaded when it is wanted: keys go to whatever has the focus.
    await dialog().locator('[role=combobox]:focus').waitFor()
    await page.keyboard.type('demo')
    await page.getByRole('option', { name: /Demo/ }).waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByRole('radio', { name: /A student/ }).check()
    await dialog().getByLabel('Name of the connection').fill('MSA')
    await page.keyboard.press('Enter')

    await dialog().getByText('Confirm your login').waitFor()
    expect(await dialog().getByRole('blockquote').textContent()).toContain('123456')
    await dialog().getByRole('textbox').fill('12 34 56')
    await page.keyboard.press('Enter')

    await dialog().getByText('Which accounts?').waitFor()
    await expect.poll(() => dialog().getByRole('checkbox').count()).toBe(2)
    await page.keyboard.press('Enter')

    await dialog().getByText('Your bank is connected').waitFor({ timeout: 20_000 })
    await expect.poll(() => dialog().getByRole('listitem').filter({ hasText: 'Matches the bank' }).count()).toBe(2)
    await inDialog(/Open overview/).click()
    await page.waitForFunction(() => window.location.hash === '#/overview')
    const accounts = await kontor.ask('accounts.list', undefined)
    expect(accounts.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED'])
    await expect.poll(() => page.getByRole('complementary').getByRole('link').filter({ hasText: '€' }).count()).toBe(2)
  })

  it('waits in the tray when its sheet is closed, and is found again after a reload', async () => {
    await page.keyboard.press('Control+Shift+R')
    await dialog().getByText('Confirm your login').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Answer' }).first().waitFor()

    await page.reload()
    await dialog().getByText('Confirm your login').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Answer' }).first().click()
    await dialog().getByRole('textbox').fill('123456')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText(/MSA: .*matches the bank/).waitFor({ timeout: 20_000 })
  })

  it('says what the bank says to a wrong TAN, and that nothing was changed', async () => {
    await goTo(page, '/connections')
    await card().getByRole('button', { name: 'Refresh' }).click()
    await dialog().getByRole('textbox').fill('000000')
    await page.keyboard.press('Enter')
    await dialog().getByText('The bank did not accept the TAN').waitFor({ timeout: 20_000 })
    await inDialog(/^Close$/).first().click()
    await card().getByText('Last refresh failed').or(card().getByText('Needs you')).first().waitFor()
  })

  it('cannot be refreshed by itself while the bank asks each time, and can once it does not', async () => {
    const edit = async () => {
      await card().getByRole('button', { name: /Actions/ }).click()
      await page.getByRole('menuitem', { name: 'Edit …' }).click()
    }
    await edit()
    await dialog().getByLabel('Refresh by itself').selectOption('daily')
    await inDialog(/^Save$/).click()
    await dialog().getByRole('alert').getByText('asks for an approval at every login').waitFor()
    await dialog().getByLabel('Refresh by itself').selectOption('off')
    await dialog().getByLabel('Name').fill('Student')
    await inDialog(/^Save$/).click()
    await dialog().waitFor({ state: 'detached' })
    await card().getByRole('button', { name: 'Refresh' }).click()
    await card().getByText('Last refresh failed').waitFor({ state: 'detached', timeout: 20_000 })
    await card().getByText('Being refreshed').waitFor({ state: 'detached', timeout: 20_000 })
    await edit()
    await dialog().getByLabel('Refresh by itself').selectOption('daily')
    await inDialog(/^Save$/).click()
    await card().getByText(/Daily at .* next on/).waitFor()
  })

  it('keeps its accounts when it goes, and comes back by undo', async () => {
    await card().getByRole('button', { name: /Actions/ }).click()
    await page.getByRole('menuitem', { name: 'Remove connection …' }).click()
    await dialog().getByText(/transactions stay/).waitFor()
    await inDialog(/^Remove connection$/).click()
    await page.getByText('No bank connected yet').waitFor()
    // The button that opened all this is gone with its card.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
    expect(await kontor.ask('accounts.list', undefined)).toHaveLength(2)
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await card().getByText('Student').first().waitFor()
    expect((await kontor.ask('connections.list', undefined))[0]?.accountIds).toHaveLength(2)
  })

  it('takes everything along when that is wished, and gives it back', async () => {
    const before = await kontor.ask('accounts.list', undefined)
    await card().getByRole('button', { name: /Actions/ }).click()
    await page.getByRole('menuitem', { name: 'Remove connection …' }).click()
    await dialog().getByRole('radio', { name: /Delete all/ }).check()
    await inDialog(/^Remove and delete$/).click()
    await page.getByText('No bank connected yet').waitFor()
    expect(await kontor.ask('accounts.list', undefined)).toEqual([])
    await page.keyboard.press('Control+z')
    await card().getByText('Student').first().waitFor()
    const after = await kontor.ask('accounts.list', undefined)
    expect(after.map(({ balance, transactionCount }) => ({ balance, transactionCount }))).toEqual(before.map(({ balance, transactionCount }) => ({ balance, transactionCount })))
  })

  it('is there after a restart, as it was', async () => {
    expect(kontor.complaints).toEqual([])
    await kontor.close()
    kontor = await openUnlocked(dataDir)
    page = kontor.page
    await goTo(page, '/connections')
    await card().getByText('Student').first().waitFor()
    await card().getByText(/Daily at .* next on/).waitFor()
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(3)
  })
})

/** The same bank over HTTP, as any other: found by its address, with each kind of TAN. */
describe('a bank that is not in the list', () => {
  let kontor: Kontor
  let page: Page
  let dataDir: string
  let bank: DemoServer

  beforeAll(async () => {
    const served = await serveDemoBank(createDemoBank({ persona: 'small', clock: systemClock, random: systemRandom, onRefusal: () => undefined }), { port: 0 })
    if (!served.ok) throw new Error(served.error)
    bank = served.value;
    ({ dataDir } = await prepareLedger())
    kontor = await openUnlocked(dataDir)
    page = kontor.page
  })
  afterEach(async ({ task }) => { if (task.result?.state === 'fail') await picture(page, `connections-${task.name.slice(0, 30)}`) })
  afterAll(async () => {
    await kontor.close()
    await bank.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  const dialog = () => page.getByRole('dialog')

  async function login(user: string, pin: string): Promise<void> {
    await goTo(page, '/connections')
    await page.getByRole('main').getByRole('button', { name: 'Connect a bank …' }).click()
    await dialog().getByRole('button', { name: 'Enter its address' }).click()
    await dialog().getByLabel('Address of the bank').fill(bank.url)
    await dialog().getByLabel('Bank code').fill('00000000')
    await page.keyboard.press('Enter')
    // The bank has told what it calls this field.
    await dialog().getByLabel('Anmeldename').fill(user)
    await dialog().getByLabel('PIN or password').fill(pin)
    await page.keyboard.press('Enter')
  }

  it('says how many attempts are left after a wrong PIN, and keeps the login', async () => {
    await login('small', '99999')
    await dialog().getByText(/attempts left: 2/).waitFor()
    expect(await dialog().getByLabel('Anmeldename').inputValue()).toBe('small')
    expect(await dialog().getByLabel('PIN or password').inputValue()).toBe('')
    expect(await kontor.ask('connections.list', undefined)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it.each([['small-chip', '.flicker'], ['small-photo', '.picture img'], ['small-qr', '.picture img']])('shows %s what its reader needs', async (user, shown) => {
    await login(user, DEMO_PIN)
    await dialog().getByText('Which accounts?').waitFor()
    await page.keyboard.press('Enter')
    await page.locator(shown).waitFor()
    expect(await page.locator(shown).evaluate((element) => !(element instanceof HTMLImageElement) || element.naturalWidth > 0)).toBe(true)
    expect(await findings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Stop and go back' }).click()
    await dialog().getByLabel('Anmeldename').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('goes on by itself once an app has approved', async () => {
    await login('small-push', DEMO_PIN)
    await dialog().getByText('Which accounts?').waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByText('Kontor asks the bank now and then').waitFor()
    await dialog().getByText('Your bank is connected').waitFor({ timeout: 30_000 })
    expect(await findings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Open overview' }).click()
  })

  it('is an OFX bank: entered by hand, its certificate seen and trusted, its questions answered, and ends in a receipt', async () => {
    const surroundings = { clock: systemClock, random: systemRandom }
    const served = await serveDemoBank(createDemoBank({ persona: 'small', ...surroundings }), { port: 0, tls: throwAwayCertificate(systemClock, systemRandom), ofx: createOfxBank(surroundings) })
    if (!served.ok) throw new Error(served.error)
    onTestFinished(() => served.value.close())
    await goTo(page, '/connections')
    await page.getByRole('main').getByRole('button', { name: /Connect a bank/ }).first().click()
    await dialog().getByRole('button', { name: 'Enter its address' }).click()
    await dialog().getByRole('radio', { name: /United States/ }).check({ force: true })
    await dialog().getByLabel('OFX address').fill(served.value.ofxUrl)
    await dialog().getByLabel('ORG').fill('Harbor Federal')
    await dialog().getByLabel('FID').fill('90210')
    await page.keyboard.press('Enter')
    await dialog().getByText(/is not secure, so nothing was sent/).waitFor()
    await dialog().getByRole('button', { name: 'Look at the certificate' }).click()
    await dialog().getByRole('button', { name: 'It is the same, trust it' }).click()
    await dialog().getByText(/Harbor Federal answers, in OFX/).waitFor()
    expect(await findings(page)).toEqual([])
    await dialog().getByLabel('Login name (USERID)').fill('us-mfa')
    await dialog().getByLabel('Password', { exact: true }).fill(OFX_PASSWORD)
    await page.keyboard.press('Enter')
    await dialog().getByText('Your bank asks').waitFor()
    for (const [index, answer] of [OFX_ANSWERS['MFA13'] ?? '', OFX_ANSWERS['123'] ?? ''].entries()) await dialog().getByRole('textbox').nth(index).fill(answer)
    await page.keyboard.press('Enter')
    await dialog().getByText('Which accounts?').waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByText('Your bank is connected').waitFor({ timeout: 30_000 })
    const connections = await kontor.ask('connections.list', undefined)
    expect(connections.map(({ access }) => access?.pinned?.subject)).toContain('CN=Kontor demo bank')
    expect((await kontor.ask('institutions.list', undefined)).map(({ fid }) => fid)).toEqual(['90210'])
    await dialog().getByRole('button', { name: 'Open overview' }).click()
  })

  it.each(LOOKS)('has a page that everyone can use in %s %s', async (theme, language) => {
    await dress(kontor, theme, language)
    await goTo(page, '/connections')
    await page.getByRole('article').first().waitFor()
    expect(await findings(page), 'page').toEqual([])
    await page.getByRole('article').getByRole('button').last().click()
    await page.getByRole('menuitem').first().click()
    await dialog().locator('form').waitFor()
    expect(await findings(page), 'edit').toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('article').getByRole('button').last().click()
    await page.getByRole('menuitem').last().click()
    await dialog().getByRole('radio').first().waitFor()
    expect(await findings(page), 'remove').toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('main').getByRole('button').first().click()
    await dialog().getByRole('option').first().waitFor()
    expect(await findings(page), 'search').toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog().getByRole('radio').first().waitFor()
    expect(await findings(page), 'login').toEqual([])
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(kontor.complaints).toEqual([])
  })
})

async function openUnlocked(dataDir: string): Promise<Kontor> {
  const kontor = await openKontor({ dataDir })
  kontor.page.setDefaultTimeout(15_000)
  await kontor.page.locator('input[type=password]').fill(PASSPHRASE)
  await kontor.page.keyboard.press('Enter')
  await kontor.page.getByRole('navigation').first().waitFor()
  return kontor
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => { window.location.hash = hash }, path)
  await page.waitForFunction((hash) => window.location.hash === `#${hash}`, path)
}
