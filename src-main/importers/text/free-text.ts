import { readLabels } from './labels.ts'
import { nameOf, sepaFields, type Remittance } from './remittance.ts'
import { inlineSepaTags, splitSepaTags } from './sepa-tags.ts'
import { hasSlashCodes, ibanWithBic, readSlashCodes } from './slash-codes.ts'

/** Reads a text without sub-fields: field 86 of most banks abroad, Ustrd, and what some put into AddtlNtryInf. */
export function readText(text: string): Remittance {
  if (hasSlashCodes(text)) return readSlashCodes(text)
  const labelled = readLabels(text)
  if (labelled) return labelled
  const { before, parts } = splitSepaTags([text])
  if (parts.size > 0) return { ...sepaFields(parts), purpose: parts.get('SVWZ') ?? before, bookingText: parts.has('SVWZ') ? nameOf(before) : '' }
  return { ...ibanWithBic(text), ...sepaFields(inlineSepaTags(text)), ...codedText(text) }
}

/** La Banque Postale and others write their own kind of entry before the text: `A44?Librairie`. */
function codedText(text: string): Remittance {
  const [head, code] = /^([A-Z]\d\d)\?(?=\D)/.exec(text) ?? []
  return head === undefined || code === undefined ? { purpose: text } : { code, purpose: text.slice(head.length) }
}
