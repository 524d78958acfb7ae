import { formatMoney, minor } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { FigureRows } from '#shared/reports/figure.ts'
import type { Report } from '#shared/reports/report.ts'
import type { ReportRequest } from '#shared/reports/request.ts'
import { localeOf } from '../locale.ts'
import { decimalText, momentText } from '../say.ts'
import { table } from '../table.ts'
import { words } from '../words.ts'
import { sectionsOf, type Section } from './sections.ts'
import { reportWords } from './words.ts'

/** A report for people: what it is about, then a table for each of its lists, no wider than the terminal. */
export function reportText(report: Report, { excludedAccountIds = [] }: Pick<ReportRequest, 'excludedAccountIds'>, language: Language, width?: number): string {
  if (report.accounts.length === 0) return excludedAccountIds.length > 0 ? reportWords(language).noneChosen : words(language).noAccounts
  const { sections, notes } = sectionsOf(report, { language, money: (value, currency) => formatMoney({ minor: minor(value), currency }, localeOf(language)), number: (value, places) => decimalText(String(value), language, places), moment: momentText })
  return [heading(report, language, width), ...sections.map((section) => sectionText(section, width)), ...notes, ...(sections.length + notes.length === 0 ? [reportWords(language).nothing] : [])].join('\n\n')
}

function sectionText({ title, columns, rows }: Section, width: number | undefined): string {
  const body = table(columns, rows, width)
  // Columns without a name have no line of names.
  const told = columns.every((column) => column.title === '') ? body.trimStart() : body
  return title === '' ? told : `${title}\n${told}`
}

export function rowsText({ rows, sum, currency, openingMinor }: FigureRows, language: Language): string {
  const say = reportWords(language)
  const shown = (value: number): string => formatMoney({ minor: minor(value), currency }, localeOf(language))
  const opening = openingMinor === 0 ? [] : [[say.opening, shown(openingMinor)]]
  return table([{ title: say.transaction }, { title: say.amount, align: 'right' }], [...opening, ...rows.map(({ id, minor: value }) => [String(id), shown(value)]), [say.sum, shown(sum)]])
}

function heading({ period, accounts, availability, missing, refreshedAt, notConverted, possibleDuplicates }: Report, language: Language, width = Number.POSITIVE_INFINITY): string {
  const say = reportWords(language)
  const about = [`${period.from} – ${period.to}`, `${say.accounts}: ${accounts.join(', ')}`, `${say.refreshed}: ${refreshedAt?.slice(0, 10) ?? '—'}`, say.availability[availability]]
  const line = about.join(' · ')
  const lines = line.length > width ? about : [line]
  for (const { account, from, to } of missing) lines.push(`${say.missing}: ${say.account} ${account}, ${from} – ${to}`)
  for (const { currency, minor: value, count } of notConverted) lines.push(`${say.notConverted}: ${formatMoney({ minor: value, currency }, localeOf(language))} (${count})`)
  if (possibleDuplicates > 0) lines.push(`${say.possibleDuplicates}: ${possibleDuplicates}`)
  return lines.join('\n')
}
