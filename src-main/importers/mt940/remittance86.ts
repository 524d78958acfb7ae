import { ANALYSED_MAX, fillText } from '../text/free-text.ts'
import type { Remittance } from '../text/remittance.ts'
import { fillGerman } from './german.ts'

const LINE_WIDTH = 65

/** Reads field 86 in the style its bank writes: German sub-fields, slash codes, labels, coded parts, or free text. */
export function fillRemittance(into: Remittance, lines: readonly string[], ownAccount: string | null): void {
  const folded = lines.join('')
  if (folded.trim() === '') return
  if (folded.length > ANALYSED_MAX || !fillGerman(into, folded, ownAccount)) fillText(into, unfold(lines))
}

/**
 * Puts lines back together. A line of full width was cut by the format, wherever that was; a shorter one ended by itself,
 * so a space stands for its end. A bank that writes longer lines does not cut at all.
 */
function unfold(lines: readonly string[]): string {
  const cuts = lines.every((line) => line.length <= LINE_WIDTH + 5)
  const pieces: string[] = []
  // The last piece is looked at, never the text so far: that would be put together anew for each line.
  let last = ' '
  let isCut = true
  for (const line of lines) {
    const content = line.trimEnd()
    const piece = isCut || content === '' || last.endsWith(' ') || splitsCode(last, content) ? content : ` ${content.trimStart()}`
    isCut = cuts && content.length >= LINE_WIDTH
    if (piece === '') continue
    pieces.push(piece)
    last = piece
  }
  return pieces.join('').trim()
}

/** `…BV///R`, then `EMI/USTD//…`: ING cuts inside a code. Behind a slash there is nothing to keep apart. */
const splitsCode = (piece: string, next: string): boolean => piece.endsWith('/') || (/\/[A-Z]{1,4}$/.test(piece.slice(-5)) && /^[A-Z]{0,3}\//.test(next))
