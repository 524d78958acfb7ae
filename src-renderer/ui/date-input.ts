import { isLocalDate, type LocalDate } from '#shared/dates.ts'

type Part = 'day' | 'month' | 'year'
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year'
/** Two-digit years up to here are of this century. */
const CENTURY_TURN = 69

/** Day, month and year in the order the locale writes them: 31.12.2025, 12/31/2025. */
function partOrder(locale: string): readonly Part[] {
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(0).map(({ type }) => type).filter(isPart)
}

/** What belongs into the field, in the user's own letters: TT.MM.JJJJ. */
export function datePattern(locale: string, letters: Readonly<Record<Part, string>>): string {
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(0).map(({ type, value }) => (isPart(type) ? letters[type] : value)).join('')
}

/** Reads a day as it is typed: in the locale's order, with any separators or none, or as ISO. Undefined where there is no such day. */
export function parseDay(text: string, locale: string): LocalDate | undefined {
  const order = partOrder(locale)
  const groups = text.match(/\d+/g) ?? []
  const [only = ''] = groups
  const numbers = groups.length === 1 ? runTogether(only, order) : groups
  if (numbers.length !== 3) return undefined
  const named: readonly Part[] = numbers[0]?.length === 4 ? ['year', 'month', 'day'] : order
  const value = (part: Part): string => numbers[named.indexOf(part)] ?? ''
  const day = `${fullYear(value('year'))}-${value('month').padStart(2, '0')}-${value('day').padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}

/** 31122025 and 311225. */
function runTogether(digits: string, order: readonly Part[]): string[] {
  if (digits.length !== 8 && digits.length !== 6) return []
  let at = 0
  return order.map((part) => {
    const length = part === 'year' ? digits.length - 4 : 2
    at += length
    return digits.slice(at - length, at)
  })
}

function fullYear(year: string): string {
  if (year.length !== 2) return year
  return Number(year) <= CENTURY_TURN ? `20${year}` : `19${year}`
}
