import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Review } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, Decision, OperationId } from '#shared/model.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { LedgerEvent } from '#main/worker/protocol.ts'
import { openedInMemory, value } from '../../fixtures/readings.ts'
import { ofx, type Line } from '../../fixtures/statement.ts'

const A: Line = { id: 'A', on: '2026-01-02', amount: '-12.50', name: 'Bakery', memo: 'Bread' }
const B: Line = { id: 'B', on: '2026-01-03', amount: '-8.00', name: 'Cinema' }
const C: Line = { id: 'C', on: '2026-01-04', amount: '100.00', name: 'Salary' }

describe('the import sheet', () => {
  let ledger: LedgerClient
  let states: string[]

  beforeEach(async () => {
    ledger = await openedInMemory()
    states = []
    ledger.onEvent((event: LedgerEvent) => {
      if (event.name === 'operation.changed') states.push(`${event.value.state} ${event.value.phase}`)
      else if (event.name === 'ledger.changed') states.push(event.value.scopes.join())
    })
  })
  afterEach(async () => { await ledger.close() })

  const file = (name: string, ...lines: readonly Line[]) => ({ name, bytes: new TextEncoder().encode(ofx({ currency: 'EUR', lines, balance: { amount: '79.50', asOf: '2026-01-31' } })) })
  const stage = async (...files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => (await value(ledger.call('imports.stage', { files: [...files] }))).operationId
  const review = (operationId: OperationId) => value(ledger.call('imports.review', { operationId }))
  const rows = (operationId: OperationId, decision?: Decision, key = '0.0') => value(ledger.call('imports.rows', { operationId, key, offset: 0, limit: 100, ...(decision ? { decision } : {}) }))
  const commit = (operationId: OperationId) => value(ledger.call('imports.commit', { operationId }))
  const first = ({ files }: Review) => files[0]?.accounts[0]
  const count = async () => (await value(ledger.call('transactions.outline', { filter: {} }))).count

  it('shows what would be, and stores nothing before it is told to', async () => {
    const operationId = await stage(file('january.ofx', A, B, C))
    const shown = await review(operationId)
    expect(shown.counts).toEqual({ rows: 3, new: 3, duplicate: 0, match: 0, skip: 0, problem: 0 })
    expect(first(shown)).toMatchObject({
      key: '0.0', kind: 'bank', number: '1001', currency: 'EUR', accountId: null, name: 'Checking ··1001', from: '2026-01-01', to: '2026-03-01',
      proof: { bank: { minor: 7_950 }, ledger: { minor: 7_950 }, difference: { minor: 0 }, asOf: '2026-01-31' }, openingBalance: null, leftOut: null,
    })
    expect(await count()).toBe(0)
    await value(ledger.call('imports.discard', { operationId }))
    expect([await count(), await value(ledger.call('accounts.list', undefined))]).toEqual([0, []])
    expect(await ledger.call('imports.review', { operationId })).toEqual({ ok: false, error: { kind: 'not_found', what: 'import' } })
  })

  it('commits everything at once and answers with receipts', async () => {
    const operationId = await stage(file('january.ofx', A, B), file('more.ofx', B, C))
    const { receipts } = await commit(operationId)
    expect(receipts.map(({ batch: { fileName, rows: all, added, duplicates } }) => [fileName, all, added, duplicates])).toEqual([['january.ofx', 2, 2, 0], ['more.ofx', 2, 1, 1]])
    expect(await count()).toBe(3)
    expect(states).toContain('waiting compare')
    expect(states.slice(-2)).toEqual(['accounts,transactions,imports,history,settings', 'done store'])
    expect(await ledger.call('imports.commit', { operationId })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('gives each row a decision, a reason, its choices and what it is held against', async () => {
    await commit(await stage(file('january.ofx', A)))
    const operationId = await stage(file('again.ofx', A, { ...A, id: 'A2' }, C))
    const list = await rows(operationId)
    expect(list.map(({ index, decision, reason, choices }) => [index, decision, reason, choices])).toEqual([
      [0, 'duplicate', 'same-id', ['duplicate', 'new']],
      [1, 'new', 'not-in-ledger', ['new', 'skip']],
      [2, 'new', 'not-in-ledger', ['new', 'skip']],
    ])
    expect(list[0]).toMatchObject({ bookedOn: '2026-01-02', amount: { minor: -1_250 }, payee: 'Bakery', purpose: 'Bread', status: 'booked', other: { id: 1, payee: 'Bakery' } })
    expect((await rows(operationId, 'duplicate')).map(({ index }) => index)).toEqual([0])
  })

  it('suggests similar rows and lets the user judge', async () => {
    await commit(await stage(file('january.ofx', A, C)))
    const operationId = await stage(file('again.ofx', { ...A, id: 'X', on: '2026-01-03' }, C))
    expect((await rows(operationId))[0]).toMatchObject({ decision: 'new', reason: 'similar-row', choices: ['new', 'duplicate', 'skip'], other: { id: 1 } })
    const after = await value(ledger.call('imports.decide', { operationId, key: '0.0', indexes: [0], decision: 'duplicate' }))
    expect(after.counts).toMatchObject({ new: 0, duplicate: 2 })
    expect((await rows(operationId))[0]).toMatchObject({ decision: 'duplicate', reason: 'user' })
    const { receipts } = await commit(operationId)
    expect(receipts[0]?.batch).toMatchObject({ added: 0, duplicates: 2 })
    expect(receipts[0]?.decisions[0]).toMatchObject({ decision: 'duplicate', reason: 'user' })
  })

  it('lets the user skip rows, one or all, and take a duplicate anyway', async () => {
    await commit(await stage(file('january.ofx', A)))
    const operationId = await stage(file('again.ofx', A, B, C))
    await value(ledger.call('imports.decide', { operationId, key: '0.0', from: 'new', decision: 'skip' }))
    await value(ledger.call('imports.decide', { operationId, key: '0.0', indexes: [0], decision: 'new' }))
    expect((await review(operationId)).counts).toMatchObject({ rows: 3, new: 1, skip: 2 })
    await commit(operationId)
    expect(await count()).toBe(2)
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('says honestly what a row left out does to the balance, before the commit and after, until it comes in', async () => {
    const whole = { bank: { minor: 7_950 }, ledger: { minor: 7_950 }, difference: { minor: 0 } }
    const lacking = { bank: { minor: 7_950 }, ledger: { minor: 8_750 }, difference: { minor: -800 }, firstDivergingDay: '2026-01-31' }
    const operationId = await stage(file('january.ofx', A, B, C))
    expect(first(await review(operationId))).toMatchObject({ proof: whole, leftOut: null })
    const without = await value(ledger.call('imports.decide', { operationId, key: '0.0', indexes: [1], decision: 'skip' }))
    expect(first(without)).toMatchObject({ proof: lacking, leftOut: { minor: -800, currency: 'EUR' } })
    const { receipts } = await commit(operationId)
    expect(receipts[0]?.accounts[0]?.proof).toMatchObject(lacking)
    expect((await value(ledger.call('accounts.list', undefined)))[0]).toMatchObject({ balance: { minor: 8_750 }, proof: lacking })
    await commit(await stage(file('again.ofx', A, B, C)))
    expect((await value(ledger.call('accounts.list', undefined)))[0]).toMatchObject({ balance: { minor: 7_950 }, proof: whole })
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('does not let a row that is taken twice vanish in the opening balance either', async () => {
    await commit(await stage(file('january.ofx', A, B, C)))
    const operationId = await stage(file('again.ofx', A, B, C))
    const twice = await value(ledger.call('imports.decide', { operationId, key: '0.0', indexes: [2], decision: 'new' }))
    expect(first(twice)).toMatchObject({ proof: { difference: { minor: -10_000 } }, leftOut: null })
  })

  it('speaks of an opening balance only where the import sets or moves it', async () => {
    const late = { ...file('february.ofx'), bytes: new TextEncoder().encode(ofx({ currency: 'EUR', lines: [{ id: 'F', on: '2026-02-10', amount: '-9.50' }], balance: { amount: '70.00', asOf: '2026-02-28' } })) }
    const begun = await stage(late)
    expect(first(await review(begun))).toMatchObject({ accountId: null, openingBalance: { minor: 7_950 } })
    await commit(begun)
    expect(first(await review(await stage(late)))).toMatchObject({ accountId: 1, openingBalance: null })
    const older = await stage(file('january.ofx', B))
    expect(first(await review(older))).toMatchObject({ accountId: 1, openingBalance: { minor: 8_750 }, proof: { difference: { minor: 0 } } })
  })

  it('refuses a decision that makes no sense for a row', async () => {
    const operationId = await stage(file('january.ofx', A))
    for (const decision of ['duplicate', 'match', 'problem'] as const) {
      expect(await ledger.call('imports.decide', { operationId, key: '0.0', indexes: [0], decision })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    }
    expect(await ledger.call('imports.decide', { operationId, key: '0.0', indexes: [7], decision: 'skip' })).toMatchObject({ ok: false })
    expect(await ledger.call('imports.rows', { operationId, key: '9.9', offset: 0, limit: 1 })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('puts a statement where the user wants it, and knows its rows there', async () => {
    await commit(await stage(file('january.ofx', A)))
    const other = { name: 'other.ofx', bytes: new TextEncoder().encode(ofx({ account: '2002', currency: 'EUR', lines: [A, B] })) }
    const operationId = await stage(other)
    expect(first(await review(operationId))).toMatchObject({ accountId: null, counts: { new: 2 } })
    const assigned = await value(ledger.call('imports.assign', { operationId, key: '0.0', accountId: 1 as AccountId }))
    expect(first(assigned)).toMatchObject({ accountId: 1, counts: { new: 1, duplicate: 1 } })
    const back = await value(ledger.call('imports.assign', { operationId, key: '0.0', accountId: null, name: 'Holiday' }))
    expect(first(back)).toMatchObject({ accountId: null, name: 'Holiday', counts: { new: 2 } })
    await value(ledger.call('imports.assign', { operationId, key: '0.0', accountId: 1 as AccountId }))
    await commit(operationId)
    const later = await stage({ name: 'later.ofx', bytes: new TextEncoder().encode(ofx({ account: '2002', currency: 'EUR', lines: [C] })) })
    expect(first(await review(later))).toMatchObject({ accountId: 1 })
  })

  it('refuses an account in another currency', async () => {
    await commit(await stage(file('january.ofx', A)))
    const operationId = await stage({ name: 'usd.ofx', bytes: new TextEncoder().encode(ofx({ currency: 'USD', lines: [B] })) })
    expect(await ledger.call('imports.assign', { operationId, key: '0.0', accountId: 1 as AccountId })).toEqual({ ok: false, error: { kind: 'unsupported', what: 'other_currency' } })
    expect(await ledger.call('imports.assign', { operationId, key: '0.0', accountId: 55 as AccountId })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('decides anew when the ledger has changed meanwhile: nothing comes in twice', async () => {
    const early = await stage(file('january.ofx', A, B))
    const late = await stage(file('february.ofx', B, C))
    await commit(early)
    const { receipts } = await commit(late)
    expect(receipts[0]?.batch).toMatchObject({ added: 1, duplicates: 1 })
    expect(await value(ledger.call('accounts.list', undefined))).toHaveLength(1)
  })

  it('makes a new account when the one it was meant for is gone', async () => {
    await commit(await stage(file('january.ofx', A)))
    const operationId = await stage(file('february.ofx', A, B))
    await value(ledger.call('history.undo', undefined))
    expect((await commit(operationId)).receipts[0]?.batch).toMatchObject({ added: 2, duplicates: 0 })
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  })

  it('shows a file that cannot be read beside those that can', async () => {
    const operationId = await stage({ name: 'photo.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2, 3]) }, file('january.ofx', A))
    const { files, counts } = await review(operationId)
    expect(files.map(({ name, error, accounts }) => [name, error === null, accounts.length])).toEqual([['photo.jpg', false, 0], ['january.ofx', true, 1]])
    expect(counts.new).toBe(1)
    expect((await commit(operationId)).receipts.map(({ batch }) => batch.fileName)).toEqual(['january.ofx'])
  })

  it('can be called off at any look, and then has left nothing', async () => {
    const stop = ledger.onEvent((event) => {
      if (event.name === 'operation.changed' && event.value.phase === 'store') void ledger.call('operations.cancel', { operationId: event.value.operationId })
    })
    const operationId = await stage(file('january.ofx', ...Array.from({ length: 3_000 }, (_, index) => ({ ...A, id: `R${index}` }))))
    expect(await ledger.call('imports.commit', { operationId })).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(await count()).toBe(0)
    stop()
    expect((await value(ledger.call('operations.list', undefined))).map(({ state }) => state)).toEqual(['waiting'])
    expect((await commit(operationId)).receipts[0]?.batch.added).toBe(3_000)
    expect(await value(ledger.call('operations.list', undefined))).toEqual([])
  })

  it('keeps few imports waiting at a time', async () => {
    const ids = []
    for (let index = 0; index < 9; index += 1) ids.push(await stage(file(`${index}.ofx`, A)))
    expect(states.at(-1)).toBe('failed read')
    expect(await ledger.call('imports.review', { operationId: ids[8] ?? ids[0] as OperationId })).toMatchObject({ ok: false })
  })
})
