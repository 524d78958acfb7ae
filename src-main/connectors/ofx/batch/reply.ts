import type { OfxStatus } from '../status/meaning.ts'
import type { OfxAccount } from './account.ts'
import type { ItemKind } from './items.ts'
import type { OfxMoment } from './moments.ts'
import type { Profile } from './profile.ts'

/** An account as the bank lists it. */
export interface ListedAccount {
  readonly account: OfxAccount
  readonly name: string
  readonly hasStatements: boolean
  readonly canSend: boolean
  readonly canReceive: boolean
  readonly isActive: boolean
}

/** What has become of a transfer. `serverId` names it from now on. */
export interface TransferState {
  readonly serverId: string
  readonly recurringId: string
  readonly state: 'accepted' | 'will-process' | 'posted' | 'no-funds' | 'cancelled' | 'failed'
  readonly on: OfxMoment | null
}

/** A transfer as the bank remembers it, under the number it was asked with. */
export interface KnownTransfer { readonly uid: string; readonly status: OfxStatus; readonly transfer: TransferState | null }

export interface ClosingTotals { readonly id: string; readonly closedAt: string; readonly opening: string; readonly closing: string; readonly from: string; readonly to: string }

/** What an item's answer holds, by kind. Rows, balances and positions are the importer's, which sees the same pass. */
export type Content =
  | { readonly kind: 'accounts'; readonly accounts: readonly ListedAccount[]; readonly asOf: OfxMoment | null }
  | { readonly kind: 'statement'; readonly account: OfxAccount | null; readonly currency: string; /** Where the next range begins. */ readonly through: OfxMoment | null }
  | { readonly kind: 'closings'; readonly closings: readonly ClosingTotals[] }
  | { readonly kind: 'transfer'; readonly transfer: TransferState }
  /** `isWhole`: nothing is missing, so that what is not among them was never carried out. */
  | { readonly kind: 'transfers'; readonly token: string; readonly isWhole: boolean; readonly transfers: readonly KnownTransfer[] }
  | { readonly kind: 'profile'; readonly profile: Profile }

export interface Reply { readonly uid: string; readonly kinds: readonly ItemKind[]; readonly status: OfxStatus; readonly content: Content | null }

export interface Wrapper { readonly TRNUID: string; readonly STATUS: { readonly CODE: string; readonly SEVERITY: string; readonly MESSAGE: string } | undefined }
