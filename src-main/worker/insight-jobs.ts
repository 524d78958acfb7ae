import { tellReminders } from '#main/insights/contracts/reminders.ts'
import { transact } from '#main/ledger/database.ts'
import type { Scope, WriteContext } from './use-cases.ts'

/** What main asks of the ledger about transfers and contracts, beside the channels. */
export interface InsightJobs {
  /** One bounded piece of keeping them up with the rows. Worth asking once categories are done. False: there is more to do. */
  readonly 'insights.next': { input: null; output: { readonly isDone: boolean } }
}

export const insightJobs: { readonly [J in keyof InsightJobs]: (context: WriteContext, input: InsightJobs[J]['input']) => InsightJobs[J]['output'] } = {
  'insights.next': ({ db, clock, changed, insights }) => {
    const { isDone, transfers, contracts, reminders } = transact(db, () => {
      const piece = insights.piece()
      return { ...piece, reminders: piece.isDone ? tellReminders(db, clock.today(), clock.now()) : 0 }
    })
    const scopes: Scope[] = [...(transfers ? ['transactions' as const] : []), ...(transfers || contracts ? ['insights' as const] : []), ...(reminders > 0 ? ['notifications' as const] : [])]
    changed(...scopes)
    return { isDone }
  },
}
