import { SaxesParser } from 'saxes'
import { isLocalDate, plainDate, type LocalDate } from '#shared/dates.ts'
import { isDecimal, normalizeDecimal, type DecimalText } from '#shared/decimal.ts'
import type { AppError } from '#shared/errors.ts'
import { currency, isCurrency, type Currency } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { isZip } from '../zip/directory.ts'
import { unpackedMembers } from '../zip/read.ts'

/** One unit of `base` is so many of `quote`. */
export interface Rate { readonly base: Currency; readonly quote: Currency; readonly date: LocalDate; readonly rate: DecimalText }

/** The European Central Bank tells every rate against the euro. */
const EURO = currency('EUR')

/**
 * Reads the reference rates of the European Central Bank as it offers them: `eurofxref-hist.csv` and `eurofxref.csv`,
 * `eurofxref-hist.xml` and its shorter sisters, and the zip archives of both. A currency without a rate on a day (`N/A`)
 * has none then.
 */
export function readEcbRates(bytes: Uint8Array): Result<Rate[], AppError> {
  if (isZip(bytes)) return fromArchive(bytes)
  const text = new TextDecoder('utf-8').decode(bytes)
  const rates = /^\s*</.test(text.slice(0, 100)) ? fromXml(text) : fromCsv(text)
  return rates === undefined || rates.length === 0 ? err({ kind: 'malformed', reason: 'not_rates', line: null }) : ok(rates)
}

/** A table of days and currencies, or the bank's own vocabulary: nobody's transactions. */
export const looksLikeRates = (head: string): boolean => /^\ufeff?\s*Date\s*,(?:\s*[A-Z]{3}\s*(?:,|$))+\s*$/im.test(head.split(/\r?\n/, 1)[0] ?? '') || head.includes('/eurofxref"')

function fromArchive(bytes: Uint8Array): Result<Rate[], AppError> {
  const members = unpackedMembers(bytes)
  if (!members.ok) return members
  for (const member of members.value) {
    const read = isZip(member) ? undefined : readEcbRates(member)
    if (read?.ok === true) return read
  }
  return err({ kind: 'malformed', reason: 'not_rates', line: null })
}

/** `Date,USD,JPY,…` and a line per day; the file of one day alone writes the day in words. */
function fromCsv(text: string): Rate[] | undefined {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const [first, ...codes] = head.split(',').map((cell) => cell.trim())
  if (first?.replace(/^\ufeff/, '').toLowerCase() !== 'date') return undefined
  const rates: Rate[] = []
  for (const line of lines) {
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim())
    const date = dayOf(day)
    if (date !== undefined) cells.forEach((cell, place) => { add(rates, date, codes[place] ?? '', cell) })
  }
  return rates
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function dayOf(text: string): LocalDate | undefined {
  if (isLocalDate(text)) return text
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? []
  const month = MONTHS.indexOf(name) + 1
  const date = plainDate(Number(year), month, Number(day))
  return month > 0 && isLocalDate(date) ? date : undefined
}

function add(rates: Rate[], date: LocalDate, code: string, rate: string): void {
  if (isCurrency(code) && isDecimal(rate) && /[1-9]/.test(rate) && !rate.startsWith('-')) rates.push({ base: EURO, quote: code, date, rate: normalizeDecimal(rate) })
}

/** `<Cube time="2026-01-02"><Cube currency="USD" rate="1.0321"/></Cube>`; what breaks off half-way is refused as a whole. */
function fromXml(text: string): Rate[] | undefined {
  const rates: Rate[] = []
  const state: { date: LocalDate | undefined; isBroken: boolean } = { date: undefined, isBroken: false }
  const isWhole = (): boolean => !state.isBroken
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => { state.isBroken = true })
  // An entity of its own has no place in a list of rates, and some are made to fill the memory.
  parser.on('doctype', () => { state.isBroken = true })
  parser.on('opentag', ({ name, attributes }) => {
    const { time, currency: code, rate } = attributes
    if (name.split(':').at(-1) !== 'Cube') return
    if (time !== undefined) state.date = isLocalDate(time) ? time : undefined
    if (state.date !== undefined && code !== undefined && rate !== undefined) add(rates, state.date, code, rate)
  })
  for (let at = 0; at < text.length && isWhole(); at += PIECE) parser.write(text.slice(at, at + PIECE))
  if (isWhole()) parser.close()
  return isWhole() ? rates : undefined
}

const PIECE = 64 * 1024
