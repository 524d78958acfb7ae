import type { CertificateFacts, Program, ProxyChoice } from '#shared/access.ts'
import type { Bank, Connection, ConnectionAccount, ConnectionId, LoginLabels, Refresh, RefreshId, UpdateResult } from '#shared/connections.ts'
import type { Instant, LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { AccountType, ReadingWarning, Statement, StatementBalance } from '#shared/statement.ts'

export type Origin = Refresh['origin']

/** How a bank is reached, without its secrets. */
export interface StoredAccess {
  readonly proxy: ProxyChoice
  /** `digest` names the content, so that its seal opens for no other. */
  readonly clientCertificate: { readonly fileName: string; readonly subject: string | null; readonly validTo: Instant | null; readonly digest: string } | null
  readonly pinned: (CertificateFacts & { readonly pem: string }) | null
  readonly program: Program | null
  readonly clientUid: string
}

/** Secrets of it as the vault has sealed them. */
export interface SealedAccess { readonly sealedProxy: Uint8Array | null; readonly sealedCertificate: Uint8Array | null }
export interface KnownAccess extends SealedAccess { readonly access: StoredAccess | null }

/** What is undefined stays. */
export type AccessEdit = { readonly [F in keyof StoredAccess]?: StoredAccess[F] | undefined } & { readonly [F in keyof SealedAccess]?: SealedAccess[F] | undefined }

/** A connection that does not exist yet. It is provisional until its first `apply`; a failed import leaves nothing of it. */
export interface NewConnection {
  readonly bank: Bank
  /** Empty: the bank's. */
  readonly name: string
  readonly userId: string
  readonly customerId: string
  readonly maxDays: number
  /** Null: every type. */
  readonly accountTypes: readonly AccountType[] | null
  readonly skipPositions: boolean
  readonly access?: AccessEdit | undefined
}

export interface Beginning {
  readonly origin: Origin
  readonly what: { readonly kind: 'import'; readonly connection: NewConnection } | { readonly kind: 'update'; readonly id: ConnectionId }
}

/** What a run needs to know and no window may: all of it stays between the ledger and main. */
export interface Begun extends KnownAccess {
  readonly refreshId: RefreshId
  readonly connection: Connection
  /** The connector's own blob (system id, bank parameters, …) from the last run; null before the first. */
  readonly state: Uint8Array | null
  /** Sealed under the vault's key (`secrets/vault.ts`), never in a plain ledger. */
  readonly sealedPin: Uint8Array | null
  readonly settings: { readonly maxDays: number; readonly accountTypes: readonly AccountType[] | null; readonly skipPositions: boolean }
  readonly accounts: readonly KnownAccount[]
}

export interface KnownAccount {
  readonly key: string
  /** Null: offered by the bank and not taken. */
  readonly accountId: Connection['accountIds'][number] | null
  /** The last day for which the bank has answered and the ledger holds it; null where never, and what was reverted is asked for again. */
  readonly fetchedTo: LocalDate | null
  /** Day of the oldest row that is still pending. */
  readonly pendingFrom: LocalDate | null
}

/** An account as the bank names it now, taken or not. */
export interface OfferedAccount extends Pick<ConnectionAccount, 'key' | 'name' | 'type' | 'currency' | 'iban' | 'number'> {
  readonly bankCode: string | null
  readonly bic: string | null
  /** Whose it is, where the bank says so. */
  readonly holder?: string | null
}

/** What was read for one account. Its statements are parts of one answer, in the bank's order. */
export interface ReadAccount {
  readonly key: string
  /** Set where this account failed; the others go on. */
  readonly error: AppError | null
  readonly format: string | null
  readonly statements: readonly Statement[]
  readonly warnings: readonly ReadingWarning[]
  /** Stated apart from the statements, and later than they. */
  readonly balances: readonly StatementBalance[]
  /** The range that was asked for; null is everything the bank has. */
  readonly from: LocalDate | null
  readonly to: LocalDate
}

/** The end of a run that reached the bank. `A` is an account as it was fetched, or as it was read. */
export interface Outcome<A> {
  readonly refreshId: RefreshId
  readonly connectionId: ConnectionId
  readonly origin: Origin
  /** Every account the bank names. What is missing here and was there before is deprecated. */
  readonly offered: readonly OfferedAccount[]
  /** The accounts that were asked for: these are taken, whether they failed or not. */
  readonly fetched: readonly A[]
  readonly state: Uint8Array | null
  /** Undefined keeps what is stored, null removes it. */
  readonly sealedPin: Uint8Array | null | undefined
  readonly tanMethods: Connection['tanMethods']
  /** Null keeps the one that is set, as long as the bank still has it. */
  readonly defaultTanMethod: string | null
  readonly consentUntil: LocalDate | null
  /** The bank wants an approval at every login. */
  readonly asksEachTime?: boolean | undefined
  readonly notices: Refresh['notices']
  /** What the bank calls the fields of its login; undefined keeps. */
  readonly loginLabels?: LoginLabels | undefined
  /** A person's word about it at the first download; undefined keeps. */
  readonly skipPositions?: boolean | undefined
  /** The bank's own name, where the connection has none but its address; undefined keeps. */
  readonly bankName?: string | undefined
}

export interface Failed {
  readonly refreshId: RefreshId
  readonly connectionId: ConnectionId
  readonly origin: Origin
  readonly result: Pick<UpdateResult, 'result' | 'errorType' | 'error'>
  readonly status: 'ERROR' | 'USER_ACTION_REQUIRED'
  /** How far it came; undefined where nobody knows. */
  readonly step?: Refresh['step'] | undefined
  /** What was learned on the way counts even so: that a PIN was refused, above all. Undefined keeps what is stored. */
  readonly state: Uint8Array | undefined
  /** Set where the password was changed at the bank before the failure: the stored one would be refused. */
  readonly sealedPin?: Uint8Array | undefined
  readonly notices: Refresh['notices']
}

/** The end of a visit that looked something up; it leaves neither rows nor a line in the history. */
export interface Remembered {
  readonly refreshId: RefreshId
  readonly connectionId: ConnectionId
  /** Undefined keeps what is stored. */
  readonly state: Uint8Array | undefined
  /** As in `Failed`. */
  readonly sealedPin?: Uint8Array | undefined
}

/** `sealedPin`: undefined keeps, null removes. */
export type Edited = Omit<Parsed<'connections.edit'>, 'pin' | 'access'> & { readonly sealedPin: Uint8Array | null | undefined; readonly access?: AccessEdit | undefined }
