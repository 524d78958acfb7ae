/** A time of day as people type it, `HH:MM` for us; undefined where it is none. */
export function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h\s]?([0-5]\d))?\s*(?:(a|p)\.?m\.?|uhr)?$/i.exec(text.trim())
  if (!found) return undefined
  const [, hoursText = '', minutes = '00', half] = found
  const typed = Number(hoursText)
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined
  const hours = half === undefined ? typed : (typed % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hours < 24 ? `${String(hours).padStart(2, '0')}:${minutes}` : undefined
}

/** `HH:MM` as the user's own region writes it. */
export function timeText(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${time}:00Z`))
}
