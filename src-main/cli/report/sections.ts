import { isCurrency, minor, toDecimal, type Currency } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { Flows } from '#shared/reports/money-reports.ts'
import type { Report } from '#shared/reports/report.ts'
import { csvText } from '#main/ledger/export/csv.ts'
import type { Column } from '../table.ts'
import { words } from '../words.ts'
import { reportWords, titleOf, valueOf } from './words.ts'

/** One table of a report: with columns named in the person's language, and every cell told. */
export interface Section { readonly title: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
/** Notes explain the marks in the tables. */
export interface Sections { readonly sections: readonly Section[]; readonly notes: readonly string[] }

/** How cells are written: for reading, or for a spreadsheet. */
export interface Tell { readonly language: Language; readonly money: (minor: number, currency: Currency) => string; /** With at least so many places. */ readonly number: (value: number, places: number) => string; readonly moment: (at: string) => string }

/** Of the report, and below it of the period that it is compared with. */
export function sectionsOf(report: Report, tell: Tell): Sections {
  const { sections, notes: ownNotes } = ownSections(report, tell)
  const notes = [...ownNotes, ...unconvertedNotes(report, tell)]
  if (report.compared === null) return { sections, notes }
  const { period, reach } = report.compared
  const say = reportWords(tell.language)
  // A body of the same report: only the envelope around both is one.
  const before = ownSections({ ...report, ...report.compared, compared: null } as Report, tell)
  const title = `${say.compared} ${period.from} – ${period.to}${reach === 'whole' ? '' : ` (${say.availability[reach === 'part' ? 'PARTIAL' : 'NONE']})`}`
  if (reach === 'none') return { sections, notes: [...notes, title] }
  return {
    sections: [...sections, ...before.sections.map((section) => ({ ...section, title: section.title === '' ? title : `${title}: ${section.title}` }))],
    notes: [...new Set([...notes, ...before.notes])],
  }
}

/** Payments that no sum has. */
const unconvertedNotes = (report: Report, { language, money }: Tell): string[] =>
  ('unconverted' in report ? report.unconverted : []).map(({ currency, minor: sum, count }) => `${reportWords(language).unconverted}: ${money(sum, currency)} (${count})`)

function ownSections(report: Report, tell: Tell): Sections {
  switch (report.report) {
    case 'cash-flow':
      return cashFlowSections(report, tell)
    case 'tax-year':
      return { sections: report.years.map((year) => taxSection(year, tell)), notes: report.years.some(({ isPartial }) => isPartial) ? [`* ${reportWords(tell.language).partialYear}`] : [] }
    case 'available':
      return availableSections(report, tell)
    case 'budget':
      return budgetSections(report, tell)
    case 'fees':
      return feesSections(report, tell)
    default:
      return { sections: anySections(report, tell), notes: [] }
  }
}

/**
 * For spreadsheets: UTF-8 with a byte order mark, RFC 4180 quoting, exact amounts with decimal points. Tables stand one below
 * the other. Amounts are in the report's base currency; another one's code stands behind the number.
 */
export function reportCsv(report: Report, language: Language): string {
  const money = (value: number, currency: Currency): string => `${toDecimal({ minor: minor(value), currency })}${currency === report.base ? '' : ` ${currency}`}`
  const { sections, notes } = sectionsOf(report, { language, money, number: String, moment: String })
  const about = [[titleOf('period', language), report.period.from, report.period.to], [titleOf('base', language), report.base]]
  const lines = [...about, ...sections.flatMap(({ title, columns, rows }) => [[], ...(title === '' ? [] : [[title]]), ...(columns.every((column) => column.title === '') ? [] : [columns.map((column) => column.title)]), ...rows]), ...notes.map((note) => [note])]
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}`
}

/** A negative number or amount is no formula. */
const csvCell = (text: string): string => (/^-?\d+(\.\d+)?( [A-Z]{3})?$/.test(text) ? text : csvText(text))

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Named in the heading already, or told in a way of its own. */
const ENVELOPE = new Set(['report', 'version', 'period', 'asOf', 'monthStart', 'accounts', 'base', 'refreshedAt', 'availability', 'missing', 'notConverted', 'possibleDuplicates', 'compared', 'unconverted', 'pace'])

function anySections(report: Report, tell: Tell): Section[] {
  const body = Object.entries(report).filter(([name]) => !ENVELOPE.has(name))
  const cell = (name: string, value: unknown): string | undefined => cellOf(name, value, tell)
  const singles = body.filter(([name, value]) => cell(name, value) !== undefined)
  const lists = body.filter(([, value]) => Array.isArray(value) && value.some(isRow))
  const nested = body.filter(([name, value]) => isRow(value) && cell(name, value) === undefined)
  const pairs = [...singles, ...nested.flatMap(([name, value]) => Object.entries(isRow(value) ? value : {}).filter(([inner]) => inner !== 'key').map(([inner, one]) => [`${name}.${inner}`, one] as const))]
    .flatMap(([name, value]) => (cell(name, value) === undefined ? [] : [[titleOf(name.endsWith('.change') && typeof value === 'number' ? `${name}Percent` : name, tell.language), cell(name, value) ?? '']]))
  return [
    ...lists.map(([name, value]): Section => ({ title: titleOf(name, tell.language), ...listOf(Array.isArray(value) ? value.filter(isRow) : [], tell) })).filter(({ columns }) => columns.length > 1),
    ...(pairs.length === 0 ? [] : [{ title: '', columns: [{ title: '' }, { title: '', align: 'right' as const }], rows: pairs }]),
  ]
}

function listOf(rows: readonly Row[], tell: Tell): Omit<Section, 'title'> {
  const told = Object.keys(rows[0] ?? {}).filter((name) => name !== 'key' && rows.some((row) => !SAYS_NOTHING.has(cellOf(name, row[name], tell) ?? '')))
  const names = told.every((name) => OF_PERIOD.has(name)) ? [] : told
  const naming = NAMES.find((name) => names.includes(name))
  const isRight = (name: string): boolean => rows.some((row) => isRow(row[name]) || typeof row[name] === 'number')
  return {
    columns: names.map((name) => ({ title: titleOf(isPercent(name, rows) ? `${name}Percent` : name, tell.language), ...(isRight(name) && { align: 'right' as const }), ...(name === naming && { isName: true }) })),
    rows: rows.map((row) => names.map((name) => cellOf(name, row[name], tell) ?? '')),
  }
}

const NOTHING = '—'
/** A column of these alone is left out. */
const SAYS_NOTHING = new Set(['', NOTHING])
/** A list of periods without a figure is in the heading already. */
const OF_PERIOD = new Set(['from', 'to', 'isPartial', 'isComplete'])
/** Whoever or whatever a row is about; the first that there is. */
const NAMES = ['counterparty', 'name', 'categoryId', 'group']
/** Numbers below each other have as many places. */
const PLACES: Readonly<Record<string, number>> = { share: 1, rate: 1, percent: 1, change: 1, sincePreviousPercent: 1, sinceYearPercent: 1, fixedShare: 1, pace: 1, elapsed: 1, confidence: 2 }

/** Accounts by their numbers. */
const ACCOUNT_LISTS = new Set(['unknownAccounts', 'unconvertedAccounts'])

/** Of money in some reports, a share in others. */
const isPercent = (name: string, rows: readonly Row[]): boolean => name === 'change' && rows.some((row) => typeof row[name] === 'number')

/** One value as it stands in a table; undefined for what is a table of its own. */
function cellOf(name: string, value: unknown, tell: Tell): string | undefined {
  if (value === null) return NOTHING
  if (typeof value === 'boolean') return reportWords(tell.language).claim[value ? 'yes' : 'no']
  if (typeof value === 'string') return name === 'refreshedAt' ? tell.moment(value) : valueOf(name, value, tell.language)
  if (typeof value === 'number') return tell.number(value, PLACES[name.replace(/^.*\./, '')] ?? 0)
  if (ACCOUNT_LISTS.has(name) && Array.isArray(value) && value.length > 0) return value.join(', ')
  if (!isRow(value)) return undefined
  const { minor: amount, currency, from, to, on, balance } = value
  if (typeof currency === 'string' && isCurrency(currency) && 'minor' in value) return typeof amount === 'number' ? tell.money(amount, currency) : NOTHING
  if (typeof from === 'string' && typeof to === 'string') return `${from} – ${to}`
  return typeof on === 'string' && isRow(balance) ? `${on}: ${cellOf('balance', balance, tell) ?? ''}` : undefined
}

const FLOW = ['income', 'spending', 'net', 'saving', 'transfersIn', 'transfersOut', 'adjusting', 'revaluation', 'change'] as const

function cashFlowSections({ months, currencies, total }: Extract<Report, { report: 'cash-flow' }>, tell: Tell): Sections {
  const { language } = tell
  const section = (flows: Flows, title: string): Section => {
    const used = FLOW.filter((measure) => [...flows.months, flows.sum].some((flow) => (flow[measure].minor ?? 0) !== 0))
    const columns = [{ title: titleOf('month', language) }, ...used.map((measure) => ({ title: titleOf(measure, language), align: 'right' as const }))]
    const line = (name: string, flow: Flows['sum']): string[] => [name, ...used.map((measure) => cellOf(measure, flow[measure], tell) ?? '')]
    const rows = months.map(({ key, isPartial }, index) => line(isPartial ? `${key} *` : key, flows.months[index] ?? flows.sum))
    return { title, columns, rows: [...rows, line(reportWords(language).sum, flows.sum)] }
  }
  const isMixed = currencies.some(({ currency }) => currency !== total.currency)
  const sections = [...(isMixed ? currencies.map((flows) => section(flows, flows.currency)) : []), section(total, isMixed ? `${reportWords(language).sum} (${total.currency})` : total.currency)].filter(({ columns }) => columns.length > 1)
  return { sections, notes: sections.length > 0 && months.some(({ isPartial }) => isPartial) ? [`* ${reportWords(language).partial}`] : [] }
}

type TaxYear = Extract<Report, { report: 'tax-year' }>['years'][number]

/** Less than nothing cannot be spent a day: what is missing is said instead. Of the days of the cycle only the last one is told. */
function availableSections(report: Extract<Report, { report: 'available' }>, tell: Tell): Sections {
  const { available: { minor: left, currency }, cycle, perDay } = report
  if (left === null || left >= 0) return { sections: withPace(anySections(report, tell), report, tell), notes: [] }
  const note = reportWords(tell.language).overspent.replace('{amount}', tell.money(Math.abs(left), currency)).replace('{day}', cycle.to)
  return { sections: withPace(anySections({ ...report, perDay: { ...perDay, minor: null } }, tell), report, tell), notes: [note] }
}

/** What was spent so far, and by that day of earlier cycles. */
function withPace(sections: readonly Section[], { asOf, pace }: Extract<Report, { report: 'available' }>, tell: Tell): Section[] {
  const { language } = tell
  const today = pace.days.find(({ on }) => on === asOf)
  const told = (name: string, text: string): string[] => [titleOf(name, language), text]
  const rows = today === undefined ? [] : [
    told('spentSoFar', cellOf('spent', today.spent, tell) ?? NOTHING),
    ...(today.low.minor === null ? [] : [told('usualByThen', [today.low, today.high].map((edge) => cellOf('spent', edge, tell) ?? NOTHING).join(' – '))]),
  ]
  return sections.map((section, index) => (index === sections.length - 1 ? { ...section, rows: [...section.rows, ...rows] } : section))
}

/** A limit stands in its own currency where no rate leads to another. */
function budgetSections(report: Extract<Report, { report: 'budget' }>, tell: Tell): Sections {
  if (report.rows.length === 0) return { sections: [], notes: [words(tell.language).noBudgets] }
  const rows = report.rows.map(({ categoryId, limit, ownLimit, carried, spent, remaining, pace, elapsed, contractsDue, projection, every, isAccumulating, period }) => ({
    categoryId, limit: limit.minor === null ? ownLimit : limit, carried, spent, remaining, pace, elapsed, contractsDue, projection, every, isAccumulating, period,
  }))
  const [lines, ...singles] = anySections(report, tell)
  return { sections: lines ? [{ ...lines, ...listOf(rows, tell) }, ...singles] : [], notes: [] }
}

/** Fees and interest of each year side by side. */
function feesSections({ years, rows, total }: Extract<Report, { report: 'fees' }>, tell: Tell): Sections {
  const { language } = tell
  const measures = ['fees', 'interest'] as const
  const columns = measures.flatMap((measure) => years.map(({ key, isPartial }) => ({ title: `${titleOf(measure, language)} ${key}${isPartial ? ' *' : ''}`, align: 'right' as const })))
  const cells = (of: typeof total): string[] => measures.flatMap((measure) => years.map((_, index) => cellOf(measure, of[measure][index], tell) ?? ''))
  return {
    sections: [{
      title: '', columns: [{ title: titleOf('account', language) }, { title: titleOf('name', language) }, ...columns],
      rows: [...rows.map((row) => [String(row.accountId), row.name, ...cells(row)]), ['', reportWords(language).sum, ...cells(total)]],
    }],
    notes: years.some(({ isPartial }) => isPartial) ? [`* ${reportWords(language).partialYear}`] : [],
  }
}

/** Every row that proves a sum stands above it. */
function taxSection({ year, isPartial, topics }: TaxYear, tell: Tell): Section {
  const { language, money } = tell
  const columns = ['topic', 'bookedOn', 'payee', 'purpose', 'amount'].map((name) => ({ title: titleOf(name, language), ...(name === 'amount' && { align: 'right' as const }) }))
  return {
    title: `${String(year)}${isPartial ? ' *' : ''}`, columns,
    rows: topics.flatMap(({ topic, rows, sum }) => {
      const name = valueOf('topic', topic, language)
      return [...rows.map(({ bookedOn, payee, purpose, amount }) => [name, bookedOn, payee, purpose, money(amount.minor, amount.currency)]), [name, '', reportWords(language).sum, '', cellOf('sum', sum, tell) ?? '']]
    }),
  }
}
