import { fill, fillAccount, isBic, nameOf, withoutSpaces, type Remittance } from '../text/remittance.ts'
import type { XmlAccount, XmlAgent, XmlParty, XmlTransaction } from './schema.ts'

export interface Owner {
  readonly iban: string | null
  readonly name: string
}

export interface Direction {
  readonly isCredit: boolean
  readonly isReversal: boolean
  readonly owner: Owner
}

type Role = 'Dbtr' | 'Cdtr'

/**
 * Who stands on the other side. Money in comes from the debtor, money out goes to the creditor; a returned or reversed
 * payment may keep the roles of the original, so the other side counts where the first is empty or is the account itself.
 */
export function fillCounterparty(into: Remittance, transaction: XmlTransaction, { isCredit, isReversal, owner }: Direction): void {
  const [first, second]: readonly [Role, Role] = isCredit ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr']
  const isOwn = (role: Role): boolean => isOwnSide(transaction, role, owner)
  if (!isOwn(first) && says(transaction, first)) fillSide(into, transaction, first)
  else if ((isReversal || isOwn(first)) && !isOwn(second)) fillSide(into, transaction, second)
}

/** By its IBAN, or by its owner's name where a side has no account. */
function isOwnSide(transaction: XmlTransaction, role: Role, owner: Owner): boolean {
  const number = accountNumber(accountOf(transaction, role))
  if (number !== '') return number === owner.iban
  return owner.name !== '' && partyName(transaction.RltdPties?.[role]) === owner.name
}

function says(transaction: XmlTransaction, role: Role): boolean {
  return partyName(transaction.RltdPties?.[role]) !== '' || ultimateName(transaction, role) !== '' || accountNumber(accountOf(transaction, role)) !== ''
}

function fillSide(into: Remittance, transaction: XmlTransaction, role: Role): void {
  const agent = role === 'Dbtr' ? transaction.RltdAgts?.DbtrAgt : transaction.RltdAgts?.CdtrAgt
  const bic = bicOf(agent)
  const ultimate = ultimateName(transaction, role)
  fill(into, 'payee', partyName(transaction.RltdPties?.[role]) || ultimate)
  fill(into, 'ultimateCounterparty', ultimate)
  fill(into, 'counterpartyBic', bic)
  fillAccount(into, accountNumber(accountOf(transaction, role)), bic || bankCodeOf(agent))
}

const accountOf = ({ RltdPties: parties }: XmlTransaction, role: Role): XmlAccount | undefined => (role === 'Dbtr' ? parties?.DbtrAcct : parties?.CdtrAcct)
const ultimateName = ({ RltdPties: parties }: XmlTransaction, role: Role): string => partyName(role === 'Dbtr' ? parties?.UltmtDbtr : parties?.UltmtCdtr)
export const partyName = (party: XmlParty | undefined): string => (party ? nameOf(party.Nm ?? party.Pty?.Nm ?? party.Agt?.FinInstnId?.Nm ?? '') : '')

/** An account's number: its IBAN where it has one, whatever element it stands in. */
export function accountNumber(account: XmlAccount | undefined): string {
  const id = account?.Id
  return withoutSpaces(id?.IBAN ?? id?.BBAN ?? id?.Othr?.Id ?? id?.PrtryAcct?.Id ?? '')
}

export function bicOf(agent: XmlAgent | undefined): string {
  const bank = agent?.FinInstnId
  const bic = (bank?.BICFI ?? bank?.BIC ?? bank?.CmbndId?.BIC ?? '').trim()
  return isBic(bic) ? bic : ''
}

export const bankCodeOf = (agent: XmlAgent | undefined): string => (agent?.FinInstnId?.ClrSysMmbId?.MmbId ?? agent?.FinInstnId?.ClrSysMmbId?.Id ?? '').trim()

/** The creditor's identification (Gläubiger-ID): the private or organisational id that has the SEPA scheme or looks like one. */
export function creditorId({ RltdPties: parties }: XmlTransaction): string {
  const id = parties?.Cdtr?.Id ?? parties?.Cdtr?.Pty?.Id
  const known = [id?.PrvtId?.Othr, id?.OrgId?.Othr].find((other) => other?.SchmeNm?.Prtry === 'SEPA' || CREDITOR_ID.test(other?.Id?.trim() ?? ''))
  return (known?.Id ?? id?.PrvtId?.Othr?.Id ?? '').trim()
}

/** Country, check digits, business code, national id (EPC262-08). */
const CREDITOR_ID = /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/
