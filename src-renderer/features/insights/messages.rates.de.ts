import type { Translated } from '#renderer/ui/text.ts'
import type { rates as en } from './messages.rates.en.ts'

export const rates: Translated<typeof en> = {
  title: 'Wechselkurse',
  text: 'Summen über mehrere Währungen brauchen Wechselkurse. Sie kommen aus der Datei der Europäischen Zentralbank oder von Hand, nie von selbst aus dem Netz. Jeder Betrag zählt zum letzten Kurs, der an seinem Tag bekannt ist.',
  none: 'Noch sind keine Wechselkurse bekannt. Beträge in anderen Währungen stehen in keiner Summe, und jede Auswertung sagt das.',
  file: 'Datei der Zentralbank importieren …', fileHint: 'eurofxref-hist.csv, .xml oder .zip von ecb.europa.eu, vollständig.', tooLarge: 'Die Datei ist zu groß für eine mit Wechselkursen.',
  imported: '{count} Kurs ist neu oder geändert, bis {to}. | {count} Kurse sind neu oder geändert, bis {to}.',
  pair: 'Währungen', latest: 'Letzter Kurs', from: 'Von', to: 'Bis', count: 'Kurse', date: 'Tag', rate: 'Kurs', source: 'Woher', typed: 'von Hand', ofFile: 'Datei',
  show: 'Kurse von {pair} zeigen', latestOf: 'Die letzten Kurse von {pair}', remove: 'Löschen', removePair: 'Alle Kurse von {pair} löschen', removeDay: 'Kurs vom {day} löschen', removed: '{count} Kurs gelöscht. | {count} Kurse gelöscht.',
  confirm: 'Alle Kurse von {pair} löschen?', confirmText: 'Beträge in diesen Währungen zählen dann vielleicht in keiner Summe mehr. Die Datei lässt sich wieder importieren.',
  add: 'Kurs von Hand eintragen', addText: 'Eine Einheit der ersten Währung war so viel von der zweiten.', base: 'Eine Einheit', quote: 'Ist so viel', save: 'Kurs eintragen', saved: 'Der Kurs ist eingetragen. Keine Datei ersetzt ihn.',
  wrong: 'Eine Zahl über 0, etwa 1,0842.', same: 'Wählen Sie zwei verschiedene Währungen.', day: 'Wählen Sie einen Tag.', needed: 'Wechselkurse eintragen …',
}
