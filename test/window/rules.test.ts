import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { TransactionId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import { ok } from '#shared/result.ts'
import type { Rule, RuleDraft } from '#shared/rules.ts'
import { moved } from '#renderer/features/rules/actions.ts'
import ApplySheet from '#renderer/features/rules/ApplySheet.vue'
import { blankLine, conditionOf, lineOf, tagsOf, wrongEnd } from '#renderer/features/rules/rule-form.ts'
import RulesPage from '#renderer/features/rules/RulesPage.vue'
import RuleSheet from '#renderer/features/rules/RuleSheet.vue'
import { draftFrom, useRulesStore } from '#renderer/stores/rules.ts'
import { runCommand } from '#renderer/ui/commands.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { fakeBridge, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { eventually } from './eventually.ts'
import { transaction } from './rows.ts'

const EUR = currency('EUR')
const rule = (id: number, over: Partial<RuleDraft> = {}): Rule => ({
  id: id as Rule['id'], name: `Rule ${id}`, isEnabled: true, stops: false, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'REWE' }] }, then: [{ kind: 'categorise', category: 'food.groceries' }], ...over,
})
/** The page with the sheets that lie over it. */
const Both = defineComponent(() => () => {
  const store = useRulesStore()
  return [h(RulesPage), store.sheet ? h(RuleSheet, { sheet: store.sheet }) : undefined, store.applying ? h(ApplySheet, { ids: store.applying }) : undefined]
})

let page: VueWrapper
afterEach(() => {
  page.unmount()
  dismissAllToasts()
})

async function open(begin: Rule[]): Promise<FakeBridge> {
  let known = begin
  const row = { transaction: transaction({ payee: 'REWE SAGT DANKE' }), then: [{ kind: 'rename' as const, payee: 'REWE' }] }
  const bridge = fakeBridge({
    'rules.list': () => ok([...known]),
    'rules.create': (draft) => {
      const made = { ...draft as RuleDraft, id: (known.length + 1) as Rule['id'] }
      known = [...known, made]
      return ok(made)
    },
    'rules.edit': ({ id, rule: draft }) => {
      const made = { ...draft as RuleDraft, id: id as Rule['id'] }
      known = known.map((one) => (one.id === id ? made : one))
      return ok(made)
    },
    'rules.delete': ({ id }) => {
      known = known.filter((one) => one.id !== id)
      return ok(null)
    },
    'rules.reorder': ({ ids }) => {
      known = ids.flatMap((id) => known.find((one) => one.id === id) ?? [])
      return ok([...known])
    },
    'rules.preview': () => ok({ fits: 42, changes: 17, rows: [row], examples: [] }),
    // Counted in two pieces, as where there are many rows.
    'rules.reach': ({ after }) => ok({ reach: known.map(({ id }) => ({ id, fits: after === null ? 40 : 2, changes: after === null ? 17 : 0 })), next: after === null ? 2000 as TransactionId : null }),
    'rules.apply': ({ isDryRun }) => ok({ fits: 42, changes: 17, changed: isDryRun ? 0 : 17, rows: [row] }),
  })
  page = await mounted(Both)
  await flushPromises()
  return bridge
}
const text = (): string => document.body.textContent
const button = (name: RegExp): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent))
  if (!found) throw new Error(`no button ${name.source}`)
  return found
}
const press = async (name: RegExp): Promise<void> => {
  button(name).click()
  await flushPromises()
}
async function type(label: RegExp, words: string): Promise<void> {
  const name = [...document.querySelectorAll('label')].find((one) => label.test(one.textContent))
  const field = document.querySelector<HTMLInputElement>(`#${name?.htmlFor ?? ''}`)!
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

it('lists rules in words, in their order, with what they reach', async () => {
  await open([rule(1, { then: [{ kind: 'categorise', category: 'food.groceries' }, { kind: 'tag', tag: 'weekly' }], stops: true }), rule(2)])
  await eventually(() => { expect(text()).toContain('would change 17') })
  expect(text()).toContain('Matches 42')
  expect(text()).toContain('Payee contains “REWE”')
  expect(text()).toContain('category Groceries, tag “weekly”, and stop here')
  expect(text()).toContain('What you chose yourself, a category or a name, is never changed by a rule.')
})

it('writes a rule while it shows what that would do', async () => {
  const bridge = await open([])
  await press(/Add rule/)
  await press(/^ *Save *$/)
  expect(bridge.callsOf('rules.create')).toEqual([])
  expect(text()).toContain('Give the rule a name.')
  expect(text()).toContain('Say what the rule does')
  await type(/^Name$/, 'Groceries')
  await type(/^Text$/, 'REWE')
  await type(/Name the payee/, 'REWE')
  await eventually(() => { expect(text()).toMatch(/Matches 42 transactions, would change 17\./) })
  expect(text()).toContain('REWE SAGT DANKE → REWE')
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
  expect(bridge.callsOf('rules.create')).toEqual([{
    name: 'Groceries', isEnabled: true, stops: false, when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'REWE' }] }, then: [{ kind: 'rename', payee: 'REWE' }],
  }])
})

it('moves, switches off and deletes by keyboard, and offers to take it back', async () => {
  const bridge = await open([rule(1), rule(2), rule(3)])
  runCommand('rules.down')
  await flushPromises()
  expect(bridge.callsOf('rules.reorder')).toEqual([{ ids: [2, 1, 3] }])
  expect(document.activeElement?.textContent).toBe('Rule 1')
  expect(text()).toContain('Rule 1 is now rule 2 of 3.')
  runCommand('rules.toggle')
  await flushPromises()
  expect(bridge.callsOf('rules.edit')).toMatchObject([{ id: 1, rule: { isEnabled: false } }])
  runCommand('rules.delete')
  await flushPromises()
  expect(bridge.callsOf('rules.delete')).toEqual([{ id: 1 }])
  expect(toasts.at(-1)?.action?.label).toBe('Undo')
  // Whoever deletes by keyboard goes on with the next rule.
  await eventually(() => { expect(document.activeElement?.textContent).toBe('Rule 3') })
})

it('says when a rule takes effect, and offers to apply only what waits for it', async () => {
  const bridge = await open([rule(1), rule(2, { isEnabled: false })])
  await press(/^Rule 1$/)
  await eventually(() => { expect(text()).toContain('Categories change as soon as you save.') })
  expect(text()).not.toContain('Save and apply')
  await type(/Add tags/, `weekly, ${'x'.repeat(41)}`)
  expect(text()).toContain('At most 18 tags, each of at most 40 characters.')
  await press(/^ *Save and apply/)
  expect(bridge.callsOf('rules.edit')).toEqual([])
  await type(/Add tags/, 'weekly')
  await eventually(() => { expect(text()).toContain('Names and tags of transactions you have change with “Save and apply”.') })
  await press(/^ *Cancel *$/)
  await press(/^Rule 2$/)
  await eventually(() => { expect(text()).toContain('nothing changes until you switch it on') })
})

it('keeps a rule that is being written when somebody clicks beside it', async () => {
  const clickBeside = async (): Promise<void> => {
    // The layer listens from the next task on.
    await new Promise((resolve) => { setTimeout(resolve) })
    document.querySelector('.dialog-scrim')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    await flushPromises()
  }
  await open([rule(1)])
  await press(/Add rule/)
  await clickBeside()
  expect(useRulesStore().sheet).toBeUndefined()
  await press(/Add rule/)
  await type(/^Name$/, 'Groceries')
  await clickBeside()
  expect(useRulesStore().sheet).toBeDefined()
})

it('says which end of a range it cannot read', () => {
  const range = (from: string, to: string) => wrongEnd(blankLine({ subject: 'amount', from, to }), EUR)
  expect([range('', ''), range('x', '5'), range('5', 'x'), range('', 'x'), range('5', '')]).toEqual(['from', 'from', 'to', 'to', undefined])
})

it('looks again at what is to be applied when rows have changed meanwhile', async () => {
  const bridge = await open([rule(1)])
  await press(/Apply to existing/)
  const looks = (): number => bridge.callsOf('rules.apply').length
  const before = looks()
  bridge.emit('ledger.changed', { scopes: ['transactions'] })
  await eventually(() => { expect(looks()).toBe(before + 1) })
})

it('changes rows that are there only after showing which', async () => {
  const bridge = await open([rule(1)])
  await press(/Apply to existing/)
  const done = (): unknown[] => bridge.callsOf('rules.apply').filter(({ isDryRun }) => !isDryRun)
  expect(done()).toEqual([])
  await press(/Change 17 transactions/)
  expect(done()).toEqual([{ isDryRun: false }])
  expect(toasts.at(-1)?.text).toContain('17 transactions were changed.')
})

it('puts one of a list somewhere else and nothing more', () => {
  expect(moved([1, 2, 3], 3, 0)).toEqual([3, 1, 2])
  expect(moved([1, 2, 3], 1, 99)).toEqual([2, 3, 1])
  expect(moved([1, 2, 3], 2, 1)).toBeUndefined()
  expect(moved([1, 2, 3], 9, 1)).toBeUndefined()
})

it('reads conditions as they are written, and shows them as they were', () => {
  expect(conditionOf(blankLine({ subject: 'amount', from: '16,99*2', to: '' }), EUR)).toEqual({ kind: 'amount', fromMinor: 3398, toMinor: null, currency: 'EUR' })
  expect(conditionOf(blankLine({ subject: 'amount', from: '20', to: '10' }), EUR)).toEqual({ kind: 'amount', fromMinor: 1000, toMinor: 2000, currency: 'EUR' })
  expect(conditionOf(blankLine({ subject: 'amount', from: 'ten' }), EUR)).toBeUndefined()
  expect(conditionOf(blankLine({ subject: 'currency', value: 'usd' }), EUR)).toEqual({ kind: 'currency', currency: 'USD' })
  expect(conditionOf(blankLine({ subject: 'account' }), EUR)).toBeUndefined()
  expect(lineOf({ kind: 'amount', fromMinor: 1250, toMinor: null }, EUR, ',')).toMatchObject({ subject: 'amount', from: '12,50', to: '' })
  expect(tagsOf(' rent, flat,, rent ')).toEqual(['rent', 'flat'])
})

it('begins with what tells a row apart', () => {
  const known = { ...transaction({ payee: 'Strom GmbH', categoryId: 'housing.energy' }), rawPayee: 'STROM GMBH', code: '', checkNumber: '', bankReference: '', customerReference: '', counterpartyBic: '', endToEndId: '', mandateReference: '', original: null, fileName: null, importedAt: null, line: null, categoryWhy: null, transfer: null, contractId: null }
  expect(draftFrom({ ...known, creditorId: 'DE98ZZZ09999999999' }).when?.of).toEqual([{ kind: 'creditor', value: 'DE98ZZZ09999999999' }])
  expect(draftFrom({ ...known, creditorId: '' })).toEqual({
    name: 'Strom GmbH', when: { kind: 'all', of: [{ kind: 'text', field: 'payee', test: 'contains', value: 'STROM GMBH' }] }, then: [{ kind: 'categorise', category: 'housing.energy' }],
  })
})
