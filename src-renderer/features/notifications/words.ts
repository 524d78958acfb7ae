import { categoryText } from '#shared/notification-text.ts'
import type { NotificationRule } from '#shared/notifications.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useConnectionsStore } from '#renderer/stores/connections.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText } from '#renderer/ui/text.ts'

/** What a rule says, and for whom. */
export function useRuleWords() {
  const accounts = useAccountsStore()
  const connections = useConnectionsStore()
  const money = useMoneyText()
  const { t, language } = useText()

  const ruleText = ({ trigger, limit, categoryId }: NotificationRule): string =>
    t(`notifications.words.${trigger}`, { limit: limit ? money.value(limit) : '', category: categoryText(categoryId, language.value) })

  function scopeText({ scope, trigger }: NotificationRule): string {
    switch (scope.of) {
      case 'all': return t(trigger === 'BANK_LOGIN_ERROR' ? 'notifications.scope.everyBank' : 'notifications.scope.everything')
      case 'connections': return scope.ids.flatMap((id) => connections.byId.get(id)?.name ?? []).join(', ')
      case 'accounts': return scope.ids.flatMap((id) => accounts.byId.get(id)?.name ?? []).join(', ')
    }
  }

  return { ruleText, scopeText }
}
