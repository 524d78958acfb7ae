import type { Instant, LocalDate } from '#shared/dates.ts'

/** A date and time as OFX writes it, kept as the bank sent it. */
export type OfxMoment = string & { readonly __brand: 'OfxMoment' }

/** Zone and milliseconds come together (OFX 2.3 §3.2.8.2). */
export const writeInstant = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-T:]/g, '')}.${instant.slice(20, 23)}[0:GMT]`

/** A day is written as one, without an hour: banks in all zones read the same day. */
export const writeDay = (day: LocalDate | OfxMoment): string => /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.replaceAll('-', '') : day

/** What a server answers where nothing was ever asked before. */
export const LONG_AGO = '19900101'

/** Keeps a moment only where it may be written back. */
export const momentOf = (text: string): OfxMoment | null => /^\d{8}/.test(text) ? text as OfxMoment : null
