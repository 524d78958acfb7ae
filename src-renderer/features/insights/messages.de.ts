import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'
import { names, none, questions } from './messages.questions.de.ts'
import { rates } from './messages.rates.de.ts'
import { change, due, frequency, note, table, tax, word } from './messages.words.de.ts'

export const de: Translated<typeof en> = {
  title: 'Auswertungen',
  questions: 'Fragen',
  group: { where: 'Wohin es geht', time: 'Über die Zeit', next: 'Was kommt', state: 'Konten und Jahre' },
  name: names,
  question: questions,
  none,
  uncategorised: 'Ohne Kategorie',
  unknown: 'Lässt sich noch nicht sagen',
  empty: { title: 'Noch gibt es nichts auszuwerten', text: 'Sobald Umsätze da sind, beantworten sie hier Fragen: wohin das Geld geht, was übrig bleibt, was noch kommt. Die meisten gleich; Verträge, Vorschau und Ungewöhnliches brauchen drei Monate.' },
  command: { go: 'Zu den Auswertungen', table: 'Nur die Tabelle zeigen', print: 'Auswertung drucken' },
  control: {
    title: 'Wie gefragt wird', accounts: 'Konten', allAccounts: 'Alle Konten', category: 'Kategorie', allCategories: 'Alle Kategorien', base: 'Währung der Summen', ownBase: 'Meine Währung',
    monthStart: 'Erster Tag des Monats', day: 'Monate ab dem {day}.', pending: 'Mit vorgemerkten', clear: 'Zurücksetzen', more: 'Weitere Filter', accountsChosen: { only: '{count} Konten', except: 'Alle außer {count}' }, categoriesChosen: '{count} Kategorien', compareWith: 'Vergleichen mit',
    compare: { none: 'Kein Vergleich', previous: 'Vergleich: Zeitraum davor', year: 'Vergleich: Jahr davor' },
  },
  filter: {
    title: 'Antwort eingrenzen', text: 'Was hier gewählt ist, gilt für jede Frage, bis es zurückgesetzt wird.', only: 'Nur diese', except: 'Alle außer diesen', amount: 'Betrag in {currency}, ob Eingang oder Ausgang', least: 'Mindestens', most: 'Höchstens',
    wrong: 'Ein Betrag wie 12,50, der zweite nicht unter dem ersten.', tags: 'Schlagwörter', leaves: '{count} Teil | {count} Teile', leavesChosen: '{chosen} von {count} Teilen', clear: 'Zurücksetzen', done: 'Fertig',
  },
  head: {
    period: '{from} bis {to}', allAccounts: 'alle Konten', accounts: '{count} Konto | {count} Konten', base: 'in {currency}', refreshed: 'Stand {when}',
    partial: 'Für einen Teil dieser Zeit fehlen Daten.', none: 'Für diese Zeit gibt es noch keine Daten.', missing: '{count} Lücke | {count} Lücken', gap: '{account}: {from} bis {to}',
    notConverted: 'Nicht in den Summen, weil kein Wechselkurs bekannt ist:', notConvertedPart: '{count} Umsatz, {sum} | {count} Umsätze, {sum}', unconvertedPart: '{count} regelmäßige Zahlung, {sum} | {count} regelmäßige Zahlungen, {sum}',
    duplicates: '{count} Umsatz sieht aus wie ein anderer und wird mitgezählt. | {count} Umsätze sehen aus wie andere und werden mitgezählt.',
  },
  chart: { summary: 'In {currency}. Höchster Wert: {highest}. Niedrigster Wert: {lowest}.', inTable: 'Die Tabelle darunter hat alle Werte.', mark: '{at}, {name}: {value}', alone: '{at}: {value}', soFar: 'Bisher {amount}', usually: 'an diesem Tag sonst {least} bis {most}', usuallyOne: 'an diesem Tag sonst {amount}', marks: 'Werte des Diagramms {title}' },
  rows: { show: 'Umsätze zeigen', text: 'Die Umsätze hinter dieser Zahl.', count: '{count} Umsatz | {count} Umsätze', opening: 'Saldo zu Beginn', of: 'von', more: 'Mehr zeigen ({count})' },
  tool: {
    table: 'Tabelle', save: 'Sichern', csv: 'Tabelle als CSV', csvOf: '{table} als CSV', png: 'Diagramm als Bild', pdf: 'Seite als PDF', print: 'Drucken',
    saved: 'Gesichert: {file}', savedShown: 'Gesichert: {file}. Die Datei zeigt die Beträge, die das Fenster verbirgt.', failed: 'Die Datei ließ sich nicht sichern.',
  },
  rates, table, word, frequency, due, change, tax, note,
}
