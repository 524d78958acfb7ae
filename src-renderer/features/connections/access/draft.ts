import type { Access, AccessChange, CertificateFacts, ProxyChoice } from '#shared/access.ts'
import type { MessageKey } from '#renderer/ui/text.ts'

/** What a person types of how a bank is reached. A stored secret is never shown: it is kept, replaced or removed. */
export interface AccessDraft {
  readonly mode: ProxyChoice['mode']
  readonly host: string
  readonly port: string
  readonly user: string
  readonly password: string
  /** Null: the certificate stays as it is. */
  readonly certificate: { readonly fileName: string; readonly content: string } | null
  readonly withoutCertificate: boolean
  readonly passphrase: string
  /** The certificate that is trusted by hand, as it is shown. */
  readonly pinned: CertificateFacts | null
  /** Of one that was chosen now; undefined keeps what is trusted. */
  readonly pem: string | null | undefined
  readonly appId: string
  readonly appVersion: string
  readonly clientUid: string
}

const PORTS = { http: '8080', socks5: '1080' } as const

/** `typed`: what a person has entered before, in the wizard that forgets nothing but the PIN. */
export function draftOf(access: Access | undefined, { access: typed = {}, pinned = null }: { readonly access?: AccessChange | undefined; readonly pinned?: CertificateFacts | null } = {}): AccessDraft {
  const proxy = typed.proxy ?? access?.proxy ?? { mode: 'system' as const }
  const own = 'host' in proxy ? proxy : null
  return {
    mode: proxy.mode, host: own?.host ?? '', port: own === null ? '' : String(own.port), user: own?.user ?? '', password: typed.proxy !== undefined && 'host' in typed.proxy ? typed.proxy.password ?? '' : '',
    certificate: typed.clientCertificate ?? null, withoutCertificate: false, passphrase: typed.clientCertificate?.passphrase ?? '', pinned: pinned ?? access?.pinned ?? null, pem: typed.pinned,
    appId: (typed.program ?? access?.program)?.id ?? '', appVersion: (typed.program ?? access?.program)?.version ?? '', clientUid: typed.clientUid ?? access?.clientUid ?? '',
  }
}

export const hasOwnProxy = ({ mode }: AccessDraft): boolean => mode === 'http' || mode === 'socks5'

/** Where the proxy is, with the usual port where none is given. */
const portOf = ({ mode, port }: AccessDraft): number => Number(port.trim() === '' && (mode === 'http' || mode === 'socks5') ? PORTS[mode] : port)

export interface AccessProblems { readonly host?: MessageKey; readonly port?: MessageKey; readonly app?: MessageKey }

/** What cannot be sent as it is. */
export function problemsOf(draft: AccessDraft): AccessProblems {
  const { host, appId, appVersion } = draft
  const port = portOf(draft)
  const named = appId.trim() !== '' || appVersion.trim() !== ''
  return {
    ...(hasOwnProxy(draft) && !/^(\[[\da-f:.]+\]|[^\s/:@[\]]+)$/i.test(host.trim()) ? { host: 'connections.access.hostWrong' } : {}),
    ...(hasOwnProxy(draft) && !(Number.isInteger(port) && port >= 1 && port <= 65_535) ? { port: 'connections.access.portWrong' } : {}),
    ...(named && !(/^[A-Za-z0-9]{1,5}$/.test(appId.trim()) && /^\d{1,4}$/.test(appVersion.trim())) ? { app: 'connections.access.appWrong' } : {}),
  }
}

/** The proxy as it is sent; an empty password keeps the stored one. */
export function proxyOf(draft: AccessDraft): NonNullable<AccessChange['proxy']> {
  const { mode, host, user, password } = draft
  if (mode === 'system' || mode === 'none') return { mode }
  return { mode, host: host.trim(), port: portOf(draft), user: user.trim(), ...(password === '' ? {} : { password }) }
}

/** Only what differs from what is known; undefined where nothing does. */
export function changeOf(draft: AccessDraft, known: Access | undefined): AccessChange | undefined {
  const before = draftOf(known)
  const differs = (...keys: (keyof AccessDraft)[]): boolean => keys.some((key) => draft[key] !== before[key])
  const { certificate, withoutCertificate, passphrase, pem, appId, appVersion, clientUid } = draft
  const change: AccessChange = {
    ...(differs('mode', 'host', 'port', 'user', 'password') ? { proxy: proxyOf(draft) } : {}),
    ...(certificate !== null ? { clientCertificate: { fileName: certificate.fileName, content: certificate.content, passphrase } } : withoutCertificate ? { clientCertificate: null } : {}),
    ...(pem === undefined ? {} : { pinned: pem }),
    ...(differs('appId', 'appVersion') ? { program: appId.trim() === '' ? null : { id: appId.trim(), version: appVersion.trim() } } : {}),
    ...(differs('clientUid') ? { clientUid: clientUid.trim() } : {}),
  }
  return Object.keys(change).length === 0 ? undefined : change
}
