import { defineComponent } from 'vue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minor } from '#shared/money.ts'
import type { Report } from '#shared/reports/report.ts'
import { isDrawable } from '#renderer/features/insights/chart/marks.ts'
import { csvOf } from '#renderer/features/insights/csv.ts'
import { presentAll } from '#renderer/features/insights/present/index.ts'
import { comparesOf, QUESTIONS, type Question } from '#renderer/features/insights/questions.ts'
import type { TableModel, View } from '#renderer/features/insights/view.ts'
import { useWords, type Words } from '#renderer/features/insights/words.ts'
import { household, type Household } from '../fixtures/household.ts'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { EUR, eur } from './rows.ts'

const PERIOD = { from: '2025-01-01', to: '2026-03-14' } as const
let house: Household
const reports = new Map<string, Report>()

beforeAll(() => {
  house = household('2026-03-14', [['checking', 'EUR'], ['credit', 'EUR']])
  house.monthly('2025-01', '2026-02', 27, 300_000, 'income.salary', 'ACME GmbH')
  house.monthly('2025-01', '2026-03', 1, -90_000, 'housing.rent', 'Hausverwaltung')
  house.monthly('2025-01', '2026-03', 9, (month) => (month === '2026-03' ? -50_000 : -6000), 'food.groceries', 'REWE', 2)
  house.monthly('2025-01', '2026-02', 15, -500, 'finance.bank_fees', 'Bank')
  house.row('2025-06-01', -5000, null, { payee: '=cmd' })
  house.knownUntil('2026-03-14')
  house.knownUntil('2026-03-14', 2)
  for (const name of new Set(QUESTIONS.flatMap((question) => question.reports))) reports.set(name, house.run(name, { ...PERIOD, ...(name === 'cash-flow' && { compare: 'previous' as const }) }))
})
afterAll(() => { house.close() })

async function wordsIn(language: 'de' | 'en'): Promise<Words> {
  fakeBridge()
  let words: Words | undefined
  await mounted(defineComponent({ setup() { words = useWords().value; return () => null } }), { language })
  return words!
}
const viewOf = (question: Question, words: Words): View => presentAll(question.id, question.reports.map((name) => reports.get(name)!), words)
const textsOf = ({ leads, notes, tables, chart }: View): string[] => [
  ...leads.flatMap(({ label, detail }) => [label, detail ?? '']), ...notes,
  ...tables.flatMap(({ title, head, columns, rows }) => [title, head, ...columns.map((column) => column.title), ...rows.flatMap((row) => [row.head, ...row.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))])]),
  ...(chart && chart.kind !== 'flow' ? chart.series.map(({ name }) => name) : []),
]

describe.each(['de', 'en'] as const)('the answers in %s', (language) => {
  it.each(QUESTIONS)('to $id have all of their words, and as many cells as columns', async (question) => {
    const view = viewOf(question, await wordsIn(language))
    const missing = textsOf(view).filter((text) => /^(insights|overview|accounts)\.[a-z]|undefined|\{[a-z]+\}/i.test(text))
    expect(missing).toEqual([])
    for (const { title, columns, rows } of view.tables) for (const row of rows) expect(row.cells.length, `${title}: ${row.head}`).toBe(columns.length)
  })
})

it('each lead to rows that add up to them', async () => {
  const words = await wordsIn('en')
  for (const question of QUESTIONS.filter(({ id, reports: names }) => names.length === 1 && id !== 'budget')) {
    const [name] = question.reports
    for (const cell of viewOf(question, words).tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).slice(0, 40)) {
      if (cell.kind !== 'figure' || cell.figure.key === null || !name) continue
      const { sum } = house.rows(name, cell.figure.key, cell.period ? { from: cell.period.from, to: cell.period.to } : PERIOD)
      expect(sum, `${name} ${cell.figure.key}`).toBe(cell.figure.minor)
    }
  }
})

it('hide amounts inside of sentences where the window hides amounts', async () => {
  const words = { ...await wordsIn('en'), money: () => '•••' }
  for (const question of QUESTIONS) expect(textsOf(viewOf(question, words)).filter((text) => text.includes('€') && /€\s?\d/.test(text)), question.id).toEqual([])
})

it('become CSV with exact numbers, and no field that a spreadsheet would run', () => {
  const table: TableModel = {
    title: 'T', head: 'Name', columns: ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => ({ title, align: 'end' })),
    rows: [{ key: '1', head: '=1+1, "quoted"', cells: [
      { kind: 'figure', figure: { minor: minor(-123_456_789), currency: EUR, key: null } }, { kind: 'figure', figure: { minor: null, currency: EUR, key: null } },
      { kind: 'money', money: eur(5) }, { kind: 'percent', value: 12.5 }, { kind: 'count', value: 0 }, { kind: 'text', text: '-x' },
    ] }],
  }
  expect(csvOf(table)).toBe('\uFEFFName,A,B,C,D,E,F\r\n"\'=1+1, ""quoted""",-1234567.89,,0.05,12.5,0,\'-x\r\n')
})

it('name the accounts that a forecast leaves out', async () => {
  const words = { ...await wordsIn('en'), account: (id: number | null) => `Account ${id}` }
  const two = household('2026-03-14', [['checking', 'EUR'], ['savings', 'EUR']])
  two.monthly('2025-11', '2026-03', 1, -50_000, 'housing.rent', 'Landlord')
  two.knownUntil('2026-03-14')
  two.row('2026-03-10', -10_000, 'food.groceries', { account: 2 })
  const { notes, leads } = presentAll('forecast', [two.run('forecast')], words)
  expect(leads.map(({ label }) => label)).toContain('Lowest')
  expect(notes.at(-1)).toBe('Not in the total, because too little is known yet: Account 2.')
  two.close()
})

it('show the other period beside their own wherever it is offered', async () => {
  const words = await wordsIn('en')
  for (const question of QUESTIONS.filter(comparesOf)) {
    const { leads } = presentAll(question.id, question.reports.map((name) => house.run(name, { from: '2026-02-01', to: '2026-02-28', compare: 'previous' })), words)
    expect(leads.some(({ label, detail }) => label === 'Compared' || detail?.includes('before: ')), question.id).toBe(true)
  }
  expect(QUESTIONS.filter(comparesOf).map(({ id }) => id)).toEqual(['spending', 'merchants', 'income', 'cash-flow', 'savings-rate', 'balances'])
})

it('say nothing rather than a table of dashes where a day is all that is known', async () => {
  const words = await wordsIn('en')
  const fresh = household('2026-03-14', [['cash', 'EUR']])
  fresh.row('2026-03-10', -1250, 'food.groceries')
  for (const id of ['forecast', 'fixed-variable', 'savings-rate'] as const) {
    const { tables, chart } = presentAll(id, [fresh.run(id)], words)
    expect(tables, id).toEqual([])
    expect(isDrawable(chart), id).toBe(false)
  }
  fresh.close()
})

it('list what was spent on before and is no more, so that the column beside adds up', async () => {
  const report = house.run('spending', { from: '2025-07-01', to: '2025-07-31', compare: 'previous' })
  const rows = presentAll('spending', [report], await wordsIn('en')).tables[0]?.rows ?? []
  const before = (row: (typeof rows)[number]): number => { const cell = row.cells.at(-1); return cell?.kind === 'figure' ? cell.figure.minor ?? 0 : 0 }
  const groups = rows.filter(({ level, isTotal }) => level === undefined && isTotal !== true)
  expect(groups.reduce((sum, row) => sum + before(row), 0)).toBe(rows.filter(({ isTotal }) => isTotal).reduce((sum, row) => sum + before(row), 0))
  expect(groups.some((row) => row.cells[0]?.kind === 'figure' && row.cells[0].figure.minor === 0 && before(row) === 5000)).toBe(true)
})
