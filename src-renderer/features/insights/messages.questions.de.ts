/** Wie jede Seite in der Liste heißt, was sie fragt, und was sie sagt, solange sie keine Antwort hat. */
export const names = {
  spending: 'Ausgaben', flow: 'Geldfluss', merchants: 'Läden und Personen', income: 'Einnahmen', comparison: 'Vergleich', unusual: 'Ungewöhnliches', 'cash-flow': 'Monat für Monat', 'savings-rate': 'Sparquote', 'net-worth': 'Vermögen',
  'balance-history': 'Saldenverlauf', changes: 'Änderungen', available: 'Verfügbar', forecast: 'Vorschau', contracts: 'Verträge', upcoming: 'Fälliges', 'fixed-variable': 'Fix und variabel', budget: 'Budgets',
  balances: 'Salden', accounts: 'Konten', fees: 'Gebühren und Zinsen', 'tax-year': 'Steuerjahr', 'data-quality': 'Vollständigkeit',
}

export const questions = {
  spending: 'Wohin geht es?', flow: 'Woher und wohin fließt es?', merchants: 'Wer bekommt am meisten?', income: 'Woher kommt es?', comparison: 'Was hat sich geändert?', unusual: 'Was ist ungewöhnlich?',
  'cash-flow': 'Was bleibt, Monat für Monat?', 'savings-rate': 'Wie viel behalte ich?', 'net-worth': 'Werde ich reicher?', 'balance-history': 'Wie haben sich die Salden bewegt?', changes: 'Was ist neu, teurer oder weg?',
  available: 'Wie viel bis zum nächsten Gehalt?', forecast: 'Wo stehe ich in 90 Tagen?', contracts: 'Was zahle ich immer wieder?', upcoming: 'Was wird als Nächstes fällig?', 'fixed-variable': 'Was ist fix, was kann ich wählen?', budget: 'Bleibe ich in meinen Budgets?',
  balances: 'Was habe ich heute?', accounts: 'Was ist über meine Konten bekannt?', fees: 'Was kosten und zahlen meine Banken?', 'tax-year': 'Was will die Steuererklärung wissen?', 'data-quality': 'Kann ich diesen Zahlen trauen?',
}

export const none = {
  title: 'Dazu lässt sich noch nichts sagen', begin: 'Budgets anlegen', from: 'Wenn weitere Umsätze dazukommen, ist es ab {day} so weit.',
  spending: 'In dieser Zeit wurde nichts ausgegeben. Wählen Sie einen längeren Zeitraum, oder setzen Sie die Filter zurück.', flow: 'In dieser Zeit floss kein Geld. Wählen Sie einen längeren Zeitraum, oder setzen Sie die Filter zurück.', merchants: 'In dieser Zeit wurde niemand bezahlt. Wählen Sie einen längeren Zeitraum, oder setzen Sie die Filter zurück.', income: 'In dieser Zeit kam nichts herein. Wählen Sie einen längeren Zeitraum, oder setzen Sie die Filter zurück.', comparison: 'In dieser Zeit gibt es nichts zu vergleichen.', unusual: 'Nichts fällt auf. Was üblich ist, zeigt sich nach drei vollständigen Monaten.',
  'cash-flow': 'In dieser Zeit hat sich nichts bewegt. Wählen Sie einen längeren Zeitraum, oder setzen Sie die Filter zurück.', 'savings-rate': 'Dafür braucht es einen Monat mit Einnahmen.', 'net-worth': 'Dafür braucht es ein Konto mit bekanntem Saldo.', 'balance-history': 'Dafür braucht es ein Konto mit bekanntem Saldo.', changes: 'Nichts hat sich geändert: keine neuen Verträge, keine neuen Preise.',
  available: 'Was noch kommt, zeigt sich nach einigen Wochen mit Umsätzen.', forecast: 'Dafür braucht es ein Konto mit bekanntem Saldo und einige Monate mit Umsätzen.', contracts: 'Noch keine Zahlung kam oft genug wieder. Die meisten Verträge zeigen sich nach drei Monaten.', upcoming: 'In den nächsten dreißig Tagen ist nichts fällig, soweit bekannt.', 'fixed-variable': 'Dafür braucht es einen vollständigen Monat.', budget: 'Es gibt noch keine Budgets.',
  balances: 'Es gibt noch keine Konten.', accounts: 'Es gibt noch keine Konten.', fees: 'In dieser Zeit keine Gebühren und keine Zinsen.', 'tax-year': 'In diesen Jahren nichts, wonach die Steuererklärung fragt.', 'data-quality': 'Es gibt noch keine Konten.',
}
