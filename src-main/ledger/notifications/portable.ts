import type { Instant, LocalDate } from '#shared/dates.ts'
import { RULES_MAX } from '#shared/ipc/limits.ts'
import type { AccountId } from '#shared/model.ts'
import { RuleDraftSchema, type NotificationRule, type RuleDraft } from '#shared/notifications.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { faceOf, keepRules, lastRuleId, listRules } from './rules.ts'
import { accountsIn } from './scope.ts'

/**
 * The rules as another ledger can have them. Connections stay here, logins and all: a rule about some is told as one about
 * their accounts, and one about their logins alone is left out. What then says the same is told once.
 */
export function portableRules(db: ReadableLedger): RuleDraft[] {
  const drafts = listRules(db).flatMap(({ trigger, scope, limit, categoryId }): RuleDraft[] => {
    if (scope.of !== 'connections') return [{ trigger, scope, limit, categoryId }]
    return withAccounts({ trigger, scope, limit, categoryId }, accountsIn(db, scope).map(({ id }) => id))
  })
  return [...new Map(drafts.toReversed().map((draft) => [faceOf(draft), draft])).values()].toReversed()
}

/** None where nothing is left to be about, or the trigger is about no accounts. */
const withAccounts = (draft: RuleDraft, ids: readonly AccountId[]): RuleDraft[] => {
  const { data } = RuleDraftSchema.safeParse({ ...draft, scope: { of: 'accounts', ids: [...new Set(ids)].sort((left, right) => left - right) } })
  return data === undefined ? [] : [data]
}

/** Takes rules over from another ledger; `accounts` are those of the file by their place. Returns those that are new. Call inside `transact`. */
export function takeRules(db: WritableLedger, drafts: readonly RuleDraft[], accounts: readonly AccountId[], when: { readonly at: Instant; readonly today: LocalDate }): NotificationRule[] {
  const known = new Set([...listRules(db), ...portableRules(db)].map(faceOf))
  const wanted = drafts.flatMap((draft) => (draft.scope.of === 'accounts' ? withAccounts(draft, draft.scope.ids.flatMap((place) => accounts[place - 1] ?? [])) : draft.scope.of === 'all' ? [draft] : []))
  const fresh = [...new Map(wanted.map((draft) => [faceOf(draft), draft])).values()].filter((draft) => !known.has(faceOf(draft)))
  const first = lastRuleId(db) + 1
  const rules = fresh.slice(0, RULES_MAX - listRules(db).length).map((draft, place): NotificationRule => ({ ...draft, id: first + place as NotificationRule['id'], createdAt: when.at }))
  keepRules(db, rules, when.today)
  return rules
}
