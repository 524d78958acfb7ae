import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { ofx } from '../fixtures/statement.ts'
import { dropFiles, freshDataDir, openKontor, PASSPHRASE, type Kontor } from './harness.ts'

const FEBRUARY = ofx({
  lines: [
    { id: 'f1', on: '2026-02-03', amount: '-12.50', name: 'CORNER BAKERY', memo: 'Bread and rolls' },
    { id: 'f2', on: '2026-02-04', amount: '2000.00', name: 'EMPLOYER INC', memo: 'Salary' },
    { id: 'f3', on: '2026-02-10', amount: '-800.00', name: 'LANDLORD', memo: 'Rent' },
  ],
  balance: { amount: '3187.50', asOf: '2026-02-28' },
})
/** Overlaps with February by one row and brings another. */
const MARCH = ofx({
  lines: [
    { id: 'f3', on: '2026-02-10', amount: '-800.00', name: 'LANDLORD', memo: 'Rent' },
    { id: 'm1', on: '2026-03-02', amount: '-45.67', name: 'GROCER', memo: 'Weekly shopping' },
  ],
  balance: { amount: '3141.83', asOf: '2026-03-31' },
})

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** One person's first hour with Kontor, in order: each step finds what the one before has left. */
describe('from the first start to the second', () => {
  const dataDir = freshDataDir()
  let kontor: Kontor
  let page: Page

  const open = async (): Promise<void> => {
    kontor = await openKontor({ dataDir })
    page = kontor.page
    page.setDefaultTimeout(15_000)
  }
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
  const accountBalance = async () => (await kontor.ask('accounts.list', undefined)).map(({ balance }) => balance.minor)

  beforeAll(open)
  afterAll(async () => {
    await kontor.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('makes an encrypted ledger in three steps, with a recovery key', async () => {
    await button(page, 'Continue').click()
    const secrets = page.locator('input[type=password]')
    await secrets.first().waitFor()
    for (let index = 0; index < await secrets.count(); index += 1) await secrets.nth(index).fill(PASSPHRASE)
    await button(page, 'Create ledger').click()
    await page.getByText('Keep this recovery key').waitFor()
    expect(await page.locator('body').innerText()).toMatch(/([0-9A-Z]{5}\s+){7}[0-9A-Z]{5}/)
    await page.getByRole('checkbox').check()
    await button(page, 'Continue').click()
    await page.getByText('Step 3 of 3').waitFor()
    expect(await kontor.ask('app.state', undefined)).toMatchObject({ phase: 'open', encrypted: true, canLock: true })
  })

  it('imports a dropped file after showing every row, and the bank’s balance against ours', async () => {
    await dropFiles(page, [file('february.ofx', FEBRUARY)])
    await button(page, 'Import 3 transactions').waitFor()
    const sheet = page.getByRole('dialog')
    // The sheet is built over several painted frames.
    for (const text of ['3 rows', 'Matches the bank', 'LANDLORD']) await expect.poll(() => sheet.innerText()).toContain(text)
    expect(await accountBalance()).toEqual([])
    await button(page, 'Import 3 transactions').click()
    await page.getByText('Here is your receipt.').waitFor()
    await button(page, 'Done').click()
    expect(await accountBalance()).toEqual([318_750])
  })

  it('adds only what is new from a file that overlaps, and nothing from one that comes again', async () => {
    await dropFiles(page, [file('march.ofx', MARCH), file('february.ofx', FEBRUARY)])
    await button(page, 'Import 1 transaction').waitFor()
    await expect.poll(() => page.getByRole('dialog').innerText()).toContain('4 duplicates')
    await button(page, 'Import 1 transaction').click()
    await button(page, 'Done').click()
    expect(await accountBalance()).toEqual([314_183])
  })

  it('leaves no trace of an import that is cancelled', async () => {
    await dropFiles(page, [file('other.ofx', ofx({ account: '2002', lines: [{ id: 'o1', on: '2026-03-01', amount: '1.00' }] }))])
    await button(page, 'Import 1 transaction').waitFor()
    await button(page, 'Cancel import').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await kontor.ask('accounts.list', undefined)).toHaveLength(1)
    expect(await kontor.ask('operations.list', undefined)).toEqual([])
  })

  it('says in one sentence why a file cannot be read', async () => {
    await dropFiles(page, [file('letter.txt', 'Dear customer')])
    await page.getByText('Kontor does not know this kind of file.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('searches, walks the list by keyboard, edits a payee and takes that back', async () => {
    await goTo('Transactions')
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('rent')
    await page.getByRole('grid').getByText('LANDLORD').waitFor()
    await page.getByRole('grid').getByText('GROCER', { exact: true }).waitFor({ state: 'detached' })
    await kontor.ask('transactions.edit', { ids: [(await kontor.ask('transactions.page', { filter: { search: 'rent' }, after: null, limit: 1 }))[0]?.id ?? 0], change: { payee: 'Hausverwaltung' } })
    await page.getByRole('grid').getByText('Hausverwaltung').waitFor()
    await page.getByRole('grid').getByText('Hausverwaltung').click()
    await page.keyboard.press('Control+z')
    await page.getByRole('grid').getByText('LANDLORD').waitFor()
  })

  it('reverts a batch from the history, and undoes that', async () => {
    const [march] = await kontor.ask('imports.history', undefined)
    await goTo('Imports')
    // From its receipt: the sheet stays open, and Undo is within reach above it.
    await button(page, 'Receipt of march.ofx').click()
    await button(page, 'Revert import …').click()
    await page.getByText('1 transaction is removed.').waitFor()
    await button(page, 'Revert import').click()
    await page.getByText('Import reverted.').first().waitFor()
    expect(await accountBalance()).toEqual([318_750])
    await page.locator('.toast', { hasText: 'Import reverted.' }).getByText('Undo').click()
    await expect.poll(accountBalance).toEqual([314_183])
    expect(march).toBeDefined()
  })

  it('locks to a screen without an amount and opens only with the passphrase', async () => {
    await button(page, /^Lock/).click()
    await page.locator('input[type=password]').waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/\d{3}[.,]\d{2}|LANDLORD/)
    expect(await kontor.reply('accounts.list', undefined)).toMatchObject({ ok: false, error: { kind: 'locked' } })
    await page.locator('input[type=password]').fill('not this one')
    await page.keyboard.press('Enter')
    await page.getByText('That is not the passphrase or recovery key of this ledger.').waitFor()
    await page.locator('input[type=password]').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })

  it('has everything again after a restart, on the page that was open last', async () => {
    await goTo('Transactions')
    await page.getByRole('grid').waitFor()
    await kontor.close()
    await open()
    await page.locator('input[type=password]').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('grid').getByText('GROCER', { exact: true }).waitFor()
    expect(await accountBalance()).toEqual([314_183])
    expect(kontor.complaints).toEqual([])
  })
})
