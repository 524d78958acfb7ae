import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TransactionId } from '#shared/model.ts'
import type { Statement } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { entry, GIRO, importReadings, openedInMemory, statement, value } from '../fixtures/readings.ts'

const SAVINGS = { ...GIRO, iban: 'DE02500105170137075030', number: '137075030' }
const CARD = { ...GIRO, iban: null, number: '5412000000003344', type: 'credit' as const }
const ACCOUNTS = [GIRO, SAVINGS, CARD] as const

/** Few amounts, few days, few words: many rows that may be each other's other side. */
const row = fc.record({
  account: fc.nat(2), day: fc.integer({ min: 1, max: 14 }), minor: fc.constantFrom(-200, -100, 100, 200),
  words: fc.constantFrom('', 'Umbuchung', 'Miete', 'Karla Brandt'), towards: fc.constantFrom('', GIRO.iban ?? '', SAVINGS.iban),
})
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never

const files = (rows: readonly Row[], first: number): Statement[] => ACCOUNTS.map((account, index) => statement({
  account, kind: account.type === 'credit' ? 'cc' : 'bank',
  entries: rows.flatMap(({ account: of, day, minor, words, towards }, at) => (of !== index ? [] : [entry({
    on: `2026-01-${String(day).padStart(2, '0')}`, amount: (minor / 100).toFixed(2), payee: words, purpose: words, counterpartyIban: towards, externalId: `row ${first + at}`,
  })])),
}))

/** Piece by piece, as in the background. */
async function finish(ledger: LedgerClient): Promise<void> {
  do while (!(await value(ledger.job('categories.next', null))).isDone);
  while (!(await value(ledger.job('insights.next', null))).isDone)
}

interface Told { readonly pairs: string[]; readonly categories: string[] }

/** By the rows' own names: ids differ from ledger to ledger. */
async function told(ledger: LedgerClient): Promise<Told> {
  const rows = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))
  const names = new Map(rows.map(({ id, externalId }) => [id, externalId ?? '']))
  const name = (id: TransactionId): string => names.get(id) ?? 'gone'
  return {
    pairs: rows.flatMap(({ id, transferId }) => (transferId === null ? [] : [`${name(id)} ${name(transferId)}`])).toSorted(),
    categories: rows.map(({ id, categoryId }) => `${name(id)} ${categoryId ?? '-'}`).toSorted(),
  }
}

/** The same rows under the same ids: some first, one file that is taken back again, the rest; looked at after each, or at the end alone. */
async function lived(rows: readonly Row[], { cut, odd, isWatched }: { cut: number; odd: number; isWatched: boolean }): Promise<LedgerClient> {
  const ledger = await openedInMemory()
  const look = async (): Promise<void> => { if (isWatched) await finish(ledger) }
  await importReadings(ledger, ...files(rows.slice(0, cut), 0))
  await look()
  const extra = await importReadings(ledger, ...files([{ account: odd % 3, day: 3, minor: odd % 2 === 0 ? 100 : -100, words: 'Umbuchung', towards: '' }], 900))
  await look()
  await importReadings(ledger, ...files(rows.slice(cut), cut))
  await look()
  for (const { batch } of extra) await value(ledger.call('imports.revert', { batchId: batch.id }))
  await finish(ledger)
  return ledger
}

it('transfers follow from the rows there are, not from when they were looked at', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(11), fc.nat(5), async (rows, cut, odd) => {
    const [ledger, atOnce] = [await lived(rows, { cut, odd, isWatched: true }), await lived(rows, { cut, odd, isWatched: false })]
    expect(await told(ledger)).toEqual(await told(atOnce))

    // Every pair is mutual, on two accounts and of two directions; both its rows are transfers.
    const after = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))
    const byId = new Map(after.map((one) => [one.id, one]))
    for (const one of after) {
      const partner = one.transferId === null ? undefined : byId.get(one.transferId)
      if (one.transferId === null) continue
      expect([partner?.transferId, (partner?.amount.minor ?? 0) + one.amount.minor, partner?.accountId === one.accountId, one.categoryId]).toEqual([one.id, 0, false, 'transfers.internal'])
    }
    await Promise.all([ledger.close(), atOnce.close()])
  }), { numRuns: 15 })
})

it('taking back what a person said of a pair leads to what was before', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 10 }), fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 4 }), async (rows, words) => {
    const ledger = await openedInMemory()
    await importReadings(ledger, ...files(rows, 0))
    await finish(ledger)
    const before = await told(ledger)
    let steps = 0
    for (const [left, right, isPair] of words) {
      const [one, other] = [left + 1, right + 1].map((id) => id as TransactionId)
      if (one === undefined || other === undefined) continue
      const reply = isPair ? await ledger.call('transfers.pair', { ids: [one, other] }) : await ledger.call('transfers.unpair', { id: one })
      if (reply.ok && reply.value.changed > 0) steps += 1
      if (left % 2 === 0) await finish(ledger)
    }
    await finish(ledger)
    for (; steps > 0; steps -= 1) await value(ledger.call('history.undo', undefined))
    await finish(ledger)
    expect(await told(ledger)).toEqual(before)
    await ledger.close()
  }), { numRuns: 15 })
})
