import type { Language } from '#shared/preferences.ts'

/** The first of the system's languages that Kontor speaks; English where it speaks none. Takes BCP 47 tags and POSIX names (`de_AT.UTF-8`). */
export function languageOf(tags: readonly (string | undefined)[]): Language {
  for (const tag of tags) {
    const primary = /^[a-z]{2,3}(?![a-z])/i.exec(tag ?? '')?.[0].toLowerCase()
    if (primary === 'de' || primary === 'en') return primary
  }
  return 'en'
}
