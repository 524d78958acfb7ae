import type { Month } from '#shared/reports/figure.ts'
import type { Flow } from '#shared/reports/money-reports.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { derived, figure, percent } from './figures.ts'
import { flowRows, flowsOf } from './flows.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'

type Saved = BodyOf<'savings-rate'>['total']

const TRAILING = [3, 12] as const

/** R8: what is left of the income. */
export const savingsRate: ReportModule<'savings-rate'> = {
  name: 'savings-rate',
  run: (frame) => {
    const { total } = flowsOf(frame, frame.months)
    return {
      months: frame.months.map((month, index) => ({ ...month, ...savedOf(total.months[index] ?? total.sum) })),
      trailing: TRAILING.map((months) => trailingOf(frame, total.months, months)),
      total: savedOf(total.sum),
    }
  },
  rows: (frame, key) => {
    const [kind, months = '', measure = ''] = key.split('/')
    if (kind !== 'trailing') return flowRows(frame, frame.months, key)
    return TRAILING.some((count) => String(count) === months) ? flowRows(frame, lastComplete(frame, Number(months)), measure) : undefined
  },
}

const savedOf = ({ income, spending, net }: Pick<Flow, 'income' | 'spending' | 'net'>): Saved => ({ income, spending, saved: net, rate: rateOf(income.minor, net.minor) })

/** Without income there is nothing to save of. */
const rateOf = (income: number | null, saved: number | null): number | null => (income === null || saved === null || income <= 0 ? null : percent(saved, income))

const lastComplete = ({ months }: Frame, count: number): Month[] => months.filter(({ isComplete }) => isComplete).slice(-count)

/** From the sums of the months, not from their rates: a small month weighs little. */
function trailingOf(frame: Frame, flows: readonly Flow[], months: number): BodyOf<'savings-rate'>['trailing'][number] {
  const found = lastComplete(frame, months)
  const whole = (measure: 'income' | 'spending' | 'net') => {
    const sum = found.reduce((total, month) => total + (flows[frame.months.indexOf(month)]?.[measure].minor ?? 0), 0)
    return found.length === 0 ? derived(null, frame.base) : figure(sum, frame.base, `trailing/${months}/${measure}`)
  }
  return { months, count: found.length, ...savedOf({ income: whole('income'), spending: whole('spending'), net: whole('net') }) }
}
