import { fill, fillOriginal, isBic, isIban, nameOf, reference, withoutSpaces, type Remittance } from './remittance.ts'

/**
 * The codes a German bank puts before each part of a remittance text (Finanzdatenformate B.8.3, field 86, ?20 to ?63):
 * `EREF+`, `SVWZ+` … A part runs to the next code and is cut into sub-fields of 27 characters wherever they end.
 */
const TAGS = ['EREF', 'KREF', 'MREF', 'CRED', 'DEBT', 'COAM', 'OAMT', 'SVWZ', 'ABWA', 'ABWE', 'BREF', 'RREF', 'PURP', 'IBAN', 'BIC'] as const
export type SepaTag = (typeof TAGS)[number]
const KNOWN: ReadonlyMap<string, SepaTag> = new Map(TAGS.map((tag) => [tag, tag] as const))
const IS_TEXT: ReadonlySet<SepaTag> = new Set<SepaTag>(['SVWZ', 'ABWA', 'ABWE'])
const SUBFIELD_WIDTH = 27

export interface SepaParts {
  /** What stands before the first code. */
  readonly before: string
  readonly parts: ReadonlyMap<SepaTag, string>
}

/** Where a sub-field begins, and whether the one before it had room left. */
interface Joint { readonly at: number; readonly hasRoom: boolean }
/** A code, from its first letter to the first character of its value. */
interface FoundTag { readonly tag: SepaTag; readonly at: number; readonly valueAt: number }

const NO_PARTS: ReadonlyMap<SepaTag, string> = new Map()

/** Puts sub-fields back together and splits them by their codes; a code counts at a sub-field's start or after a space. */
export function splitSepaTags(subfields: readonly string[]): SepaParts {
  const whole = subfields.length === 1 ? subfields[0] ?? '' : subfields.join('')
  const joints = jointsOf(subfields)
  const found = findTags(whole, '+', (at) => at === 0 || whole[at - 1] === ' ' || joints.some((joint) => joint.at === at))
  if (found.length === 0) return { before: spaced(whole, 0, whole.length, joints), parts: NO_PARTS }
  const parts = new Map<SepaTag, string>()
  found.forEach(({ tag, valueAt }, order) => {
    const to = found[order + 1]?.at ?? whole.length
    const value = IS_TEXT.has(tag) ? spaced(whole, valueAt, to, joints) : whole.slice(valueAt, to).trim()
    const known = parts.get(tag)
    if (known === undefined) parts.set(tag, value)
    else if (IS_TEXT.has(tag)) parts.set(tag, `${known} ${value}`)
  })
  return { before: spaced(whole, 0, found[0]?.at ?? 0, joints), parts }
}

/** VR-Banken repeat the codes inside the text: `EREF: 123 MREF: 456`. */
export function inlineSepaTags(text: string): ReadonlyMap<SepaTag, string> {
  const found = findTags(text, ':', (at) => at === 0 || !/[A-Z0-9]/.test(text.charAt(at - 1)))
  if (found.length === 0) return NO_PARTS
  return new Map(found.map(({ tag, valueAt }, order) => [tag, text.slice(valueAt, found[order + 1]?.at).trim()] as const))
}

function findTags(text: string, mark: string, isStart: (at: number) => boolean): FoundTag[] {
  const found: FoundTag[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const tag = KNOWN.get(text.slice(Math.max(0, at - 4), at)) ?? KNOWN.get(text.slice(Math.max(0, at - 3), at))
    if (tag && isStart(at - tag.length)) found.push({ tag, at: at - tag.length, valueAt: at + 1 })
  }
  return found
}

/** The coded parts as fields; `IBAN+` and `BIC+` only where they are one. */
export function fillSepa(into: Remittance, parts: ReadonlyMap<SepaTag, string>): void {
  if (parts.size === 0) return
  const part = (tag: SepaTag): string => parts.get(tag) ?? ''
  fill(into, 'endToEndId', reference(part('EREF')))
  fill(into, 'mandateReference', reference(part('MREF')))
  fill(into, 'creditorId', withoutSpaces(part('CRED')))
  fill(into, 'customerReference', reference(part('KREF')))
  fill(into, 'ultimateCounterparty', nameOf(part('ABWA') || part('ABWE')))
  if (/^[A-Z]{4}$/.test(part('PURP'))) fill(into, 'purposeCode', part('PURP'))
  const iban = withoutSpaces(part('IBAN'))
  const bic = withoutSpaces(part('BIC'))
  if (isIban(iban) && into.counterpartyAccount === '') fill(into, 'counterpartyIban', iban)
  if (isBic(bic)) fill(into, 'counterpartyBic', bic)
  fillOriginal(into, part('OAMT'))
}

function jointsOf(subfields: readonly string[]): Joint[] {
  let at = 0
  return subfields.map((subfield) => {
    at += subfield.length
    return { at, hasRoom: subfield.length < SUBFIELD_WIDTH }
  })
}

const WORD_END = /[\p{Ll}.,;:!)]$/u
const WORD_START = /^\p{L}/u

/**
 * A full sub-field goes on in the next without a gap. A short one is a line of its own to most banks, but some cut numbers
 * there: a space is put only where a word ends and another begins.
 */
function spaced(whole: string, from: number, to: number, joints: readonly Joint[]): string {
  let text = ''
  let begin = from
  for (const { at, hasRoom } of joints) {
    if (!hasRoom || at <= from || at >= to) continue
    const piece = whole.slice(begin, at)
    text += WORD_END.test(piece) && WORD_START.test(whole.slice(at, at + 2)) ? `${piece} ` : piece
    begin = at
  }
  return (text + whole.slice(begin, to)).trim()
}
