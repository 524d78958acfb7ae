import type { FigureRows } from '#shared/reports/figure.ts'
import type { ReportName } from '#shared/reports/names.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import type { Frame } from './frame.ts'

/** One of the twenty-one reports. The envelope around its body, and the comparison, are the same for all (run.ts). */
export interface ReportModule<N extends ReportName> {
  readonly name: N
  run(frame: Frame): BodyOf<N>
  /** The rows that add up to the figure with this key; undefined where the report has no such figure. */
  rows(frame: Frame, key: string): FigureRows | undefined
}
