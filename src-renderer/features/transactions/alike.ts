import { shallowRef } from 'vue'
import type { Output } from '#shared/ipc/contract.ts'
import type { TransactionId } from '#shared/model.ts'

/** Rows like one that a person has decided: they are looked at before they follow it. */
export interface Alike extends Output<'transactions.similar'> {
  readonly categoryId: string
  readonly apply: (ids: readonly TransactionId[]) => unknown
}

/** Those that are being looked at. */
export const alike = shallowRef<Alike>()
