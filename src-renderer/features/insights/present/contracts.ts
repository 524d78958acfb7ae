import { serviceName } from '#shared/payment-services.ts'
import { addDays } from '#shared/dates.ts'
import type { ReportOf } from '#shared/reports/report.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, count, day, end, figure, money, start, text, tinted } from './parts.ts'

type Contract = ReportOf<'contracts'>['contracts'][number]
const BARS_MAX = 15
/** As far as R13 looks. */
const DAYS_AHEAD = 30
const STATES = ['active', 'early', 'ended'] as const

/** R9: what comes back again and again, and what it comes to. */
export function presentContracts(report: ReportOf<'contracts'>, words: Words): View {
  const { t } = words
  const active = report.contracts.filter(({ status, monthly }) => status === 'active' && monthly.minor < 0 && monthly.currency === report.base).toSorted((left, right) => left.monthly.minor - right.monthly.minor)
  const drawn = active.slice(0, BARS_MAX)
  return {
    leads: [
      { label: t('insights.word.monthlyOut'), cell: figure(report.monthlyOut) },
      { label: t('insights.word.yearlyOut'), cell: figure(report.yearlyOut) },
      { label: t('insights.word.monthlyIn'), cell: figure(report.monthlyIn) },
    ],
    chart: { kind: 'bars', currency: report.base, labels: drawn.map(({ counterparty }) => counterparty), series: [{ name: t('insights.word.perMonth'), marks: drawn.map(({ monthly, paid }) => ({ minor: Math.abs(monthly.minor), key: paid.key })) }] },
    tables: STATES.flatMap((status) => {
      const contracts = report.contracts.filter((contract) => contract.status === status).toSorted((left, right) => left.monthly.minor - right.monthly.minor)
      return contracts.length === 0 ? [] : [table(t(`insights.table.contracts.${status}`), contracts, words)]
    }),
    notes: [],
  }
}

const table = (title: string, contracts: readonly Contract[], words: Words): View['tables'][number] => ({
  title, head: words.t('insights.word.counterparty'),
  columns: [start(words.t('insights.word.frequency')), end(words.t('insights.word.lastAmount')), end(words.t('insights.word.next')), end(words.t('insights.word.perMonth')), end(words.t('insights.word.perYear')), end(words.t('insights.word.paid')), end(words.t('insights.word.count')), start(words.t('insights.word.category'))],
  rows: contracts.map((contract) => ({
    key: contract.id, head: serviceName(contract.via) === '' ? contract.counterparty : `${contract.counterparty} (${serviceName(contract.via)})`,
    cells: [text(words.t(`insights.frequency.${contract.frequency}`)), money(contract.lastAmount), day(contract.nextOn), money(contract.monthly), money(contract.yearly), figure(contract.paid), count(contract.transactions.length), text(words.category(contract.categoryId))],
  })),
})

/** R10: what is fixed, and what is left to choose. */
export function presentFixedVariable(report: ReportOf<'fixed-variable'>, words: Words): View {
  const { t } = words
  // Nothing is fixed and no month is complete: no figure would be one.
  const isKnown = report.completeMonths > 0 || (report.fixed.minor ?? 0) !== 0
  const lines = (['fixed', 'variable', 'spending', 'onContracts'] as const).map((name) => ({ key: name, head: t(`insights.word.${name === 'spending' ? 'averageSpending' : name}`), cells: [figure(report[name])] }))
  return {
    leads: [
      { label: t('insights.word.fixed'), cell: figure(report.fixed) },
      { label: t('insights.word.variable'), cell: figure(report.variable), detail: t('insights.word.completeMonths', { count: report.completeMonths }) },
      { label: t('insights.word.fixedShare'), cell: { kind: 'percent', value: report.fixedShare } },
    ],
    chart: { kind: 'bars', currency: report.base, labels: [t('insights.word.fixed'), t('insights.word.variable')], series: [{ name: t('insights.word.perMonth'), marks: [report.fixed, report.variable].map(({ minor, key }) => ({ minor, key })) }] },
    tables: !isKnown ? [] : [{ title: t('insights.table.perMonth'), head: t('insights.word.part'), columns: [end(t('insights.word.perMonth'))], rows: lines }],
    notes: [t('insights.note.fixed')],
  }
}

/** R13: what is due, and what did not come. */
export function presentUpcoming(report: ReportOf<'upcoming'>, words: Words): View {
  const { t } = words
  const drawn = report.rows.filter(({ kind, amount }) => kind === 'payment' && amount.currency === report.base).slice(0, BARS_MAX)
  return {
    leads: [{ label: t('insights.word.dueOut'), cell: figure(report.dueOut) }, { label: t('insights.word.dueIn'), cell: tinted(report.dueIn) }],
    chart: {
      kind: 'bars', currency: report.base, labels: drawn.map(({ on, counterparty }) => `${words.date(on, 'day')} ${counterparty}`),
      series: [{ name: t('insights.word.amount'), marks: drawn.map(({ amount }) => bare(amount.minor)) }],
    },
    period: { from: report.asOf, to: addDays(report.asOf, DAYS_AHEAD) },
    tables: [{
      title: t('insights.table.upcoming'), head: t('insights.word.counterparty'), columns: [end(t('insights.word.day')), end(t('insights.word.amount')), start(t('insights.word.state')), start(t('insights.word.account'))],
      rows: report.rows.map((row) => ({
        key: `${row.contractId} ${row.on} ${row.kind}`, head: row.counterparty,
        cells: [day(row.on), { kind: 'money' as const, money: row.amount, tinted: true }, text(t(row.kind === 'payment' ? `insights.due.${row.state}` : `insights.due.${row.kind}`)), text(words.account(row.accountId), `/accounts/${row.accountId}`)],
      })),
    }],
    notes: [],
  }
}

/** R14: what is different from before, and what it comes to in a year. */
export function presentChanges(report: ReportOf<'changes'>, words: Words): View {
  const { t } = words
  const drawn = report.changes.filter(({ yearly }) => yearly?.currency === report.base && yearly.minor !== 0)
    .toSorted((left, right) => Math.abs(right.yearly?.minor ?? 0) - Math.abs(left.yearly?.minor ?? 0)).slice(0, BARS_MAX).map((change) => ({ change, name: change.counterparty }))
  return {
    leads: [],
    chart: {
      kind: 'bars', currency: report.base, labels: drawn.map(({ change, name }) => `${name}, ${t(`insights.change.${change.kind}`)}`),
      series: [{ name: t('insights.word.perYear'), marks: drawn.map(({ change }) => bare(change.yearly?.minor ?? null)) }],
    },
    tables: report.changes.length === 0 ? [] : [{
      title: t('insights.table.changes'), head: t('insights.word.counterparty'),
      columns: [start(t('insights.word.kind')), end(t('insights.word.day')), end(t('insights.word.beforeAmount')), end(t('insights.word.afterAmount')), end('%'), end(t('insights.word.perYear')), start(t('insights.word.account'))],
      rows: report.changes.map((change, index) => ({
        key: `${change.kind} ${change.on} ${index}`, head: change.counterparty,
        cells: [text(t(`insights.change.${change.kind}`)), day(change.on), money(change.before), money(change.after), { kind: 'percent' as const, value: change.percent }, money(change.yearly), text(words.account(change.accountId), `/accounts/${change.accountId}`)],
      })),
    }],
    notes: [],
  }
}
