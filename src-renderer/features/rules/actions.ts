import type { Reply } from '#shared/ipc/contract.ts'
import type { Rule } from '#shared/rules.ts'
import { useRulesStore } from '#renderer/stores/rules.ts'
import type { Command } from '#renderer/ui/commands.ts'
import type { MenuItem } from '#renderer/ui/options.ts'
import { useText, type Text } from '#renderer/ui/text.ts'
import { showFailure } from '#renderer/ui/toasts.ts'
import { useUndoToast } from '../undo-toast.ts'

/** What can be done with a rule of the list; each is one step that can be taken back. */
export function useRuleActions() {
  const store = useRulesStore()
  const { t, language } = useText()
  const offerUndo = useUndoToast()

  function said(reply: Reply<'rules.edit' | 'rules.delete' | 'rules.reorder'>, words: string): boolean {
    if (reply.ok) offerUndo(words)
    else showFailure(reply.error, language.value)
    return reply.ok
  }

  async function toggle({ id, ...draft }: Rule): Promise<void> {
    const isEnabled = !draft.isEnabled
    said(await store.edit(id, { ...draft, isEnabled }), t(isEnabled ? 'rules.said.on' : 'rules.said.off', { name: draft.name }))
  }

  /** To a place of the list, counted from 0. False where it stands there already. */
  async function move({ id }: Rule, to: number): Promise<boolean> {
    const ids = moved(store.rules.map((rule) => rule.id), id, to)
    return ids !== undefined && said(await store.reorder(ids), t('rules.said.moved'))
  }

  return {
    toggle, move,
    edit: (rule: Rule): void => { store.open(rule) },
    copy: (rule: Rule): void => { store.open(undefined, rule) },
    apply: ({ id }: Rule): void => { store.applying = [id] },
    remove: async (rule: Rule) => said(await store.remove(rule.id), t('rules.said.removed', { name: rule.name })),
  }
}
export type RuleActions = ReturnType<typeof useRuleActions>

/** The same names with one of them somewhere else; undefined where that changes nothing. */
export function moved<Id>(ids: readonly Id[], id: Id, to: number): Id[] | undefined {
  const from = ids.indexOf(id)
  const place = Math.min(Math.max(to, 0), ids.length - 1)
  if (from < 0 || from === place) return undefined
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}

interface Place {
  readonly actions: RuleActions
  readonly active: () => Rule | undefined
  readonly place: () => number
  readonly count: () => number
  readonly go: (to: number) => void
  /** Moves the active rule by so many places. */
  readonly shift: (by: number) => void
  readonly add: () => void
  readonly applyAll: () => void
  /** The focus is on a rule. */
  readonly isInList: () => boolean
}

const group = 'rules.title'

/** Letters work wherever the focus is on the page, arrows only inside the list. */
export function ruleCommands({ actions, active, place, count, go, shift, add, applyAll, isInList }: Place): Command[] {
  const hasRules = (): boolean => count() > 0
  const on = (run: (rule: Rule) => unknown) => () => {
    const rule = active()
    return rule && run(rule)
  }
  return [
    { id: 'rules.next', title: 'rules.command.next', group, keys: ['J'], keysOnly: true, when: hasRules, run: () => { go(isInList() ? place() + 1 : place()) } },
    { id: 'rules.previous', title: 'rules.command.previous', group, keys: ['K'], keysOnly: true, when: hasRules, run: () => { go(isInList() ? place() - 1 : place()) } },
    { id: 'rules.arrowDown', title: 'rules.command.next', group, keys: ['Down'], keysOnly: true, when: isInList, run: () => { go(place() + 1) } },
    { id: 'rules.arrowUp', title: 'rules.command.previous', group, keys: ['Up'], keysOnly: true, when: isInList, run: () => { go(place() - 1) } },
    { id: 'rules.first', title: 'rules.command.first', group, keys: ['Home'], keysOnly: true, when: isInList, run: () => { go(0) } },
    { id: 'rules.last', title: 'rules.command.last', group, keys: ['End'], keysOnly: true, when: isInList, run: () => { go(count() - 1) } },
    { id: 'rules.up', title: 'rules.command.up', group, keys: ['Alt+Up'], when: () => place() > 0, run: () => { shift(-1) } },
    { id: 'rules.down', title: 'rules.command.down', group, keys: ['Alt+Down'], when: () => place() < count() - 1, run: () => { shift(1) } },
    { id: 'rules.toggle', title: 'rules.command.toggle', group, keys: ['X'], when: hasRules, run: on(actions.toggle) },
    { id: 'rules.applyOne', title: 'rules.command.applyOne', group, keys: ['A'], when: () => active()?.isEnabled === true, run: on(actions.apply) },
    { id: 'rules.apply', title: 'rules.command.apply', group, keys: ['Shift+A'], when: hasRules, run: applyAll },
    { id: 'rules.delete', title: 'rules.command.remove', group, keys: ['Delete'], when: hasRules, run: on(actions.remove) },
    { id: 'rules.add', title: 'rules.command.add', group, keys: ['N'], keysOnly: true, run: () => { add() } },
  ]
}

/** The same by mouse, with the keys to learn. */
export function ruleMenu({ actions, rule, place, count, shift, t }: { actions: RuleActions; rule: Rule; place: number; count: number; shift: (by: number) => void; t: Text['t'] }): MenuItem[] {
  return [
    { label: t('rules.action.edit'), keys: 'Enter', run: () => { actions.edit(rule) } },
    { label: t('rules.action.apply'), keys: 'A', disabled: !rule.isEnabled, run: () => { actions.apply(rule) } },
    { label: t('rules.action.copy'), run: () => { actions.copy(rule) } },
    { label: t('rules.action.up'), keys: 'Alt+Up', disabled: place === 0, apart: true, run: () => { shift(-1) } },
    { label: t('rules.action.down'), keys: 'Alt+Down', disabled: place === count - 1, run: () => { shift(1) } },
    { label: t('rules.action.remove'), keys: 'Delete', danger: true, apart: true, run: () => actions.remove(rule) },
  ]
}
