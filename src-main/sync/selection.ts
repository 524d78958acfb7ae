import type { Bank, ConnectionAccount, Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Begun, OfferedAccount } from '#main/worker/connection-jobs.ts'

/** The accounts to fetch, and how far back the new ones go (0 is everything). */
export interface Taken { readonly accounts: readonly OfferedAccount[]; readonly days: number }

interface Wish { readonly kind: Refresh['kind']; readonly importNewAccounts: boolean }

/** An import takes every account of the wanted types; an update those that were taken before and, if wished, all others that the bank has. */
export function takenAccounts({ settings: { accountTypes, maxDays }, accounts: known }: Begun, offered: readonly OfferedAccount[], { kind, importNewAccounts }: Wish): Result<Taken, AppError> {
  if (kind === 'import') {
    const accounts = offered.filter(({ type }) => accountTypes === null || accountTypes.includes(type))
    return accounts.length === 0 ? err({ kind: 'no_accounts' }) : ok({ accounts, days: maxDays })
  }
  const isTaken = (key: string): boolean => known.some((account) => account.key === key && account.accountId !== null)
  // Refreshes before this one may have told of an account, or a person left it out at first: whoever asks for it now means it.
  const accounts = offered.filter(({ key }) => importNewAccounts || isTaken(key))
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
