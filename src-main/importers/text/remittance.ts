import type { DecimalText } from '#shared/decimal.ts'
import type { StatementEntry } from '#shared/statement.ts'
import { parseSwiftAmount } from './decimal-text.ts'

type TextKey = 'payee' | 'purpose' | 'bookingText' | 'code' | 'purposeCode' | 'customerReference' | 'counterpartyIban' | 'counterpartyBic' | 'counterpartyAccount'
  | 'ultimateCounterparty' | 'endToEndId' | 'mandateReference' | 'creditorId' | 'returnReason'

/**
 * What the texts of an entry say about it, filled piece by piece. Whoever knows best writes first: a field that is set is
 * never written again.
 */
export type Remittance = { [Key in TextKey]: string } & {
  isReversal: StatementEntry['isReversal']
  originalAmount: DecimalText | null
  originalCurrency: string | null
}

export const blankRemittance = (): Remittance => ({
  payee: '', purpose: '', bookingText: '', code: '', purposeCode: '', customerReference: '', counterpartyIban: '', counterpartyBic: '', counterpartyAccount: '',
  ultimateCounterparty: '', endToEndId: '', mandateReference: '', creditorId: '', returnReason: '', isReversal: false, originalAmount: null, originalCurrency: null,
})

/** Writes what is still open. */
export function fill(into: Remittance, key: TextKey, value: string): void {
  if (into[key] === '') into[key] = value
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{4,30}$/
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/

export const isIban = (text: string): boolean => IBAN.test(text)
export const isBic = (text: string): boolean => BIC.test(text)

/** The bank writes these where there is no reference. */
const NO_REFERENCE: ReadonlySet<string> = new Set(['', '-', 'NONREF', 'NOREF', 'NOTPROVIDED', 'NOT PROVIDED'])

export function reference(text: string): string {
  const trimmed = text.trim()
  return trimmed.length <= 12 && NO_REFERENCE.has(trimmed.toUpperCase()) ? '' : trimmed
}

/** Names come padded and cut: inner runs of spaces mean nothing. */
export const nameOf = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, ' ').trim()
export const withoutSpaces = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)

/** Cuts any of these characters off the end, in one pass however many there are. */
export function trimTail(text: string, tail: string): string {
  let end = text.length
  while (end > 0 && tail.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const ZEROS = /^0*$/

/** An account: the counterparty's IBAN, or else a number behind its bank code. */
export function fillAccount(into: Remittance, account: string, bank = ''): void {
  const number = withoutSpaces(account)
  const code = withoutSpaces(bank)
  const hasBic = isBic(code)
  if (hasBic) fill(into, 'counterpartyBic', code)
  if (isIban(number)) fill(into, 'counterpartyIban', number)
  else if (!ZEROS.test(number) && into.counterpartyIban === '') fill(into, 'counterpartyAccount', hasBic || ZEROS.test(code) ? number : `${code}/${number}`)
}

/** An amount with its currency before or behind it: `EUR10,00` (OCMT) or `10,00 EUR`. */
export function fillOriginal(into: Remittance, text: string): void {
  const [, before = '', amount = '', after = ''] = /^([A-Z]{3})? ?([\d.,]+) ?([A-Z]{3})?/.exec(text.trimStart()) ?? []
  const value = parseSwiftAmount(amount)
  const currency = before || after
  if (value === undefined || currency === '' || into.originalAmount !== null) return
  into.originalAmount = value
  into.originalCurrency = currency
}
