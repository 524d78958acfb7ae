import type { StatementBalance } from '#shared/statement.ts'
import { parseSwiftDay } from '../text/days.ts'
import { negate, parseSwiftAmount } from '../text/decimal-text.ts'
import type { SwiftField } from '../swift/fields.ts'

export interface ReadBalance extends Pick<StatementBalance, 'name' | 'amount' | 'asOf'> { readonly currency: string }

/** Fields 60, 62, 64, 65: mark, day, currency, amount. `000000` is the day of a balance before the first statement. */
const BALANCE = /^\s*([CD])(\d{1,6})\s*([A-Z]{3})\s*([.,]*\d[\d.,]*)\s*$/

export function readBalance({ tag, lines }: SwiftField): ReadBalance | undefined {
  const [, mark, day = '', currency = '', text = ''] = BALANCE.exec(lines[0] ?? '') ?? []
  const amount = parseSwiftAmount(text)
  if (mark === undefined || amount === undefined) return undefined
  const date = parseSwiftDay(day)?.date
  if (date === undefined && !/^0+$/.test(day)) return undefined
  return { name: `:${tag}:`, amount: mark === 'D' ? negate(amount) : amount, asOf: date ?? null, currency }
}
