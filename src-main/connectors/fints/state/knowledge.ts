import type { Feedback } from '../message/feedback.ts'
import { valuesOf } from '../message/message.ts'
import { HISYN3, HISYN4 } from '../segments/dialog.ts'
import type { RawSegment } from '../syntax/wire.ts'
import { bankParametersIn, type BankParameters } from './bank-parameters.ts'
import { isSameAccount, userParametersIn, type AccountInfo, type UserParameters } from './user-parameters.ts'

/** What Kontor has learned about one customer at one bank. It outlives dialogs; `blob.ts` stores it. */
export interface Knowledge {
  bank: BankParameters | null
  user: UserParameters | null
  /** Kundensystem-ID: without it banks ask for a TAN at every login. */
  systemId: string | null
  /** Methods the bank permits this customer (3920); null before it has said. */
  permitted: readonly string[] | null
  /** The chosen method; 999 is one step, without TAN. */
  method: string | null
  medium: string | null
  /** Set when the bank refused the PIN: nothing is sent until a person has typed one anew. */
  pinRefused: PinRefusal | null
  /** Accounts as the bank listed them on demand (HKSPA), for banks whose UPD lacks them. */
  listed: readonly AccountInfo[]
}

export interface PinRefusal {
  readonly code: string
  readonly text: string
  readonly parameters: readonly string[]
}

export const emptyKnowledge = (): Knowledge =>
  ({ bank: null, user: null, systemId: null, permitted: null, method: null, medium: null, pinRefused: null, listed: [] })

/** Takes in whatever parameters a reply carries; BPD and UPD come in any initialisation (Formals D.1, E.1). */
export function learn(knowledge: Knowledge, segments: readonly RawSegment[], feedback: readonly Feedback[]): void {
  knowledge.bank = bankParametersIn(segments) ?? knowledge.bank
  const user = userParametersIn(segments)
  // Guest parameters of an anonymous dialog (Formals C.5.1) say nothing about the customer.
  if (user !== null && !user.segments.some((segment) => segment.elements[1]?.[0] === '9999999999')) meet(knowledge, user)
  // SECURITY: compared at every initialisation (PIN/TAN B.6.1, 3920). One code has room for ten methods; more come in several.
  const permitted = feedback.filter(({ code }) => code === '3920')
  if (permitted.length > 0) permit(knowledge, permitted.flatMap(({ parameters }) => parameters))
  const [synchronised] = [...valuesOf(segments, HISYN4), ...valuesOf(segments, HISYN3)]
  if (synchronised?.systemId !== undefined) knowledge.systemId = synchronised.systemId
}

/** Where the bank has other accounts than before, the list that was asked for earlier is out of date with them. */
function meet(knowledge: Knowledge, user: UserParameters): void {
  const before = knowledge.user?.accounts ?? []
  const isSame = before.length === user.accounts.length && before.every((account) => user.accounts.some((other) => isSameAccount(account, other)))
  if (!isSame) knowledge.listed = []
  knowledge.user = user
}

function permit(knowledge: Knowledge, methods: readonly string[]): void {
  knowledge.permitted = [...new Set(methods.map((method) => method.trim()))].filter((method) => /^9\d\d$/.test(method))
  if (knowledge.method !== null && !knowledge.permitted.includes(knowledge.method)) forgetMethod(knowledge)
}

export function forgetMethod(knowledge: Knowledge): void {
  knowledge.method = null
  knowledge.medium = null
}

/** Every account once: the UPD knows products and orders, the list knows BICs and SEPA accounts. */
export function accountsOf({ user, listed }: Knowledge): readonly AccountInfo[] {
  const known = (user?.accounts ?? []).map((account) => {
    const found = listed.find((entry) => isSameAccount(entry, account))
    return found === undefined ? account : { ...account, iban: account.iban ?? found.iban, bic: found.bic, bankCode: account.bankCode ?? found.bankCode }
  })
  return [...known, ...listed.filter((entry) => !known.some((account) => isSameAccount(account, entry)))]
}
