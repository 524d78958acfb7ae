import type { mappings as en } from './messages.mappings.en.ts'

export const mappings: typeof en = {
  title: 'Tabellenformate',
  text: 'Eine CSV- oder QIF-Datei sagt nicht, was in ihren Spalten steht. Was Sie einmal beantwortet haben, merkt sich Kontor hier und liest jede spätere Datei mit denselben Spalten ebenso.',
  none: 'Noch ist nichts gemerkt. Wenn Sie zum ersten Mal eine Tabelle importieren, deren Aufbau Kontor nicht kennt, beantworten Sie ein paar Fragen; die Antworten stehen dann hier.',
  load: 'Format laden …', loadHint: 'Eine Datei, die jemand hier gespeichert hat, oder JSON der Art „kontor-mapping“.', loaded: '„{name}“ ist gemerkt. Dateien mit diesen Spalten werden nun so gelesen.', notOne: 'Diese Datei enthält kein Tabellenformat. Wählen Sie eine JSON-Datei, die Kontor gespeichert hat.',
  actions: 'Aktionen für {name}', rename: 'Umbenennen', save: 'Als Datei speichern …', forget: 'Vergessen', saved: 'Als {file} gespeichert. Andere können es laden oder mit „kontor import --mapping“ verwenden.', forgotten: '„{name}“ ist vergessen. Kontor fragt wieder, wenn eine solche Datei kommt.', kept: '„{name}“ ist gemerkt.', renamed: 'Es heißt nun „{name}“.',
  renameTitle: 'Format umbenennen', name: 'Name', nameMissing: 'Geben Sie einen Namen ein.',
  loadHere: 'Laden …', applied: 'Die Datei wird nun gelesen, wie „{name}“ es sagt.', otherColumns: '„{name}“ wurde für Dateien mit anderen Spalten gemacht. Prüfen Sie, wofür jede Spalte gehalten wird.',
}
