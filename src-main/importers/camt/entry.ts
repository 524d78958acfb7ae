import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { BLANK_ENTRY, type EntryDetail, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import { parseIsoDay } from '../text/days.ts'
import { negate, parseXmlAmount } from '../text/decimal-text.ts'
import { reference, type Remittance } from '../text/remittance.ts'
import { isReturnCode } from '../text/return-codes.ts'
import type { Direction } from './parties.ts'
import { readTransaction, withTextFields } from './remittance.ts'
import type { XmlEntry, XmlTransaction } from './schema.ts'

/** What an entry needs to know of the statement it stands in. */
export interface EntryContext {
  readonly ownIban: string | null
  /** For entries without any day of their own: the statement's. */
  readonly fallbackDay: LocalDate | null
}

export type EntryStatus = 'booked' | 'pending' | 'advice'
export type ReadEntry =
  | { readonly status: EntryStatus; readonly entry: StatementEntry; readonly lacksDay: boolean }
  | { readonly unreadable: UnreadableEntry }

/** One Ntry. A batch stays one entry, for it was booked as one; its payments are `details`. */
export function readEntry(xml: XmlEntry, context: EntryContext): ReadEntry {
  const status = statusOf(xml)
  const amount = signedAmount(xml.Amt?.text, xml.CdtDbtInd)
  const day = dayOf(xml, context)
  const transactions = [...(xml.NtryDtls ?? []).flatMap(({ TxDtls = [] }) => TxDtls), ...(xml.TxDtls ?? [])]
  const fields = entryFields(xml, transactions, amount ?? null, context)
  if (amount === undefined || day === undefined) {
    const { payee, purpose } = fields
    return { unreadable: { line: xml.line, reason: amount === undefined ? 'bad-amount' : 'bad-date', isPending: status !== 'booked', bookedOn: day?.date ?? null, amount: amount ?? null, payee, purpose } }
  }
  const entry = { ...fields, line: xml.line, bookedOn: day.date, valueOn: isoDay(xml.ValDt) ?? null, amount, isAdvice: status === 'advice' }
  return { status, entry, lacksDay: day.isFallback }
}

/** Version 08 put the status into Sts/Cd. INFO and FUTR announce; without a status an entry is booked. */
function statusOf({ Sts: status }: XmlEntry): EntryStatus {
  switch ((status?.Cd ?? status?.Prtry ?? status?.[''] ?? '').trim().toUpperCase()) {
    case 'PDNG':
      return 'pending'
    case 'INFO':
    case 'FUTR':
      return 'advice'
    default:
      return 'booked'
  }
}

/** RvslInd never turns the sign: CdtDbtInd already says which way the money went. */
function signedAmount(text: string | undefined, indicator: string | undefined): DecimalText | undefined {
  const amount = parseXmlAmount(text ?? '')
  if (amount === undefined) return undefined
  switch (indicator?.trim()) {
    case 'DBIT':
      return negate(amount)
    case 'CRDT':
      return amount
    default:
      return amount.startsWith('-') ? amount : undefined
  }
}

const isoDay = (choice: { readonly Dt?: string; readonly DtTm?: string } | undefined): LocalDate | undefined => parseIsoDay(choice?.Dt ?? choice?.DtTm ?? '')

function dayOf(xml: XmlEntry, { fallbackDay }: EntryContext): { readonly date: LocalDate; readonly isFallback: boolean } | undefined {
  const own = isoDay(xml.BookgDt) ?? isoDay(xml.ValDt)
  if (own !== undefined) return { date: own, isFallback: false }
  const dates = xml.NtryDtls?.[0]?.TxDtls?.[0]?.RltdDts
  const near = parseIsoDay(dates?.TxDtTm ?? dates?.IntrBkSttlmDt ?? dates?.AccptncDtTm ?? '') ?? fallbackDay
  return near === null ? undefined : { date: near, isFallback: true }
}

type EntryFields = Omit<StatementEntry, 'line' | 'bookedOn' | 'valueOn' | 'amount' | 'isAdvice'>

function entryFields(xml: XmlEntry, transactions: readonly XmlTransaction[], amount: DecimalText | null, { ownIban }: EntryContext): EntryFields {
  const [first] = transactions
  const direction = { isCredit: amount === null || !amount.startsWith('-'), isReversal: isTrue(xml.RvslInd), ownIban }
  const only = first && transactions.length === 1 ? readTransaction(first, within(first, direction)) : undefined
  const bookingText = (xml.AddtlNtryInf ?? '').trim()
  const details = transactions.length > 1 ? transactions.map((transaction) => detailOf(transaction, xml, within(transaction, direction))) : []
  const told = only === undefined || (only.purpose === '' && only.payee === '') ? withTextFields(only ?? batchFields(details), bookingText) : only
  const code = codeOf(xml, first)
  const bankReference = reference(xml.AcctSvcrRef ?? '') || (only?.bankReference ?? '')
  const { customerReference = '', endToEndId = '' } = told
  return {
    ...BLANK_ENTRY,
    ...told,
    ...originalOf(xml, only ? first : undefined, amount),
    currency: xml.Amt?.currency ?? null,
    bookingText: told.bookingText ?? bookingText,
    code,
    checkNumber: (only && first?.Refs?.ChqNb?.trim()) ?? '',
    bankReference,
    customerReference,
    externalId: bankReference || customerReference || endToEndId,
    isReversal: direction.isReversal || told.isReversal === true || isReturnCode(code),
    details,
  }
}

const isTrue = (text: string | undefined): boolean => text?.trim() === 'true' || text?.trim() === '1'
/** A payment inside a batch may go the other way than the batch. */
const within = ({ CdtDbtInd: indicator }: XmlTransaction, direction: Direction): Direction => (indicator === undefined ? direction : { ...direction, isCredit: indicator.trim() === 'CRDT' })

/** A batch of one party is that party's; of several, their first names say what it is. */
function batchFields(details: readonly EntryDetail[]): Remittance {
  const names = [...new Set(details.map(({ payee }) => payee).filter((payee) => payee !== ''))]
  return { payee: names.length > NAMES_MAX ? `${names.slice(0, NAMES_MAX).join(', ')} …` : names.join(', ') }
}

const NAMES_MAX = 3

function detailOf(transaction: XmlTransaction, entry: XmlEntry, direction: Direction): EntryDetail {
  const amountXml = transaction.Amt ?? transaction.AmtDtls?.TxAmt?.Amt
  const { payee = '', purpose = '', bankReference, customerReference = '', counterpartyIban = '', counterpartyBic = '', counterpartyAccount = '', ultimateCounterparty = '',
    endToEndId = '', mandateReference = '', creditorId = '', returnReason = '' } = readTransaction(transaction, direction)
  const currency = amountXml?.currency ?? null
  return {
    amount: signedAmount(amountXml?.text, direction.isCredit ? 'CRDT' : 'DBIT') ?? null,
    currency: currency === entry.Amt?.currency ? null : currency,
    payee, purpose, bankReference, customerReference, counterpartyIban, counterpartyBic, counterpartyAccount, ultimateCounterparty,
    endToEndId, mandateReference, creditorId, returnReason,
  }
}

/** German banks put the Geschäftsvorfallcode into the proprietary code: `NDDT+105+00931`. Else the ISO domain code. */
function codeOf(xml: XmlEntry, transaction: XmlTransaction | undefined): string {
  const code = xml.BkTxCd ?? transaction?.BkTxCd
  const proprietary = code?.Prtry?.Cd?.trim() ?? ''
  const [, german] = /^[A-Z0-9]{4}\+(\d{1,3})(?:\+|$)/.exec(proprietary) ?? []
  if (german !== undefined) return german.padStart(3, '0')
  const domain = [code?.Domn?.Cd, code?.Domn?.Fmly?.Cd, code?.Domn?.Fmly?.SubFmlyCd].map((part) => part?.trim() ?? '').filter((part) => part !== '')
  return domain.length > 0 ? domain.join('/') : proprietary
}

/** The amount in the other currency, where there is one: what was instructed, else what was charged or its counter value. */
function originalOf(xml: XmlEntry, transaction: XmlTransaction | undefined, amount: DecimalText | null): Partial<EntryFields> {
  const details = transaction?.AmtDtls ?? xml.AmtDtls
  const all = [details?.InstdAmt, details?.TxAmt, details?.CntrValAmt]
  const foreign = all.find((part) => part?.Amt !== undefined && part.Amt.currency !== null && part.Amt.currency !== xml.Amt?.currency)
  const original = parseXmlAmount(foreign?.Amt?.text ?? '')
  if (original === undefined || amount === null || foreign?.Amt === undefined) return {}
  const rate = parseXmlAmount(all.map((part) => part?.CcyXchg?.XchgRate).find((text) => text !== undefined) ?? '')
  return { originalAmount: amount.startsWith('-') ? negate(original) : original, originalCurrency: foreign.Amt.currency, exchangeRate: rate ?? null }
}
