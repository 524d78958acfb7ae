import type { ReportOf } from '#shared/reports/report.ts'
import type { Mark, View } from '../view.ts'
import type { Words } from '../words.ts'
import { bare, byAmount, end, figure, mark, of } from './parts.ts'

const SOURCES_MAX = 6
const GROUPS_MAX = 10

/** Where money comes from, through the household, to where it goes: three reports, and each way leads to the rows of its own. */
export function presentFlow(income: ReportOf<'income'>, spending: ReportOf<'spending'>, flow: ReportOf<'cash-flow'>, words: Words): View {
  const { t } = words
  const home = t('insights.word.household')
  const sources = positive(income.sources)
  const groups = positive(spending.groups)
  const { income: earned, spending: spent, saving, net } = flow.total.sum
  const left = (net.minor ?? 0) - (saving.minor ?? 0)
  const into = (name: string, amount: Mark) => ({ source: name, target: home, ...amount })
  const from = (name: string, amount: Mark) => ({ source: home, target: name, ...amount })
  const links = [
    ...sources.slice(0, SOURCES_MAX).map(({ counterparty, sum }) => into(counterparty, of('income', mark(sum)))),
    ...rest(sources.slice(SOURCES_MAX)).map((amount) => into(t('insights.word.otherIncome'), amount)),
    ...(left < 0 ? [into(t('insights.word.fromSavings'), bare(-left))] : []),
    ...groups.slice(0, GROUPS_MAX).map(({ group, sum }) => from(words.group(group), of('spending', mark(sum)))),
    ...rest(groups.slice(GROUPS_MAX)).map((amount) => from(t('insights.word.otherSpending'), amount)),
    ...((saving.minor ?? 0) > 0 ? [from(t('insights.word.saving'), of('cash-flow', mark(saving)))] : []),
    ...(left > 0 ? [from(t('insights.word.net'), bare(left))] : []),
  ]
  return {
    leads: [{ label: t('insights.word.income'), cell: of('cash-flow', figure(earned)) }, { label: t('insights.word.spending'), cell: of('cash-flow', figure(spent)) }, { label: t('insights.word.net'), cell: of('cash-flow', figure(net)) }],
    chart: { kind: 'flow', currency: flow.total.currency, links },
    tables: [
      { title: t('insights.table.sources'), head: t('insights.word.source'), columns: [end(t('insights.word.sum'))], rows: sources.map(({ key, counterparty, sum }) => ({ key, head: counterparty, cells: [of('income', figure(sum))] })) },
      { title: t('insights.table.categories'), head: t('insights.word.category'), columns: [end(t('insights.word.spending'))], rows: groups.map(({ group, sum }) => ({ key: group ?? 'none', head: words.group(group), cells: [of('spending', figure(sum))] })) },
    ],
    notes: [t('insights.note.transfers')],
  }
}

type Line = Pick<ReportOf<'spending'>['total'], 'sum'>

const positive = <T extends Line>(lines: readonly T[]): T[] => lines.filter(({ sum }) => (sum.minor ?? 0) > 0).toSorted(byAmount(({ sum }) => sum))

/** What is too little for a way of its own, together. */
function rest(lines: readonly Line[]): Mark[] {
  const minor = lines.reduce((sum, line) => sum + (line.sum.minor ?? 0), 0)
  return minor > 0 ? [bare(minor)] : []
}
