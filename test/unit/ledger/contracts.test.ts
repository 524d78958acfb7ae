import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import type { ContractId } from '#shared/contracts.ts'
import { addDays, localDate } from '#shared/dates.ts'
import type { BatchId, TransactionId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { sound } from '../../fixtures/connections.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'

/** A payment on the third of each month, up to January 2026; the ledger's day is its last. */
const monthly = (payee: string, amount: string, count: number, day = '03') => Array.from({ length: count }, (_, back) => {
  const month = 2026 * 12 - back
  return entry({ on: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day}`, amount, payee, purpose: 'Beitrag', externalId: `${payee} ${back}` })
})

describe('contracts in the ledger', () => {
  let ledger: LedgerClient
  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const finish = async (): Promise<void> => {
    do while (!(await value(ledger.job('categories.next', null))).isDone);
    while (!(await value(ledger.job('insights.next', null))).isDone)
  }
  const list = async (asOf?: string) => {
    const answer = await value(ledger.call('contracts.list', asOf === undefined ? {} : { asOf: localDate(asOf) }))
    expect(() => contract['contracts.list'].output.parse(answer)).not.toThrow()
    return answer.contracts
  }
  const undo = () => value(ledger.call('history.undo', undefined))
  async function only() {
    const [first] = await list()
    if (!first) throw new Error('there is a contract')
    return first
  }

  it('are known with rhythm, status and next day, also as of another day', async () => {
    await importReadings(ledger, statement({ entries: monthly('Netflix International B.V.', '-12.99', 12) }))
    await finish()
    expect(await list()).toMatchObject([{ frequency: 'monthly', status: 'active', nextOn: '2026-02-03', nextAmount: { minor: -1299 }, monthly: { minor: -1299 }, yearly: { minor: -15588 }, choice: 'found' }])
    expect((await list('2025-06-30'))[0]).toMatchObject({ nextOn: '2025-07-03', lastOn: '2025-06-03' })
    expect(await list('2025-01-31')).toEqual([])
    expect((await list('2027-01-31'))[0]).toMatchObject({ status: 'ended', nextOn: null })
  })

  it('of one name are told apart by what their payments say', async () => {
    const insured = (purpose: string, amount: string) => monthly('Nordstern Versicherung AG', amount, 12).map((one) => ({ ...one, purpose, externalId: `${purpose} ${one.bookedOn}` }))
    await importReadings(ledger, statement({ entries: [...insured('Vertrag 4711-KFZ Beitrag', '-45.20'), ...insured('Vertrag 0815-HPF Beitrag', '-12.90'), ...monthly('Netflix', '-12.99', 12, '11')] }))
    await finish()
    expect((await list()).map(({ counterparty, lastAmount, purpose }) => [counterparty, lastAmount.minor, purpose]).sort()).toEqual([
      ['Netflix', -1299, ''], ['Nordstern Versicherung AG', -1290, 'Vertrag 0815-HPF Beitrag'], ['Nordstern Versicherung AG', -4520, 'Vertrag 4711-KFZ Beitrag'],
    ])
  })

  it('know their rows, and go with them', async () => {
    const [receipt] = await importReadings(ledger, statement({ entries: monthly('Netflix', '-12.99', 6) }))
    await finish()
    const { id, transactions } = await only()
    expect(transactions).toHaveLength(6)
    const [row] = transactions
    expect(row && (await value(ledger.call('transactions.get', { id: row }))).contractId).toBe(id)
    await value(ledger.call('imports.revert', { batchId: receipt?.batch.id ?? 0 as BatchId }))
    expect(await list()).toEqual([])
    await undo()
    await finish()
    expect(await list()).toMatchObject([{ id }])
  })

  it('that are dismissed stay dismissed, whatever comes, until they are wanted back', async () => {
    await importReadings(ledger, statement({ entries: monthly('Netflix', '-12.99', 5) }))
    await finish()
    const { id } = await only()
    await value(ledger.call('contracts.dismiss', { ids: [id] }))
    await importReadings(ledger, statement({ entries: monthly('Netflix', '-12.99', 9).slice(5) }))
    await finish()
    const later = await only()
    expect([later.id === id, later.choice, later.transactions.length]).toEqual([false, 'dismissed', 9])
    await value(ledger.call('contracts.restore', { ids: [later.id] }))
    expect((await only()).choice).toBe('found')
    expect((await undo()).redo).toEqual({ label: 'edit-contract', count: 1 })
    expect((await only()).choice).toBe('dismissed')
  })

  it('carry a person\'s name and reminder, and are trusted where they were early', async () => {
    await importReadings(ledger, statement({ entries: monthly('Stadtwerke Musterstadt', '-80.00', 2) }))
    await finish()
    const { id, status } = await only()
    expect(status).toBe('early')
    await value(ledger.call('contracts.confirm', { ids: [id] }))
    await value(ledger.call('contracts.rename', { id, name: 'Strom' }))
    await value(ledger.call('contracts.remind', { id, cancelBy: localDate('2026-11-30'), remindDays: 14 }))
    expect(await only()).toMatchObject({ counterparty: 'Strom', ownName: 'Strom', status: 'active', choice: 'confirmed', cancelBy: '2026-11-30', remindDays: 14 })
    expect(contract['contracts.remind'].input.safeParse({ id, cancelBy: null, remindDays: 3 }).success).toBe(false)
    await undo()
    expect(await only()).toMatchObject({ counterparty: 'Strom', cancelBy: null, remindDays: null })
    expect(await ledger.call('contracts.rename', { id: '9-9', name: 'x' })).toEqual({ ok: false, error: { kind: 'not_found', what: 'contract' } })
  })

  it('remind of their notice day once, from the day that is asked for until it is over', async () => {
    await importReadings(ledger, statement({ entries: monthly('Netflix', '-12.99', 6) }))
    await finish()
    const { id } = await only()
    const told = async () => {
      await finish()
      return (await value(ledger.job('notifications.take', null))).notifications.map(({ trigger, subject, payee }) => ({ trigger, subject, payee }))
    }
    const { asOf } = await value(ledger.call('contracts.list', {}))
    const remind = (days: number, remindDays: number | null) => value(ledger.call('contracts.remind', { id, cancelBy: addDays(asOf, days), remindDays }))
    await remind(15, 14)
    expect(await told()).toEqual([])
    await remind(-1, 14)
    expect(await told()).toEqual([])
    await value(ledger.call('contracts.rename', { id, name: 'Films' }))
    await remind(14, 14)
    expect(await told()).toEqual([{ trigger: 'CONTRACT_CANCEL_BY', subject: addDays(asOf, 14), payee: 'Films' }])
    await value(ledger.call('contracts.confirm', { ids: [id] }))
    expect(await told()).toEqual([])
    await remind(0, null)
    expect(await told()).toHaveLength(1)
    await value(ledger.call('contracts.dismiss', { ids: [id] }))
    await remind(3, 7)
    expect(await told()).toEqual([])
  })

  it('are told as one where a person says so, and apart again', async () => {
    const older = monthly('Alte Strom AG', '-70.00', 16).slice(8)
    await importReadings(ledger, statement({ entries: [...older, ...monthly('Neue Strom GmbH', '-75.00', 8)] }))
    await finish()
    const [before, after] = await list()
    if (!before || !after) throw new Error('there are two')
    expect([before.status, after.status]).toEqual(['ended', 'active'])
    await value(ledger.call('contracts.merge', { id: before.id, into: after.id }))
    expect(await list()).toMatchObject([{ id: after.id, counterparty: 'Neue Strom GmbH', firstOn: before.firstOn, status: 'active', mergedIds: [before.id], priceChanges: [{ on: after.firstOn, from: { minor: -7000 }, to: { minor: -7500 } }] }])
    expect((await only()).transactions).toHaveLength(16)
    expect(await ledger.call('contracts.merge', { id: after.id, into: before.id })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    await value(ledger.call('contracts.unmerge', { id: after.id }))
    expect((await list()).map(({ id }) => id)).toEqual([before.id, after.id])
    await undo()
    expect(await list()).toHaveLength(1)
  })

  describe('whose rows a person puts right', () => {
    const rowOf = async (payee: string) => (await value(ledger.call('transactions.page', { filter: { search: payee }, after: null, limit: 50 })))[0]?.id ?? 0 as TransactionId
    const place = (rows: readonly TransactionId[], into: ContractId | null) => ledger.call('contracts.place', { rows: [...rows], into })
    const newest = async () => {
      const id = (await only()).transactions.at(-1)
      if (id === undefined) throw new Error('it has rows')
      return id
    }

    it('lose what does not belong to them for good, and have it again by an undo', async () => {
      await importReadings(ledger, statement({ entries: [...monthly('Netflix', '-12.99', 8).slice(1), ...monthly('Netflix', '-49.00', 1)] }))
      await finish()
      expect(await only()).toMatchObject({ lastOn: '2026-01-03', lastAmount: { minor: -4900 } })
      const stray = await newest()
      await value(place([stray], null))
      await finish()
      expect(await only()).toMatchObject({ lastOn: '2025-12-03', nextOn: '2026-01-03', nextAmount: { minor: -1299 }, priceChanges: [] })
      expect((await value(ledger.call('transactions.get', { id: stray }))).contractId).toBeNull()
      expect((await undo()).redo).toEqual({ label: 'edit-contract', count: 1 })
      await finish()
      expect((await only()).transactions).toContain(stray)
      await value(ledger.call('history.redo', undefined))
      await finish()
      expect((await only()).transactions).not.toContain(stray)
      expect((await list('2026-01-20'))[0]?.transactions).not.toContain(stray)
    })

    it('take what was paid under another name, and stay what they are', async () => {
      await importReadings(ledger, statement({ entries: [...monthly('Netflix', '-12.99', 8).slice(1), entry({ on: '2026-01-05', amount: '-12.99', payee: 'Karte Muster', purpose: 'Abo', externalId: 'card' })] }))
      await finish()
      const before = await only()
      const paid = await rowOf('Karte Muster')
      await value(place([paid], before.id))
      await finish()
      expect(await only()).toMatchObject({ id: before.id, counterparty: 'Netflix', lastOn: '2026-01-05', nextOn: '2026-02-03', skipped: 0, transactions: [...before.transactions, paid] })
      expect((await value(ledger.call('transactions.get', { id: paid }))).contractId).toBe(before.id)
      await value(place([paid], null))
      await finish()
      expect((await only()).transactions).toEqual(before.transactions)
    })

    it('keep their name when the row it was kept under goes to another one', async () => {
      await importReadings(ledger, statement({ entries: [...monthly('Netflix', '-12.99', 9), ...monthly('Strom AG', '-80.00', 9, '15')] }))
      await finish()
      const netflix = (await list()).find(({ counterparty }) => counterparty === 'Netflix')
      const power = (await list()).find(({ counterparty }) => counterparty === 'Strom AG')
      if (!netflix || !power) throw new Error('both are there')
      await value(ledger.call('contracts.rename', { id: netflix.id, name: 'Films' }))
      await value(place(netflix.transactions.slice(0, 1), power.id))
      await finish()
      expect((await list()).map(({ counterparty, transactions }) => [counterparty, transactions.length]).sort()).toEqual([['Films', 8], ['Strom AG', 10]])
    })

    it('take nothing that goes the other way, and no row that is not there', async () => {
      await importReadings(ledger, statement({ entries: [...monthly('Netflix', '-12.99', 5), entry({ on: '2026-01-05', amount: '12.99', payee: 'Refund', externalId: 'back' })] }))
      await finish()
      const { id } = await only()
      expect(await place([await rowOf('Refund')], id)).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'rows' } })
      expect(await place([999 as TransactionId], id)).toMatchObject({ ok: false, error: { kind: 'not_found' } })
      expect(await place([await newest()], '9-9')).toMatchObject({ ok: false, error: { kind: 'not_found' } })
    })
  })

  it('are not found in transfers between own accounts', async () => {
    const savings = { ...statement().account, iban: 'DE02500105170137075030', number: '137075030' }
    const out = monthly('Tagesgeld', '-100.00', 6).map((one) => ({ ...one, counterpartyIban: savings.iban }))
    const into = monthly('Giro', '100.00', 6).map((one) => ({ ...one, counterpartyIban: statement().account.iban ?? '' }))
    await importReadings(ledger, statement({ entries: out }), statement({ account: savings, entries: into }))
    await finish()
    expect(await list()).toEqual([])
  })
})
