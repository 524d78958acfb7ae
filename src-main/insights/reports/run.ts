import type { LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { Availability, Envelope } from '#shared/reports/envelope.ts'
import type { DayRange, FigureRows } from '#shared/reports/figure.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { Report } from '#shared/reports/report.ts'
import type { ReportRequest } from '#shared/reports/request.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { REPORTS } from './all.ts'
import { reachOf } from './coverage.ts'
import { periodBefore, yearBefore } from './compared.ts'
import { envelopeOf } from './envelope.ts'
import { frameOf, type Frame } from './frame.ts'

/** Answers a request: the report's body in its envelope, beside the period that it is compared with. */
export function runReport(db: ReadableLedger, request: ReportRequest, today: LocalDate): Report {
  const frame = frameOf(db, request, today)
  const envelope = envelopeOf(frame)
  if (!suffices(envelope.availability, request.required)) throw new AppFailure({ kind: 'data_missing', availability: envelope.availability === 'PARTIAL' ? 'PARTIAL' : 'NONE' })
  return answer(request.name, frame, envelope)
}

/** The rows behind a figure of the report that the same request gives. */
export function reportRows(db: ReadableLedger, { request, key }: { readonly request: ReportRequest; readonly key: string }, today: LocalDate): FigureRows {
  const rows = REPORTS[request.name].rows(frameOf(db, request, today), key)
  if (rows === undefined) throw new AppFailure({ kind: 'not_found', what: 'figure' })
  return rows
}

/** The table's type says which body belongs to which name; together they are one of the reports. */
function answer(name: ReportName, frame: Frame, envelope: Envelope): Report {
  const before = comparedPeriod(frame)
  const compared = before && { period: before, reach: reachOf(frame.accounts, before), ...REPORTS[name].run(frameOf(frame.db, { ...frame.request, from: before.from, to: before.to, days: undefined, compare: 'none' }, frame.today)) }
  return { report: name, ...envelope, ...REPORTS[name].run(frame), compared } as Report
}

const RANK: Readonly<Record<Availability, number>> = { NONE: 0, PARTIAL: 1, COMPLETE: 2 }
const suffices = (there: Availability, required: Availability): boolean => RANK[there] >= RANK[required]

const comparedPeriod = (frame: Frame): DayRange | null => {
  const { compare } = frame.request
  return compare === 'none' ? null : compare === 'year' ? yearBefore(frame) : periodBefore(frame)
}
