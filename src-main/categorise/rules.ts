import { exponentOf, isCurrency, type Currency } from '#shared/money.ts'
import { fold } from './fold.ts'
import type { Payment } from './payment.ts'
import { withoutSpaces } from './learning.ts'

export type TextField = 'payee' | 'purpose' | 'any-text' | 'booking-text'
export type TextTest = 'contains' | 'is' | 'starts-with' | 'ends-with' | 'has-words' | 'lacks'

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

/** What the rules say of a row. Made once for many rows: every row asks every rule, so texts are folded once and not for each of them. */
export function compileRules(rules: readonly Rule[]): (payment: Payment) => Ruling {
  const asked = rules.flatMap((rule) => (rule.isEnabled ? [{ rule, fits: compile(rule.when) }] : []))
  return (payment) => rulingOf(asked, { payment, texts: new Map() })
}

/** What one of the rules says of a row in its place among the others: what those before it have left to say. */
export interface Say { readonly ruleId: number; readonly category: string | undefined; readonly payee: string | undefined; readonly tags: readonly string[] }

/** What each rule by itself brings to a row; one that is switched off, what it would bring if it were on. */
export function compileSays(rules: readonly Rule[]): (payment: Payment) => Say[] {
  const asked = rules.map((rule) => ({ rule, fits: compile(rule.when) }))
  return (payment) => saysOf(asked, { payment, texts: new Map() })
}

function saysOf(asked: readonly Asked[], row: Row): Say[] {
  let [isCategorised, isNamed] = [false, false]
  const says: Say[] = []
  for (const { rule, fits } of asked) {
    if (!fits(row)) continue
    const category = rule.then.find((action) => action.kind === 'categorise')?.category
    const payee = rule.then.find((action) => action.kind === 'rename')?.payee
    says.push({ ruleId: rule.id, category: isCategorised ? undefined : category, payee: isNamed ? undefined : payee, tags: rule.then.flatMap((action) => (action.kind === 'tag' ? [action.tag] : [])) })
    if (!rule.isEnabled) continue
    isCategorised ||= category !== undefined
    isNamed ||= payee !== undefined
    if (rule.stops) break
  }
  return says
}

interface Asked { readonly rule: Rule; readonly fits: Test }

/** Asks the rules in their order; the first that says a category or a name keeps it, tags add up. */
function rulingOf(asked: readonly Asked[], row: Row): Ruling {
  let category: string | undefined
  let categoryRuleId: number | undefined
  let payee: string | undefined
  let payeeRuleId: number | undefined
  const tags: string[] = []
  const ruleIds: number[] = []
  for (const { rule, fits } of asked) {
    if (!fits(row)) continue
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

/** Whether a row is what a condition asks for. */
export const fitsCondition = (condition: Condition, payment: Payment): boolean => compile(condition)({ payment, texts: new Map() })

/** A row with its texts as far as somebody has asked for them, folded. */
interface Row { readonly payment: Payment; readonly texts: Map<TextField, string> }
type Test = (row: Row) => boolean

/** An empty list fits nothing: a rule without conditions must not take every row. */
function compile(condition: Condition): Test {
  switch (condition.kind) {
    case 'text': return textTest(condition)
    case 'amount': return ({ payment }) => fitsAmount(amountIn(condition.currency, payment), condition.fromMinor, condition.toMinor)
    case 'sign': return ({ payment }) => (condition.sign === 'in' ? payment.amountMinor > 0 : payment.amountMinor < 0)
    case 'account': return ({ payment }) => condition.accountIds.includes(payment.accountId)
    case 'currency': return ({ payment }) => payment.currency === condition.currency
    case 'iban': return codeTest(condition.value, ({ counterpartyIban }) => counterpartyIban)
    case 'creditor': return codeTest(condition.value, ({ creditorId }) => creditorId)
    case 'mandate': return codeTest(condition.value, ({ mandateReference }) => mandateReference)
    case 'all': return all(condition.of.map(compile))
    case 'any': {
      const tests = condition.of.map(compile)
      return (row) => tests.some((test) => test(row))
    }
    case 'not': {
      const test = compile(condition.of)
      return (row) => !test(row)
    }
  }
}

const all = (tests: readonly Test[]): Test => (tests.length === 0 ? () => false : (row) => tests.every((test) => test(row)))

function codeTest(value: string, codeOf: (payment: Payment) => string): Test {
  const wanted = withoutSpaces(value)
  return value === '' ? () => false : ({ payment }) => withoutSpaces(codeOf(payment)) === wanted
}

/** As many units in another currency, which may have other decimals. */
function amountIn(wanted: Currency | undefined, { amountMinor, currency }: Payment): number {
  const amount = Math.abs(amountMinor)
  return wanted === undefined || wanted === currency || !isCurrency(currency) ? amount : amount * 10 ** (exponentOf(wanted) - exponentOf(currency))
}

const fitsAmount = (amount: number, from: number | null, to: number | null): boolean => (from === null || amount >= from) && (to === null || amount <= to)

function textOf(field: TextField, { payment, texts }: Row): string {
  const known = texts.get(field)
  if (known !== undefined) return known
  const text = plain(rawText(field, payment))
  texts.set(field, text)
  return text
}

function rawText(field: TextField, { payee, purpose, bookingText, ultimateCounterparty }: Payment): string {
  switch (field) {
    case 'payee': return payee
    case 'purpose': return purpose
    case 'booking-text': return bookingText
    case 'any-text': return `${payee} ${ultimateCounterparty} ${purpose} ${bookingText}`
  }
}

function textTest({ field, test, value }: Extract<Condition, { kind: 'text' }>): Test {
  const wanted = plain(value)
  const fits = wordTest(test, wanted)
  return wanted === '' ? () => false : (row) => fits(textOf(field, row))
}

function wordTest(test: TextTest, wanted: string): (text: string) => boolean {
  switch (test) {
    case 'contains': return (text) => text.includes(wanted)
    case 'lacks': return (text) => !text.includes(wanted)
    case 'is': return (text) => text === wanted
    case 'starts-with': return (text) => text.startsWith(wanted)
    case 'ends-with': return (text) => text.endsWith(wanted)
    case 'has-words': {
      const words = wanted.split(' ')
      return (text) => words.every((word) => ` ${text} `.includes(` ${word} `))
    }
  }
}

const plain = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()
