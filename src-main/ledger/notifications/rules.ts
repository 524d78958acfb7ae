import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import { RULES_MAX } from '#shared/ipc/limits.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { NotificationRule, RuleDraft, RuleId, RuleScope } from '#shared/notifications.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { livingScope } from './scope.ts'
import { observe } from './observe.ts'

interface RuleRow {
  readonly id: RuleId
  readonly on_trigger: NotificationRule['trigger']
  readonly scope_of: RuleScope['of']
  readonly scope_ids: string
  readonly limit_minor: number | null
  readonly limit_currency: Currency | null
  readonly category_id: string | null
  readonly created_at: Instant
}

const ALL = /* sql */ `SELECT * FROM notification_rule ORDER BY id`

/** A rule whose list is empty by now is gone, though an undo may bring it back. */
export const listRules = (db: ReadableLedger): NotificationRule[] => db.query<RuleRow>(ALL).all().flatMap((row) => {
  const scope = livingScope(db, scopeOf(row))
  return scope === undefined ? [] : [toRule(row, scope)]
})

const INSERT = /* sql */ `
  INSERT INTO notification_rule (on_trigger, scope_of, scope_ids, limit_minor, limit_currency, category_id, created_at)
  VALUES (:trigger, :of, :ids, :limitMinor, :limitCurrency, :categoryId, :at)`

/** It tells of what happens from now on: what is so already is noted and not told. Call inside `transact`. */
export function createRule(db: WritableLedger, draft: RuleDraft, at: Instant, today: LocalDate): NotificationRule {
  const scope = checkedScope(db, draft, null)
  if ((db.column<number>('SELECT count(*) FROM notification_rule').get() ?? 0) >= RULES_MAX) throw new AppFailure({ kind: 'invalid_input', path: 'rule' })
  const id = db.command(INSERT).run({ ...columnsOf(draft, scope), at }).lastId as RuleId
  const rule = { ...draft, id, scope, createdAt: at }
  observe(db, rule, today)
  return rule
}

const INSERT_AS = /* sql */ `
  INSERT INTO notification_rule (id, on_trigger, scope_of, scope_ids, limit_minor, limit_currency, category_id, created_at)
  VALUES (:id, :trigger, :of, :ids, :limitMinor, :limitCurrency, :categoryId, :at)`

/** Puts rules there as they were, and notes what is so already; or, without a day, takes them away. Call inside `transact`. */
export function keepRules(db: WritableLedger, rules: readonly NotificationRule[], today: LocalDate | null): void {
  if (today === null) for (const { id } of rules) db.command('DELETE FROM notification_rule WHERE id = ?').run([id])
  else addRules(db, rules, today)
}

/** Not those that somebody has said anew meanwhile. */
function addRules(db: WritableLedger, rules: readonly NotificationRule[], today: LocalDate): void {
  const faces = new Set(listRules(db).map(faceOf))
  for (const rule of rules.filter((one) => !faces.has(faceOf(one)))) {
    db.command(INSERT_AS).run({ ...columnsOf(rule, rule.scope), id: rule.id, at: rule.createdAt })
    observe(db, rule, today)
  }
}

/** Of all that ever were: no id is given twice. */
export const lastRuleId = (db: ReadableLedger): number => db.column<number>(`SELECT seq FROM sqlite_sequence WHERE name = 'notification_rule'`).get() ?? 0

const UPDATE = /* sql */ `
  UPDATE notification_rule
     SET on_trigger = :trigger, scope_of = :of, scope_ids = :ids, limit_minor = :limitMinor, limit_currency = :limitCurrency, category_id = :categoryId
   WHERE id = :id`

/** Call inside `transact`. */
export function editRule(db: WritableLedger, id: RuleId, draft: RuleDraft, today: LocalDate): NotificationRule {
  const known = findRule(db, id)
  const scope = checkedScope(db, draft, id)
  db.command(UPDATE).run({ ...columnsOf(draft, scope), id })
  const rule = { ...draft, id, scope, createdAt: known.createdAt }
  db.command('DELETE FROM notification_state WHERE rule_id = ?').run([id])
  observe(db, rule, today)
  return rule
}

/** What it has told stays told. Call inside `transact`. */
export function deleteRule(db: WritableLedger, id: RuleId): null {
  findRule(db, id)
  db.command('DELETE FROM notification_rule WHERE id = ?').run([id])
  return null
}

function findRule(db: ReadableLedger, id: RuleId): NotificationRule {
  const rule = listRules(db).find((one) => one.id === id)
  if (rule === undefined) throw new AppFailure({ kind: 'not_found', what: 'rule' })
  return rule
}

/** Everything it names is there, and no other rule says the same. */
function checkedScope(db: ReadableLedger, draft: RuleDraft, except: RuleId | null): RuleScope {
  const scope = livingScope(db, draft.scope)
  const wanted = draft.scope.of === 'all' ? 0 : new Set<number>(draft.scope.ids).size
  if (scope === undefined || (scope.of !== 'all' && scope.ids.length !== wanted)) throw new AppFailure({ kind: 'not_found', what: draft.scope.of === 'accounts' ? 'account' : 'connection' })
  const face = faceOf({ ...draft, scope })
  if (listRules(db).some((rule) => rule.id !== except && faceOf(rule) === face)) throw new AppFailure({ kind: 'exists', what: 'rule' })
  return scope
}

/** Two rules with the same face say the same. */
export const faceOf = ({ trigger, scope, limit, categoryId }: RuleDraft): string =>
  JSON.stringify([trigger, scope.of, scope.of === 'all' ? [] : scope.ids, limit?.minor ?? null, limit?.currency ?? null, categoryId])

/**
 * For good: what is gone leaves the lists, a list that is empty then takes its rule along, and of rules that have become
 * the same the oldest stays. Call inside `transact`.
 */
export function forgetTargets(db: WritableLedger): void {
  const faces = new Set<string>()
  for (const row of db.query<RuleRow>(ALL).all()) {
    const scope = livingScope(db, scopeOf(row))
    const face = scope && faceOf(toRule(row, scope))
    if (scope === undefined || face === undefined || faces.has(face)) {
      db.command('DELETE FROM notification_state WHERE rule_id = ?').run([row.id])
      db.command('DELETE FROM notification_rule WHERE id = ?').run([row.id])
    } else {
      faces.add(face)
      db.command('UPDATE notification_rule SET scope_ids = ? WHERE id = ?').run([idsOf(scope), row.id])
    }
  }
}

const idsOf = (scope: RuleScope): string => JSON.stringify(scope.of === 'all' ? [] : scope.ids)

const columnsOf = ({ trigger, limit, categoryId }: RuleDraft, scope: RuleScope) =>
  ({ trigger, of: scope.of, ids: idsOf(scope), limitMinor: limit?.minor ?? null, limitCurrency: limit?.currency ?? null, categoryId })

/** Only this file writes the list. */
const scopeOf = ({ scope_of: of, scope_ids: ids }: RuleRow): RuleScope => (of === 'all' ? { of } : { of, ids: JSON.parse(ids) as [] })

const toRule = (row: RuleRow, scope: RuleScope): NotificationRule => ({
  id: row.id, trigger: row.on_trigger, scope, limit: limitOf(row), categoryId: row.category_id, createdAt: row.created_at,
})

const limitOf = ({ limit_minor: value, limit_currency: currency }: RuleRow): Money | null => (value === null || currency === null ? null : { minor: minor(value), currency })
