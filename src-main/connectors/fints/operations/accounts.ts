import type { DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import { draft } from '../message/message.ts'
import { HIKIF1, HIKIF2, HISPA1, HISPA2, HISPA3, HKKIF1, HKKIF2, HKSPA1, HKSPA2, HKSPA3 } from '../segments/accounts.ts'
import { ownersOf, type AccountInfo, type AccountReference } from '../state/user-parameters.ts'
import { nationalName, pagesOf, usableVersions, type Operation, type Plan } from './operation.ts'

/** Every account of the customer that the bank lists with IBAN and BIC (HKSPA). */
export const accountList: Operation<Record<string, never>, readonly AccountInfo[]> = {
  plans: (_input, facts) => usableVersions('HKSPA', [1, 2, 3], facts, null).map(planOf('HKSPA')),
  draft: ({ version }, _input, touchdown) => {
    switch (version) {
      case 3: return draft(HKSPA3, { accounts: [], touchdown })
      case 2: return draft(HKSPA2, { accounts: [], touchdown })
      default: return draft(HKSPA1, { accounts: [] })
    }
  },
  collect: (_plan, _input, pages) => pagesOf(pages, [HISPA1, HISPA2, HISPA3]).flatMap(({ accounts }) => accounts.map(toInfo)),
}

const planOf = (order: string) => (version: number): Plan => ({ order, version, naming: 'national', format: null })

type Listed = ReturnType<typeof pagesOf<typeof HISPA1.fields>>[number]['accounts'][number]

const toInfo = ({ iban, bic, number, subaccount, bank }: Listed): AccountInfo => ({
  iban: iban ?? null,
  bic: bic ?? null,
  number: number ?? null,
  subaccount: subaccount ?? null,
  country: bank?.country ?? '280',
  bankCode: bank?.bankCode ?? null,
  owner: null,
  product: null,
  currency: null,
  kindCode: null,
  orders: null,
})

/** Terms of an account as the bank keeps them; interest in percent a year. */
export interface AccountTerms {
  readonly owner: string
  readonly product: string | null
  readonly currency: string | null
  readonly openedOn: LocalDate | null
  readonly debitInterest: DecimalText | null
  readonly creditInterest: DecimalText | null
  readonly overdraftInterest: DecimalText | null
  readonly creditLine: DecimalText | null
}

/** HKKIF 1 and 2; later versions exist, but nobody has published them. */
export const accountTerms: Operation<{ readonly account: AccountReference }, AccountTerms | null> = {
  plans: ({ account }, facts) => (account.number === null ? [] : usableVersions('HKKIF', [1, 2], facts, account).map(planOf('HKKIF'))),
  draft: ({ version }, { account }, touchdown) => draft(version === 2 ? HKKIF2 : HKKIF1, { account: nationalName(account), allAccounts: false, touchdown }),
  collect: (_plan, _input, pages) => {
    const [terms] = pagesOf(pages, [HIKIF1, HIKIF2])
    return terms === undefined ? null : {
      owner: ownersOf(terms),
      product: terms.product ?? null,
      currency: terms.currency ?? null,
      openedOn: terms.openedOn ?? null,
      debitInterest: terms.debitInterest ?? null,
      creditInterest: terms.creditInterest ?? null,
      overdraftInterest: terms.overdraftInterest ?? null,
      creditLine: terms.creditLine?.value ?? null,
    }
  },
}
