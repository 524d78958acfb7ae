import type { AccountType } from '#shared/statement.ts'
import type { AccountInfo } from '#main/connectors/fints/index.ts'
import type { OfferedAccount } from '#main/worker/connection-jobs.ts'

/** Kontoarten (Formals, Data-Dictionary "Kontoart") by their tens: current, savings, fixed deposit, depot, loan, card, funds, building society, insurance, other. */
const BY_TENS: readonly AccountType[] = ['checking', 'savings', 'savings', 'investment', 'loan', 'credit', 'investment', 'savings', 'asset', 'checking']

/** What kind of account it is; where the bank does not say, what may be asked of it tells. */
export function accountType({ kindCode, orders }: Pick<AccountInfo, 'kindCode' | 'orders'>): AccountType {
  const known = kindCode === null ? undefined : BY_TENS[Math.floor(kindCode / 10)]
  if (known !== undefined) return known
  const has = (order: string) => orders?.includes(order) === true
  if (has('HKWPD') && !has('HKKAZ') && !has('HKCAZ')) return 'investment'
  return has('DKKKU') ? 'credit' : 'checking'
}

/** Stable within a connection: the IBAN, else number and subaccount. */
export function accountKey({ iban, number, subaccount }: AccountInfo): string {
  if (iban !== null) return iban.replace(/\s+/g, '').toUpperCase()
  return [number ?? '', subaccount ?? ''].filter((part) => part !== '').join('/')
}

export function offeredAccount(account: AccountInfo): OfferedAccount {
  const key = accountKey(account)
  return {
    key,
    name: named(account.product) ?? named(account.owner) ?? key,
    type: accountType(account),
    currency: account.currency !== null && /^[A-Z]{3}$/.test(account.currency) ? account.currency as OfferedAccount['currency'] : null,
    iban: account.iban,
    number: account.number,
    bankCode: account.bankCode,
    bic: account.bic,
    holder: named(account.owner),
  }
}

const named = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())
