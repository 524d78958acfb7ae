import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { HIUPA4, HIUPD6 } from '#main/connectors/fints/segments/user-parameters.ts'
import { BANK_ID } from './bank-identity.ts'
import type { Customer } from './customers.ts'
import type { Depot, MoneyAccount } from './personas/persona.ts'

/** Another one for each list of accounts, so that whoever keeps the list knows that it has changed. */
export const userVersionOf = (customer: Customer): number => 2 + accountsOf(customer).length

/** An account as the bank files it. */
export type FiledAccount =
  | { readonly is: 'money'; readonly number: string; readonly iban: string | null; readonly account: MoneyAccount; readonly orders: readonly string[] }
  | { readonly is: 'depot'; readonly number: string; readonly iban: null; readonly depot: Depot; readonly orders: readonly string[] }

const EVERYWHERE = ['HKTAN', 'HKTAB', 'HKSPA']
const DEPOT_KIND = 30

function ordersOf({ key }: MoneyAccount): readonly string[] {
  switch (key) {
    case 'checking': return ['HKSAL', 'HKKAZ', 'HKCAZ', 'HKEKA', 'HKEKP', 'HKCDB', 'HKKIF']
    case 'savings': return ['HKSAL', 'HKKAZ', 'HKCAZ', 'HKKIF']
    case 'card': return ['HKSAL', 'DKKKU']
  }
}

export function accountsOf({ persona, scenarios }: Customer): readonly FiledAccount[] {
  const missing = new Set([...(scenarios.has('no-camt') ? ['HKCAZ'] : []), ...(scenarios.has('no-mt940') ? ['HKKAZ'] : [])])
  const money = persona.money.map((account): FiledAccount => ({ is: 'money', number: account.number, iban: account.iban, account, orders: ordersOf(account).filter((order) => !missing.has(order)) }))
  const { depot } = persona
  return depot === null ? money : [...money, { is: 'depot', number: depot.number, iban: null, depot, orders: ['HKWPD'] }]
}

/** The UPD, all in answer to HKVVB (Formals E). The usage `0` says: what is not listed is not allowed. */
export function userParameters(customer: Customer): ((reference: number) => Draft)[] {
  const { owner } = customer.persona
  return [
    (reference) => draft(HIUPA4, { userId: customer.userId, version: userVersionOf(customer), usage: '0', userName: owner.name }, reference),
    ...accountsOf(customer).map((filed) => (reference: number) => draft(HIUPD6, {
      account: { number: filed.number, bank: BANK_ID },
      iban: filed.iban ?? undefined,
      customerId: customer.userId,
      kind: filed.is === 'depot' ? DEPOT_KIND : filed.account.kind,
      currency: 'EUR',
      owner: owner.name,
      secondOwner: owner.secondName,
      product: filed.is === 'depot' ? filed.depot.product : filed.account.product,
      orders: [...EVERYWHERE, ...filed.orders].map((order) => ({ order, signatures: 1 })),
    }, reference)),
  ]
}
