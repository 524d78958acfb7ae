import type { Refresh } from '#shared/connections.ts'
import type { ConnectStage } from '#renderer/stores/connect.ts'

/** What a person goes through, in this order; the approval is passed over where the bank asks for none. */
export const CONNECT_STEPS = ['bank', 'login', 'approve', 'accounts', 'download', 'categorise', 'result'] as const
export type ConnectStep = (typeof CONNECT_STEPS)[number]

/** Where on the way the wizard stands. */
export function stepOf(stage: ConnectStage, refresh: Refresh | undefined): ConnectStep {
  switch (stage) {
    case 'closed':
    case 'bank': return 'bank'
    case 'login': return 'login'
    case 'running': return runningStep(refresh)
    case 'failed': return 'download'
    case 'categorising': return 'categorise'
    case 'done': return 'result'
  }
}

function runningStep(refresh: Refresh | undefined): ConnectStep {
  if (!refresh) return 'approve'
  if (refresh.question?.kind === 'accounts' || refresh.step === 'accounts') return 'accounts'
  return refresh.step === 'connect' ? 'approve' : 'download'
}
