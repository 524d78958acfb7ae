import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'
import { names, none, questions } from './messages.questions.de.ts'

export const de: Translated<typeof en> = {
  title: 'Auswertungen',
  questions: 'Fragen',
  group: { where: 'Wohin es geht', time: 'Über die Zeit', next: 'Was kommt', state: 'Konten und Jahre' },
  name: names,
  question: questions,
  none,
  uncategorised: 'Ohne Kategorie',
  unknown: 'Lässt sich noch nicht sagen',
  empty: { title: 'Noch gibt es nichts auszuwerten', text: 'Sobald Umsätze da sind, beantworten sie hier Fragen: wohin das Geld geht, was übrig bleibt, was noch kommt.' },
  command: { go: 'Zu den Auswertungen', table: 'Nur die Tabelle zeigen', print: 'Auswertung drucken' },
  control: {
    title: 'Wie gefragt wird', accounts: 'Konten', allAccounts: 'Alle Konten', category: 'Kategorie', allCategories: 'Alle Kategorien', base: 'Währung der Summen', ownBase: 'Meine Währung',
    monthStart: 'Erster Tag des Monats', day: 'Monate ab dem {day}.', pending: 'Mit vorgemerkten', clear: 'Zurücksetzen', compareWith: 'Vergleichen mit',
    compare: { none: 'Kein Vergleich', previous: 'Vergleich: Zeitraum davor', year: 'Vergleich: Jahr davor' },
  },
  head: {
    period: '{from} bis {to}', allAccounts: 'alle Konten', accounts: '{count} Konto | {count} Konten', base: 'in {currency}', refreshed: 'Stand {when}',
    partial: 'Für einen Teil dieser Zeit fehlen Daten.', none: 'Für diese Zeit gibt es noch keine Daten.', missing: '{count} Lücke | {count} Lücken', gap: '{account}: {from} bis {to}',
    notConverted: 'Nicht in den Summen, weil kein Wechselkurs bekannt ist:', notConvertedPart: '{count} Umsatz, {sum} | {count} Umsätze, {sum}',
    duplicates: '{count} Umsatz sieht aus wie ein anderer und wird mitgezählt. | {count} Umsätze sehen aus wie andere und werden mitgezählt.',
  },
  chart: { mark: '{at}, {name}: {value}', marks: 'Werte des Diagramms {title}' },
  rows: { show: 'Umsätze zeigen', text: 'Die Umsätze hinter dieser Zahl.', count: '{count} Umsatz | {count} Umsätze', opening: 'Saldo zu Beginn', of: 'von', more: 'Mehr zeigen ({count})' },
  tool: {
    table: 'Tabelle', save: 'Sichern', csv: 'Tabelle als CSV', csvOf: '{table} als CSV', png: 'Diagramm als Bild', pdf: 'Seite als PDF', print: 'Drucken',
    saved: 'Gesichert: {file}', savedShown: 'Gesichert: {file}. Die Datei zeigt die Beträge, die das Fenster verbirgt.', failed: 'Die Datei ließ sich nicht sichern.',
  },
  table: { months: 'Monat für Monat', categories: 'Nach Kategorie', byMonth: 'Kategorien nach Monat' },
  word: {
    income: 'Einnahmen', spending: 'Ausgaben', net: 'Übrig', saving: 'Zurückgelegt', transfersIn: 'Umbuchungen herein', transfersOut: 'Umbuchungen hinaus', adjusting: 'Zwischensalden', revaluation: 'Wechselkurse', change: 'Änderung der Salden',
    month: 'Monat', total: 'Summe', inBase: 'alles in {currency}', soFar: '{month}, bisher', before: 'davor: {amount}', compared: 'Vergleich', category: 'Kategorie', share: 'Anteil', count: 'Anzahl', average: 'Je Umsatz', monthlyAverage: 'Im Monat',
    completeMonths: 'aus {count} vollständigen Monat | aus {count} vollständigen Monaten', rate: 'Sparquote', trailing: 'Letzter Monat | Letzte {count} Monate', left: 'Übrig',
  },
  note: {
    transfers: 'Umbuchungen zwischen eigenen Konten sind weder Einnahme noch Ausgabe.',
    refunds: 'Was zurückkam, ist von seiner Kategorie abgezogen.',
    savingsRate: 'Der Teil der Einnahmen, der nicht ausgegeben wurde. Ohne Einnahmen gibt es keine Quote.',
  },
}
