import { defineComponent } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { walk } from '#renderer/features/insights/chart/marks.ts'
import { presentAll } from '#renderer/features/insights/present/index.ts'
import type { ChartModel, View } from '#renderer/features/insights/view.ts'
import { useWords, type Words } from '#renderer/features/insights/words.ts'
import { household, type Household } from '../fixtures/household.ts'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'

let home: Household | undefined
afterEach(() => { home?.close() })

/** Groceries on every tenth day, of a month's own price; without a salary the cycle is the month. */
function shopping(from: string): Household {
  home = household('2026-03-20')
  for (const [month, minor] of [['2025-12', -9000], ['2026-01', -3000], ['2026-02', -5000], ['2026-03', -4000]] as const) for (const day of ['01', '10', '20']) if (`${month}-${day}` >= from) home.row(`${month}-${day}`, minor, 'food.groceries')
  home.knownUntil('2026-03-20')
  return home
}

async function wordsIn(language: 'de' | 'en'): Promise<Words> {
  fakeBridge()
  let words: Words | undefined
  await mounted(defineComponent({ setup() { words = useWords().value; return () => null } }), { language })
  return words!
}
type Days = Extract<ChartModel, { kind: 'days' }>
const daysOf = ({ chart }: View): Days | undefined => (chart?.kind === 'days' ? chart : undefined)

it('until payday is a line up to today, before the range of earlier cycles', async () => {
  const house = shopping('2025-12-01')
  const view = presentAll('available', [house.run('available')], await wordsIn('en'))
  const chart = daysOf(view)
  expect(chart).toMatchObject({ from: '2026-03-01', today: '2026-03-20', series: [{ name: 'Spent so far' }, { name: 'Usual', isBefore: true }] })
  const [spent, usual] = chart!.series
  const at = (index: number) => [spent!.marks[index]?.minor, chart!.band!.low.values[index], usual!.marks[index]?.minor, chart!.band!.high.values[index]]
  expect([at(0), at(9), at(19), at(30)]).toEqual([[4000, 3000, 5000, 9000], [8000, 6000, 10_000, 18_000], [12_000, 9000, 15_000, 27_000], [null, 9000, 15_000, 27_000]])
  expect(chart?.summary).toBe('So far €120.00, by this day usually €90.00 to €270.00')
  expect(chart?.band?.name).toBe('Range of the 3 months before')
  // Today's sum stands above the chart as well, and the days below the sums.
  expect(view.leads.at(-1)).toMatchObject({ label: 'Spent so far', detail: 'by this day usually €90.00 to €270.00' })
  expect(view.tables.map(({ title }) => title)).toEqual(['How it adds up', 'Day by day'])
  expect(view.tables.at(-1)?.rows).toHaveLength(31)
})

it('is walked day by day, and every day leads to the rows up to it', async () => {
  const house = shopping('2025-12-01')
  const walked = walk(daysOf(presentAll('available', [house.run('available')], await wordsIn('en')))!, String)
  expect([walked.length, walked.at(-1)?.label]).toEqual([20, '2026-03-20'])
  for (const { mark } of walked) expect(house.rows('available', mark.key!).sum).toBe(mark.minor)
  expect(walked.at(-1)?.mark.detail).toBe('by this day usually €90.00 to €270.00')
})

it('hides amounts in what it says where the window hides amounts', async () => {
  const view = presentAll('available', [shopping('2025-12-01').run('available')], { ...await wordsIn('de'), money: () => '•••' })
  expect(JSON.stringify([daysOf(view)?.summary, view.leads, view.notes, daysOf(view)?.series[0]?.marks])).not.toMatch(/€/)
  expect(daysOf(view)?.summary).toBe('Bisher •••, an diesem Tag sonst •••')
})

it('says from when on there will be a range, and shows the line until then', async () => {
  const view = presentAll('available', [shopping('2026-03-05').run('available')], await wordsIn('en'))
  expect(daysOf(view)?.band).toBeUndefined()
  expect(daysOf(view)?.series).toHaveLength(1)
  expect(view.notes.at(-1)).toContain('Jun 1, 2026')
  expect(view.tables.at(-1)?.columns.map(({ title }) => title)).toEqual(['On the day', 'Spent so far'])
})
