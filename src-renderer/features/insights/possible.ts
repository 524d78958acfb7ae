import { addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import type { QuestionId } from './questions.ts'

/** How many complete months an answer takes. */
const MONTHS: Partial<Record<QuestionId, number>> = { 'fixed-variable': 1, unusual: 3, forecast: 3, contracts: 3 }

/** The day from which an answer is possible if data go on from their first day; undefined where it is here, or does not hang on months. */
export function possibleFrom(question: QuestionId, firstOn: LocalDate | undefined, today: LocalDate): LocalDate | undefined {
  const months = MONTHS[question]
  if (months === undefined || firstOn === undefined) return undefined
  const begin = firstOn.endsWith('-01') ? firstOn : addMonths(localDate(`${firstOn.slice(0, 7)}-01`), 1)
  const day = addMonths(begin, months)
  return day > today ? day : undefined
}
