import type { DecimalText } from '#shared/decimal.ts'
import type { ReadingWarning, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'
import { blankRemittance, fill, fillAccount, fillOriginal, isIban, nameOf, reference, type Remittance } from '../text/remittance.ts'
import { fillBankOwn } from './bank-own.ts'
import { readStatementLine, type StatementLine } from './entry61.ts'
import { fillRemittance } from './remittance86.ts'

/** An entry's fields, still as text. */
export interface RawEntry {
  readonly line: number
  /** Field 61, its lines. */
  readonly statementLine: readonly string[]
  /** Field 86, the lines of one or several. */
  readonly remittance: string[]
  /** Field NS: what some banks add in a layout of their own. */
  readonly bankOwn: string[]
}

const NO_DETAILS: StatementEntry['details'] = []

/** A line end was lost before this one: it is text now, but nobody may think it was none. */
const ENTRY_INSIDE = /:61:\d{6}(?:\d{4})?E?R?[CD][A-Z]?[\d,]/

export type ReadEntry = { readonly entry: StatementEntry } | { readonly unreadable: UnreadableEntry }

/** Fields 61 and 86 as one entry. */
export function readEntry(raw: RawEntry, ownAccount: string | null, warnings: ReadingWarning[]): ReadEntry {
  const found = blankRemittance()
  fillRemittance(found, raw.remittance, ownAccount)
  if (raw.remittance.some((line) => ENTRY_INSIDE.test(line))) warnings.push({ line: raw.line, code: 'entry-inside-text', detail: ':86:' })
  if (raw.bankOwn.length > 0) fillBankOwn(found, raw.bankOwn)
  const read = readStatementLine(raw.statementLine)
  if (!read.ok) {
    const { reason, bookedOn, amount } = read
    return { unreadable: { line: raw.line, reason, isPending: false, bookedOn, amount, payee: found.payee, purpose: found.purpose } }
  }
  if (read.line.isClamped) warnings.push({ line: raw.line, code: 'day-outside-month', detail: ':61:' })
  return { entry: toEntry(raw.line, read.line, found) }
}

function toEntry(line: number, read: StatementLine, found: Remittance): StatementEntry {
  const customerReference = referenceOf(read.customerReference, found)
  const bankReference = reference(read.bankReference)
  fillSupplement(found, read)
  return {
    line,
    externalId: bankReference || customerReference,
    bookedOn: read.bookedOn,
    valueOn: read.valueOn,
    amount: read.amount,
    currency: null,
    originalAmount: found.originalAmount === null ? null : signed(found.originalAmount, read.amount),
    originalCurrency: found.originalCurrency,
    exchangeRate: null,
    payee: found.payee,
    purpose: purposeOf(found, read),
    bookingText: found.bookingText,
    code: found.code || read.type,
    purposeCode: found.purposeCode,
    checkNumber: read.type === 'NCHK' && /^\d+$/.test(customerReference) ? customerReference : '',
    bankReference,
    customerReference,
    counterpartyIban: found.counterpartyIban,
    counterpartyBic: found.counterpartyBic,
    counterpartyAccount: found.counterpartyAccount,
    ultimateCounterparty: found.ultimateCounterparty,
    endToEndId: found.endToEndId,
    mandateReference: found.mandateReference,
    creditorId: found.creditorId,
    isReversal: read.isReversal || read.type === 'NRTI' || found.isReversal,
    returnReason: found.returnReason,
    isAdvice: false,
    details: NO_DETAILS,
  }
}

/** `KREF+`, `EREF`, `MARF`, `PREF` say that the reference did not fit and stands in field 86. */
function referenceOf(text: string, { customerReference, endToEndId, mandateReference }: Remittance): string {
  switch (text.replace('+', '')) {
    case 'KREF':
    case 'PREF':
      return customerReference
    case 'EREF':
      return endToEndId
    case 'MARF':
      return mandateReference
    default:
      return reference(text)
  }
}

/**
 * The second line of field 61: amounts in another currency (`/OCMT/USD12,50/`), the counterparty's account (Rabobank) or
 * name (old Rabobank, SNS), or a word for the kind of entry.
 */
function fillSupplement(into: Remittance, { supplement, customerReference, isPadded }: StatementLine): void {
  const isAccount = isIban(customerReference) || (isPadded && ACCOUNT.test(customerReference))
  if (isAccount) fillAccount(into, customerReference)
  if (supplement === '') return
  if (supplement.startsWith('/')) fillOriginal(into, /\/OCMT\/([^/]*)/.exec(supplement)?.[1] ?? '')
  else if (ACCOUNT.test(supplement) || isIban(supplement)) fillAccount(into, supplement)
  else fill(into, isAccount || isPadded ? 'payee' : 'bookingText', nameOf(supplement))
}

/** Rabobank's own accounts begin with P. */
const ACCOUNT = /^P?\d{6,12}$/

/** An entry without field 86 still has to say something: its second line, or the reference where that is words. */
function purposeOf({ purpose, payee, bookingText }: Remittance, { supplement, customerReference }: StatementLine): string {
  if (purpose !== '' || payee !== '') return purpose
  if (supplement !== '' && bookingText === nameOf(supplement)) return supplement
  return bookingText === '' && /[^\W\d]/.test(reference(customerReference)) ? customerReference : ''
}

const signed = (original: DecimalText, amount: DecimalText): DecimalText => (amount.startsWith('-') ? negate(original) : original)
