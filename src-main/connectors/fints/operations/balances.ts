import { normalizeDecimal, type DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import { draft } from '../message/message.ts'
import { HISAL5, HISAL6, HISAL7, HISAL8, HKSAL5, HKSAL6, HKSAL7, HKSAL8 } from '../segments/balances.ts'
import type { AccountReference } from '../state/user-parameters.ts'
import { internationalName, namings, nationalName, pagesOf, usableVersions, type Operation } from './operation.ts'
import { mayNameNationally } from './naming.ts'

export interface AccountBalance {
  readonly currency: string
  readonly product: string | null
  /** With the bank's sign: money owed is negative. */
  readonly booked: DecimalText
  readonly bookedOn: LocalDate
  /** Booked and announced entries together; null where the bank does not say. */
  readonly pending: DecimalText | null
  readonly creditLine: DecimalText | null
  readonly available: DecimalText | null
  readonly used: DecimalText | null
}

const INTERNATIONAL_FROM = 7

/** The bank's own balance of an account (HKSAL 5 to 8). */
export const accountBalance: Operation<{ readonly account: AccountReference }, AccountBalance | null> = {
  plans: ({ account }, facts) => usableVersions('HKSAL', [5, 6, 7, 8], facts, account).flatMap((version) =>
    namings(account, version >= INTERNATIONAL_FROM, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKSAL', version, naming, format: null }))),
  draft: ({ version, naming }, { account }, touchdown) => {
    switch (version) {
      case 8: return draft(HKSAL8, { account: internationalName(account, naming), allAccounts: false, touchdown })
      case 7: return draft(HKSAL7, { account: internationalName(account, naming), allAccounts: false, touchdown })
      case 6: return draft(HKSAL6, { account: nationalName(account), allAccounts: false, touchdown })
      default: return draft(HKSAL5, { account: nationalName(account), allAccounts: false, touchdown })
    }
  },
  collect: (_plan, _input, pages) => {
    const [found] = [...pagesOf(pages, [HISAL5]), ...pagesOf(pages, [HISAL6]), ...pagesOf(pages, [HISAL7]), ...pagesOf(pages, [HISAL8])]
    return found === undefined ? null : toBalance(found)
  },
}

type Found = ReturnType<typeof pagesOf<typeof HISAL6.fields>>[number]

function toBalance(found: Pick<Found, 'currency' | 'product' | 'booked' | 'pending' | 'creditLine' | 'available' | 'used'>): AccountBalance {
  return {
    currency: found.currency,
    product: found.product ?? null,
    booked: signed(found.booked),
    bookedOn: found.booked.date,
    pending: found.pending === undefined ? null : signed(found.pending),
    creditLine: found.creditLine?.value ?? null,
    available: found.available?.value ?? null,
    used: found.used?.value ?? null,
  }
}

/** C is the customer's money, D the bank's (Formals, Data-Dictionary, Saldo). */
export function signed({ creditDebit, value }: { readonly creditDebit: string; readonly value: DecimalText }): DecimalText {
  const amount = normalizeDecimal(value)
  if (creditDebit !== 'D' || amount === '0') return amount
  return (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) as DecimalText
}
