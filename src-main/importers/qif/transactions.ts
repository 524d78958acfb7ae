import type { DateOrder, Mapping } from '#shared/mapping.ts'
import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import { BLANK_ENTRY, type OwnWords, type StatementEntry, type Trade, type UnreadableEntry } from '#shared/statement.ts'
import { knownCategory } from '../csv/own-words.ts'
import { negate } from '../text/decimal-text.ts'
import { dayIn, dayParts } from '../text/loose-days.ts'
import { looseAmount, plainAmount, type DecimalMark } from '../text/loose-amounts.ts'
import { fieldOf, type QifRecord } from './records.ts'

/** How the file's days, amounts and categories are read. */
export interface QifReading { readonly order: DateOrder; readonly mark: DecimalMark; readonly categories: Mapping['categories']; readonly currency: string | null }

export const isUnreadable = (row: StatementEntry | Trade | UnreadableEntry): row is UnreadableEntry => 'reason' in row

export function amountOf(text: string, mark: DecimalMark): DecimalText | null {
  const amount = looseAmount(text)
  return (amount && plainAmount(amount, mark)) ?? null
}

const dayOf = (text: string, order: DateOrder) => {
  const parts = dayParts(text)
  return (parts && dayIn(parts, order)) ?? null
}

/** A booking of a bank, cash, card, asset or liability account. */
export function readTransaction(record: QifRecord, reading: QifReading): StatementEntry | UnreadableEntry {
  const bookedOn = dayOf(fieldOf(record, 'D'), reading.order)
  const amount = amountOf(fieldOf(record, 'T') || fieldOf(record, 'U'), reading.mark)
  const [payee, purpose] = [fieldOf(record, 'P'), fieldOf(record, 'M')]
  if (bookedOn === null || amount === null) {
    return { line: record.line, reason: bookedOn === null && amount === null ? 'unreadable' : bookedOn === null ? 'bad-date' : 'bad-amount', isPending: false, bookedOn, amount, payee, purpose }
  }
  const own = ownWords(record, amount, reading)
  return { ...BLANK_ENTRY, line: record.line, bookedOn, amount, payee, purpose, checkNumber: fieldOf(record, 'N'), ...(own && { own }) }
}

/** `Food:Groceries/Trip` is a category with a class behind it; `[Savings]` is the other side of a transfer. */
export function categoryOf(text: string): string {
  const category = text.split('/')[0]?.trim() ?? ''
  return category.startsWith('[') ? '' : category
}

/** Every category the record names, for the person to say what they are in ours. */
export const categoriesOf = ({ fields }: QifRecord): string[] => fields.filter(({ letter }) => letter === 'L' || letter === 'S').map(({ value }) => categoryOf(value)).filter((name) => name !== '')

function ownWords(record: QifRecord, amount: DecimalText, { mark, categories }: QifReading): OwnWords | undefined {
  const known = (text: string): string | null => knownCategory(categoryOf(text), categories)
  const splits = splitsOf(record, mark).map(({ name, memo, amount: part }) => ({ amount: part, category: known(name), notes: memo === '' ? null : memo }))
  const isWhole = splits.length > 1 && sumDecimals([...splits.map((split) => split.amount), negate(amount)]) === '0' && splits.some(({ category }) => category !== null)
  const category = known(fieldOf(record, 'L'))
  if (category === null && !isWhole) return undefined
  return { payee: null, notes: null, category: isWhole ? null : category, categoryBy: category === null || isWhole ? null : 'user', splits: isWhole ? splits : [], tags: [] }
}

interface Split { readonly name: string; readonly memo: string; readonly amount: DecimalText }

/** S begins a part; E and $ belong to it. */
function splitsOf({ fields }: QifRecord, mark: DecimalMark): Split[] {
  const splits: { name: string; memo: string; amount: DecimalText | null }[] = []
  for (const { letter, value } of fields) {
    const last = splits.at(-1)
    if (letter === 'S') splits.push({ name: value.trim(), memo: '', amount: null })
    else if (last && letter === 'E') last.memo = value.trim()
    else if (last && letter === '$') last.amount = amountOf(value, mark)
  }
  return splits.flatMap(({ name, memo, amount }) => (amount === null ? [] : [{ name, memo, amount }]))
}

/** Actions that move cash and no units, with the direction of their amount. */
const CASH: Readonly<Record<string, 'in' | 'out' | 'signed'>> = { cash: 'signed', xin: 'in', xout: 'out', contribx: 'in', withdrwx: 'out', miscinc: 'in', miscincx: 'in', miscexp: 'out', miscexpx: 'out', intinc: 'in', margint: 'out' }
const SPENDS = /^(?:buy|shrsout|sell.*short|cvrshrt|margint|miscexp|xout|reinv)/

/** A record of an investment account: a cash movement where no security is named, else a trade. */
export function readInvestment(record: QifRecord, { order, mark }: QifReading): StatementEntry | Trade | UnreadableEntry {
  const day = dayOf(fieldOf(record, 'D'), order)
  const code = fieldOf(record, 'N')
  const security = fieldOf(record, 'Y')
  const value = amountOf(fieldOf(record, 'T') || fieldOf(record, 'U') || fieldOf(record, '$'), mark)
  const [payee, purpose] = [fieldOf(record, 'P'), fieldOf(record, 'M')]
  if (day === null) return { line: record.line, reason: 'bad-date', isPending: false, bookedOn: null, amount: value, payee, purpose }
  const direction = CASH[code.toLowerCase()]
  if (security === '' && direction !== undefined && value !== null) {
    return { ...BLANK_ENTRY, line: record.line, bookedOn: day, amount: direction === 'out' ? negate(value) : value, payee, purpose, code }
  }
  const isOut = SPENDS.test(code.toLowerCase())
  return {
    line: record.line, externalId: '', code, tradedOn: day, settledOn: null, securityId: security === '' ? null : security,
    units: amountOf(fieldOf(record, 'Q'), mark), unitPrice: amountOf(fieldOf(record, 'I'), mark), fees: amountOf(fieldOf(record, 'O'), mark),
    total: value === null || /^(?:shrs|stksplit|reinv)/i.test(code) ? null : isOut ? negate(value) : value, purpose,
  }
}
