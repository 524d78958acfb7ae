import { localDate } from '#shared/dates.ts'
import { BLANK_PAYMENT, type Payment } from '#main/categorise/payment.ts'

/** A row of a German account, money out, unless said otherwise. */
export const payment = (given: Partial<Payment>): Payment => ({ ...BLANK_PAYMENT, id: 1, accountId: 1, bookedOn: localDate('2026-03-02'), amountMinor: -1000, currency: 'EUR', ...given })
