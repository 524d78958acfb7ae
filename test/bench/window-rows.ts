import { readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { openKontor, PASSPHRASE, prepareLedger, type Kontor } from '../e2e/harness.ts'
import { DEMO_BANK } from '#shared/demo-bank.ts'
import { cost, median } from './measure.ts'
import type { Row } from './report.ts'

const START_MS_10K = 2_000
const START_MS_100K = 3_000
const STALL_MS = 50
/** The window waits for a processor whenever anything else on the machine takes it: the middle of five rounds is its own. */
const ROUNDS = 5

/** The real Electron. Without a display there is nothing to measure, and that is said. */
export async function windowRows(files: ReadonlyMap<string, string>): Promise<Row[]> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    process.stdout.write('No display: the window is not measured. Run `xvfb-run -a npm run bench`, after `npm run build`.\n')
    return []
  }
  return [
    ...await startRows('cold start to accounts, 10k', files.get('sgml 10000') ?? '', START_MS_10K),
    ...await startRows('cold start to accounts, 100k', files.get('sgml 100000') ?? '', START_MS_100K),
    ...await stallRows(files.get('sgml 100000') ?? ''),
    await refreshRow(),
  ]
}

const named = (file: string) => ({ name: 'bench.ofx', bytes: new Uint8Array(readFileSync(file)) })

/** From the click on the icon to the accounts, without the seconds in which a person types the passphrase. */
async function startRows(job: string, file: string, bar: number): Promise<Row[]> {
  const { dataDir } = await prepareLedger({ baseCurrency: 'USD', files: [named(file)] })
  try {
    // The first start of a fresh folder also makes the browser's own profile; people start an app many times.
    await (await openKontor({ dataDir })).close()
    const rounds: Start[] = []
    while (rounds.length < ROUNDS) rounds.push(await startOnce(dataDir))
    const middle = (part: keyof Start): number => Math.round(median(rounds.map((round) => round[part])))
    const all = rounds.map(({ start, unlock }) => start + unlock)
    return [{ job, figure: median(all), unit: 'ms', bar, isBetter: 'less', notes: [`rounds ${all.map(Math.round).join(' ')} ms`, `window ${middle('start')} ms`, `unlock and show ${middle('unlock')} ms (key derivation included)`] }]
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Start { readonly start: number; readonly unlock: number }

async function startOnce(dataDir: string): Promise<Start> {
  const { value: kontor, cost: start } = await cost(() => openKontor({ dataDir }))
  const { cost: unlock } = await cost(() => unlocked(kontor))
  await kontor.close()
  return { start: start.wallMs, unlock: unlock.wallMs }
}

async function unlocked({ page, ask }: Kontor): Promise<void> {
  await ask('lock.open', { secret: PASSPHRASE })
  await page.getByRole('navigation').first().waitFor()
  await page.waitForFunction(() => document.body.innerText.includes('4111') || document.body.innerText.includes('1177'))
}

interface Stall { readonly idle: number; readonly staging: number; readonly storing: number }

async function stallRows(file: string): Promise<Row[]> {
  const rounds: Stall[] = []
  while (rounds.length < ROUNDS) rounds.push(await stallOnce(file))
  const row = (job: string, part: keyof Stall): Row => {
    const longest = rounds.map((round) => round[part])
    return { job, figure: median(longest), unit: 'ms', bar: STALL_MS, isBetter: 'less', notes: [`rounds ${longest.map(Math.round).join(' ')} ms`] }
  }
  return [
    row('window stall while nothing happens', 'idle'),
    row('window stall while 100k are read and compared', 'staging'),
    row('window stall while 100k are stored', 'storing'),
  ]
}

/** Drops 100,000 rows on the window and watches how long it ever takes to answer. */
async function stallOnce(file: string): Promise<Stall> {
  const { dataDir } = await prepareLedger({ baseCurrency: 'USD' })
  const kontor = await openKontor({ dataDir })
  try {
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    await kontor.page.getByRole('navigation').first().waitFor()
    await kontor.page.waitForTimeout(1_000)
    const drop = await heldFile(kontor.page, file)
    const idle = await longestGap(kontor.page, () => kontor.page.waitForTimeout(1_000))
    const staging = await longestGap(kontor.page, async () => {
      for (const type of ['dragenter', 'dragover', 'drop']) await kontor.page.dispatchEvent('body', type, { dataTransfer: drop })
      await untilStaged(kontor)
      await shown(kontor.page)
    })
    const storing = await longestGap(kontor.page, async () => {
      const [operation] = await kontor.ask('operations.list', undefined)
      if (operation) await kontor.ask('imports.commit', { operationId: operation.operationId })
      await shown(kontor.page)
    })
    return { idle, staging, storing }
  } finally {
    await kontor.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

const CONNECTIONS = 20
/** Some 5,500 entries each; what a refresh finds new is little, as on every day. */
const DAYS = 540
const REFRESH_MAX_MS = 600_000

/** Twenty connections to large customers of the demo bank, fetched once and then all refreshed, as their button does it. */
async function refreshRow(): Promise<Row> {
  const { dataDir } = await prepareLedger()
  const kontor = await openKontor({ dataDir })
  try {
    await kontor.ask('lock.open', { secret: PASSPHRASE })
    await kontor.page.getByRole('navigation').first().waitFor()
    for (let number = 1; number <= CONNECTIONS; number += 1) {
      await kontor.ask('connections.import', { bank: { ...DEMO_BANK, protocol: 'demo', url: 'https://demo.invalid/fints' }, userId: `large-${number}`, maxDays: DAYS })
      await untilRefreshed(kontor)
    }
    await shown(kontor.page)
    const rounds: number[] = []
    while (rounds.length < ROUNDS) rounds.push(await longestGap(kontor.page, () => refreshAll(kontor)))
    const ended = await kontor.ask('refreshes.list', { limit: ROUNDS * CONNECTIONS })
    const finished = `${ended.filter(({ kind, status }) => kind === 'update' && status === 'FINISHED').length} of ${ROUNDS * CONNECTIONS} finished`
    const entries = (await kontor.ask('accounts.list', undefined)).reduce((sum, { transactionCount }) => sum + transactionCount, 0)
    return { job: 'window stall while 20 connections are refreshed', figure: median(rounds), unit: 'ms', bar: STALL_MS, isBetter: 'less', notes: [`rounds ${rounds.map(Math.round).join(' ')} ms`, finished, `${entries} entries`] }
  } finally {
    await kontor.close()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function refreshAll(kontor: Kontor): Promise<void> {
  const latest = async (): Promise<number> => (await kontor.ask('refreshes.list', { limit: 1 }))[0]?.id ?? 0
  const before = await latest()
  await kontor.page.getByRole('banner').getByRole('button', { name: /refresh all/i }).click()
  const until = performance.now() + REFRESH_MAX_MS
  while (await latest() === before) if (performance.now() > until) throw new Error('the refreshes never began')
  await untilRefreshed(kontor)
  await shown(kontor.page)
}

async function untilRefreshed({ ask, page }: Kontor): Promise<void> {
  const until = performance.now() + REFRESH_MAX_MS
  while (performance.now() < until) {
    const refreshes = await ask('refreshes.list', { limit: 100 })
    if (refreshes.every(({ status }) => status !== 'PROCESSING')) return
    // Seldom: the page answers, and is what is measured.
    await page.waitForTimeout(500)
  }
  throw new Error('the refreshes never ended')
}

/** What came of it is part of it: the review, then the pages behind the sheet. */
const shown = (page: Page): Promise<void> => page.waitForTimeout(1_000)

/** The file waits in the page before the clock starts, as it does under a person's mouse. */
async function heldFile(page: Page, file: string) {
  const base64 = readFileSync(file).toString('base64')
  return page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'bench.ofx'))
    return data
  }, base64)
}

async function untilStaged({ ask, page }: Kontor): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const operations = await ask('operations.list', undefined)
    if (operations.some(({ kind, state }) => kind === 'import' && state === 'waiting')) return
    await page.waitForTimeout(50)
  }
  throw new Error('the import was never staged')
}

/** The longest time in milliseconds in which the page could not do anything else. */
async function longestGap(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0, on: true }
    Object.assign(window, { watch })
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      const now = performance.now()
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
      if (watch.on) setTimeout(() => port2.postMessage(0), 1)
    }
    port2.postMessage(0)
  })
  await work()
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: { longest: number; on: boolean } }
    watch.on = false
    return watch.longest
  })
}
