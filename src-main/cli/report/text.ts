import { isCurrency, formatMoney, minor } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { FigureRows } from '#shared/reports/figure.ts'
import type { Flows } from '#shared/reports/money-reports.ts'
import type { Report } from '#shared/reports/report.ts'
import { localeOf } from '../locale.ts'
import { table } from '../table.ts'
import { reportWords, titleOf } from './words.ts'

/** A report for people: what it is about, then a table for each of its lists. */
export function reportText(report: Report, language: Language): string {
  const sections = report.report === 'cash-flow' ? cashFlowSections(report, language) : sectionsOf(report, language)
  return [...heading(report, language), ...sections].join('\n\n')
}

export function rowsText({ rows, sum, currency, openingMinor }: FigureRows, language: Language): string {
  const say = reportWords(language)
  const shown = (value: number): string => formatMoney({ minor: minor(value), currency }, localeOf(language))
  const opening = openingMinor === 0 ? [] : [[say.opening, shown(openingMinor)]]
  return table([{ title: say.transaction }, { title: say.amount, align: 'right' }], [...opening, ...rows.map(({ id, minor: value }) => [String(id), shown(value)]), [say.sum, shown(sum)]])
}

function heading({ period, accounts, availability, missing, refreshedAt, notConverted, possibleDuplicates }: Report, language: Language): string[] {
  const say = reportWords(language)
  const lines = [`${period.from} – ${period.to} · ${say.accounts}: ${accounts.join(', ')} · ${say.refreshed}: ${refreshedAt?.slice(0, 10) ?? '—'} · ${say.availability[availability]}`]
  for (const { account, from, to } of missing) lines.push(`${say.missing}: ${say.account} ${account}, ${from} – ${to}`)
  for (const { currency, minor: value, count } of notConverted) lines.push(`${say.notConverted}: ${formatMoney({ minor: value, currency }, localeOf(language))} (${count})`)
  if (possibleDuplicates > 0) lines.push(`${say.possibleDuplicates}: ${possibleDuplicates}`)
  return [lines.join('\n')]
}

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Named in the heading already. */
const ENVELOPE = new Set(['report', 'version', 'period', 'asOf', 'monthStart', 'accounts', 'base', 'refreshedAt', 'availability', 'missing', 'notConverted', 'possibleDuplicates', 'compared'])

function sectionsOf(report: Report, language: Language): string[] {
  const body = Object.entries(report).filter(([name]) => !ENVELOPE.has(name))
  const singles = body.filter(([, value]) => cellOf(value, language) !== undefined)
  const lists = body.filter(([, value]) => Array.isArray(value) && value.some(isRow))
  const nested = body.filter(([, value]) => isRow(value) && cellOf(value, language) === undefined)
  const pairs = [...singles, ...nested.flatMap(([name, value]) => Object.entries(isRow(value) ? value : {}).map(([inner, one]) => [`${name}.${inner}`, one] as const))]
    .flatMap(([name, value]) => (cellOf(value, language) === undefined ? [] : [[titleOf(name, language), cellOf(value, language) ?? '']]))
  return [
    ...lists.map(([name, value]) => `${titleOf(name, language)}\n${listTable(Array.isArray(value) ? value.filter(isRow) : [], language)}`),
    ...(pairs.length === 0 ? [] : [table([{ title: '' }, { title: '', align: 'right' }], pairs).trimStart()]),
  ]
}

function listTable(rows: readonly Row[], language: Language): string {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'key' && rows.some((row) => (cellOf(row[name], language) ?? '') !== ''))
  const isRight = (name: string): boolean => rows.some((row) => isRow(row[name]) || typeof row[name] === 'number')
  return table(names.map((name) => ({ title: titleOf(name, language), ...(isRight(name) && { align: 'right' as const }) })), rows.map((row) => names.map((name) => cellOf(row[name], language) ?? '')))
}

/** One value as it stands in a table; undefined for what is a table of its own. */
function cellOf(value: unknown, language: Language): string | undefined {
  if (value === null) return '—'
  if (typeof value === 'boolean') return reportWords(language).claim[value ? 'yes' : 'no']
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (!isRow(value)) return undefined
  const { minor: amount, currency, from, to, on, balance } = value
  if (typeof currency === 'string' && isCurrency(currency) && 'minor' in value) return typeof amount === 'number' ? formatMoney({ minor: minor(amount), currency }, localeOf(language)) : '—'
  if (typeof from === 'string' && typeof to === 'string') return `${from} – ${to}`
  return typeof on === 'string' && isRow(balance) ? `${on}: ${cellOf(balance, language) ?? ''}` : undefined
}

const FLOW = ['income', 'spending', 'net', 'saving', 'transfersIn', 'transfersOut', 'adjusting', 'revaluation', 'change'] as const

function cashFlowSections({ months, currencies, total }: Extract<Report, { report: 'cash-flow' }>, language: Language): string[] {
  const section = (flows: Flows, name: string): string => {
    const used = FLOW.filter((measure) => [...flows.months, flows.sum].some((flow) => flow[measure].minor !== 0))
    const columns = [{ title: titleOf('month', language) }, ...used.map((measure) => ({ title: titleOf(measure, language), align: 'right' as const }))]
    const line = (title: string, flow: Flows['sum']): string[] => [title, ...used.map((measure) => cellOf(flow[measure], language) ?? '')]
    const rows = months.map(({ key, isPartial }, index) => line(isPartial ? `${key} *` : key, flows.months[index] ?? flows.sum))
    return `${name}\n${table(columns, [...rows, line(reportWords(language).sum, flows.sum)])}`
  }
  const isMixed = currencies.some(({ currency }) => currency !== total.currency)
  return [...(isMixed ? currencies.map((flows) => section(flows, flows.currency)) : []), section(total, isMixed ? `${reportWords(language).sum} (${total.currency})` : total.currency), ...(months.some(({ isPartial }) => isPartial) ? [`* ${reportWords(language).partial}`] : [])]
}
