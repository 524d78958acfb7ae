import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Verträge',
  text: 'Zahlungen, die wiederkommen, gefunden in Ihren eigenen Umsätzen.',
  command: { go: 'Zu den Verträgen', confirm: 'Vertrag bestätigen', dismiss: 'Vertrag für immer verwerfen', rename: 'Vertrag umbenennen', merge: 'Mit einem anderen Vertrag zusammenlegen', remind: 'Vor der Kündigungsfrist erinnern', next: 'Nächster Vertrag', previous: 'Voriger Vertrag', first: 'Erster Vertrag', last: 'Letzter Vertrag' },
  total: { monthlyOut: 'Im Monat zu zahlen', yearlyOut: 'Im Jahr zu zahlen', monthlyIn: 'Kommt im Monat', yearlyIn: 'Kommt im Jahr', none: 'nichts' },
  filter: { label: 'Zeigen', all: 'Alle', search: 'Verträge durchsuchen' },
  group: { active: 'Laufend', early: 'Vielleicht', ended: 'Beendet', dismissed: 'Verworfen' },
  hint: { early: 'Noch zu selten gesehen, um sicher zu sein. Sie zählen in keiner Summe, bis Sie sie bestätigen.', dismissed: 'In keiner Auswertung und keiner Vorschau. Sie kommen nie von selbst wieder.' },
  column: { name: 'Vertrag', frequency: 'Wie oft', amount: 'Betrag', next: 'Nächste', monthly: 'Im Monat', yearly: 'Im Jahr', last: 'Letzte', actions: 'Aktionen' },
  state: { confirmed: 'Bestätigt', found: 'Erkannt', variable: 'schwankt', via: 'über {service}', merged: '{count} zusammengelegt | {count} zusammengelegt', cancelBy: 'Kündigen bis {day}', cancelPast: 'War zu kündigen bis {day}' },
  price: { step: '{by} seit {month}, {yearly} im Jahr', title: 'Preisänderungen', change: '{from} → {to}' },
  tolerance: '± {count} Tag | ± {count} Tage',
  overdue: 'überfällig',
  open: '{name} zeigen',
  actionsOf: 'Aktionen für {name}',
  action: { details: 'Einzelheiten und Umsätze', confirm: 'Bestätigen', dismiss: 'Für immer verwerfen', restore: 'Wiederherstellen', unconfirm: 'Bestätigung zurücknehmen', rename: 'Umbenennen …', merge: 'Zusammenlegen mit …', unmerge: 'Wieder trennen', remind: 'Erinnern …' },
  said: {
    confirmed: '{name} ist bestätigt.', dismissed: '{name} ist für immer verworfen.', restored: '{name} ist wieder, wie gefunden.', merged: 'Beide zählen als {name}.', unmerged: '{name} ist wieder getrennt.',
    renamed: 'Umbenannt.', reminding: 'Der Kündigungstag ist gemerkt.', forgotten: 'Es gibt keinen Kündigungstag mehr.', takenOut: 'Der Umsatz gehört zu keinem Vertrag.', putIn: 'Der Umsatz gehört zu {name}.',
  },
  sheet: {
    account: 'Konto', category: 'Kategorie', amount: 'Letzter Betrag', average: 'Durchschnitt', since: 'Seit', last: 'Zuletzt', next: 'Nächste', monthly: 'Auf den Monat gerechnet', yearly: 'Kosten im Jahr', yearlyIn: 'Kommt im Jahr', state: 'Stand', skipped: 'Ausgefallen', skippedTimes: '{count} Mal | {count} Mal',
    uncategorised: 'Ohne Kategorie', name: 'Ihr Name dafür', nameHint: 'Leer: der Name der Bank.', save: 'Speichern',
    notice: 'Kündigung', cancelBy: 'Kündigen bis', cancelHint: 'Der letzte Tag, an dem Sie kündigen können.', remind: 'Erinnern', never: 'nur am Tag selbst', days: '{count} Tag vorher | {count} Tage vorher', clear: 'Entfernen',
    rows: '{count} Umsatz | {count} Umsätze', more: 'Mehr zeigen ({count})', takeOut: 'Gehört nicht hierher: {payee}, {day}',
    add: 'Umsatz hinzufügen …', find: 'Umsatz suchen', findHint: 'Umsätze derselben Währung und Richtung, die neuesten zuerst.', put: 'Hinzufügen', putName: '{payee} vom {day} hinzufügen', noneFound: 'Kein anderer Umsatz passt.',
  },
  merge: { title: '{name} zusammenlegen', text: 'Beide zählen als einer, unter dem anderen Namen. Ihre Umsätze bleiben, wie sie sind, und Sie können beide wieder trennen.', into: 'Geht weiter als', merge: 'Zusammenlegen', nobody: 'Es gibt keinen anderen Vertrag in derselben Währung und Richtung.' },
  empty: { title: 'Noch keine Verträge', text: 'Eine Zahlung gilt als Vertrag, sobald sie im gleichen Takt wiederkommt. Die meisten zeigen sich nach drei Monaten, jährliche nach der zweiten Zahlung.' },
  nothing: { title: 'Nichts passt', text: 'Kein Vertrag steht in dieser Liste.', clear: 'Alle Verträge zeigen' },
}
