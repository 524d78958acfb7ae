import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OperationId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { fetched, imported, offered, sound } from '../../fixtures/connections.ts'
import { entry, GIRO, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

const SAVINGS = { ...GIRO, iban: 'DE02500105170137075030', number: '137075030', type: 'savings' as const }
const CERTAIN = [
  statement({ entries: [entry({ on: '2026-01-05', amount: '-200.00', payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: SAVINGS.iban, externalId: 'out' })] }),
  statement({ account: SAVINGS, entries: [entry({ on: '2026-01-06', amount: '200.00', payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: GIRO.iban ?? '', externalId: 'into' })] }),
]
/** Nothing but the name says that these are one movement. */
const NAMED = [
  { account: 1, bookedOn: '2026-01-12', amount: '-80.00', payee: 'Mara Winter', purpose: 'Qzx' },
  { account: 2, bookedOn: '2026-01-12', amount: '80.00', payee: 'Winter, Mara', purpose: 'Pvy' },
]
const FILE = { format: 'kontor', version: 1, owners: ['Mara Winter'], accounts: [{ id: 1, name: 'Giro', type: 'checking', currency: 'EUR' }, { id: 2, name: 'Spar', type: 'savings', currency: 'EUR' }], transactions: NAMED }

describe('the people whose ledger it is', () => {
  let ledger: LedgerClient
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-owners-'))
    ledger = await openedInMemory()
  })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const finish = async (): Promise<void> => {
    do while (!(await value(ledger.job('categories.next', null))).isDone);
    while (!(await value(ledger.job('insights.next', null))).isDone)
  }
  const told = async (): Promise<unknown> => {
    const file = join(folder, 'ledger.json')
    await value(ledger.job('export', { file, format: 'json' }))
    return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)['owners']
  }
  const read = (file: object) => value(ledger.job('importFiles', { files: [{ name: 'ledger.json', bytes: new TextEncoder().encode(JSON.stringify(file)) }], source: 'file', operationId: '00000000-0000-4000-8000-000000000001' as OperationId }))
  const pairs = async () => (await value(ledger.call('transfers.list', { state: 'confirmed', offset: 0, limit: 10 }))).transfers.map(({ out, into, method }) => [out.amount.minor, into.amount.minor, method])

  it('are those a file names, whatever transfers tell later', async () => {
    await read(FILE)
    await finish()
    expect(await pairs()).toEqual([[-80_00, 80_00, 'wording']])
    expect(await told()).toEqual(['Mara Winter'])
    await importReadings(ledger, ...CERTAIN)
    await finish()
    expect(await told()).toEqual(['Mara Winter', 'Karla Brandt'])
    expect(await pairs()).toEqual([[-80_00, 80_00, 'wording'], [-200_00, 200_00, 'iban']])
  })

  it('are those that transfers name too, as long as they do', async () => {
    const [out] = await importReadings(ledger, ...CERTAIN)
    await finish()
    expect(await told()).toEqual(['Karla Brandt'])
    if (out) await value(ledger.call('imports.revert', { batchId: out.batch.id }))
    await finish()
    expect(await told()).toEqual([])
  })

  it('are the holders that banks name: transfers between their accounts are found by them', async () => {
    const account = { ...offered(0), holder: 'Mara Winter' }
    await imported(ledger, { offered: [account], fetched: [fetched(account, { statements: [statement({ entries: [entry({ on: '2026-01-12', amount: '-80.00', payee: 'Mara Winter', purpose: 'Qzx' })] })] })] })
    await importReadings(ledger, statement({ account: SAVINGS, entries: [entry({ on: '2026-01-12', amount: '80.00', payee: 'Winter, Mara', purpose: 'Pvy' })] }))
    await finish()
    expect(await pairs()).toEqual([[-80_00, 80_00, 'wording']])
    expect(await told()).toEqual(['Mara Winter'])
  })
})
