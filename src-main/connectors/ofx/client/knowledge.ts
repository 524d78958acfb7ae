import type { Profile } from '../batch/profile.ts'
import type { OfxMoment } from '../batch/moments.ts'
import { dialect, isVersion, type Dialect } from '../versions.ts'

/** What a client has learned and keeps between runs: plain data, no secret of the customer. */
export interface Knowledge {
  version: string | null
  closesLeaves: boolean
  /** Names this computer to the bank, always the same. */
  clientUid: string
  profile: Profile | null
  /** When the account list last changed. */
  accountsUpdatedAt: OfxMoment | null
  /** Set when the bank refused the password: it is not sent again until a person has typed one. */
  passwordRefused: { readonly code: string; readonly message: string } | null
}

export const emptyKnowledge = (): Knowledge => ({ version: null, closesLeaves: false, clientUid: '', profile: null, accountsUpdatedAt: null, passwordRefused: null })

/** Takes stored knowledge; what is not as it should be is learned anew. */
export function restoreKnowledge(stored: unknown): Knowledge {
  const blank = emptyKnowledge()
  if (typeof stored !== 'object' || stored === null) return blank
  const own: Partial<Record<keyof Knowledge, unknown>> = stored
  const { version, closesLeaves, clientUid, profile, passwordRefused } = own
  return {
    ...blank,
    version: typeof version === 'string' && isVersion(version) ? version : null,
    closesLeaves: closesLeaves === true,
    clientUid: typeof clientUid === 'string' && clientUid.length <= 36 ? clientUid : '',
    profile: isProfile(profile) ? profile : null,
    passwordRefused: isRefusal(passwordRefused) ? passwordRefused : null,
  }
}

const isProfile = (value: unknown): value is Profile => typeof value === 'object' && value !== null && 'sets' in value && Array.isArray(value.sets) && 'signOns' in value && Array.isArray(value.signOns)
const isRefusal = (value: unknown): value is { code: string; message: string } => typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'message' in value && typeof value.message === 'string'

export const dialectOf = ({ version, closesLeaves }: Knowledge): Dialect | null => version !== null && isVersion(version) ? dialect(version, closesLeaves) : null
