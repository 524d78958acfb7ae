import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ofx, type Line } from '../fixtures/statement.ts'
import { dropFiles, openKontor, PASSPHRASE, prepareLedger, type Kontor } from './harness.ts'

/** Deciding about rows in the import sheet, each step on what the one before has left. */
const line = (id: string, on: string, amount: string, name: string): Line => ({ id, on, amount, name })
const MAY = [line('a', '2026-05-02', '-10.00', 'BAKERY'), line('b', '2026-05-03', '-20.00', 'BUTCHER'), line('c', '2026-05-04', '-30.00', 'GROCER')]
const file = (name: string, lines: readonly Line[], balance: string, asOf = '2026-05-04') => ({ name, bytes: new TextEncoder().encode(ofx({ lines, balance: { amount: balance, asOf } })) })

let kontor: Kontor
let page: Page
let dataDir: string

beforeAll(async () => {
  ({ dataDir } = await prepareLedger())
  kontor = await openKontor({ dataDir })
  page = kontor.page
  page.setDefaultTimeout(15_000)
  await page.locator('input[type=password]').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
})
afterAll(async () => {
  await kontor.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const equation = async () => (await page.locator('.dialog-foot .equation').innerText()).replace(/\s+/g, ' ')
const payees = async () => (await kontor.ask('transactions.page', { filter: {}, after: null, limit: 100 })).map(({ payee }) => payee)
const sheet = () => page.getByRole('dialog')

it('begins where a person with an empty ledger is led', async () => {
  await page.getByRole('button', { name: 'Import a file' }).click()
  await sheet().getByText('Choose files …').waitFor()
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
})

it('names the new account as it is told, and leaves out a row with one key', async () => {
  await dropFiles(page, [file('may.ofx', MAY, '1000.00')])
  await sheet().getByRole('grid').waitFor()
  expect(await equation()).toBe('3 rows = 3 new + 0 duplicates + 0 matches + 0 skipped + 0 problems')
  await sheet().getByLabel('Name of the new account').fill('Household')
  await sheet().getByLabel('Name of the new account').press('Tab')
  await sheet().getByRole('gridcell', { name: 'BUTCHER' }).click()
  await page.keyboard.press('s')
  await expect.poll(equation).toBe('3 rows = 2 new + 0 duplicates + 0 matches + 1 skipped + 0 problems')
  await page.keyboard.press('Control+Enter')
  await sheet().getByText('Here is your receipt.').waitFor()
  await page.keyboard.press('Escape')
  expect(await payees()).toEqual(['GROCER', 'BAKERY'])
  expect((await kontor.ask('accounts.list', undefined)).map(({ name }) => name)).toEqual(['Household'])
})

it('recognises the account and what is there, and offers the row that was left out again', async () => {
  await dropFiles(page, [file('may-again.ofx', MAY, '1000.00')])
  await sheet().getByRole('grid').waitFor()
  expect(await equation()).toBe('3 rows = 1 new + 2 duplicates + 0 matches + 0 skipped + 0 problems')
  expect(await sheet().getByLabel('Goes into').locator('option:checked').innerText()).toBe('Household')
  await sheet().getByRole('tab', { name: /Duplicates/ }).click()
  await sheet().getByRole('gridcell', { name: 'GROCER' }).click()
  await sheet().locator('.compare').getByText('Same id, date and amount as a transaction you have').waitFor()
  expect(await sheet().locator('.compare').innerText()).toContain('In your ledger')
  await page.getByRole('button', { name: 'Cancel import' }).click()
  await sheet().waitFor({ state: 'detached' })
  expect(await payees()).toEqual(['GROCER', 'BAKERY'])
})

it('takes two equal purchases of one day for two, as the file says', async () => {
  const twice = [line('d', '2026-05-05', '-4.50', 'KIOSK'), line('e', '2026-05-05', '-4.50', 'KIOSK')]
  await dropFiles(page, [file('kiosk.ofx', twice, '991.00', '2026-05-05')])
  await page.getByRole('button', { name: 'Import 2 transactions' }).click()
  await sheet().getByText('Here is your receipt.').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  expect((await payees()).filter((payee) => payee === 'KIOSK')).toHaveLength(2)
})

it('names the first day on which bank and ledger part, and shows it with the account', async () => {
  await dropFiles(page, [file('gap.ofx', [line('f', '2026-05-30', '-1.00', 'LATE FEE')], '500.00', '2026-05-31')])
  await sheet().getByRole('grid').waitFor()
  await sheet().getByText(/Off by/).waitFor()
  await page.getByRole('button', { name: 'Import 1 transaction' }).click()
  await page.getByRole('button', { name: 'Show transactions' }).click()
  await page.getByRole('grid').getByText('LATE FEE').waitFor()
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2')
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts', exact: true }).click()
  await page.locator('main').getByRole('link', { name: 'Household' }).click()
  await page.locator('main').getByText(/The bank says \$500\.00/).waitFor()
})

it('keeps the rows of a good file when its neighbours are none', async () => {
  const broken = [{ name: 'empty.ofx', bytes: new Uint8Array() }, { name: 'photo.jpg', bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0, 0, 1, 2, 3]) }]
  await dropFiles(page, [...broken, file('june.ofx', [line('g', '2026-06-01', '-2.00', 'ICE CREAM')], '498.00', '2026-06-01')])
  await sheet().getByRole('grid').waitFor()
  await sheet().getByText('The file is empty.').waitFor()
  await expect.poll(() => sheet().getByText('photo.jpg').count()).toBe(1)
  await page.getByRole('button', { name: 'Import 1 transaction' }).click()
  await sheet().getByText('Here is your receipt.').waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await payees()).toContain('ICE CREAM')
  expect(kontor.complaints).toEqual([])
})
