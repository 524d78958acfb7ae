import { minor } from '#shared/money.ts'
import type { Rule, RuleAction, RuleCondition } from '#shared/rules.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useBaseCurrency } from '#renderer/stores/ledger.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText } from '#renderer/ui/text.ts'
import { categoryName } from '../transactions/categories.ts'

/** What a rule asks and does, in a sentence. */
export function useRuleWords() {
  const accounts = useAccountsStore()
  const base = useBaseCurrency()
  const money = useMoneyText()
  const { t, language, locale } = useText()

  function conditionText(condition: RuleCondition): string {
    switch (condition.kind) {
      case 'text': return t(`rules.says.${condition.test}`, { field: t(`rules.subject.${condition.field}`), value: condition.value })
      case 'amount': return amountText(condition)
      case 'sign': return t(`rules.says.${condition.sign}`)
      case 'account': return t('rules.says.account', { names: list(condition.accountIds.map((id) => accounts.byId.get(id)?.name ?? t('rules.says.gone')), 'disjunction') })
      case 'currency':
      case 'iban':
      case 'creditor':
      case 'mandate': return t('rules.says.is', { field: t(`rules.subject.${condition.kind}`), value: condition.kind === 'currency' ? condition.currency : condition.value })
      default: return condition satisfies never
    }
  }

  function amountText({ fromMinor, toMinor, currency = base.value }: Extract<RuleCondition, { kind: 'amount' }>): string {
    const [from, to] = [fromMinor, toMinor].map((units) => money.value({ minor: minor(units ?? 0), currency }))
    if (fromMinor === toMinor) return t('rules.says.exactly', { amount: from ?? '' })
    if (toMinor === null) return t('rules.says.least', { amount: from ?? '' })
    return fromMinor === null ? t('rules.says.most', { amount: to ?? '' }) : t('rules.says.between', { from: from ?? '', to: to ?? '' })
  }

  function actionText(action: RuleAction): string {
    switch (action.kind) {
      case 'categorise': return t('rules.does.categorise', { category: categoryName(action.category, language.value) })
      case 'rename': return t('rules.does.rename', { payee: action.payee })
      case 'tag': return t('rules.does.tag', { tag: action.tag })
      default: return action satisfies never
    }
  }

  const list = (parts: readonly string[], type: 'conjunction' | 'disjunction'): string => new Intl.ListFormat(locale.value, { type }).format(parts)
  const whenText = ({ when }: Pick<Rule, 'when'>): string => list(when.of.map(conditionText), when.kind === 'all' ? 'conjunction' : 'disjunction')
  const thenText = ({ then, stops }: Pick<Rule, 'then' | 'stops'>): string => list([...then.map(actionText), ...(stops ? [t('rules.does.stop')] : [])], 'conjunction')

  return { whenText, thenText, actionText }
}
