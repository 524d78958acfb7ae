import { localDate } from '#shared/dates.ts'
import { BLANK_PAYMENT, type Payment } from '#main/categorise/payment.ts'
import { LABELLED_DE_MORE } from './labelled-de-more.ts'
import { LABELLED_DE_THIRD } from './labelled-de-third.ts'
import { LABELLED_DE } from './labelled-de.ts'
import { LABELLED_UK_MORE } from './labelled-uk-more.ts'
import { LABELLED_UK_THIRD } from './labelled-uk-third.ts'
import { LABELLED_UK } from './labelled-uk.ts'
import { LABELLED_US_MORE } from './labelled-us-more.ts'
import { LABELLED_US_THIRD } from './labelled-us-third.ts'
import { LABELLED_US } from './labelled-us.ts'
import { UNKNOWABLE } from './unknowable.ts'

export interface Labelled {
  readonly region: 'DE' | 'US' | 'UK'
  readonly payment: Payment
  /** The first is the nearest; the others are right too. */
  readonly accepted: readonly string[]
  /** Its mistakes were not looked at while tuning; only in a run with all merchants' names taken away were some of these rows seen. */
  readonly isHeldOut: boolean
}

const SETS = [
  ['DE', LABELLED_DE, 'EUR', true], ['US', LABELLED_US, 'USD', true], ['UK', LABELLED_UK, 'GBP', true],
  ['DE', LABELLED_DE_MORE, 'EUR', false], ['US', LABELLED_US_MORE, 'USD', false], ['UK', LABELLED_UK_MORE, 'GBP', false],
  ['DE', LABELLED_DE_THIRD, 'EUR', false], ['US', LABELLED_US_THIRD, 'USD', false], ['UK', LABELLED_UK_THIRD, 'GBP', false],
] as const

/** All labelled rows. Every third one of the first sets is held out: its mistakes are counted, not shown. */
export function labelledRows(): Labelled[] {
  return SETS.flatMap(([region, text, currency, isParted]) => text.trim().split('\n').map((line, index) => {
    const [categories = '', ...fields] = line.split('|')
    return { region, payment: paymentOf(region, currency, index, fields), accepted: categories.split(','), isHeldOut: isParted && index % 3 === 2 }
  }))
}

/** Payments that nobody could name: what is said of them is wrong. */
export function unknowablePayments(region: Labelled['region']): Payment[] {
  const currency = { DE: 'EUR', US: 'USD', UK: 'GBP' }[region]
  return UNKNOWABLE[region].trim().split('\n').map((line, index) => paymentOf(region, currency, index, line.split('|')))
}

function paymentOf(region: Labelled['region'], currency: string, index: number, [payee = '', purpose = '', bookingText = '', amount = '']: readonly string[]): Payment {
  return {
    ...BLANK_PAYMENT, id: index, accountId: 1, bookedOn: localDate('2025-06-02'), amountMinor: Math.round(Number(amount) * 100), currency,
    payee, purpose, bookingText, code: region === 'DE' ? '' : bookingText,
  }
}
