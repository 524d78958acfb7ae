import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#shared/model.ts'
import type { Statement, StatementAccount } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { entry, GIRO, importReadings, openedInMemory, reading, statement, value } from '../../fixtures/readings.ts'
import { ofx } from '../../fixtures/statement.ts'

const NOBODY: StatementAccount = { number: null, bankCode: null, branch: null, iban: null, bic: null, name: null, type: 'checking' }
const CHECKING: StatementAccount = { ...NOBODY, number: '0012345', bankCode: '121000358' }

describe('which account a statement goes into', () => {
  let ledger: LedgerClient
  let day = 0

  beforeEach(async () => {
    ledger = await openedInMemory()
    day = 0
  })
  afterEach(async () => { await ledger.close() })

  const from = (account: StatementAccount, more: Partial<Statement> = {}): Statement => {
    day += 1
    return statement({ account, entries: [entry({ on: `2026-01-${String(day).padStart(2, '0')}`, amount: '1.00', externalId: `R${day}` })], ...more })
  }
  /** The accounts that statements end in, by number of appearance. */
  async function accountsOf(...statements: readonly Statement[]): Promise<(AccountId | undefined)[]> {
    const found = []
    for (const item of statements) found.push((await importReadings(ledger, item))[0]?.accounts[0]?.accountId)
    return found
  }
  const accounts = () => value(ledger.call('accounts.list', undefined))

  it('is told by the IBAN, however it is spaced', async () => {
    expect(await accountsOf(from(GIRO), from({ ...NOBODY, iban: 'de89 3704 0044 0532 0130 00' }))).toEqual([1, 1])
  })

  it('is told by the bank code and number inside a German or Austrian IBAN', async () => {
    expect(await accountsOf(from(GIRO), from({ ...NOBODY, bankCode: '37040044', number: '0532013000' }))).toEqual([1, 1])
    expect(await accountsOf(from({ ...NOBODY, iban: 'AT611904300234573201' }), from({ ...NOBODY, bankCode: '19043', number: '234573201' }))).toEqual([2, 2])
  })

  it('is told by bank code, number and type; leading zeros do not count', async () => {
    expect(await accountsOf(from(CHECKING), from({ ...CHECKING, number: '12345' }), from({ ...CHECKING, type: 'savings' }), from({ ...CHECKING, bankCode: '999' }))).toEqual([1, 1, 2, 3])
  })

  it('is told by the number alone only where one account has it', async () => {
    expect(await accountsOf(from(CHECKING), from({ ...CHECKING, bankCode: null }))).toEqual([1, 1])
    expect(await accountsOf(from({ ...CHECKING, bankCode: '999' }))).toEqual([2])
    expect(await accountsOf(from({ ...NOBODY, number: '777', bankCode: '1' }), from({ ...NOBODY, number: '777', bankCode: '2' }), from({ ...NOBODY, number: '777' }))).toEqual([3, 4, 5])
  })

  it('differs by currency, because one number can hold several', async () => {
    expect(await accountsOf(from(GIRO), from(GIRO, { currency: 'USD' }), from(GIRO, { currency: null }))).toEqual([1, 2, 2])
  })

  it('is told by the source’s own name where it has no number', async () => {
    expect(await accountsOf(from({ ...NOBODY, name: 'Cash box' }), from({ ...NOBODY, name: 'Cash box' }), from({ ...NOBODY, name: 'Piggy bank' }))).toEqual([1, 1, 2])
    expect((await accounts()).map(({ name }) => name)).toEqual(['Cash box', 'Piggy bank'])
  })

  it('has a sensible name: the bank’s, else its kind and the end of its number, else the source’s', async () => {
    await accountsOf(from({ ...GIRO, name: ' Household ' }), from(CHECKING), from({ ...NOBODY, number: '4111111111111111', type: 'credit' }, { kind: 'cc' }), from(CHECKING, { currency: 'USD' }), from(NOBODY))
    expect((await accounts()).map(({ name }) => name)).toEqual(['Household', 'Checking ··2345', 'Card ··1111', 'Checking ··2345 USD', 'file-0'])
  })

  it('is named in the language its owner speaks', async () => {
    const german = createDirectClient({ language: 'de' })
    await german.open({ file: ':memory:', key: null, create: true })
    const files = [{ name: 'march.ofx', bytes: new TextEncoder().encode(ofx({ account: '0040 125577', currency: 'EUR', lines: [{ id: 'A', on: '2026-01-02', amount: '-1.00' }] })) }]
    const { operationId } = await value(german.call('imports.stage', { files }))
    expect((await value(german.call('imports.review', { operationId }))).files[0]?.accounts[0]?.name).toBe('Girokonto ··5577')
    await value(german.job('importFiles', { files, source: 'file', operationId }))
    expect(await value(german.call('accounts.list', undefined))).toMatchObject([{ name: 'Girokonto ··5577', number: '0040 125577' }])
    await german.close()
  })

  it('takes the ledger’s currency where the source names none, and says so', async () => {
    const [receipt] = await importReadings(ledger, from(CHECKING, { currency: null }))
    expect(receipt?.warnings).toEqual([{ line: 1, code: 'currency-assumed', detail: 'EUR' }])
    expect((await accounts())[0]?.currency).toBe('EUR')
  })

  it('keeps the trades of an investment statement beside its entries', async () => {
    const trade = { line: 3, externalId: 'T', code: 'BUYSTOCK', tradedOn: entry({ on: '2026-01-01', amount: '0' }).bookedOn, settledOn: null, securityId: null, units: null, unitPrice: null, fees: null, total: null, purpose: '' }
    const [receipt] = await importReadings(ledger, from({ ...CHECKING, type: 'investment' }, { kind: 'inv', trades: [trade, trade] }))
    expect(receipt?.warnings).toEqual([])
    expect(receipt?.batch.added).toBe(1)
  })

  it('leaves no batch behind for a file that names none, but for its siblings', async () => {
    const refusal = { ...reading([]), statuses: [{ code: '2000', severity: 'error' as const, message: 'General Server Error' }] }
    const receipts = await importReadings(ledger, refusal, from(CHECKING))
    expect(receipts.map(({ batch }) => [batch.fileName, batch.added])).toEqual([['file-1', 1]])
    expect(await importReadings(ledger, refusal)).toEqual([])
    expect(await value(ledger.call('imports.history', undefined))).toHaveLength(1)
  })

  it('keeps an account without entries when the bank states its balance', async () => {
    await importReadings(ledger, statement({ balances: [{ kind: 'booked', name: '', amount: '12.50' as never, asOf: entry({ on: '2026-01-31', amount: '0' }).bookedOn }] }))
    expect((await accounts())[0]).toMatchObject({ balance: { minor: 1250 }, bankBalance: { minor: 1250 }, asOf: '2026-01-31', transactionCount: 0 })
  })
})
