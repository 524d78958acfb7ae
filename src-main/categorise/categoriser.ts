import { decide } from './decide.ts'
import { readPayment, withJoints } from './evidence.ts'
import { knowledge } from './knowledge.ts'
import { Lessons, type Lesson } from './learning.ts'
import { merchantOf } from './merchant.ts'
import { NOBODY, type Answer, type Owner, type Payment } from './payment.ts'
import { compileRules, type Rule, type Ruling } from './rules.ts'

/** What a categoriser is made from: the user's rules and choices, and who the user is. */
export interface Learned {
  readonly rules: readonly Rule[]
  readonly lessons: Iterable<Lesson>
  readonly owner: Owner
}

/** What is to be said of one row. */
export interface Verdict {
  readonly answer: Answer | undefined
  /** What the user's rules say beside the category: a name, tags, and which of them fitted. */
  readonly ruling: Ruling
}

export interface Explanation {
  readonly answer: Answer | undefined
  readonly merchant: { readonly name: string; readonly key: string; readonly via: string }
  /** What each source by itself would have said, in the order in which they are asked. */
  readonly sources: readonly { readonly source: 'rules' | 'learned' | 'knowledge'; readonly answer: Answer | undefined }[]
}

const KEYED_MAX = 20_000
const NO_ANSWER = 'no answer'
const FIGURE = /\d/

/**
 * Says what payments are for: the user's rules, then the user's own choices, then what is known of merchants and wordings.
 * The same row gets the same answer, whatever came before it, unless `learn` was called in between.
 */
export class Categoriser {
  readonly #rule: (payment: Payment) => Ruling
  readonly #lessons: Lessons
  readonly #owner: Owner
  readonly #memo = new Map<string, Answer | typeof NO_ANSWER>()

  constructor({ rules, lessons, owner }: Learned = { rules: [], lessons: [], owner: NOBODY }) {
    this.#rule = compileRules(rules)
    this.#lessons = new Lessons(lessons)
    this.#owner = owner
  }

  /** One row's category, with its reason; undefined where nothing is sure enough. A manual choice is the caller's to respect. */
  categorise(payment: Payment): Verdict {
    const ruling = this.#rule(payment)
    return { ruling, answer: ruledAnswer(ruling) ?? this.#lessons.recall(payment) ?? this.#known(payment) }
  }

  /** Remembers a user's choice. The lessons given back have changed and are to be stored. */
  learn(payment: Payment, category: string): Lesson[] {
    return this.#lessons.learn(payment, category)
  }

  forget(payment: Payment, category: string): Lesson[] {
    return this.#lessons.forget(payment, category)
  }

  explain(payment: Payment): Explanation {
    const ruled = ruledAnswer(this.#rule(payment))
    const learned = this.#lessons.recall(payment)
    const known = this.#known(payment)
    const { name, key, via } = merchantOf(payment.payee, payment.purpose)
    return {
      answer: ruled ?? learned ?? known, merchant: { name, key, via },
      sources: [{ source: 'rules', answer: ruled }, { source: 'learned', answer: learned }, { source: 'knowledge', answer: known }],
    }
  }

  /** Texts come back with other numbers in their purpose, so answers are kept by their words. */
  #known(payment: Payment): Answer | undefined {
    const key = textKey(payment)
    const known = this.#memo.get(key)
    if (known !== undefined) return known === NO_ANSWER ? undefined : known
    const answer = decide(readPayment(payment), this.#owner) ?? this.#withJoints(payment)
    if (this.#memo.size >= KEYED_MAX) this.#memo.clear()
    // A name that was found in the purpose may have a number beside it, which is this row's alone.
    if (answer?.reason.kind !== 'person' || !FIGURE.test(answer.reason.evidence)) this.#memo.set(key, answer ?? NO_ANSWER)
    return answer
  }

  /** A second look at German texts that say nothing as they stand. */
  #withJoints(payment: Payment): Answer | undefined {
    const joined = payment.currency === 'EUR' ? withJoints(payment) : undefined
    const answer = joined && decide(readPayment(joined), this.#owner)
    return answer?.reason.kind === 'wording' ? answer : undefined
  }
}

const textKey = ({ amountMinor, currency, payee, purpose, bookingText, code, purposeCode, counterpartyIban, ultimateCounterparty }: Payment): string =>
  `${amountMinor < 0 ? '-' : '+'}${currency}\n${payee}\n${withoutNumbers(purpose)}\n${bookingText}\n${code}\n${purposeCode}\n${counterpartyIban}\n${ultimateCounterparty}`

/** Dates, invoice, card and customer numbers: no name or wording that anybody knows has one in it, but for those few that the lexicon tells. */
const withoutNumbers = (text: string): string => text.replace(NUMBER, hidden)
const NUMBER = /\d{2,}/g
/** As long as it was, because lines of a fixed length are told by it; no digit, because a known number must not look like a hidden one (`10 000 Villages`). */
const hidden = (number: string): string => (knowledge().hasNumber(number) ? number : '\0'.repeat(number.length))

function ruledAnswer(ruling: Ruling): Answer | undefined {
  return ruling.category === undefined ? undefined : { category: ruling.category, confidence: 1, reason: { kind: 'rule', evidence: String(ruling.categoryRuleId) } }
}
