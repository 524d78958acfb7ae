import { fillLabels } from './labels.ts'
import { fill, nameOf, type Remittance } from './remittance.ts'
import { fillSepa, inlineSepaTags, splitSepaTags } from './sepa-tags.ts'
import { fillIbanWithBic, fillSlashCodes, hasSlashCodes } from './slash-codes.ts'

/** Field 86 has six lines of 65 characters, Ustrd 140; a far longer text is taken as it stands, without looking for codes in it. */
export const ANALYSED_MAX = 8_000

/** Reads a text without sub-fields: field 86 of most banks abroad, Ustrd, and what some put into AddtlNtryInf. */
export function fillText(into: Remittance, text: string): void {
  if (text.length > ANALYSED_MAX) fill(into, 'purpose', text)
  else if (hasSlashCodes(text)) fillSlashCodes(into, text)
  else if (!fillLabels(into, text)) fillPlain(into, text)
}

function fillPlain(into: Remittance, text: string): void {
  const { before, parts } = splitSepaTags([text])
  fillSepa(into, parts)
  const coded = parts.get('SVWZ')
  if (coded !== undefined) fill(into, 'bookingText', nameOf(before))
  if (parts.size > 0) {
    fill(into, 'purpose', coded ?? before)
    return
  }
  fillIbanWithBic(into, text)
  fillSepa(into, inlineSepaTags(text))
  fillCoded(into, text)
}

/** La Banque Postale and others write their own kind of entry before the text: `A44?Librairie`. */
function fillCoded(into: Remittance, text: string): void {
  const [head = '', code = ''] = /^([A-Z]\d\d)\?(?=\D)/.exec(text) ?? []
  fill(into, 'code', code)
  fill(into, 'purpose', text.slice(head.length))
}
