import type { ColumnRole, DateOrder, Mapping, Question } from '#shared/mapping.ts'
import { dayParts, orderOf, type DayParts } from '../text/loose-days.ts'
import { looseAmount, markOf, plainAmount, type LooseAmount } from '../text/loose-amounts.ts'
import { chainOf } from './chain.ts'
import type { Block } from './layout.ts'
import { directionOf, foldHeader, headerCurrency, isCommaHeader, isDayFirstHeader } from './vocabulary.ts'

export interface Settled { readonly mapping: Mapping; readonly open: readonly Question[] }

const AMOUNT_ROLES: readonly ColumnRole[] = ['amount', 'debit', 'credit', 'balance', 'fee', 'originalAmount', 'exchangeRate']
const OWN_AMOUNTS: readonly ColumnRole[] = ['amount', 'debit', 'credit']

/** Answers what the file leaves to its reader, from the file itself where it tells, from the preset, and else not at all. */
export function settleMapping(block: Block, given: Mapping | undefined, known: Mapping['categories'] = {}): Settled {
  const columns = given?.columns ?? [...block.roles]
  const column = (role: ColumnRole): string[] => cellsOf(block, columns, role)
  const open: Question[] = []
  const hasDay = columns.includes('bookedOn') || columns.includes('valueOn')
  if (!hasDay || !OWN_AMOUNTS.some((role) => columns.includes(role))) open.push('columns')
  const { preset } = block
  const dateOrder = given?.dateOrder ?? settleDates([...column('bookedOn'), ...column('valueOn')], preset?.dateOrder ?? (isDayFirstHeader(block.header) ? 'dmy' : undefined))
  if (dateOrder === null) open.push('date-order')
  const decimal = given?.decimal ?? settleDecimal(block, columns)
  if (decimal === null) open.push('decimal')
  const sign = given?.sign ?? settleSign(block, columns, decimal ?? '.')
  if (sign === null) open.push('sign')
  const currency = given?.currency ?? preset?.currency ?? headerCurrencyOf(block, columns)
  return { mapping: { columns: [...columns], dateOrder, decimal, sign, currency, categories: { ...known, ...given?.categories } }, open }
}

export const cellsOf = ({ rows }: Block, columns: Mapping['columns'], role: ColumnRole): string[] => {
  const at = columns.indexOf(role)
  return at < 0 ? [] : rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '')
}

function settleDates(cells: readonly string[], known: DateOrder | undefined): DateOrder | null {
  const days = cells.map(dayParts).filter((parts): parts is DayParts => parts !== undefined)
  const told = orderOf(days)
  return told === 'open' ? known ?? null : told
}

/** Where the numbers tell, they win over the preset: Targobank's mark differs from file to file. */
function settleDecimal(block: Block, columns: Mapping['columns']): '.' | ',' | null {
  const amounts = AMOUNT_ROLES.flatMap((role) => cellsOf(block, columns, role)).map(looseAmount).filter((amount): amount is LooseAmount => amount !== undefined)
  const told = markOf(amounts.map(({ digits }) => digits))
  if (told === null) return block.preset?.decimal ?? '.'
  if (told !== 'open') return told
  return block.preset?.decimal ?? (isCommaHeader(block.header) ? ',' : null)
}

/** A running balance proves the sign; so do signs of both kinds. Amounts that are all positive could be money spent. */
function settleSign(block: Block, columns: Mapping['columns'], decimal: '.' | ','): Mapping['sign'] {
  if (block.preset?.sign) return block.preset.sign
  if (columns.includes('debit') || columns.includes('credit')) return 'as-is'
  const amounts = cellsOf(block, columns, 'amount').map(looseAmount).filter((amount): amount is LooseAmount => amount !== undefined)
  const marks = cellsOf(block, columns, 'sign')
  if (marks.length > 0 && marks.every((mark) => directionOf(mark) !== null)) return isDirected(amounts, marks) ? 'as-is' : null
  const chain = chainOf(block, columns, (amount) => plainAmount(amount, decimal))
  if (chain !== null) return chain
  if (amounts.some(({ isNegative }) => isNegative)) return isCardOfSpending(block, amounts) ? null : 'as-is'
  if (amounts.some(({ side }) => side === 'credit') && amounts.some(({ side }) => side === null)) return 'as-is'
  return amounts.length === 0 ? 'as-is' : null
}

const CARD_WORDS = /\b(?:card|cardid|karte|kartennummer|kreditkarte|merchant|merchantname)\b/

/** Mostly positive amounts beside the words of a card could be money spent, with refunds below zero. */
const isCardOfSpending = ({ header }: Block, amounts: readonly LooseAmount[]): boolean =>
  amounts.filter(({ isNegative }) => !isNegative).length > amounts.length / 2 && header.some((cell) => CARD_WORDS.test(foldHeader(cell)))

/** The column tells the direction only where the numbers themselves are without sign, or say the same. */
function isDirected(amounts: readonly LooseAmount[], marks: readonly string[]): boolean {
  if (amounts.every(({ isNegative }) => !isNegative)) return true
  return amounts.length === marks.length && amounts.every(({ isNegative }, index) => isNegative === (directionOf(marks[index] ?? '') === 'out'))
}

function headerCurrencyOf({ header, preamble }: Block, columns: Mapping['columns']): string | null {
  if (columns.includes('currency')) return null
  const named = columns.map((role, index) => (role !== null && OWN_AMOUNTS.includes(role) ? headerCurrency(header[index] ?? '') : null)).find((code) => code !== null)
  if (named !== undefined) return named
  const above = preamble.flatMap(({ cells }) => cells).map((cell) => looseAmount(cell)?.currency ?? null).filter((code) => code !== null)
  return new Set(above).size === 1 ? above[0] ?? null : null
}
