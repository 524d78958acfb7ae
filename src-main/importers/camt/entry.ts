import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { EntryDetail, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { parseIsoDay } from '../text/days.ts'
import { negate, parseXmlAmount } from '../text/decimal-text.ts'
import { fillText } from '../text/free-text.ts'
import { blankRemittance, reference, type Remittance } from '../text/remittance.ts'
import { isReturnCode } from '../text/return-codes.ts'
import type { Direction, Owner } from './parties.ts'
import { readTransaction } from './remittance.ts'
import type { XmlEntry, XmlTransaction } from './schema.ts'

/** What an entry needs to know of the statement it stands in. */
export interface EntryContext {
  readonly owner: Owner
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
  const found = readTexts(xml, transactions, amount ?? null, context)
  if (amount === undefined || day === undefined) {
    const reason = amount === undefined ? 'bad-amount' : 'bad-date'
    return { unreadable: { line: xml.line, reason, isPending: status !== 'booked', bookedOn: day?.date ?? null, amount: amount ?? null, payee: found.remittance.payee, purpose: found.remittance.purpose } }
  }
  return { status, entry: toEntry(xml, transactions, found, { bookedOn: day.date, amount, isAdvice: status === 'advice' }), lacksDay: day.isFallback }
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

const NO_DETAILS: readonly EntryDetail[] = []

interface ReadTexts { readonly remittance: Remittance; readonly details: readonly EntryDetail[] }

/** What the entry's one transaction says, or the batch as a whole; the bank's own text fills in where both are silent. */
function readTexts(xml: XmlEntry, transactions: readonly XmlTransaction[], amount: DecimalText | null, { owner }: EntryContext): ReadTexts {
  const direction = { isCredit: amount === null || !amount.startsWith('-'), isReversal: isTrue(xml.RvslInd), owner }
  const [first] = transactions
  const isBatch = transactions.length > 1
  const details = isBatch ? transactions.map((transaction) => detailOf(transaction, xml, within(transaction, direction))) : NO_DETAILS
  const remittance = first && !isBatch ? readTransaction(first, within(first, direction)) : blankRemittance()
  if (isBatch) remittance.payee = batchName(details)
  const bookingText = (xml.AddtlNtryInf ?? '').trim()
  if (remittance.purpose === '' && (remittance.payee === '' || isBatch) && bookingText !== '') fillText(remittance, bookingText)
  if (remittance.bookingText === '') remittance.bookingText = bookingText
  return { remittance, details }
}

type Known = Pick<StatementEntry, 'bookedOn' | 'amount' | 'isAdvice'>

function toEntry(xml: XmlEntry, transactions: readonly XmlTransaction[], { remittance: found, details }: ReadTexts, { bookedOn, amount, isAdvice }: Known): StatementEntry {
  const [first] = transactions
  const only = transactions.length === 1 ? first : undefined
  const code = codeOf(xml, first)
  const bankReference = reference(xml.AcctSvcrRef ?? '') || reference(only?.Refs?.AcctSvcrRef ?? '')
  const original = originalOf(xml, only, amount)
  return {
    line: xml.line,
    externalId: bankReference || found.customerReference || found.endToEndId,
    bookedOn,
    valueOn: isoDay(xml.ValDt) ?? null,
    amount,
    currency: xml.Amt?.currency ?? null,
    originalAmount: original?.amount ?? null,
    originalCurrency: original?.currency ?? null,
    exchangeRate: original?.rate ?? null,
    payee: found.payee,
    purpose: found.purpose,
    bookingText: found.bookingText,
    code,
    purposeCode: found.purposeCode,
    checkNumber: only?.Refs?.ChqNb?.trim() ?? '',
    bankReference,
    customerReference: found.customerReference,
    counterpartyIban: found.counterpartyIban,
    counterpartyBic: found.counterpartyBic,
    counterpartyAccount: found.counterpartyAccount,
    ultimateCounterparty: found.ultimateCounterparty,
    endToEndId: found.endToEndId,
    mandateReference: found.mandateReference,
    creditorId: found.creditorId,
    isReversal: isTrue(xml.RvslInd) || found.isReversal || isReturnCode(code),
    returnReason: found.returnReason,
    isAdvice,
    details,
  }
}

const isTrue = (text: string | undefined): boolean => text?.trim() === 'true' || text?.trim() === '1'
/** A payment inside a batch may go the other way than the batch. */
const within = ({ CdtDbtInd: indicator }: XmlTransaction, direction: Direction): Direction => (indicator === undefined ? direction : { ...direction, isCredit: indicator.trim() === 'CRDT' })

/** A batch of one party is that party's; of several, their first names say what it is. */
function batchName(details: readonly EntryDetail[]): string {
  const names = [...new Set(details.map(({ payee }) => payee).filter((payee) => payee !== ''))]
  return names.length > NAMES_MAX ? `${names.slice(0, NAMES_MAX).join(', ')} …` : names.join(', ')
}

const NAMES_MAX = 3

function detailOf(transaction: XmlTransaction, entry: XmlEntry, direction: Direction): EntryDetail {
  const amountXml = transaction.Amt ?? transaction.AmtDtls?.TxAmt?.Amt
  const { payee, purpose, customerReference, counterpartyIban, counterpartyBic, counterpartyAccount, ultimateCounterparty, endToEndId, mandateReference, creditorId, returnReason } =
    readTransaction(transaction, direction)
  const currency = amountXml?.currency ?? null
  return {
    amount: signedAmount(amountXml?.text, direction.isCredit ? 'CRDT' : 'DBIT') ?? null,
    currency: currency === entry.Amt?.currency ? null : currency,
    bankReference: reference(transaction.Refs?.AcctSvcrRef ?? ''),
    payee, purpose, customerReference, counterpartyIban, counterpartyBic, counterpartyAccount, ultimateCounterparty, endToEndId, mandateReference, creditorId, returnReason,
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

interface Original { readonly amount: DecimalText; readonly currency: string; readonly rate: DecimalText | undefined }

/** The amount in the other currency, where there is one: what was instructed, else what was charged or its counter value. */
function originalOf(xml: XmlEntry, transaction: XmlTransaction | undefined, amount: DecimalText): Original | undefined {
  const details = transaction?.AmtDtls ?? xml.AmtDtls
  if (!details) return undefined
  const all = [details.InstdAmt, details.TxAmt, details.CntrValAmt]
  const foreign = all.map((part) => part?.Amt).find((part) => part?.currency != null && part.currency !== xml.Amt?.currency)
  const value = parseXmlAmount(foreign?.text ?? '')
  if (value === undefined || foreign?.currency == null) return undefined
  const rate = parseXmlAmount(all.map((part) => part?.CcyXchg?.XchgRate).find((text) => text !== undefined) ?? '')
  return { amount: amount.startsWith('-') ? negate(value) : value, currency: foreign.currency, rate }
}
