import type { STMTTRN, STMTTRNP } from '#main/connectors/ofx/aggregates/banking.ts'
import type { CURRENCY, ORIGCURRENCY } from '#main/connectors/ofx/aggregates/common.ts'
import type { LOANSTMTTRN } from '#main/connectors/ofx/aggregates/loan.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import { readAmount } from '#main/connectors/ofx/values.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { BLANK_ENTRY, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import { asBic, asIban } from './accounts.ts'
import { optionalCurrency, optionalDay, optionalNumber, type Tools } from './tools.ts'

/** Either can be told by its `reason`. */
export type EntryOrNot = StatementEntry | UnreadableEntry
export const isReadable = (entry: EntryOrNot): entry is StatementEntry => !('reason' in entry)

/** STMTTRN. NAME is the payee and MEMO the purpose, whichever of them a bank fills. */
export function readBooked(trn: Of<typeof STMTTRN>, tools: Tools): EntryOrNot {
  const bookedOn = tools.days.read(trn.DTPOSTED) ?? substituteDay(tools, trn.line, [['DTUSER', trn.DTUSER], ['DTAVAIL', trn.DTAVAIL]])
  const amount = readAmount(trn.TRNAMT)
  const payee = payeeOf(trn.NAME, trn.EXTDNAME, trn.PAYEE ?? trn.PAYEE2)
  const purpose = trn.MEMO === '' ? trn.MEMO2 : trn.MEMO
  const correction = trn.CORRECTACTION === '' ? null : correctionOf(trn, tools)
  if (bookedOn === undefined || amount === undefined || correction === 'delete') {
    return unreadable(tools, { line: trn.line, isPending: false, bookedOn, amount, payee, purpose }, 'DTPOSTED')
  }
  const bankReference = trn.REFNUM === '' ? trn.SRVRTID : trn.REFNUM
  // Written out in full: V8 lays a literal out at once, where a spread costs a second object for each of 100,000 entries.
  const entry: StatementEntry = {
    line: trn.line,
    externalId: trn.FITID === '' ? bankReference : trn.FITID,
    bookedOn,
    valueOn: optionalDay(tools, trn.line, 'DTAVAIL', trn.DTAVAIL),
    amount,
    currency: null,
    originalAmount: null,
    originalCurrency: null,
    exchangeRate: null,
    payee,
    purpose,
    bookingText: '',
    code: trn.TRNTYPE,
    purposeCode: '',
    checkNumber: trn.CHECKNUM,
    bankReference,
    customerReference: '',
    counterpartyIban: '',
    counterpartyBic: '',
    counterpartyAccount: '',
    ultimateCounterparty: '',
    endToEndId: '',
    mandateReference: '',
    creditorId: '',
    isReversal: false,
    returnReason: '',
    isAdvice: false,
    details: BLANK_ENTRY.details,
  }
  const withCurrency = trn.CURRENCY ?? trn.ORIGCURRENCY ? { ...entry, ...currenciesOf(trn, tools) } : entry
  return trn.BANKACCTTO ? { ...withCurrency, counterpartyIban: asIban(trn.BANKACCTTO.ACCTID) ?? '', counterpartyBic: asBic(trn.BANKACCTTO.BANKID) ?? '' } : withCurrency
}

/** STMTTRNP: known to the bank, not yet booked. */
export function readPending(trn: Of<typeof STMTTRNP>, tools: Tools): EntryOrNot {
  const bookedOn = tools.days.read(trn.DTTRAN) ?? substituteDay(tools, trn.line, [['DTPOSTED', trn.DTPOSTED], ['DTUSER', trn.DTUSER]])
  const amount = readAmount(trn.TRNAMT)
  const payee = payeeOf(trn.NAME, trn.EXTDNAME, undefined)
  if (bookedOn === undefined || amount === undefined) {
    return unreadable(tools, { line: trn.line, isPending: true, bookedOn, amount, payee, purpose: trn.MEMO }, 'DTTRAN')
  }
  return {
    ...BLANK_ENTRY,
    ...currenciesOf(trn, tools),
    line: trn.line,
    externalId: trn.FITID === '' ? trn.REFNUM : trn.FITID,
    bookedOn,
    amount,
    payee,
    purpose: trn.MEMO,
    code: trn.TRNTYPE,
    bankReference: trn.REFNUM,
  }
}

/** LOANSTMTTRN. How it divides into principal and interest is kept with the loan's terms. */
export function readLoanEntry(trn: Of<typeof LOANSTMTTRN>, tools: Tools): EntryOrNot {
  const bookedOn = tools.days.read(trn.DTPOSTED) ?? substituteDay(tools, trn.line, [['DTUSER', trn.DTUSER]])
  const amount = readAmount(trn.TRNAMT)
  const payee = payeeOf(trn.NAME, trn.EXTDNAME, undefined)
  const correction = trn.CORRECTACTION === '' ? null : correctionOf(trn, tools)
  if (bookedOn === undefined || amount === undefined || correction === 'delete') {
    return unreadable(tools, { line: trn.line, isPending: false, bookedOn, amount, payee, purpose: trn.MEMO }, 'DTPOSTED')
  }
  const bankReference = trn.REFNUM === '' ? trn.SRVRTID : trn.REFNUM
  return {
    ...BLANK_ENTRY,
    ...currenciesOf(trn, tools),
    line: trn.line,
    externalId: trn.FITID === '' ? bankReference : trn.FITID,
    bookedOn,
    amount,
    payee,
    purpose: trn.MEMO,
    code: trn.LOANTRNTYPE,
    checkNumber: trn.CHECKNUM,
    bankReference,
  }
}

/** EXTDNAME is NAME without its limit of 32 characters. */
function payeeOf(name: string, extended: string, payee: { readonly NAME: string } | undefined): string {
  const short = name === '' ? payee?.NAME ?? '' : name
  return extended !== '' && extended.startsWith(short) ? extended : short
}

/** The specification demands the first of these days; a bank that leaves it out mostly gives another. */
function substituteDay(tools: Tools, line: number, others: readonly (readonly [tag: string, text: string])[]): LocalDate | undefined {
  for (const [tag, text] of others) {
    const day = tools.days.read(text)
    if (day === undefined) continue
    tools.warn('date-substituted', line, tag)
    return day
  }
  return undefined
}

/** A correction of an earlier entry (OFX 2.3 §11.4.4.1): a deletion books nothing, a replacement books itself. */
function correctionOf(trn: { readonly line: number; readonly CORRECTACTION: string }, tools: Tools): 'delete' | 'replace' {
  const action = trn.CORRECTACTION.toUpperCase() === 'DELETE' ? 'delete' : 'replace'
  tools.warn(action === 'delete' ? 'entry-deletes-another' : 'entry-replaces-another', trn.line, 'CORRECTACTION')
  return action
}

interface Remains { readonly line: number; readonly isPending: boolean; readonly bookedOn: LocalDate | undefined; readonly amount: DecimalText | undefined; readonly payee: string; readonly purpose: string }

function unreadable(tools: Tools, remains: Remains, dayTag: string): UnreadableEntry {
  const { bookedOn = null, amount = null } = remains
  if (amount === null) tools.warn('entry-without-amount', remains.line, 'TRNAMT')
  if (bookedOn === null) tools.warn('entry-without-date', remains.line, dayTag)
  const reason = amount === null ? 'bad-amount' : bookedOn === null ? 'bad-date' : 'unreadable'
  return { ...remains, bookedOn, amount, reason }
}

interface WithCurrency { readonly line: number; readonly CURRENCY: Of<typeof CURRENCY> | undefined; readonly ORIGCURRENCY: Of<typeof ORIGCURRENCY> | undefined }

/** CURRENCY: the amount is in that currency. ORIGCURRENCY: it was, and has been converted (OFX 2.3 §5.2). */
function currenciesOf({ line, CURRENCY: own, ORIGCURRENCY: original }: WithCurrency, tools: Tools): Pick<StatementEntry, 'currency' | 'originalCurrency' | 'exchangeRate'> {
  return {
    currency: own ? optionalCurrency(tools, line, 'CURSYM', own.CURSYM) : null,
    originalCurrency: original ? optionalCurrency(tools, line, 'CURSYM', original.CURSYM) : null,
    exchangeRate: optionalNumber(tools, line, 'CURRATE', (own ?? original)?.CURRATE ?? ''),
  }
}
