import type { LocalDate } from '#shared/dates.ts'

/** SWIFT lines end with CR LF. */
export const CRLF = '\r\n'
const LINE_MAX = 65

export const day6 = (date: LocalDate): string => date.slice(2).replaceAll('-', '')
export const day8 = (date: LocalDate): string => date.replaceAll('-', '')

/** `1234,56`: digits, a comma, no sign. */
export function swiftAmount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}

/** Folds at 65 characters. A line must not begin with `:` or `-`, which would begin a field or end the message (B.8.2). */
export function folded(text: string): string {
  const lines: string[] = []
  let at = 0
  while (at < text.length) {
    let end = Math.min(at + LINE_MAX, text.length)
    while (end < text.length && end > at + 1 && /[:-]/.test(text[end] ?? '')) end -= 1
    lines.push(text.slice(at, end))
    at = end
  }
  return lines.join(CRLF)
}

/** The wire is ISO 8859-1; our texts keep to it. */
export const swiftBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
