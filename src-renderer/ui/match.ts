/** How well a text answers a query: higher is better, undefined not at all. Every word of the query must be in it, or name its initials. */
export function matchScore(query: string, text: string): number | undefined {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const target = fold(text)
  let score = 0
  for (const word of words) {
    const found = wordScore(word, target)
    if (found === undefined) return undefined
    score += found
  }
  return score
}

function wordScore(word: string, target: string): number | undefined {
  const at = target.indexOf(word)
  if (at === 0) return 4
  if (at > 0) return /[\s(/-]/.test(target[at - 1] ?? '') ? 3 : 2
  return word.length > 1 && initialsOf(target).includes(word) ? 1 : undefined
}

const initialsOf = (target: string): string => target.split(/[\s/-]+/).map((word) => word.charAt(0)).join('')

/** Without case and accents: `uber` finds `Übersicht`. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
