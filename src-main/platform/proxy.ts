import type { Secret } from '#shared/secret.ts'

/** A program in between that connects to banks for this computer. */
export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks5'
  readonly host: string
  readonly port: number
  readonly user?: string | undefined
  readonly password?: Secret | undefined
}

/** Which proxy leads to an address; null goes there directly. What the system says is passed in by `app` and `cli`. */
export type ProxyLookup = (url: string) => Promise<Proxy | null>

const KINDS: Readonly<Record<string, Proxy['kind']>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https', SOCKS5: 'socks5', SOCKS: 'socks5' }
const PORTS: Readonly<Record<Proxy['kind'], number>> = { http: 80, https: 443, socks5: 1080 }
const PORT_MAX = 65_535

/** The first proxy of an answer in the words of automatic proxy configuration: `PROXY host:port; DIRECT`. */
export function proxyFromPac(answer: string): Proxy | null {
  for (const part of answer.split(';')) {
    const [word = '', place = ''] = part.trim().split(/\s+/)
    if (word.toUpperCase() === 'DIRECT') return null
    const kind = KINDS[word.toUpperCase()]
    const found = kind === undefined ? null : placeOf(kind, place)
    if (found !== null) return found
  }
  return null
}

function placeOf(kind: Proxy['kind'], place: string): Proxy | null {
  const [, host, port] = /^(\[[\da-f:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/i.exec(place) ?? []
  const number = port === undefined ? PORTS[kind] : Number(port)
  return host === undefined || number < 1 || number > PORT_MAX ? null : { kind, host, port: number }
}

/** A proxy as people write it: `http://user:password@host:port`, `socks5://host`, `host:port`. */
export function proxyFromUrl(text: string, secret: (text: string) => Secret): Proxy | null {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`
  if (text.trim() === '' || !URL.canParse(url)) return null
  const { protocol, hostname, port, username, password } = new URL(url)
  const kind = ({ 'http:': 'http', 'https:': 'https', 'socks5:': 'socks5', 'socks5h:': 'socks5', 'socks:': 'socks5' } as const)[protocol]
  if (kind === undefined || hostname === '') return null
  const place = { kind, host: hostname, port: port === '' ? PORTS[kind] : Number(port) }
  return username === '' ? place : { ...place, user: decodeURIComponent(username), password: secret(decodeURIComponent(password)) }
}

/** HTTPS_PROXY, ALL_PROXY and NO_PROXY as command lines know them. */
export function proxyFromEnvironment(environment: Readonly<Record<string, string | undefined>>, secret: (text: string) => Secret): ProxyLookup {
  const value = (name: string): string => environment[name] ?? environment[name.toLowerCase()] ?? ''
  return (url) => {
    const { protocol, hostname, port } = new URL(url)
    const bypassed = value('NO_PROXY').split(/[\s,]+/).some((rule) => isBypassed(rule, hostname, port))
    const own = protocol === 'https:' ? value('HTTPS_PROXY') : value('HTTP_PROXY')
    return Promise.resolve(bypassed ? null : proxyFromUrl(own === '' ? value('ALL_PROXY') : own, secret))
  }
}

function isBypassed(rule: string, hostname: string, port: string): boolean {
  const [, host = '', only] = /^\*?\.?([^:]*)(?::(\d+))?$/.exec(rule) ?? []
  if (rule === '*') return true
  return host !== '' && (only === undefined || only === port) && (hostname === host || hostname.endsWith(`.${host}`))
}
