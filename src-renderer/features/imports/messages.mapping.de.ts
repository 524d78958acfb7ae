import type { en } from './messages.mapping.en.ts'

export const de: typeof en = {
  title: 'Wie wird „{name}“ gelesen?', preset: 'Erkannt: {name}', remembered: 'Gelesen, wie Sie es für eine frühere Datei mit diesen Spalten beantwortet haben.', unknown: 'Diesen Aufbau kennt Kontor noch nicht. Prüfen Sie, wofür es jede Spalte hält.',
  open: 'Vor dem Import', choose: 'Bitte wählen', needed: 'Das wissen nur Sie.', ignore: 'Weglassen', column: 'Spalte {number}', means: 'Was in „{name}“ steht', sample: 'Erste Zeilen der Datei',
  question: { 'columns': 'In welchen Spalten stehen Tag und Betrag?', 'date-order': 'Steht in den Daten der Tag oder der Monat vorn?', 'decimal': 'Ist Punkt oder Komma das Dezimalzeichen?', 'sign': 'Kein Betrag hat ein Vorzeichen. Sind es Eingänge oder Ausgaben?' },
  datesLabel: 'Daten', dates: { dmy: 'Tag zuerst: 31.01.2026', mdy: 'Monat zuerst: 01/31/2026', ymd: 'Jahr zuerst: 2026-01-31' },
  decimalLabel: 'Dezimalzeichen', comma: 'Komma: 1.234,56', point: 'Punkt: 1,234.56',
  signLabel: 'Beträge ohne Vorzeichen', signs: { asIs: 'Minus ist eine Ausgabe', inverted: 'Positiv ist eine Ausgabe (Karten)' },
  currencyLabel: 'Währung', ledgerCurrency: 'Wie in der Datei, sonst die des Kassenbuchs',
  categories: 'Kategorien der Datei: {done} von {count} zugeordnet', categoriesText: 'Was Sie zuordnen, gilt für jede Datei, die es nennt. Der Rest bekommt seine Kategorie wie jeder andere Umsatz.', categoryOf: 'Unsere Kategorie für „{name}“',
  preview: 'So kommen die ersten Umsätze heraus', remember: 'Für Dateien mit diesen Spalten merken', copy: 'Als JSON kopieren', copied: 'Kopiert. Andere können es mit „kontor import --mapping“ verwenden.', done: 'Weiter', change: 'Wie sie gelesen wird', ask: 'Fragen beantworten',
  role: {
    bookedOn: 'Buchungstag', valueOn: 'Wertstellung', amount: 'Betrag', debit: 'Ausgang (Soll)', credit: 'Eingang (Haben)', sign: 'Richtung', fee: 'Gebühr', currency: 'Währung', balance: 'Saldo', payee: 'Empfänger', payer: 'Zahlungspflichtiger', purpose: 'Verwendungszweck', bookingText: 'Buchungstext',
    reference: 'Referenz', counterpartyIban: 'Gegenkonto', counterpartyBic: 'Gegenbank', account: 'Eigenes Konto', accountName: 'Name des eigenen Kontos', endToEndId: 'Ende-zu-Ende-Referenz', mandateReference: 'Mandat', creditorId: 'Gläubiger-ID', id: 'Bankreferenz',
    status: 'Status', category: 'Kategorie', originalAmount: 'Ursprungsbetrag', originalCurrency: 'Ursprungswährung', exchangeRate: 'Wechselkurs', checkNumber: 'Schecknummer', notes: 'Notizen', tags: 'Schlagwörter',
  },
}
