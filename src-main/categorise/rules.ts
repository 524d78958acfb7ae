import { exponentOf, isCurrency, type Currency } from '#shared/money.ts'
import { fold } from './fold.ts'
import type { Payment } from './payment.ts'
import { withoutSpaces } from './learning.ts'

export type TextField = 'payee' | 'purpose' | 'any-text' | 'booking-text'
export type TextTest = 'contains' | 'is' | 'starts-with' | 'ends-with' | 'has-words'

/** What a rule asks of a row. Texts are compared folded: case, umlauts and accents make no difference. */
export type Condition =
  | { readonly kind: 'text'; readonly field: TextField; readonly test: TextTest; readonly value: string }
  /**
   * Both ends included, whatever the sign; null is open. In minor units of `currency`, and in rows of another one as many
   * units: 50 euros are 50 yen. Without a currency in the row's own.
   */
  | { readonly kind: 'amount'; readonly fromMinor: number | null; readonly toMinor: number | null; readonly currency?: Currency | undefined }
  | { readonly kind: 'sign'; readonly sign: 'in' | 'out' }
  | { readonly kind: 'account'; readonly accountIds: readonly number[] }
  | { readonly kind: 'currency'; readonly currency: string }
  | { readonly kind: 'iban'; readonly value: string }
  | { readonly kind: 'creditor'; readonly value: string }
  | { readonly kind: 'mandate'; readonly value: string }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

export type Action =
  | { readonly kind: 'categorise'; readonly category: string }
  | { readonly kind: 'rename'; readonly payee: string }
  | { readonly kind: 'tag'; readonly tag: string }

export interface Rule {
  readonly id: number
  readonly name: string
  readonly isEnabled: boolean
  readonly when: Condition
  readonly then: readonly Action[]
  /** Later rules are not asked once this one fits. */
  readonly stops: boolean
}

export interface Ruling {
  readonly category: string | undefined
  readonly payee: string | undefined
  readonly tags: readonly string[]
  /** The rules that fitted, in order. */
  readonly ruleIds: readonly number[]
  /** The one that chose the category. */
  readonly categoryRuleId: number | undefined
  /** The one that chose the name. */
  readonly payeeRuleId: number | undefined
}

/** Asks the rules in their order; the first that says a category or a name keeps it, tags add up. */
export function applyRules(rules: readonly Rule[], payment: Payment): Ruling {
  let category: string | undefined
  let categoryRuleId: number | undefined
  let payee: string | undefined
  let payeeRuleId: number | undefined
  const tags: string[] = []
  const ruleIds: number[] = []
  for (const rule of rules) {
    if (!rule.isEnabled || !fitsCondition(rule.when, payment)) continue
    ruleIds.push(rule.id)
    for (const action of rule.then) {
      if (action.kind === 'categorise' && category === undefined) [category, categoryRuleId] = [action.category, rule.id]
      if (action.kind === 'rename' && payee === undefined) [payee, payeeRuleId] = [action.payee, rule.id]
      if (action.kind === 'tag' && !tags.includes(action.tag)) tags.push(action.tag)
    }
    if (rule.stops) break
  }
  return { category, payee, tags, ruleIds, categoryRuleId, payeeRuleId }
}

/** Whether a row is what a condition asks for. An empty list fits nothing: a rule without conditions must not take every row. */
export function fitsCondition(condition: Condition, payment: Payment): boolean {
  switch (condition.kind) {
    case 'text': return fitsText(textOf(condition.field, payment), condition.test, condition.value)
    case 'amount': return fitsAmount(amountIn(condition.currency, payment), condition.fromMinor, condition.toMinor)
    case 'sign': return condition.sign === 'in' ? payment.amountMinor > 0 : payment.amountMinor < 0
    case 'account': return condition.accountIds.includes(payment.accountId)
    case 'currency': return payment.currency === condition.currency
    case 'iban': return isSameCode(payment.counterpartyIban, condition.value)
    case 'creditor': return isSameCode(payment.creditorId, condition.value)
    case 'mandate': return isSameCode(payment.mandateReference, condition.value)
    case 'all': return condition.of.length > 0 && condition.of.every((one) => fitsCondition(one, payment))
    case 'any': return condition.of.some((one) => fitsCondition(one, payment))
    case 'not': return !fitsCondition(condition.of, payment)
  }
}

const isSameCode = (text: string, value: string): boolean => value !== '' && withoutSpaces(text) === withoutSpaces(value)

/** As many units in another currency, which may have other decimals. */
function amountIn(wanted: Currency | undefined, { amountMinor, currency }: Payment): number {
  const amount = Math.abs(amountMinor)
  return wanted === undefined || wanted === currency || !isCurrency(currency) ? amount : amount * 10 ** (exponentOf(wanted) - exponentOf(currency))
}

const fitsAmount = (amount: number, from: number | null, to: number | null): boolean => (from === null || amount >= from) && (to === null || amount <= to)

function textOf(field: TextField, { payee, purpose, bookingText, ultimateCounterparty }: Payment): string {
  switch (field) {
    case 'payee': return payee
    case 'purpose': return purpose
    case 'booking-text': return bookingText
    case 'any-text': return `${payee} ${ultimateCounterparty} ${purpose} ${bookingText}`
  }
}

function fitsText(text: string, test: TextTest, value: string): boolean {
  const wanted = plain(value)
  if (wanted === '') return false
  const whole = plain(text)
  switch (test) {
    case 'contains': return whole.includes(wanted)
    case 'is': return whole === wanted
    case 'starts-with': return whole.startsWith(wanted)
    case 'ends-with': return whole.endsWith(wanted)
    case 'has-words': return wanted.split(' ').every((word) => whole.split(' ').includes(word))
  }
}

const plain = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()
