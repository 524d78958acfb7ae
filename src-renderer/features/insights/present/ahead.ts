import { addDays } from '#shared/dates.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { Cell, View } from '../view.ts'
import type { Words } from '../words.ts'
import { paceChart, paceLead, paceNote, paceTable } from './pace.ts'
import { bare, count, end, figure, mark, money, day, percent, start, text, tinted } from './parts.ts'

/** R11: what may still be spent until the next salary. */
export function presentAvailable(report: ReportOf<'available'>, words: Words): View {
  const { t, date } = words
  const PARTS = ['income', 'contractsPaid', 'contractsDue', 'savingPaid', 'savingDue', 'otherSpending'] as const
  // Less than nothing cannot be spent a day.
  const isOverspent = (report.available.minor ?? 0) < 0
  return {
    leads: [
      { label: t(`insights.word.until.${report.until}`), cell: tinted(report.available), detail: t(isOverspent ? 'insights.word.overspent' : 'insights.word.untilDay', { day: date(report.cycle.to, 'medium') }) },
      ...(isOverspent ? [] : [{ label: t('insights.word.perDay'), cell: tinted(report.perDay), detail: t('insights.word.remaining', { count: report.remainingDays }) }]),
      ...paceLead(report, words),
    ],
    chart: paceChart(report, words),
    tables: [
      {
        title: t('insights.table.available'), head: t('insights.word.part'), columns: [end(t('insights.word.amount'))],
        rows: [...PARTS.map((name) => ({ key: name, head: t(`insights.word.${name}`), cells: [figure(report[name])] })), { key: 'available', head: t('insights.word.available'), isTotal: true, cells: [tinted(report.available)] }],
      },
      ...(report.due.length === 0 ? [] : [{
        title: t('insights.table.due'), head: t('insights.word.counterparty'), columns: [end(t('insights.word.day')), end(t('insights.word.amount'))],
        rows: report.due.map(({ on, contractId, counterparty, amount }) => ({ key: `${contractId} ${on}`, head: counterparty, cells: [day(on), money(amount)] })),
      }]),
      paceTable(report, words),
    ],
    period: report.cycle,
    notes: [t('insights.note.available', { from: date(report.cycle.from), to: date(report.cycle.to) }), paceNote(report, words)],
  }
}

/** R12: balances to come, with the lowest point. */
export function presentForecast(report: ReportOf<'forecast'>, words: Words): View {
  const { t, date } = words
  const from = addDays(report.asOf, 1)
  const series = (name: string, values: readonly (number | null)[]) => ({ name, marks: values.map(bare) })
  const lines = report.rows.filter(({ currency, values }) => currency === report.total.currency && values.some((value) => value !== null))
  const isKnown = report.total.values.some((value) => value !== null)
  const lowest = (line: ReportOf<'forecast'>['total']) => (line.lowest ? [figure(line.lowest.balance), day(line.lowest.on)] : [text('—'), text('—')])
  const last = (line: ReportOf<'forecast'>['total']) => { const minor = line.values.at(-1) ?? null; return money(minor === null ? null : { minor, currency: line.currency }) }
  return {
    leads: [
      ...(report.total.lowest ? [{ label: t('insights.word.lowest'), cell: tinted(report.total.lowest.balance), detail: date(report.total.lowest.on, 'medium') }] : []),
      { label: t('insights.word.everyday'), cell: figure(report.variable), detail: t('insights.word.perMonth') },
    ],
    chart: { kind: 'days', currency: report.total.currency, from, today: null, isArea: false, series: [...(isKnown ? [series(t('insights.word.all'), report.total.values)] : []), ...lines.slice(0, 5).map((line) => series(words.account(line.accountId), line.values))] },
    tables: lines.length === 0 && !isKnown ? [] : [
      {
        title: t('insights.table.forecast', { count: report.days }), head: t('insights.word.account'), columns: [end(t('insights.word.lowest')), end(t('insights.word.on')), end(t('insights.word.atEnd')), end(t('insights.word.variable'))],
        rows: [...report.rows.map((line) => ({ key: String(line.accountId), head: words.account(line.accountId), to: `/accounts/${line.accountId}`, cells: [...lowest(line), last(line), figure(line.variable)] })), { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [...lowest(report.total), last(report.total), figure(report.variable)] }],
      },
      ...(report.expected.length === 0 ? [] : [{
        title: t('insights.table.expected'), head: t('insights.word.counterparty'), columns: [end(t('insights.word.day')), end(t('insights.word.amount')), start(t('insights.word.account'))],
        rows: report.expected.map(({ on, contractId, counterparty, amount, accountId, otherAccountId }, index) => ({ key: `${contractId ?? ''} ${on} ${index}`, head: otherAccountId === null ? counterparty : t(amount.minor < 0 ? 'insights.word.transferTo' : 'insights.word.transferFrom', { account: words.account(otherAccountId) }), cells: [day(on), { kind: 'money' as const, money: amount, tinted: true }, text(words.account(accountId))] })),
      }]),
    ],
    period: { from, to: addDays(report.asOf, report.days) },
    notes: [
      t(report.withVariable ? 'insights.note.forecast' : 'insights.note.forecastContracts'),
      ...(report.unconvertedAccounts.length > 0 ? [t('insights.note.forecastUnrated', { accounts: report.unconvertedAccounts.map((id) => words.account(id)).join(', ') })] : []),
      ...(isKnown && report.unknownAccounts.length > 0 ? [t('insights.note.forecastWithout', { accounts: report.unknownAccounts.map((id) => words.account(id)).join(', ') })] : []),
    ],
  }
}

/** R15: categories far above what they use to be. */
export function presentUnusual(report: ReportOf<'unusual'>, words: Words): View {
  const { t } = words
  const name = (row: ReportOf<'unusual'>['rows'][number]) => `${words.category(row.categoryId)}, ${words.month(row.month)}`
  return {
    leads: [],
    chart: {
      kind: 'bars', currency: report.base, labels: report.rows.map(name),
      series: [{ name: t('insights.word.spending'), marks: report.rows.map(({ spent }) => mark(spent)) }, { name: t('insights.word.usual'), isBefore: true, marks: report.rows.map(({ median }) => mark(median)) }],
    },
    tables: report.rows.length === 0 ? [] : [{
      title: t('insights.table.unusual'), head: t('insights.word.category'),
      columns: [end(t('insights.word.spending')), end(t('insights.word.usual')), end(t('insights.word.limit')), end(t('insights.word.above')), end(t('insights.word.comparedMonths')), start(t('insights.word.state'))],
      rows: report.rows.map((row) => ({ key: name(row), head: name(row), cells: [figure(row.spent), figure(row.median), figure(row.limit), figure(row.above), count(row.comparedMonths), text(row.isScaled ? t('insights.word.scaled') : '')] })),
    }],
    notes: [t('insights.note.unusual')],
  }
}

/** R18: budgets against what was spent. */
export function presentBudget(report: ReportOf<'budget'>, words: Words): View {
  const { t } = words
  const cells = (line: NonNullable<ReportOf<'budget'>['total']>, limit: Cell = figure(line.limit)) => [limit, figure(line.carried), figure(line.spent), tinted(line.remaining), percent(line.pace), figure(line.contractsDue), figure(line.projection)]
  return {
    leads: report.total ? [{ label: t('insights.word.limit'), cell: figure(report.total.limit) }, { label: t('insights.word.spent'), cell: figure(report.total.spent) }, { label: t('insights.word.left'), cell: tinted(report.total.remaining) }] : [],
    chart: {
      kind: 'bars', currency: report.base, labels: report.rows.map(({ categoryId }) => words.category(categoryId)),
      series: [{ name: t('insights.word.spent'), marks: report.rows.map(({ spent }) => mark(spent)) }, { name: t('insights.word.limit'), isBefore: true, marks: report.rows.map(({ limit }) => mark(limit)) }],
    },
    tables: report.rows.length === 0 ? [] : [{
      title: t('insights.table.budgets'), head: t('insights.word.category'),
      columns: [end(t('insights.word.limit')), end(t('insights.word.carried')), end(t('insights.word.spent')), end(t('insights.word.left')), end(t('insights.word.pace')), end(t('insights.word.contractsDue')), end(t('insights.word.projection'))],
      rows: [...report.rows.map((row) => ({ key: row.categoryId, head: words.category(row.categoryId), cells: row.limit.minor === null ? cells(row, money(row.ownLimit)) : cells(row) })), ...(report.total ? [{ key: 'total', head: t('insights.word.total'), isTotal: true, cells: cells(report.total) }] : [])],
    }],
    notes: [t('insights.note.pace')],
  }
}
