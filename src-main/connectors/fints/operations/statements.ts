import type { LocalDate } from '#shared/dates.ts'
import { draft, type Draft } from '../message/message.ts'
import { HICAZ1, HICAZS1, HIKAZ5, HIKAZ6, HIKAZ7, HIKAZS5, HIKAZS6, HIKAZS7, HKCAZ1, HKKAZ5, HKKAZ6, HKKAZ7 } from '../segments/statements.ts'
import { joinBytes } from '../syntax/wire.ts'
import type { BankParameters } from '../state/bank-parameters.ts'
import { mayNameNationally } from './naming.ts'
import { earliestDay, firstDay, internationalName, namings, nationalName, pagesOf, usableVersions, type Facts, type Operation, type Plan, type Range } from './operation.ts'

export type StatementFormat = 'mt940' | 'camt'

export interface StatementRequest extends Range {
  /** Leave it out: the richest format that the bank offers for the account is taken, and another one if it refuses. */
  readonly format?: StatementFormat | undefined
}

/** What the bank delivered, untouched: the readers in `importers` understand it. */
export interface AccountStatements {
  /** `mt940`, or the camt URN, e.g. `urn:iso:std:iso:20022:tech:xsd:camt.052.001.08`. */
  readonly format: string
  /** MT940 of all pages in one piece, since pages may cut a statement; camt as one document each. */
  readonly booked: readonly Uint8Array[]
  /** MT942 or camt documents of entries that are announced but not booked. */
  readonly pending: readonly Uint8Array[]
  readonly pages: number
  /** The first day that was asked for; null is everything the bank has. */
  readonly from: LocalDate | null
}

const URN = 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.'
const MT940 = 'mt940'
/** The order in which formats are tried; each is asked for alone, since Atruvia refuses a list with one it does not know. */
const CAMT_PREFERENCE = ['08', '02', '06', '04', '03'].map((version) => `${URN}${version}`)
const INTERNATIONAL_FROM = 7

/** Entries of a period as the bank's own statements (HKCAZ 1, HKKAZ 5 to 7). */
export const accountStatements: Operation<StatementRequest, AccountStatements> = {
  plans: (request, facts) => [
    ...(request.format === 'mt940' ? [] : camtPlans(request, facts)),
    ...(request.format === 'camt' ? [] : mt940Plans(request, facts)),
  ],
  draft: (plan, request, touchdown) => (plan.order === 'HKCAZ' ? camtDraft(plan, request, touchdown) : mt940Draft(plan, request, touchdown)),
  collect: (plan, { from }, pages) => {
    const asked = { pages: pages.length, from: firstDay(from, plan) ?? null }
    if (plan.order === 'HKCAZ') {
      const replies = pagesOf(pages, [HICAZ1])
      const documents = (part: 'booked' | 'pending') => replies.flatMap((reply) => reply[part]?.documents ?? []).filter(({ length }) => length > 0)
      return { format: replies[0]?.format ?? plan.format ?? '', booked: documents('booked'), pending: documents('pending'), ...asked }
    }
    const replies = pagesOf(pages, [HIKAZ5, HIKAZ6, HIKAZ7])
    const joined = (part: 'booked' | 'pending') => [joinBytes(replies.flatMap((reply) => reply[part] ?? []))].filter(({ length }) => length > 0)
    return { format: MT940, booked: joined('booked'), pending: joined('pending'), ...asked }
  },
}

function camtPlans({ account }: StatementRequest, facts: Facts): Plan[] {
  if (usableVersions('HKCAZ', [1], facts, account).length === 0) return []
  const rules = facts.bank.parameters(HICAZS1)?.rules
  const announced = (rules?.formats ?? []).map((urn) => urn.trim())
  const earliest = earliestDay(facts.today, rules?.days)
  const formats = announced.filter((urn) => urn.includes('camt.052')).sort((a, b) => rank(a) - rank(b))
  return namings(account, true, mayNameNationally(facts.bank)).flatMap((naming) => formats.map((format) => ({ order: 'HKCAZ', version: 1, naming, format, earliest })))
}

function rank(urn: string): number {
  const place = CAMT_PREFERENCE.indexOf(urn)
  return place < 0 ? CAMT_PREFERENCE.length : place
}

function mt940Plans({ account }: StatementRequest, facts: Facts): Plan[] {
  const earliest = earliestDay(facts.today, statementDays(facts.bank).mt940 ?? undefined)
  return usableVersions('HKKAZ', [5, 6, 7], facts, account).flatMap((version) =>
    namings(account, version >= INTERNATIONAL_FROM, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKKAZ', version, naming, format: MT940, earliest })))
}

function camtDraft(plan: Plan, { account, from, to }: StatementRequest, touchdown: string | undefined): Draft {
  const range = { allAccounts: false, from: firstDay(from, plan), to, touchdown }
  return draft(HKCAZ1, { account: internationalName(account, plan.naming), formats: { urns: [plan.format ?? ''] }, ...range })
}

function mt940Draft(plan: Plan, { account, from, to }: StatementRequest, touchdown: string | undefined): Draft {
  const { naming } = plan
  const range = { allAccounts: false, from: firstDay(from, plan), to, touchdown }
  switch (plan.version) {
    case 7: return draft(HKKAZ7, { account: internationalName(account, naming), ...range })
    case 6: return draft(HKKAZ6, { account: nationalName(account), ...range })
    default: return draft(HKKAZ5, { account: nationalName(account), ...range })
  }
}

/** How many days back the bank answers, by format; null where it does not offer the format. */
export function statementDays(bank: BankParameters): Readonly<Record<StatementFormat, number | null>> {
  const mt940 = bank.parameters(HIKAZS7) ?? bank.parameters(HIKAZS6) ?? bank.parameters(HIKAZS5)
  return { mt940: mt940?.rules.days ?? null, camt: bank.parameters(HICAZS1)?.rules.days ?? null }
}
