/** HTML's names for U+00A0 to U+00FF in code order: banks escape accents though OFX knows only four entities (§2.3.2.1). */
const LATIN_1 = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
  ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
  eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`

const NAMED = new Map<string, string>([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\''],
  ['euro', '€'], ['ndash', '–'], ['mdash', '—'], ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['bull', '•'], ['hellip', '…'], ['trade', '™'],
  ...LATIN_1.trim().split(/\s+/).map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
])

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,6}\d{0,2}));/g
/** `&amp;lt;` is `<` escaped twice; nothing honest is escaped more often than this. */
const PASSES_MAX = 3

/** Resolves entities; what is none (`AT&T`, `&;`) stays as it is. */
export function decodeEntities(text: string): string {
  let decoded = text
  for (let pass = 0; pass < PASSES_MAX && decoded.includes('&'); pass++) {
    const next = decoded.replace(ENTITY, resolve)
    if (next === decoded) break
    decoded = next
  }
  return decoded
}

function resolve(entity: string, decimal: string | undefined, hex: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED.get(name) ?? entity
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : code === 9 || code === 10 || code === 13 ? ' ' : entity
}
