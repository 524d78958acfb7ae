import type { Instant } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import { CATEGORY_RULES_MAX } from '#shared/ipc/limits.ts'
import type { Rule, RuleDraft, RuleId } from '#shared/rules.ts'
import type { WritableLedger } from '../database.ts'
import { logStep, type StepLabel } from '../history.ts'
import { lastRuleId, listRules, writeRules } from './rules.ts'

/** A new rule is asked last. Call these inside `transact`. */
export function createRule(db: WritableLedger, draft: RuleDraft, at: Instant): Rule {
  const before = listRules(db)
  if (before.length >= CATEGORY_RULES_MAX) throw new AppFailure({ kind: 'invalid_input', path: 'rules' })
  const rule: Rule = { id: lastRuleId(db) + 1 as RuleId, ...draft }
  change(db, before, [...before, rule], 'create-rule', at)
  return rule
}

export function editRule(db: WritableLedger, id: RuleId, draft: RuleDraft, at: Instant): Rule {
  const before = listRules(db)
  if (!before.some((rule) => rule.id === id)) throw new AppFailure({ kind: 'not_found', what: 'rule' })
  const rule: Rule = { id, ...draft }
  change(db, before, before.map((one) => (one.id === id ? rule : one)), 'edit-rule', at)
  return rule
}

export function deleteRule(db: WritableLedger, id: RuleId, at: Instant): void {
  const before = listRules(db)
  if (!before.some((rule) => rule.id === id)) throw new AppFailure({ kind: 'not_found', what: 'rule' })
  change(db, before, before.filter((rule) => rule.id !== id), 'delete-rule', at)
}

/** Every rule, in its new order. */
export function reorderRules(db: WritableLedger, ids: readonly RuleId[], at: Instant): Rule[] {
  const before = listRules(db)
  const known = new Map(before.map((rule) => [rule.id, rule]))
  const after = [...new Set(ids)].flatMap((id) => known.get(id) ?? [])
  if (after.length !== before.length || ids.length !== before.length) throw new AppFailure({ kind: 'invalid_input', path: 'ids' })
  change(db, before, after, 'edit-rule', at)
  return after
}

/** A step takes all rules from one state to another, so that its undo is the same act. */
function change(db: WritableLedger, before: readonly Rule[], after: readonly Rule[], label: StepLabel, at: Instant): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  writeRules(db, after)
  logStep(db, { label, count: 1, forward: { kind: 'rules', rules: after }, inverse: { kind: 'rules', rules: before } }, at)
}
