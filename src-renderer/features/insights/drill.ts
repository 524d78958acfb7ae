import type { DayRange } from '#shared/reports/figure.ts'
import type { ReportQuestion } from '#shared/reports/request.ts'

/** A figure on its way to its rows: its name for people, its key, and the question that the report answered. */
export interface Drilled { readonly name: string; readonly key: string; readonly question: ReportQuestion }

/** The same question about another time: what a figure is compared with has its rows there. */
export const questionOf = (question: ReportQuestion, { from, to }: DayRange): ReportQuestion => ({ ...question, from, to })
