/** Cookies a bank sets between two requests of one connection, as a browser would keep them for that host alone (RFC 6265). */
export interface CookieJar {
  /** Takes what a host sets in an answer. */
  store(url: URL, headers: readonly string[]): void
  /** What goes into a request to a host; null where there is nothing. */
  headerFor(url: URL): string | null
}

interface Cookie { readonly name: string; readonly value: string; readonly host: string; readonly path: string; readonly isSecure: boolean; readonly endsAtMs: number }

const COOKIES_MAX = 50
const CHARS_MAX = 4096

/** In memory only: a session ends with the program. `nowMs` tells when a cookie has run out. */
export function cookieJar(nowMs: () => number): CookieJar {
  const cookies = new Map<string, Cookie>()
  return {
    store: (url, headers) => {
      for (const header of headers) {
        const cookie = readCookie(url, header, nowMs())
        if (cookie === null) continue
        const key = `${cookie.host}\n${cookie.path}\n${cookie.name}`
        cookies.delete(key)
        if (cookie.endsAtMs > nowMs() && cookies.size < COOKIES_MAX) cookies.set(key, cookie)
      }
    },
    headerFor: (url) => {
      // SECURITY: a cookie goes to the very host that set it; a domain that a bank names for its cookie is not widened to.
      const own = [...cookies.values()].filter((cookie) =>
        cookie.host === url.host && isUnder(url.pathname, cookie.path) && (!cookie.isSecure || url.protocol === 'https:') && cookie.endsAtMs > nowMs())
      return own.length === 0 ? null : own.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}

function readCookie(url: URL, header: string, now: number): Cookie | null {
  if (header.length > CHARS_MAX) return null
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  if (at <= 0) return null
  const traits = new Map(attributes.map((attribute) => {
    const [name = '', ...value] = attribute.split('=')
    return [name.toLowerCase(), value.join('=')]
  }))
  const path = traits.get('path') ?? ''
  return {
    name: pair.slice(0, at), value: pair.slice(at + 1), host: url.host,
    path: path.startsWith('/') ? path : url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/'))),
    isSecure: traits.has('secure'), endsAtMs: endOf(traits, now),
  }
}

function endOf(traits: ReadonlyMap<string, string>, now: number): number {
  const seconds = traits.get('max-age')
  if (seconds !== undefined && /^-?\d+$/.test(seconds)) return now + Number(seconds) * 1000
  const expires = Date.parse(traits.get('expires') ?? '')
  return Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires
}

const isUnder = (path: string, folder: string): boolean => path === folder || (path.startsWith(folder) && (folder.endsWith('/') || path.charAt(folder.length) === '/'))
