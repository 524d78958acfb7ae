import type { Connection, LoginLabels, Refresh } from '#shared/connections.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import type { BatchWish } from '#shared/ofx-batch.ts'
import type { Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { HttpEvent } from '#main/platform/http.ts'
import type { FetchedAccount, OfferedAccount } from '#main/worker/connection-jobs.ts'
import type { OpenAccess } from './access.ts'
import type { Ask } from './ask.ts'
import type { Finding } from './finding.ts'
import type { BatchAnswer } from './ofx/batch.ts'

/**
 * A way to talk to a bank: FinTS, the demo bank, OFX. What it needs from a person it asks for; what it learned it
 * hands back as bytes that nobody else reads.
 */
export interface BankSource {
  /** Nothing is begun without a PIN that was given or is stored. */
  readonly needsPin: boolean
  /** It is known beforehand that every login of this connection wants an approval. */
  asksEachTime?(connection: Visitor['connection']): boolean
  /** Prepares a visit; nothing is sent yet. */
  visit(visitor: Visitor): Result<Visit, AppError>
}

export interface Visitor {
  readonly connection: Pick<Connection, 'bank' | 'name' | 'userId' | 'customerId' | 'defaultTanMethod'>
  /** What the last visit learned. */
  readonly state: Uint8Array | null
  /** `isTyped`: a person has entered it since the bank last refused one. */
  readonly pin: { readonly secret: Secret; readonly isTyped: boolean } | null
  /** A person may be asked. */
  readonly isAttended: boolean
  /** How its bank is reached. */
  readonly access: OpenAccess
  /** Hears what happens on the way to the bank. */
  readonly onWire: (event: HttpEvent) => void
  readonly ask: Ask
  readonly signal: AbortSignal
}

/** One login at a bank, and what is fetched in it. */
export interface Visit {
  login(): Promise<Result<Welcome, AppError>>
  /** What will be fetched, in this order: a bank that answers many at once is asked once. */
  announce?(orders: readonly FetchOrder[]): void
  /** An account at a time. An error in the delivery is this account's; an error instead of one may be everybody's. */
  fetch(order: FetchOrder): Promise<Result<Delivery, AppError>>
  /** Looks something up for an account; null where the bank does not offer it for this one. Left out: this kind of bank offers none of it. */
  inquire?(inquiry: Inquiry, key: string): Promise<Pick<Finding, 'found' | 'error'> | null>
  /** Sends what a person wrote, all in one request; only OFX banks take such. */
  batch?(wishes: readonly BatchWish[]): Promise<Result<BatchAnswer, AppError>>
  /** What is worth keeping, also after a failure; null where nothing was learned. `isStored`: what was fetched is stored with it. */
  learned(isStored: boolean): Uint8Array | null
  /** The bank has refused the PIN in this visit. */
  hasRefusedPin(): boolean
  /** The password that the bank has taken in this visit in place of the one it was begun with; null where it stays. */
  newPin?(): Secret | null
  notices(): Refresh['notices']
  leave(): Promise<void>
}

export interface Welcome {
  readonly accounts: readonly OfferedAccount[]
  readonly tanMethods: Connection['tanMethods']
  /** The method in use. */
  readonly tanMethod: string | null
  /** How far back the bank goes; null where it does not say. */
  readonly daysMax: number | null
  /** What the bank calls itself, where it says so. */
  readonly bankName?: string | undefined
  /** What it calls the fields of its login, where it says so. */
  readonly loginLabels?: LoginLabels | undefined
}

export interface FetchOrder {
  readonly key: string
  /** Null: everything the bank has. */
  readonly from: LocalDate | null
  /** Nothing of it is in the ledger: what earlier visits brought does not count. */
  readonly isFirst: boolean
  readonly skipPositions: boolean
}

export type Delivery = Pick<FetchedAccount, 'documents' | 'statements' | 'balances' | 'from' | 'error'>
