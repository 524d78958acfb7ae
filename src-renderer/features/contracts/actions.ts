import type { KnownContract } from '#shared/contracts.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { TransactionId } from '#shared/model.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { useContractsStore } from '#renderer/stores/contracts.ts'
import { useText } from '#renderer/ui/text.ts'
import { showFailure } from '#renderer/ui/toasts.ts'
import { useUndoToast } from '../undo-toast.ts'

/** What a person can say of a contract: it is written, told, and can be taken back. */
export function useContractActions() {
  const store = useContractsStore()
  const { t, language } = useText()
  const offerUndo = useUndoToast()

  function said(reply: Reply<'contracts.list'>, words: string): boolean {
    if (reply.ok) offerUndo(words)
    else showFailure(reply.error, language.value)
    return reply.ok
  }
  const name = ({ counterparty }: KnownContract) => ({ name: counterparty })

  return {
    confirm: async (contract: KnownContract) => said(await store.confirm([contract.id]), t('contracts.said.confirmed', name(contract))),
    dismiss: async (contract: KnownContract) => said(await store.dismiss([contract.id]), t('contracts.said.dismissed', name(contract))),
    restore: async (contract: KnownContract) => said(await store.restore([contract.id]), t('contracts.said.restored', name(contract))),
    merge: async (contract: KnownContract, into: KnownContract) => said(await store.merge(contract.id, into.id), t('contracts.said.merged', name(into))),
    unmerge: async (contract: KnownContract) => said(await store.unmerge(contract.id), t('contracts.said.unmerged', name(contract))),
    takeOut: async (row: TransactionId) => said(await store.place([row], null), t('contracts.said.takenOut')),
    putIn: async (contract: KnownContract, row: TransactionId) => said(await store.place([row], contract.id), t('contracts.said.putIn', name(contract))),
    rename: async (contract: KnownContract, ownName: string | null) => said(await store.rename(contract.id, ownName), t('contracts.said.renamed')),
    remind: async (contract: KnownContract, cancelBy: LocalDate | null, days: number | null) => said(await store.remind(contract.id, cancelBy, days), t(cancelBy === null ? 'contracts.said.forgotten' : 'contracts.said.reminding')),
  }
}
export type ContractActions = ReturnType<typeof useContractActions>
