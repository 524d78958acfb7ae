import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { UnreadableEntry } from '#shared/statement.ts'
import { parseEntryDay, parseSwiftDay } from '../text/days.ts'
import { negate, parseSwiftAmount } from '../text/decimal-text.ts'

/** Field 61, the statement line (Finanzdatenformate B.8.3; SWIFT category 9). */
export interface StatementLine {
  readonly valueOn: LocalDate
  readonly bookedOn: LocalDate
  readonly isClamped: boolean
  /** In the account's sign. */
  readonly amount: DecimalText
  readonly isReversal: boolean
  /** `NTRF`, `S`, `NOV`: the transaction type identification code. */
  readonly type: string
  readonly customerReference: string
  readonly bankReference: string
  /** Supplementary details: the second line, or what old Rabobank puts behind a padded reference. */
  readonly supplement: string
  readonly isPadded: boolean
}

/**
 * value date · entry date? · mark · funds code? · amount · rest. The mark is C or D, with R for a reversal and E for an
 * expected entry of an MT942; the funds code is the third letter of the currency, so `DD80,` is a debit in MKD.
 */
const LINE = /^\s*(\d{6})(\d{4})?\s*(E?R?)([CD])([A-Z]?)\s*([.,]*\d[\d.,]*)(.*)$/
/** A letter in the middle of the digits (`2O,00`): what stands before it is not the amount. */
const AMOUNT_GOES_ON = /^[A-Za-z]{1,2}[\d.]*,\d/
/** The rest of an amount, then the type: the line was broken inside the amount. */
const AMOUNT_REST = /^\d{0,2}[NSF][A-Z0-9]{3}/

export type ReadLine =
  | { readonly ok: true; readonly line: StatementLine }
  | ({ readonly ok: false } & Pick<UnreadableEntry, 'reason' | 'bookedOn' | 'amount'>)

/** Reads field 61. A line that some program broke in two is tried again with the next one. */
export function readStatementLine(lines: readonly string[]): ReadLine {
  const [first = '', second] = lines
  const whole = LINE.exec(first)
  const isBroken = whole?.[7] === '' && second !== undefined && AMOUNT_REST.test(second)
  if (whole && !isBroken) return interpret(whole, lines.slice(1))
  const joined = second === undefined ? null : LINE.exec(first + second)
  if (joined) return interpret(joined, lines.slice(2))
  return { ok: false, reason: 'unreadable', bookedOn: null, amount: null }
}

function interpret(match: RegExpExecArray, rest: readonly string[]): ReadLine {
  const [, valueText = '', entryText = '', prefix = '', mark = '', , amountText = '', tail = ''] = match
  const value = parseSwiftDay(valueText)
  const entry = value && (entryText === '' ? value : parseEntryDay(entryText, value.date))
  const absolute = AMOUNT_GOES_ON.test(tail) ? undefined : parseSwiftAmount(amountText)
  const isReversal = prefix.endsWith('R')
  // A reversed credit (RC) takes money away, a reversed debit (RD) brings it back: the balances prove it.
  const amount = absolute === undefined || (mark === 'D') === isReversal ? absolute : negate(absolute)
  if (!value || !entry) return { ok: false, reason: 'bad-date', bookedOn: null, amount: amount ?? null }
  if (amount === undefined) return { ok: false, reason: 'bad-amount', bookedOn: entry.date, amount: null }
  const { supplement, ...references } = readTail(tail)
  return {
    ok: true,
    line: {
      valueOn: value.date,
      bookedOn: entry.date,
      isClamped: value.isClamped || entry.isClamped,
      amount,
      isReversal,
      ...references,
      supplement: [supplement, ...rest].map((line) => line.trim()).filter((line) => line !== '').join(' '),
    },
  }
}

/** Type (4 characters), customer's reference, `//` bank's reference. Zenith leaves the type out, ING shortens it. */
function readTail(tail: string): Pick<StatementLine, 'type' | 'customerReference' | 'bankReference' | 'supplement' | 'isPadded'> {
  const hasType = /^[A-Z][A-Z0-9 ]{3}/.test(tail) && !tail.startsWith('NONREF')
  const type = hasType ? tail.slice(0, 4).trim() : ''
  const references = hasType ? tail.slice(4) : tail
  const slashes = references.indexOf('//')
  const customer = slashes < 0 ? references : references.slice(0, slashes)
  const bank = slashes < 0 ? '' : references.slice(slashes + 2).trim()
  const [padded, reference = '', name = ''] = slashes < 0 ? /^(.{1,16}?) {2,}(\S.*)$/.exec(customer.trimEnd())?.slice(0, 3) ?? [] : []
  const isPadded = padded !== undefined && customer.slice(0, 16).trim() === reference.trim()
  if (isPadded) return { type, customerReference: reference.trim(), bankReference: '', supplement: name, isPadded }
  return { type, customerReference: customer.trim(), bankReference: bank, supplement: '', isPadded: false }
}
