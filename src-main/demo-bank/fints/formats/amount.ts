import type { DecimalText } from '#shared/decimal.ts'
import { decimal } from './xml.ts'

/** Cents as exact decimal text. */
export function decimalOf(cents: number): DecimalText {
  // The digits come from a whole number, so the text is a decimal by construction.
  return `${cents < 0 ? '-' : ''}${decimal(Math.abs(cents))}` as DecimalText
}
