import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { RuleDraftSchema, type RuleDraft, type RuleId } from '#shared/rules.ts'
import type { TransactionFilter, TransactionId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { sound } from '../../fixtures/connections.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../../fixtures/readings.ts'
import { flowsOf } from '../../fixtures/reports.ts'

const row = (payee: string, day = 2) => entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '-10.00', payee, externalId: `${payee} ${day}` })
const about = (word: string, parts: Partial<RuleDraft> = {}): RuleDraft => ({
  name: word, isEnabled: true, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: word }] }, then: [], stops: false, ...parts,
})
const RENAMES: RuleDraft = about('qzx', { then: [{ kind: 'rename', payee: 'Corner shop' }, { kind: 'tag', tag: 'daily' }, { kind: 'categorise', category: 'food.groceries' }] })

describe('rules that do more than categorise', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    await sound(ledger)
    await ledger.close()
  })

  const rows = (filter: TransactionFilter = {}) => value(ledger.call('transactions.page', { filter, after: null, limit: 100 }))
  const get = (number: number) => value(ledger.call('transactions.get', { id: number as TransactionId }))
  const edit = (change: object, ...ids: number[]) => value(ledger.call('transactions.edit', { ids: ids as TransactionId[], change }))
  const create = (draft: RuleDraft) => value(ledger.call('rules.create', draft))
  const applied = (isDryRun: boolean, ids?: RuleId[]) => value(ledger.call('rules.apply', ids === undefined ? { isDryRun } : { ids, isDryRun }))
  const undo = () => value(ledger.call('history.undo', undefined))
  const finish = async (): Promise<void> => { while (!(await value(ledger.job('categories.next', null))).isDone); }
  const come = async (...entries: ReturnType<typeof row>[]): Promise<void> => {
    await importReadings(ledger, statement({ entries }))
    await finish()
  }

  it('name, tag and categorise what comes in, found by the new name', async () => {
    await create(RENAMES)
    await come(row('QZX 4711 HAMBURG'))
    expect(await get(1)).toMatchObject({ payee: 'Corner shop', rawPayee: 'QZX 4711 HAMBURG', tags: ['daily'], categoryId: 'food.groceries', categoryBy: 'rule' })
    expect(await rows({ search: 'corner' })).toHaveLength(1)
    expect((await value(ledger.call('history.state', undefined))).undo?.label).toBe('import')
  })

  it('leave the names and tags of older rows until they are told to, and tell first what that would change', async () => {
    await come(row('QZX 1'), row('QZX 2', 3), row('Somebody', 4))
    expect(await value(ledger.call('rules.preview', RENAMES))).toMatchObject({ fits: 2, changes: 2, rows: [{ transaction: { id: 2 }, then: [{ kind: 'categorise' }, { kind: 'rename', payee: 'Corner shop' }, { kind: 'tag', tag: 'daily' }] }, { transaction: { id: 1 } }] })
    const { id } = await create(RENAMES)
    await finish()
    expect(await get(1)).toMatchObject({ payee: 'QZX 1', tags: [], categoryId: 'food.groceries' })
    const dry = await applied(true, [id])
    expect(dry).toMatchObject({ fits: 2, changes: 2, changed: 0, rows: [{ transaction: { id: 2, payee: 'QZX 2' }, then: [{ kind: 'rename' }, { kind: 'tag' }] }, {}] })
    expect(() => contract['rules.apply'].output.parse(dry)).not.toThrow()
    expect(await get(1)).toMatchObject({ payee: 'QZX 1', tags: [] })
    expect(await applied(false)).toMatchObject({ fits: 2, changes: 2, changed: 2 })
    expect(await rows({ search: 'corner' })).toHaveLength(2)
    expect(await applied(true)).toMatchObject({ fits: 2, changes: 0, rows: [] })
  })

  it('are applied as one step, which an undo takes back and nothing brings again', async () => {
    await come(row('QZX 1'), row('QZX 2', 3))
    await create(RENAMES)
    await applied(false)
    expect((await value(ledger.call('history.state', undefined))).undo).toEqual({ label: 'apply-rules', count: 2 })
    await undo()
    await finish()
    expect(await get(2)).toMatchObject({ payee: 'QZX 2', tags: [] })
    expect(await rows({ search: 'corner' })).toEqual([])
    await value(ledger.call('history.redo', undefined))
    expect(await get(2)).toMatchObject({ payee: 'Corner shop', tags: ['daily'] })
  })

  it('keep the search in step with many rows at once, whatever their order', async () => {
    await come(...Array.from({ length: 40 }, (_, index) => row(`QZX ${index}`, 1 + index % 28)))
    const found = async () => Promise.all(['corner', 'daily', 'later', 'qzx'].map(async (search) => (await rows({ search })).length))
    await create(RENAMES)
    await applied(false)
    expect(await found()).toEqual([40, 40, 0, 40])
    await edit({ payee: 'Later', removeTags: ['daily'] }, ...Array.from({ length: 40 }, (_, index) => 40 - index))
    expect(await found()).toEqual([0, 0, 40, 40])
    await undo()
    expect(await found()).toEqual([40, 40, 0, 40])
    await undo()
    expect(await found()).toEqual([0, 0, 0, 40])
  })

  it('never overwrite what a person has chosen: a name, the bank’s own name, a category, parts', async () => {
    await come(row('QZX 1'), row('QZX 2', 3), row('QZX 3', 4))
    await create(about('qzx', { then: [{ kind: 'rename', payee: 'Wrong' }] }))
    await applied(false)
    await edit({ payee: 'Mine' }, 1)
    await edit({ payee: '' }, 2)
    await edit({ categoryId: 'travel.other' }, 3)
    const { id } = await create(RENAMES)
    await value(ledger.call('rules.reorder', { ids: [id, (await value(ledger.call('rules.list', undefined)))[0]?.id ?? id] }))
    await applied(false)
    await finish()
    expect((await rows()).map(({ payee, categoryId }) => [payee, categoryId])).toEqual([['Corner shop', 'travel.other'], ['QZX 2', 'food.groceries'], ['Mine', 'food.groceries']])
  })

  it('do not put back a tag that a person has taken off, unless they are told to', async () => {
    await create(RENAMES)
    await come(row('QZX 1'))
    await edit({ removeTags: ['daily'] }, 1)
    await edit({ categoryId: 'travel.other' }, 1)
    await undo()
    await create(about('other', { then: [{ kind: 'tag', tag: 'x' }] }))
    await finish()
    expect((await get(1)).tags).toEqual([])
  })

  it('stop where one says so, and the first that speaks keeps its word while tags add up', async () => {
    await create(about('alpha', { then: [{ kind: 'tag', tag: 'one' }, { kind: 'rename', payee: 'First' }] }))
    await create(about('beta', { stops: true }))
    await create(about('a', { then: [{ kind: 'tag', tag: 'two' }, { kind: 'rename', payee: 'Second' }] }))
    await come(row('alpha'), row('beta', 3))
    expect(await get(1)).toMatchObject({ payee: 'First', tags: ['one', 'two'] })
    expect(await get(2)).toMatchObject({ payee: 'beta', tags: [] })
  })

  it('go over with the pending row to the one that books it, and a later rule may still rename it', async () => {
    await create(about('qzx', { then: [{ kind: 'rename', payee: 'Reserved' }, { kind: 'tag', tag: 'card' }] }))
    await importReadings(ledger, statement({ pending: [{ ...row('QZX'), externalId: '' }] }))
    await finish()
    await importReadings(ledger, statement({ entries: [{ ...row('QZX', 3), externalId: '' }] }))
    await finish()
    expect(await rows()).toMatchObject([{ payee: 'Reserved', tags: ['card'], status: 'booked' }])
  })

  it('mark a row as moved between own accounts by its category', async () => {
    await create(about('qzx', { then: [{ kind: 'categorise', category: 'transfers.internal' }] }))
    await come(row('QZX'))
    expect((await flowsOf(ledger, { from: '2026-01-01', to: '2026-01-31' })).total.sum).toMatchObject({ transfersOut: { minor: 1000 }, spending: { minor: 0 } })
  })

  it('are counted all in one go as each would be applied by itself, on or off, and from any row on', async () => {
    await come(row('alpha qzx'), row('beta qzx', 3), row('alpha', 4), row('gamma', 5))
    await edit({ categoryId: 'travel.other' }, 1)
    await edit({ payee: 'Mine' }, 2)
    for (const draft of [
      about('alpha', { then: [{ kind: 'categorise', category: 'food.groceries' }], isEnabled: false }), about('beta', { then: [{ kind: 'tag', tag: 'one' }], stops: true }), RENAMES,
      about('a', { then: [{ kind: 'rename', payee: 'Second' }, { kind: 'categorise', category: 'leisure.events_culture' }] }), about('nobody', { stops: true }),
    ]) await create(draft)
    const counted = await value(ledger.call('rules.reach', { after: null }))
    const single = async (id: RuleId) => (({ fits, changes }) => ({ id, fits, changes }))(await applied(true, [id]))
    expect(counted).toEqual({ reach: await Promise.all((await value(ledger.call('rules.list', undefined))).map(({ id }) => single(id))), next: null })
    expect(counted.reach.map(({ fits }) => fits)).toEqual([2, 1, 1, 3, 0])
    expect((await value(ledger.call('rules.reach', { after: 2 as TransactionId }))).reach.map(({ fits }) => fits)).toEqual([1, 0, 0, 2, 0])
  })

  it('are not there under an unknown id, and one that does nothing is none', async () => {
    expect(await ledger.call('rules.apply', { ids: [7 as RuleId], isDryRun: true })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
    expect(RuleDraftSchema.safeParse(about('x')).success).toBe(false)
    expect(RuleDraftSchema.safeParse(about('x', { stops: true })).success).toBe(true)
    expect(RuleDraftSchema.safeParse(about('x', { then: [{ kind: 'rename', payee: 'a' }, { kind: 'rename', payee: 'b' }] })).success).toBe(false)
  })
})
