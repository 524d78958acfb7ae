import type { Limit } from './limit.ts'
import type { Language } from './preferences.ts'

/** `at most 64 characters`, `mindestens 1 Eintrag`. */
export function limitText({ bound, count, of }: Limit, language: Language): string {
  const most = { en: { least: 'at least', most: 'at most' }, de: { least: 'mindestens', most: 'höchstens' } }[language][bound]
  const unit = language === 'de' ? { characters: ' Zeichen', entries: count === 1 ? ' Eintrag' : ' Einträge', number: '' } : { characters: count === 1 ? ' character' : ' characters', entries: count === 1 ? ' entry' : ' entries', number: '' }
  return `${most} ${new Intl.NumberFormat(language, { useGrouping: 'min2' }).format(count)}${unit[of]}`
}
