/** Walks through the app as a new user would and takes the README's pictures. Runs on our own Node, inside a display. */
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { addDays, localDate } from '../../shared/dates.ts'
import { writeOfxHistory } from '../../src-main/demo-bank/ofx-history.ts'
import { systemClock } from '../../src-main/platform/clock.ts'
import { PASSPHRASE, dropFiles, openKontor, prepareLedger } from '../../test/e2e/harness.ts'
import { inRoot } from './house.js'
import { say } from './voice.js'

const FOLDER = inRoot('docs', 'screenshots')
const SIZE = { width: 1200, height: 780 }
/** A README must load on a train. */
const BYTES_MAX = 200_000

const SEED = 1
const MONTHS = 36
/** The last days are left for the file that is imported on camera. */
const LEFT_DAYS = 12

/** @typedef {import('../../test/e2e/harness.ts').Kontor} Kontor */

/**
 * @param {'us' | 'de'} persona
 * @param {{ months: number, days: number }} until how much of the past, and how many of the last days to leave out
 */
const history = (persona, { months, days }) => writeOfxHistory({ seed: SEED, persona, dialect: 'xml', months, today: localDate(addDays(systemClock.today(), -days)) })

/**
 * @param {Kontor} kontor
 * @param {string} name
 */
async function take({ page }, name) {
  // Focus rings, tool tips and transitions are for those who use the window, not for its portrait.
  await page.mouse.move(SIZE.width - 1, SIZE.height - 1)
  await page.waitForTimeout(600)
  const file = path.join(FOLDER, `${name}.png`)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
  const { size } = await stat(file)
  say(`${path.relative(inRoot(), file)} (${Math.round(size / 1000)} kB)`)
  if (size > BYTES_MAX) throw new Error(`${name}.png is larger than ${BYTES_MAX} bytes`)
}

/**
 * @param {Parameters<typeof openKontor>[0]} opening
 * @param {(kontor: Kontor) => Promise<void>} visit
 */
async function visit(opening, visit) {
  const kontor = await openKontor(opening)
  try {
    await kontor.app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), SIZE)
    await visit(kontor)
  } finally {
    await kontor.close()
  }
}

/** @param {Kontor} kontor */
async function unlock({ page }) {
  await page.locator('input[autocomplete="current-password"]').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

/**
 * @param {Kontor} kontor
 * @param {string} route
 */
async function go({ page }, route) {
  await page.evaluate((to) => { location.hash = `#${to}` }, route)
  await page.waitForTimeout(800)
}

/**
 * A bank's file knows numbers only; people give names.
 * @param {Kontor} kontor
 * @param {Record<string, string>} names by type of account
 */
async function nameAccounts({ ask }, names) {
  for (const { id, type } of await ask('accounts.list', undefined)) await ask('accounts.edit', { id, name: names[type] ?? type })
}

/**
 * The same walk in another language, light and currency.
 * @param {'us' | 'de'} persona
 * @param {{ language: 'en' | 'de', theme: 'light' | 'dark', baseCurrency: string, names: Record<string, string>, suffix: string }} style
 */
async function household(persona, { language, theme, baseCurrency, names, suffix }) {
  /** @param {number} days @param {(kontor: Kontor) => Promise<void>} work */
  const at = async (days, work) => {
    const { dataDir } = await prepareLedger({ baseCurrency, files: [{ name: 'history.ofx', bytes: history(persona, { months: MONTHS, days }) }] })
    try {
      await visit({ dataDir, preferences: { language, theme } }, async (kontor) => {
        await unlock(kontor)
        await nameAccounts(kontor, names)
        await work(kontor)
      })
    } finally {
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  await at(0, async (kontor) => {
    await go(kontor, '/overview')
    await take(kontor, `overview-${suffix}`)
    await go(kontor, '/transactions')
    await take(kontor, `transactions-${suffix}`)
    await go(kontor, '/insights/cash-flow')
    await kontor.page.locator('canvas').first().waitFor()
    await take(kontor, `insights-${suffix}`)
  })
  await at(LEFT_DAYS, async (kontor) => {
    await go(kontor, '/overview')
    await dropFiles(kontor.page, [{ name: 'export.ofx', bytes: history(persona, { months: 1, days: 0 }) }])
    await kontor.page.getByRole('tablist').first().waitFor()
    await take(kontor, `import-${suffix}`)
  })
}

await mkdir(FOLDER, { recursive: true })
await visit({ preferences: { language: 'en', theme: 'light' } }, (kontor) => take(kontor, 'first-run'))
await household('us', { language: 'en', theme: 'light', baseCurrency: 'USD', names: { checking: 'Everyday', savings: 'Rainy days', credit: 'Visa' }, suffix: 'light' })
await household('de', { language: 'de', theme: 'dark', baseCurrency: 'EUR', names: { checking: 'Girokonto', savings: 'Tagesgeld', credit: 'Kreditkarte' }, suffix: 'dark' })
process.exitCode = 0
