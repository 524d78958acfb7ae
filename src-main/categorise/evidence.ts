import { meansOf, type Means } from './codes.ts'
import { tokensOf } from './fold.ts'
import { isHomonym } from './homonyms.ts'
import { knowledge } from './knowledge.ts'
import type { Hit, Region } from './lexicon.ts'
import { lookThrough } from './look-through.ts'
import type { Payment } from './payment.ts'
import { isTown, outsidePlaces, withoutTown } from './places.ts'
import { readRemittance, rejoined } from './remittance.ts'

const NAME_WIDTH = 20
const HOME: Readonly<Record<string, readonly Region[]>> = { EUR: ['D', 'E'], CHF: ['D'], USD: ['U'], CAD: ['U'], GBP: ['G'] }

/** A row, read: who was paid, through whom, and every name and wording in it. */
export interface Evidence {
  readonly payment: Payment
  readonly payee: string
  readonly payeeTokens: readonly string[]
  readonly purpose: string
  readonly via: string
  readonly isBlind: boolean
  readonly means: Means
  readonly creditorId: string
  readonly mandateReference: string
  readonly inPayee: readonly Hit[]
  readonly inPurpose: readonly Hit[]
  /** Whether the lexicon's entry is at home where the account is. */
  readonly isHome: (hit: Hit) => boolean
}

/** Reads a row once; everything that decides looks at this. */
export function readPayment(payment: Payment): Evidence {
  const remittance = readRemittance(payment.purpose)
  const { payee, via, isBlind } = lookThrough(payment.payee, remittance.text)
  const payeeTokens = tokensOf(payee)
  const behind = payment.ultimateCounterparty === '' ? remittance.onBehalfOf : payment.ultimateCounterparty
  const means = meansOf(payment.bookingText, payment.code)
  const said = means === 'card' ? withoutTown(remittance.text) : remittance.text
  const words = payeeTokens.length > 0 && isTown(said, payment.currency) ? '' : withoutNoise(`${said} ${behind}`)
  const joined = rejoined(words)
  const home = HOME[payment.currency] ?? []
  return {
    payment, payee, payeeTokens, purpose: remittance.text, via, isBlind,
    means,
    creditorId: payment.creditorId === '' ? remittance.creditorId : payment.creditorId,
    mandateReference: payment.mandateReference === '' ? remittance.mandateReference : payment.mandateReference,
    inPayee: namesIn(payee, via, means),
    inPurpose: [...namesBeside(words, via, words.length >= NAME_WIDTH), ...(joined === words ? [] : namesBeside(joined, via, false))],
    isHome: ({ entry: { regions } }) => regions === '' || home.length === 0 || home.some((region) => regions.includes(region)),
  }
}

/** What a payee's words say, without the names of chains that mean somebody else here. */
function namesIn(payee: string, via: string, means: Means): Hit[] {
  const tokens = tokensOf(withoutNoise(withoutOwner(means === 'card' ? withoutTown(payee) : payee)))
  const hits = outsidePlaces(knowledge().find(tokens, payee.length >= NAME_WIDTH), tokens)
  return hits.filter((hit) => !isHomonym(hit, { tokens, via, means, hits }))
}

/** The purpose repeats who was paid: whoever uses another's card reader is no chain there either. */
function namesBeside(words: string, via: string, isCut: boolean): Hit[] {
  const tokens = tokensOf(words)
  const hits = outsidePlaces(knowledge().find(tokens, isCut), tokens)
  return hits.filter((hit) => !isHomonym(hit, { tokens: [], via, means: 'unknown', hits }))
}

/**
 * The same row with its broken words put together wherever they may have been broken: for texts whose lines were cut at other
 * places than the standard says. Undefined where there is nothing to put together.
 */
export function withJoints(payment: Payment): Payment | undefined {
  const words = readRemittance(payment.purpose).text.split(/\s+/)
  if (words.length < 2 || words.length > JOINTS_MAX) return undefined
  return { ...payment, purpose: words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`).join(' ') }
}

const JOINTS_MAX = 24

const AUTOMATIC = /\b(?:auto[- ]?pay(?:ment)?|automatic payment|autopay|auto pymt|visa debitkartenumsatz|debitkartenumsatz|kartenzahlung|kaufumsatz|folgelastschrift|basislastschrift|erstlastschrift|danke fuer ihren einkauf|sagt danke|vielen dank|card ?\d{4}|karte ?\d{4}|kfn \d+ vj \d+|debit card|credit card purchase|pos purchase|bill ?pay(?:ment)?|bill pymt|e-?payment|web pmts?|online pmt|on-?line payment|online payment|recurring|web id:? ?\w+|ppd id:? ?\w+|indn:[^:]*?(?= co id|$)|co id:\w+|id:\w+)\b/gi

/** Words that banks put into every row say nothing about it. */
const withoutNoise = (text: string): string => (/auto|karte|umsatz|lastschrift|dank|card|vj |purchase|bill|online|on-line|web|recurring|id:|indn|payment/i.test(text) ? text.replace(AUTOMATIC, ' ') : text)

/** `Loewen-Apotheke Inh. Dr. Seidel`: who owns a shop says nothing of what it sells. */
const withoutOwner = (payee: string): string => payee.replace(/[,;]?\s(?:inh\b|inhaber\w*\b|c\/o\b|gf\b)[.:]?\s.*$/i, '')
