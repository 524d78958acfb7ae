import { createHash } from 'node:crypto'
import { addDays, isLocalDate, type LocalDate } from '#shared/dates.ts'

/** What Kontor itself remembers of a connection's visits, whatever protocol; the connector's own blob travels inside. */
export interface Memory {
  /** The day a person last approved a login. */
  readonly approvedOn: LocalDate | null
  /** A login passed without approval since an earlier one: this bank honours approvals. */
  readonly hasFreeLogins: boolean
  /** Logins in a row, and not long apart, that each wanted an approval. */
  readonly approvals: number
  /** Which sealed PIN was stored when the bank refused one. Another was typed later and may be tried. */
  readonly refusedSeal: string | null
  readonly connector: Uint8Array | null
}

const FORMAT = 'kontor-connection-memory'
const VERSION = 1
const NOTHING: Memory = { approvedOn: null, hasFreeLogins: false, approvals: 0, refusedSeal: null, connector: null }

/** An approval may spare further ones for at most so long (RTS on strong authentication, article 10a). */
const APPROVAL_DAYS = 180
/** Banks that honour approvals ask again after 90 days at the soonest. */
const SOON_DAYS = 80

export function packMemory({ connector, ...memory }: Memory): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format: FORMAT, version: VERSION, ...memory, connector: connector === null ? null : Buffer.from(connector).toString('base64') }))
}

/** Damaged, foreign or newer memory is none: the bank is met as if for the first time. */
export function unpackMemory(bytes: Uint8Array | null): Memory {
  const parsed = bytes === null ? null : parse(bytes)
  if (parsed?.['format'] !== FORMAT || parsed['version'] !== VERSION) return NOTHING
  const { approvedOn, hasFreeLogins, approvals, refusedSeal, connector } = parsed
  return {
    approvedOn: typeof approvedOn === 'string' && isLocalDate(approvedOn) ? approvedOn : null,
    hasFreeLogins: hasFreeLogins === true,
    approvals: typeof approvals === 'number' && Number.isSafeInteger(approvals) ? approvals : 0,
    refusedSeal: typeof refusedSeal === 'string' ? refusedSeal : null,
    connector: typeof connector === 'string' ? new Uint8Array(Buffer.from(connector, 'base64')) : null,
  }
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

/** Names a sealed PIN without saying anything about the PIN: each seal has a nonce of its own. */
export const sealName = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('hex').slice(0, 32)

/** No seal bears this name. */
const NONE_STORED = 'none'

/** After a refusal the stored PIN is kept back, whether it was the refused one or not; whichever is stored later has been typed. */
export const afterRefusal = (sealed: Uint8Array | null): string => (sealed === null ? NONE_STORED : sealName(sealed))

/** A login went well, with or without an approval. */
export function afterLogin(memory: Memory, wasApproved: boolean, today: LocalDate): Memory {
  const { approvedOn, approvals } = memory
  if (wasApproved) return { ...memory, approvedOn: today, approvals: approvedOn !== null && today < addDays(approvedOn, SOON_DAYS) ? approvals + 1 : 1 }
  return approvedOn === null ? memory : { ...memory, hasFreeLogins: true, approvals: 0 }
}

/** Two approvals in a row, sooner than any bank that honours them would ask again: this one asks each time. */
export const asksEachTime = ({ approvals }: Memory): boolean => approvals > 1

/** Until when the last approval may hold. Told only of banks that were seen to honour one; the others ask each time. */
export function consentUntil({ approvedOn, hasFreeLogins }: Memory, today: LocalDate): LocalDate | null {
  const until = approvedOn === null || !hasFreeLogins ? null : addDays(approvedOn, APPROVAL_DAYS)
  return until === null || until < today ? null : until
}
