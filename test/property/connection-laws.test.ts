import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConnectionId } from '#shared/connections.ts'
import { addDays, localDate } from '#shared/dates.ts'
import { currency, minor, toDecimal } from '#shared/money.ts'
import type { Statement } from '#shared/statement.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { fetched, imported, offered, updated } from '../fixtures/connections.ts'
import { booked, entry, importReadings, openedInMemory, statement, steadyClock, value } from '../fixtures/readings.ts'

/**
 * A bank knows what is true. A connection sees windows of it, sometimes with a row missing; files bring windows too; the
 * user reverts, deletes, undoes and redoes. Whatever happens, the ledger stays sound, and while a connection keeps the
 * account its balance is the bank's.
 */
const EUR = currency('EUR')
const DAYS = 28
const TRUTH = Array.from({ length: DAYS }, (_, day) => ({ on: addDays(localDate('2026-01-01'), day), cents: ((day * 37) % 23) * 100 - 900, id: day % 3 === 0 ? '' : `id-${day}` }))
const decimal = (cents: number) => toDecimal({ minor: minor(cents), currency: EUR })

/** Brought again by a schedule after it was reverted: taking back the step before the revert and doing it again must not bring it twice. */
const REVIVED: Step[] = [
  { kind: 'refresh', from: 0, length: 1, without: 0, origin: 'manual' }, { kind: 'revert', which: 0 }, { kind: 'refresh', from: 0, length: 1, without: 0, origin: 'auto' },
  { kind: 'undo' }, { kind: 'redo' }, { kind: 'file', from: 0, length: 0 },
]

const steps = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('refresh' as const), from: fc.nat(DAYS - 1), length: fc.nat(10), without: fc.nat(DAYS * 2), origin: fc.constantFrom('manual' as const, 'auto' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('file' as const), from: fc.nat(DAYS - 1), length: fc.nat(10) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revert' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), rows: fc.constantFrom('keep' as const, 'delete' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-account' as const), which: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
), { minLength: 1, maxLength: 12 })
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

function shown(from: number, length: number, without = -1): Statement {
  const to = Math.min(DAYS - 1, from + length)
  const balance = TRUTH.slice(0, to + 1).reduce((sum, { cents }) => sum + cents, 100_000)
  const day = (index: number) => addDays(localDate('2026-01-01'), index)
  return statement({
    from: day(from), to: day(to), balances: [booked(decimal(balance), day(to))],
    entries: TRUTH.slice(from, to + 1).flatMap(({ on, cents, id }, index) => (index + from === without ? [] : [entry({ on, amount: decimal(cents), payee: `Payee ${on}`, externalId: id })])),
  })
}

async function take(ledger: LedgerClient, step: Step): Promise<void> {
  switch (step.kind) {
    case 'refresh': {
      const found = { fetched: [fetched(offered(0), { statements: [shown(step.from, step.length, step.without)] })] }
      const [known] = await value(ledger.call('connections.list', undefined))
      await (known ? updated(ledger, known.id, { ...found, origin: step.origin }) : imported(ledger, found))
      return
    }
    case 'file':
      await importReadings(ledger, shown(step.from, step.length))
      return
    case 'revert': {
      const living = (await value(ledger.call('imports.history', undefined))).filter(({ revertedAt }) => revertedAt === null)
      const batch = living[step.which % Math.max(1, living.length)]
      if (batch) await value(ledger.call('imports.revert', { batchId: batch.id }))
      return
    }
    case 'delete': {
      const [known] = await value(ledger.call('connections.list', undefined))
      if (known) await value(ledger.job('connections.delete', { id: known.id, rows: step.rows }))
      return
    }
    case 'delete-account': {
      const accounts = await value(ledger.call('accounts.list', undefined))
      const account = accounts[step.which % Math.max(1, accounts.length)]
      if (account) await value(ledger.job('accounts.delete', { id: account.id }))
      return
    }
    default: {
      // A connection that was made anew meanwhile stands in the way of the old one; that is said, and nothing happens.
      const answer = await ledger.call(step.kind === 'undo' ? 'history.undo' : 'history.redo', undefined)
      expect(answer.ok || answer.error.kind === 'exists').toBe(true)
    }
  }
}

async function holds(ledger: LedgerClient): Promise<void> {
  expect(await value(ledger.job('verify', null))).toEqual({ problems: [] })
  for (const account of await value(ledger.call('accounts.list', undefined))) {
    const rows = await value(ledger.call('transactions.page', { filter: { accountIds: [account.id] }, after: null, limit: 100 }))
    const adjusting = rows.filter(({ isAdjusting }) => isAdjusting)
    const difference = account.proof?.difference.minor ?? 0
    expect(account.transactionCount).toBe(rows.length)
    expect(adjusting.map(({ amount }) => amount.minor)).toEqual(account.connectionId !== null && difference !== 0 ? [difference] : [])
    expect(new Set(rows.map(({ bookedOn }) => bookedOn)).size).toBeGreaterThanOrEqual(rows.length - adjusting.length)
  }
}

describe('the laws of bank connections', () => {
  it('hold after every step, whatever a bank, a file or a person does', async () => {
    await fc.assert(fc.asyncProperty(steps, async (list) => {
      const ledger = await openedInMemory()
      try {
        for (const step of list) {
          await take(ledger, step)
          await holds(ledger)
        }
      } finally {
        await ledger.close()
      }
    }), { numRuns: 60, examples: [[REVIVED]] })
  })

  it('deleting and taking it back changes nothing that can be seen, with either fate of the rows', async () => {
    await fc.assert(fc.asyncProperty(steps.filter((list) => list.some(({ kind }) => kind === 'refresh')), fc.constantFrom('keep' as const, 'delete' as const), async (list, rows) => {
      const ledger = await openedInMemory()
      try {
        for (const step of list) if (step.kind === 'refresh' || step.kind === 'file') await take(ledger, step)
        const seen = async () => [
          await value(ledger.call('accounts.list', undefined)), await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 200 })), await value(ledger.call('imports.history', undefined)),
          await value(ledger.call('connections.list', undefined)),
        ]
        const before = await seen()
        await value(ledger.job('connections.delete', { id: 1 as ConnectionId, rows }))
        await holds(ledger)
        await value(ledger.call('history.undo', undefined))
        expect(await seen()).toEqual(before)
      } finally {
        await ledger.close()
      }
    }), { numRuns: 25 })
  })

  it('closing the ledger changes no account, row or connection, though what was deleted goes for good', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'))
    try {
      let number = 0
      await fc.assert(fc.asyncProperty(steps, steps, async (first, second) => {
        const clock = steadyClock()
        const file = join(folder, `${number++}.kontor`)
        const opened = async (create: boolean): Promise<LedgerClient> => {
          const client = createDirectClient({ clock })
          await value(client.open({ file, key: null, create, baseCurrency: EUR }))
          return client
        }
        let ledger = await opened(true)
        for (const list of [first, second]) {
          for (const step of list) await take(ledger, step)
          const seen = async () => [
            await value(ledger.call('accounts.list', undefined)), await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 200 })),
            (await value(ledger.call('connections.list', undefined))).map(({ id, accountIds }) => [id, accountIds]),
          ]
          const before = await seen()
          await ledger.close()
          ledger = await opened(false)
          expect(await seen()).toEqual(before)
          await holds(ledger)
        }
        while ((await value(ledger.call('history.state', undefined))).undo) {
          await take(ledger, { kind: 'undo' })
          await holds(ledger)
        }
        await ledger.close()
      }), { numRuns: 20 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
