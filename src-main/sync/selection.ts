import type { Bank, ConnectionAccount, Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Begun, OfferedAccount } from '#main/worker/connection-jobs.ts'

/** The accounts to fetch, and how far back the new ones go (0 is everything). */
export interface Taken { readonly accounts: readonly OfferedAccount[]; readonly days: number }

interface Wish { readonly kind: Refresh['kind']; readonly importNewAccounts: boolean }

/** An import takes every account of the wanted types; an update those that were taken before and, if wished, new ones. */
export function takenAccounts({ settings, connection, accounts: known }: Begun, offered: readonly OfferedAccount[], { kind, importNewAccounts }: Wish): Result<Taken, AppError> {
  const { accountTypes, maxDays } = settings
  const isWanted = ({ type }: OfferedAccount): boolean => accountTypes === null || accountTypes.includes(type)
  if (kind === 'import') {
    const accounts = offered.filter(isWanted)
    return accounts.length === 0 ? err({ kind: 'no_accounts' }) : ok({ accounts, days: maxDays })
  }
  const isTaken = (key: string): boolean => known.some((account) => account.key === key && account.accountId !== null)
  // What the person left out on purpose stays out; what the bank has added since is new.
  const isNew = (key: string): boolean => connection.accounts.find((account) => account.key === key)?.isNew ?? true
  const accounts = offered.filter((account) => isTaken(account.key) || (importNewAccounts && isWanted(account) && isNew(account.key)))
  return ok({ accounts, days: maxDays })
}

/** The demo bank's securities come in any case. */
export const maySkipPositions = ({ connection: { bank } }: Begun): boolean => bank.protocol !== 'demo'

/** How an account is shown to choose from. */
export const toChoice = ({ key, name, type, currency, iban, number }: OfferedAccount): ConnectionAccount => ({
  key, accountId: null, name, type, currency, iban, number, status: null, statusError: null, isNew: true,
})

/** A bank that was added by its address bears that as its name until it has said its own. */
export function ownName({ name, bankCode, url }: Bank, said: string | undefined): string | undefined {
  const own = said?.trim() ?? ''
  const isAddress = name === bankCode || (url !== null && URL.canParse(url) && [new URL(url).host, new URL(url).hostname].includes(name))
  return own !== '' && isAddress ? own : undefined
}
