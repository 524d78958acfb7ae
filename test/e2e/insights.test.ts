import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { addMonths, localDate } from '#shared/dates.ts'
import { systemClock } from '#main/platform/clock.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { openKontor, PASSPHRASE, prepareLedger, type Kontor } from './harness.ts'

/** Questions asked in the real app, and their answers taken home as files: each step in the same window. */
const history = { name: 'household.ofx', bytes: writeOfxHistory({ seed: 11, today: systemClock.today(), dialect: 'sgml', months: 18, persona: 'de' }) }
/** The first day that the window asks for: a year, the current month being its last. */
const FROM = addMonths(localDate(`${systemClock.today().slice(0, 7)}-01`), -11)
const KEYS = ['spending', 'cash-flow', 'savings-rate', 'net-worth', 'comparison', 'available', 'forecast', 'contracts', 'flow']

let kontor: Kontor
let page: Page
let dataDir: string
const AMOUNT = /€|\d[.,]\d{2}(?!\d)/
const PATIENCE = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'kontor-saved-'))

beforeAll(async () => {
  ({ dataDir } = await prepareLedger({ files: [history] }))
  kontor = await openKontor({ dataDir })
  page = kontor.page
  page.setDefaultTimeout(15_000)
  await kontor.app.evaluate(({ BrowserWindow, dialog }, into) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900)
    // The one thing that a test cannot click: where the system's own dialog would save.
    dialog.showSaveDialog = (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
      return Promise.resolve({ canceled: false, filePath: `${into}/${defaultPath.split(/[/\\]/).at(-1) ?? ''}` })
    }
  }, folder)
  await page.locator('input[type=password]').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
})
afterAll(async () => {
  await kontor.close()
  for (const made of [dataDir, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 5 })
})
beforeEach(() => { for (const file of readdirSync(folder)) rmSync(join(folder, file)) })

const answer = (question = '') => page.locator(question === '' ? '.answer' : `.answer[data-question="${question}"]`)
const sheet = () => page.getByRole('dialog')
const table = (name: string | RegExp) => answer().getByRole('region', { name })
const minorOf = async (within: ReturnType<Page['locator']>): Promise<number> => Number(await within.locator('data.money').first().getAttribute('value'))

async function open(question: string): Promise<void> {
  await page.evaluate((hash) => { window.location.hash = hash }, `/insights/${question}`)
  await answer(question).locator('.report-head').waitFor()
}

async function save(item: string | RegExp): Promise<Buffer> {
  await answer().getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  const saved = (): string | undefined => readdirSync(folder).find((name) => /^Kontor-.*\.(csv|png|pdf)$/.test(name))
  await expect.poll(saved, PATIENCE).toBeDefined()
  const file = saved() ?? ''
  const bytes = readFileSync(join(folder, file))
  rmSync(join(folder, file))
  return bytes
}

/** RFC 4180, as a spreadsheet reads it. */
const lines = (csv: Buffer): string[][] => csv.toString('utf8').replace(/^\uFEFF/, '').trimEnd().split('\r\n')
  .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field.replace(/^"|"$/g, '').replaceAll('""', '"')).slice(0, -1))

it('finds what comes back by itself, before anybody asks', async () => {
  await expect.poll(async () => (await kontor.ask('contracts.list', {})).contracts.length, PATIENCE).toBeGreaterThan(2)
  await expect.poll(async () => (await kontor.ask('operations.list', undefined)).length, PATIENCE).toBe(0)
  // Categories come in the background, and with them the figures that are looked at below.
  let before = ''
  await expect.poll(async () => {
    const rows = JSON.stringify(await kontor.ask('transactions.page', { filter: {}, after: null, limit: 500 }))
    const isSettled = rows === before
    before = rows
    return isSettled
  }, { ...PATIENCE, interval: 500 }).toBe(true)
})

it('answers nine questions by their digits, and every one from the list', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await answer().waitFor()
  for (const [index, question] of KEYS.entries()) {
    await page.keyboard.press(String(index + 1))
    await answer(question).locator('.report-head').waitFor()
  }
  const links = page.getByRole('navigation', { name: 'Questions' }).getByRole('link')
  expect(await links.count()).toBe(22)
  await links.filter({ hasText: 'Shops and people' }).click()
  await answer().getByRole('heading', { name: 'Who gets the most?' }).waitFor()
  await expect.poll(() => answer().innerText(), PATIENCE).toMatch(/ to .*all accounts.*in EUR/s)
})

it('shows the rows of a figure, which add up to it', async () => {
  await open('spending')
  const total = table('By category').getByRole('row', { name: /^Housing/ }).getByRole('button').first()
  let figure = 0
  // A figure stands there until a newer one comes: its rows are those of the moment in which they are asked for.
  await expect.poll(async () => {
    await page.keyboard.press('Escape')
    await sheet().waitFor({ state: 'detached' })
    figure = await minorOf(total)
    await total.click()
    return await minorOf(sheet().locator('.sum')) - figure
  }, PATIENCE).toBe(0)
  expect(figure).toBeGreaterThan(0)
  for (const more = sheet().getByRole('button', { name: /^Show more/ }); await more.isVisible();) {
    const shown = await sheet().getByRole('listitem').count()
    await more.click()
    await expect.poll(() => sheet().getByRole('listitem').count(), PATIENCE).toBeGreaterThan(shown)
  }
  const parts = await sheet().locator('li').evaluateAll((items) => items.map((item) => Number(item.querySelector('.amounts data')?.getAttribute('value'))))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(figure)
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
})

it('leads from a mark of a chart to its rows by keyboard alone', async () => {
  await open('cash-flow')
  await answer().locator('canvas').waitFor()
  const marks = answer().getByRole('list', { name: /^Values of the chart/ }).getByRole('button')
  await marks.first().focus()
  await page.keyboard.press('ArrowRight')
  const told = await page.locator(':focus').innerText()
  await page.keyboard.press('Enter')
  await sheet().locator('.sum').waitFor()
  expect(told).toContain(await sheet().locator('.sum data').innerText())
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
})

it('compares with the period before, and leads to the rows of that one', async () => {
  await open('spending')
  await page.keyboard.press('Escape')
  await answer().getByLabel('Compare with').selectOption('previous')
  const { compared } = await kontor.ask('reports.run', { name: 'spending', from: FROM, compare: 'previous' })
  const before = table('By category').getByRole('row', { name: /^Total/ }).getByRole('button').last()
  await before.click()
  await sheet().locator('li time').first().waitFor()
  const days = await sheet().locator('li time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  const period = compared?.period
  expect(days.filter((day) => day < (period?.from ?? '') || day > (period?.to ?? '9'))).toEqual([])
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await answer().getByRole('button', { name: 'Reset' }).click()
})

it('saves a table as CSV with the exact figures', async () => {
  await open('cash-flow')
  const csv = lines(await save(/as CSV/))
  const report = await kontor.ask('reports.run', { name: 'cash-flow', from: FROM })
  if (report.report !== 'cash-flow') throw new Error('another report')
  const last = report.total.months.at(-1)
  expect(csv[0]?.slice(0, 3)).toEqual(['Month', 'Income (EUR)', 'Spending (EUR)'])
  expect(csv.some((line) => line.includes(((last?.income.minor ?? 0) / 100).toFixed(2)) && line.includes(((last?.spending.minor ?? 0) / 100).toFixed(2)))).toBe(true)
  expect(new Set(csv.map(({ length }) => length)).size).toBe(1)
})

it('saves the chart as a picture that stands on its own', async () => {
  await open('cash-flow')
  await answer().locator('canvas').waitFor()
  const png = await save('Chart as picture')
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const drawn = await answer().locator('canvas').evaluate((canvas) => ({ width: (canvas as HTMLCanvasElement).width, height: (canvas as HTMLCanvasElement).height }))
  // Above the chart stand its question, period and unit.
  expect([width >= drawn.width, height > drawn.height]).toEqual([true, true])
})

it('draws in every colour for whoever wants no motion, and all of the ways of money while one is looked at', async () => {
  const colours = (): Promise<number> => answer().locator('canvas').evaluate((canvas) => {
    const { data = [] } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, (canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height) ?? {}
    const pixels = new Map<string, number>()
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) { const key = `${data[at]},${data[at + 1]},${data[at + 2]}`; pixels.set(key, (pixels.get(key) ?? 0) + 1) }
    return [...pixels.values()].filter((count) => count > 40).length
  })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open('flow')
  await expect.poll(colours, PATIENCE).toBeGreaterThan(6)
  const before = await colours()
  await answer().getByRole('list', { name: /^Values of the chart/ }).getByRole('button').last().focus()
  await expect.poll(colours, PATIENCE).toBeGreaterThan(before - 2)
  await page.emulateMedia({ reducedMotion: null })
})

it('saves the page as PDF and prints it', async () => {
  await open('tax-year')
  const pdf = (await save('Page as PDF')).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  // Every row of two years, not what fits into the window.
  expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(1)
  await page.evaluate(() => { window.print = () => { document.body.dataset['printed'] = 'yes' } })
  await page.keyboard.press('Control+p')
  await expect.poll(() => page.evaluate(() => document.body.dataset['printed']), PATIENCE).toBe('yes')
})

it('takes the tax year home, topic by topic, with its rows', async () => {
  await open('tax-year')
  const overview = lines(await save('By topic as CSV'))
  expect(overview[0]).toEqual(['Topic', 'Year', 'Sum (EUR)', 'Number'])
  const [, first] = overview
  const rows = lines(await save(`${first?.[0] ?? ''} ${(first?.[1] ?? '').slice(0, 4)} as CSV`))
  const cents = (text: string | undefined): number => Math.round(Number(text) * 100)
  // Between the titles and the sum.
  expect(rows.slice(1, -1).reduce((sum, row) => sum + cents(row[2]), 0)).toBe(cents(first?.[2]))
  expect([rows.at(-1)?.[2], rows.length - 2]).toEqual([first?.[2], Number(first?.[3])])
})

it('hides every amount in answers, charts, rows and pictures while amounts are hidden', async () => {
  await kontor.ask('preferences.set', { privacyMode: true })
  for (const link of await page.getByRole('navigation', { name: 'Questions' }).getByRole('link').all()) {
    await link.click()
    await answer().locator('.report-head').waitFor()
    const question = await link.innerText()
    expect(await answer().locator('data.money').count(), question).toBe(0)
    // What a bank has written in a purpose stays as it is.
    expect((await answer().locator('.report-head, .leads, .notes, .walker').allInnerTexts()).join('\n'), question).not.toMatch(AMOUNT)
  }
  await open('spending')
  await table('By category').getByRole('row', { name: /^Total/ }).getByRole('button').first().click()
  await sheet().locator('li').first().waitFor()
  expect(await sheet().innerText()).not.toMatch(AMOUNT)
  await page.keyboard.press('Escape')
  await sheet().waitFor({ state: 'detached' })
  await kontor.ask('preferences.set', { privacyMode: false })
})

it('has left nothing behind in the console, and no file half written', () => {
  expect(kontor.complaints).toEqual([])
  expect(existsSync(folder) && readdirSync(folder)).toEqual([])
})
