import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/dates.ts'
import { minor, currency, toDecimal } from '#shared/money.ts'
import type { Statement, StatementEntry } from '#shared/statement.ts'
import { transact } from '#main/ledger/database.ts'
import { commitImport } from '#main/ledger/import/commit.ts'
import { stageImport } from '#main/ledger/import/stage.ts'
import { openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { setReverted } from '#main/ledger/revert.ts'
import { verifyLedger } from '#main/ledger/verify.ts'
import { booked, entry, OPERATION, reading, statement, steadyClock } from '../fixtures/readings.ts'

/**
 * A bank knows what is true: a list of entries, some equal, some with ids, some ids reused. It shows windows of it, with the
 * balance at the window's end. Whatever windows come in whatever order, the ledger must hold their union, once.
 */
const EUR = currency('EUR')
const entries = fc.array(fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  cents: fc.constantFrom(-350, -350, -1_250, 9_900, 1),
  text: fc.constantFrom('Bakery', 'Rent', 'Salary'),
  id: fc.constantFrom('', '', 'A', 'B', 'C', 'D'),
}), { minLength: 1, maxLength: 25 }).map((list) => [...list].sort((left, right) => left.day - right.day))
type Truth = readonly { readonly day: number; readonly cents: number; readonly text: string; readonly id: string }[]
const windows = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 })).map(([left, right]) => [Math.min(left, right), Math.max(left, right)] as const), { minLength: 1, maxLength: 5 })
type Window = readonly [from: number, to: number]

const decimal = (cents: number) => toDecimal({ minor: minor(cents), currency: EUR })
const dayOf = (number: number) => plainDate(2026, 1, number)
const toEntry = ({ day, cents, text, id }: Truth[number]): StatementEntry => entry({ on: dayOf(day), amount: decimal(cents), payee: text, externalId: id })

function shown(truth: Truth, [from, to]: Window): Statement {
  const balance = truth.filter(({ day }) => day <= to).reduce((sum, { cents }) => sum + cents, 100_000)
  return statement({
    from: dayOf(from), to: dayOf(to),
    entries: truth.filter(({ day }) => day >= from && day <= to).map(toEntry),
    balances: [booked(decimal(balance), dayOf(to))],
  })
}

const clock = steadyClock()
const opened = (): OpenLedger => openLedger({ file: ':memory:', key: null, create: true, baseCurrency: EUR, now: clock.now() })

function bring({ db }: OpenLedger, statements: readonly Statement[]) {
  const files = statements.map((item, index) => ({ name: `file-${index}`, reading: { ok: true as const, value: reading([item]) }, source: null }))
  const staged = stageImport(db, OPERATION, 'file', files, () => undefined)
  return transact(db, () => commitImport(db, staged, clock.now(), () => undefined))
}

/** What a person sees, without the numbers that tell in which order things came. */
const seen = ({ db }: OpenLedger) => ({
  rows: db.tuples<unknown[]>('SELECT booked_on, amount_minor, raw_payee, external_id FROM txn WHERE deleted_at IS NULL ORDER BY 1, 2, 3, 4').all(),
  accounts: db.tuples<unknown[]>(`
    SELECT name, opening_minor, balance_minor, row_count, first_on, last_on, bank_minor, bank_as_of, proof_minor, diverging_on
      FROM account JOIN account_state ON account_id = id WHERE deleted_at IS NULL ORDER BY 1`).all(),
})

/** Everything that can be seen or comes of it, with all ids. */
const dump = ({ db }: OpenLedger) => ['account', 'account_state', 'txn', 'txn_part', 'import_batch', 'import_statement', 'import_row', 'balance_snapshot', 'import_warning', 'pending_claim'].map((table) => db.tuples<unknown[]>(`SELECT * FROM ${table} ORDER BY 1, 2`).all())
const living = ({ db }: OpenLedger) => [
  db.tuples<unknown[]>('SELECT * FROM account WHERE deleted_at IS NULL').all(),
  db.tuples<unknown[]>('SELECT account_state.* FROM account_state JOIN account ON id = account_id WHERE deleted_at IS NULL').all(),
  db.tuples<unknown[]>('SELECT * FROM txn WHERE deleted_at IS NULL').all(),
  db.tuples<unknown[]>('SELECT * FROM posting').all(),
]

function withLedger<T>(use: (ledger: OpenLedger) => T): T {
  const ledger = opened()
  try {
    return use(ledger)
  } finally {
    expect(verifyLedger(ledger.db)).toEqual([])
    ledger.close()
  }
}

describe('the laws of importing', () => {
  it('the same windows again add nothing', () => {
    fc.assert(fc.property(entries, windows, (truth, list) => withLedger((ledger) => {
      const files = list.map((window) => shown(truth, window))
      bring(ledger, files)
      const before = seen(ledger)
      const again = bring(ledger, files)
      expect(again.map(({ batch }) => batch.added)).toEqual(files.map(() => 0))
      expect(seen(ledger)).toEqual(before)
    })), { numRuns: 40 })
  })

  it('the order of files makes no difference, nor whether they come together or apart', () => {
    fc.assert(fc.property(entries, windows, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (truth, list, places) => {
      const files = list.map((window) => shown(truth, window))
      const shuffled = files.map((file, index) => ({ file, at: places[index] ?? 0 })).sort((left, right) => left.at - right.at).map(({ file }) => file)
      const one = withLedger((ledger) => { bring(ledger, files); return seen(ledger) })
      const other = withLedger((ledger) => { shuffled.forEach((file) => { bring(ledger, [file]) }); return seen(ledger) })
      expect(other).toEqual(one)
    }), { numRuns: 40 })
  })

  it('overlapping windows end in their union, N equal rows staying N', () => {
    fc.assert(fc.property(entries, windows, (truth, list) => withLedger((ledger) => {
      list.forEach((window) => { bring(ledger, [shown(truth, window)]) })
      const expected = truth.filter(({ day }) => list.some(([from, to]) => day >= from && day <= to))
      const key = ([day, cents, text, id]: unknown[]) => `${String(day)} ${String(cents)} ${String(text)} ${String(id)}`
      expect(seen(ledger).rows.map(key).sort()).toEqual(expected.map(({ day, cents, text, id }) => key([dayOf(day), cents, text, id])).sort())
    })), { numRuns: 40 })
  })

  it('each row of each file has one decision', () => {
    fc.assert(fc.property(entries, windows, (truth, list) => withLedger((ledger) => {
      for (const window of list) {
        const file = shown(truth, window)
        const [receipt] = bring(ledger, [file])
        const { rows, added, duplicates, matched, skipped, problems } = receipt?.batch ?? { rows: -1, added: 0, duplicates: 0, matched: 0, skipped: 0, problems: 0 }
        expect(rows).toBe(file.entries.length)
        expect(added + duplicates + matched + skipped + problems).toBe(rows)
      }
    })), { numRuns: 20 })
  })

  it('a balance is the opening plus every row, and windows without gaps agree with the bank', () => {
    fc.assert(fc.property(entries, fc.array(fc.integer({ min: 1, max: 27 }), { maxLength: 3 }), (truth, cuts) => withLedger((ledger) => {
      const edges = [0, ...new Set(cuts)].sort((left, right) => left - right)
      edges.forEach((edge, index) => { bring(ledger, [shown(truth, [edge + 1, edges[index + 1] ?? 28])]) })
      const { db } = ledger
      const [opening, balance, bank, proof] = db.tuples<number[]>('SELECT opening_minor, balance_minor, bank_minor, proof_minor FROM account_state').get() ?? []
      const sum = db.column<number>('SELECT total(amount_minor) FROM txn WHERE deleted_at IS NULL').get()
      expect(balance).toBe((opening ?? 0) + (sum ?? 0))
      expect([opening, proof]).toEqual([100_000, bank])
    })), { numRuns: 20 })
  })
})

describe('the laws of reverting', () => {
  it('reverting the last import restores what was before, to the bit; undoing that restores what was after', () => {
    fc.assert(fc.property(entries, windows, fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 27 })), (truth, list, [from, length]) => withLedger((ledger) => {
      list.forEach((window) => { bring(ledger, [shown(truth, window)]) })
      const before = living(ledger)
      const [receipt] = bring(ledger, [shown(truth, [from, Math.min(28, from + length)])])
      const after = dump(ledger)
      const batch = receipt?.batch.id
      if (batch === undefined) return
      transact(ledger.db, () => { setReverted(ledger.db, [batch], clock.now(), clock.now()) })
      expect(living(ledger)).toEqual(before)
      transact(ledger.db, () => { setReverted(ledger.db, [batch], null, clock.now()) })
      expect(dump(ledger)).toEqual(after)
    })), { numRuns: 40 })
  })

  it('the ledger is what its living imports make it, whatever was reverted in between', () => {
    fc.assert(fc.property(entries, windows, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (truth, list, isKept) => {
      const files = list.map((window) => shown(truth, window))
      const direct = withLedger((ledger) => { files.forEach((file, index) => { if (isKept[index] === true) bring(ledger, [file]) }); return seen(ledger) })
      const around = withLedger((ledger) => {
        const batches = files.flatMap((file) => bring(ledger, [file]).map(({ batch }) => batch.id))
        batches.forEach((batch, index) => { if (isKept[index] !== true) transact(ledger.db, () => { setReverted(ledger.db, [batch], clock.now(), clock.now()) }) })
        return seen(ledger)
      })
      expect(around).toEqual(direct)
    }), { numRuns: 40 })
  })
})
