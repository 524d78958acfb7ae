import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Instant, LocalDate } from '#shared/dates.ts'
import type { Language } from '#shared/preferences.ts'
import type { en } from './messages.en.ts'
import { numberFormat } from './number-format.ts'

/**
 * Every text of the window. Each area writes `messages.en.ts` and `messages.de.ts` in its own folder, declares its
 * namespace there (`declare module '#renderer/ui/text.ts' { interface Messages { imports: typeof en } }`) and is listed once
 * in `app/messages.ts`. A key that is missing, misspelt or untranslated does not compile.
 */
export interface Messages { readonly ui: typeof en }

/** The same keys in another language. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]
export type MessageKey = Path<Messages>
export type Values = Readonly<Record<string, string | number>>

export interface Text {
  /** `count` among the values also chooses the plural form. */
  readonly t: (key: MessageKey, values?: Values) => string
  readonly language: ComputedRef<Language>
  /** BCP 47 tag with the user's own region where it speaks the chosen language: `de-AT`, `en-GB`. */
  readonly locale: ComputedRef<string>
  readonly date: (day: LocalDate, style?: DateStyle) => string
  readonly instant: (moment: Instant) => string
  readonly number: (value: number) => string
  /** At least so many decimals: as many as the rest of its column. */
  readonly percent: (ratio: number, decimals?: 0 | 1) => string
}

/** Each language under its own name: whoever cannot read the present one finds it. */
export const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [{ value: 'de', label: 'Deutsch' }, { value: 'en', label: 'English' }]
export type { Language }

export type DateStyle = 'short' | 'medium' | 'long' | 'month' | 'month-short' | 'month-name' | 'year' | 'day'
const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' },
  month: { month: 'long', year: 'numeric' },
  'month-short': { month: 'short', year: 'numeric' },
  'month-name': { month: 'short' },
  year: { year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
}

/** Texts, dates and numbers in the chosen language. Call it in `setup`. */
export function useText(): Text {
  const i18n = useI18n({ useScope: 'global' })
  const language = computed<Language>(() => (i18n.locale.value === 'de' ? 'de' : 'en'))
  const locale = computed(() => localeOf(language.value, navigator.languages))
  return {
    t: (key, values) => (typeof values?.['count'] === 'number' ? i18n.t(key, { ...values, count: numberText(values['count'], locale.value) }, values['count']) : i18n.t(key, values ?? {})),
    language,
    locale,
    date: (day, style = 'short') => dateText(day, style, locale.value),
    instant: (moment) => dateFormat(locale.value, 'instant', { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(moment)),
    number: (value) => numberText(value, locale.value),
    percent: (ratio, decimals = 0) => numberText(ratio, locale.value, { ...PERCENT, minimumFractionDigits: decimals }),
  }
}

/** The user's own region of the language, or its most common one. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => tag.startsWith(`${language}-`))
  return own ?? (language === 'de' ? 'de-DE' : 'en-US')
}

/** A bank's day as people write it. Formatted in UTC, so that no zone can move it. */
export function dateText(day: LocalDate, style: DateStyle, locale: string): string {
  return dateFormat(locale, style, { ...DATE_STYLES[style], timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, style: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${style}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 }

function numberText(value: number, locale: string, options?: Intl.NumberFormatOptions): string {
  return numberFormat(locale, options).format(value).replace('-', '\u2212')
}
