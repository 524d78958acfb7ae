import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Budgets',
  text: 'Was Sie ausgeben wollen, und wie es damit steht.',
  command: { go: 'Zu den Budgets', add: 'Neues Budget', previous: 'Voriger Monat', next: 'Nächster Monat', copyLast: 'Budgets aus dem Vormonat übernehmen' },
  month: 'Zeitraum', previous: 'Voriger Monat', next: 'Nächster Monat', current: 'Dieser Monat', toCome: 'Dieser Monat kommt erst noch: Erwartet werden seine Verträge und was Sie sonst ausgeben.', span: '{from} bis {to}',
  add: 'Budget hinzufügen',
  fill: 'Ausfüllen',
  copyLast: 'Wie im Monat davor',
  average: 'Durchschnitt des letzten Monats | Durchschnitt der letzten {count} Monate',
  averageFor: 'Auf den Durchschnitt von {count} Monat setzen | Auf den Durchschnitt von {count} Monaten setzen',
  total: { planned: 'Geplant', spent: 'Ausgegeben', left: 'Übrig', projection: 'Am Ende erwartet', contracts: '{amount} aus Verträgen noch fällig' },
  column: { category: 'Kategorie', limit: 'Grenze', spent: 'Ausgegeben', left: 'Übrig', progress: 'Wie es steht', projection: 'Erwartet', actions: 'Aktionen' },
  table: { month: 'Monatliche Budgets', year: 'Jährliche Budgets' },
  state: { unknown: 'nicht zu sagen', over: '{amount} darüber', fast: 'zu schnell', fastBy: 'zu schnell: am Ende {amount} darüber', aheadBy: 'voraussichtlich {amount} darüber', good: 'im Plan', kept: 'eingehalten' },
  bar: '{percent} ausgegeben, {elapsed} der Zeit vorbei',
  carried: '{amount} übertragen',
  limitOf: 'Grenze für {category}', limitWrong: 'Kein Betrag. Schreiben Sie etwa {example}, oder eine Rechnung: 16,99*1,19.',
  actionsOf: 'Aktionen für {category}',
  action: { edit: 'Bearbeiten …', rows: 'Umsätze zeigen', removeFrom: 'Ab {month} beenden', remove: 'Löschen, auch für Monate davor' },
  said: { set: 'Das Budget für {category} ist gesetzt.', copied: 'Die Budgets sind wie im Monat davor.', averaged: 'Die Budgets sind auf das gesetzt, was Sie sonst ausgeben.', removed: 'Das Budget für {category} ist entfernt.', monthStart: 'Monate beginnen jetzt am {day}.' },
  sheet: {
    add: 'Neues Budget', edit: 'Budget für {category}', category: 'Kategorie', all: '{group}: alles', limit: 'Grenze in {currency}', limitHint: '12,50 oder eine Rechnung wie 16,99*1,19.', limitMissing: 'Geben Sie einen Betrag ab 0 ein, etwa {example}.',
    period: 'Zeitraum', month: 'Ein Monat', year: 'Ein Jahr', carry: 'Was am Ende übrig ist', expiring: 'Verfällt', expiringHint: 'Jeder Zeitraum beginnt neu.', accumulating: 'Kommt zum nächsten', accumulatingHint: 'Was zu viel ausgegeben wurde, geht dort ab.',
    onlyThis: 'Nur für diesen Zeitraum', onlyThisHint: 'Sonst von diesem Zeitraum an.', save: 'Speichern',
  },
  start: { title: 'Monate beginnen', day: 'Am', dayOf: '{day}.', shift: 'Am Wochenende', none: 'trotzdem an dem Tag', before: 'am Freitag davor', after: 'am Montag danach', hint: 'Wählen Sie Ihren Zahltag, um von einem zum nächsten zu planen. Auswertungen nehmen denselben Tag; Wochenenden kennen sie nicht.' },
  unbudgeted: { title: 'Ausgegeben ohne Budget', set: 'Budget setzen', none: 'Alles Ausgegebene hat ein Budget.', uncategorised: 'Ohne Kategorie', category: 'Kategorie', amount: 'Ausgegeben' },
  empty: { title: 'Noch keine Budgets', text: 'Setzen Sie eine Grenze für eine Kategorie, oder lassen Sie sich Budgets aus Ihren letzten Monaten vorschlagen. Jede Zahl können Sie danach ändern.', suggest: 'Budgets aus meinen letzten Monaten vorschlagen', noMonth: 'Noch ist kein Monat vollständig, also gibt es keinen Durchschnitt. Vorschläge sind nach dem ersten vollen Monat mit Umsätzen möglich.' },
}
