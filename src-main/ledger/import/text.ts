/** Letters and digits alone, so that two programs' spacing, case and punctuation make no difference. */
export const normalizeText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const SHARE_MIN = 0.5

/** At least half of the shorter text's words are in the longer one. A text that is missing contradicts nothing. */
export function isSimilarText(left: string, right: string): boolean {
  const leftWords = new Set(normalizeText(left).split(' ').filter((word) => word !== ''))
  const rightWords = new Set(normalizeText(right).split(' ').filter((word) => word !== ''))
  const [fewer, more] = leftWords.size <= rightWords.size ? [leftWords, rightWords] : [rightWords, leftWords]
  if (fewer.size === 0) return true
  let shared = 0
  for (const word of fewer) if (more.has(word)) shared += 1
  return shared / fewer.size >= SHARE_MIN
}
