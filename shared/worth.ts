import type { Account } from './model.ts'
import { addMoney, type Money } from './money.ts'

/** What an account is worth in its own currency: its money, and what it holds. */
export const worthOf = ({ balance, holdings }: Pick<Account, 'balance' | 'holdings'>): Money => (holdings ? addMoney(balance, holdings.value) : balance)

/** The same with what it holds in other currencies: never added together. */
export const worthsOf = (account: Pick<Account, 'balance' | 'holdings'>): Money[] => [worthOf(account), ...(account.holdings?.others ?? [])]
