import type { BANKACCTFROM, CCACCTFROM, INVACCTFROM, LOANACCTFROM } from '#main/connectors/ofx/aggregates/accounts.ts'
import type { ACCTINFO } from '#main/connectors/ofx/aggregates/signon.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import type { AccountType, DiscoveredAccount, StatementAccount } from '#shared/statement.ts'
import { BLANK_ACCOUNT } from './blank.ts'

type Bank = Of<typeof BANKACCTFROM>
type Card = Of<typeof CCACCTFROM>
type Broker = Of<typeof INVACCTFROM>
type Loan = Of<typeof LOANACCTFROM>

/** ACCTTYPE as our kinds of account; what a bank invents is a current account. */
const TYPES = new Map<string, AccountType>([['SAVINGS', 'savings'], ['MONEYMRKT', 'savings'], ['CD', 'savings'], ['CREDITLINE', 'credit'], ['CREDITCARD', 'credit']])

export const bankAccountType = (code: string): AccountType => TYPES.get(code.toUpperCase()) ?? 'checking'

export function bankAccount(account: Bank | undefined): StatementAccount {
  if (!account) return { ...BLANK_ACCOUNT, type: 'checking' }
  return {
    ...BLANK_ACCOUNT,
    number: account.ACCTID || null,
    bankCode: account.BANKID || null,
    branch: account.BRANCHID || null,
    iban: asIban(account.ACCTID),
    bic: asBic(account.BANKID),
    type: bankAccountType(account.ACCTTYPE),
  }
}

/** Some banks name a card like a bank account. */
export function cardAccount(card: Card | undefined, bank?: Bank): StatementAccount {
  return { ...bankAccount(bank), ...(card && { number: card.ACCTID || null }), type: 'credit' }
}

export const brokerAccount = (account: Broker | undefined): StatementAccount =>
  ({ ...BLANK_ACCOUNT, number: account?.ACCTID || null, bankCode: account?.BROKERID || null, type: 'investment' })

export const loanAccount = (account: Loan | undefined): StatementAccount =>
  ({ ...BLANK_ACCOUNT, number: account?.LOANACCTID || account?.ACCTID || null, type: 'loan' })

/** ACCTINFO: the accounts a bank names without a statement, each with its own name for them. */
export function discoveredAccounts(info: Of<typeof ACCTINFO>): DiscoveredAccount[] {
  const name = info.DESC || info.NAME || null
  const found: DiscoveredAccount[] = [
    ...info.BANKACCTINFO.map(({ BANKACCTFROM: from }) => ({ kind: 'bank' as const, account: bankAccount(from) })),
    ...info.CCACCTINFO.map(({ CCACCTFROM: from }) => ({ kind: 'cc' as const, account: cardAccount(from) })),
    ...info.LOANACCTINFO.map(({ LOANACCTFROM: from }) => ({ kind: 'loan' as const, account: loanAccount(from) })),
    ...info.INVACCTINFO.map(({ INVACCTFROM: from }) => ({ kind: 'inv' as const, account: brokerAccount(from) })),
  ]
  return found.map(({ kind, account }) => ({ kind, account: { ...account, name } }))
}

/** An IBAN by its check digits (ISO 13616: modulo 97 is 1), in its electronic form. */
export function asIban(text: string): string | null {
  const iban = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null
  const turned = iban.slice(4) + iban.slice(0, 4)
  let remainder = 0
  for (const character of turned) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1 ? iban : null
}

/** A BIC by its shape (ISO 9362). */
export const asBic = (text: string): string | null => /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text) ? text : null
