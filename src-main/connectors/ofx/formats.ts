import { isLocalDate } from '#shared/dates.ts'
import type { Format } from './schema.ts'

/** Why a text may not stand in an element, in English for whoever writes the other program; null where it may. */
export function faultOf(format: Format, text: string): string | null {
  if (text === '') return 'is empty'
  switch (format.name) {
    case 'chars': case 'text':
      return Array.from(text).length > format.max ? `is longer than ${format.max} characters` : CONTROL.test(text) ? 'has control characters' : null
    case 'digits':
      return !/^\d+$/.test(text) ? 'is no number' : text.length > format.max ? `has more than ${format.max} digits` : null
    case 'oneOf':
      return format.values.includes(text) ? null : `is none of ${format.values.join(', ')}`
    case 'amount': case 'rate':
      return NUMBER.test(text) && text.length <= NUMBER_MAX ? null : 'is no amount'
    case 'datetime':
      return isMoment(text) ? null : 'is no date'
    case 'time':
      return TIME.test(text) ? null : 'is no time of day'
    case 'boolean':
      return text === 'Y' || text === 'N' ? null : 'is neither Y nor N'
    case 'currency': case 'language':
      return /^[A-Z]{3}$/.test(text) ? null : 'is no code of three capital letters'
  }
}

const CONTROL = /\p{Cc}/u
const NUMBER_MAX = 32
const NUMBER = /^[-+]?\d*(?:\d[,.]?|[,.]\d)\d*$/
/** Hours, minutes and seconds come together, milliseconds before a zone (OFX 2.3 §3.2.8.2). */
const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)(?:\.\d{3}(?:\[[-+]?[^\]]+\])?)?)?$/
const TIME = /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)(?:\.\d{3})?(?:\[[-+]?[^\]]+\])?$/

function isMoment(text: string): boolean {
  const [, year, month, day] = MOMENT.exec(text) ?? []
  return year !== undefined && isLocalDate(`${year}-${month ?? ''}-${day ?? ''}`)
}
