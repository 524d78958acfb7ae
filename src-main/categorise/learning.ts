import { merchantOf } from './merchant.ts'
import { type Answer, type Payment } from './payment.ts'

/** What a choice was made about: the exact codes first, the name after them. */
export type LessonKind = 'mandate' | 'creditor' | 'iban' | 'merchant'

/** How often a user chose a category for something. Kept in the ledger, one row each. */
export interface Lesson {
  readonly kind: LessonKind
  /** With its direction in front: money from a shop is another thing than money to it. */
  readonly key: string
  readonly category: string
  readonly count: number
  /** Rising with every choice: of equal counts the latest wins. */
  readonly at: number
}

/** The confidence that one choice gives, by what it was about. A merchant's name may stand for several things. */
const TRUST: Readonly<Record<LessonKind, number>> = { mandate: 0.97, creditor: 0.96, iban: 0.95, merchant: 0.93 }
const ORDER: readonly LessonKind[] = ['mandate', 'creditor', 'iban', 'merchant']
/** Below this share of all choices for a thing, the choices contradict each other. */
const SHARE_MIN = 0.6

export const withoutSpaces = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/** Under which keys a choice for this row is remembered. Who pays through a service has the service's codes, which say nothing. */
export function lessonKeys(payment: Payment): { readonly kind: LessonKind; readonly key: string }[] {
  const merchant = merchantOf(payment.payee, payment.purpose)
  const sign = payment.amountMinor < 0 ? '-' : '+'
  const keys: { kind: LessonKind; key: string }[] = []
  if (merchant.via === '') {
    if (payment.mandateReference !== '') keys.push({ kind: 'mandate', key: `${sign}${withoutSpaces(payment.creditorId)}/${withoutSpaces(payment.mandateReference)}` })
    if (payment.creditorId !== '') keys.push({ kind: 'creditor', key: `${sign}${withoutSpaces(payment.creditorId)}` })
    if (payment.counterpartyIban !== '') keys.push({ kind: 'iban', key: `${sign}${withoutSpaces(payment.counterpartyIban)}` })
  }
  if (merchant.key !== '') keys.push({ kind: 'merchant', key: `${sign}${merchant.key}` })
  return keys
}

/** A user's choices, learned one by one. */
export class Lessons {
  readonly #known = new Map<string, Map<string, { count: number; at: number }>>()
  #latest = 0

  constructor(lessons: Iterable<Lesson> = []) {
    for (const { kind, key, category, count, at } of lessons) this.#set(`${kind} ${key}`, category, count, at)
  }

  /** Remembers a choice; gives back the lessons that have changed, to be stored. */
  learn(payment: Payment, category: string): Lesson[] {
    this.#latest += 1
    return lessonKeys(payment).map(({ kind, key }) => {
      const count = (this.#known.get(`${kind} ${key}`)?.get(category)?.count ?? 0) + 1
      this.#set(`${kind} ${key}`, category, count, this.#latest)
      return { kind, key, category, count, at: this.#latest }
    })
  }

  /** Takes a choice back, as when it is undone. */
  forget(payment: Payment, category: string): Lesson[] {
    return lessonKeys(payment).map(({ kind, key }) => {
      const known = this.#known.get(`${kind} ${key}`)?.get(category)
      const count = Math.max(0, (known?.count ?? 0) - 1)
      const at = known?.at ?? 0
      if (count === 0) this.#known.get(`${kind} ${key}`)?.delete(category)
      else this.#set(`${kind} ${key}`, category, count, at)
      return { kind, key, category, count, at }
    })
  }

  /** What the user chose for this payee before, by its exact codes first. */
  recall(payment: Payment): Answer | undefined {
    if (this.#known.size === 0) return undefined
    const keys = lessonKeys(payment)
    for (const kind of ORDER) {
      const key = keys.find((one) => one.kind === kind)?.key
      const answer = key === undefined ? undefined : this.#answer(kind, key)
      if (answer) return answer
    }
    return undefined
  }

  #answer(kind: LessonKind, key: string): Answer | undefined {
    const choices = this.#known.get(`${kind} ${key}`)
    if (choices === undefined || choices.size === 0) return undefined
    let total = 0
    let best: { category: string; count: number; at: number } | undefined
    for (const [category, { count, at }] of choices) {
      total += count
      if (best === undefined || count > best.count || (count === best.count && at > best.at)) best = { category, count, at }
    }
    // Two choices, one each: the user has changed their mind, and the latest word counts. More of them: it depends.
    if (best === undefined || (best.count / total < SHARE_MIN && total > 2)) return undefined
    return { category: best.category, confidence: TRUST[kind], reason: { kind: 'learned', evidence: `${kind} ${key.slice(1)} (${best.count})` } }
  }

  #set(key: string, category: string, count: number, at: number): void {
    const choices = this.#known.get(key) ?? new Map<string, { count: number; at: number }>()
    choices.set(category, { count, at })
    this.#known.set(key, choices)
    this.#latest = Math.max(this.#latest, at)
  }
}
