import type { DecimalText } from '#shared/decimal.ts'
import { BLANK_ENTRY, type ReadingWarning, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'
import { accountFields, isIban, nameOf, originalFields, reference, type Remittance } from '../text/remittance.ts'
import { readBankOwn } from './bank-own.ts'
import { readStatementLine, type StatementLine } from './entry61.ts'
import type { RawEntry } from './message.ts'
import { readRemittance } from './remittance86.ts'

export type ReadEntry = { readonly entry: StatementEntry } | { readonly unreadable: UnreadableEntry }

/** Fields 61 and 86 as one entry. */
export function readEntry(raw: RawEntry, ownAccount: string | null, isPending: boolean, warnings: ReadingWarning[]): ReadEntry {
  const remittance: Remittance = { ...readBankOwn(raw.bankOwn), ...readRemittance(raw.remittance, ownAccount) }
  const read = readStatementLine(raw.statementLine)
  if (!read.ok) {
    const { payee = '', purpose = '' } = remittance
    return { unreadable: { line: raw.line, reason: read.reason, isPending, bookedOn: null, amount: null, payee, purpose } }
  }
  if (read.line.isClamped) warnings.push({ line: raw.line, code: 'day-outside-month', detail: ':61:' })
  return { entry: toEntry(raw.line, read.line, remittance) }
}

function toEntry(line: number, read: StatementLine, remittance: Remittance): StatementEntry {
  const found: Remittance = { ...supplementFields(read, remittance), ...remittance }
  const customerReference = referenceOf(read.customerReference, remittance)
  const bankReference = reference(read.bankReference)
  const { originalAmount = null } = found
  return {
    ...BLANK_ENTRY,
    ...found,
    line,
    bookedOn: read.bookedOn,
    valueOn: read.valueOn,
    amount: read.amount,
    originalAmount: originalAmount === null ? null : signed(originalAmount, read.amount),
    code: found.code ?? read.type,
    purpose: purposeOf(found, read),
    checkNumber: read.type === 'NCHK' && /^\d+$/.test(customerReference) ? customerReference : '',
    customerReference,
    bankReference,
    externalId: bankReference || customerReference,
    isReversal: read.isReversal || read.type === 'NRTI' || found.isReversal === true,
  }
}

/** `KREF+`, `EREF`, `MARF`, `PREF` say that the reference did not fit and stands in field 86. */
function referenceOf(text: string, { customerReference = '', endToEndId = '', mandateReference = '' }: Remittance): string {
  switch (text.replace(/\+$/, '')) {
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
function supplementFields({ supplement, customerReference, isPadded }: StatementLine, { bookingText = '' }: Remittance): Remittance {
  const own = isIban(customerReference) ? accountFields(customerReference) : {}
  if (supplement === '') return own
  if (supplement.startsWith('/')) return { ...own, ...originalFields(/\/OCMT\/([^/]*)/.exec(supplement)?.[1] ?? '') }
  if (/^P?\d{6,12}$/.test(supplement) || isIban(supplement)) return accountFields(supplement)
  if (isPadded && /^P?\d{6,12}$/.test(customerReference)) return { ...accountFields(customerReference), payee: nameOf(supplement) }
  if (isPadded || 'counterpartyIban' in own) return { ...own, payee: nameOf(supplement) }
  return bookingText === '' ? { bookingText: nameOf(supplement) } : own
}

/** An entry without field 86 still has to say something: its second line, or the reference where that is words. */
function purposeOf({ purpose = '', payee = '', bookingText = '' }: Remittance, { supplement, customerReference }: StatementLine): string {
  if (purpose !== '' || payee !== '') return purpose
  if (supplement !== '' && !supplement.startsWith('/')) return bookingText === '' || bookingText === nameOf(supplement) ? supplement : ''
  return bookingText === '' && /[^\W\d]/.test(reference(customerReference)) ? customerReference : ''
}

const signed = (original: DecimalText, amount: DecimalText): DecimalText => (amount.startsWith('-') ? negate(original) : original)
