import type { Transaction, TransactionId } from '#shared/model.ts'
import { EDIT_ROWS_MAX } from '#shared/ipc/limits.ts'
import type { Change } from '#renderer/stores/pending-edits.ts'
import { findSimilar, pairRows, type TransactionList } from '#renderer/stores/transactions.ts'
import { useText } from '#renderer/ui/text.ts'
import { dismissToast, showFailure, showToast } from '#renderer/ui/toasts.ts'
import { useUndoToast } from '../undo-toast.ts'
import { alike } from './alike.ts'

let offered: number | undefined

/** Writes what a person typed, says so, and offers to take it back. */
export function useEdits(list: TransactionList) {
  const { t, language } = useText()
  const offerUndo = useUndoToast()

  async function editRow(row: Transaction, change: Change): Promise<void> {
    const real = realChange(row, change)
    const [field] = Object.keys(real)
    if (field === undefined) return
    await send([row.id], real, t(`transactions.edited.${SAID.get(field) ?? 'category'}`))
  }

  const editRows = (ids: readonly TransactionId[], change: Change): Promise<void> => send(ids, change, t('transactions.edited.several', { count: ids.length }))

  async function editSelection(change: Change): Promise<void> {
    if (list.selected > EDIT_ROWS_MAX) {
      showToast(t('transactions.bulk.tooMany', { count: EDIT_ROWS_MAX }), { tone: 'bad' })
      return
    }
    const rows = await list.collect(new AbortController().signal)
    if (!rows.ok) showFailure(rows.error, language.value)
    else if (rows.value.length > 0) await send(rows.value.map(({ id }) => id), change, t('transactions.edited.several', { count: rows.value.length }))
  }

  /** The two chosen rows are one movement between own accounts. */
  async function pairSelection(): Promise<void> {
    const rows = await list.collect(new AbortController().signal)
    const [left, right] = rows.ok ? rows.value : []
    if (!rows.ok) showFailure(rows.error, language.value)
    if (!left || !right) return
    const reply = await pairRows(left.id, right.id)
    if (reply.ok) offerUndo(t('transactions.transfer.confirmed'))
    else if (reply.error.kind === 'invalid_input') showToast(t('transactions.transfer.unlike'), { tone: 'bad' })
    else showFailure(reply.error, language.value)
  }

  async function send(ids: readonly TransactionId[], change: Change, said: string): Promise<void> {
    // An offer about the row before would stand beside what is said of this one.
    if (offered !== undefined) dismissToast(offered)
    const reply = await list.edit(ids, change)
    if (reply.ok) offerUndo(said)
    else showFailure(reply.error, language.value)
  }

  /** Whoever has chosen a category in the list is asked about the rows like it. */
  async function offerSimilar({ id }: Transaction, categoryId: string): Promise<void> {
    const found = await findSimilar(id, categoryId)
    if (!found.ok || found.value.ids.length === 0) return
    const show = (): void => { alike.value = { ...found.value, categoryId, apply: (ids) => editRows(ids, { categoryId }) } }
    offered = showToast(t('transactions.similar.found', { count: found.value.ids.length }), { action: { label: t('transactions.similar.show'), run: show } })
  }

  return { editRow, editRows, editSelection, pairSelection, offerSimilar }
}

const SAID = new Map<string, 'payee' | 'notes' | 'category' | 'tags' | 'split'>([['payee', 'payee'], ['notes', 'notes'], ['categoryId', 'category'], ['addTags', 'tags'], ['removeTags', 'tags'], ['splits', 'split']])

/** Leaves out what already is as asked, so that looking into a cell is no edit. */
export function realChange(row: Transaction, change: Change): Change {
  return {
    ...(change.payee !== undefined && change.payee !== row.payee && { payee: change.payee }),
    ...(change.notes !== undefined && change.notes !== row.notes && { notes: change.notes }),
    ...(change.categoryId !== undefined && change.categoryId !== row.categoryId && { categoryId: change.categoryId }),
    ...(change.addTags?.some((tag) => !row.tags.includes(tag)) && { addTags: change.addTags }),
    ...(change.removeTags?.some((tag) => row.tags.includes(tag)) && { removeTags: change.removeTags }),
    ...(change.splits && (change.splits.length > 0 || row.splits.length > 0) && { splits: change.splits }),
  }
}
