import { localDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { DEMO_BANK } from '../bank-identity.ts'
import type { DemoEntry } from '../history/entry.ts'
import type { MoneyAccount } from '../personas/persona.ts'
import { CRLF, day6, folded, swiftAmount, swiftBytes } from './swift.ts'

const CURRENCY = 'EUR'
const PART_MAX = 27
/** ?20 to ?29, then ?60 to ?63 (Finanzdatenformate B.8.3). */
const PURPOSE_FIELDS = [...Array.from({ length: 10 }, (_, place) => String(20 + place)), '60', '61', '62', '63']

/** The balance before the first entry, and the day of the entry before it. */
export interface Opening { readonly cents: number; readonly on: LocalDate | null }

/** One statement per booking day, each opening where the one before closed (B.8). */
export function writeMt940(account: MoneyAccount, entries: readonly DemoEntry[], { cents: openingCents, on }: Opening): Uint8Array {
  let cents = openingCents
  let closedOn = on
  const lines = daysOf(entries).flatMap(([day, ofDay]) => {
    const opening = balance(cents, closedOn ?? day)
    cents = ofDay.reduce((sum, entry) => sum + entry.cents, cents)
    closedOn = day
    return [':20:STARTUMSE', accountLine(account), `:28C:${sheetOf(day)}/1`, `:60F:${opening}`, ...ofDay.flatMap(entryLines), `:62F:${balance(cents, day)}`, '-']
  })
  return swiftBytes(lines.map((line) => `${CRLF}${line}`).join('') + (lines.length === 0 ? '' : CRLF))
}

/** What is announced but not booked (MT942, B.9). */
export function writeMt942(account: MoneyAccount, pending: readonly DemoEntry[], today: LocalDate): Uint8Array {
  const sums = (sign: 1 | -1) => {
    const own = pending.filter(({ cents }) => Math.sign(cents) === sign)
    return `${own.length}${CURRENCY}${swiftAmount(own.reduce((sum, { cents }) => sum + cents, 0))}`
  }
  const lines = [
    ':20:STARTDISP', accountLine(account), ':28C:0/1', `:34F:${CURRENCY}0,`, `:13D:${day6(today)}0600+0100`,
    ...pending.flatMap(entryLines), `:90D:${sums(-1)}`, `:90C:${sums(1)}`, '-',
  ]
  return swiftBytes(lines.map((line) => `${CRLF}${line}`).join('') + CRLF)
}

export function daysOf(entries: readonly DemoEntry[]): [LocalDate, DemoEntry[]][] {
  const days = new Map<LocalDate, DemoEntry[]>()
  for (const entry of entries) {
    const day = days.get(entry.bookedOn)
    if (day === undefined) days.set(entry.bookedOn, [entry])
    else day.push(entry)
  }
  return [...days]
}

const accountLine = ({ number }: MoneyAccount): string => `:25:${DEMO_BANK.bankCode}/${number.padStart(10, '0')}${CURRENCY}`
const balance = (cents: number, day: LocalDate): string => `${cents < 0 ? 'D' : 'C'}${day6(day)}${CURRENCY}${swiftAmount(cents)}`
/** Statement numbers count the days of a year. */
const sheetOf = (day: LocalDate): string => String(toDayNumber(day) - toDayNumber(localDate(`${day.slice(0, 4)}-01-01`)) + 1).padStart(5, '0')

function entryLines(entry: DemoEntry): string[] {
  // A reversal takes its name from what it takes back: money that returns reverses a debit.
  const mark = entry.cents < 0 ? (entry.isReversal ? 'RC' : 'D') : entry.isReversal ? 'RD' : 'C'
  const booked = day6(entry.bookedOn).slice(2)
  const reference = entry.endToEndId === '' ? 'NONREF' : 'KREF+'
  return [`:61:${day6(entry.valueOn)}${booked}${mark}R${swiftAmount(entry.cents)}NMSC${reference}//${entry.reference}`, `:86:${folded(details(entry))}`]
}

/** Field 86: code, booking text, then purpose and counterparty in numbered parts. */
function details(entry: DemoEntry): string {
  const purpose = [
    ...tagged('EREF', entry.endToEndId), ...tagged('MREF', entry.mandateReference), ...tagged('CRED', entry.creditorId),
    ...tagged('SVWZ', entry.purpose),
  ].slice(0, PURPOSE_FIELDS.length)
  const name = parts(entry.name).slice(0, 2)
  return [
    entry.code, `?00${entry.text}`, '?109301',
    ...purpose.map((part, place) => `?${PURPOSE_FIELDS[place] ?? ''}${part}`),
    ...(entry.counterparty === null ? [] : [`?30${entry.counterparty.bic}`, `?31${entry.counterparty.iban}`]),
    ...name.map((part, place) => `?${32 + place}${part}`),
  ].join('')
}

const tagged = (tag: string, text: string): string[] => (text === '' ? [] : parts(`${tag}+${text}`))

function parts(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PART_MAX) }, (_, place) => text.slice(place * PART_MAX, (place + 1) * PART_MAX))
}
