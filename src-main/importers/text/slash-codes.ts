import { accountFields, isBic, isIban, nameOf, originalFields, reference, trimTail, type Remittance } from './remittance.ts'

/**
 * Codes that stand between slashes in field 86 and in AddtlNtryInf: `/TRTP/SEPA OVERBOEKING/IBAN/…/NAME/…/REMI/…/EREF/…`.
 * Sources: the format descriptions of ABN AMRO, ING, Rabobank, Knab, and SWIFT's own ORDP, BENM, OCMT, CHGS, EXCH.
 */
const CODES = [
  'ACCW', 'ADDR', 'BENM', 'BIC', 'BUSP', 'CHGS', 'CNTP', 'CREF', 'CSID', 'EREF', 'EXCH', 'IBAN', 'INIT', 'ISDT', 'KREF', 'MARF', 'NAME', 'NRTX',
  'OCMT', 'ORDP', 'PREF', 'PURP', 'REMI', 'RTRN', 'RTYP', 'SVCL', 'SWOC', 'TRCD', 'TRTP', 'ULTB', 'ULTC', 'ULTD', 'UDTR', 'UCRD',
] as const
type Code = (typeof CODES)[number]

const CODE = new RegExp(`/(${CODES.join('|')})/`, 'g')
const ULTIMATE: ReadonlySet<string> = new Set<Code>(['ULTB', 'ULTC', 'ULTD', 'UDTR', 'UCRD'])
/** A text is in this style when it begins with a code, or one of these stands anywhere in it. */
const TELLING = /^\s*\/(?:[A-Z]{2,4})\/|\/(?:REMI|NAME|TRTP|RTYP|ORDP|BENM|CNTP)\//

export const hasSlashCodes = (text: string): boolean => TELLING.test(text) && text.search(CODE) >= 0

/** Reads a text in slash codes. What stands before the first one is the bank's word for the kind of entry. */
export function readSlashCodes(text: string): Remittance {
  const found = [...text.matchAll(CODE)]
  const fields: Remittance = {}
  const before = nameOf(text.slice(0, found[0]?.index))
  if (before !== '') fields.bookingText = before
  let group = ''
  found.forEach((match, order) => {
    const code = match[1] ?? ''
    const value = trimTail(text.slice(match.index + match[0].length, found[order + 1]?.index), '/ ').trimStart()
    if (code === 'ORDP' || code === 'BENM' || ULTIMATE.has(code)) group = code
    if (value !== '') assign(fields, code, value, ULTIMATE.has(group))
  })
  return fields
}

function assign(fields: Remittance, code: string, value: string, isUltimate: boolean): void {
  const read = FIELDS[code]
  if (!read) return
  for (const [key, field] of Object.entries(read(value, isUltimate))) {
    if (!(key in fields)) Object.assign(fields, { [key]: field })
  }
}

const party = (value: string, isUltimate: boolean): Remittance => (isUltimate ? { ultimateCounterparty: nameOf(value) } : { payee: nameOf(value) })

const FIELDS: Readonly<Record<string, (value: string, isUltimate: boolean) => Remittance>> = {
  TRTP: (value) => ({ bookingText: value }),
  RTYP: (value) => ({ bookingText: value }),
  NAME: party,
  BENM: party,
  ORDP: party,
  IBAN: (value) => accountFields(value),
  BIC: (value) => (isBic(value) ? { counterpartyBic: value } : {}),
  REMI: (value) => ({ purpose: value.replace(/^(?:USTD|STRD\/CUR|STRD)\/{1,2}/, '') }),
  EREF: (value) => ({ endToEndId: reference(value) }),
  MARF: (value) => ({ mandateReference: reference(value) }),
  CSID: (value) => ({ creditorId: value }),
  PREF: (value) => ({ customerReference: reference(value) }),
  KREF: (value) => ({ customerReference: reference(value) }),
  PURP: (value) => purposeCode(value),
  CNTP: (value) => counterparty(value),
  RTRN: (value) => ({ isReversal: true, returnReason: value.split('/')[0] ?? '' }),
  OCMT: (value) => originalFields(value),
}

/** `/PURP/OTHR/` or `/PURP//CD/OTHR` */
function purposeCode(value: string): Remittance {
  const code = value.split('/').at(-1) ?? ''
  return /^[A-Z]{4}$/.test(code) ? { purposeCode: code } : {}
}

/** ING: `/CNTP/account/BIC/name/city/`, any of them empty. */
function counterparty(value: string): Remittance {
  const [account = '', bic = '', name = ''] = value.split('/')
  const fields = accountFields(account, isBic(bic) ? bic : '')
  return nameOf(name) === '' ? fields : { ...fields, payee: nameOf(name) }
}

/** `NL57ABNA0987654321 ABNANL2A J AAP …`: an IBAN with its BIC in a free text can only be the counterparty's. */
export function ibanWithBic(text: string): Remittance {
  const [, iban = '', bic = ''] = /\b([A-Z]{2}\d{2}[A-Z0-9]{10,30}) ([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/.exec(text) ?? []
  return isIban(iban) && isBic(bic) && iban.slice(0, 2) === bic.slice(4, 6) ? { counterpartyIban: iban, counterpartyBic: bic } : {}
}
