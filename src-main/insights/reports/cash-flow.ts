import type { ReportModule } from './module.ts'
import { flowRows, flowsOf } from './flows.ts'

/** R5: income, spending, saving and transfers month by month. */
export const cashFlow: ReportModule<'cash-flow'> = {
  name: 'cash-flow',
  run: (frame) => ({ months: [...frame.months], ...flowsOf(frame, frame.months) }),
  rows: (frame, key) => flowRows(frame, frame.months, key),
}
