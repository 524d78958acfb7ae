import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Übersicht',
  worth: {
    title: 'Nettovermögen',
    since: 'seit {day}',
    unchanged: 'unverändert seit {day}',
    short: 'Vor einem Monat war noch nichts über Ihre Konten bekannt.',
    accounts: 'auf {count} Konto | auf {count} Konten',
    partial: 'Veränderung nur der Konten, die damals schon bekannt waren',
    notConverted: 'Ein Teil zählt nicht mit: kein Wechselkurs bekannt.',
  },
  month: {
    title: 'Dieser Monat bisher',
    income: 'Eingang', spending: 'Ausgang', net: 'Übrig',
    none: 'In diesen Tagen ist noch nichts gebucht, auch nicht in denen des Vormonats.',
    table: 'Nach Kategorien',
    category: 'Kategorie', now: 'Dieser Monat', earlier: 'Davor',
  },
  available: { perDay: 'am Tag, {count} Tag bis {day} | am Tag, {count} Tage bis {day}' },
  forecast: { title: 'Die nächsten 90 Tage', summary: 'Erwarteter Kontostand der nächsten 90 Tage: am niedrigsten {amount} am {day}, am Ende {end}.', left: 'Ohne {count} Konto, von dem noch zu wenig bekannt ist. | Ohne {count} Konten, von denen noch zu wenig bekannt ist.' },
  upcoming: { title: 'Die nächsten 14 Tage', none: 'Soweit bekannt, ist in den nächsten 14 Tagen nichts fällig.', more: '{count} weitere | {count} weitere' },
  review: {
    title: 'Zum Ansehen', none: 'Alles angesehen: Nichts scheint doppelt, keine vorgeschlagenen Umbuchungen, jeder Umsatz hat seine Kategorie.',
    duplicates: '{count} vielleicht doppelter Umsatz | {count} vielleicht doppelte Umsätze', transfers: '{count} vorgeschlagene Umbuchung | {count} vorgeschlagene Umbuchungen', uncategorised: '{count} Umsatz ohne Kategorie | {count} Umsätze ohne Kategorie',
  },
  health: { title: 'Bankzugänge', none: 'Keine Bank ist verbunden. Dateien lassen sich trotzdem importieren.', good: 'Der Bankzugang ist in Ordnung. | Alle {count} Bankzugänge sind in Ordnung.' },
  months: { title: 'Einnahmen und Ausgaben je Monat', one: '{month}: {income} ein, {spending} aus', table: 'Als Tabelle', month: 'Monat' },
  history: 'Nettovermögen im Zeitverlauf',
  accounts: 'Konten',
  recent: 'Letzte Umsätze',
  imports: 'Letzte Importe',
  importsNone: 'Noch nichts importiert.',
  imported: '{count} neu | {count} neu',
  demo: { title: 'Das sind Demodaten', text: 'Ein erfundener Haushalt zum Umsehen. Ihre eigenen Dateien können daneben stehen; ein Klick entfernt ihn wieder.', remove: 'Demodaten entfernen' },
  empty: { title: 'Ihr Geld auf Ihrem eigenen Rechner', text: 'Verbinden Sie Ihre Bank, oder legen Sie eine Umsatzdatei von ihr irgendwo auf diesem Fenster ab. Was hereinkommt, bleibt auf diesem Rechner.' },
  command: { go: 'Zur Übersicht' },
}
