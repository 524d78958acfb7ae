import type { Refresh, UpdateResult } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'

export interface Verdict extends Pick<UpdateResult, 'result' | 'errorType'> {
  readonly status: Extract<Refresh['status'], 'ERROR' | 'USER_ACTION_REQUIRED'>
}

/** The bank is tired, not unwilling: its systems rest or fail (Rueckmeldungscodes; OFX 2.3 appendix A). */
const PASSING = new Set(['9311', '9315', '9901', '9997', '9999', '2000', '15501', '15504'])
/** After these the other accounts are not asked for: they would meet the same, or nobody wants them any more. */
const FINAL = new Set<AppError['kind']>(['cancelled', 'nobody_answered', 'user_action_required', 'pin_required', 'pin_wrong', 'access_blocked', 'tan_wrong', 'consent_expired', 'proxy_failed', 'bug'])

/** Whether an account's failure ends the whole refresh. */
export const endsRefresh = ({ kind }: AppError): boolean => FINAL.has(kind)

const PASSES: Verdict = { result: 'INTERNAL_SERVER_ERROR', errorType: 'TECHNICAL', status: 'ERROR' }
const BANK_FAILS: Verdict = { result: 'BANK_SERVER_REJECTION', errorType: 'TECHNICAL', status: 'ERROR' }
const BANK_REFUSES: Verdict = { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', status: 'USER_ACTION_REQUIRED' }
const NEEDS_PERSON: Verdict = { result: 'INTERNAL_SERVER_ERROR', errorType: 'BUSINESS', status: 'USER_ACTION_REQUIRED' }
const PERSON_ENDED: Verdict = { result: 'INTERNAL_SERVER_ERROR', errorType: 'BUSINESS', status: 'ERROR' }

/**
 * What a failure means for the next refresh. TECHNICAL may pass by itself and be tried again unattended; after a refusal
 * of the login nobody tries again but a person, so that no automatic refresh blocks an access.
 */
export function verdictOf(error: AppError): Verdict {
  switch (error.kind) {
    case 'pin_wrong':
    case 'access_blocked':
    case 'consent_expired':
      return BANK_REFUSES
    case 'bank_rejected':
      return PASSING.has(error.code) ? BANK_FAILS : BANK_REFUSES
    case 'tan_wrong':
      return { ...BANK_REFUSES, status: 'ERROR' }
    case 'proxy_failed':
      return error.reason === 'login' ? NEEDS_PERSON : PASSES
    case 'pin_required':
    case 'user_action_required':
      return NEEDS_PERSON
    case 'cancelled':
    case 'nobody_answered':
    case 'no_accounts':
    case 'invalid_input':
    case 'unsupported':
      return PERSON_ENDED
    default:
      return PASSES
  }
}
