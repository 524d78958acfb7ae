const CODE = 'CHLGUC'
const TEXT = 'CHLGTEXT'

/** A challenge in which a code for a reader stands before the text for people: `CHLGUC`, length, code, `CHLGTEXT`, length, text. */
export interface InnerCode { readonly code: string; readonly visible: string }

/**
 * Null where there is none. Found by position: a pattern would look through all that follows once for each `CHLGUC` in it. Where
 * nothing ends the code, all that follows belongs to it.
 */
export function innerCode(wire: string): InnerCode | null {
  const start = wire.indexOf(CODE)
  if (start < 0) return null
  const end = wire.indexOf(TEXT, start)
  const code = wire.slice(start + CODE.length, end < 0 ? undefined : end)
  const length = /^\s*\d{4}/.exec(code)?.[0]
  const rest = end < 0 ? '' : wire.slice(end + TEXT.length).replace(/^\d{4}/, '')
  return { code: length === undefined ? '' : code.slice(length.length), visible: `${wire.slice(0, start)}${rest}`.trim() }
}
