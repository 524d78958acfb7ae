import { normalizeDecimal, type DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import { draft } from '../message/message.ts'
import { HISAL5, HISAL6, HISAL7, HISAL8, HKSAL5, HKSAL6, HKSAL7, HKSAL8 } from '../segments/balances.ts'
import { isSameAccount, type AccountReference } from '../state/user-parameters.ts'
import { internationalName, namings, nationalName, pagesOf, usableVersions, type Operation } from './operation.ts'
import { mayNameNationally } from './naming.ts'

export interface AccountBalance {
  readonly currency: string
  readonly product: string | null
  /** With the bank's sign: money owed is negative. */
  readonly booked: DecimalText
  /** Null where the bank names no day: then it is the balance of now. */
  readonly bookedOn: LocalDate | null
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
  collect: (_plan, { account }, pages) => {
    const dated = pagesOf(pages, [HISAL5]).map((found) => ({ ...found, on: found.booked.date ?? found.bookedAtDate }))
    const stamped = [...pagesOf(pages, [HISAL6]), ...pagesOf(pages, [HISAL7]), ...pagesOf(pages, [HISAL8])].map((found) => ({ ...found, on: found.booked.date ?? found.bookedAt?.date }))
    const all: readonly Found[] = [...dated, ...stamped]
    // A bank may answer for all accounts though it was asked for one; a single answer is the one's, however it is named.
    const found = all.length === 1 ? all[0] : all.find((answer) => isSameAccount(nameOf(answer.account), account))
    return found === undefined ? null : toBalance(found)
  },
}

type Wire = ReturnType<typeof pagesOf<typeof HISAL6.fields>>[number]
interface Found extends Pick<Wire, 'currency' | 'product' | 'booked' | 'pending' | 'creditLine' | 'available' | 'used'> {
  readonly account: { readonly iban?: string | undefined; readonly number?: string | undefined; readonly subaccount?: string | undefined }
  readonly on: LocalDate | undefined
}

const nameOf = ({ iban, number, subaccount }: Found['account']): AccountReference =>
  ({ iban: iban ?? null, bic: null, number: number ?? null, subaccount: subaccount ?? null, country: '', bankCode: null })

function toBalance(found: Found): AccountBalance {
  return {
    currency: found.currency,
    product: found.product ?? null,
    booked: signed(found.booked),
    bookedOn: found.on ?? null,
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
