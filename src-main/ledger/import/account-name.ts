import type { Language } from '#shared/preferences.ts'
import type { AccountType, StatementAccount } from '#shared/statement.ts'

const KINDS: Readonly<Record<AccountType, Readonly<Record<Language, string>>>> = {
  checking: { en: 'Checking', de: 'Girokonto' },
  savings: { en: 'Savings', de: 'Sparkonto' },
  credit: { en: 'Card', de: 'Karte' },
  cash: { en: 'Cash', de: 'Bargeld' },
  loan: { en: 'Loan', de: 'Darlehen' },
  investment: { en: 'Investments', de: 'Depot' },
  asset: { en: 'Asset', de: 'Vermögenswert' },
  liability: { en: 'Debt', de: 'Verbindlichkeit' },
}

const NAME_MAX = 100
const DIGITS_SHOWN = 4

/**
 * What a new account is called until its owner says otherwise: as the bank calls it; else by its kind and the end of its
 * number, as people tell their accounts apart; else as the source is called. In the language of the moment: a name is data.
 */
export function accountName(account: StatementAccount, sourceName: string, language: Language): string {
  const given = account.name?.trim() ?? ''
  if (given !== '') return given.slice(0, NAME_MAX)
  const number = (account.iban ?? account.number ?? '').replace(/[^\p{L}\p{N}]/gu, '')
  return number === '' ? sourceName.slice(0, NAME_MAX) : `${KINDS[account.type][language]} ··${number.slice(-DIGITS_SHOWN)}`
}
