import type { LocalDate } from '#shared/dates.ts'
import { counterpartyOf } from '../history/counterparty.ts'
import type { MoneyAccount, Owner } from '../personas/persona.ts'
import { amountOf, decimal, documentOf, el, leaf } from './xml.ts'

export const PAIN_FORMAT = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'

export interface Payment { readonly name: string; readonly purpose: string; readonly cents: number; readonly on: LocalDate }

/** A standing order as the transfer it repeats. */
export function writePain(account: MoneyAccount, owner: Owner, payment: Payment): Uint8Array {
  const other = counterpartyOf(payment.name)
  const iban = (tag: string, value: string) => el(tag, el('Id', leaf('IBAN', value)))
  const agent = (tag: string, bic: string) => el(tag, el('FinInstnId', leaf('BIC', bic)))
  return documentOf(PAIN_FORMAT, el('CstmrCdtTrfInitn',
    el('GrpHdr', leaf('MsgId', `DA-${payment.on}`), leaf('CreDtTm', `${payment.on}T06:00:00`), leaf('NbOfTxs', '1'), leaf('CtrlSum', decimal(payment.cents)), el('InitgPty', leaf('Nm', owner.name))),
    el('PmtInf',
      leaf('PmtInfId', 'NOTPROVIDED'), leaf('PmtMtd', 'TRF'), leaf('ReqdExctnDt', '1999-01-01'), el('Dbtr', leaf('Nm', owner.name)),
      iban('DbtrAcct', account.iban ?? ''), agent('DbtrAgt', 'KNTRDEH1XXX'), leaf('ChrgBr', 'SLEV'),
      el('CdtTrfTxInf',
        el('PmtId', leaf('EndToEndId', 'NOTPROVIDED')), el('Amt', amountOf('InstdAmt', payment.cents, 'EUR')),
        agent('CdtrAgt', other.bic), el('Cdtr', leaf('Nm', payment.name)), iban('CdtrAcct', other.iban), el('RmtInf', leaf('Ustrd', payment.purpose))))))
}
