import { tellReminders } from '#main/insights/contracts/reminders.ts'
import { transact } from '#main/ledger/database.ts'
import type { Jobs, Scope } from './protocol.ts'
import type { WriteContext } from './write-context.ts'

export const insightJobs = {
  'insights.next': ({ db, clock, changed, insights }: WriteContext): Jobs['insights.next']['output'] => {
    const { isDone, transfers, contracts, reminders } = transact(db, () => {
      const piece = insights.piece()
      return { ...piece, reminders: piece.isDone ? tellReminders(db, clock.today(), clock.now()) : 0 }
    })
    const scopes: Scope[] = [...(transfers ? ['transactions' as const] : []), ...(transfers || contracts ? ['insights' as const] : []), ...(reminders > 0 ? ['notifications' as const] : [])]
    changed(...scopes)
    return { isDone }
  },
}
