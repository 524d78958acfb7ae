import { ArrowLeftRight, BadgeEuro, CalendarClock, CalendarRange, ChartColumn, ChartLine, ChartNoAxesCombined, CircleGauge, FileCheck, Landmark, ListChecks, PiggyBank, Receipt, Repeat, Scale, ShieldCheck, Store, TrendingUp, TriangleAlert, Wallet, Waves, Waypoints } from '@lucide/vue'
import type { Component } from 'vue'
import { isComparable, type ReportName } from '#shared/reports/names.ts'

export type QuestionGroup = 'where' | 'time' | 'next' | 'state'

/** One page of the insights: a question, and the reports that answer it. `id` stands in its address and among its texts. */
export interface Question { readonly id: QuestionId; readonly group: QuestionGroup; readonly icon: Component; readonly reports: readonly ReportName[]; readonly digit?: string }

/** A report's own name, or `flow`, which three of them answer together. */
export type QuestionId = ReportName | 'flow'

export const QUESTIONS: readonly Question[] = [
  { id: 'spending', group: 'where', icon: Wallet, reports: ['spending'], digit: '1' },
  { id: 'flow', group: 'where', icon: Waypoints, reports: ['income', 'spending', 'cash-flow'], digit: '9' },
  { id: 'merchants', group: 'where', icon: Store, reports: ['merchants'] },
  { id: 'income', group: 'where', icon: BadgeEuro, reports: ['income'] },
  { id: 'comparison', group: 'where', icon: ArrowLeftRight, reports: ['comparison'], digit: '5' },
  { id: 'unusual', group: 'where', icon: TriangleAlert, reports: ['unusual'] },
  { id: 'cash-flow', group: 'time', icon: ChartColumn, reports: ['cash-flow'], digit: '2' },
  { id: 'savings-rate', group: 'time', icon: PiggyBank, reports: ['savings-rate'], digit: '3' },
  { id: 'net-worth', group: 'time', icon: TrendingUp, reports: ['net-worth'], digit: '4' },
  { id: 'balance-history', group: 'time', icon: ChartLine, reports: ['balance-history'] },
  { id: 'changes', group: 'time', icon: Waves, reports: ['changes'] },
  { id: 'available', group: 'next', icon: CircleGauge, reports: ['available'], digit: '6' },
  { id: 'forecast', group: 'next', icon: ChartNoAxesCombined, reports: ['forecast'], digit: '7' },
  { id: 'contracts', group: 'next', icon: Repeat, reports: ['contracts'], digit: '8' },
  { id: 'upcoming', group: 'next', icon: CalendarClock, reports: ['upcoming'] },
  { id: 'fixed-variable', group: 'next', icon: Scale, reports: ['fixed-variable'] },
  { id: 'budget', group: 'next', icon: CalendarRange, reports: ['budget'] },
  { id: 'balances', group: 'state', icon: Landmark, reports: ['balances'] },
  { id: 'accounts', group: 'state', icon: ListChecks, reports: ['accounts'] },
  { id: 'fees', group: 'state', icon: Receipt, reports: ['fees'] },
  { id: 'tax-year', group: 'state', icon: FileCheck, reports: ['tax-year'] },
  { id: 'data-quality', group: 'state', icon: ShieldCheck, reports: ['data-quality'] },
]

export const QUESTION_GROUPS: readonly QuestionGroup[] = ['where', 'time', 'next', 'state']
export const questionOfId = (id: unknown): Question | undefined => QUESTIONS.find((question) => question.id === id)
/** Whether its answer shows another period beside its own; streams drawn over each other would tell nobody anything. */
export const comparesOf = ({ id, reports }: Question): boolean => id !== 'flow' && reports.every(isComparable)
