import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  range: { '3m': '3 Monate', '1y': '1 Jahr', 'all': 'Alles' },
  rangeLabel: 'Gezeigter Zeitraum',
  currency: 'Währung',
  table: 'Tabelle',
  fold: 'Diagramm ausblenden',
  unfold: 'Diagramm zeigen',
  month: 'Monat',
  on: 'Am',
  balance: 'Saldo',
  single: 'Bisher ist nur ein Tag bekannt: {amount} am {day}. Mit der Zeit wird daraus ein Verlauf.',
  empty: 'Noch gibt es keinen Saldo zu zeichnen.',
  summary: 'Vom {from} bis {to}: zu Beginn {start}, am Ende {end}. Am niedrigsten {lowest} am {lowestOn}, am höchsten {highest} am {highestOn}.',
}
