import { accountFields, isBic, nameOf, type Remittance } from '../text/remittance.ts'
import type { XmlAccount, XmlAgent, XmlParty, XmlTransaction } from './schema.ts'

export interface Direction {
  readonly isCredit: boolean
  readonly isReversal: boolean
  readonly ownIban: string | null
}

/**
 * Who stands on the other side. Money in comes from the debtor, money out goes to the creditor; a returned or reversed
 * payment may keep the roles of the original, so the other side counts where the first is empty or is the account itself.
 */
export function counterparty(transaction: XmlTransaction, { isCredit, isReversal, ownIban }: Direction): Remittance {
  const debtor = side(transaction, 'Dbtr')
  const creditor = side(transaction, 'Cdtr')
  const [first, second] = isCredit ? [debtor, creditor] : [creditor, debtor]
  const isOwn = ({ counterpartyIban }: Remittance): boolean => ownIban !== null && counterpartyIban === ownIban
  if (!isOwn(first) && says(first)) return first
  return (isReversal || isOwn(first)) && !isOwn(second) && says(second) ? second : {}
}

const says = ({ payee, counterpartyIban, counterpartyAccount }: Remittance): boolean => [payee, counterpartyIban, counterpartyAccount].some((value) => value !== undefined && value !== '')

function side({ RltdPties: parties, RltdAgts: agents }: XmlTransaction, role: 'Dbtr' | 'Cdtr'): Remittance {
  const isDebtor = role === 'Dbtr'
  const account = isDebtor ? parties?.DbtrAcct : parties?.CdtrAcct
  const agent = isDebtor ? agents?.DbtrAgt : agents?.CdtrAgt
  const bic = bicOf(agent)
  const ultimate = partyName(isDebtor ? parties?.UltmtDbtr : parties?.UltmtCdtr)
  return {
    payee: partyName(parties?.[role]) || ultimate,
    ultimateCounterparty: ultimate,
    ...accountFields(accountNumber(account), bic || bankCodeOf(agent)),
    ...(bic === '' ? {} : { counterpartyBic: bic }),
  }
}

export const partyName = (party: XmlParty | undefined): string =>
  nameOf(party?.Nm ?? party?.Pty?.Nm ?? party?.Agt?.FinInstnId?.Nm ?? '')

/** An account's number: its IBAN where it has one, whatever element it stands in. */
export function accountNumber(account: XmlAccount | undefined): string {
  const id = account?.Id
  return (id?.IBAN ?? id?.BBAN ?? id?.Othr?.Id ?? id?.PrtryAcct?.Id ?? '').replace(/\s+/g, '')
}

export function bicOf(agent: XmlAgent | undefined): string {
  const { FinInstnId: bank } = agent ?? {}
  const bic = (bank?.BICFI ?? bank?.BIC ?? bank?.CmbndId?.BIC ?? '').trim()
  return isBic(bic) ? bic : ''
}

export const bankCodeOf = (agent: XmlAgent | undefined): string => (agent?.FinInstnId?.ClrSysMmbId?.MmbId ?? agent?.FinInstnId?.ClrSysMmbId?.Id ?? '').trim()

/** The creditor's identification (Gläubiger-ID): the private or organisational id that has the SEPA scheme or looks like one. */
export function creditorId({ RltdPties: parties }: XmlTransaction): string {
  const id = parties?.Cdtr?.Id ?? parties?.Cdtr?.Pty?.Id
  const known = [id?.PrvtId?.Othr, id?.OrgId?.Othr].find((other) => other?.SchmeNm?.Prtry === 'SEPA' || /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(other?.Id?.trim() ?? ''))
  return (known?.Id ?? id?.PrvtId?.Othr?.Id ?? '').trim()
}
