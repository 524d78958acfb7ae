import type { Language } from './preferences.ts'

/** What happened, in one sentence, and what the person can do next, in one more. */
export interface ErrorText { readonly what: string; readonly next: string }
export type Both = Readonly<Record<Language, ErrorText>>

export const both = (en: string, enNext: string, de: string, deNext: string): Both => ({ en: { what: en, next: enNext }, de: { what: de, next: deNext } })

const LOOK = ['It may have been removed; look at the list again.', 'Vielleicht ist der Eintrag entfernt worden; sehen Sie noch einmal in der Liste nach.'] as const
const AGAIN = ['Start once more.', 'Beginnen Sie noch einmal.'] as const
const gone = (en: string, de: string, [enNext, deNext]: readonly [string, string]): Both => both(en, enNext, de, deNext)

/** What may be missing, by the name the code gives it. */
const MISSING: Readonly<Record<string, Both>> = {
  account: gone('There is no such account.', 'Dieses Konto gibt es nicht.', LOOK),
  category: gone('There is no such category.', 'Diese Kategorie gibt es nicht.', ['Take one as rows show it, its group, or none.', 'Nehmen Sie eine, wie Umsätze sie zeigen, ihre Gruppe oder none.']),
  batch: gone('There is no such import.', 'Diesen Import gibt es nicht.', LOOK),
  transaction: gone('There is no such transaction.', 'Diesen Umsatz gibt es nicht.', LOOK),
  import: gone('This import is no longer under way.', 'Dieser Import läuft nicht mehr.', AGAIN),
  statement: gone('There is no such statement in this import.', 'Diesen Auszug gibt es in diesem Import nicht.', AGAIN),
  institution: gone('There is no such bank in your list.', 'Diese Bank gibt es in Ihrer Liste nicht.', LOOK),
  budget: gone('There is no such budget.', 'Dieses Budget gibt es nicht.', LOOK),
  preset: gone('There is no such layout of a bank.', 'Diese Vorlage einer Bank gibt es nicht.', ['See docs/protocols/csv.md for the names.', 'Die Namen stehen in docs/protocols/csv.md.']),
  rate: gone('There is no such exchange rate.', 'Diesen Wechselkurs gibt es nicht.', LOOK),
  figure: gone('There is no such figure in this report.', 'Diese Zahl gibt es in diesem Bericht nicht.', ['Take a key as the report itself tells it (--json).', 'Nehmen Sie einen Schlüssel, wie der Bericht selbst ihn nennt (--json).']),
  rule: gone('There is no such rule.', 'Diese Regel gibt es nicht.', LOOK),
  connection: gone('There is no such bank connection.', 'Diesen Bankzugang gibt es nicht.', LOOK),
  refresh: gone('This refresh is no longer under way.', 'Diese Aktualisierung läuft nicht mehr.', AGAIN),
  question: gone('This question of the bank has passed.', 'Diese Frage der Bank ist vorbei.', AGAIN),
  challenge: gone('This question of the bank has passed.', 'Diese Frage der Bank ist vorbei.', AGAIN),
  contract: gone('There is no such contract any more.', 'Diesen Vertrag gibt es nicht mehr.', LOOK),
  transfer: gone('This transaction is part of no transfer.', 'Dieser Umsatz gehört zu keiner Umbuchung.', LOOK),
  upload: gone('The file did not arrive whole.', 'Die Datei ist nicht vollständig angekommen.', AGAIN),
  folder: gone('There is no such folder.', 'Diesen Ordner gibt es nicht.', ['Make it first, or name another one.', 'Legen Sie ihn erst an, oder nennen Sie einen anderen.']),
  ledger: both(
    'There is no ledger here yet.', 'Make one, or restore a backup.',
    'Hier gibt es noch kein Kassenbuch.', 'Legen Sie eines an oder stellen Sie eine Sicherung wieder her.'),
}

/** What may be in the way. */
const THERE_ALREADY: Readonly<Record<string, Both>> = {
  file: both('This file exists already.', 'Choose another name, or replace it with --force.', 'Diese Datei gibt es schon.', 'Wählen Sie einen anderen Namen oder ersetzen Sie sie mit --force.'),
  folder: both('A folder of this name exists already.', 'Name a file inside it.', 'Unter diesem Namen gibt es schon einen Ordner.', 'Nennen Sie eine Datei darin.'),
  device: both('That is no ordinary file.', 'Name a new file.', 'Das ist keine gewöhnliche Datei.', 'Nennen Sie eine neue Datei.'),
  'no-folder': both('That is a file, not a folder.', 'Name a folder.', 'Das ist eine Datei, kein Ordner.', 'Nennen Sie einen Ordner.'),
  ledger: both('A ledger exists already under this name.', 'Choose another name.', 'Unter diesem Namen gibt es schon ein Kassenbuch.', 'Wählen Sie einen anderen Namen.'),
  connection: both('This login is connected already.', 'Refresh that connection, or remove it first.', 'Dieser Bankzugang ist schon eingerichtet.', 'Aktualisieren Sie ihn oder entfernen Sie ihn zuerst.'),
  account: both('An account of this name exists already.', 'Choose another name.', 'Ein Konto dieses Namens gibt es schon.', 'Wählen Sie einen anderen Namen.'),
  positions: both(
    'What these accounts hold is in your ledger already, so it can no longer be left out.', 'Close the account to see it no more, or remove the connection.',
    'Was diese Depots enthalten, steht schon in Ihrem Kassenbuch und lässt sich nicht mehr auslassen.', 'Schließen Sie das Konto, um es nicht mehr zu sehen, oder entfernen Sie den Bankzugang.'),
  rule: both('There is such a rule already.', 'Change this one or the other.', 'Eine solche Regel gibt es schon.', 'Ändern Sie diese oder die andere.'),
  revert: both(
    'This import has been reverted already.', 'To have its transactions back, import the file again.',
    'Dieser Import ist schon zurückgenommen.', 'Wenn Sie seine Umsätze wieder haben möchten, importieren Sie die Datei noch einmal.'),
}

export const missingText = (what: string): Both => MISSING[what] ?? gone(`Not found: ${what}.`, `Nicht gefunden: ${what}.`, LOOK)

export const existsText = (what: string): Both => THERE_ALREADY[what] ?? both(`It exists already: ${what}.`, 'Choose another name.', `Das gibt es schon: ${what}.`, 'Wählen Sie einen anderen Namen.')

/** What an entry may break, by the name the code gives it. */
const INVALID: Readonly<Record<string, Both>> = {
  url: both(
    'No bank answers at this address.', 'Check the address of the bank.',
    'Unter dieser Adresse antwortet keine Bank.', 'Prüfen Sie die Adresse der Bank.'),
  'url.plain': both(
    'Kontor speaks without encryption to this computer alone; nothing was sent.', 'Write the address of the bank with https://.',
    'Unverschlüsselt spricht Kontor nur mit diesem Rechner selbst; es wurde nichts gesendet.', 'Schreiben Sie die Adresse der Bank mit https://.'),
  clientCertificate: both(
    'This file holds no client certificate with its key.', 'Choose a PEM file with certificate and key, or a PKCS#12 file (.p12, .pfx).',
    'Diese Datei enthält kein Client-Zertifikat mit Schlüssel.', 'Wählen Sie eine PEM-Datei mit Zertifikat und Schlüssel oder eine PKCS#12-Datei (.p12, .pfx).'),
  certificatePassphrase: both(
    'The passphrase does not open this client certificate.', 'Type the passphrase that was set when the file was made.',
    'Die Passphrase öffnet dieses Client-Zertifikat nicht.', 'Geben Sie die Passphrase ein, die beim Anlegen der Datei vergeben wurde.'),
  pinned: both(
    'This is no certificate that can be trusted by hand.', 'Look at the certificate of the bank again.',
    'Das ist kein Zertifikat, dem sich von Hand vertrauen lässt.', 'Sehen Sie sich das Zertifikat der Bank noch einmal an.'),
  byHand: both(
    'Amount and day of a bank’s row stay as the bank said.', 'Change its payee, category, notes or parts instead.',
    'Betrag und Tag einer Bankbuchung bleiben, wie die Bank sie nennt.', 'Ändern Sie stattdessen Empfänger, Kategorie, Notiz oder Aufteilung.'),
  isRemoved: both(
    'A row of a bank or a file is not removed by itself.', 'Take back the import that it came with; rows written by hand can be removed.',
    'Ein Umsatz aus einer Bank oder Datei lässt sich nicht einzeln entfernen.', 'Nehmen Sie den Import zurück, mit dem er kam; von Hand eingetragene lassen sich entfernen.'),
  amount: both(
    'This amount cannot be read.', 'Write it as 12.50, a thousand as 1000 or 1,000.00, or a small sum: 16.99*1.19.',
    'Dieser Betrag lässt sich nicht lesen.', 'Schreiben Sie ihn als 12,50, tausend als 1000 oder 1.000,00, oder eine kleine Rechnung: 16,99*1,19.'),
  mapping: both(
    'This mapping of columns cannot be used.', 'Give a file that Kontor wrote, or choose the columns again.',
    'Diese Zuordnung der Spalten lässt sich nicht verwenden.', 'Nehmen Sie eine Datei, die Kontor geschrieben hat, oder wählen Sie die Spalten neu.'),
  'mapping.columns': both(
    'The file does not say which of its columns are the day and the amount.', 'Choose them in the import sheet, or give --mapping or --preset.',
    'Die Datei sagt nicht, welche ihrer Spalten Tag und Betrag sind.', 'Wählen Sie sie im Import aus oder geben Sie --mapping oder --preset an.'),
  'mapping.date-order': both(
    'The file does not say whether the day or the month stands first in its dates.', 'Choose it in the import sheet, or give --mapping or --preset.',
    'Die Datei sagt nicht, ob in ihren Daten der Tag oder der Monat vorn steht.', 'Wählen Sie es im Import aus oder geben Sie --mapping oder --preset an.'),
  'mapping.decimal': both(
    'The file does not say whether “1.234” is a thousand or a bit more than one.', 'Choose the decimal mark in the import sheet, or give --mapping or --preset.',
    'Die Datei sagt nicht, ob „1.234“ über tausend ist oder etwas mehr als eins.', 'Wählen Sie das Dezimalzeichen im Import aus oder geben Sie --mapping oder --preset an.'),
  'mapping.sign': both(
    'All amounts of the file are without sign, so they could be money in or money out.', 'Choose it in the import sheet, or give --mapping or --preset.',
    'Alle Beträge der Datei sind ohne Vorzeichen; sie könnten Eingänge oder Ausgaben sein.', 'Wählen Sie es im Import aus oder geben Sie --mapping oder --preset an.'),
  splits: both(
    'The parts do not add up to the amount of the transaction.', 'Change a part until nothing is left over.',
    'Die Teile ergeben nicht den Betrag des Umsatzes.', 'Ändern Sie einen Teil, bis kein Rest bleibt.'),
  tags: both(
    'A transaction has room for 50 tags.', 'Take one off first.',
    'Ein Umsatz hat Platz für 50 Schlagwörter.', 'Nehmen Sie erst eines weg.'),
}

/** Undefined where the name alone must do. */
export const invalidText = (path: string): Both | undefined => INVALID[path]
