import { isDecimal, sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Mapping } from '#shared/mapping.ts'
import { BLANK_ENTRY, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'
import { isBic, isIban, nameOf, reference, withoutSpaces } from '../text/remittance.ts'
import { dayIn, dayParts } from '../text/loose-days.ts'
import { looseAmount, plainAmount, type LooseAmount } from '../text/loose-amounts.ts'
import type { Preset } from './presets.ts'
import type { Cell, TableRow } from './table.ts'
import { ownWords } from './own-words.ts'
import { directionOf, statusOf } from './vocabulary.ts'

/** How the rows of one table are read. */
export interface RowReading {
  readonly mapping: Mapping
  readonly preset: Preset | undefined
  /** Some amounts carry a plus or CR and none a minus: the bare ones are money out. */
  readonly isBareOut: boolean
  /** The column for money out has its own minus signs. */
  readonly isDebitSigned: boolean
}

/** One row as it was read: an entry with where it belongs, one that cannot be read, or nothing of the account's history. */
export type ReadRow =
  | { readonly kind: 'entry'; readonly entry: StatementEntry; readonly isPending: boolean; readonly account: string; readonly name: string; readonly currency: string | null; readonly balance: DecimalText | null }
  | { readonly kind: 'unreadable'; readonly row: UnreadableEntry; readonly account: string; readonly name: string; readonly currency: string | null }
  | { readonly kind: 'outside'; readonly reason: 'void' | 'footer'; readonly line: number }

export function readRow({ cells, line }: TableRow, reading: RowReading): ReadRow {
  const { mapping, preset } = reading
  const cell: Cell = (role) => {
    const at = mapping.columns.indexOf(role)
    const text = at < 0 ? '' : cells[at] ?? ''
    return preset?.isOurs === true ? text.replace(/^'(?='*[=+\-@])/, '') : text
  }
  const status = statusOf(cell('status'))
  if (status === 'void') return { kind: 'outside', reason: 'void', line }
  const bookedText = cell('bookedOn')
  const bookedOn = dayOf(bookedText, mapping) ?? (bookedText === '' || statusOf(bookedText) === 'pending' ? dayOf(cell('valueOn'), mapping) : undefined)
  const isPending = preset?.booksAll !== true && (status === 'pending' || statusOf(bookedText) === 'pending')
  const money = amountOf(cell, cells, reading)
  const place = { account: withoutSpaces(cell('account').replace(/^['"]|['"]$/g, '')), name: nameOf(cell('accountName')), currency: currencyOf(cell, money) ?? mapping.currency }
  if (bookedOn === undefined || money === undefined || money.value === undefined) {
    if (isFooter(cell, bookedOn, money)) return { kind: 'outside', reason: 'footer', line }
    const reason = bookedOn === undefined && money?.value === undefined ? 'unreadable' : bookedOn === undefined ? 'bad-date' : 'bad-amount'
    return { kind: 'unreadable', row: { line, reason, isPending, bookedOn: bookedOn ?? null, amount: money?.value ?? null, payee: cell('payee'), purpose: cell('purpose') }, ...place }
  }
  return { kind: 'entry', entry: toEntry(cell, line, bookedOn, money.value, reading), isPending, balance: numberOf(cell('balance'), mapping), ...place }
}

const dayOf = (text: string, { dateOrder }: Mapping): LocalDate | undefined => {
  const parts = dayParts(text)
  return parts && dayIn(parts, dateOrder ?? 'dmy')
}

interface Amount { readonly value: DecimalText | undefined; readonly currency: string | null }

/** The row's amount in the bank's sign. Undefined where no cell holds one. */
function amountOf(cell: Cell, cells: readonly string[], { mapping, preset, isBareOut, isDebitSigned }: RowReading): Amount | undefined {
  const decimal = mapping.decimal ?? '.'
  const single = looseAmount(cell('amount'))
  if (single) {
    const plain = plainAmount(single, decimal)
    const away = directionOf(cell('sign'))
    const isOut = away === 'out' || (away === null && isBareOut && single.side === null && !single.isNegative && !endsWithCredit(cells))
    const directed = plain !== undefined && isOut && !plain.startsWith('-') ? negate(plain) : plain
    const signed = directed !== undefined && mapping.sign === 'inverted' ? negate(directed) : directed
    return { value: preset?.addsFee === true ? withoutFee(signed, cell('fee'), mapping) : signed, currency: single.currency }
  }
  const [debit, credit] = [looseAmount(cell('debit')), looseAmount(cell('credit'))]
  if (!debit && !credit) return cell('amount') === '' ? undefined : { value: undefined, currency: null }
  const out = debit && plainAmount(debit, decimal)
  const inward = credit && plainAmount(credit, decimal)
  if ((debit && out === undefined) || (credit && inward === undefined)) return { value: undefined, currency: null }
  const spent = out === undefined ? [] : [isDebitSigned ? out : negate(out)]
  return { value: sumDecimals([...spent, ...(inward === undefined ? [] : [inward])]), currency: (debit ?? credit)?.currency ?? null }
}

/** A column of its own without a name may say CR. */
const endsWithCredit = (cells: readonly string[]): boolean => /^CR$/i.test(cells.at(-1) ?? '')

function withoutFee(amount: DecimalText | undefined, fee: string, mapping: Mapping): DecimalText | undefined {
  const value = numberOf(fee, mapping)
  return amount === undefined || value === null ? amount : sumDecimals([amount, negate(value)])
}

function numberOf(text: string, { decimal }: Pick<Mapping, 'decimal'>): DecimalText | null {
  const amount = text === '' ? undefined : looseAmount(text)
  return (amount && plainAmount(amount, decimal ?? '.')) ?? null
}

function currencyOf(cell: Cell, money: Amount | undefined): string | null {
  const code = cell('currency').trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : code === '€' ? 'EUR' : money?.currency ?? null
}

const CLOSING = /^(?:alter |neuer |letzter )?(?:kontostand|saldo|endsaldo|summe|total|balance|solde)|^(?:beginning|opening|ending|closing) balance|^anfangssaldo/i

/** Words, sums and balances around the rows: no day and no text that a payment would have, or no amount at all. */
function isFooter(cell: Cell, bookedOn: LocalDate | undefined, money: Amount | undefined): boolean {
  const texts = [cell('bookedOn'), cell('payee'), cell('purpose')]
  if (texts.some((text) => CLOSING.test(text)) && (bookedOn === undefined || money === undefined)) return true
  if (bookedOn === undefined && dayParts(cell('bookedOn')) === undefined) return money === undefined || (cell('payee') === '' && cell('purpose') === '')
  return false
}

function toEntry(cell: Cell, line: number, bookedOn: LocalDate, amount: DecimalText, { mapping, preset }: RowReading): StatementEntry {
  const iban = withoutSpaces(cell('counterpartyIban').replace(/^'|'$/g, ''))
  const bic = withoutSpaces(cell('counterpartyBic'))
  const original = numberOf(cell('originalAmount'), mapping)
  const foreign = cell('originalCurrency').trim().toUpperCase()
  const hasOriginal = original !== null && /^[A-Z]{3}$/.test(foreign) && foreign !== cell('currency').trim().toUpperCase()
  const payer = amount.startsWith('-') ? '' : cell('payer')
  const own = ownWords(cell, mapping)
  return {
    ...BLANK_ENTRY, line, bookedOn, amount,
    valueOn: dayOf(cell('valueOn'), mapping) ?? null,
    payee: nameOf(blank(payer === '' ? cell('payee') : payer)),
    purpose: blank(cell('purpose')),
    bookingText: nameOf(blank(cell('bookingText'))),
    checkNumber: reference(cell('checkNumber')),
    ...(preset?.isOurs === true ? { externalId: cell('id') } : { bankReference: reference(cell('id')) }),
    customerReference: reference(cell('reference')),
    ...(isIban(iban) ? { counterpartyIban: iban } : { counterpartyAccount: blank(iban) }),
    ...(isBic(bic) && { counterpartyBic: bic }),
    endToEndId: reference(cell('endToEndId')),
    mandateReference: reference(cell('mandateReference')),
    creditorId: withoutSpaces(cell('creditorId')),
    ...(hasOriginal && { originalAmount: original, originalCurrency: foreign, exchangeRate: rateOf(cell('exchangeRate'), mapping) }),
    ...(own && { own }),
  }
}

const rateOf = (text: string, mapping: Mapping): DecimalText | null => {
  const rate = numberOf(text, mapping)
  return rate !== null && isDecimal(rate) && /[1-9]/.test(rate) ? rate : null
}

/** What some banks write where there is nothing. */
const blank = (text: string): string => (/^(?:n\/a|-|null)$/i.test(text) ? '' : text)

export const isLoose = (amounts: readonly (LooseAmount | undefined)[]): boolean =>
  amounts.every((amount) => amount?.isNegative !== true) && amounts.some((amount) => amount?.side === 'credit') && amounts.some((amount) => amount?.side === null)
