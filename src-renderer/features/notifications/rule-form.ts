import { computed, ref, shallowRef } from 'vue'
import { currency, parseMoney, toDecimal, type Currency, type Money } from '#shared/money.ts'
import type { ConnectionId } from '#shared/connections.ts'
import type { AccountId } from '#shared/model.ts'
import type { NotificationRule, RuleDraft, RuleScope, Trigger } from '#shared/notifications.ts'
import { LIMITED_TRIGGERS } from '#shared/triggers.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useLedgerStore } from '#renderer/stores/ledger.ts'

const FIRST_CATEGORY = 'food'

/** The fields of a rule while a person fills them in. Nothing is refused before it is complete. */
export function useRuleForm() {
  const accounts = useAccountsStore()
  const ledger = useLedgerStore()
  const trigger = ref<Trigger>('NEW_TRANSACTIONS')
  const scopeOf = ref<RuleScope['of']>('all')
  const connectionIds = shallowRef<ReadonlySet<ConnectionId>>(new Set())
  const accountIds = shallowRef<ReadonlySet<AccountId>>(new Set())
  const amount = ref('')
  const categoryId = ref(FIRST_CATEGORY)
  const ownCurrency = shallowRef<Currency>()

  const hasLimit = computed(() => LIMITED_TRIGGERS.has(trigger.value))
  const hasCategory = computed(() => trigger.value === 'CATEGORY_CASH_FLOW')
  const scopes = computed<readonly RuleScope['of'][]>(() => (trigger.value === 'BANK_LOGIN_ERROR' ? ['all', 'connections'] : ['all', 'connections', 'accounts']))
  /** Of the chosen accounts where they have one in common, else the main one. */
  const limitCurrency = computed<Currency>(() => {
    const chosen = scopeOf.value === 'accounts' ? [...accountIds.value].flatMap((id) => accounts.byId.get(id)?.currency ?? []) : []
    const [only, ...others] = [...new Set(chosen)]
    return (others.length === 0 ? only : undefined) ?? ownCurrency.value ?? ledger.settings?.baseCurrency ?? currency('EUR')
  })
  const limit = computed<Money | undefined>(() => {
    const money = parseMoney(amount.value, limitCurrency.value)
    return money !== undefined && (trigger.value === 'LOW_ACCOUNT_BALANCE' || money.minor > 0) ? money : undefined
  })
  const scope = computed<RuleScope | undefined>(() => {
    const of = scopes.value.includes(scopeOf.value) ? scopeOf.value : 'all'
    if (of === 'all') return { of }
    if (of === 'connections') return connectionIds.value.size === 0 ? undefined : { of, ids: [...connectionIds.value] }
    return accountIds.value.size === 0 ? undefined : { of, ids: [...accountIds.value] }
  })
  const draft = computed<RuleDraft | undefined>(() => {
    if (scope.value === undefined || (hasLimit.value && limit.value === undefined)) return undefined
    return { trigger: trigger.value, scope: scope.value, limit: hasLimit.value ? limit.value ?? null : null, categoryId: hasCategory.value ? categoryId.value : null }
  })

  function fill(rule: NotificationRule | undefined, language: 'de' | 'en'): void {
    trigger.value = rule?.trigger ?? 'NEW_TRANSACTIONS'
    scopeOf.value = rule?.scope.of ?? 'all'
    connectionIds.value = new Set(rule?.scope.of === 'connections' ? rule.scope.ids : [])
    accountIds.value = new Set(rule?.scope.of === 'accounts' ? rule.scope.ids : [])
    ownCurrency.value = rule?.limit?.currency
    amount.value = rule?.limit ? toDecimal(rule.limit).replace('.', language === 'de' ? ',' : '.') : ''
    categoryId.value = rule?.categoryId ?? FIRST_CATEGORY
  }

  return { trigger, scopeOf, connectionIds, accountIds, amount, categoryId, hasLimit, hasCategory, scopes, limitCurrency, limit, scope, draft, fill }
}
