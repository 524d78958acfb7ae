import { z } from 'zod'
import { FigureRowsSchema } from '../reports/figure.ts'
import { ReportSchema } from '../reports/report.ts'
import { ReportRequestSchema } from '../reports/request.ts'

export const reportEndpoints = {
  /** One of the twenty-one reports. `data_missing` where less is known than `required` asks for. */
  'reports.run': { input: ReportRequestSchema, output: ReportSchema },
  /** The rows behind a figure of the report that the same request gave: `not_found` for a key that it has no figure for. */
  'reports.rows': { input: z.strictObject({ request: ReportRequestSchema, key: z.string().max(300) }), output: FigureRowsSchema },
} as const
