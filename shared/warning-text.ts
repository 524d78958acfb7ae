import type { Language } from './preferences.ts'

type Both = Readonly<Record<Language, string>>

/** What a reader noticed, in one sentence; `{detail}` is a tag, a code or a number of the file. */
const WARNINGS = {
  // A row of the file
  'entry-without-amount': { en: 'An entry has no amount that can be read for certain ({detail}).', de: 'Ein Umsatz hat keinen Betrag, der sich sicher lesen lässt ({detail}).' },
  'entry-without-date': { en: 'An entry has no day that can be read for certain ({detail}).', de: 'Ein Umsatz hat kein Datum, das sich sicher lesen lässt ({detail}).' },
  'entry-without-account': { en: 'An entry belongs to no account: the file names neither its number nor its currency.', de: 'Ein Umsatz gehört zu keinem Konto: Die Datei nennt weder dessen Nummer noch die Währung.' },
  'entry-in-comment': { en: 'An entry stands in a comment and was not read.', de: 'Ein Umsatz steht in einem Kommentar und wurde nicht gelesen.' },
  'entry-outside-statement': { en: 'An entry stands outside every statement and was not read ({detail}).', de: 'Ein Umsatz steht außerhalb jedes Auszugs und wurde nicht gelesen ({detail}).' },
  'entry-inside-text': { en: 'The text of an entry holds what looks like another entry; that one was not read ({detail}).', de: 'Im Text eines Umsatzes steht, was wie ein weiterer Umsatz aussieht; dieser wurde nicht gelesen ({detail}).' },
  'entry-deletes-another': { en: 'The bank takes an earlier entry back; remove that one by hand.', de: 'Die Bank nimmt einen früheren Umsatz zurück; entfernen Sie ihn von Hand.' },
  'entry-replaces-another': { en: 'The bank replaces an earlier entry; check that it is not there twice.', de: 'Die Bank ersetzt einen früheren Umsatz; prüfen Sie, dass er nicht doppelt da ist.' },
  'date-substituted': { en: 'The booking day is missing; {detail} was taken instead.', de: 'Der Buchungstag fehlt; stattdessen wurde {detail} genommen.' },
  'no-booking-date': { en: '{detail} entries have no booking day.', de: '{detail} Umsätze haben keinen Buchungstag.' },
  'day-outside-month': { en: 'A day does not exist in its month; the month’s last day was taken.', de: 'Einen Tag gibt es in seinem Monat nicht; der letzte des Monats wurde genommen.' },
  'trade-without-date': { en: 'A trade has no day and was not read ({detail}).', de: 'Ein Wertpapiergeschäft hat kein Datum und wurde nicht gelesen ({detail}).' },
  'reversals-turned': { en: '{detail} reversals had the wrong sign; the balances show which.', de: '{detail} Stornos hatten das falsche Vorzeichen; die Salden zeigen, welches gilt.' },
  // A value of the file
  'bad-date': { en: 'A date cannot be read ({detail}).', de: 'Ein Datum lässt sich nicht lesen ({detail}).' },
  'bad-number': { en: 'A number cannot be read for certain ({detail}).', de: 'Eine Zahl lässt sich nicht sicher lesen ({detail}).' },
  'bad-currency': { en: 'A currency is not a three-letter code ({detail}).', de: 'Eine Währung ist kein Code aus drei Buchstaben ({detail}).' },
  'bad-balance': { en: 'A balance cannot be read ({detail}).', de: 'Ein Saldo lässt sich nicht lesen ({detail}).' },
  'balance-unreadable': { en: 'A balance cannot be read ({detail}).', de: 'Ein Saldo lässt sich nicht lesen ({detail}).' },
  'repeated-element': { en: '{detail} stands there twice with different contents; the first counts.', de: '{detail} steht zweimal mit verschiedenem Inhalt da; das erste gilt.' },
  'text-shortened': { en: 'A text is longer than any bank may send and was cut.', de: 'Ein Text ist länger, als eine Bank senden darf, und wurde gekürzt.' },
  'no-account': { en: 'The account is not named ({detail}).', de: 'Das Konto ist nicht genannt ({detail}).' },
  'account-unknown': { en: 'A row names an account that the file does not have ({detail}).', de: 'Eine Zeile nennt ein Konto, das die Datei nicht hat ({detail}).' },
  'no-security': { en: 'A holding names no security ({detail}).', de: 'Ein Bestand nennt kein Wertpapier ({detail}).' },
  'word-unreadable': { en: 'Something that had been decided in the other ledger cannot be read ({detail}).', de: 'Etwas, das im anderen Kassenbuch festgelegt war, lässt sich nicht lesen ({detail}).' },
  'not-a-list': { en: '{detail} is no list in this file and was left out.', de: '{detail} ist in dieser Datei keine Liste und wurde ausgelassen.' },
  'not-an-object': { en: 'The list {detail} holds something that is no object and was left out.', de: 'Die Liste {detail} enthält etwas, das kein Objekt ist und ausgelassen wurde.' },
  'splits-mismatch': { en: 'The parts of a row do not add up to its amount; it was left whole.', de: 'Die Teile eines Umsatzes ergeben nicht seinen Betrag; er wurde nicht aufgeteilt.' },
  'covered-cut': { en: 'The file claims to be complete for days that had not come; only those up to {detail} count.', de: 'Die Datei nennt sich vollständig für Tage, die noch nicht gekommen waren; nur die bis {detail} zählen.' },
  'covered-unreadable': { en: 'A stretch of days that the file claims to be complete for cannot be read.', de: 'Ein Zeitraum, für den die Datei vollständig sein will, lässt sich nicht lesen.' },
  // A table or QIF
  'mapping-columns': { en: 'Which columns are the day and the amount is open.', de: 'Welche Spalten Tag und Betrag sind, ist offen.' },
  'mapping-date-order': { en: 'Whether the day or the month stands first in the dates is open.', de: 'Ob in den Daten der Tag oder der Monat vorn steht, ist offen.' },
  'mapping-decimal': { en: 'Whether a point or a comma is the decimal mark is open.', de: 'Ob Punkt oder Komma das Dezimalzeichen ist, ist offen.' },
  'mapping-sign': { en: 'Whether amounts without sign are money in or money out is open.', de: 'Ob Beträge ohne Vorzeichen Eingänge oder Ausgaben sind, ist offen.' },
  'csv-columns-left-out': { en: 'Columns that Kontor does not know are left out ({detail}).', de: 'Spalten, die Kontor nicht kennt, bleiben weg ({detail}).' },
  'csv-row-void': { en: 'A row was cancelled or declined by the bank and is no payment.', de: 'Eine Zeile hat die Bank storniert oder abgelehnt; sie ist keine Zahlung.' },
  'csv-row-footer': { en: 'A line with a balance or a sum is no transaction.', de: 'Eine Zeile mit Saldo oder Summe ist kein Umsatz.' },
  'balance-chain': { en: 'The running balance does not follow from the amounts ({detail} rows).', de: 'Der laufende Saldo folgt nicht aus den Beträgen ({detail} Zeilen).' },
  'qif-lists-skipped': { en: 'Memorised payments, prices and securities are no transactions ({detail}).', de: 'Gemerkte Zahlungen, Kurse und Wertpapiere sind keine Umsätze ({detail}).' },
  // How the file adds up
  'balance-mismatch': { en: 'Opening balance and entries do not give the closing balance ({detail}).', de: 'Anfangssaldo und Umsätze ergeben nicht den Endsaldo ({detail}).' },
  'balance-gap': { en: 'A statement does not begin where the one before ended ({detail}).', de: 'Ein Auszug beginnt nicht, wo der vorige endete ({detail}).' },
  'page-gap': { en: 'A page does not begin where the one before ended ({detail}).', de: 'Ein Blatt beginnt nicht, wo das vorige endete ({detail}).' },
  'page-missing': { en: 'More pages are announced and missing ({detail}).', de: 'Weitere Blätter sind angekündigt und fehlen ({detail}).' },
  'no-closing-balance': { en: 'The closing balance is missing ({detail}).', de: 'Der Endsaldo fehlt ({detail}).' },
  'entry-count': { en: 'The file tells another number of entries than it has ({detail}).', de: 'Die Datei nennt eine andere Zahl von Umsätzen, als sie hat ({detail}).' },
  'total-mismatch': { en: 'The holdings do not add up to the total ({detail}).', de: 'Die Bestände ergeben nicht die Summe ({detail}).' },
  'totals-mismatch': { en: 'The entries do not add up to the totals ({detail}).', de: 'Die Umsätze ergeben nicht die Summen ({detail}).' },
  // The file itself
  'unknown-element': { en: 'The bank uses an element of its own, which was not read: {detail}.', de: 'Die Bank verwendet ein eigenes Element, das nicht gelesen wurde: {detail}.' },
  'not-read': { en: 'A part without entries was not read: {detail}.', de: 'Ein Teil ohne Umsätze wurde nicht gelesen: {detail}.' },
  'fragment-skipped': { en: 'A fragment without account, period or entries was left out ({detail}).', de: 'Ein Bruchstück ohne Konto, Zeitraum oder Umsätze wurde ausgelassen ({detail}).' },
  'tag-unfinished': { en: 'A tag is damaged but could be read: {detail}.', de: 'Ein Tag ist beschädigt, ließ sich aber lesen: {detail}.' },
  'section-unclosed': { en: 'A comment has no end; it was read as text.', de: 'Ein Kommentar hat kein Ende; er wurde als Text gelesen.' },
  'end-missing': { en: 'The last line of the file is missing; nothing before it is.', de: 'Die letzte Zeile der Datei fehlt; davor fehlt nichts.' },
  'mixed-encoding': { en: 'The file mixes two encodings ({detail}).', de: 'Die Datei mischt zwei Zeichenkodierungen ({detail}).' },
  'xml-repaired': { en: 'The file is not well-formed XML and was repaired.', de: 'Die Datei ist kein wohlgeformtes XML und wurde repariert.' },
  'archive-member-skipped': { en: 'A file inside the archive is no statement and was left out ({detail}).', de: 'Eine Datei im Archiv ist kein Auszug und wurde ausgelassen ({detail}).' },
  // On the way into the ledger
  'conflicting-id': { en: 'The bank uses the id of another entry again; the entry was kept as a new one.', de: 'Die Bank verwendet die Kennung eines anderen Umsatzes noch einmal; der Umsatz wurde als neuer behalten.' },
  'currency-assumed': { en: 'The file names no currency; {detail} was taken.', de: 'Die Datei nennt keine Währung; {detail} wurde angenommen.' },
  'amount-converted': { en: 'An amount in {detail} was brought into the account’s currency at the bank’s rate.', de: 'Ein Betrag in {detail} wurde zum Kurs der Bank in die Währung des Kontos umgerechnet.' },
  // From imports before holdings and trades became part of the ledger
  'trades-kept-in-file': { en: 'Securities trades were left in the stored file ({detail}); import the file again to see them.', de: 'Wertpapiergeschäfte blieben in der abgelegten Datei ({detail}); importieren Sie die Datei noch einmal, um sie zu sehen.' },
  'positions-kept-in-file': { en: 'Holdings were left in the stored file ({detail}); import the file again to see them.', de: 'Bestände blieben in der abgelegten Datei ({detail}); importieren Sie die Datei noch einmal, um sie zu sehen.' },
} as const satisfies Readonly<Record<string, Both>>

export type WarningCode = keyof typeof WARNINGS
export const WARNING_CODES = Object.keys(WARNINGS)

const isKnown = (code: string): code is WarningCode => Object.hasOwn(WARNINGS, code)

/** The sentence for a person; a code that has none yet stands for itself. */
export function warningSentence({ code, detail }: { readonly code: string; readonly detail: string }, language: Language): string {
  if (!isKnown(code)) return detail === '' ? code : `${code} (${detail})`
  const text = WARNINGS[code][language]
  return detail === '' ? text.replace(/:? ?\(?\{detail\}\)?/, '') : text.replace('{detail}', detail)
}
