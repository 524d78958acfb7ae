import { both, existsText, invalidText, missingText, type Both, type ErrorText } from './error-things.ts'
import type { AppError } from './errors.ts'
import { refusalText } from './fints-refusals.ts'
import { ofxRefusalText } from './ofx-codes.ts'
import { limitText } from './limit-text.ts'
import type { Language } from './preferences.ts'
import { unreachable } from './result.ts'

export type { ErrorText } from './error-things.ts'

const CHECK_FILE = ['Download the file from your bank again and try once more.', 'Laden Sie die Datei bei Ihrer Bank noch einmal herunter und versuchen Sie es erneut.'] as const

const FIXED = {
  cancelled: both('Cancelled.', 'Nothing was changed.', 'Abgebrochen.', 'Es wurde nichts verändert.'),
  busy: both(
    'This ledger is already open in another Kontor.', 'Close the other window or wait for the other command, then try again.',
    'Dieses Kassenbuch ist schon in einem anderen Kontor geöffnet.', 'Schließen Sie das andere Fenster oder warten Sie auf den anderen Befehl und versuchen Sie es erneut.'),
  locked: both('The ledger is locked.', 'Unlock it with your passphrase or recovery key.', 'Das Kassenbuch ist gesperrt.', 'Entsperren Sie es mit Ihrer Passphrase oder dem Wiederherstellungsschlüssel.'),
  passphrase_wrong: both(
    'That is not the passphrase or recovery key of this ledger.', 'Check capital letters and keyboard layout, or use the recovery key.',
    'Das ist nicht die Passphrase oder der Wiederherstellungsschlüssel dieses Kassenbuchs.', 'Prüfen Sie Großschreibung und Tastaturbelegung oder nehmen Sie den Wiederherstellungsschlüssel.'),
  too_new: both(
    'This ledger was written by a newer version of Kontor.', 'Install the newer version to open it; nothing was changed.',
    'Dieses Kassenbuch stammt von einer neueren Version von Kontor.', 'Installieren Sie die neuere Version, um es zu öffnen; es wurde nichts verändert.'),
  no_accounts: both('The bank delivered no account.', 'Check the login with your bank.', 'Die Bank hat kein Konto geliefert.', 'Prüfen Sie den Zugang bei Ihrer Bank.'),
  offline: both('This computer is offline.', 'Everything but your banks works; try again when you are connected.', 'Dieser Rechner ist offline.', 'Alles außer Ihren Banken funktioniert; versuchen Sie es erneut, sobald Sie verbunden sind.'),
  answer_unreadable: both(
    'The bank’s answer could not be read.', 'Try again later; nothing was changed. If it stays, start Kontor with KONTOR_TRACE=1 and send us trace.log from the log folder; nothing private is in it.',
    'Die Antwort der Bank ließ sich nicht lesen.', 'Versuchen Sie es später erneut; es wurde nichts verändert. Bleibt es dabei, starten Sie Kontor mit KONTOR_TRACE=1 und senden Sie uns trace.log aus dem Protokollordner; Privates steht nicht darin.'),
  consent_expired: both('Your approval at the bank has expired.', 'Refresh the connection once by hand and approve it again.', 'Ihre Freigabe bei der Bank ist abgelaufen.', 'Aktualisieren Sie den Bankzugang einmal von Hand und geben Sie ihn neu frei.'),
  user_action_required: both('The bank asks for your approval.', 'Refresh the connection by hand.', 'Die Bank verlangt Ihre Freigabe.', 'Aktualisieren Sie den Bankzugang von Hand.'),
  nobody_answered: both('The bank’s question was not answered in time.', 'Start again when you have your TAN device at hand; nothing was changed.', 'Die Frage der Bank wurde nicht rechtzeitig beantwortet.', 'Beginnen Sie neu, wenn Sie Ihr TAN-Gerät zur Hand haben; es wurde nichts verändert.'),
  interrupted: both('Kontor ended before the refresh was done.', 'Refresh again; nothing was lost.', 'Kontor wurde beendet, bevor die Aktualisierung fertig war.', 'Aktualisieren Sie noch einmal; es ging nichts verloren.'),
  disk_full: both('The disk is full.', 'Free some space and try again; nothing was changed.', 'Der Datenträger ist voll.', 'Schaffen Sie Platz und versuchen Sie es erneut; es wurde nichts verändert.'),
  no_secret_store: both(
    'This computer has no keyring that Kontor can trust.', 'Use a passphrase instead.',
    'Dieser Rechner hat keinen Schlüsselbund, dem Kontor vertrauen kann.', 'Nehmen Sie stattdessen eine Passphrase.'),
} as const satisfies Partial<Record<AppError['kind'], Both>>

const MISNUMBERED = both(
  'The bank answered under another number than Kontor had asked with, so it is not certain what the answer belongs to.', 'Tell your bank that its OFX server does not return the TRNUID; until then import files from its website. Nothing was changed.',
  'Die Bank hat unter einer anderen Nummer geantwortet, als Kontor gefragt hat; wozu die Antwort gehört, ist nicht sicher.', 'Sagen Sie Ihrer Bank, dass ihr OFX-Server die TRNUID nicht zurückgibt; importieren Sie bis dahin Dateien von ihrer Website. Es wurde nichts verändert.')

const PIN_REQUIRED = {
  pin: both('The bank needs your PIN.', 'Refresh the connection by hand and type it; you may have it stored then.', 'Die Bank braucht Ihre PIN.', 'Aktualisieren Sie den Bankzugang von Hand und geben Sie sie ein; Sie können sie dabei speichern lassen.'),
  password: both('The bank needs your password.', 'Refresh the connection by hand and type it; you may have it stored then.', 'Die Bank braucht Ihr Passwort.', 'Aktualisieren Sie den Bankzugang von Hand und geben Sie es ein; Sie können es dabei speichern lassen.'),
} as const

const MALFORMED = {
  empty: both('The file is empty.', CHECK_FILE[0], 'Die Datei ist leer.', CHECK_FILE[1]),
  binary: both('The file holds no text that Kontor can read.', 'Choose a statement file such as OFX, camt, MT940 or CSV.', 'Die Datei enthält keinen Text, den Kontor lesen kann.', 'Wählen Sie eine Umsatzdatei wie OFX, camt, MT940 oder CSV.'),
  truncated: both('The file ends in the middle.', CHECK_FILE[0], 'Die Datei bricht mittendrin ab.', CHECK_FILE[1]),
  too_large: both('The file is larger than 128 MB.', 'Choose a shorter period at your bank and import the parts one by one.', 'Die Datei ist größer als 128 MB.', 'Wählen Sie bei Ihrer Bank einen kürzeren Zeitraum und importieren Sie die Teile nacheinander.'),
  too_many_files: both('These are more than 50 files at once.', 'Import the rest afterwards.', 'Das sind mehr als 50 Dateien auf einmal.', 'Importieren Sie die übrigen danach.'),
  too_much_at_once: both('Together these files are larger than 256 MB.', 'Import the rest afterwards.', 'Zusammen sind diese Dateien größer als 256 MB.', 'Importieren Sie die übrigen danach.'),
  no_statement: both('The file holds no account statement.', 'Export the transactions of an account from your bank.', 'Die Datei enthält keinen Kontoauszug.', 'Exportieren Sie bei Ihrer Bank die Umsätze eines Kontos.'),
  broken_xml: both('The file is not well-formed XML.', CHECK_FILE[0], 'Die Datei ist kein wohlgeformtes XML.', CHECK_FILE[1]),
  doctype: both(
    'The file brings a document type of its own, which Kontor does not follow because it could reach for other files.', CHECK_FILE[0],
    'Die Datei bringt einen eigenen Dokumenttyp mit, dem Kontor nicht folgt, weil er nach anderen Dateien greifen könnte.', CHECK_FILE[1]),
  broken_archive: both('The archive is damaged.', CHECK_FILE[0], 'Das Archiv ist beschädigt.', CHECK_FILE[1]),
  archive_too_large: both(
    'Unpacked, the archive is larger than 128 MB or holds too many files.', 'Unpack it yourself and import the files one by one.',
    'Entpackt ist das Archiv größer als 128 MB oder enthält zu viele Dateien.', 'Entpacken Sie es selbst und importieren Sie die Dateien einzeln.'),
  not_ofx: both('The file begins like OFX but holds no OFX data.', CHECK_FILE[0], 'Die Datei beginnt wie OFX, enthält aber keine OFX-Daten.', CHECK_FILE[1]),
  not_kontor_json: both('The file is not valid Kontor JSON.', 'See the format description, or export it again from Kontor.', 'Die Datei ist kein gültiges Kontor-JSON.', 'Lesen Sie die Formatbeschreibung oder exportieren Sie die Datei erneut aus Kontor.'),
  not_rates: both('The file holds no exchange rates of the European Central Bank.', 'Choose eurofxref-hist.csv, .xml or .zip, whole.', 'Die Datei enthält keine Wechselkurse der Europäischen Zentralbank.', 'Wählen Sie eurofxref-hist.csv, .xml oder .zip, vollständig.'),
  not_backup: both('The file is not a complete Kontor backup.', 'Choose another backup file.', 'Die Datei ist keine vollständige Kontor-Sicherung.', 'Wählen Sie eine andere Sicherungsdatei.'),
  ledger_damaged: both('The ledger file is damaged or is no Kontor ledger.', 'Restore your latest backup; the damaged file is kept.', 'Die Kassenbuch-Datei ist beschädigt oder kein Kassenbuch von Kontor.', 'Stellen Sie Ihre letzte Sicherung wieder her; die beschädigte Datei bleibt erhalten.'),
  key_file: both('The key file of this ledger is damaged.', 'Restore a backup; it holds the keys too.', 'Die Schlüsseldatei dieses Kassenbuchs ist beschädigt.', 'Stellen Sie eine Sicherung wieder her; sie enthält auch die Schlüssel.'),
  sums_too_large: both(
    'These amounts come to more than Kontor can count exactly.', 'Check the amounts in the file; nothing was changed.',
    'Diese Beträge ergeben zusammen mehr, als Kontor genau zählen kann.', 'Prüfen Sie die Beträge in der Datei; es wurde nichts verändert.'),
} as const satisfies Record<Extract<AppError, { kind: 'malformed' }>['reason'], Both>

const STORAGE = {
  missing: both('The file does not exist.', 'Check its name and folder.', 'Die Datei gibt es nicht.', 'Prüfen Sie Namen und Ordner.'),
  no_permission: both('Kontor may not open this file.', 'Change the permissions of the file or its folder.', 'Kontor darf diese Datei nicht öffnen.', 'Ändern Sie die Rechte der Datei oder ihres Ordners.'),
  read_only: both('The file or its disk is read-only.', 'Choose a place where Kontor may write; nothing was changed.', 'Die Datei oder ihr Datenträger ist schreibgeschützt.', 'Wählen Sie einen Ort, an dem Kontor schreiben darf; es wurde nichts verändert.'),
  is_folder: both('That is a folder, not a file.', 'Choose the files inside it.', 'Das ist ein Ordner, keine Datei.', 'Wählen Sie die Dateien darin.'),
  failed: both('The disk reported an error.', 'Check the disk and try again; nothing was changed.', 'Der Datenträger hat einen Fehler gemeldet.', 'Prüfen Sie den Datenträger und versuchen Sie es erneut; es wurde nichts verändert.'),
  gone: both(
    'The ledger’s file is no longer in its place.', 'Bring its folder or drive back. Nothing more is written until then; what is shown can still be exported.',
    'Die Datei des Kassenbuchs liegt nicht mehr an ihrem Ort.', 'Bringen Sie ihren Ordner oder Datenträger zurück. Bis dahin wird nichts mehr geschrieben; was zu sehen ist, lässt sich noch exportieren.'),
  replaced: both(
    'Another file has taken the place of the ledger’s file.', 'Export what is shown if you need it, then close Kontor and start it again: that opens the other file. Nothing more is written until then.',
    'An der Stelle der Kassenbuch-Datei liegt jetzt eine andere.', 'Exportieren Sie, was zu sehen ist, falls Sie es brauchen. Beenden Sie dann Kontor und starten Sie es neu: Das öffnet die andere Datei. Bis dahin wird nichts mehr geschrieben.'),
  key_file_missing: both(
    'The key file beside this ledger is missing.', 'Put the .keys file back beside the ledger, or restore a backup.',
    'Die Schlüsseldatei neben diesem Kassenbuch fehlt.', 'Legen Sie die .keys-Datei wieder neben das Kassenbuch oder stellen Sie eine Sicherung wieder her.'),
} as const satisfies Record<Extract<AppError, { kind: 'storage' }>['reason'], Both>

const PROXY = {
  unreachable: both(
    'The proxy on the way to the bank does not connect.', 'Check the proxy in the connection’s settings, or in those of your system; nothing was sent to the bank.',
    'Der Proxy auf dem Weg zur Bank stellt keine Verbindung her.', 'Prüfen Sie den Proxy in den Einstellungen des Bankzugangs oder Ihres Systems; an die Bank wurde nichts gesendet.'),
  login: both(
    'The proxy on the way to the bank wants another login.', 'Enter user name and password of the proxy in the connection’s settings; nothing was sent to the bank.',
    'Der Proxy auf dem Weg zur Bank verlangt eine andere Anmeldung.', 'Tragen Sie Benutzername und Passwort des Proxys in den Einstellungen des Bankzugangs ein; an die Bank wurde nichts gesendet.'),
} as const satisfies Record<Extract<AppError, { kind: 'proxy_failed' }>['reason'], Both>

const UNSUPPORTED = {
  format: both('Kontor does not know this kind of file.', 'Export your transactions as OFX, QFX, camt (XML), MT940, CSV or QIF.', 'Diese Art von Datei kennt Kontor nicht.', 'Exportieren Sie Ihre Umsätze als OFX, QFX, camt (XML), MT940, CSV oder QIF.'),
  folder: both('Folders cannot be imported.', 'Choose the files inside it.', 'Ordner lassen sich nicht importieren.', 'Wählen Sie die Dateien darin.'),
  rates: both(
    'The file holds exchange rates, no transactions.', 'Load it in the settings, under “Exchange rates”, or with “kontor rates import”.',
    'Die Datei enthält Wechselkurse, keine Umsätze.', 'Laden Sie sie in den Einstellungen unter „Wechselkurse“ oder mit „kontor rates import“.'),
  operation: both('The bank does not offer this.', 'Use another way, for example a file from your bank.', 'Die Bank bietet das nicht an.', 'Nehmen Sie einen anderen Weg, zum Beispiel eine Datei Ihrer Bank.'),
  encrypted_file: both('The file is encrypted or compressed.', 'Unpack it first, then import what is inside.', 'Die Datei ist verschlüsselt oder gepackt.', 'Entpacken Sie sie zuerst und importieren Sie dann den Inhalt.'),
  lock: both('A ledger without a passphrase cannot lock.', 'Set a passphrase in the settings.', 'Ein Kassenbuch ohne Passphrase lässt sich nicht sperren.', 'Legen Sie in den Einstellungen eine Passphrase fest.'),
  last_opener: both(
    'Only the recovery key would still open this ledger.', 'Set a passphrase first.',
    'Dann öffnete nur noch der Wiederherstellungsschlüssel dieses Kassenbuch.', 'Legen Sie zuerst eine Passphrase fest.'),
  plain_ledger: both(
    'This ledger is not encrypted, so it has no keys.', 'Export it as Kontor JSON and import that into a new, encrypted ledger.',
    'Dieses Kassenbuch ist nicht verschlüsselt, es hat also keine Schlüssel.', 'Exportieren Sie es als Kontor-JSON und importieren Sie das in ein neues, verschlüsseltes Kassenbuch.'),
  other_currency: both(
    'The statement is in another currency than this account.', 'Choose an account in its currency, or let the import make a new one; nothing was changed.',
    'Der Auszug hat eine andere Währung als dieses Konto.', 'Wählen Sie ein Konto in seiner Währung oder lassen Sie den Import ein neues anlegen; es wurde nichts verändert.'),
  unattended: both(
    'This bank asks for an approval at every login, so nothing can be refreshed while nobody is there.', 'Leave the automatic refresh off and refresh by hand.',
    'Diese Bank verlangt bei jeder Anmeldung eine Freigabe; unbeaufsichtigt lässt sich nichts aktualisieren.', 'Lassen Sie die automatische Aktualisierung aus und aktualisieren Sie von Hand.'),
} as const satisfies Record<Extract<AppError, { kind: 'unsupported' }>['what'], Both>

const DATA_MISSING = {
  NONE: both(
    'The ledger knows nothing of this time.', 'Refresh or import the accounts, or ask for another time.',
    'Für diesen Zeitraum weiß das Kassenbuch nichts.', 'Aktualisieren oder importieren Sie die Konten, oder fragen Sie nach einem anderen Zeitraum.'),
  PARTIAL: both(
    'The accounts are not known for the whole of this time.', 'Refresh or import what is missing, or allow an incomplete report.',
    'Für diesen Zeitraum sind die Konten nicht vollständig bekannt.', 'Aktualisieren oder importieren Sie, was fehlt, oder lassen Sie einen unvollständigen Bericht zu.'),
} as const satisfies Record<Extract<AppError, { kind: 'data_missing' }>['availability'], Both>

/** The one sentence and the one next step of an expected failure. Texts of a bank are quoted as they came. */
export function sentence(error: AppError, language: Language): ErrorText {
  return texts(error)[language]
}

function texts(error: AppError): Both {
  switch (error.kind) {
    case 'malformed':
      return atLine(MALFORMED[error.reason], error.line)
    case 'storage':
      return STORAGE[error.reason]
    case 'unsupported':
      return UNSUPPORTED[error.what]
    case 'proxy_failed':
      return PROXY[error.reason]
    case 'data_missing':
      return DATA_MISSING[error.availability]
    case 'transfer_lost':
      return transferText(error)
    case 'answer_unreadable':
      return error.reason === 'misnumbered' ? MISNUMBERED : FIXED.answer_unreadable
    case 'pin_required':
      return PIN_REQUIRED[error.login ?? 'pin']
    case 'invalid_input':
      return invalidText(error.path) ?? invalidEntry(error)
    case 'not_found':
      return missingText(error.what)
    case 'exists':
      return existsText(error.what)
    case 'connection_busy':
      return both(`“${error.name}” is being refreshed.`, 'Wait until it is done, or cancel it.', `„${error.name}“ wird gerade aktualisiert.`, 'Warten Sie, bis das fertig ist, oder brechen Sie es ab.')
    case 'bug':
      return both(
        `Something went wrong inside Kontor (incident ${error.incidentId}).`, 'Your data is unchanged. Try again; the log holds the details.',
        `In Kontor ist etwas schiefgegangen (Vorfall ${error.incidentId}).`, 'Ihre Daten sind unverändert. Versuchen Sie es erneut; Einzelheiten stehen im Protokoll.')
    case 'bank_unreachable':
    case 'bank_rejected':
    case 'pin_wrong':
    case 'access_blocked':
    case 'tan_wrong':
    case 'connection_untrusted':
      return bankTexts(error)
    default:
      return FIXED[error.kind]
  }
}

function invalidEntry({ path, reason, limit }: Extract<AppError, { kind: 'invalid_input' }>): Both {
  const next = limit
    ? [`Allowed: ${limitText(limit, 'en')}.`, `Erlaubt: ${limitText(limit, 'de')}.`] as const
    : [reason ?? 'Check it and try again.', reason ?? 'Prüfen Sie sie und versuchen Sie es erneut.'] as const
  const named = path === '' ? '' : `: ${path}`
  return both(`This entry is not valid${named}.`, next[0], `Diese Angabe ist nicht gültig${named}.`, next[1])
}

/** Something answers there, but no server for programs: banks move them without a word. */
const noServer = (code: string): Both => both(
  `There is no server for Kontor at this address (${code}).`, 'Check the address with your bank and correct it in the connection’s settings.',
  `Unter dieser Adresse gibt es keinen Server für Kontor (${code}).`, 'Prüfen Sie die Adresse bei Ihrer Bank und berichtigen Sie sie in den Einstellungen des Bankzugangs.')

function bankTexts(error: Extract<AppError, { kind: 'bank_unreachable' | 'bank_rejected' | 'pin_wrong' | 'access_blocked' | 'tan_wrong' | 'connection_untrusted' }>): Both {
  switch (error.kind) {
    case 'bank_unreachable':
      return both('The bank does not answer.', 'Try again later; nothing was changed.', 'Die Bank antwortet nicht.', 'Versuchen Sie es später erneut; es wurde nichts verändert.')
    case 'bank_rejected': {
      if (error.code.startsWith('HTTP ')) return noServer(error.code)
      const { en, de } = refusalText(error.code) ?? ofxRefusalText(error.code) ?? both('', 'Follow the bank’s message or ask your bank.', '', 'Folgen Sie der Meldung oder fragen Sie Ihre Bank.')
      const said = closed(error.message)
      return both(`The bank refused (${error.code}): ${said || en.what}`, en.next, `Die Bank hat abgelehnt (${error.code}): ${said || de.what}`, de.next)
    }
    case 'pin_wrong':
      return wrongSecret(error)
    case 'tan_wrong':
      return wrongAnswer(error)
    case 'connection_untrusted':
      return both(
        `The connection to ${error.host} is not secure, so nothing was sent.`, 'Check the address of your bank, your clock and any program that inspects encrypted connections; you can also look at the certificate and trust it.',
        `Die Verbindung zu ${error.host} ist nicht sicher; es wurde nichts gesendet.`, 'Prüfen Sie die Adresse Ihrer Bank, Ihre Uhr und Programme, die verschlüsselte Verbindungen mitlesen; Sie können das Zertifikat auch ansehen und ihm vertrauen.')
    case 'access_blocked':
      return both(`The bank has blocked the access: ${closed(error.message)}`, 'Unblock it at your bank first.', `Die Bank hat den Zugang gesperrt: ${closed(error.message)}`, 'Lassen Sie ihn zuerst bei Ihrer Bank entsperren.')
    default:
      return unreachable(error)
  }
}

function transferText({ uid, fate }: Extract<AppError, { kind: 'transfer_lost' }>): Both {
  if (fate === 'absent') return both(`The bank does not know of the transfer (number ${uid}); nothing was carried out.`, 'Order it again when the bank answers; under the same number it is never carried out twice.', `Die Bank weiß nichts von der Überweisung (Nummer ${uid}); es wurde nichts ausgeführt.`, 'Erteilen Sie sie noch einmal, wenn die Bank wieder antwortet; unter derselben Nummer wird sie nie zweimal ausgeführt.')
  return both(
    `Nobody knows whether the bank has carried out the transfer (number ${uid}).`, 'Look at the transactions of the account before you order it again; under the same number it is never carried out twice.',
    `Niemand weiß, ob die Bank die Überweisung (Nummer ${uid}) ausgeführt hat.`, 'Sehen Sie in den Umsätzen des Kontos nach, bevor Sie sie noch einmal erteilen; unter derselben Nummer wird sie nie zweimal ausgeführt.')
}

function wrongSecret({ message, attemptsLeft: left, login }: Extract<AppError, { kind: 'pin_wrong' }>): Both {
  const said = closed(message)
  const [en, de, it] = login === 'password' ? ['the password', 'das Passwort', 'es'] : ['the PIN', 'die PIN', 'sie']
  return both(
    `The bank did not accept ${en}: ${said}`, left === null ? 'Type it again with care.' : `Type it again with care; attempts left: ${left}.`,
    `Die Bank hat ${de} nicht angenommen: ${said}`, left === null ? `Geben Sie ${it} sorgfältig neu ein.` : `Geben Sie ${it} sorgfältig neu ein; verbleibende Versuche: ${left}.`)
}

function wrongAnswer({ message, asked }: Extract<AppError, { kind: 'tan_wrong' }>): Both {
  const said = closed(message)
  switch (asked) {
    case 'answer': return both(`The bank did not accept the answer: ${said}`, 'Start again and answer its questions with care.', `Die Bank hat die Antwort nicht angenommen: ${said}`, 'Beginnen Sie neu und beantworten Sie ihre Fragen sorgfältig.')
    case 'code': return both(`The bank did not accept the code: ${said}`, 'Start again with a new code from the bank’s website.', `Die Bank hat den Code nicht angenommen: ${said}`, 'Beginnen Sie neu mit einem neuen Code von der Website der Bank.')
    default: return both(`The bank did not accept the TAN: ${said}`, 'Start again and use the new TAN.', `Die Bank hat die TAN nicht angenommen: ${said}`, 'Beginnen Sie neu und nehmen Sie die neue TAN.')
  }
}

/** A bank’s own words end like a sentence: the next step stands right behind them. */
const closed = (text: string): string => text.trim().replace(/[^.!?…:]$/u, '$&.')

function atLine(text: Both, line: number | null): Both {
  if (line === null) return text
  return {
    en: { ...text.en, what: text.en.what.replace(/\.$/, ` (line ${line}).`) },
    de: { ...text.de, what: text.de.what.replace(/\.$/, ` (Zeile ${line}).`) },
  }
}
