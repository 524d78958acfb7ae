import { isDecimal, type DecimalText } from '#shared/decimal.ts'

export type DecimalMark = '.' | ','

/** An amount as people and banks write it, taken apart. `side` is what stands beside the number: CR, DR, H, S, or a plus. */
export interface LooseAmount {
  /** Digits and marks only. */
  readonly digits: string
  readonly isNegative: boolean
  readonly side: 'credit' | 'debit' | null
  /** ISO code or null. */
  readonly currency: string | null
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '$': 'USD' }
const SHAPE = /^(?<lead>[+-]?)(?<digits>\d[\d.,]*|[.,]\d+)(?<trail>[+-]?)$/
const SIDES: Readonly<Record<string, 'credit' | 'debit'>> = { CR: 'credit', DR: 'debit', H: 'credit', S: 'debit', C: 'credit', D: 'debit' }

/** Takes an amount apart; undefined for what is none. */
export function looseAmount(text: string): LooseAmount | undefined {
  const isBracketed = /^\(.*\)$/.test(text.trim())
  let plain = text.replace(/[()\s\u00a0\u202f'’"]/g, '').replace(/[\u2212\u2013\u2012]/g, '-')
  const [symbol = ''] = /[€£$]/.exec(plain) ?? []
  plain = plain.replace(/[€£$]/, '')
  const code = /^[+-]?([A-Z]{3})(?=[\d+-])|(?<=\d[+-]?)([A-Z]{3})$/.exec(plain)
  if (code) plain = plain.replace(code[1] ?? code[2] ?? '', '')
  const [tail = ''] = /(?<=[\d+-])(?:CR|DR|[HSCD])$/.exec(plain) ?? []
  const { lead, digits, trail } = SHAPE.exec(tail === '' ? plain : plain.slice(0, -tail.length))?.groups ?? {}
  if (digits === undefined) return undefined
  const mark = lead === '' ? trail : lead
  const side = SIDES[tail] ?? (mark === '+' ? 'credit' : null)
  return { digits, isNegative: isBracketed || mark === '-' || (side === 'debit' && mark === ''), side, currency: code?.[1] ?? code?.[2] ?? SYMBOLS[symbol] ?? null }
}

/** What one number says about the decimal mark: a mark, nothing (no mark stands there), or that it could mean two things. */
function markIn(digits: string): DecimalMark | null | 'open' {
  const marks = digits.replace(/\d/g, '')
  if (marks === '') return null
  const last = marks.at(-1) === ',' ? ',' : '.'
  if (new Set(marks).size === 2) return marks.indexOf(last) === marks.length - 1 ? last : 'open'
  if (marks.length > 1) return last === ',' ? '.' : ','
  const [whole = '', fraction = ''] = digits.split(last)
  return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? 'open' : last
}

/** What the numbers of one file say together. `open`: one of them could mean two things and none of the others tells. */
export function markOf(all: readonly string[]): DecimalMark | null | 'open' {
  const marks = all.map(markIn)
  const said = new Set(marks.filter((mark) => mark === '.' || mark === ','))
  if (said.size === 1) return [...said][0] ?? null
  if (said.size === 2) return 'open'
  return marks.includes('open') ? 'open' : null
}

/** The number, exactly. Undefined where it does not fit the mark. */
export function plainAmount({ digits, isNegative }: LooseAmount, mark: DecimalMark): DecimalText | undefined {
  const [whole = '', fraction = '', ...more] = digits.split(mark)
  if (more.length > 0) return undefined
  const group = mark === '.' ? ',' : '.'
  if (fraction.includes(group) || (whole.includes(group) && !isGrouped(whole, group))) return undefined
  const units = whole.replaceAll(group, '').replace(/^0+(?=\d)/, '') || '0'
  const text = fraction === '' ? units : `${units}.${fraction}`
  const signed = isNegative && /[1-9]/.test(text) ? `-${text}` : text
  return isDecimal(signed) ? signed : undefined
}

/** In threes from the right; India groups the first ones in twos. */
const isGrouped = (whole: string, group: string): boolean => new RegExp(`^\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(whole)
