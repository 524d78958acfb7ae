import type { DecimalText } from '#shared/decimal.ts'
import { parseSwiftAmount } from '../text/decimal-text.ts'
import { perCent, TEXT_WIDTH } from './values.ts'
import type { QualifiedField } from './blocks.ts'

/** What 70E says about the purchase (Finanzdatenformate B.4). */
export interface Acquisition {
  /** `STK`, `KON`, or the currency of a nominal amount. */
  readonly unit: string
  /** Per unit, or per unit of the nominal amount; null where none is told. */
  readonly price: DecimalText | null
  /** Null where the price is in per cent. */
  readonly currency: string | null
}

/**
 * `1STK+511+00081+DE+19990815` and `268,5+EUR`: each logical line begins with its number, its fields are separated by plus
 * signs, and it is cut at 35 characters.
 */
export function readAcquisition(field: QualifiedField): Acquisition {
  const [first = '', second = ''] = logicalLines(field.lines)
  const [unit = ''] = first.split('+')
  const [price = '', currency = ''] = second.split('+')
  const amount = parseSwiftAmount(price.trim())
  if (amount === undefined) return { unit, price: null, currency: null }
  return currency === '' ? { unit, price: perCent(amount), currency: null } : { unit, price: amount, currency }
}

/** Without their numbers. The first line shares its width with the qualifier. */
function logicalLines(lines: readonly string[]): string[] {
  const logical: string[] = []
  let room = TEXT_WIDTH - 'HOLD//'.length
  for (const line of lines.map((text) => text.trimEnd()).filter((text) => text !== '')) {
    const isNext = line.startsWith(String(logical.length + 1)) && (logical.length === 0 || room > 0)
    if (isNext) logical.push(line.slice(1))
    else if (logical.length === 0) return []
    else logical.push((logical.pop() ?? '') + line)
    room = (logical.length === 1 && isNext ? TEXT_WIDTH - 'HOLD//'.length : TEXT_WIDTH) - line.length
  }
  return logical
}
