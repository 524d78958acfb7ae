import { computed, ref, shallowRef } from 'vue'
import { readAmount } from '#shared/amount-expression.ts'
import { RULE_ACTIONS_MAX, TAG_LENGTH_MAX } from '#shared/ipc/limits.ts'
import type { AccountId } from '#shared/model.ts'
import { isCurrency, minor, toDecimal, type Currency } from '#shared/money.ts'
import type { Rule, RuleAction, RuleCondition, RuleDraft } from '#shared/rules.ts'

export type TextField = Extract<RuleCondition, { kind: 'text' }>['field']
export type TextTest = Extract<RuleCondition, { kind: 'text' }>['test']
export type Subject = TextField | Exclude<RuleCondition['kind'], 'text'>

const TEXT_FIELDS: readonly TextField[] = ['payee', 'purpose', 'any-text', 'booking-text']
export const TEXT_TESTS: readonly TextTest[] = ['contains', 'lacks', 'has-words', 'is', 'starts-with', 'ends-with']
export const SUBJECTS: readonly Subject[] = [...TEXT_FIELDS, 'amount', 'sign', 'account', 'currency', 'iban', 'creditor', 'mandate']
export const isText = (subject: Subject): subject is TextField => TEXT_FIELDS.some((field) => field === subject)

/** A condition while it is being written: every field keeps what was typed, whatever the others say. */
export interface Line {
  readonly key: number
  readonly subject: Subject
  readonly test: TextTest
  readonly value: string
  readonly from: string
  readonly to: string
  readonly sign: 'in' | 'out'
  readonly accountIds: ReadonlySet<AccountId>
}

let lastKey = 0
export function blankLine(over: Partial<Line> = {}): Line {
  lastKey += 1
  return { key: lastKey, subject: 'payee', test: 'contains', value: '', from: '', to: '', sign: 'out', accountIds: new Set(), ...over }
}

/** A condition as it stands in the form. Amounts are shown in their own currency, else in `currency`. */
export function lineOf(condition: RuleCondition, currency: Currency, mark: ',' | '.'): Line {
  const own = condition.kind === 'amount' ? condition.currency ?? currency : currency
  const plain = (units: number | null): string => (units === null ? '' : toDecimal({ minor: minor(units), currency: own }).replace('.', mark))
  switch (condition.kind) {
    case 'text': return blankLine({ subject: condition.field, test: condition.test, value: condition.value })
    case 'amount': return blankLine({ subject: 'amount', from: plain(condition.fromMinor), to: plain(condition.toMinor) })
    case 'sign': return blankLine({ subject: 'sign', sign: condition.sign })
    case 'account': return blankLine({ subject: 'account', accountIds: new Set(condition.accountIds) })
    case 'currency': return blankLine({ subject: 'currency', value: condition.currency })
    case 'iban':
    case 'creditor':
    case 'mandate': return blankLine({ subject: condition.kind, value: condition.value })
    default: return condition satisfies never
  }
}

/** Undefined where something is missing or cannot be read. */
export function conditionOf(line: Line, currency: Currency): RuleCondition | undefined {
  const { subject, value } = line
  const words = value.trim()
  if (isText(subject)) return words === '' ? undefined : { kind: 'text', field: subject, test: line.test, value: words }
  switch (subject) {
    case 'amount': return amountOf(line, currency)
    case 'sign': return { kind: 'sign', sign: line.sign }
    case 'account': return line.accountIds.size === 0 ? undefined : { kind: 'account', accountIds: [...line.accountIds] }
    case 'currency': {
      const code = words.toUpperCase()
      return isCurrency(code) ? { kind: 'currency', currency: code } : undefined
    }
    case 'iban':
    case 'creditor':
    case 'mandate': return words === '' ? undefined : { kind: subject, value: words }
    default: return subject satisfies never
  }
}

function amountOf({ from, to }: Line, currency: Currency): RuleCondition | undefined {
  const [least, most] = [from, to].map((text) => (text.trim() === '' ? null : readAmount(text, currency)))
  if (least === undefined || most === undefined || (least === null && most === null)) return undefined
  const [fromMinor, toMinor] = [least, most].map((units) => (units === null ? null : Math.abs(units)))
  if (fromMinor === undefined || toMinor === undefined) return undefined
  return fromMinor !== null && toMinor !== null && fromMinor > toMinor ? { kind: 'amount', fromMinor: toMinor, toMinor: fromMinor, currency } : { kind: 'amount', fromMinor, toMinor, currency }
}

/** `rent, flat` are two tags; the same one twice is one. */
export const tagsOf = (text: string): string[] => [...new Set(text.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''))]

/** A category and a name may stand beside them. */
export const RULE_TAGS_MAX = RULE_ACTIONS_MAX - 2
export const areTagsRight = (tags: readonly string[]): boolean => tags.length <= RULE_TAGS_MAX && tags.every(({ length }) => length <= TAG_LENGTH_MAX)

/** What of an amount cannot be read; where both fields are empty, the first. */
export function wrongEnd({ from, to }: Line, currency: Currency): 'from' | 'to' | undefined {
  const isWrong = (text: string): boolean => text.trim() !== '' && readAmount(text, currency) === undefined
  if (isWrong(from) || (from.trim() === '' && to.trim() === '')) return 'from'
  return isWrong(to) ? 'to' : undefined
}

/** The fields of a rule while a person fills them in. Nothing is refused before it is complete. */
export function useRuleForm(currency: () => Currency) {
  const name = ref('')
  const isEnabled = ref(true)
  const kind = ref<'all' | 'any'>('all')
  const lines = shallowRef<readonly Line[]>([])
  const category = ref<string | null>(null)
  const payee = ref('')
  const tags = ref('')
  const stops = ref(false)

  const conditions = computed(() => lines.value.map((line) => conditionOf(line, currency())))
  const actions = computed<RuleAction[]>(() => [
    ...(category.value === null ? [] : [{ kind: 'categorise' as const, category: category.value }]),
    ...(payee.value.trim() === '' ? [] : [{ kind: 'rename' as const, payee: payee.value.trim() }]),
    ...tagsOf(tags.value).map((tag) => ({ kind: 'tag' as const, tag })),
  ])
  const when = computed<RuleDraft['when'] | undefined>(() => {
    const of = conditions.value.flatMap((condition) => condition ?? [])
    return of.length === 0 || of.length < lines.value.length ? undefined : { kind: kind.value, of }
  })
  const hasRightTags = computed(() => areTagsRight(tagsOf(tags.value)))
  const draft = computed<RuleDraft | undefined>(() => {
    if (!when.value || !hasRightTags.value || name.value.trim() === '' || (actions.value.length === 0 && !stops.value)) return undefined
    return { name: name.value.trim(), isEnabled: isEnabled.value, when: when.value, then: actions.value, stops: stops.value }
  })
  /** What can be tried out already: neither a name nor something to do is needed for that. */
  const trial = computed<RuleDraft | undefined>(() => (when.value && hasRightTags.value ? { name: 'trial', isEnabled: true, when: when.value, then: actions.value, stops: true } : undefined))

  /** Whatever a person has filled in; what stood there before is no loss. */
  const filled = computed(() => JSON.stringify([name.value, kind.value, lines.value.map((line) => ({ ...line, key: 0, accountIds: [...line.accountIds] })), category.value, payee.value, tags.value, stops.value]))
  const begun = ref('')
  const isWritten = computed(() => filled.value !== begun.value)

  function fill(rule: Rule | undefined, begin: Partial<RuleDraft>, mark: ',' | '.'): void {
    const known = rule ?? begin
    name.value = known.name ?? ''
    isEnabled.value = known.isEnabled ?? true
    kind.value = known.when?.kind ?? 'all'
    lines.value = known.when ? known.when.of.map((condition) => lineOf(condition, currency(), mark)) : [blankLine()]
    const said = known.then ?? []
    category.value = said.find((action) => action.kind === 'categorise')?.category ?? null
    payee.value = said.find((action) => action.kind === 'rename')?.payee ?? ''
    tags.value = said.flatMap((action) => (action.kind === 'tag' ? [action.tag] : [])).join(', ')
    stops.value = known.stops ?? false
    begun.value = filled.value
  }

  const add = (): void => { lines.value = [...lines.value, blankLine()] }
  const change = (key: number, over: Partial<Line>): void => { lines.value = lines.value.map((line) => (line.key === key ? { ...line, ...over } : line)) }
  const remove = (key: number): void => { lines.value = lines.value.filter((line) => line.key !== key) }

  return { name, kind, lines, category, payee, tags, stops, conditions, actions, hasRightTags, draft, trial, isWritten, fill, add, change, remove }
}
