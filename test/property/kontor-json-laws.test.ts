import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import type { AccountId, OperationId, TransactionId } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import type { RuleDraft as NotificationDraft } from '#shared/notifications.ts'
import { REPORT_NAMES } from '#shared/reports/names.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import { finishCategories } from '#main/cli/categories.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { sound } from '../fixtures/connections.ts'
import { entry, importReadings, openedInMemory, statement, value } from '../fixtures/readings.ts'

const folder = mkdtempSync(join(tmpdir(), 'kontor-json-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** Up to the day of a ledger in memory. */
const TODAY = localDate('2026-01-31')
const months = (count: number): string[] => Array.from({ length: count }, (_, back) => 2026 * 12 - back).map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)

/** Contracts, transfers with and without a doubt, shopping, and an account in dollars; told by several files that leave a gap. */
async function lived(seed: readonly number[]): Promise<LedgerClient> {
  const ledger = await openedInMemory()
  const at = (place: number): number => seed[place % seed.length] ?? 0
  const giro = months(9).flatMap((month, place) => [
    entry({ on: `${month}-01`, amount: '-850.00', payee: 'Hausverwaltung Nord', purpose: 'Miete' }),
    entry({ on: `${month}-03`, amount: place < 4 ? '-14.99' : '-12.99', payee: 'Netflix', purpose: 'Abo' }),
    entry({ on: `${month}-05`, amount: '-29.90', payee: 'Turnverein Eiche', purpose: 'Beitrag' }),
    entry({ on: `${month}-${10 + (at(place) % 15)}`, amount: `-${20 + (at(place + 1) % 60)}.${10 + (at(place + 2) % 80)}`, payee: ['REWE Markt', 'Kiosk Eck', 'Laden 7'][at(place) % 3] ?? '', purpose: 'Einkauf' }),
    entry({ on: `${month}-12`, amount: '-200.00', payee: 'Erika Muster', purpose: 'Sparen', counterpartyIban: 'DE02120300000000202051' }),
    entry({ on: `${month}-20`, amount: '-75.00', payee: 'Bank', purpose: '' }),
    entry({ on: `${month}-27`, amount: '2450.00', payee: 'Beispiel GmbH', purpose: 'Gehalt' }),
  ])
  const savings = months(9).flatMap((month) => [
    entry({ on: `${month}-13`, amount: '200.00', payee: 'Erika Muster', purpose: 'Sparen', counterpartyIban: 'DE89370400440532013000' }), entry({ on: `${month}-21`, amount: '75.00', payee: 'Bank', purpose: '' }),
  ])
  const dollars = months(3).map((month) => entry({ on: `${month}-08`, amount: '-9.50', payee: 'Grocer', purpose: '' }))
  const SAVINGS = { number: '202051', bankCode: '12030000', branch: null, iban: 'DE02120300000000202051', bic: null, name: 'Tagesgeld', type: 'savings' } as const
  await importReadings(ledger, statement({ entries: giro.filter(({ bookedOn }) => bookedOn < '2025-09-01' && bookedOn > '2025-06-15') }), statement({ entries: giro.filter(({ bookedOn }) => bookedOn >= '2025-10-01'), pending: [entry({ on: '2026-01-30', amount: '-5.00', payee: 'Kiosk Eck' })] }))
  await importReadings(ledger, statement({ account: SAVINGS, entries: savings }), statement({ account: { ...SAVINGS, number: '77', iban: null, name: 'Dollars', type: 'checking' }, currency: 'USD', entries: dollars }))
  await finishCategories(ledger)
  return ledger
}

const CATEGORIES = ['food.groceries', 'leisure.fitness_sports', 'shopping.general', null] as const
const pick = <T>(list: readonly T[], draw: number): T | undefined => list[draw % Math.max(1, list.length)]

/** Whatever a person may decide; each number says about what. */
const decision = fc.tuple(fc.constantFrom('category', 'split', 'tag', 'name', 'confirm', 'reject', 'unpair', 'pairing', 'contract', 'dismiss', 'rename', 'merge', 'remind', 'place', 'rule', 'budget', 'month', 'mapping', 'rate', 'file-rate', 'close', 'hand-row', 'hand-account', 'tell'), fc.nat(1000), fc.nat(1000))
type Decision = typeof decision extends fc.Arbitrary<infer D> ? D : never

/** A decision that makes no sense here is refused, and decides nothing. */
async function decide(ledger: LedgerClient, [kind, one, other]: Decision): Promise<void> {
  const rows = await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))
  const row = pick(rows, one)?.id ?? 1 as TransactionId
  const edit = (change: object): Promise<unknown> => ledger.call('transactions.edit', { ids: [row], change })
  const { contracts } = await value(ledger.call('contracts.list', {}))
  const [contract, second] = [pick(contracts, one)?.id ?? '1-1', pick(contracts, other)?.id ?? '1-1']
  const proposed = (await value(ledger.call('transfers.list', { state: 'proposed', offset: 0, limit: 100 }))).transfers.map(({ out, into }) => ({ outId: out.id, inId: into.id }))
  const day = addDays(TODAY, -(one % 200))
  const acts: Readonly<Record<Decision[0], () => Promise<unknown>>> = {
    category: () => edit({ categoryId: pick(CATEGORIES, other) ?? null }),
    split: () => edit({ splits: [{ amountMinor: -100, categoryId: 'food.groceries', notes: 'a' }, { amountMinor: (pick(rows, one)?.amount.minor ?? 0) + 100, categoryId: null, notes: '' }] }),
    tag: () => edit({ addTags: [pick(['35a', 'Urlaub', 'Fest'], other)] }),
    name: () => edit({ payee: pick(['Laden', ''], other), notes: `n${other}` }),
    confirm: () => ledger.call('transfers.confirm', { pairs: proposed.slice(one % 3, one % 3 + 1) }),
    reject: () => ledger.call('transfers.reject', { pairs: proposed.slice(one % 3, one % 3 + 1) }),
    unpair: () => ledger.call('transfers.unpair', { id: row }),
    pairing: () => ledger.call('transfers.setPairing', { mode: pick(['confirm', 'propose', 'off'] as const, other) ?? 'off' }),
    contract: () => ledger.call('contracts.confirm', { ids: [contract] }),
    dismiss: () => ledger.call('contracts.dismiss', { ids: [contract] }),
    rename: () => ledger.call('contracts.rename', { id: contract, name: `Vertrag ${other}` }),
    merge: () => ledger.call('contracts.merge', { id: contract, into: second }),
    remind: () => ledger.call('contracts.remind', { id: contract, cancelBy: addDays(TODAY, other), remindDays: other % 30 }),
    place: () => ledger.call('contracts.place', { rows: [row], into: other % 3 === 0 ? null : second }),
    rule: () => ledger.call('rules.create', {
      name: `Regel ${other}`, isEnabled: other % 4 > 0, stops: other % 2 === 0,
      when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: pick(['kiosk', 'laden', 'rewe'], other) ?? '' }, { kind: 'account', accountIds: [1 + (one % 3) as AccountId] }] },
      then: [{ kind: 'categorise', category: 'leisure.gambling' }, { kind: 'rename', payee: 'Bude' }, { kind: 'tag', tag: 'Regel' }],
    }),
    budget: () => ledger.call('budgets.set', { category: pick(['food', 'food.groceries', 'housing.rent'], one) ?? 'food', month: pick(['2025-08', '2025-11', '2026-01'], other) ?? '', limitMinor: minor(other * 100), period: other % 5 === 0 ? 'year' : 'month', carry: other % 2 === 0 ? 'expiring' : 'accumulating', onlyThis: other % 3 === 0 }),
    month: () => ledger.call('budgets.setMonthStart', { day: 1 + (one % 28), shift: pick(['none', 'before', 'after'] as const, other) ?? 'none' }),
    mapping: () => ledger.call('mappings.save', { name: `Bank ${one}`, fingerprint: one.toString(16).padStart(16, '0'), mapping: { columns: ['bookedOn', 'amount', null], dateOrder: 'dmy', decimal: ',', sign: 'as-is', currency: 'EUR', categories: { [`Food ${one}`]: 'food.groceries', None: null } } }),
    rate: () => ledger.call('rates.set', { base: currency('EUR'), quote: currency('USD'), date: day, rate: `1.${String(1000 + other)}` as never }),
    'file-rate': () => ledger.call('rates.import', { bytes: new TextEncoder().encode(`Date,USD,JPY\n${day},1.${String(1000 + other)},160.5\n`) }),
    'hand-row': () => ledger.call('transactions.create', { accountId: 1 + (one % 4) as AccountId, bookedOn: addDays(TODAY, -(one % 9)), amountMinor: minor(-500 - (other % 2)), payee: 'Flohmarkt', purpose: '', categoryId: pick(CATEGORIES, other) ?? null, notes: '', tags: [] }),
    'hand-account': () => ledger.call('accounts.create', { name: `Kasse ${other % 2}`, type: pick(['cash', 'liability'] as const, one) ?? 'cash', currency: currency('EUR'), openingMinor: minor(one), openedOn: day }),
    tell: () => ledger.call('notifications.create', pick<NotificationDraft>([
      { trigger: 'LOW_ACCOUNT_BALANCE', scope: { of: 'accounts', ids: [1 + (one % 3) as AccountId] }, limit: { minor: minor(other), currency: currency('EUR') }, categoryId: null },
      { trigger: 'CATEGORY_CASH_FLOW', scope: { of: 'all' }, limit: { minor: minor(1 + other), currency: currency('EUR') }, categoryId: 'food' },
      { trigger: 'BANK_LOGIN_ERROR', scope: { of: 'all' }, limit: null, categoryId: null },
    ], other) ?? { trigger: 'NEW_TRANSACTIONS', scope: { of: 'all' }, limit: null, categoryId: null }),
    close: () => ledger.call('accounts.close', { id: 3 as AccountId, closed: other % 2 === 0 }),
  }
  await acts[kind]()
}

let next = 0
async function exported(ledger: LedgerClient): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(folder, `${next += 1}.json`)
  await value(ledger.job('export', { file, format: 'json' }))
  return new Uint8Array(readFileSync(file))
}
const importInto = (ledger: LedgerClient, bytes: Uint8Array<ArrayBuffer>) =>
  value(ledger.job('importFiles', { files: [{ name: 'ledger.json', bytes }], source: 'file', operationId: `00000000-0000-4000-8000-${String(next += 1).padStart(12, '0')}` as OperationId }))

async function readAgain(bytes: Uint8Array<ArrayBuffer>): Promise<LedgerClient> {
  const other = await openedInMemory()
  await importInto(other, bytes)
  await finishCategories(other)
  return other
}

/** One undo takes back the rows and all that was said with them; one redo brings both. */
async function undoneAndRedone(ledger: LedgerClient, bytes: Uint8Array): Promise<void> {
  await value(ledger.call('history.undo', undefined))
  const said = await Promise.all([value(ledger.call('rules.list', undefined)), value(ledger.call('accounts.list', undefined)), value(ledger.call('transfers.list', { state: 'rejected', offset: 0, limit: 1 }))])
  expect(said).toMatchObject([[], [], { pairing: 'confirm', transfers: [] }])
  expect(await value(ledger.call('notifications.list', undefined))).toEqual([])
  expect(await value(ledger.call('budgets.list', undefined))).toEqual({ lines: [], monthStart: { day: 1, shift: 'none' } })
  await value(ledger.call('history.redo', undefined))
  await finishCategories(ledger)
  expect(textOf(await exported(ledger))).toBe(textOf(bytes))
  await ledger.close()
}

/** When it was written is all that two exports may differ in. */
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/"exportedAt": "[^"]*"/, '')

/** By its place in the export, as rows of another ledger have other ids. A contract is named after its account and its first row. */
async function reportsOf(ledger: LedgerClient, bytes: Uint8Array): Promise<unknown> {
  const places = await placesOf(ledger, bytes)
  const renamed = (key: string, part: unknown): unknown => {
    if (key === 'refreshedAt') return undefined
    if (typeof part === 'string' && /^(paid\/)?\d-\d+$/.test(part)) return part.replace(/\d+$/, (id) => String(places.get(Number(id)) ?? id))
    if (key === 'transactions' && Array.isArray(part)) return part.map((id: unknown) => (typeof id === 'number' ? places.get(id) : id)).sort()
    return key === 'id' && typeof part === 'number' ? places.get(part) : part
  }
  const answers = await Promise.all(REPORT_NAMES.map((name) => value(ledger.call('reports.run', ReportRequestSchema.parse({ name, from: '2025-06-01', to: TODAY, withPending: true })))))
  return JSON.parse(JSON.stringify(answers, renamed))
}

/** The file names rows in its own order; day, account, amount and words tell which one each is here. */
async function placesOf(ledger: LedgerClient, bytes: Uint8Array): Promise<Map<number, number>> {
  const { transactions } = JSON.parse(new TextDecoder().decode(bytes)) as { transactions: { id: number; account: number; bookedOn: string; amount: string; payee?: string; status: string }[] }
  const rows = (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 500 }))).toSorted((left, right) => left.id - right.id)
  const faces = Map.groupBy(rows, ({ accountId, bookedOn, amount, status }) => [accountId, bookedOn, (amount.minor / 100).toFixed(2), status].join('|'))
  return new Map(transactions.flatMap(({ id, account, bookedOn, amount, status }) => {
    const row = faces.get([account, bookedOn, amount, status].join('|'))?.shift()
    return row ? [[row.id, id] as const] : []
  }))
}

describe('what a person has decided survives', () => {
  it('export, import, export again is the same text, and all reports are equal', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(100), { minLength: 3, maxLength: 5 }), fc.array(decision, { minLength: 4, maxLength: 14 }), async (seed, decisions) => {
      const ledger = await lived(seed)
      for (const one of decisions) await decide(ledger, one)
      await finishCategories(ledger)
      const bytes = await exported(ledger)
      const other = await readAgain(bytes)
      const again = await exported(other)
      expect(textOf(again)).toBe(textOf(bytes))
      expect(await reportsOf(other, again)).toEqual(await reportsOf(ledger, bytes))
      await sound(other)
      // Once more into the same ledger: nothing is new, and nothing is said twice.
      await importInto(other, again)
      await finishCategories(other)
      expect(textOf(await exported(other))).toBe(textOf(bytes))
      await undoneAndRedone(await readAgain(bytes), bytes)
      await Promise.all([ledger.close(), other.close()])
    }), { numRuns: 6 })
  })
})
