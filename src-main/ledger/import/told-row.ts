import type { LocalDate } from '#shared/dates.ts'
import type { StatementEntry } from '#shared/statement.ts'
import { normalizeText } from './text.ts'

/** A row that an account already has, or gets from an earlier statement of the same import. */
export interface KnownRow {
  /** A row of the ledger (its id), or a new row of this very import (minus its number in it, from 1). */
  readonly ref: number
  readonly externalId: string
  readonly bookedOn: LocalDate
  readonly minor: number
  /** Payee and purpose, normalised; only where the row has no external id, because only then they are its identity. */
  readonly content: string
}

/**
 * What tells a row of the ledger, in one text: `ID DAY AMOUNT`, then a blank and the external id, or a line feed with payee
 * and purpose where there is none. A text costs a third of what a row of five columns costs, and most are only compared.
 */
export const TOLD_ROW = /* sql */ `id || ' ' || booked_on || ' ' || amount_minor || iif(external_id = '', char(10) || raw_payee || ' ' || purpose, ' ' || external_id)`

const LF = 10
const MINUS = 45
const [ZERO, NINE] = [48, 57]
const DAY_CHARS = '2026-01-31'.length

const dayAt = (text: string): number => text.indexOf(' ') + 1

function amountEnd(text: string, amountAt: number): number {
  let at = amountAt
  for (let code = text.charCodeAt(at); (code >= ZERO && code <= NINE) || code === MINUS; code = text.charCodeAt(at)) at += 1
  return at
}

/** Digit by digit: a hundred thousand amounts cut out to be compared once are as many texts thrown away. */
function minorOf(text: string, amountAt: number, end: number): number {
  const isNegative = text.charCodeAt(amountAt) === MINUS
  let minor = 0
  for (let at = isNegative ? amountAt + 1 : amountAt; at < end; at += 1) minor = minor * 10 + (text.charCodeAt(at) - ZERO)
  return isNegative ? -minor : minor
}

export const refOf = (text: string): number => Number(text.slice(0, dayAt(text) - 1))

export function rowOf(text: string): KnownRow {
  const day = dayAt(text)
  const amount = day + DAY_CHARS + 1
  const end = amountEnd(text, amount)
  const rest = text.slice(end + 1)
  const isNamed = text.charCodeAt(end) !== LF
  return {
    ref: refOf(text), externalId: isNamed ? rest : '', bookedOn: text.slice(day, day + DAY_CHARS) as LocalDate, minor: minorOf(text, amount, end), content: isNamed ? '' : normalizeText(rest),
  }
}

/** Whether an entry is that row, by what identifies both; nothing is made of the text for it. */
export function tells(text: string, { externalId, bookedOn, payee, purpose }: StatementEntry, minor: number): boolean {
  const day = dayAt(text)
  if (!text.startsWith(bookedOn, day)) return false
  const amount = day + DAY_CHARS + 1
  const end = amountEnd(text, amount)
  if (minorOf(text, amount, end) !== minor) return false
  if (text.charCodeAt(end) === LF) return externalId === '' && normalizeText(text.slice(end + 1)) === contentOf(payee, purpose)
  return externalId !== '' && text.length - end - 1 === externalId.length && text.endsWith(externalId)
}

export const contentOf = (payee: string, purpose: string): string => normalizeText(`${payee} ${purpose}`)
