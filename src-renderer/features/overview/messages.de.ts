import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Übersicht',
  worth: {
    title: 'Nettovermögen',
    since: 'seit {day}',
    unchanged: 'unverändert seit {day}',
    short: 'Die Umsätze reichen noch keine {days} Tage zurück.',
    accounts: 'auf {count} Konto | auf {count} Konten',
  },
  month: {
    title: 'Dieser Monat bisher',
    days: '{now}, verglichen mit {before}',
    income: 'Eingang', spending: 'Ausgang',
    before: 'davor: {amount}',
    none: 'In diesen Tagen ist noch nichts gebucht.',
    transfers: 'Ohne Umbuchungen zwischen eigenen Konten, soweit sie diese Kategorie tragen.',
    table: 'Nach Kategorien',
    category: 'Kategorie', now: 'Dieser Monat', earlier: 'Davor',
  },
  months: { title: 'Einnahmen und Ausgaben je Monat', one: '{month}: {income} ein, {spending} aus', table: 'Als Tabelle', month: 'Monat', left: 'Übrig' },
  history: 'Nettovermögen im Zeitverlauf',
  accounts: 'Konten',
  recent: 'Letzte Umsätze',
  recentAll: 'Alle Umsätze',
  imports: 'Letzte Importe',
  importsAll: 'Alle Importe',
  imported: '{count} neu | {count} neu',
  demo: { title: 'Das sind Demodaten', text: 'Ein erfundener Haushalt zum Umsehen. Ihre eigenen Dateien können daneben stehen; ein Klick entfernt ihn wieder.', remove: 'Demodaten entfernen' },
  empty: { title: 'Ihr Geld auf Ihrem eigenen Rechner', text: 'Verbinden Sie Ihre Bank, oder legen Sie eine Umsatzdatei von ihr irgendwo auf diesem Fenster ab. Was hereinkommt, bleibt auf diesem Rechner.' },
  command: { go: 'Übersicht zeigen' },
}
