import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { DemoServer } from '#main/demo-bank/server.ts'
import { workplace } from './harness.ts'
import { serveOfx } from './ofx-server.ts'

const PASSWORD = 'Pass-51b0e2'
const [CHECKING, SAVINGS] = ['0040125577', '0040125585']
let server: DemoServer
let place: ReturnType<typeof workplace>

beforeAll(async () => { server = await serveOfx(PASSWORD) })
afterAll(() => server.close())
beforeEach(() => {
  place = workplace({ KONTOR_PIN: PASSWORD })
  onTestFinished(place.remove)
})

async function connected(user: string): Promise<void> {
  const run = await place.kontor(['--plain', 'bank', 'add', 'ofx', '--url', server.ofxUrl, '--org', 'Harbor Federal', '--fid', '90210', '--user', user])
  expect(run.notes).toBe('')
}
function fileOf(items: readonly object[]): string {
  const file = join(place.folder, 'batch.json')
  writeFileSync(file, JSON.stringify({ items }))
  return file
}
interface Told { readonly kind: string; readonly uid: string; readonly status: { readonly code: string } | null; readonly fate?: string; readonly content: Record<string, unknown> | null; readonly statement?: { readonly n: number } }
const itemsOf = (json: unknown): Told[] => (json as { items: Told[] }).items
/** Transfers that the bank has booked at an account. */
async function moved(): Promise<number> {
  const run = await place.kontor(['--json', 'bank', 'batch', '1', fileOf([{ kind: 'transfers', account: CHECKING }])])
  return (itemsOf(run.json())[0]?.content?.['transfers'] as unknown[]).length
}
const MOVE = ['bank', 'transfer', '1', '--from', CHECKING, '--to', SAVINGS, '--amount', '12,50']

describe('bank batch', () => {
  it('sends items of every kind in one request under one sign-on, and tells what the bank said to each', async () => {
    await connected('us')
    const kept = join(place.folder, 'kept')
    const run = await place.kontor(['--json', 'bank', 'batch', '1', '--confirm', '--keep', kept, fileOf([
      { kind: 'profile' }, { kind: 'statement', account: CHECKING, from: '2026-01-01' }, { kind: 'statement', account: '7700881204' }, { kind: 'closings', account: SAVINGS }, { kind: 'accounts' },
      { kind: 'transfer', action: 'add', from: CHECKING, to: { bankId: '123456789', accountId: '55' }, between: 'banks', amount: '1.00' },
      { kind: 'recurring-transfer', action: 'add', from: CHECKING, to: SAVINGS, amount: '2.00', frequency: 'MONTHLY' }, { kind: 'transfer', action: 'cancel', serverId: 'T999999' },
    ])])
    const items = itemsOf(run.json())
    expect(items.map(({ kind, status }) => [kind, status?.code])).toEqual([
      ['profile', '0'], ['statement', '0'], ['statement', '0'], ['closings', '0'], ['accounts', '0'], ['transfer', '0'], ['recurring-transfer', '0'], ['transfer', '2018'],
    ])
    expect(items[1]?.statement?.n).toBeGreaterThan(10)
    expect(items[5]?.content).toMatchObject({ transfer: { state: 'posted' } })
    const sent = readdirSync(kept).filter((name) => name.includes('sent')).map((name) => readFileSync(join(kept, name), 'utf8'))
    expect(sent.filter((body) => body.includes('<STMTTRNRQ>'))).toHaveLength(1)
    expect(sent.at(-1)?.match(/<SONRQ>/g)).toHaveLength(1)
    expect(sent.join('')).not.toContain(PASSWORD)
  })

  it('says where its file is wrong, and sends nothing', async () => {
    await connected('us')
    const wrong = async (items: readonly object[]) => await place.kontor(['bank', 'batch', '1', fileOf(items)])
    expect((await wrong([{ kind: 'accounts' }, { kind: 'transfer', action: 'add', from: CHECKING, to: SAVINGS, amount: '-1' }])).notes).toContain('items.1.amount')
    const order = { kind: 'transfer', action: 'add', from: CHECKING, to: SAVINGS, amount: '1.00', uid: 'rent' }
    // Both would be answered under one number, though the bank carries out one.
    expect((await wrong([order, { ...order, amount: '2.00' }])).notes).toContain('items.1.uid')
    expect((await wrong([])).code).toBe(2)
    writeFileSync(join(place.folder, 'broken.json'), '{')
    expect((await place.kontor(['bank', 'batch', '1', join(place.folder, 'broken.json')])).code).toBe(2)
    expect((await wrong([{ kind: 'statement', account: '1' }])).notes).toContain('There is no such account')
    expect((await place.kontor(['bank', 'batch', '1'])).code).toBe(2)
  })
})

describe('bank transfer', () => {
  it('shows both sides, amount and day, and sends nothing without a yes', async () => {
    await connected('us-gzip')
    const unasked = await place.kontor(MOVE)
    expect(unasked).toMatchObject({ code: 2, out: '' })
    expect(unasked.notes).toContain('Transfer: 12.50 USD · Harbor Checking (0040125577) → Rainy Day Savings (0040125585) · at once')
    expect((await place.kontor([...MOVE, '--on', '2099-01-31'], { says: 'no' })).notes).toMatch(/2099-01-31[^]*Cancelled/)
    expect(await moved()).toBe(0)
    expect((await place.kontor(MOVE, { says: 'Yes' })).out).toMatch(/carried out · \d{4}-\d\d-\d\d\n/)
    expect(await moved()).toBe(1)
  })

  it('refuses an amount that could be two, or that its currency cannot hold, and sends nothing', async () => {
    await connected('us-cookies')
    for (const amount of ['1,000', '1.000', '1.234', '1,234', '0', '-5', '12,5,0', 'ten']) {
      const run = await place.kontor(['bank', 'transfer', '1', '--from', CHECKING, '--to', SAVINGS, '--amount', amount, '--confirm'])
      expect(run, amount).toMatchObject({ code: 2, out: '' })
      expect(run.notes, amount).toContain('--amount')
    }
    const inBatch = await place.kontor(['bank', 'batch', '1', '--confirm', fileOf([{ kind: 'transfer', action: 'add', from: CHECKING, to: SAVINGS, amount: '1.234' }])])
    expect(inBatch).toMatchObject({ code: 2, out: '' })
    expect(await moved()).toBe(0)
    expect((await place.kontor(['bank', 'transfer', '1', '--from', CHECKING, '--to', SAVINGS, '--amount', '1,234.50'])).notes).toContain('Transfer: 1234.50 USD')
  })

  it('tells the bank’s own reason for a refusal', async () => {
    await connected('us-bom')
    const run = await place.kontor(['bank', 'transfer', '1', '--from', CHECKING, '--to', SAVINGS, '--amount', '99999999', '--confirm'])
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toContain('(10504): Insufficient funds.')
  })

  it('asks the bank what became of it where its answer is lost, and sends it once', async () => {
    await connected('us-lost')
    const run = await place.kontor(['--json', ...MOVE, '--confirm'])
    expect(run.json()).toMatchObject({ transfer: { fate: 'known', status: { code: '0' }, content: { transfer: { state: 'posted' } } } })
    expect(await moved()).toBe(1)
  })

  it('is carried out once under a number of the person’s own', async () => {
    await connected('us-reordered')
    for (const time of [1, 2]) expect((await place.kontor([...MOVE, '--uid', 'rent-2026-11', '--confirm'])).code, String(time)).toBe(0)
    expect(await moved()).toBe(1)
  })

  it('is for OFX connections', async () => {
    expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'small'])).code).toBe(0)
    expect((await place.kontor([...MOVE, '--confirm'])).notes).toContain('does not offer this')
  })
})
