import type { Answer } from '../batch/answer.ts'
import type { KnownTransfer } from '../batch/reply.ts'
import { syncUid, type OfxItem } from '../batch/items.ts'
import type { Uncertain } from './types.ts'

/** What became of a transfer whose answer was lost. `absent`: the bank has never heard of it, so nothing was carried out. */
export type Fate = Uncertain & ({ readonly fate: 'known'; readonly known: KnownTransfer } | { readonly fate: 'absent' | 'unclear' })

/** The questions that tell what became of transfers; asking them carries nothing out. A cancellation names no account to ask about. */
export function inquiriesFor(transfers: readonly Uncertain[]): OfxItem[] {
  const asked = new Map(transfers.flatMap(({ item }) => {
    const inquiry = inquiryFor(item)
    return inquiry === null ? [] : [[keyOf(inquiry), inquiry] as const]
  }))
  return asked.size === 0 ? [] : [...asked.values(), WITNESS]
}

/** A synchronisation has no number: what is asked beside it under one proves that the answer is to this question and no older one. */
const WITNESS: OfxItem = { kind: 'accounts' }

type Inquiry = Extract<OfxItem, { readonly kind: 'transfers' }>
const keyOf = ({ between, isRecurring = false, account }: Inquiry): string => syncUid(between, isRecurring, account)

function inquiryFor(item: OfxItem): Inquiry | null {
  if ((item.kind !== 'transfer' && item.kind !== 'recurring-transfer') || item.action === 'cancel') return null
  return { kind: 'transfers', between: item.between, isRecurring: item.kind === 'recurring-transfer', account: item.order.source }
}

/** Finds each transfer among what the bank remembers. */
export function fatesOf(transfers: readonly Uncertain[], { items }: Answer): Fate[] {
  const isFresh = items.some(({ item, status }) => item.kind === WITNESS.kind && status !== null)
  return transfers.map((transfer): Fate => {
    const inquiry = inquiryFor(transfer.item)
    const content = items.find(({ uid }) => inquiry !== null && uid === keyOf(inquiry))?.content
    if (!isFresh || content?.kind !== 'transfers') return { ...transfer, fate: 'unclear' }
    const known = content.transfers.find(({ uid }) => uid === transfer.uid)
    if (known !== undefined) return { ...transfer, fate: 'known', known }
    return { ...transfer, fate: content.isWhole ? 'absent' : 'unclear' }
  })
}
