import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { Output, Reply } from '#shared/ipc/contract.ts'
import type { Transaction, TransactionDetail, TransactionId } from '#shared/model.ts'
import type { Rule, RuleDraft, RuleId } from '#shared/rules.ts'
import { call, on } from '#renderer/api/client.ts'

export type RuledRow = Output<'rules.preview'>['rows'][number]
export interface Hits { readonly fits: number; readonly changes: number }
/** A rule to change, or one to begin with what is known of it. */
export interface RuleSheet { readonly rule: Rule | undefined; readonly begin: Partial<RuleDraft> }

/** The rules in the order in which they are asked, and how many rows each of them reaches. */
export const useRulesStore = defineStore('rules', () => {
  const rules = shallowRef<readonly Rule[]>([])
  const hits = shallowRef<ReadonlyMap<RuleId, Hits>>(new Map())
  const error = shallowRef<AppError>()
  const loaded = shallowRef(false)
  const sheet = shallowRef<RuleSheet>()
  /** Whose changes are looked at before they are made: every rule's where none is named. */
  const applying = shallowRef<readonly RuleId[] | 'all'>()
  let round = 0
  let watchers = 0
  /** Rises with every change of rules or rows: what was planned may be another plan now. */
  const changes = shallowRef(0)

  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (scopes.includes('rules') || scopes.includes('transactions')) changes.value += 1
    if (loaded.value && scopes.includes('rules')) void load()
    else if (watchers > 0 && scopes.includes('transactions')) void count()
  }))

  async function load(): Promise<void> {
    const reply = await call('rules.list', undefined)
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) rules.value = reply.value
    loaded.value = true
    if (watchers > 0) void count()
  }

  /** Of all rules together, some rows at a time. What was counted before stays until all is counted anew. */
  async function count(): Promise<void> {
    const mine = round += 1
    const sums = new Map<RuleId, Hits>()
    let after: TransactionId | null = null
    do {
      const reply: Reply<'rules.reach'> = await call('rules.reach', { after })
      if (mine !== round || !reply.ok) return
      for (const { id, fits, changes } of reply.value.reach) sums.set(id, { fits: fits + (sums.get(id)?.fits ?? 0), changes: changes + (sums.get(id)?.changes ?? 0) })
      after = reply.value.next
    } while (after !== null)
    hits.value = sums
  }

  /** Counts for as long as the component lives that asks. */
  function watchHits(): void {
    watchers += 1
    onScopeDispose(() => {
      watchers -= 1
      if (watchers === 0) round += 1
    })
  }

  const create = async (draft: RuleDraft) => then(await call('rules.create', draft))
  const edit = async (id: RuleId, rule: RuleDraft) => then(await call('rules.edit', { id, rule }))
  const remove = async (id: RuleId) => then(await call('rules.delete', { id }))
  const reorder = async (ids: readonly RuleId[]) => then(await call('rules.reorder', { ids: [...ids] }))
  const preview = (draft: RuleDraft, signal: AbortSignal): Promise<Reply<'rules.preview'>> => call('rules.preview', draft, signal)
  const apply = (ids: readonly RuleId[] | 'all', isDryRun: boolean): Promise<Reply<'rules.apply'>> => call('rules.apply', { isDryRun, ...(ids !== 'all' && { ids: [...ids] }) })

  async function then<R extends { readonly ok: boolean }>(reply: R): Promise<R> {
    if (reply.ok) await load()
    return reply
  }

  const open = (rule?: Rule, begin: Partial<RuleDraft> = {}): void => { sheet.value = { rule, begin } }

  /** Begins with what tells a row apart: its creditor where a bank named one, else its payee. */
  async function openFrom({ id }: Pick<Transaction, 'id'>): Promise<Reply<'transactions.get'>> {
    const reply = await call('transactions.get', { id })
    if (reply.ok) open(undefined, draftFrom(reply.value))
    return reply
  }

  return { rules, hits, error, loaded, sheet, applying, changes, load, watchHits, create, edit, remove, reorder, preview, apply, open, openFrom }
})

/** What a rule for rows like this one would say. */
export function draftFrom({ payee, rawPayee, purpose, creditorId, categoryId }: TransactionDetail): Partial<RuleDraft> {
  const words = (rawPayee || payee).trim()
  return {
    name: (payee || purpose).trim().slice(0, 100),
    when: {
      kind: 'all',
      of: creditorId !== '' ? [{ kind: 'creditor', value: creditorId }]
        : words !== '' ? [{ kind: 'text', field: 'payee', test: 'contains', value: words }]
          : [{ kind: 'text', field: 'purpose', test: 'contains', value: purpose.trim().slice(0, 200) }],
    },
    then: categoryId === null ? [] : [{ kind: 'categorise', category: categoryId }],
  }
}
