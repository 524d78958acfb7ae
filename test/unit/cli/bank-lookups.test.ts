import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Account } from '#shared/model.ts'
import { createDemoBank, DEMO_BANK } from '#main/demo-bank/fints/index.ts'
import { serveDemoBank } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { workplace } from './harness.ts'

let place: ReturnType<typeof workplace>
let out: string

beforeEach(async () => {
  place = workplace()
  onTestFinished(place.remove)
  out = join(place.folder, 'auszuege')
  expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'small', '--name', 'Demo'])).code).toBe(0)
})

interface Listed { accounts: { key: string; iban: string; documents: { file: string; state: string; bytes: number; year: number; number: number }[] }[] }
const documents = (...more: string[]): string[] => ['--json', 'bank', 'documents', '1', '--out', out, ...more]
const filesIn = (folder: string): string[] => readdirSync(folder).sort()

describe('bank documents', () => {
  it('writes each statement as a PDF of its own, and lists it', async () => {
    const run = await place.kontor(documents())
    expect(run).toMatchObject({ code: 0, notes: '' })
    const { accounts } = run.json() as Listed
    expect(accounts).toHaveLength(1)
    const [{ documents: listed, iban }] = accounts as [Listed['accounts'][number]]
    expect(listed.map(({ state }) => state)).toEqual(['written', 'written'])
    expect(filesIn(out)).toEqual(listed.map(({ year, number }) => `${iban}_${year}-${String(number).padStart(2, '0')}.pdf`).sort())
    for (const { file, bytes } of listed) expect(readFileSync(file)).toSatisfy((content: Buffer) => content.length === bytes && content.toString('latin1', 0, 5) === '%PDF-')
  })

  it('fetches a whole year, for people too', async () => {
    const year = new Date().getFullYear() - 1
    const run = await place.kontor(['bank', 'documents', '1', '--out', out, '--year', String(year)])
    expect(run).toMatchObject({ code: 0, notes: '' })
    expect(filesIn(out)).toHaveLength(12)
    expect(run.out.split('\n').filter((line) => line.includes(`/${year}`))).toHaveLength(12)
  })

  it('adds nothing the second time, and never replaces a file unless told to', async () => {
    await place.kontor(documents())
    const [first = '', second = ''] = filesIn(out)
    writeFileSync(join(out, first), 'mine')
    const again = (await place.kontor(documents())).json() as Listed
    expect(again.accounts.flatMap(({ documents: listed }) => listed.map(({ state }) => state)).sort()).toEqual(['present', 'written'])
    expect(filesIn(out)).toEqual([first, second, first.replace('.pdf', '-2.pdf')].sort())
    expect(readFileSync(join(out, first), 'utf8')).toBe('mine')
    const forced = (await place.kontor(documents('--force'))).json() as Listed
    expect(forced.accounts.flatMap(({ documents: listed }) => listed.map(({ state }) => state)).sort()).toEqual(['present', 'replaced'])
    expect(readFileSync(join(out, first), 'latin1')).toMatch(/^%PDF-/)
  })

  it('asks no bank where the folder cannot be written to', async () => {
    writeFileSync(out, 'a file')
    expect(await place.kontor(documents())).toMatchObject({ code: 1, out: '' })
    const nowhere = await place.kontor(['bank', 'documents', '1', '--out', join(place.folder, 'no', 'where')])
    expect(nowhere).toMatchObject({ code: 1, out: '' })
  })

  it('says where the bank offers none, and leaves no folder behind', async () => {
    const { accounts } = (await place.kontor(['--json', 'accounts'])).json() as { accounts: Account[] }
    const savings = accounts.find(({ type }) => type !== 'checking')
    const run = await place.kontor(documents('--account', savings?.iban ?? savings?.number ?? ''))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toMatch(/^kontor: The bank does not offer this\. .+\n$/)
    expect((await place.kontor(documents('--account', 'DE00'))).notes).toMatch(/account/i)
    expect(existsSync(out)).toBe(false)
  })

  it('knows wrong usage', async () => {
    for (const args of [['1'], ['--out', out], ['x', '--out', out], ['1', '--out', out, '--year', '26']]) expect((await place.kontor(['bank', 'documents', ...args])).code).toBe(2)
    writeFileSync(out, '')
    expect((await place.kontor(['bank', 'documents', '1', '--out', out])).notes).toContain('That is a file, not a folder.')
    rmSync(out)
    mkdirSync(out)
    expect((await place.kontor(['bank', 'documents', '7', '--out', out])).code).toBe(1)
    expect(existsSync(out)).toBe(true)
  })
})

it('bank standing-orders shows who is paid how much, and how often', async () => {
  expect((await place.kontor(['bank', 'standing-orders', '1'])).out).toBe('No standing orders.\n')
  expect((await place.kontor(['bank', 'add', 'demo', '--persona', 'de'])).code).toBe(0)
  const run = await place.kontor(['--json', 'bank', 'standing-orders', '2'])
  expect(run).toMatchObject({ code: 0, notes: '' })
  const { accounts } = run.json() as { accounts: { standingOrders: object[] }[] }
  expect(accounts).toHaveLength(1)
  expect(accounts[0]?.standingOrders[0]).toMatchObject({ payee: expect.any(String) as string, iban: expect.stringMatching(/^[A-Z]{2}\d{2}/) as string, amount: expect.stringMatching(/^\d+\.\d\d$/) as string, currency: 'EUR', unit: 'month', every: 1, lastOn: null })
  const shown = await place.kontor(['bank', 'standing-orders', '2'], { env: { LANG: 'de_DE.UTF-8' } })
  expect(shown.out).toMatch(/Turnus[^]+jeden Monat, Tag \d/)
})

it('bank terms shows owner, interest and credit line of every account that has them', async () => {
  const run = await place.kontor(['--json', 'bank', 'terms', '1'])
  expect(run).toMatchObject({ code: 0, notes: '' })
  const { accounts } = run.json() as { accounts: { iban: string; terms: object | null }[] }
  expect(accounts).toHaveLength(2)
  expect(accounts[0]?.terms).toMatchObject({ owner: expect.any(String) as string, debitInterest: '10.95', overdraftInterest: '13.95' })
  const one = await place.kontor(['bank', 'terms', '1', '--account', (accounts[0]?.iban ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')])
  expect(one.out).toMatch(/^Account +Owner[^\n]+\n[^\n]+10\.95[^\n]+\n$/)
})

describe('at a bank that asks for PIN and TAN', () => {
  const [PIN, TAN] = ['Pin-7f31c9', '306214']

  async function connected(): Promise<void> {
    const bank = createDemoBank({ persona: 'small', clock: systemClock, random: systemRandom, secrets: { pin: PIN, tan: TAN } })
    const served = await serveDemoBank(bank, { port: 0 })
    if (!served.ok) throw new Error(served.error)
    onTestFinished(() => served.value.close())
    const add = ['bank', 'add', 'fints', '--url', served.value.url, '--blz', DEMO_BANK.bankCode, '--user', 'small-tan-at-login', '--tan-method', '962']
    expect((await place.kontor(add, { env: { KONTOR_PIN: PIN }, answers: Array.from({ length: 9 }, () => TAN) })).code).toBe(0)
  }

  it('logs in as an update does: PIN by environment or prompt, TAN by the person’s program or prompt', async () => {
    await connected()
    const program = join(place.folder, 'tan.cjs')
    writeFileSync(program, `console.log('${TAN}')`)
    const byProgram = await place.kontor(['bank', 'terms', '2', '--tan-command', `"${process.execPath}" "${program}"`], { env: { KONTOR_PIN_2: PIN } })
    expect(byProgram).toMatchObject({ code: 0, notes: '' })
    const typed = await place.kontor(['bank', 'documents', '2', '--out', out], { answers: [PIN, TAN] })
    expect(typed).toMatchObject({ code: 0, notes: '' })
    expect(filesIn(out)).toHaveLength(2)
  })

  it('says what is missing or wrong in one sentence, and prints nothing else', async () => {
    await connected()
    expect((await place.kontor(['bank', 'terms', '2'])).notes).toMatch(/PIN/)
    expect((await place.kontor(['bank', 'terms', '2'], { env: { KONTOR_PIN_2: PIN } })).notes).toContain('--tan-command')
    const wrong = await place.kontor(['bank', 'documents', '2', '--out', out], { env: { KONTOR_PIN_2: 'wrong' } })
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.notes).toMatch(/^kontor: The bank did not accept the PIN: .+\n$/)
    expect(existsSync(out)).toBe(false)
  })
})
