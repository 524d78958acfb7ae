import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { Review } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, Decision, OperationId, ReviewRow } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { inWindow } from './bank-window.ts'
import { eventually } from './eventually.ts'
import FileCard from '#renderer/features/imports/FileCard.vue'
import RefusedList from '#renderer/features/imports/RefusedList.vue'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, batch, EUR, eur, reviewRow, transaction } from './rows.ts'

inWindow(900)

const ID = '11111111-1111-4111-8111-111111111111' as OperationId
const DECISIONS: readonly Decision[] = ['new', 'duplicate', 'match', 'skip', 'problem']

/** A staged import behind the border, as main keeps it: rows with decisions that can be changed. */
function stagedImport(rows: ReviewRow[]): Answers & { readonly rows: ReviewRow[] } {
  const count = (decision: Decision) => rows.filter((row) => row.decision === decision).length
  const counts = () => ({ rows: rows.length, new: count('new'), duplicate: count('duplicate'), match: count('match'), skip: count('skip'), problem: count('problem') })
  const review = (): Review => ({
    operationId: ID, counts: counts(),
    files: [
      { name: 'march.ofx', format: 'ofx/102-sgml', encoding: 'windows-1252', error: null, statuses: [], discovered: 0, warnings: [{ line: 3, code: 'bad-date', detail: 'DTSERVER' }], warningCount: 1,
        accounts: [{ key: 'a', kind: 'bank', number: '532013000', currency: EUR, accountId: null, name: 'Girokonto', from: localDate('2026-03-01'), to: localDate('2026-03-14'), counts: counts(),
          proof: { bank: eur(1000), ledger: eur(900), difference: eur(100), asOf: localDate('2026-03-14'), firstDivergingDay: localDate('2026-03-09') }, openingBalance: eur(5000), leftOut: rows.some(({ decision }) => decision === 'skip') ? eur(-250) : null }] },
      { name: 'holiday.jpg', format: null, encoding: null, error: { kind: 'malformed', reason: 'binary', line: null }, statuses: [], discovered: 0, warnings: [], warningCount: 0, accounts: [] },
    ],
  })
  return {
    rows,
    'imports.stage': () => ok({ operationId: ID }),
    'imports.review': () => ok(review()),
    'imports.rows': ({ decision, offset, limit }) => ok(rows.filter((row) => decision === undefined || row.decision === decision).slice(offset, offset + limit)),
    'imports.decide': ({ indexes, from, decision }) => {
      rows.forEach((row, at) => { if ((indexes ? indexes.includes(row.index) : row.decision === from) && row.choices.includes(decision)) rows[at] = { ...row, decision, reason: 'user' } })
      return ok(review())
    },
    'imports.assign': () => ok(review()),
    'imports.commit': () => ok({ receipts: [{ batch: batch(), accounts: [], warnings: [], decisions: [] }] }),
    'imports.discard': () => ok(null),
    'operations.cancel': () => ok(null),
  }
}

const someRows = () => [
  ...Array.from({ length: 5 }, (_, index) => reviewRow({ index, payee: `Shop ${index}` })),
  reviewRow({ index: 5, payee: 'Aldi', decision: 'duplicate', reason: 'same-id', choices: ['new', 'duplicate', 'skip'], other: transaction({ payee: 'Aldi Süd', amount: eur(-1234) }) }),
  reviewRow({ index: 6, payee: '', bookedOn: null, amount: null, decision: 'problem', reason: 'bad-amount', choices: ['problem'] }),
]

async function review(answers: Answers = {}): Promise<FakeBridge> {
  window.location.hash = '#/imports'
  const bridge = fakeBridge({ 'accounts.list': () => ok([account({ id: 4 as AccountId })]), ...stagedImport(someRows()), ...answers })
  await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await settle()
  bridge.emit('operation.changed', { operationId: ID, kind: 'import', state: 'waiting', phase: 'compare', done: 1, total: 1, error: null })
  // The sheet builds up in turns.
  await eventually(() => { expect(document.querySelector('.dialog .compare')).not.toBeNull() })
  await settle()
  return bridge
}

async function settle() {
  await flushPromises()
  await new Promise((resolve) => { setTimeout(resolve, 20) })
  await flushPromises()
}
async function press(key: string, more: KeyboardEventInit = {}) {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, bubbles: true, cancelable: true, ...more }))
  await settle()
}
const sheet = () => document.querySelector('.dialog')?.textContent ?? ''
const equation = () => document.querySelector('.dialog-foot .equation')?.textContent.replace(/\s+/g, ' ').trim()
const lines = () => [...document.querySelectorAll('.dialog [role=row][data-row]')].map(({ textContent }) => textContent)
async function showTab(name: string) {
  const tab = [...document.querySelectorAll<HTMLElement>('.dialog [role=tab]')].find(({ textContent }) => textContent.startsWith(name))
  tab?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  await settle()
}

it('accounts for every row of every file, and says what is wrong with the others', async () => {
  await review()
  expect(equation()).toBe('7 rows = 5 new + 1 duplicate + 0 matches + 0 skipped + 1 problem')
  expect(sheet()).toContain('OFX 1.0.2')
  expect(sheet()).toContain('holiday.jpg')
  expect(sheet()).toContain('The file holds no text that Kontor can read.')
})

it('says how the bank’s balance will stand against ours, and since when', async () => {
  await review()
  expect(sheet()).toContain('The bank says €10.00 on Mar 14, 2026, Kontor €9.00: €1.00 apart.')
  expect(sheet()).toContain('The first day that differs is Mar 9, 2026.')
  expect(sheet()).toContain('with an opening balance of €50.00')
})

it('leaves a row out with one key, and the next one slides into its place', async () => {
  const bridge = await review()
  await press('j')
  await press('s')
  expect(bridge.callsOf('imports.decide')).toEqual([{ operationId: ID, key: 'a', indexes: [1], decision: 'skip' }])
  expect(equation()).toBe('7 rows = 4 new + 1 duplicate + 0 matches + 1 skipped + 1 problem')
  expect(lines().map((line) => /Shop \d/.exec(line)?.[0])).toEqual(['Shop 0', 'Shop 2', 'Shop 3', 'Shop 4'])
  expect(document.activeElement?.textContent).toContain('Shop 2')
})

it('decides about everything under a tab without naming its rows', async () => {
  const bridge = await review()
  await press('j')
  await press('a', { ctrlKey: true })
  await press(' ', { code: 'Space' })
  expect(bridge.callsOf('imports.decide')).toEqual([{ operationId: ID, key: 'a', from: 'new', decision: 'skip' }])
  expect(equation()).toBe('7 rows = 0 new + 1 duplicate + 0 matches + 5 skipped + 1 problem')
})

it('shows a duplicate beside the row it is held against, and takes it in when told to', async () => {
  const bridge = await review()
  await showTab('Duplicates')
  const compare = document.querySelector('.compare')?.textContent ?? ''
  expect(compare).toContain('Same id, date and amount as a transaction you have')
  expect(compare).toMatch(/AldiAldi Süd\s*differs/)
  await press('n')
  expect(bridge.callsOf('imports.decide')).toEqual([{ operationId: ID, key: 'a', indexes: [5], decision: 'new' }])
})

it('does not ask main for what a row does not allow, and says so', async () => {
  const bridge = await review()
  await press('j')
  await press('m')
  expect(bridge.callsOf('imports.decide')).toEqual([])
  expect(document.querySelector('.toasts')?.textContent).toContain('not possible for this row')
})

it('stores with Ctrl+Enter and shows the receipt', async () => {
  const bridge = await review()
  await press('Enter', { ctrlKey: true })
  expect(bridge.callsOf('imports.commit')).toEqual([{ operationId: ID }])
  expect(sheet()).toContain('Here is your receipt.')
  expect(document.querySelector('.receipt .equation')?.textContent.replace(/\s+/g, ' ').trim()).toBe('10 rows = 7 new + 1 duplicate + 1 match + 1 skipped + 0 problems')
})

it('goes on naming, beside the receipts, the files that nothing came in from', async () => {
  const empty = batch({ fileName: 'holiday.jpg', accountIds: [], rows: 0, added: 0, duplicates: 0, matched: 0, skipped: 0, delta: [] })
  await review({ 'imports.commit': () => ok({ receipts: [batch(), empty].map((known) => ({ batch: known, accounts: [], warnings: [], decisions: [] })) }) })
  await press('Enter', { ctrlKey: true })
  expect(sheet()).toContain('Here is your receipt.')
  expect(document.querySelectorAll('.receipt')).toHaveLength(1)
  expect(sheet()).toContain('holiday.jpg')
  expect(sheet()).toContain('The file holds no text that Kontor can read.')
})

it('stays open with its decisions when storing fails, and says why', async () => {
  await review({ 'imports.commit': () => err({ kind: 'disk_full' }) })
  await press('j')
  await press('s')
  await press('Enter', { ctrlKey: true })
  expect(sheet()).toContain('The disk is full.')
  expect(equation()).toContain('1 skipped')
})

it('cannot be lost by Escape, and leaves no trace when cancelled', async () => {
  const bridge = await review()
  await press('Escape')
  expect(sheet()).not.toBe('')
  const cancel = [...document.querySelectorAll<HTMLElement>('.dialog-foot button')].find(({ textContent }) => textContent.includes('Cancel import'))
  cancel?.click()
  await settle()
  expect(sheet()).toBe('')
  expect(bridge.callsOf('imports.discard')).toEqual([{ operationId: ID }])
  expect(bridge.callsOf('imports.commit')).toEqual([])
})

it('says so when files are dropped on it while it waits for decisions', async () => {
  const bridge = await review()
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files: [new File(['x'], 'other.ofx')], items: [], types: ['Files'] } })
  window.dispatchEvent(drop)
  await settle()
  expect(bridge.callsOf('imports.stage')).toEqual([])
  expect(document.querySelector('.toasts')?.textContent).toContain('Finish or cancel the import on screen first.')
})

it('says what the balance lacks when rows are left out', async () => {
  await review(stagedImport([reviewRow({ index: 0 }), reviewRow({ index: 1, decision: 'skip', reason: 'user', choices: ['new', 'skip'] })]))
  expect(sheet()).toContain('Kontor’s balance lacks the rows you leave out, −€2.50 in all.')
  expect(sheet()).toContain('The history begins here with an opening balance of €50.00.')
})

it('tells once why many files were not read, with all their names', async () => {
  fakeBridge()
  const refused = Array.from({ length: 250 }, (_, index) => ({ name: `${index}.ofx`, error: { kind: 'malformed' as const, reason: 'too_many_files' as const, line: null } }))
  const list = await mounted(RefusedList, { props: { refused: [...refused, { name: 'huge.csv', error: { kind: 'malformed', reason: 'too_large', line: null } }] } })
  expect(list.findAll('.title').map((title) => title.text())).toEqual(['Not read: 250 files', 'Not read: huge.csv'])
  expect(list.findAll('li').map((name) => name.text())).toContain('249.ofx')
})

it('says that a file without accounts is just that', async () => {
  const file = { name: 'empty.json', format: 'kontor-json/1', encoding: 'utf-8', error: null, statuses: [], discovered: 0, warnings: [], warningCount: 0, accounts: [] }
  expect((await mounted(FileCard, { props: { file } })).text()).toContain('The file holds no account, so there is nothing to import.')
})

it('puts a statement into another account', async () => {
  const bridge = await review()
  const select = document.querySelector<HTMLSelectElement>('.dialog select')!
  expect([...select.options].map(({ text }) => text)).toEqual(['New account', 'Girokonto'])
  select.value = '4'
  select.dispatchEvent(new Event('change'))
  await settle()
  expect(bridge.callsOf('imports.assign')).toEqual([{ operationId: ID, key: 'a', accountId: 4 }])
})

it('keeps a hundred thousand rows in a few dozen elements', async () => {
  const many = stagedImport(Array.from({ length: 100_000 }, (_, index) => reviewRow({ index })))
  await review(many)
  expect(DECISIONS.map((decision) => many.rows.filter((row) => row.decision === decision).length)).toEqual([100_000, 0, 0, 0, 0])
  expect(lines().length).toBeGreaterThan(5)
  expect(lines().length).toBeLessThanOrEqual(60)
})
