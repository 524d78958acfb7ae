/**
 * The codes a German bank puts before each part of a remittance text (Finanzdatenformate B.8.3, field 86, ?20 to ?63):
 * `EREF+`, `SVWZ+` … A part runs to the next code and is cut into sub-fields of 27 characters wherever they end.
 */
export const SEPA_TAGS = ['EREF', 'KREF', 'MREF', 'CRED', 'DEBT', 'COAM', 'OAMT', 'SVWZ', 'ABWA', 'ABWE', 'BREF', 'RREF', 'PURP', 'IBAN', 'BIC'] as const
export type SepaTag = (typeof SEPA_TAGS)[number]

export interface SepaParts {
  /** What stands before the first code. */
  readonly before: string
  readonly parts: ReadonlyMap<SepaTag, string>
}

const SUBFIELD_WIDTH = 27
const TAG = new RegExp(`(${SEPA_TAGS.join('|')})\\+`, 'g')
/** VR-Banken repeat the codes inside the text: `EREF: 123 MREF: 456`. */
const INLINE = /\b(EREF|MREF|KREF|CRED|SVWZ|ABWA|ABWE|IBAN|BIC): ?/g

/** Puts sub-fields back together and splits them by their codes; a code counts at a sub-field's start or after a space. */
export function splitSepaTags(subfields: readonly string[]): SepaParts {
  const whole = subfields.join('')
  const starts = startsOf(subfields)
  const found = [...whole.matchAll(TAG)].filter(({ index }) => index === 0 || starts.has(index) || whole[index - 1] === ' ')
  const parts = new Map<SepaTag, string>()
  found.forEach((match, order) => {
    const from = match.index + match[0].length
    const to = found[order + 1]?.index ?? whole.length
    const tag = match[1] as SepaTag
    const value = IS_TEXT.has(tag) ? spaced(whole, from, to, starts) : whole.slice(from, to).trim()
    const known = parts.get(tag)
    if (known === undefined) parts.set(tag, value)
    else if (IS_TEXT.has(tag)) parts.set(tag, `${known} ${value}`)
  })
  return { before: spaced(whole, 0, found[0]?.index ?? whole.length, starts), parts }
}

const IS_TEXT: ReadonlySet<string> = new Set<SepaTag>(['SVWZ', 'ABWA', 'ABWE'])

/** The codes inside a text, where it has no coded part of its own. */
export function inlineSepaTags(text: string): ReadonlyMap<SepaTag, string> {
  const found = [...text.matchAll(INLINE)]
  const parts = new Map<SepaTag, string>()
  found.forEach((match, order) => parts.set(match[1] as SepaTag, text.slice(match.index + match[0].length, found[order + 1]?.index).trim()))
  return parts
}

/** Where each sub-field begins, and whether the one before it had room left. */
function startsOf(subfields: readonly string[]): ReadonlyMap<number, boolean> {
  const starts = new Map<number, boolean>()
  let at = 0
  for (const subfield of subfields) {
    at += subfield.length
    starts.set(at, subfield.length < SUBFIELD_WIDTH)
  }
  return starts
}

const WORD_END = /[\p{Ll}.,;:!)]$/u
const WORD_START = /^\p{L}/u

/**
 * A full sub-field goes on in the next without a gap. A short one is a line of its own to most banks, but some cut numbers
 * there: a space is put only where a word ends and another begins.
 */
function spaced(whole: string, from: number, to: number, starts: ReadonlyMap<number, boolean>): string {
  let text = ''
  let begin = from
  for (const [at, hasRoom] of starts) {
    if (!hasRoom || at <= from || at >= to) continue
    const piece = whole.slice(begin, at)
    text += WORD_END.test(piece) && WORD_START.test(whole.slice(at, at + 2)) ? `${piece} ` : piece
    begin = at
  }
  return (text + whole.slice(begin, to)).trim()
}
