import { fillText } from '../text/free-text.ts'
import type { Remittance } from '../text/remittance.ts'
import { fillGerman } from './german.ts'

/** Field 86 has six lines of 65 characters; a longer text is read as it stands, without looking for codes in it. */
const ANALYSED_MAX = 8_000
const LINE_WIDTH = 65

/** Reads field 86 in the style its bank writes: German sub-fields, slash codes, labels, coded parts, or free text. */
export function fillRemittance(into: Remittance, lines: readonly string[], ownAccount: string | null): void {
  const folded = lines.join('')
  if (folded.length > ANALYSED_MAX) into.purpose = unfold(lines)
  else if (folded.trim() !== '' && !fillGerman(into, folded, ownAccount)) fillText(into, unfold(lines))
}

/**
 * Puts lines back together. A line of full width was cut by the format, wherever that was; a shorter one ended by itself,
 * so a space stands for its end. A bank that writes longer lines does not cut at all.
 */
export function unfold(lines: readonly string[]): string {
  const cuts = lines.every((line) => line.length <= LINE_WIDTH + 5)
  let text = ''
  let isCut = true
  for (const line of lines) {
    const content = line.trimEnd()
    text += isCut || content === '' || text.endsWith(' ') || splitsCode(text, content) ? content : ` ${content.trimStart()}`
    isCut = cuts && content.length >= LINE_WIDTH
  }
  return text.trim()
}

/** `…BV///R`, then `EMI/USTD//…`: ING cuts inside a code. Behind a slash there is nothing to keep apart. */
const splitsCode = (text: string, next: string): boolean => text.endsWith('/') || (/\/[A-Z]{1,4}$/.test(text) && /^[A-Z]{0,3}\//.test(next))
