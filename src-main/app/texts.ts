import type { Language } from '#shared/preferences.ts'

/** What main itself says: menus, native dialogs, refusals. The window has its own texts. */
const ENGLISH = {
  file: '&File', edit: '&Edit', view: '&View', go: '&Go', window: '&Window', help: '&Help',
  about: 'About Kontor', settings: 'Settings…', services: 'Services', hide: 'Hide Kontor', hideOthers: 'Hide Others', showAll: 'Show All', quit: 'Quit Kontor', exit: 'E&xit',
  connectBank: '&Connect a Bank…', refreshAll: '&Refresh All',
  importFiles: '&Import Files…', backup: '&Back Up…', exportJson: 'Export as &JSON…', exportCsv: 'Export as &CSV…', lock: '&Lock',
  undo: 'Undo Typing', redo: 'Redo Typing', undoChange: '&Undo Change', redoChange: '&Redo Change',
  cut: 'Cu&t', copy: '&Copy', paste: '&Paste', remove: '&Delete', selectAll: 'Select &All', search: '&Search',
  overview: '&Overview', transactions: '&Transactions', accounts: '&Accounts', connections: 'Bank Co&nnections', imports: '&Imports', palette: 'All &Commands…',
  privacy: '&Hide Amounts', zoomIn: 'Zoom &In', zoomOut: 'Zoom &Out', zoomReset: '&Actual Size', fullScreen: '&Full Screen', reload: 'Reload', devTools: 'Developer Tools',
  minimize: '&Minimise', zoomWindow: 'Zoom', front: 'Bring All to Front', close: '&Close Window',
  shortcuts: '&Keyboard Shortcuts', logs: 'Show &Log Files',
  chooseBackup: 'Choose a backup', saveBackup: 'Back up to', saveExport: 'Export to',
  kindBackup: 'Kontor backup', kindJson: 'Kontor JSON', kindCsv: 'Comma-separated values', kindOfx: 'Open Financial Exchange', kindQif: 'Quicken Interchange Format', kindLedger: 'Plain-text journal', kindPng: 'PNG picture', kindPdf: 'PDF document', kindAll: 'All files',
  noStart: 'Kontor cannot start',
  unsafeSwitch: 'Kontor does not start with {switch}: it would switch off a protection of your data. Start it without that option.',
  noDisplay: 'There is no display here to open a window on. In a virtual display: xvfb-run -a kontor. Without a window: npx kontor --help',
  oldRuntime: 'Kontor needs Electron 42 or later.',
  tooManyFiles: 'Those are more files than Kontor can take in one go. Open fewer at once, or drop them on its window.',
  pageGone: 'The window stopped working several times.', pageGoneNext: 'Your data is safe: the ledger is closed properly. Start Kontor again.',
} as const
type Texts = Readonly<Record<keyof typeof ENGLISH, string>>

const GERMAN: Texts = {
  file: '&Datei', edit: '&Bearbeiten', view: '&Ansicht', go: '&Gehe zu', window: '&Fenster', help: '&Hilfe',
  about: 'Über Kontor', settings: 'Einstellungen …', services: 'Dienste', hide: 'Kontor ausblenden', hideOthers: 'Andere ausblenden', showAll: 'Alle einblenden', quit: 'Kontor beenden', exit: '&Beenden',
  connectBank: 'Bank &verbinden …', refreshAll: 'Alle &aktualisieren',
  importFiles: 'Dateien &importieren …', backup: '&Sichern …', exportJson: 'Als &JSON exportieren …', exportCsv: 'Als &CSV exportieren …', lock: 'S&perren',
  undo: 'Eingabe widerrufen', redo: 'Eingabe wiederholen', undoChange: 'Änderung &zurücknehmen', redoChange: 'Änderung &wiederholen',
  cut: '&Ausschneiden', copy: '&Kopieren', paste: '&Einfügen', remove: '&Löschen', selectAll: 'Alles a&uswählen', search: '&Suchen',
  overview: '&Übersicht', transactions: '&Umsätze', accounts: '&Konten', connections: '&Bankzugänge', imports: '&Importe', palette: 'Alle B&efehle …',
  privacy: 'Beträge &verbergen', zoomIn: 'Ver&größern', zoomOut: 'Ver&kleinern', zoomReset: '&Originalgröße', fullScreen: 'Voll&bild', reload: 'Neu laden', devTools: 'Entwicklerwerkzeuge',
  minimize: '&Minimieren', zoomWindow: 'Zoomen', front: 'Alle nach vorne bringen', close: 'Fenster &schließen',
  shortcuts: '&Tastenkürzel', logs: '&Protokolldateien anzeigen',
  chooseBackup: 'Sicherung auswählen', saveBackup: 'Sichern unter', saveExport: 'Exportieren nach',
  kindBackup: 'Kontor-Sicherung', kindJson: 'Kontor-JSON', kindCsv: 'Kommagetrennte Werte', kindOfx: 'Open Financial Exchange', kindQif: 'Quicken Interchange Format', kindLedger: 'Journal als Text', kindPng: 'PNG-Bild', kindPdf: 'PDF-Dokument', kindAll: 'Alle Dateien',
  noStart: 'Kontor kann nicht starten',
  unsafeSwitch: 'Mit {switch} startet Kontor nicht: Das schaltete einen Schutz Ihrer Daten ab. Starten Sie es ohne diese Option.',
  noDisplay: 'Hier gibt es keinen Bildschirm für ein Fenster. Auf einem virtuellen: xvfb-run -a kontor. Ohne Fenster: npx kontor --help',
  oldRuntime: 'Kontor braucht Electron 42 oder neuer.',
  tooManyFiles: 'Das sind mehr Dateien, als Kontor auf einmal annehmen kann. Öffnen Sie weniger zugleich, oder ziehen Sie sie auf das Fenster.',
  pageGone: 'Das Fenster hat mehrmals den Dienst versagt.', pageGoneNext: 'Ihre Daten sind sicher: Das Kassenbuch wird ordentlich geschlossen. Starten Sie Kontor neu.',
}

export type TextKey = keyof Texts
export const textsIn = (language: Language): Texts => (language === 'de' ? GERMAN : ENGLISH)
