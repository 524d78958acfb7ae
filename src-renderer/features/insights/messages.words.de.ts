/** Überschriften, Spalten und Hinweise der Auswertungen. */
export const table = {
  months: 'Monat für Monat', categories: 'Nach Kategorie', byMonth: 'Kategorien nach Monat', worth: 'Monat für Monat', accounts: 'Nach Konto', parties: 'Nach Laden und Person', sources: 'Nach Quelle', comparison: 'Nach Kategorie', owners: 'Kontodaten', gaps: 'Tage ohne Daten', taxes: 'Nach Thema',
  contracts: { active: 'Laufend', early: 'Vielleicht', ended: 'Beendet' }, perMonth: 'In einem mittleren Monat', upcoming: 'Die nächsten dreißig Tage', changes: 'Was sich geändert hat', available: 'So ergibt es sich', days: 'Tag für Tag', due: 'Noch zu zahlen', forecast: 'Die nächsten {count} Tage', expected: 'Erwartete Zahlungen', unusual: 'Über dem Üblichen', budgets: 'Nach Kategorie',
}

export const word = {
  income: 'Einnahmen', spending: 'Ausgaben', net: 'Übrig', saving: 'Zurückgelegt', transfersIn: 'Umbuchungen herein', transfersOut: 'Umbuchungen hinaus', transferTo: 'Umbuchung auf {account}', transferFrom: 'Umbuchung von {account}', adjusting: 'Zwischensalden', revaluation: 'Wechselkurse', change: 'Änderung der Salden',
  month: 'Monat', year: 'Jahr', day: 'Tag', on: 'Am', from: 'Von', to: 'Bis', total: 'Summe', sum: 'Summe', amount: 'Betrag', part: 'Teil', kind: 'Art', state: 'Stand', now: 'Jetzt', all: 'Alle Konten', inBase: 'In {currency}', soFar: '{month}, teilweise', before: 'davor: {amount}', compared: 'Vergleich', comparedTo: 'Vergleich: {range}',
  category: 'Kategorie', account: 'Konto', accounts: 'Konten', counterparty: 'Gegenseite', counterparties: 'Gegenseiten', source: 'Quelle', currency: 'Währung', topic: 'Thema', purpose: 'Verwendungszweck', share: 'Anteil', count: 'Anzahl', rows: 'Umsätze', average: 'Je Umsatz', monthlyAverage: 'Im Monat', monthlyMedian: 'Üblicher Monat',
  completeMonths: 'aus {count} vollständigen Monat | aus {count} vollständigen Monaten', rate: 'Sparquote', trailing: 'Letzter Monat | Letzte {count} Monate', left: 'Übrig', since: 'seit {day}', first: 'Erster', last: 'Letzter', next: 'Nächster', nextIncome: 'Nächste regelmäßige Einnahme',
  netWorth: 'Vermögen', grown: 'Änderung', assets: 'Guthaben', liabilities: 'Schulden', unknownAccounts: 'Unbekannte Konten', balance: 'Saldo', holdings: 'Wertpapiere', statedOn: 'Stand vom', stale: 'älter als {count} Tag | älter als {count} Tage', lowest: 'Tiefster Stand', highest: 'Höchster Stand', daysBelow: 'Tage im Minus', atEnd: 'Am Ende',
  regular: 'Regelmäßig', irregular: 'Unregelmäßig', previous: 'Zeitraum davor', yearBefore: 'Jahr davor', sincePrevious: 'Gegen den Zeitraum davor', sinceYear: 'Gegen das Vorjahr', difference: 'Unterschied', differenceYear: 'Unterschied zum Vorjahr', changePercent: 'Zum Vorjahr, %',
  outward: 'Bargeld & Privatpersonen', inLessOut: 'Eingänge abzüglich Ausgänge', everyday: 'Alltägliche Ausgaben',
  household: 'Haushalt', otherIncome: 'Weitere Einnahmen', otherSpending: 'Weitere Ausgaben', fromSavings: 'Aus Erspartem',
  holder: 'Inhaber', iban: 'IBAN oder Nummer', bank: 'Bank', type: 'Art', gaps: 'Lücken', refreshed: 'Aktualisiert', consent: 'Freigegeben bis', fees: 'Gebühren', interest: 'Zinsen', feesOf: 'Gebühren {year}', interestOf: 'Zinsen {year}',
  uncategorised: 'Ohne Kategorie', duplicates: 'Mögliche Doppelte', ofRows: 'von {count} Umsatz | von {count} Umsätzen', bankDifference: 'Bank minus Buch',
  monthlyOut: 'Im Monat zu zahlen', yearlyOut: 'Im Jahr zu zahlen', monthlyIn: 'Kommt im Monat', perMonth: 'Im Monat', perYear: 'Im Jahr', perDay: 'Am Tag', overspent: 'Bis {day} ist mehr ausgegeben oder schon verplant, als hereinkommt.', frequency: 'Wie oft', lastAmount: 'Letzter Betrag', paid: 'Bisher', fixed: 'Fix', variable: 'Variabel', onContracts: 'Davon für Verträge', averageSpending: 'Mittlere Ausgaben', fixedShare: 'Fixer Anteil',
  dueOut: 'Zu zahlen', dueIn: 'Kommt herein', beforeAmount: 'Davor', afterAmount: 'Jetzt', until: { salary: 'Verfügbar bis zum Gehalt', month: 'Verfügbar in diesem Monat' }, untilDay: 'bis {day}', remaining: 'noch {count} Tag | noch {count} Tage', available: 'Verfügbar',
  contractsPaid: 'Verträge, bezahlt', contractsDue: 'Verträge, noch fällig', savingPaid: 'Zurückgelegt', savingDue: 'Noch zurückzulegen', usual: 'Üblich', limit: 'Grenze', above: 'Darüber', comparedMonths: 'Verglichene Monate', scaled: 'Monat läuft noch', spent: 'Ausgegeben', carried: 'Übertrag', pace: 'Tempo', projection: 'Am Ende erwartet',
  spentSoFar: 'Bisher ausgegeben', onDay: 'An dem Tag', least: 'Am wenigsten', most: 'Am meisten', range: { salary: 'Spanne der {count} Gehaltszeiträume davor', month: 'Spanne der {count} Monate davor' },
}

export const frequency = { weekly: 'wöchentlich', biweekly: 'alle zwei Wochen', 'four-weekly': 'alle vier Wochen', semimonthly: 'zweimal im Monat', monthly: 'monatlich', bimonthly: 'alle zwei Monate', quarterly: 'vierteljährlich', halfyearly: 'halbjährlich', yearly: 'jährlich' }
export const due = { due: 'fällig', overdue: 'überfällig', 'cancel-by': 'letzter Tag zum Kündigen', reminder: 'Erinnerung' }
export const change = { price: 'neuer Preis', new: 'neuer Vertrag', ended: 'beendet', missing: 'ausgeblieben', duplicate: 'vielleicht doppelt bezahlt', large: 'groß und neu' }
export const tax = { donations: 'Spenden', insurance: 'Versicherungen', health: 'Gesundheit', childcare: 'Kinderbetreuung', craftsmen: 'Handwerker und Haushaltshilfen', 'vehicle-tax': 'Kfz-Steuer' }

export const note = {
  compared: { part: 'Die Umsätze beginnen erst innerhalb des verglichenen Zeitraums: Der Vergleich ist unvollständig.', none: 'Aus dem verglichenen Zeitraum ist noch nichts bekannt.' },
  transfers: 'Umbuchungen zwischen eigenen Konten sind weder Einnahme noch Ausgabe.',
  refunds: 'Was zurückkam, ist von seiner Kategorie abgezogen.',
  balances: 'Nur das Geld. Was Wertpapiere wert sind, gehört zu „Vermögen“ und „Salden“.',
  savingsRate: 'Der Teil der Einnahmen, der nicht ausgegeben wurde. Ohne Einnahmen gibt es keine Quote.',
  worth: 'Am Ende jedes Monats, zu den Wechselkursen dieses Tages. Ein Konto zählt ab dem Tag, an dem sein Saldo bekannt ist.',
  lookThrough: 'Zahlungen über PayPal, Klarna und ähnliche zählen für den, der dahinter steht.',
  comparison: 'Jetzt: {now}. Davor: {previous}. Jahr davor: {year}. Was noch läuft, wird über ebenso viele Tage verglichen.',
  taxes: 'Eine Hilfe beim Sammeln, keine Steuerberatung. Umsätze mit dem Schlagwort „§35a“ stehen hier unter Handwerkern und Haushaltshilfen.',
  fixed: 'Fix ist, was laufende Verträge im Monat ausmachen. Variabel ist alles andere, im Mittel vollständiger Monate.',
  available: 'Vom {from} bis {to}: Einnahmen bisher, abzüglich bezahlter und noch fälliger Verträge, des Zurückgelegten und aller sonstigen Ausgaben.',
  pacing: {
    salary: 'Das Diagramm zeigt, was seit dem Gehalt ausgegeben wurde, Verträge eingeschlossen, neben den letzten {count} Zeiträumen von Gehalt zu Gehalt ({from} bis {to}).',
    month: 'Das Diagramm zeigt, was seit Monatsbeginn ausgegeben wurde, Verträge eingeschlossen, neben den letzten {count} Monaten ({from} bis {to}).',
  },
  unpaced: {
    salary: 'Das Diagramm zeigt, was seit dem Gehalt ausgegeben wurde, Verträge eingeschlossen. Was üblich ist, lässt sich erst sagen, wenn davor zwei ganze Gehaltszeiträume von jedem Konto bekannt sind.',
    month: 'Das Diagramm zeigt, was seit Monatsbeginn ausgegeben wurde, Verträge eingeschlossen. Was üblich ist, lässt sich erst sagen, wenn davor zwei ganze Monate von jedem Konto bekannt sind.',
  },
  forecast: 'Was von Verträgen zu erwarten ist, und alltägliche Ausgaben wie in den letzten vollständigen Monaten.',
  forecastContracts: 'Nur, was von Verträgen zu erwarten ist.',
  forecastUnrated: 'Nicht in der Summe, weil kein Wechselkurs bekannt ist: {accounts}.',
  forecastWithout: 'Nicht in der Summe, weil noch zu wenig bekannt ist: {accounts}.',
  unusual: 'Deutlich mehr als üblich und mindestens 50 darüber. Ein laufender Monat wird ab dem achten Tag hochgerechnet.',
  pace: 'Tempo: der ausgegebene Teil der Grenze weniger des vergangenen Teils der Zeit. Über 0 ist zu schnell.',
}
