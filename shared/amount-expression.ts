import { couldBeThousands, exponentOf, minor, parseMoney, type Currency, type Minor } from './money.ts'

interface Fraction { readonly over: bigint; readonly under: bigint }

const TERM = /\s*(\d+(?:[.,]\d+)?)\s*([-+*/\u00d7\u00f7\u2212]|$)/y
const OPERATOR = /[-+*/\u00d7\u00f7\u2212]/
const TEXT_MAX = 60

/** What a person types for an amount: `12,50`, or a small sum such as `16.99*1.19`, reckoned exactly and rounded to the cent. */
export function readAmount(text: string, code: Currency): Minor | undefined {
  const plain = parseMoney(text, code)
  if (plain) return plain.minor
  const isNegative = /^\s*[-\u2212]/.test(text)
  const sum = text.replace(/^\s*[-\u2212]/, '')
  // One number that is no amount, as `1.000`, which may be a thousand, becomes none by being rounded.
  const value = text.length > TEXT_MAX || !OPERATOR.test(sum) ? undefined : reckon(sum, code)
  if (value === undefined) return undefined
  const rounded = round({ over: value.over * 10n ** BigInt(exponentOf(code)), under: value.under })
  const signed = isNegative ? -rounded : rounded
  return Number.isSafeInteger(Number(signed)) ? minor(Number(signed)) : undefined
}

/** Times and divided by before plus and minus, from left to right. A minus in front belongs to the whole. */
function reckon(text: string, code: Currency): Fraction | undefined {
  let sum: Fraction = { over: 0n, under: 1n }
  let term: Fraction | undefined
  let sign = 1n
  let operator = ''
  TERM.lastIndex = 0
  for (;;) {
    const found = TERM.exec(text)
    const number = found?.[1] === undefined ? undefined : fractionOf(found[1])
    if (!found || !number || (operator === '/' && number.over === 0n)) return undefined
    const next = plainOperator(found[2] ?? '')
    // What is added is an amount and may be a thousand; what is multiplied may be a rate.
    if (!isFactor(operator) && !isFactor(next) && couldBeThousands(found[1] ?? '', code)) return undefined
    term = term === undefined ? number : operator === '*' ? { over: term.over * number.over, under: term.under * number.under } : { over: term.over * number.under, under: term.under * number.over }
    operator = next
    if (isFactor(operator)) continue
    sum = { over: sum.over * term.under + sign * term.over * sum.under, under: sum.under * term.under }
    if (operator === '') return sum
    sign = operator === '-' ? -1n : 1n
    term = undefined
  }
}

const isFactor = (operator: string): boolean => operator === '*' || operator === '/'
const plainOperator = (text: string): string => ({ '\u00d7': '*', '\u00f7': '/', '\u2212': '-' })[text] ?? text

function fractionOf(text: string): Fraction {
  const [whole = '0', part = ''] = text.split(/[.,]/)
  return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) }
}

/** Half a cent goes away from zero, as shops do it. */
function round({ over, under }: Fraction): bigint {
  const size = over < 0n ? -over : over
  const rounded = (2n * size + under) / (2n * under)
  return over < 0n ? -rounded : rounded
}
