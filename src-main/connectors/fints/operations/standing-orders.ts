import type { LocalDate } from '#shared/dates.ts'
import { draft } from '../message/message.ts'
import { HICDB1, HICDB2, HICDBS2, HKCDB1, HKCDB2 } from '../segments/standing-orders.ts'
import { HISPAS1, HISPAS2, HISPAS3 } from '../segments/accounts.ts'
import type { AccountReference } from '../state/user-parameters.ts'
import { mayNameNationally } from './naming.ts'
import { internationalName, namings, pagesOf, usableVersions, type Facts, type Operation } from './operation.ts'

/** A standing order that lies with the bank. */
export interface StandingOrder {
  readonly orderId: string | null
  /** pain.001 with payee, amount and purpose. */
  readonly pain: Uint8Array
  readonly format: string
  readonly firstOn: LocalDate
  readonly lastOn: LocalDate | null
  readonly unit: 'month' | 'week'
  readonly every: number
  /** Of the week from Monday, or of the month; 97 to 99 are its last days but two, but one, and the last. */
  readonly executionDay: number
  readonly suspendedFrom: LocalDate | null
  readonly suspendedTo: LocalDate | null
}

/** Standing orders of an account (HKCDB 1 and 2). */
export const standingOrderList: Operation<{ readonly account: AccountReference }, readonly StandingOrder[]> = {
  plans: ({ account }, facts) => {
    const format = painFormat(facts)
    return usableVersions('HKCDB', [1, 2], facts, account).flatMap((version) =>
      namings(account, true, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKCDB', version, naming, format })))
  },
  draft: ({ version, naming, format }, { account }, touchdown) =>
    draft(version === 2 ? HKCDB2 : HKCDB1, { account: internationalName(account, naming), formats: { urns: [format ?? ''] }, touchdown }),
  collect: (_plan, _input, pages) => pagesOf(pages, [HICDB1, HICDB2]).map((reply) => ({
    orderId: reply.orderId ?? null,
    pain: reply.order,
    format: reply.format ?? '',
    firstOn: reply.rhythm.firstOn,
    lastOn: reply.rhythm.lastOn ?? null,
    unit: reply.rhythm.unit === 'W' ? 'week' : 'month',
    every: reply.rhythm.every,
    executionDay: reply.rhythm.executionDay,
    suspendedFrom: reply.suspension?.from ?? null,
    suspendedTo: reply.suspension?.to ?? null,
  })),
}

const FALLBACK = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'

/** A pain.001 that the bank announces: the newest of its list. */
function painFormat({ bank }: Facts): string {
  const own = bank.parameters(HICDBS2)?.rules.formats ?? []
  const general = bank.parameters(HISPAS3)?.rules.formats ?? bank.parameters(HISPAS2)?.rules.formats ?? bank.parameters(HISPAS1)?.rules.formats ?? []
  const formats = [...own, ...general].filter((urn) => urn.includes('pain.001'))
  return formats.find((urn) => urn.endsWith('pain.001.001.09')) ?? formats.find((urn) => urn.endsWith('pain.001.001.03')) ?? formats[0] ?? FALLBACK
}
