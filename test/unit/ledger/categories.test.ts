import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { TransactionFilter, TransactionId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import type { RuleDraft } from '#shared/rules.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { apply, beginImport, categorise, connection, fetched, offered, sound } from '../../fixtures/connections.ts'
import { entry, importReadings, openedInMemory, statement, steadyClock, value } from '../../fixtures/readings.ts'

const KNOWN = ['REWE Markt GmbH', 'Netflix.com', 'Shell 1234', 'Stadtwerke München']
const row = (payee: string, day = 2, parts: object = {}) => entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '-10.00', payee, externalId: `${payee} ${day}`, ...parts })
const id = (number: number) => number as TransactionId
const REWE_RULE: RuleDraft = { name: 'Rewe', isEnabled: true, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'rewe' }] }, then: [{ kind: 'categorise', category: 'family.childcare_education' }], stops: false }

describe('A14 categories in the background', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const rows = (filter: TransactionFilter = {}) => value(ledger.call('transactions.page', { filter, after: null, limit: 100 }))
  const get = (number: number) => value(ledger.call('transactions.get', { id: id(number) }))
  const edit = (change: object, ...ids: number[]) => value(ledger.call('transactions.edit', { ids: ids.map(id), change }))
  const finish = async (): Promise<void> => { while (!(await value(ledger.job('categories.next', null))).isDone); }

  it('A14 shows rows of a file at once, and gives them their categories afterwards, with a reason', async () => {
    await importReadings(ledger, statement({ entries: KNOWN.map((payee) => row(payee)) }))
    expect((await rows()).map(({ categoryId }) => categoryId)).toEqual([null, null, null, null])
    await finish()
    const [energy, fuel, media, food] = await rows()
    expect([food, media, fuel, energy].map((one) => one?.categoryId)).toEqual(['food.groceries', 'leisure.media_digital', 'transport.fuel', 'housing.energy'])
    expect(food?.categoryBy).toBe('guess')
    const detail = await get(1)
    expect(detail.categoryWhy).toMatchObject({ kind: 'merchant', evidence: 'REWE Markt' })
    expect(detail.categoryWhy?.confidence).toBeGreaterThanOrEqual(0.7)
    expect(() => contract['transactions.get'].output.parse(detail)).not.toThrow()
  })

  it('A14 says nothing where nothing is sure, and is done all the same', async () => {
    await importReadings(ledger, statement({ entries: [row('Qzx'), row('Wvk')] }))
    await finish()
    expect((await rows()).map(({ categoryId, categoryBy }) => [categoryId, categoryBy])).toEqual([[null, null], [null, null]])
    expect(await value(ledger.job('categories.next', null))).toEqual({ isDone: true })
  })

  it('A14 never overwrites what a person has chosen, emptied or divided', async () => {
    await importReadings(ledger, statement({ entries: KNOWN.map((payee) => row(payee)) }))
    await edit({ categoryId: 'travel.other' }, 1)
    await edit({ categoryId: null }, 2)
    await edit({ splits: [{ amountMinor: -400, categoryId: null, notes: '' }, { amountMinor: -600, categoryId: 'travel.other', notes: '' }] }, 3)
    await finish()
    expect(await get(1)).toMatchObject({ categoryId: 'travel.other', categoryBy: 'user', categoryWhy: null })
    expect(await get(2)).toMatchObject({ categoryId: null, categoryBy: 'user' })
    expect((await get(3)).splits.map(({ categoryId }) => categoryId)).toEqual([null, 'travel.other'])
  })

  it('A14 makes no step to undo, and undoing another step keeps what came meanwhile', async () => {
    await importReadings(ledger, statement({ entries: [row('REWE Markt')] }))
    await edit({ notes: 'Party' }, 1)
    await finish()
    expect((await value(ledger.call('history.state', undefined))).undo?.label).toBe('edit-notes')
    await value(ledger.call('history.undo', undefined))
    expect(await get(1)).toMatchObject({ notes: '', categoryId: 'food.groceries', categoryBy: 'guess' })
  })

  it('A14 decides anew when a choice that came first is taken back', async () => {
    await importReadings(ledger, statement({ entries: [row('REWE Markt')] }))
    await edit({ categoryId: 'travel.other' }, 1)
    await finish()
    await value(ledger.call('history.undo', undefined))
    await finish()
    expect(await get(1)).toMatchObject({ categoryId: 'food.groceries', categoryBy: 'guess' })
  })

  it('A14 has categories for rows that a reverted batch brings back', async () => {
    const [receipt] = await importReadings(ledger, statement({ entries: [row('REWE Markt')] }))
    await value(ledger.call('imports.revert', { batchId: receipt?.batch.id ?? 0 as never }))
    await finish()
    await value(ledger.call('history.undo', undefined))
    expect((await rows()).map(({ categoryId }) => categoryId)).toEqual(['food.groceries'])
  })

  it('learns from what a person has chosen, and forgets it when that is taken back', async () => {
    await importReadings(ledger, statement({ entries: [row('Qzx Handel')] }))
    await finish()
    await edit({ categoryId: 'shopping.hobby_kids_pets' }, 1)
    await importReadings(ledger, statement({ entries: [row('Qzx Handel', 3)] }))
    await finish()
    expect(await get(2)).toMatchObject({ categoryId: 'shopping.hobby_kids_pets', categoryBy: 'guess', categoryWhy: { kind: 'learned' } })
    await edit({ categoryId: null }, 1)
    await importReadings(ledger, statement({ entries: [row('Qzx Handel', 4)] }))
    await finish()
    expect(await get(3)).toMatchObject({ categoryId: null })
  })

  it('keeps to itself what a choice for one row taught, when a rule changes: others follow only where they are told to', async () => {
    await importReadings(ledger, statement({ entries: [row('REWE Markt'), row('REWE Markt', 3), row('Netflix', 4), row('Qzx Handel', 5), row('Qzx Handel', 6)] }))
    await finish()
    await edit({ categoryId: 'health.pharmacy' }, 1)
    await edit({ categoryId: 'travel.other' }, 4)
    const { id: ruleId } = await value(ledger.call('rules.create', { ...REWE_RULE, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'netflix' }] } }))
    await finish()
    expect((await get(2)).categoryId).toBe('food.groceries')
    expect((await get(3)).categoryId).toBe('family.childcare_education')
    // Where nothing was known, nothing is lost.
    expect((await get(5)).categoryId).toBe('travel.other')
    await value(ledger.call('rules.delete', { id: ruleId }))
    await finish()
    expect((await get(2)).categoryId).toBe('food.groceries')
  })

  it('goes by a person’s rules first, again when they change, and back with the undo', async () => {
    await importReadings(ledger, statement({ entries: [row('REWE Markt'), row('REWE City', 3), row('Netflix', 4)] }))
    await edit({ categoryId: 'travel.other' }, 2)
    await finish()
    expect(await value(ledger.call('rules.preview', REWE_RULE))).toMatchObject({ fits: 2, changes: 1, examples: [{ id: 1 }] })
    const rule = await value(ledger.call('rules.create', REWE_RULE))
    await finish()
    expect(await get(1)).toMatchObject({ categoryId: 'family.childcare_education', categoryBy: 'rule', categoryWhy: { kind: 'rule', evidence: 'Rewe', confidence: 1 } })
    expect((await get(2)).categoryId).toBe('travel.other')
    await value(ledger.call('rules.edit', { id: rule.id, rule: { ...REWE_RULE, isEnabled: false } }))
    await finish()
    expect(await get(1)).toMatchObject({ categoryBy: 'guess' })
    await value(ledger.call('history.undo', undefined))
    await finish()
    expect(await get(1)).toMatchObject({ categoryBy: 'rule' })
    await value(ledger.call('rules.delete', { id: rule.id }))
    expect(await value(ledger.call('rules.list', undefined))).toEqual([])
    await value(ledger.call('history.undo', undefined))
    expect(await value(ledger.call('rules.list', undefined))).toEqual([rule])
  })

  it('asks rules in the order that a person gave them', async () => {
    const first = await value(ledger.call('rules.create', REWE_RULE))
    const second = await value(ledger.call('rules.create', { ...REWE_RULE, name: 'Other', then: [{ kind: 'categorise', category: 'travel.other' }] }))
    expect((await value(ledger.call('rules.reorder', { ids: [second.id, first.id] }))).map(({ name }) => name)).toEqual(['Other', 'Rewe'])
    expect((await ledger.call('rules.reorder', { ids: [second.id] })).ok).toBe(false)
    await importReadings(ledger, statement({ entries: [row('REWE Markt')] }))
    await finish()
    expect(await get(1)).toMatchObject({ categoryId: 'travel.other' })
  })
})

describe('A14 a crash in the middle of the categories', () => {
  const ROWS = 9_000
  let folder: string

  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'kontor-categories-')) })
  afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

  async function open(name: string, create: boolean): Promise<LedgerClient> {
    const ledger = createDirectClient({ clock: steadyClock() })
    await value(ledger.open({ file: join(folder, name), key: null, create, baseCurrency: currency('EUR') }))
    return ledger
  }
  const without = async (ledger: LedgerClient): Promise<number> => (await value(ledger.call('transactions.outline', { filter: { category: 'none' } }))).count

  it('A14 leaves the rows, and the job goes on where it was', async () => {
    const ledger = await open('a.kontor', true)
    const begun = await beginImport(ledger)
    const entries = Array.from({ length: ROWS }, (_, index) => row(KNOWN[index % KNOWN.length] ?? '', 1 + (index % 28), { externalId: `x${index}` }))
    await apply(ledger, begun, { fetched: [fetched(offered(0), { statements: [statement({ entries })] })] })
    const { id: connectionId } = begun.connection
    await value(ledger.job('connections.categorise', { id: connectionId }))
    expect(await value(ledger.job('connections.categorise', { id: connectionId }))).toEqual({ isDone: false })
    await expectMidway(ledger, connectionId)
    // What a killed process leaves behind: the files as they are at this moment.
    for (const part of ['', '-wal']) if (existsSync(join(folder, `a.kontor${part}`))) copyFileSync(join(folder, `a.kontor${part}`), join(folder, `b.kontor${part}`))
    await ledger.close()

    const again = await open('b.kontor', false)
    await value(again.job('connections.reset', null))
    expect(await connection(again, connectionId)).toMatchObject({ categorizationStatus: 'PENDING' })
    const left = await without(again)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(ROWS)
    await categorise(again, connectionId)
    expect(await without(again)).toBe(0)
    expect(await connection(again, connectionId)).toMatchObject({ categorizationStatus: 'READY' })
    await sound(again)
    await again.close()
  })

  async function expectMidway(ledger: LedgerClient, connectionId: ConnectionId): Promise<void> {
    expect(await connection(ledger, connectionId)).toMatchObject({ categorizationStatus: 'IN_PROGRESS' })
    expect((await value(ledger.call('transactions.outline', { filter: {} }))).count).toBe(ROWS)
  }
})
