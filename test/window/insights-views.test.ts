import { defineComponent } from 'vue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { AccountIdSchema } from '#shared/model.ts'
import { currency, minor } from '#shared/money.ts'
import type { Report } from '#shared/reports/report.ts'
import { areaAt, areasOf } from '#renderer/features/insights/chart/areas.ts'
import { extremesOf, isDrawable, walk } from '#renderer/features/insights/chart/marks.ts'
import { TOKENS, type Colours } from '#renderer/features/insights/chart/style.ts'
import { csvOf } from '#renderer/features/insights/csv.ts'
import { bandsOf } from '#renderer/features/insights/paper.ts'
import { possibleFrom } from '#renderer/features/insights/possible.ts'
import { presentAll } from '#renderer/features/insights/present/index.ts'
import { comparesOf, QUESTIONS, type Question } from '#renderer/features/insights/questions.ts'
import type { TableModel, View } from '#renderer/features/insights/view.ts'
import { firstRows, roomFor } from '#renderer/features/insights/rows.ts'
import { useWords, type Words } from '#renderer/features/insights/words.ts'
import { fileNameOf } from '#renderer/stores/saving.ts'
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
const money = (code: string, value: number) => ({ minor: minor(value), currency: currency(code) })
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
  expect(csvOf(table, 'currency')).toBe('\uFEFFName,A (EUR),B (EUR),C (EUR),D (%),E,F\r\n"\'=1+1, ""quoted""",-1234567.89,,0.05,12.5,0,\'-x\r\n')
})

it('tell in CSV the unit of every column, and of every row where a column has several', () => {
  const table: TableModel = {
    title: 'T', head: 'Name', columns: [{ title: 'A month', align: 'end' }, { title: 'In EUR', align: 'end' }],
    rows: [['Netflix', money('USD', -1499)] as const, ['Rent', money('EUR', -90_000)] as const].map(([head, cell]) => ({ key: head, head, cells: [{ kind: 'money' as const, money: cell }, { kind: 'money' as const, money: eur(1) }] })),
  }
  expect(csvOf(table, 'currency')).toBe('\uFEFFName,A month,A month (currency),In EUR\r\nNetflix,-14.99,USD,0.01\r\nRent,-900.00,EUR,0.01\r\n')
})

it('lead from the flow of money to the rows of the report that each way comes from', async () => {
  const { chart, tables, leads } = viewOf(QUESTIONS.find(({ id }) => id === 'flow')!, await wordsIn('en'))
  const links = chart?.kind === 'flow' ? chart.links : []
  const cells = [...leads.map(({ cell }) => cell), ...tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))]
  const told = [...links.map(({ key, minor: value, report }) => ({ key, value, report })), ...cells.flatMap((cell) => (cell.kind === 'figure' ? [{ key: cell.figure.key, value: cell.figure.minor, report: cell.report }] : []))]
  const led = told.filter(({ key }) => key !== null)
  expect(led.length).toBeGreaterThan(8)
  for (const { key, value, report } of led) expect(house.rows(report!, key!, PERIOD).sum, `${report} ${key}`).toBe(value)
})

/** Twelve months of a current account that is overdrawn once beside one that is not, of savings that begin in March, and of a card. */
function rich(): Household {
  const rich = household('2026-03-14', [['checking', 'EUR'], ['checking', 'EUR'], ['savings', 'EUR'], ['credit', 'EUR']])
  rich.row('2025-12-01', 100_000, null)
  rich.row('2026-01-10', 20_000, null, { account: 2 })
  rich.row('2026-01-12', -130_000, null)
  rich.row('2026-02-03', 90_000, null)
  rich.row('2026-03-01', 50_000, null, { account: 3 })
  rich.row('2025-12-20', -7000, null, { account: 4 })
  for (const account of [1, 2, 3, 4]) rich.knownUntil('2026-03-14', account)
  return rich
}

it('stack what there is by the kinds of accounts, what is owed below, and draw what is left over both', async () => {
  const house = rich()
  const report = house.run('net-worth', { from: '2025-11-01', to: '2026-03-14' })
  const { chart, tables: [table] } = presentAll('net-worth', [report], await wordsIn('en'))
  house.close()
  if (chart?.kind !== 'areas') throw new Error('areas were meant to be drawn')
  expect(chart.series.map(({ name, stack, hue, isLine, marks }) => [name, isLine ? 'line' : stack, hue, marks.map(({ minor: value }) => value)])).toEqual([
    ['Net worth', 'line', undefined, [null, 93_000, -17_000, 73_000, 123_000]],
    // In January one account owes and the other does not: both are told, in one colour.
    ['Current account', 'assets', 0, [null, 100_000, 20_000, 80_000, 80_000]],
    ['Savings account', 'assets', 1, [null, null, null, null, 50_000]],
    ['Credit card', 'liabilities', 2, [null, -7000, -7000, -7000, -7000]],
    ['Current account', 'liabilities', 0, [null, null, -30_000, null, null]],
  ])
  expect(table?.columns.map(({ title }) => title)).toEqual(['Net worth', 'Current account', 'Savings account', 'Credit card', 'Assets', 'Owed', 'Unknown accounts'])
  expect(table?.rows[1]?.cells.map((cell) => (cell.kind === 'figure' ? cell.figure.minor : cell.kind === 'count' ? cell.value : ''))).toEqual([73_000, 80_000, null, -7000, 80_000, -7000, 1])
  const walked = walk(chart, String)
  expect(walked.filter(({ label }) => label === chart.labels[2]).map(({ name, mark }) => [name, mark.minor])).toEqual([['Net worth', -17_000], ['Current account', 20_000], ['Credit card', -7000], ['Current account', -30_000]])
  expect(extremesOf(chart, String)).toMatchObject({ highest: { name: 'Net worth', mark: { minor: 123_000 } }, lowest: { mark: { minor: -17_000 } } })
})

it('draw one kind of accounts as a plain area, and a single month as bars', async () => {
  const words = await wordsIn('en')
  const house = rich()
  const of = (from: string, ids: number[]) => presentAll('net-worth', [house.run('net-worth', { from, to: '2026-03-14', accountIds: ids.map((id) => AccountIdSchema.parse(id)) })], words)
  const [plain, both, month] = [of('2026-01-01', [2]), of('2026-01-01', [1, 2]), of('2026-03-01', [1, 3, 4])]
  house.close()
  const seriesOf = ({ chart }: View): unknown => (chart?.kind === 'areas' || chart?.kind === 'columns' ? [chart.kind, ...chart.series.map(({ name, isLine }) => [name, isLine === true])] : null)
  expect(seriesOf(plain)).toEqual(['areas', ['Net worth', false]])
  expect(plain.tables[0]?.columns).toHaveLength(4)
  expect(seriesOf(both)).toEqual(['areas', ['Net worth', true], ['Current account', false], ['Current account', false]])
  expect(seriesOf(month)).toEqual(['columns', ['Net worth', true], ['Current account', false], ['Savings account', false], ['Credit card', false]])
})

it('draw areas that begin at nothing and stand on each other, and find the one under the pointer', async () => {
  const house = rich()
  const { chart } = presentAll('net-worth', [house.run('net-worth', { from: '2025-11-01', to: '2026-03-14' })], await wordsIn('en'))
  house.close()
  if (chart?.kind !== 'areas') throw new Error('areas were meant to be drawn')
  const colours = Object.fromEntries(Object.keys(TOKENS).map((name) => [name, `#${name}`])) as Colours
  const { data: { datasets } } = areasOf(chart, { colours, family: '', locale: 'en', isHidden: false, date: String })
  expect(datasets.map(({ fill, stack, data, borderColor }) => [fill, stack, data, borderColor])).toEqual([
    [false, undefined, [null, 93_000, -17_000, 73_000, 123_000], '#ink'],
    ['origin', 'assets', [null, 100_000, 20_000, 80_000, 80_000], '#c1'],
    // Before anything is known of them they are nothing on top of the others.
    ['-1', 'assets', [null, 0, 0, 0, 50_000], '#c2'],
    ['origin', 'liabilities', [null, -7000, -7000, -7000, -7000], '#c3'],
    ['-1', 'liabilities', [null, 0, -30_000, 0, 0], '#c1'],
  ])
  // Drawn a hundred to one, with nothing at a height of 2000 and a month on every hundredth place.
  const tops = datasets.map(({ data, stack }, index) => data.map((value, at) => ({ x: at * 100, y: value === null ? Number.NaN : 2000 - datasets.filter((other, before) => before === index || (before < index && stack !== undefined && other.stack === stack)).reduce((sum, other) => sum + (other.data[at] ?? 0), 0) / 100 })))
  const drawn = { getDatasetMeta: (index: number) => ({ data: tops[index] }), isDatasetVisible: () => true, scales: { y: { getPixelForValue: () => 2000 } } } as never
  const under = (x: number, minors: number) => areaAt(drawn, chart, { x, y: 2000 - minors / 100 })
  expect([under(400, 40_000), under(400, 100_000), under(400, -5000), under(200, -20_000), under(200, -17_000), under(350, 98_000), under(400, 900_000)]).toEqual([1, 2, 3, 4, 0, 0, 0])
})

it('lead from every day of a balance to the rows up to it, and walk through its month ends', async () => {
  const { chart } = viewOf(QUESTIONS.find(({ id }) => id === 'balance-history')!, await wordsIn('en'))
  const walked = chart ? walk(chart, String) : []
  expect(walked.map(({ label }) => label)).toEqual(expect.arrayContaining(['2025-12-31', '2026-01-31', '2026-03-14']))
  for (const { mark } of walked.slice(-3)) expect(house.rows('balance-history', mark.key!, PERIOD).sum).toBe(mark.minor)
})

it('add up in the column of the other period, with whoever is paid no more', async () => {
  const words = await wordsIn('en')
  const two = household('2026-03-14')
  two.monthly('2025-12', '2026-01', 5, -7000, 'leisure.sports', 'Old Club')
  two.monthly('2025-12', '2026-02', 6, -3000, 'food.groceries', 'REWE')
  two.monthly('2025-12', '2026-01', 27, 200_000, 'income.salary', 'Former GmbH')
  two.row('2026-02-20', 5000, 'income.other', { payee: 'Gift' })
  two.knownUntil('2026-03-14')
  for (const name of ['merchants', 'income', 'cash-flow', 'savings-rate'] as const) {
    const report = two.run(name, { from: '2026-02-01', to: '2026-02-28', compare: 'previous' })
    const [table] = presentAll(name, [report], words).tables
    const column = table!.columns.findIndex(({ title }) => title === 'Compared')
    const cells = table!.rows.flatMap((row) => row.cells.flatMap((cell, index) => (cell.kind === 'figure' && cell.period && (column < 0 || index === column) ? [{ row, cell }] : [])))
    expect(cells.length, name).toBeGreaterThan(1)
    for (const { cell: { figure: its, period } } of cells) if (its.key !== null) expect(two.rows(name, its.key, { from: period!.from, to: period!.to }).sum, `${name} ${its.key}`).toBe(its.minor)
    if (name === 'merchants') expect(cells.filter(({ row }) => !row.isTotal).reduce((sum, { cell }) => sum + (cell.figure.minor ?? 0), 0)).toBe(cells.find(({ row }) => row.isTotal)?.cell.figure.minor)
  }
  two.close()
})

it('say nothing of months that nobody knows, instead of nothing', async () => {
  const words = await wordsIn('en')
  const fresh = household('2026-03-14')
  fresh.row('2026-03-02', -1250, 'food.groceries')
  fresh.knownUntil('2026-03-14')
  for (const id of ['cash-flow', 'spending'] as const) {
    const { tables, chart } = presentAll(id, [fresh.run(id, { from: '2026-01-01', to: '2026-03-14' })], words)
    const table = id === 'spending' ? tables[1] : tables[0]
    const january = id === 'spending' ? table?.rows.at(-1)?.cells[0] : table?.rows.find(({ key }) => key === '2026-01')?.cells[1]
    const march = id === 'spending' ? table?.rows.at(-1)?.cells[2] : table?.rows.find(({ key }) => key === '2026-03')?.cells[1]
    expect([january, march].map((cell) => (cell?.kind === 'figure' ? cell.figure.minor : undefined)), id).toEqual([null, 1250])
    if (id === 'cash-flow' && chart?.kind === 'columns') expect(chart.series[1]?.marks.map(({ minor: value }) => value)).toEqual([null, null, -1250])
  }
  fresh.close()
})

it('say from when on there will be an answer', () => {
  const [today, first] = [localDate('2026-11-22'), localDate('2026-11-08')]
  expect(possibleFrom('forecast', first, today)).toBe('2027-03-01')
  expect(possibleFrom('fixed-variable', first, today)).toBe('2027-01-01')
  expect(possibleFrom('fixed-variable', localDate('2026-10-01'), today)).toBeUndefined()
  expect([possibleFrom('spending', first, today), possibleFrom('forecast', undefined, today)]).toEqual([undefined, undefined])
})

it('begin with as many rows as a window can take at once, and never without their sums', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => ({ key: String(index), head: '', isTotal: index === 4999, cells: [] }))
  const shown = firstRows(rows, 50)
  expect([shown.length, shown.at(-1)?.key]).toEqual([51, '4999'])
  expect(firstRows(rows.slice(0, 54), 50)).toHaveLength(54)
  const table = (count: number): TableModel => ({ title: '', head: '', columns: [], rows: rows.slice(0, count) })
  expect([roomFor([table(5000)]), roomFor(Array.from({ length: 66 }, () => table(300)))]).toEqual([120, 6])
})

it('go on below what is as wide as paper, with every column once', () => {
  for (const count of [1, 7, 8, 12, 120]) {
    const columns = Array.from({ length: count }, (_, index) => index)
    const bands = bandsOf(columns)
    expect(bands.flat()).toEqual(columns)
    expect(Math.max(...bands.map(({ length }) => length))).toBeLessThanOrEqual(7)
  }
})

it('name files by letters, digits and hyphens alone', () => {
  expect(fileNameOf('Läden und Personen', 'Spenden 2025')).toBe('läden-und-personen-spenden-2025')
  expect(fileNameOf('../../etc/passwd', '§35a')).toBe('etc-passwd-35a')
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
