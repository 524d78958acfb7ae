import type { KnownContract } from '#shared/contracts.ts'
import type { Command } from '#renderer/ui/commands.ts'
import type { MenuItem } from '#renderer/ui/options.ts'
import type { Text } from '#renderer/ui/text.ts'
import type { ContractActions } from './actions.ts'

export interface Tools extends Omit<ContractActions, 'merge'> {
  readonly show: (contract: KnownContract, field?: 'name' | 'notice') => void
  readonly merge: (contract: KnownContract) => void
}

interface Place {
  readonly tools: Tools
  readonly active: () => KnownContract | undefined
  readonly go: (to: number) => void
  readonly place: () => number
  readonly count: () => number
  /** The focus is on a contract. */
  readonly isInList: () => boolean
}

const group = 'contracts.title'

/** Letters work wherever the focus is on the page, arrows only inside the list. */
export function contractCommands({ tools, active, go, place, count, isInList }: Place): Command[] {
  const on = (run: (contract: KnownContract) => unknown) => () => {
    const contract = active()
    return contract && run(contract)
  }
  const isLive = (): boolean => active() !== undefined && active()?.choice !== 'dismissed'
  return [
    { id: 'contracts.next', title: 'contracts.command.next', group, keys: ['J'], keysOnly: true, when: () => count() > 0, run: () => { go(isInList() ? place() + 1 : place()) } },
    { id: 'contracts.previous', title: 'contracts.command.previous', group, keys: ['K'], keysOnly: true, when: () => count() > 0, run: () => { go(isInList() ? place() - 1 : place()) } },
    { id: 'contracts.down', title: 'contracts.command.next', group, keys: ['Down'], keysOnly: true, when: isInList, run: () => { go(place() + 1) } },
    { id: 'contracts.up', title: 'contracts.command.previous', group, keys: ['Up'], keysOnly: true, when: isInList, run: () => { go(place() - 1) } },
    { id: 'contracts.first', title: 'contracts.command.first', group, keys: ['Home'], keysOnly: true, when: isInList, run: () => { go(0) } },
    { id: 'contracts.last', title: 'contracts.command.last', group, keys: ['End'], keysOnly: true, when: isInList, run: () => { go(count() - 1) } },
    { id: 'contracts.confirm', title: 'contracts.command.confirm', group, keys: ['A'], when: () => active()?.choice === 'found', run: on(tools.confirm) },
    { id: 'contracts.dismiss', title: 'contracts.command.dismiss', group, keys: ['Delete'], when: isLive, run: on(tools.dismiss) },
    { id: 'contracts.rename', title: 'contracts.command.rename', group, keys: ['F2'], when: isLive, run: on((contract) => { tools.show(contract, 'name') }) },
    { id: 'contracts.remind', title: 'contracts.command.remind', group, keys: ['R'], when: isLive, run: on((contract) => { tools.show(contract, 'notice') }) },
    { id: 'contracts.merge', title: 'contracts.command.merge', group, keys: ['M'], when: isLive, run: on(tools.merge) },
  ]
}

/** The same by mouse, with the keys to learn. */
export function menuOf(tools: Tools, contract: KnownContract, t: Text['t']): MenuItem[] {
  const { choice, mergedIds } = contract
  const details: MenuItem = { label: t('contracts.action.details'), keys: 'Enter', run: () => { tools.show(contract) } }
  if (choice === 'dismissed') return [details, { label: t('contracts.action.restore'), run: () => tools.restore(contract) }]
  return [
    details,
    choice === 'found'
      ? { label: t('contracts.action.confirm'), keys: 'A', run: () => tools.confirm(contract) }
      : { label: t('contracts.action.unconfirm'), run: () => tools.restore(contract) },
    { label: t('contracts.action.rename'), keys: 'F2', run: () => { tools.show(contract, 'name') } },
    { label: t('contracts.action.remind'), keys: 'R', run: () => { tools.show(contract, 'notice') } },
    { label: t('contracts.action.merge'), keys: 'M', run: () => { tools.merge(contract) } },
    ...(mergedIds.length > 0 ? [{ label: t('contracts.action.unmerge'), run: () => tools.unmerge(contract) }] : []),
    { label: t('contracts.action.dismiss'), keys: 'Delete', danger: true, apart: true, run: () => tools.dismiss(contract) },
  ]
}
