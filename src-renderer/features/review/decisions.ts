import type { Reply } from '#shared/ipc/contract.ts'
import type { TransactionId } from '#shared/model.ts'
import type { Transfer } from '#shared/transfers.ts'
import { findSimilar } from '#renderer/stores/transactions.ts'
import { decide, type Merchant, type Suspect } from '#renderer/stores/review.ts'
import { useText } from '#renderer/ui/text.ts'
import { showFailure, showToast } from '#renderer/ui/toasts.ts'
import { alike } from '../transactions/alike.ts'
import { useUndoToast } from '../undo-toast.ts'

const pairOf = ({ out, into }: Transfer) => ({ outId: out.id, inId: into.id })

/** A person's word: written, told, and offered to be taken back. The list follows the ledger. */
export function useDecisions() {
  const { t, language } = useText()
  const offerUndo = useUndoToast()

  async function said(reply: Promise<Reply<'transfers.confirm' | 'transactions.edit'>>, words: string): Promise<boolean> {
    const answer = await reply
    if (answer.ok) offerUndo(words)
    else showFailure(answer.error, language.value)
    return answer.ok
  }

  const categorise = async (ids: Parameters<typeof decide.edit>[0], categoryId: string): Promise<boolean> =>
    said(decide.edit(ids, { categoryId }), t('review.merchant.categorised', { count: ids.length }))

  /** Whoever has settled a merchant is asked about rows that are like it under other names. */
  async function settle({ rows }: Merchant, categoryId: string): Promise<boolean> {
    if (!await categorise(rows.map(({ id }) => id), categoryId)) return false
    void offerSimilar(rows[0].id, categoryId)
    return true
  }

  async function offerSimilar(id: TransactionId, categoryId: string): Promise<void> {
    const found = await findSimilar(id, categoryId)
    if (!found.ok || found.value.ids.length === 0) return
    const show = (): void => { alike.value = { ...found.value, categoryId, apply: (ids) => categorise([...ids], categoryId) } }
    showToast(t('transactions.similar.found', { count: found.value.ids.length }), { action: { label: t('transactions.similar.show'), run: show } })
  }

  return {
    settle,
    confirm: (transfers: readonly Transfer[]) => said(decide.confirm(transfers.map(pairOf)), t('review.transfer.accepted', { count: transfers.length })),
    reject: (transfer: Transfer) => said(decide.reject([pairOf(transfer)]), t('review.transfer.rejected')),
    restore: (transfer: Transfer) => said(decide.restore([pairOf(transfer)]), t('review.rejected.restored')),
    remove: (suspects: readonly Suspect[]) => said(decide.edit(suspects.map(({ row }) => row.id), { isRemoved: true }), t('review.duplicate.removed', { count: suspects.length })),
    keep: ({ row }: Suspect) => said(decide.edit([row.id], { isPotentialDuplicate: false }), t('review.duplicate.kept')),
  }
}
