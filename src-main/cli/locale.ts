import type { Language } from '#shared/preferences.ts'

/** How a language writes amounts. */
export const localeOf = (language: Language): string => (language === 'de' ? 'de-DE' : 'en-US')
