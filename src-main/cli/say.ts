import { CATEGORIES, CATEGORY_GROUPS } from '#shared/categories.ts'
import { categoryText } from '#shared/notification-text.ts'
import type { Language } from '#shared/preferences.ts'
import { localeOf } from './locale.ts'

type Both = Readonly<Record<Language, string>>

/** What programs read as a code, people read as a word. */
const CODES: Readonly<Record<string, Both>> = {
  'confirmed': { en: 'confirmed', de: 'bestätigt' }, 'proposed': { en: 'to review', de: 'zu prüfen' }, 'rejected': { en: 'rejected', de: 'verworfen' }, 'dismissed': { en: 'dismissed', de: 'verworfen' },
  'engine': { en: 'found', de: 'gefunden' }, 'user': { en: 'by you', de: 'von Ihnen' },
  'FINISHED': { en: 'done', de: 'fertig' }, 'OK': { en: 'done', de: 'fertig' }, 'ERROR': { en: 'failed', de: 'gescheitert' }, 'PROCESSING': { en: 'running', de: 'läuft' }, 'USER_ACTION_REQUIRED': { en: 'needs you', de: 'braucht Sie' },
  'bank': { en: 'account', de: 'Konto' }, 'cc': { en: 'credit card', de: 'Kreditkarte' }, 'inv': { en: 'investments', de: 'Wertpapiere' }, 'loan': { en: 'loan', de: 'Kredit' }, 'depot': { en: 'holdings', de: 'Depot' },
  'transfer': { en: 'transfer', de: 'Überweisung' }, 'transfers': { en: 'transfers', de: 'Überweisungen' }, 'statement': { en: 'statement', de: 'Auszug' }, 'closings': { en: 'closing statements', de: 'Rechnungsabschlüsse' },
  'accounts': { en: 'accounts', de: 'Konten' }, 'profile': { en: 'the bank itself', de: 'die Bank selbst' },
  'recurring-transfer': { en: 'recurring transfer', de: 'Wiederkehrende Überweisung' }, 'securities': { en: 'securities', de: 'Wertpapiere' },
  'accepted': { en: 'accepted', de: 'angenommen' }, 'will-process': { en: 'to be carried out', de: 'vorgesehen' }, 'posted': { en: 'carried out', de: 'ausgeführt' }, 'no-funds': { en: 'not covered', de: 'nicht gedeckt' },
  'cancelled': { en: 'cancelled', de: 'zurückgezogen' }, 'failed': { en: 'failed', de: 'gescheitert' },
}

/** The word for a code; a code that has none stands for itself. */
export const codeText = (code: string, language: Language): string => CODES[code]?.[language] ?? code

/** A category or a group by its name; an id that this version does not know stands for itself. */
export const categoryName = (id: string | null, language: Language): string => categoryText(id, language) || (id ?? '')

/** What a person may type for a category: its id, or its name in either language. */
export function categoryIdOf(text: string): string {
  const wanted = text.trim().toLowerCase()
  const names = [...CATEGORIES, ...Object.entries(CATEGORY_GROUPS).map(([id, { en, de }]) => ({ id, en, de }))]
  return names.find(({ en, de }) => en.toLowerCase() === wanted || de.toLowerCase() === wanted)?.id ?? text
}

/** A category, a group of some, or `none` for rows without one. */
export const isCategoryAsked = (asked: string): boolean => asked === 'none' || CATEGORIES.some(({ id }) => id === asked || id.startsWith(`${asked}.`))

/** Exact decimal text as the language writes numbers, with no digit lost; amounts have at least two places. */
export function decimalText(text: string, language: Language, placesMin = 0): string {
  const digits = Math.max(placesMin, text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)
  return new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(text as `${number}`).replace('-', '\u2212')
}

/** A moment where the person is, in the order of all days here: `2026-01-31 14:05`. Swedish writes it so. */
export const momentText = (at: string): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(at))

/** A day as OFX writes it, `20260131` and more (OFX 2.3 §3.2.8.2), as all days here. */
export const ofxDayText = (text: string): string => text.slice(0, 8).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
