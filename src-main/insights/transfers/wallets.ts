import type { OwnAccount, TransferRow } from './transfer.ts'

/** The own wallet that a row of another account fills or empties. */
export type Wallets = (row: TransferRow) => number | undefined

/** Companies that keep people's money without an account number of theirs: only their name says whose side it is. */
const COMPANIES: readonly RegExp[] = [/\bpay ?pal\b/i, /\brevolut\b/i, /\b(?:transfer)?wise\b/i, /\bskrill\b/i, /\bvenmo\b/i, /\bcash ?app\b/i, /\bmonese\b/i]

/**
 * Finds the wallets among the own accounts by their names. A bank says of a payment through PayPal that PayPal has the money:
 * where PayPal's own account is in the ledger too, and has the same amount the other way, that is one movement.
 */
export function walletsOf(accounts: readonly OwnAccount[]): Wallets {
  const wallets = COMPANIES.flatMap((company) => {
    const named = accounts.filter(({ name, type }) => type !== 'credit' && company.test(name))
    return named.length === 1 && named[0] ? [{ company, id: named[0].id }] : []
  })
  if (wallets.length === 0) return () => undefined
  return ({ accountId, payee }) => wallets.find(({ company, id }) => id !== accountId && company.test(payee))?.id
}
