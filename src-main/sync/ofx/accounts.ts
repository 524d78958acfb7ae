import type { AccountType } from '#shared/statement.ts'
import { accountKey, type ListedAccount, type OfxAccount } from '#main/connectors/ofx/index.ts'
import { asBic, asIban, bankAccountType } from '#main/importers/ofx/accounts.ts'
import type { OfferedAccount } from '#main/worker/connection-jobs.ts'

/** What the ledger is told of a listed account. OFX lists name no currency; the statement does. */
export function offeredAccount({ account, name }: ListedAccount): OfferedAccount {
  const bankCode = account.kind === 'bank' ? account.bankId : account.kind === 'broker' ? account.brokerId : ''
  return {
    key: accountKey(account),
    name: name.trim() === '' ? account.accountId : name.trim(),
    type: accountType(account),
    currency: null,
    iban: account.kind === 'bank' ? asIban(account.accountId) : null,
    number: account.accountId,
    bankCode: bankCode === '' ? null : bankCode,
    bic: account.kind === 'bank' ? asBic(account.bankId) : null,
  }
}

function accountType(account: OfxAccount): AccountType {
  switch (account.kind) {
    case 'bank': return bankAccountType(account.type)
    case 'card': return 'credit'
    case 'loan': return 'loan'
    case 'broker': return 'investment'
  }
}
