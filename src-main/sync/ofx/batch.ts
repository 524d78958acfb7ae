import type { AppError } from '#shared/errors.ts'
import type { BatchWish } from '#shared/ofx-batch.ts'
import type { Statement } from '#shared/statement.ts'
import type { Result } from '#shared/result.ts'
import { fatesOf, inquiriesFor, isTransfer, type Answer, type Content, type Fate, type OfxItem, type OfxStatus, type Outcome } from '#main/connectors/ofx/index.ts'
import type { Settled } from './dialogue.ts'

/** What became of one item of a batch. */
export interface BatchItem {
  readonly wish: BatchWish
  /** The number it was sent under. */
  readonly uid: string
  /** Null: the bank said nothing to it. */
  readonly status: OfxStatus | null
  readonly content: Content | null
  readonly statement: Statement | null
  /** Of a transfer whose answer was lost, once the bank was asked about it: `absent`, it has never heard of it; `unclear`, nobody knows. */
  readonly fate: Fate['fate'] | null
}

export interface BatchAnswer { readonly items: readonly BatchItem[] }

type Ask = (items: readonly OfxItem[]) => Promise<Result<Settled, AppError>>

/** Finds out what became of transfers without an answer: the bank is asked about them, and none is sent again. */
export async function clarified(step: Extract<Awaited<Outcome>, { ok: true }>['value'] & { readonly state: 'uncertain' }, ask: Ask): Promise<ReadonlyMap<string, Fate>> {
  const inquiries = inquiriesFor(step.transfers)
  const asked = inquiries.length === 0 ? null : await ask(inquiries)
  const fates = asked?.ok === true && asked.value.state === 'done' ? fatesOf(step.transfers, asked.value.answer) : step.transfers.map((transfer): Fate => ({ ...transfer, fate: 'unclear' }))
  return new Map(fates.map((fate) => [fate.uid, fate]))
}

/** Each wish with what the bank said to it, at its own place. */
export function batchItems(wishes: readonly BatchWish[], items: readonly OfxItem[], answer: Answer | null, statements: ReadonlyMap<string, Statement>, fates: ReadonlyMap<string, Fate>): BatchItem[] {
  return wishes.map((wish, index) => {
    const item = items[index]
    const uid = item?.uid ?? ''
    const said = answer?.items[index]
    const fate = fates.get(uid)
    const known = fate?.fate === 'known' ? fate.known : null
    const own = { wish, uid, statement: statements.get(uid) ?? null }
    if (known !== null) return { ...own, status: known.status, content: known.transfer === null ? null : { kind: 'transfer', transfer: known.transfer }, fate: 'known' }
    const isLost = item !== undefined && isTransfer(item) && said?.status == null
    return { ...own, status: said?.status ?? null, content: said?.content ?? null, fate: isLost ? fate?.fate ?? 'unclear' : null }
  })
}
