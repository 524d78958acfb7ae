import { localDate } from '#shared/dates.ts'
import { BLANK_PAYMENT, type Payment } from '#main/categorise/payment.ts'
import { LABELLED_DE } from './labelled-de.ts'
import { LABELLED_UK } from './labelled-uk.ts'
import { LABELLED_US } from './labelled-us.ts'

export interface Labelled {
  readonly region: 'DE' | 'US' | 'UK'
  readonly payment: Payment
  readonly category: string
  /** Its mistakes were not looked at while tuning; only in a run with all merchants' names taken away were some of these rows seen. */
  readonly isHeldOut: boolean
}

const SETS = [['DE', LABELLED_DE, 'EUR'], ['US', LABELLED_US, 'USD'], ['UK', LABELLED_UK, 'GBP']] as const

/** All labelled rows. Every third one is held out: its mistakes are counted, not shown. */
export function labelledRows(): Labelled[] {
  return SETS.flatMap(([region, text, currency]) => text.trim().split('\n').map((line, index) => {
    const [category = '', payee = '', purpose = '', bookingText = '', amount = ''] = line.split('|')
    const payment: Payment = {
      ...BLANK_PAYMENT, id: index, accountId: 1, bookedOn: localDate('2025-06-02'), amountMinor: Math.round(Number(amount) * 100), currency,
      payee, purpose, bookingText, code: region === 'DE' ? '' : bookingText,
    }
    return { region, payment, category, isHeldOut: index % 3 === 2 }
  }))
}
