import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, OPERATION, openedInMemory, reading, statement, value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

const TRILLION = '000000000000.00'
const file = (name: string, ...amounts: readonly string[]) => ({ name, bytes: new TextEncoder().encode(ofx({ currency: 'EUR', lines: amounts.map((amount, index) => ({ id: `${name}${index}`, on: '2026-01-02', amount })) })) })
const TOO_MUCH = { kind: 'malformed', reason: 'sums_too_large', line: null }

describe('amounts beyond what can be counted exactly', () => {
  let ledger: LedgerClient

  beforeEach(async () => { ledger = await openedInMemory() })
  afterEach(async () => {
    expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
    await ledger.close()
  })

  const stage = async (...files: ReturnType<typeof file>[]) => (await value(ledger.call('imports.stage', { files }))).operationId
  const review = async (...files: ReturnType<typeof file>[]) => value(ledger.call('imports.review', { operationId: await stage(...files) }))

  it('are refused with a sentence, file by file, and the others come in', async () => {
    const { files } = await review(file('good', '1.00'), file('huge', `50${TRILLION}`), file('signs', `30${TRILLION}`, `-30${TRILLION}`), file('more', `20${TRILLION}`))
    expect(files.map(({ error, accounts }) => [error, accounts.length])).toEqual([[null, 1], [TOO_MUCH, 0], [TOO_MUCH, 0], [null, 1]])
  })

  it('are refused where only the ledger makes them too many', async () => {
    await value(ledger.job('importFiles', { files: [file('first', `30${TRILLION}`)], source: 'file', operationId: OPERATION }))
    const before = await value(ledger.call('accounts.list', undefined))
    expect(await ledger.job('importFiles', { files: [file('second', `-20${TRILLION}`)], source: 'file', operationId: OPERATION })).toEqual({ ok: false, error: TOO_MUCH })
    expect(await value(ledger.call('accounts.list', undefined))).toEqual(before)
    expect(await value(ledger.call('imports.history', undefined))).toHaveLength(1)
  })

  it('are refused at the last moment where two imports were looked at side by side', async () => {
    const one = await stage(file('one', `30${TRILLION}`))
    const other = await stage(file('other', `30${TRILLION}`))
    await value(ledger.call('imports.commit', { operationId: one }))
    expect(await ledger.call('imports.commit', { operationId: other })).toEqual({ ok: false, error: TOO_MUCH })
    expect((await value(ledger.call('transactions.outline', { filter: {} }))).count).toBe(1)
  })

  it('up to there add up exactly, everywhere', async () => {
    await value(ledger.job('importFiles', { files: [file('all', `45${TRILLION}`.replace('.00', '.01').replace('45', '44'), '-0.02')], source: 'file', operationId: OPERATION }))
    expect(await value(ledger.call('accounts.list', undefined))).toMatchObject([{ balance: { minor: 4_399_999_999_999_999 } }])
    expect((await value(ledger.call('imports.history', undefined)))[0]?.delta).toEqual([{ minor: 4_399_999_999_999_999, currency: 'EUR' }])
  })

  it('from a bank connection fail as a whole', async () => {
    const fetched = reading([statement({ entries: [entry({ on: '2026-01-02', amount: `50${TRILLION}` })] })])
    expect(await ledger.job('importReadings', { readings: [{ name: 'bank', reading: fetched }], source: 'fints', operationId: OPERATION })).toEqual({ ok: false, error: TOO_MUCH })
  })

  it('that a balance names count, too', async () => {
    const german = createDirectClient()
    await german.open({ file: ':memory:', key: null, create: true })
    const bytes = new TextEncoder().encode(ofx({ currency: 'EUR', lines: [{ id: 'A', on: '2026-01-02', amount: `-10${TRILLION}` }], balance: { amount: `40${TRILLION}`, asOf: '2026-01-31' } }))
    expect(await german.job('importFiles', { files: [{ name: 'b', bytes }], source: 'file', operationId: OPERATION })).toEqual({ ok: false, error: TOO_MUCH })
    await german.close()
  })
})
