import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import type { Profile } from '../batch/profile.ts'
import { ANONYMOUS } from '../batch/sign-on.ts'
import { dialect, isXml, type Dialect } from '../versions.ts'
import { refusalOf } from './refusal.ts'
import { exchange, type WireFault } from './wire.ts'
import type { OfxApp, OfxBank, OfxEnvironment } from './types.ts'

/** From the richest to what everybody speaks; a bank that reads none of these reads none at all. */
const CANDIDATES: readonly Dialect[] = [dialect('220'), dialect('211'), dialect('203'), dialect('103'), dialect('102'), dialect('103', true), dialect('102', true), dialect('160')]

/** What every server that speaks OFX at all was built for. */
const PLAIN: readonly Dialect[] = [dialect('103'), dialect('102'), dialect('102', true)]

/** The next plainer manner of speaking; null where there is none. */
export const plainerThan = ({ version, closesLeaves }: Dialect): Dialect | null =>
  PLAIN[isXml(version) ? 0 : PLAIN.findIndex((plain) => plain.version === version && plain.closesLeaves === closesLeaves) + 1] ?? null

/** What a bank speaks. `profile` is null where it tells that only to customers. */
export interface Probed { readonly dialect: Dialect; readonly profile: Profile | null }

/** Finds the version and manner a bank understands by asking for its profile as nobody: no password is ever sent. */
export async function probe(bank: OfxBank, environment: OfxEnvironment, app: OfxApp, signal?: AbortSignal): Promise<Result<Probed, AppError>> {
  let error: AppError = { kind: 'answer_unreadable' }
  for (const candidate of CANDIDATES) {
    const signOn = { userId: ANONYMOUS, password: new Secret(ANONYMOUS), org: bank.org, fid: bank.fid, language: 'ENG', app }
    const answered = await exchange({ signOn, items: [{ kind: 'profile' }] }, candidate, { bank, environment }, [], signal)
    if (!answered.ok) {
      if (endsProbing(answered.error)) return err(answered.error.error)
      error = answered.error.error
      continue
    }
    const { signOn: said, items } = answered.value.answer
    if (said?.status.code === '13504') return err(refusalOf(said.status))
    if (said !== null && VERSION_REFUSED.has(said.status.code)) {
      error = refusalOf(said.status)
      continue
    }
    const content = items[0]?.content
    return ok({ dialect: candidate, profile: content?.kind === 'profile' ? content.profile : null })
  }
  return err(error)
}

/** Unsupported version, and the general error that servers answer to what they cannot read. */
const VERSION_REFUSED = new Set(['2000', '2021', '2028'])

/** A bank that cannot be reached cannot be reached in another version either; one that is busy, or elsewhere, says so. */
const endsProbing = ({ httpStatus }: WireFault): boolean => httpStatus === null || httpStatus === 503 || httpStatus === 429 || (httpStatus >= 300 && httpStatus < 400)
