import type { ReportOf } from '#shared/reports/report.ts'
import { numberText } from '../../accounts/number-text.ts'
import type { View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, count, day, end, figure, mark, money, percent, start, text } from './parts.ts'

/** R1: what is known of each account, and since when. */
export function presentAccounts(report: ReportOf<'accounts'>, words: Words): View {
  const { t, date, instant } = words
  return {
    leads: [{ label: t('insights.word.accounts'), cell: count(report.rows.length) }],
    chart: null,
    tables: [{
      title: t('insights.table.accounts'), head: t('insights.word.account'),
      columns: [end(t('insights.word.count')), end(t('insights.word.from')), end(t('insights.word.to')), end(t('insights.word.gaps')), end(t('insights.word.refreshed')), end(t('insights.word.consent'))],
      rows: report.rows.map((row) => ({
        key: String(row.accountId), head: row.name, to: `/accounts/${row.accountId}`,
        cells: [
          count(row.rowCount), day(row.coverage?.from ?? row.oldestOn), day(row.coverage?.to ?? null), count(row.gaps.length), text(row.refreshedAt ? instant(row.refreshedAt) : '—'), text(row.consentUntil ? instant(row.consentUntil) : '—'),
        ],
      })),
    }, {
      title: t('insights.table.owners'), head: t('insights.word.account'),
      columns: [start(t('insights.word.type')), start(t('insights.word.iban')), start(t('insights.word.bank')), start(t('insights.word.holder'))],
      rows: report.rows.map((row) => ({
        key: String(row.accountId), head: row.name, to: `/accounts/${row.accountId}`,
        cells: [text(t(`accounts.type.${row.type}`)), text(numberText(row)), text(row.institution ?? '—'), text(row.holder ?? '—')],
      })),
    }, ...gapsTable(report.rows.map(({ accountId, name, gaps }) => ({ accountId, name, gaps })), words, date)],
    notes: [],
  }
}

function gapsTable(rows: readonly { accountId: number; name: string; gaps: readonly { from: Parameters<Words['date']>[0]; to: Parameters<Words['date']>[0] }[] }[], { t }: Words, date: Words['date']): View['tables'] {
  const gaps = rows.flatMap(({ accountId, name, gaps: list }) => list.map((gap) => ({ key: `${accountId} ${gap.from}`, head: name, cells: [text(date(gap.from)), text(date(gap.to))] })))
  return gaps.length === 0 ? [] : [{ title: t('insights.table.gaps'), head: t('insights.word.account'), columns: [end(t('insights.word.from')), end(t('insights.word.to'))], rows: gaps }]
}

/** R19: what accounts cost and earn, year by year. */
export function presentFees(report: ReportOf<'fees'>, words: Words): View {
  const { t } = words
  const years = report.years.map(({ key, isPartial }) => (isPartial ? t('insights.word.soFar', { month: key }) : key))
  const isNothing = report.rows.every(({ fees, interest }) => [...fees, ...interest].every(({ minor }) => minor === 0 || minor === null))
  const columns = [...years.map((year) => end(t('insights.word.feesOf', { year }))), ...years.map((year) => end(t('insights.word.interestOf', { year })))]
  return {
    leads: [],
    chart: {
      kind: 'columns', currency: report.base, labels: years, partial: [],
      series: [{ name: t('insights.word.fees'), marks: report.total.fees.map((sum) => mark(sum)) }, { name: t('insights.word.interest'), marks: report.total.interest.map((sum) => mark(sum)) }],
    },
    tables: [{
      title: t('insights.table.accounts'), head: t('insights.word.account'), columns,
      rows: isNothing ? [] : [
        ...report.rows.map((row) => ({ key: String(row.accountId), head: row.name, to: `/accounts/${row.accountId}`, cells: [...row.fees, ...row.interest].map((sum) => figure(sum)) })),
        { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [...report.total.fees, ...report.total.interest].map((sum) => figure(sum)) },
      ],
    }],
    notes: [],
  }
}

/** R20: what a German tax return asks for, with its rows. */
export function presentTaxYear(report: ReportOf<'tax-year'>, words: Words): View {
  const { t } = words
  const topics = report.years.flatMap(({ year, isPartial, topics: list }) => list.map((topic) => ({ year, isPartial, ...topic })))
  const filled = topics.filter(({ rows }) => rows.length > 0)
  const names = [...new Set(filled.map(({ topic }) => topic))]
  return {
    leads: [],
    chart: {
      kind: 'bars', currency: report.base, labels: names.map((name) => t(`insights.tax.${name}`)),
      series: report.years.map(({ year, isPartial, topics: list }) => ({ name: isPartial ? t('insights.word.soFar', { month: String(year) }) : String(year), marks: names.map((name) => { const its = list.find(({ topic }) => topic === name); return its && its.rows.length > 0 ? mark(its.sum) : bare(null) }) })),
    },
    tables: filled.length === 0 ? [] : [
      {
        title: t('insights.table.taxes'), head: t('insights.word.topic'), columns: [end(t('insights.word.year')), end(t('insights.word.sum')), end(t('insights.word.count'))],
        rows: filled.map(({ year, isPartial, topic, sum, rows }) => ({ key: `${year} ${topic}`, head: t(`insights.tax.${topic}`), cells: [text(isPartial ? t('insights.word.soFar', { month: String(year) }) : String(year)), figure(sum), count(rows.length)] })),
      },
      ...filled.map(({ year, topic, sum, rows }) => ({
        title: `${t(`insights.tax.${topic}`)} ${year}`, head: t('insights.word.counterparty'), columns: [end(t('insights.word.day')), end(t('insights.word.sum')), start(t('insights.word.purpose')), start(t('insights.word.category'))],
        rows: [
          ...rows.map((row, index) => ({ key: `${row.id} ${index}`, head: row.payee, cells: [day(row.bookedOn), money(row.amount), text(row.purpose), text(words.category(row.categoryId))] })),
          { key: 'total', head: t('insights.word.total'), isTotal: true, cells: [text(''), figure(sum), text(''), text('')] },
        ],
      })),
    ],
    notes: [t('insights.note.taxes')],
  }
}

/** R21: what stands between the ledger and the truth. */
export function presentDataQuality(report: ReportOf<'data-quality'>, words: Words): View {
  const { t, date } = words
  return {
    leads: [
      { label: t('insights.word.uncategorised'), cell: count(report.uncategorised.count), detail: t('insights.word.ofRows', { count: report.uncategorised.of }) },
      { label: t('insights.word.share'), cell: percent(report.uncategorised.share) },
      { label: t('insights.word.duplicates'), cell: count(report.duplicateCount) },
    ],
    chart: null,
    tables: [{
      title: t('insights.table.accounts'), head: t('insights.word.account'),
      columns: [end(t('insights.word.rows')), end(t('insights.word.uncategorised')), end(t('insights.word.duplicates')), end(t('insights.word.adjusting')), end(t('insights.word.bankDifference')), end(t('insights.word.from')), end(t('insights.word.to')), end(t('insights.word.gaps'))],
      rows: report.rows.map((row) => ({
        key: String(row.accountId), head: row.name, to: `/accounts/${row.accountId}`,
        cells: [count(row.rowCount), count(row.uncategorisedCount), count(row.duplicateCount), figure(row.adjusting), money(row.difference), day(row.coverage?.from ?? null), day(row.coverage?.to ?? null), count(row.gaps.length)],
      })),
    }, ...gapsTable(report.rows, words, date)],
    notes: [],
  }
}
