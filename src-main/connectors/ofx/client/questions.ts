import type { Instant } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import type { ChallengeQuestion } from '../batch/answer.ts'
import type { ChallengeAnswer } from '../batch/sign-on.ts'
import type { OfxApp } from './types.ts'

/** What the program knows itself. It tells its name and the hour; host names and addresses of this computer it does not. */
export function ownAnswer({ id }: ChallengeQuestion, app: OfxApp, now: Instant): ChallengeAnswer | null {
  if (id === 'MFA101') return { id, answer: new Secret(now.slice(0, 19).replace(/[-T:]/g, '')) }
  return id === 'MFA107' ? { id, answer: new Secret(`${app.id} ${app.version}`) } : null
}
