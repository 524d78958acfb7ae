import type { BANKACCTFROM, CCACCTFROM, INVACCTFROM, LOANACCTFROM } from '../aggregates/accounts.ts'
import type { Draft, Of } from '../schema.ts'

/** An account as OFX names it; these words go back to the bank as they came. */
export type OfxAccount =
  | { readonly kind: 'bank'; readonly bankId: string; readonly branchId: string; readonly accountId: string; readonly type: string; readonly key: string }
  | { readonly kind: 'card'; readonly accountId: string; readonly key: string }
  | { readonly kind: 'loan'; readonly accountId: string; readonly type: string }
  | { readonly kind: 'broker'; readonly brokerId: string; readonly accountId: string }

export type BankAccount = Extract<OfxAccount, { readonly kind: 'bank' }>
export type CardAccount = Extract<OfxAccount, { readonly kind: 'card' }>
export type LoanAccount = Extract<OfxAccount, { readonly kind: 'loan' }>
export type BrokerAccount = Extract<OfxAccount, { readonly kind: 'broker' }>

export const bankAccount = (bankId: string, accountId: string, type = 'CHECKING', branchId = '', key = ''): BankAccount => ({ kind: 'bank', bankId, branchId, accountId, type, key })
export const cardAccount = (accountId: string, key = ''): CardAccount => ({ kind: 'card', accountId, key })
export const loanAccount = (accountId: string, type = 'MORTGAGE'): LoanAccount => ({ kind: 'loan', accountId, type })
export const brokerAccount = (brokerId: string, accountId: string): BrokerAccount => ({ kind: 'broker', brokerId, accountId })

/** The same account, whatever else the bank tells of it. */
export const accountKey = (account: OfxAccount): string => [account.kind, account.kind === 'bank' ? account.bankId : account.kind === 'broker' ? account.brokerId : '', account.accountId].join(':')

export const bankPart = ({ bankId, branchId, accountId, type, key }: BankAccount): Draft<typeof BANKACCTFROM> => ({ BANKID: bankId, BRANCHID: branchId, ACCTID: accountId, ACCTTYPE: type, ACCTKEY: key })
export const cardPart = ({ accountId, key }: CardAccount): Draft<typeof CCACCTFROM> => ({ ACCTID: accountId, ACCTKEY: key })
export const loanPart = ({ accountId, type }: LoanAccount): Draft<typeof LOANACCTFROM> => ({ LOANACCTID: accountId, LOANACCTTYPE: type })
export const brokerPart = ({ brokerId, accountId }: BrokerAccount): Draft<typeof INVACCTFROM> => ({ BROKERID: brokerId, ACCTID: accountId })

export const readBank = (part: Of<typeof BANKACCTFROM>): BankAccount => bankAccount(part.BANKID, part.ACCTID, part.ACCTTYPE, part.BRANCHID, part.ACCTKEY)
export const readCard = (part: Of<typeof CCACCTFROM>): CardAccount => cardAccount(part.ACCTID, part.ACCTKEY)
export const readLoan = (part: Of<typeof LOANACCTFROM>): LoanAccount => loanAccount(part.LOANACCTID === '' ? part.ACCTID : part.LOANACCTID, part.LOANACCTTYPE)
export const readBroker = (part: Of<typeof INVACCTFROM>): BrokerAccount => brokerAccount(part.BROKERID, part.ACCTID)
