import type { Zone } from '#main/platform/zone.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
const known = new Map<string, Map<number, number>>()

/** A zone by its name, whatever the computer is set to. Offsets change at full quarters of an hour only. */
export function namedZone(name: string): Zone {
  const format = formats.get(name) ?? new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  formats.set(name, format)
  const offsets = known.get(name) ?? new Map<number, number>()
  known.set(name, offsets)
  return {
    offsetMinutes: (atMs) => {
      const quarter = Math.floor(atMs / 900_000)
      const offset = offsets.get(quarter) ?? read(format, quarter * 900_000)
      offsets.set(quarter, offset)
      return offset
    },
  }
}

function read(format: Intl.DateTimeFormat, atMs: number): number {
  const text = format.formatToParts(new Date(atMs)).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(text) ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

export const BERLIN = namedZone('Europe/Berlin')
export const NEW_YORK = namedZone('America/New_York')
