import type { StatementEntry } from '#shared/statement.ts'
import { isDecimal, type DecimalText } from '#shared/decimal.ts'
import { parseSwiftAmount } from './decimal-text.ts'
import type { SepaTag } from './sepa-tags.ts'

/** What a remittance text says about its entry, whatever style the bank writes it in. */
export type Remittance = {
  -readonly [Key in 'payee' | 'purpose' | 'bookingText' | 'code' | 'purposeCode' | 'customerReference' | 'counterpartyIban' | 'counterpartyBic'
    | 'counterpartyAccount' | 'ultimateCounterparty' | 'endToEndId' | 'mandateReference' | 'creditorId' | 'isReversal' | 'returnReason'
    | 'originalAmount' | 'originalCurrency']?: StatementEntry[Key]
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{4,30}$/
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

export const isIban = (text: string): boolean => IBAN.test(text)
export const isBic = (text: string): boolean => BIC.test(text)

/** The bank writes these where there is no reference. */
const NO_REFERENCE = /^(?:NONREF|NOTPROVIDED|NOT PROVIDED|NOREF|-|)$/i
export const reference = (text: string): string => (NO_REFERENCE.test(text.trim()) ? '' : text.trim())

/** Names come padded and cut: inner runs of spaces mean nothing. */
export const nameOf = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Cuts any of these characters off the end, in one pass however many there are. */
export function trimTail(text: string, tail: string): string {
  let end = text.length
  while (end > 0 && tail.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** An account as the counterparty's IBAN, or else as a number behind its bank code. */
export function accountFields(account: string, bank = ''): Remittance {
  const number = account.replace(/\s+/g, '')
  const code = bank.replace(/\s+/g, '')
  const fields: Remittance = isBic(code) ? { counterpartyBic: code } : {}
  if (isIban(number)) fields.counterpartyIban = number
  else if (!/^0*$/.test(number)) fields.counterpartyAccount = code === '' || isBic(code) || /^0*$/.test(code) ? number : `${code}/${number}`
  return fields
}

/** The coded parts of a SEPA text as fields; `IBAN+` and `BIC+` only where they are one. */
export function sepaFields(parts: ReadonlyMap<SepaTag, string>): Remittance {
  const part = (tag: SepaTag): string => parts.get(tag) ?? ''
  const fields: Remittance = {}
  const set = (key: 'endToEndId' | 'mandateReference' | 'creditorId' | 'customerReference' | 'ultimateCounterparty' | 'purposeCode', value: string): void => {
    if (value !== '') fields[key] = value
  }
  set('endToEndId', reference(part('EREF')))
  set('mandateReference', reference(part('MREF')))
  set('creditorId', part('CRED').replace(/\s+/g, ''))
  set('customerReference', reference(part('KREF')))
  set('ultimateCounterparty', nameOf(part('ABWA') || part('ABWE')))
  set('purposeCode', /^[A-Z]{4}$/.test(part('PURP')) ? part('PURP') : '')
  const iban = part('IBAN').replace(/\s+/g, '')
  const bic = part('BIC').replace(/\s+/g, '')
  if (isIban(iban)) fields.counterpartyIban = iban
  if (isBic(bic)) fields.counterpartyBic = bic
  return { ...fields, ...originalFields(part('OAMT')) }
}

/** An amount with its currency before or behind it: `EUR10,00` (OCMT) or `10,00 EUR`. */
export function originalFields(text: string): Remittance {
  const [, before = '', amount = '', after = ''] = /^\s*([A-Z]{3})?\s*([\d.,]+)\s*([A-Z]{3})?/.exec(text) ?? []
  const value: DecimalText | undefined = parseSwiftAmount(amount)
  const currency = before || after
  return value !== undefined && currency !== '' && isDecimal(value) ? { originalAmount: value, originalCurrency: currency } : {}
}
