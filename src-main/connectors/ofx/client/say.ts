import type { AppError } from '#shared/errors.ts'
import { ok, type Result } from '#shared/result.ts'
import { isTransfer, type OfxItem } from '../batch/items.ts'
import type { SignOn } from '../batch/sign-on.ts'
import type { Dialect } from '../versions.ts'
import type { Handler } from '../walk.ts'
import { plainerThan } from './probe.ts'
import type { OfxBank, OfxEnvironment } from './types.ts'
import { exchange, isUnread, type Answered } from './wire.ts'

/** What is under way, so that an answer of the person can go on with it. */
export interface Pending { readonly items: readonly OfxItem[]; readonly also: () => readonly Handler[] }
interface Said { readonly answered: Answered; readonly spoken: Dialect }

/**
 * Sends items under a sign-on. A server that tells anybody its profile in any version may read its customers' requests in an
 * older one only: what it could not read is said again more plainly. What moves money is said once.
 */
export async function say(
  { items, also }: Pending, first: Dialect, signOnFor: (spoken: Dialect) => Result<SignOn, AppError>,
  place: { readonly bank: OfxBank; readonly environment: OfxEnvironment }, signal: AbortSignal | undefined,
): Promise<Result<Said, AppError>> {
  let isSaidAgain = false
  for (let spoken = first; ;) {
    const signOn = signOnFor(spoken)
    if (!signOn.ok) return signOn
    const answered = await exchange({ signOn: signOn.value, items }, spoken, place, also(), signal)
    // SECURITY: a server may mean a wrong password by its HTTP 400. Said again once, that is no third attempt, which blocks a login.
    const mayGoOn = answered.ok || !isSaidAgain
    const plainer = mayGoOn && isUnread(answered) && !items.some(isTransfer) ? plainerThan(spoken) : null
    if (plainer === null) return ok({ answered, spoken })
    isSaidAgain ||= !answered.ok
    spoken = plainer
  }
}
