const NOT_ASCII = /[^\x20-\x7e]/
const JOINED = /\b([a-z0-9]{1,2})\s?([&+])\s?([a-z0-9]{1,2})\b/g
/** `h&m`, `1&1`, `at&t`; `marks&spencer` is two words. */
const INITIALS = /^[a-z0-9]{1,2}(?:&[a-z0-9]{1,2})+$/
const BROKEN = '\ufffd'

/** Lower case without marks: ü is ue, ß is ss, é is e. A letter that was lost on the way (U+FFFD) stays, for `tokensOf` to leave out. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!NOT_ASCII.test(lower)) return lower
  return lower
    .replaceAll('a\u0308', 'ae').replaceAll('o\u0308', 'oe').replaceAll('u\u0308', 'ue')
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('ł', 'l')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}

/** Words of a text, folded. `H & M`, `B&Q` and `1&1` stay one word; an apostrophe splits nothing. */
export function tokensOf(text: string): string[] {
  if (text === '') return []
  let plain = fold(text)
  if (plain.includes('&amp;')) plain = plain.replaceAll('&amp;', '&')
  if (plain.includes("'") || plain.includes('\u2019') || plain.includes('`') || plain.includes('\u00b4')) plain = plain.replace(/['\u2019`\u00b4]/g, '')
  if (plain.includes('&') || plain.includes('+')) plain = plain.replace(JOINED, '$1&$3')
  const tokens: string[] = []
  let start = -1
  for (let at = 0; at <= plain.length; at += 1) {
    const isInside = at < plain.length && isLetter(plain.charCodeAt(at), plain, at)
    if (isInside && start < 0) start = at
    if (!isInside && start >= 0) {
      const word = plain.slice(start, at)
      if (word.includes('&') && !INITIALS.test(word)) tokens.push(...word.split('&').filter((part) => part !== ''))
      else tokens.push(word)
      start = -1
    }
  }
  return tokens
}

function isLetter(code: number, text: string, at: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127) return true
  return code === 38 && at > 0 && at + 1 < text.length && text[at - 1] !== ' ' && text[at + 1] !== ' '
}

/** What a word with a lost letter may have been: M\ufffdller is mueller. */
export function restored(token: string): readonly string[] {
  return token.includes(BROKEN) ? ['ue', 'ae', 'oe', 'ss', 'e'].map((letter) => token.replaceAll(BROKEN, letter)) : [token]
}
