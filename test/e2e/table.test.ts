import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '#main/platform/clock.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { openKontor, PASSPHRASE, prepareLedger, type Kontor } from './harness.ts'

/** The table of transactions over ten years of a household, with the keyboard alone unless it says otherwise. */
const ROWS = 10_000
let kontor: Kontor
let page: Page
let dataDir: string

beforeAll(async () => {
  ({ dataDir } = await prepareLedger({ files: [{ name: 'ten-years.ofx', bytes: writeOfxHistory({ seed: 5, today: systemClock.today(), dialect: 'xml', rows: ROWS, persona: 'us' }) }] }))
  await open()
})
afterAll(async () => {
  await kontor.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function open(): Promise<void> {
  kontor = await openKontor({ dataDir })
  page = kontor.page
  page.setDefaultTimeout(15_000)
  await page.locator('input[type=password]').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

const grid = () => page.getByRole('grid')
const focusedRow = () => page.evaluate(() => Number(document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')))
const rowCount = async () => Number(await grid().getAttribute('aria-rowcount')) - 1
const cellText = (row: number, column: string) => grid().locator(`[aria-rowindex="${row}"] .${column}`).innerText()
const footer = () => page.locator('.foot').innerText()

it('shows everything, and the year that the top bar names until that is taken off', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await grid().getByRole('gridcell').first().waitFor()
  await expect.poll(rowCount).toBe(ROWS)
  await page.getByRole('button', { name: /^Period:/ }).click()
  await page.getByRole('button', { name: 'Last 12 months' }).click()
  await expect.poll(rowCount).toBeLessThan(ROWS)
  await page.getByRole('button', { name: 'Remove filter: Last 12 months' }).click()
  await expect.poll(rowCount).toBe(ROWS)
  expect(await footer()).toContain('10,000 transactions')
})

it('walks from the first row to the last with a few dozen elements', async () => {
  await page.keyboard.press('j')
  expect(await focusedRow()).toBe(3)
  await page.keyboard.press('End')
  await expect.poll(focusedRow).toBe(ROWS + 1)
  await expect.poll(() => grid().locator('[role=row][aria-busy=true]').count()).toBe(0)
  expect(await grid().getByRole('row').count()).toBeLessThanOrEqual(60)
  await page.keyboard.press('PageUp')
  await expect.poll(focusedRow).toBeLessThan(ROWS + 1)
  await page.keyboard.press('Home')
  await expect.poll(focusedRow).toBe(2)
})

it('edits payee, category and note in place, and takes each back with one key', async () => {
  await expect.poll(focusedRow).toBe(2)
  const before = await cellText(2, 'payee')
  await page.keyboard.press('p')
  await page.keyboard.type('Corner Shop')
  await page.keyboard.press('Tab')
  await page.locator('input[role=combobox]').waitFor()
  await page.keyboard.type('groc')
  await page.keyboard.press('Enter')
  await expect.poll(() => cellText(2, 'payee')).toBe('Corner Shop')
  await expect.poll(() => cellText(2, 'category')).toBe('Groceries')
  await page.keyboard.press('n')
  await page.keyboard.type('shared with Ann')
  await page.keyboard.press('Enter')
  await expect.poll(() => cellText(2, 'purpose')).toContain('shared with Ann')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
  await expect.poll(() => cellText(2, 'payee')).toBe(before)
  await expect.poll(() => cellText(2, 'category')).not.toBe('Groceries')
  await expect.poll(() => cellText(2, 'purpose')).not.toContain('shared')
})

it('steps from cell to cell with Tab, and on to the next row', async () => {
  await page.keyboard.press('p')
  await page.keyboard.press('Tab')
  await page.locator('input[role=combobox]').waitFor()
  await page.keyboard.press('Tab')
  await grid().locator('[aria-rowindex="2"] .purpose input').waitFor()
  await page.keyboard.press('Tab')
  await grid().locator('[aria-rowindex="3"] .payee input').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await expect.poll(focusedRow).toBe(2)
})

it('chooses rows by their boxes too', async () => {
  const box = (row: number) => grid().locator(`[aria-rowindex="${row}"] .mark label`)
  await box(4).click()
  await box(6).click({ modifiers: ['Shift'] })
  await page.getByText('3 selected').first().waitFor()
  expect(await grid().locator('input:checked').count()).toBe(3)
  await box(5).click()
  await page.getByText('2 selected').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.bulk').waitFor({ state: 'detached' })
  await page.keyboard.press('Home')
})

it('keeps what is being typed about a row while the ledger changes under it', async () => {
  await page.keyboard.press('i')
  await page.locator('.details textarea').fill('half a thought')
  const [row] = await kontor.ask('transactions.page', { filter: {}, after: null, limit: 1 })
  await kontor.ask('transactions.edit', { ids: [row?.id ?? 0], change: { categoryId: 'leisure.gambling' } })
  await expect.poll(() => page.locator('.details input[role=combobox]').inputValue()).toBe('Lottery & betting')
  expect(await page.locator('.details textarea').inputValue()).toBe('half a thought')
  await page.keyboard.press('Escape')
  await page.locator('.details').waitFor({ state: 'detached' })
  expect((await kontor.ask('transactions.page', { filter: {}, after: null, limit: 1 }))[0]?.notes).toBe('')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await kontor.ask('history.state', undefined)).redo?.label).toBe('edit-category')
})

it('drops what was typed on Escape', async () => {
  const before = await cellText(2, 'payee')
  const steps = async () => JSON.stringify(await kontor.ask('history.state', undefined))
  const made = await steps()
  await page.keyboard.press('p')
  await page.keyboard.type('never')
  await page.keyboard.press('Escape')
  expect(await cellText(2, 'payee')).toBe(before)
  expect(await steps()).toBe(made)
})

it('adds up what is chosen, edits it in one step and undoes that in one', async () => {
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('5 selected').first().waitFor()
  const rows = await kontor.ask('transactions.page', { filter: {}, after: null, limit: 5 })
  const categories = async () => (await kontor.ask('transactions.page', { filter: {}, after: null, limit: 6 })).map(({ categoryId }) => categoryId)
  const before = await categories()
  const cents = rows.reduce((sum, { amount }) => sum + amount.minor, 0)
  const amount = (Math.abs(cents) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
  await expect.poll(footer).toContain(amount)
  await page.keyboard.press('c')
  await page.keyboard.type('rent')
  await page.keyboard.press('Enter')
  await expect.poll(categories).toEqual([...Array<string>(5).fill('housing.rent'), before[5]])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(categories).toEqual(before)
  await page.keyboard.press('Escape')
})

it('narrows by search as one types, tells filtered from empty, and leads back', async () => {
  await page.keyboard.press('/')
  await page.keyboard.type('qqqq')
  await page.getByText('Nothing matches').waitFor()
  await page.locator('main .empty').getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(rowCount).toBe(ROWS)
})

it('remembers the width a column was given, over a restart', async () => {
  const width = () => grid().locator('.heading.date').evaluate((element) => Math.round(element.getBoundingClientRect().width))
  const before = await width()
  await page.keyboard.press('j')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(width).toBe(before + 16)
  await kontor.close()
  await open()
  await grid().getByRole('gridcell').first().waitFor()
  expect(await width()).toBe(before + 16)
  expect(kontor.complaints).toEqual([])
})
