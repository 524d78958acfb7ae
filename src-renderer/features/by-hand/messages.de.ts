import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  command: { row: 'Neuer Umsatz', account: 'Neues Konto von Hand' },
  row: {
    title: 'Neuer Umsatz', changeTitle: 'Umsatz ändern', direction: 'Richtung', out: 'Ausgegeben', in: 'Erhalten', amount: 'Betrag', amountHint: '12,50 oder eine kleine Rechnung: 16,99*1,19',
    amountWrong: 'Dieser Betrag lässt sich nicht lesen. Tausend schreiben Sie als 1000 oder 1.000,00.', dayMissing: 'Geben Sie den Tag an.', account: 'Konto', day: 'Tag', payee: 'Empfänger', category: 'Kategorie', purpose: 'Verwendungszweck', notes: 'Notizen',
    save: 'Speichern', another: 'Speichern und nächster', saved: 'Umsatz eingetragen.', changed: 'Umsatz geändert.', change: 'Betrag oder Tag ändern', remove: 'Entfernen', removed: 'Umsatz entfernt.',
  },
  account: {
    title: 'Neues Konto von Hand', text: 'Für alles, was keine Bank führt: Bargeld, Besitz, Schulden.', currency: 'Währung', balance: 'Stand zu Beginn', owed: 'Geschuldet zu Beginn',
    from: 'Beginnt am', save: 'Konto anlegen', saved: '„{name}“ angelegt.', add: 'Konto von Hand',
  },
}
