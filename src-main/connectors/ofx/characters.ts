/** The characters that markup is made of. In UTF-8 each is a byte, and no byte of another character is like one of them. */
export const LF = 10
export const CR = 13
export const SPACE = 32
export const BANG = 33
export const AMPERSAND = 38
export const SLASH = 47
export const LESS = 60
export const GREATER = 62
export const QUESTION = 63
export const ASCII_MAX = 0x7f
/** A no-break space is these two bytes. */
export const NO_BREAK_LEAD = 0xc2
export const NO_BREAK_TAIL = 0xa0
/** No character has more bytes. */
export const UTF8_BYTES_MAX = 4
/** Stands behind the last byte; no character is like it. */
export const END = 0x100

/** A name's number, one character after the other: looking it up costs no string. */
export const nextNumber = (number: number, code: number): number => (Math.imul(number, 31) + code) | 0

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
/** Letters, digits, `.` of private tags (`INTU.BID`), `_`, `-` and a namespace's `:`. */
export const isNameCharacter = (code: number): boolean => isLetter(code) || (code >= 45 && code <= 58 && code !== SLASH) || code === 95
/** Lines end with LF, CR LF or a lone CR. */
export const isBreak = (bytes: Uint8Array, at: number, code: number): boolean => code === LF || (code === CR && bytes[at + 1] !== LF)

export function isUpper(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? END) >= 97) return false
  return true
}

export function breaksWithin(bytes: Uint8Array, start: number, end: number): number {
  let breaks = 0
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? END
    if (code <= CR && isBreak(bytes, at, code)) breaks++
  }
  return breaks
}
