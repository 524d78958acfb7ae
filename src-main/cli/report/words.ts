import type { Language } from '#shared/preferences.ts'
import { categoryName } from '../say.ts'

const EN = {
  accounts: 'accounts', account: 'account', refreshed: 'refreshed', missing: 'Missing', notConverted: 'Not converted, no exchange rate', unconverted: 'Payments in no sum, no exchange rate', possibleDuplicates: 'Possible duplicates, counted', opening: 'Opening',
  transaction: 'Transaction', amount: 'Amount', sum: 'Sum', nothing: 'Nothing of this kind.', noneChosen: 'Every account is left out.', compared: 'Compared with', partial: 'not a whole month', partialYear: 'not a whole year', overspent: '{amount} are missing until {day}: more is spent or already promised than comes in.',
  availability: { COMPLETE: 'complete', PARTIAL: 'incomplete', NONE: 'nothing known' },
  claim: { yes: 'yes', no: 'no' },
}
const DE: typeof EN = {
  accounts: 'Konten', account: 'Konto', refreshed: 'aktualisiert', missing: 'Fehlt', notConverted: 'Nicht umgerechnet, kein Kurs', unconverted: 'Zahlungen in keiner Summe, kein Kurs', possibleDuplicates: 'Mögliche Doppelte, mitgezählt', opening: 'Anfangsstand',
  transaction: 'Umsatz', amount: 'Betrag', sum: 'Summe', nothing: 'Nichts dergleichen.', noneChosen: 'Alle Konten sind ausgenommen.', compared: 'Verglichen mit', partial: 'kein ganzer Monat', partialYear: 'kein ganzes Jahr', overspent: 'Bis {day} fehlen {amount}: Es ist mehr ausgegeben oder schon verplant, als hereinkommt.',
  availability: { COMPLETE: 'vollständig', PARTIAL: 'unvollständig', NONE: 'nichts bekannt' },
  claim: { yes: 'ja', no: 'nein' },
}
export const reportWords = (language: Language): typeof EN => (language === 'de' ? DE : EN)

/** Titles of columns and lists, by their names in the report. */
const GERMAN: Readonly<Record<string, string>> = {
  account: 'Konto', accountId: 'Konto', name: 'Name', type: 'Art', currency: 'Währung', balance: 'Saldo', holdings: 'Wertpapiere', inBase: 'In Basiswährung', statedOn: 'Stand', isStale: 'Veraltet', staleAfterDays: 'Veraltet nach Tagen',
  month: 'Monat', months: 'Monate', income: 'Einnahmen', spending: 'Ausgaben', net: 'Übrig', saving: 'Sparen', transfersIn: 'Umbuchung ein', transfersOut: 'Umbuchung aus', adjusting: 'Ausgleich', revaluation: 'Kursänderung', change: 'Änderung',
  sum: 'Summe', count: 'Anzahl', average: 'Schnitt', monthlyAverage: 'Im Monat', monthlyMedian: 'Median im Monat', share: 'Anteil %', group: 'Gruppe', groups: 'Gruppen', categoryId: 'Kategorie', categories: 'Kategorien', completeMonths: 'Vollständige Monate',
  total: 'Gesamt', currencies: 'Währungen', rows: 'Zeilen', points: 'Stände', on: 'Am', assets: 'Vermögen', liabilities: 'Schulden', lowest: 'Tiefststand', highest: 'Höchststand', daysBelowZero: 'Tage unter null',
  sources: 'Quellen', counterparty: 'Gegenseite', isRegular: 'Regelmäßig', lastOn: 'Zuletzt', nextOn: 'Als Nächstes', firstOn: 'Zuerst', yearBefore: 'Vorjahr', regular: 'Regelmäßig', irregular: 'Unregelmäßig', saved: 'Gespart', rate: 'Quote %', trailing: 'Letzte Monate',
  merchants: 'Händler', key: 'Schlüssel', current: 'Jetzt', previous: 'Davor', sincePrevious: 'Seit davor', sincePreviousPercent: '%', sinceYear: 'Seit Vorjahr', sinceYearPercent: '%', years: 'Jahre', year: 'Jahr', fees: 'Gebühren', interest: 'Zinsen', topics: 'Themen', topic: 'Thema',
  from: 'Von', to: 'Bis', isPartial: 'Teilweise', isComplete: 'Vollständig', coverage: 'Bekannt', refreshedAt: 'Aktualisiert', status: 'Status', holder: 'Inhaber', number: 'Nummer', institution: 'Bank', rowCount: 'Umsätze', oldestOn: 'Ältester Umsatz', isClosed: 'Geschlossen', consentUntil: 'Ohne TAN bis',
  difference: 'Differenz', firstDivergingDay: 'Weicht ab seit', duplicates: 'Betrag Doppelter', duplicateCount: 'Doppelte', uncategorisedCount: 'Ohne Kategorie', uncategorised: 'Ohne Kategorie', of: 'von',
  contracts: 'Verträge', frequency: 'Turnus', lastAmount: 'Letzter Betrag', averageAmount: 'Schnitt', nextAmount: 'Nächster Betrag', toleranceDays: 'Spielraum Tage', monthly: 'Im Monat', yearly: 'Im Jahr', via: 'Über', paid: 'Bezahlt', skipped: 'Ausgelassen', isVariable: 'Schwankt', confidence: 'Sicherheit',
  monthlyOut: 'Ausgaben im Monat', monthlyIn: 'Einnahmen im Monat', yearlyOut: 'Ausgaben im Jahr', fixed: 'Fest', variable: 'Variabel', onContracts: 'Für Verträge', fixedShare: 'Fest %', cycle: 'Zeitraum', until: 'Bis zum nächsten', contractsPaid: 'Verträge bezahlt', contractsDue: 'Verträge offen',
  savingPaid: 'Gespart', savingDue: 'Sparen offen', otherSpending: 'Andere Ausgaben', available: 'Verfügbar', remainingDays: 'Verbleibende Tage', perDay: 'Pro Tag', spentSoFar: 'Bisher ausgegeben', usualByThen: 'An diesem Tag sonst', due: 'Fällig', amount: 'Betrag', expected: 'Erwartet', kind: 'Art', state: 'Stand', dueOut: 'Fällige Ausgaben', dueIn: 'Fällige Einnahmen',
  changes: 'Änderungen', before: 'Vorher', after: 'Nachher', percent: '%', median: 'Median', limit: 'Limit', above: 'Darüber', comparedMonths: 'Vergleichsmonate', isScaled: 'Vorläufig', spent: 'Ausgegeben', remaining: 'Übrig', pace: 'Tempo %', elapsed: 'Vergangen %', projection: 'Hochrechnung', carried: 'Übertrag', every: 'Je', isAccumulating: 'Ansparend', days: 'Tage',
  cancelBy: 'Kündigen bis', remindDays: 'Erinnern Tage davor', otherAccountId: 'Anderes Konto', projected: 'Hochgerechnet', start: 'Anfang', sums: 'Summen', variableMonths: 'Monate für Variables', withVariable: 'Mit Variablem', transactions: 'Umsätze',
  bookedOn: 'Buchung', payee: 'Empfänger', purpose: 'Verwendung', base: 'Basiswährung',
  changePercent: 'Änderung %', unknownAccounts: 'Unbekannte Konten', unconvertedAccounts: 'Konten ohne Wechselkurs', period: 'Zeitraum', iban: 'IBAN', id: 'ID', contractId: 'Vertrag', transfers: 'Umbuchungen',
}

/** Names that say too little as they are. */
const ENGLISH: Readonly<Record<string, string>> = {
  share: 'Share %', rate: 'Rate %', percent: '%', changePercent: 'Change %', sincePreviousPercent: '%', sinceYearPercent: '%', fixedShare: 'Fixed %', pace: 'Pace %', elapsed: 'Elapsed %',
  until: 'Until next', usualByThen: 'Usually by this day', unconvertedAccounts: 'Accounts without an exchange rate', duplicates: 'Amount of duplicates', duplicateCount: 'Duplicates', uncategorisedCount: 'Uncategorised', of: 'Of',
}

/** `total.net` as "Gesamt: Übrig" or "Total: net". */
export function titleOf(name: string, language: Language): string {
  return name.split('.').map((part, index) => (language === 'de' ? GERMAN[part] ?? spaced(part) : index === 0 ? english(part) : english(part).toLowerCase())).join(': ')
}

const english = (name: string): string => ENGLISH[name] ?? spaced(name)

/** `transfersIn` as "Transfers in". */
const spaced = (name: string): string => {
  if (name === 'iban') return 'IBAN'
  const words = name.replace(/Id$/, '').replace(/^is(?=[A-Z])/, '').replace(/([A-Z])/g, ' $1').trim().toLowerCase()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** What stands in a cell as a word of our own; everything else in a column is somebody's name or text. */
const WORD_COLUMNS = new Set(['status', 'frequency', 'kind', 'state', 'topic', 'type', 'until', 'every'])

const ENGLISH_VALUES: Readonly<Record<string, string>> = {
  'active': 'active', 'early': 'early sign', 'cancel-by': 'give notice by', 'due': 'due', 'craftsmen': 'work at home', 'vehicle-tax': 'vehicle tax', 'four-weekly': 'every four weeks', 'halfyearly': 'half-yearly',
  'UPDATED': 'up to date', 'UPDATED_FIXED': 'up to date', 'DOWNLOAD_IN_PROGRESS': 'being fetched', 'DOWNLOAD_FAILED': 'failed', 'DEPRECATED': 'no longer offered',
}
const GERMAN_VALUES: Readonly<Record<string, string>> = {
  'active': 'aktiv', 'early': 'erste Anzeichen', 'ended': 'beendet',
  'weekly': 'wöchentlich', 'biweekly': 'alle zwei Wochen', 'four-weekly': 'alle vier Wochen', 'semimonthly': 'zweimal im Monat', 'monthly': 'monatlich', 'bimonthly': 'alle zwei Monate', 'quarterly': 'vierteljährlich', 'halfyearly': 'halbjährlich', 'yearly': 'jährlich',
  'salary': 'Gehalt', 'month': 'Monat', 'year': 'Jahr', 'payment': 'Zahlung', 'cancel-by': 'kündigen bis', 'reminder': 'Erinnerung', 'due': 'fällig', 'overdue': 'überfällig',
  'price': 'neuer Preis', 'new': 'neu', 'missing': 'fehlt', 'duplicate': 'doppelt', 'large': 'groß und neu',
  'donations': 'Spenden', 'insurance': 'Versicherungen', 'health': 'Gesundheit', 'childcare': 'Kinderbetreuung', 'craftsmen': 'Handwerker und Haushalt', 'vehicle-tax': 'Kfz-Steuer',
  'checking': 'Girokonto', 'savings': 'Sparkonto', 'credit': 'Kreditkarte', 'cash': 'Bargeld', 'loan': 'Kredit', 'investment': 'Depot', 'asset': 'Vermögenswert', 'liability': 'Schuld',
  'UPDATED': 'aktuell', 'UPDATED_FIXED': 'aktuell', 'DOWNLOAD_IN_PROGRESS': 'wird geholt', 'DOWNLOAD_FAILED': 'fehlgeschlagen', 'DEPRECATED': 'nicht mehr angeboten',
}

const CATEGORIES = new Set(['categoryId', 'group'])

/** A word of our own in the person's language; of somebody else's, as it is. */
export const valueOf = (column: string, value: string, language: Language): string =>
  CATEGORIES.has(column) ? categoryName(value, language) : WORD_COLUMNS.has(column) ? (language === 'de' ? GERMAN_VALUES : ENGLISH_VALUES)[value] ?? value : value
