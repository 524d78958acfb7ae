import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Connection, Refresh } from '#shared/connections.ts'
import { addDays } from '#shared/dates.ts'
import { createDemoBank, DEMO_BANK, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { serveDemoBank, type DemoServer } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { workplace } from './harness.ts'

const PIN = 'Pin-51b0e2'
const TAN = '481516'
let server: DemoServer
let place: ReturnType<typeof workplace>

const bank = createDemoBank({ persona: 'small', clock: systemClock, random: systemRandom, secrets: { pin: PIN, tan: TAN } })

beforeAll(async () => {
  const served = await serveDemoBank(bank, { port: 0 })
  if (!served.ok) throw new Error(served.error)
  server = served.value
})
afterAll(() => server.close())
beforeEach(() => {
  place = workplace({ KONTOR_PIN: PIN })
  onTestFinished(place.remove)
})

const user = (scenario: ScenarioName | null): string => (scenario === null ? 'small' : `small-${scenario}`)
const add = (scenario: ScenarioName | null, ...more: string[]): string[] => ['--plain', '--json', 'bank', 'add', 'fints', '--url', server.url, '--blz', DEMO_BANK.bankCode, '--user', user(scenario), ...more]

/** A program of the person's: writes down what it was told and prints the TAN. */
function tanCommand(tan = TAN): { command: string; told: string } {
  const told = join(place.folder, 'challenge.json')
  const file = join(place.folder, 'tan.cjs')
  writeFileSync(file, `const { appendFileSync, readFileSync } = require('node:fs')\nappendFileSync(${JSON.stringify(told)}, readFileSync(0, 'utf8'))\nappendFileSync(${JSON.stringify(told)}, JSON.stringify(Object.keys(process.env).filter((name) => name.startsWith('KONTOR_'))) + '\\n')\nconsole.log(${JSON.stringify(tan)})\n`)
  return { command: `"${process.execPath}" "${file}"`, told }
}

interface Added { connection: Connection; refresh: Refresh; receipts: { accounts: { added: number; proof: { difference: string } }[] }[] }

describe('bank add', () => {
  it('connects, fetches everything and proves the balance', async () => {
    const run = await place.kontor(add('no-tan', '--name', 'Studium'))
    expect(run.notes).toBe('')
    expect(run.code).toBe(0)
    const { connection, refresh, receipts } = run.json() as Added
    expect(connection).toMatchObject({ name: 'Studium', pinStored: false, updateStatus: 'READY', categorizationStatus: 'READY', accountIds: [1, 2] })
    expect(refresh).toMatchObject({ status: 'FINISHED', origin: 'manual' })
    expect(receipts.flatMap(({ accounts }) => accounts.map(({ proof }) => proof.difference))).toEqual(['0.00', '0.00'])
    expect(run.out).not.toContain(PIN)
  })

  it.each(['sms', 'chip', 'photo', 'qr'] as const)('gets the TAN of %s from the person’s own program', async (scenario) => {
    const { command, told } = tanCommand()
    const run = await place.kontor(add(scenario, '--tan-command', command, '--tan-medium', 'Handy Büro'), { env: { KONTOR_PIN_7: PIN, KONTOR_PASSPHRASE: 'word', KONTOR_CERT_PASSPHRASE: 'word', KONTOR_PROXY_PASSWORD: 'word' } })
    expect(run.notes).toBe('')
    expect(run.code).toBe(0)
    const [challenge = '', environment] = readFileSync(told, 'utf8').split('\n')
    expect(JSON.parse(challenge)).toMatchObject({ kind: 'tan', show: { sms: 'text', chip: 'flicker', photo: 'image', qr: 'qr' }[scenario], bank: DEMO_BANK.name, tan: { isNumeric: true } })
    expect(environment).toBe('["KONTOR_LEDGER"]')
  })

  it('tells the bank the product id that the person has: of the environment, else of the app’s settings', async () => {
    const refused = /^kontor: The bank refused \(9078\): .+ Enter a registered product id in Settings/
    expect((await place.kontor(add('no-tan'), { env: { KONTOR_PRODUCT_ID: '0' } })).notes).toMatch(refused)
    writeFileSync(join(place.folder, 'preferences.json'), JSON.stringify({ fintsProductId: '0' }))
    expect((await place.kontor(add('no-tan'), { env: { KONTOR_DATA_DIR: place.folder } })).notes).toMatch(refused)
    expect((await place.kontor(add('no-tan'), { env: { KONTOR_DATA_DIR: place.folder, KONTOR_PRODUCT_ID: '6151256F3D4F9975B877BD4A2' } })).code).toBe(0)
  })

  it('says so when the person’s program for TANs fails', async () => {
    const run = await place.kontor(add('chip', '--tan-command', `"${process.execPath}" -e "process.exit(3)"`))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toMatch(/The program of --tan-command failed, or printed no TAN\.\n$/)
  })

  it('says so when what was printed cannot be a TAN, and the bank counts no attempt', async () => {
    const run = await place.kontor(add('chip', '--tan-command', tanCommand('no TAN').command))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toMatch(/^kontor: This entry is not valid: TAN\. .+\n$/)
  })

  it('fails with one sentence and leaves no ledger when the TAN is wrong', async () => {
    const run = await place.kontor(add('chip', '--tan-command', tanCommand('000000').command))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toMatch(/^kontor: The bank did not accept the TAN: .+\n$/)
    expect((await place.kontor(['bank', 'list'])).code).toBe(1)
  })

  it('names the methods where the chosen one is none of them', async () => {
    const run = await place.kontor(add(null, '--tan-method', '999'))
    expect(run.code).toBe(2)
    expect(run.notes).toContain('--tan-method: choose one of: 942, 962, 972, 982, 922')
  })

  it('asks for the PIN where none is set, and never takes it from the arguments', async () => {
    const asked = await place.kontor(add('no-tan', '--tan-method', '962'), { env: { KONTOR_PIN: '' }, answers: [PIN] })
    expect(asked.code).toBe(0)
    expect((await place.kontor([...add('no-tan'), '--pin', PIN])).code).toBe(2)
  })

  it('says what the bank said of a wrong PIN', async () => {
    const run = await place.kontor(add('no-tan'), { env: { KONTOR_PIN: 'wrong' } })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toContain('The bank did not accept the PIN: PIN ungültig.')
  })

  it('refuses to store a PIN beside a plain ledger, before the bank is asked', async () => {
    expect(await place.kontor(add('no-tan', '--store-pin'))).toMatchObject({ code: 1, out: '' })
  })

  it('says that a TAN is needed where nobody can be asked for one', async () => {
    const run = await place.kontor(add('chip'))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toContain('--tan-command')
  })

  it('writes a protocol trace only where asked, with nothing private in it', async () => {
    const trace = join(place.folder, 'logs', 'trace.log')
    const env = { KONTOR_DATA_DIR: place.folder }
    await place.kontor(add('no-tan', '--tan-method', '962'), { env })
    expect(existsSync(trace)).toBe(false)
    await place.kontor(['bank', 'update', '1'], { env: { ...env, KONTOR_TRACE: '1' } })
    const text = readFileSync(trace, 'utf8')
    expect(text).toContain('HNHBK')
    for (const secret of [PIN, 'Petersen', 'small-no-tan', '4099001']) expect(text).not.toContain(secret)
  })

  it('knows wrong usage', async () => {
    expect((await place.kontor(['bank', 'add', 'hbci'])).code).toBe(2)
    expect((await place.kontor(['bank', 'add', 'fints', '--url', server.url])).code).toBe(2)
    for (const patience of ['0', '61', 'soon']) expect((await place.kontor(['bank', 'update', '1', '--patience', patience])).code).toBe(2)
    expect((await place.kontor(['bank', 'sell'])).code).toBe(2)
  })
})

describe('what it says where something is missing', () => {
  const back = (days: number): string => addDays(systemClock.today(), -days)

  it('A1 goes back 14 to 3650 days, says so, and makes no ledger for less', async () => {
    for (const from of [back(0), back(13), back(3651), back(-20), 'gestern']) {
      const run = await place.kontor([...add(null), '--from', from])
      expect([from, run.code, run.out]).toEqual([from, 2, ''])
      expect(run.notes).toContain(from === 'gestern' ? '--from is a day' : '--from lies at least 14 days back and at most 3650')
    }
    expect(existsSync(place.ledger)).toBe(false)
    expect((await place.kontor([...add('no-tan'), '--from', back(14)])).code).toBe(0)
  })

  it('names KONTOR_PIN where a PIN is needed and nobody can type it', async () => {
    const run = await place.kontor(add('no-tan'), { env: { KONTOR_PIN: '' } })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toContain('Set KONTOR_PIN (KONTOR_PIN_7 for the connection with ID 7)')
  })

  it('A3 prints the list of results though all have failed, and one line says why', async () => {
    expect((await place.kontor(add('no-tan'))).code).toBe(0)
    const run = await place.kontor(['--json', 'bank', 'update', '--all'], { env: { KONTOR_PIN: '' } })
    expect([run.code, run.json()]).toMatchObject([0, { refreshes: [{ connection: 1, skipped: 'pin_required', refresh: null, receipts: [] }] }])
    expect(run.notes).toContain('KONTOR_PIN')
    const wrong = await place.kontor(['--json', 'bank', 'update', '--all'], { env: { KONTOR_PIN: 'wrong' } })
    expect([wrong.code, wrong.json()]).toMatchObject([0, { refreshes: [{ refresh: { status: 'USER_ACTION_REQUIRED', error: { kind: 'pin_wrong' } } }] }])
    const stopped = await place.kontor(['bank', 'update', '--all'])
    expect([stopped.code, stopped.notes]).toEqual([0, 'kontor: The bank did not accept the PIN: PIN ungültig. Noch 2 Versuche. Refresh it at a terminal: kontor bank update ID.\n'])
    expect(stopped.out).toContain('The bank did not accept the PIN')
  })

  it('says in one sentence, also in the list of all, that nobody could answer the bank', async () => {
    const { command } = tanCommand('123456')
    expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'small', '--name', 'MSA', '--tan-command', command])).code).toBe(0)
    const sentence = 'The bank asks for a TAN: type it at a terminal, or name a program that prints it (--tan-command).'
    expect(await place.kontor(['bank', 'update', '1'])).toMatchObject({ code: 1, out: '', notes: `kontor: ${sentence}\n` })
    expect((await place.kontor(['bank', 'update', '--all'])).out).toContain(sentence)
  })

  it('A12 a demo connection without a user is that of the family, and nobody unknown is let in', async () => {
    expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'de', '--name', 'Demo'])).code).toBe(0)
    expect((await place.kontor(['bank', 'edit', '1', '--user', ''])).code).toBe(0)
    expect((await place.kontor(['--json', 'bank', 'update', '1'])).json()).toMatchObject({ refresh: { status: 'FINISHED', accounts: [{ added: 0, status: 'UPDATED' }, { added: 0 }, { added: 0 }, { added: 0 }] } })
    const alice = await place.kontor(['bank', 'edit', '1', '--user', 'alice'])
    expect([alice.code, alice.out]).toEqual([2, ''])
    expect(alice.notes).toContain('--user is one of de, small, large')
  })

  it('A12 says which options the demo bank takes no notice of', async () => {
    const run = await place.kontor(['--plain', '--json', 'bank', 'add', 'demo', '--persona', 'small', '--store-pin', '--skip-positions'])
    expect([run.code, run.notes]).toEqual([0, 'The demo bank needs no PIN and leaves nothing out; without effect: --store-pin, --skip-positions\n'])
    expect(run.json()).toMatchObject({ connection: { pinStored: false, positions: 'wanted' } })
  })

  it('A1 leaves securities out where asked, and takes that back', async () => {
    const added = await place.kontor(add('no-tan', '--skip-positions', '--from', back(14)))
    expect(added.json()).toMatchObject({ connection: { positions: 'skipped' } })
    expect((await place.kontor(['--json', 'bank', 'edit', '1', '--fetch-positions'])).json()).toMatchObject({ connection: { positions: 'wanted' } })
    expect((await place.kontor(['bank', 'edit', '1', '--fetch-positions', '--skip-positions'])).code).toBe(2)
  })
})

describe('a connection’s life', () => {
  beforeEach(async () => {
    expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'small', '--name', 'Demo'])).code).toBe(0)
  })

  it('is listed, for people and for programs', async () => {
    const run = await place.kontor(['--json', 'bank', 'list'])
    expect(run.json()).toMatchObject({ connections: [{ id: 1, name: 'Demo', bank: { protocol: 'demo', bankCode: '00000000' }, userId: 'small' }] })
    expect((await place.kontor(['bank', 'list'])).out).toContain('Demo')
  })

  it('is refreshed alone and with all others, and adds nothing twice', async () => {
    const one = await place.kontor(['--json', 'bank', 'update', '1'])
    expect(one.json()).toMatchObject({ refresh: { status: 'FINISHED', accounts: [{ added: 0 }, { added: 0 }] } })
    const all = await place.kontor(['--json', 'bank', 'update', '--all'])
    expect(all.json()).toMatchObject({ refreshes: [{ connection: 1, skipped: null, refresh: { status: 'FINISHED' } }] })
    expect((await place.kontor(['bank', 'update', '--all'])).out).toContain('done')
  })

  it('is edited: left out is kept, empty clears', async () => {
    expect((await place.kontor(['--json', 'bank', 'edit', '1', '--name', 'Anderer Name'])).json()).toMatchObject({ connection: { name: 'Anderer Name', userId: 'small' } })
    expect((await place.kontor(['bank', 'edit', '1', '--name', 'x'.repeat(65)])).code).toBe(2)
  })

  it('is deleted with its rows, and not twice', async () => {
    const deleted = await place.kontor(['--json', 'bank', 'delete', '1'])
    expect(deleted.json()).toMatchObject({ deleted: { id: 1, accounts: 2 } })
    expect((await place.kontor(['--json', 'accounts'])).json()).toEqual({ accounts: [] })
    expect((await place.kontor(['bank', 'delete', '--all'])).out).toContain('No bank connections yet.')
    const again = await place.kontor(['bank', 'delete', '1'])
    expect(again.code).toBe(1)
  })

  it('says how much goes with it', async () => {
    expect((await place.kontor(['bank', 'delete', '1'])).out).toMatch(/^Removed\. Accounts: 2, transactions: \d\d\.\n$/)
  })

  it('can leave its rows behind', async () => {
    expect((await place.kontor(['--json', 'bank', 'delete', '--all', '--keep-rows'])).json()).toEqual({ ids: [1] })
    expect((await place.kontor(['--json', 'accounts'])).json()).toMatchObject({ accounts: [{ id: 1 }, { id: 2 }] })
  })

  it('is not there under another number', async () => {
    expect((await place.kontor(['bank', 'update', '7'])).code).toBe(1)
    expect((await place.kontor(['bank', 'update', 'seven'])).code).toBe(2)
    expect((await place.kontor(['bank', 'update'])).code).toBe(2)
  })
})

it('a PIN that is stored serves later commands, and its text is nowhere', async () => {
  const secret = { KONTOR_PASSPHRASE: 'Möwen über Kiel' }
  const added = await place.kontor(add('no-tan', '--store-pin').slice(1), { env: secret })
  expect(added.code).toBe(0)
  expect(added.json()).toMatchObject({ connection: { pinStored: true } })
  const updated = await place.kontor(['--json', 'bank', 'update', '1'], { env: { ...secret, KONTOR_PIN: '' } })
  expect(updated.json()).toMatchObject({ refresh: { status: 'FINISHED' } })
  expect(readFileSync(place.ledger, 'latin1')).not.toContain(PIN)
  expect((await place.kontor(['--json', 'bank', 'edit', '1', '--forget-pin'], { env: secret })).json()).toMatchObject({ connection: { pinStored: false } })
})
