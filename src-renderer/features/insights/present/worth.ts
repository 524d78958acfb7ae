import { addDays } from '#shared/dates.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { ChartModel, View } from '../view.ts'
import type { Words } from '../words.ts'
import { before, comparedCell, comparedColumn, count, day, end, figure, mark, money, start, text, tinted } from './parts.ts'

/** R2: what there is on the day. */
export function presentBalances(report: ReportOf<'balances'>, words: Words): View {
  const { t, date } = words
  const { total, compared } = report
  const earlier = new Map((compared?.rows ?? []).map(({ accountId, inBase }) => [accountId, inBase]))
  return {
    leads: [
      { label: t('insights.word.netWorth'), cell: tinted(total.net), detail: [date(report.on, 'medium'), before(compared?.total.net, words).detail].filter((part) => part !== undefined).join(' · ') },
      { label: t('insights.word.assets'), cell: figure(total.assets), ...before(compared?.total.assets, words) },
      { label: t('insights.word.liabilities'), cell: figure(total.liabilities), ...before(compared?.total.liabilities, words) },
    ],
    chart: { kind: 'bars', currency: report.base, labels: report.rows.map(({ name }) => name), series: [{ name: t('insights.word.balance'), marks: report.rows.map(({ inBase }) => mark(inBase)) }] },
    tables: [{
      title: t('insights.table.accounts'), head: t('insights.word.account'),
      columns: [end(t('insights.word.balance')), end(t('insights.word.holdings')), end(t('insights.word.inBase', { currency: report.base })), ...comparedColumn(compared, words), end(t('insights.word.statedOn')), start(t('insights.word.state'))],
      rows: [
        ...report.rows.map((row) => ({ key: String(row.accountId), head: row.name, to: `/accounts/${row.accountId}`, cells: [figure(row.balance), money(row.holdings), figure(row.inBase), ...comparedCell(compared, earlier.get(row.accountId), report.base), day(row.statedOn), text(row.isStale ? t('insights.word.stale', { count: report.staleAfterDays }) : '')] })),
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [text(''), text(''), tinted(total.net), ...comparedCell(compared, compared?.total.net, report.base), text(''), text('')] },
      ],
    }],
    period: { from: report.on, to: report.on },
    notes: [],
  }
}

/** R3: balances day by day. */
export function presentBalanceHistory(report: ReportOf<'balance-history'>, words: Words): View {
  const { t, date } = words
  const { total, rows } = report
  const marks = (values: readonly (number | null)[], key: string) => values.map((minor, index) => ({ minor, key: minor === null ? null : `${key}/${addDays(report.period.from, index)}` }))
  const chart: ChartModel = {
    kind: 'days', currency: total.currency, from: report.period.from, today: null, isArea: false,
    series: [{ name: t('insights.word.all'), marks: marks(total.values, total.key) }, ...rows.filter(({ currency }) => currency === total.currency).slice(0, 5).map((row) => ({ name: words.account(row.accountId), marks: marks(row.values, row.key) }))],
  }
  const extreme = (value: typeof total.lowest) => (value ? figure(value.balance) : text('—'))
  const cells = (line: Pick<typeof total, 'lowest' | 'highest' | 'daysBelowZero' | 'values' | 'currency'>) => [
    money(lastOf(line.values, line.currency)), extreme(line.lowest), day(line.lowest?.on ?? null), extreme(line.highest), day(line.highest?.on ?? null), count(line.daysBelowZero),
  ]
  return {
    leads: [
      ...(total.lowest ? [{ label: t('insights.word.lowest'), cell: figure(total.lowest.balance), detail: date(total.lowest.on, 'medium') }] : []),
      ...(total.highest ? [{ label: t('insights.word.highest'), cell: figure(total.highest.balance), detail: date(total.highest.on, 'medium') }] : []),
      { label: t('insights.word.daysBelow'), cell: count(total.daysBelowZero) },
    ],
    chart,
    tables: [{
      title: t('insights.table.accounts'), head: t('insights.word.account'),
      columns: [end(t('insights.word.balance')), end(t('insights.word.lowest')), end(t('insights.word.on')), end(t('insights.word.highest')), end(t('insights.word.on')), end(t('insights.word.daysBelow'))],
      rows: [
        ...rows.map((row) => ({ key: String(row.accountId), head: words.account(row.accountId), to: `/accounts/${row.accountId}`, cells: cells(row) })),
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: cells(total) },
      ],
    }],
    notes: [t('insights.note.balances')],
  }
}

function lastOf(values: ReportOf<'balance-history'>['total']['values'], currency: ReportOf<'balance-history'>['base']) {
  const last = values.at(-1) ?? null
  return last === null ? null : { minor: last, currency }
}
