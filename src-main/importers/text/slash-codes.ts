import { fill, fillAccount, fillOriginal, isBic, isIban, nameOf, reference, trimTail, withoutSpaces, type Remittance } from './remittance.ts'

/** ORDP, BENM and the ultimate parties open a group: the NAME behind them is theirs. */
const PARTIES: ReadonlySet<string> = new Set(['ORDP', 'BENM'])
const ULTIMATE: ReadonlySet<string> = new Set(['ULTB', 'ULTC', 'ULTD', 'UDTR', 'UCRD'])

type Fill = (into: Remittance, value: string, isUltimate: boolean) => void

const fillParty: Fill = (into, value, isUltimate) => fill(into, isUltimate ? 'ultimateCounterparty' : 'payee', nameOf(value))
const fillKind: Fill = (into, value) => fill(into, 'bookingText', value)
const fillOwnReference: Fill = (into, value) => fill(into, 'customerReference', reference(value))
const nothing: Fill = () => undefined

/**
 * Codes that stand between slashes in field 86 and in AddtlNtryInf: `/TRTP/SEPA OVERBOEKING/IBAN/…/NAME/…/REMI/…/EREF/…`.
 * Sources: the format descriptions of ABN AMRO, ING, Rabobank, Knab, and SWIFT's own ORDP, BENM, OCMT, CHGS, EXCH.
 */
const CODES: Readonly<Record<string, Fill>> = {
  TRTP: fillKind,
  RTYP: fillKind,
  NAME: fillParty,
  BENM: fillParty,
  ORDP: fillParty,
  ULTB: fillParty,
  ULTC: fillParty,
  ULTD: fillParty,
  UDTR: fillParty,
  UCRD: fillParty,
  IBAN: (into, value) => fillAccount(into, value),
  BIC: (into, value) => isBic(value) && fill(into, 'counterpartyBic', value),
  CNTP: fillCounterparty,
  REMI: (into, value) => fill(into, 'purpose', value.replace(/^(?:USTD|STRD\/CUR|STRD)\/{1,2}/, '')),
  EREF: (into, value) => fill(into, 'endToEndId', reference(value)),
  MARF: (into, value) => fill(into, 'mandateReference', reference(value)),
  CSID: (into, value) => fill(into, 'creditorId', withoutSpaces(value)),
  PREF: fillOwnReference,
  KREF: fillOwnReference,
  CREF: fillOwnReference,
  PURP: fillPurposeCode,
  RTRN: fillReturn,
  OCMT: (into, value) => fillOriginal(into, value),
  ACCW: nothing,
  ADDR: nothing,
  BUSP: nothing,
  CHGS: nothing,
  EXCH: nothing,
  INIT: nothing,
  ISDT: nothing,
  NRTX: nothing,
  SVCL: nothing,
  SWOC: nothing,
  TRCD: nothing,
}

const CODE = new RegExp(`/(${Object.keys(CODES).join('|')})/`, 'g')
/** A text is in this style when it begins with a code, or one of these stands anywhere in it. */
const TELLING = /^\s*\/[A-Z]{2,4}\/|\/(?:REMI|NAME|TRTP|RTYP|ORDP|BENM|CNTP)\//

export const hasSlashCodes = (text: string): boolean => text.includes('/') && TELLING.test(text) && text.search(CODE) >= 0

/** Reads a text in slash codes. What stands before the first one is the bank's word for the kind of entry. */
export function fillSlashCodes(into: Remittance, text: string): void {
  const found = [...text.matchAll(CODE)]
  fill(into, 'bookingText', nameOf(text.slice(0, found[0]?.index)))
  let isUltimate = false
  found.forEach((match, order) => {
    const code = match[1] ?? ''
    const value = trimTail(text.slice(match.index + match[0].length, found[order + 1]?.index), '/ ').trimStart()
    if (PARTIES.has(code)) isUltimate = false
    if (ULTIMATE.has(code)) isUltimate = true
    if (value !== '') CODES[code]?.(into, value, isUltimate)
  })
}

/** `/PURP/OTHR/` or `/PURP//CD/OTHR` */
function fillPurposeCode(into: Remittance, value: string): void {
  const code = value.slice(value.lastIndexOf('/') + 1)
  if (/^[A-Z]{4}$/.test(code)) fill(into, 'purposeCode', code)
}

/** ING: `/CNTP/account/BIC/name/city/`, any of them empty. */
function fillCounterparty(into: Remittance, value: string): void {
  const [account = '', bic = '', name = ''] = value.split('/')
  fillAccount(into, account, isBic(bic) ? bic : '')
  fill(into, 'payee', nameOf(name))
}

function fillReturn(into: Remittance, value: string): void {
  into.isReversal = true
  fill(into, 'returnReason', value.split('/')[0] ?? '')
}

/** `NL57ABNA0987654321 ABNANL2A J AAP …`: an IBAN with its BIC in a free text can only be the counterparty's. */
export function fillIbanWithBic(into: Remittance, text: string): void {
  const [, iban = '', bic = ''] = /\b([A-Z]{2}\d{2}[A-Z0-9]{10,30}) ([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/.exec(text) ?? []
  if (isIban(iban) && isBic(bic) && iban.slice(0, 2) === bic.slice(4, 6)) fillAccount(into, iban, bic)
}
