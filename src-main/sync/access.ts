import { createHash } from 'node:crypto'
import type { AccessChange, Program, ProxyChoice } from '#shared/access.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { checkClientCertificate, factsOf, lookAtCertificate, readCertificate, type ClientCertificate, type PinnedCertificate, type SeenCertificate } from '#main/platform/certificates.ts'
import { isThisComputer, type HttpSettings } from '#main/platform/http.ts'
import type { Proxy, ProxyLookup } from '#main/platform/proxy.ts'
import type { PinOwner, Vault } from '#main/secrets/vault.ts'
import type { AccessEdit, KnownAccess, StoredAccess } from '#main/worker/connection-jobs.ts'

/** How a visit reaches its bank, with the secrets it needs. */
export interface OpenAccess {
  /** Null: directly, past every proxy. */
  readonly proxy: Proxy | 'system' | null
  readonly clientCertificate: ClientCertificate | undefined
  readonly pinned: PinnedCertificate | undefined
  readonly program: Program | null
  readonly clientUid: string
}

export const DIRECT_ACCESS: OpenAccess = { proxy: 'system', clientCertificate: undefined, pinned: undefined, program: null, clientUid: '' }

/** A change as the ledger keeps it: checked, and what is secret sealed. Without a vault nothing secret is kept. */
export function sealAccess(change: AccessChange, vault: Vault | null): Result<AccessEdit, AppError> {
  const { program, clientUid } = change
  const proxy = sealProxy(change.proxy, vault)
  if (!proxy.ok) return proxy
  const certificate = sealCertificate(change.clientCertificate, vault)
  if (!certificate.ok) return certificate
  const pinned = pinnedOf(change.pinned)
  return pinned.ok ? ok({ program, clientUid, ...proxy.value, ...certificate.value, pinned: pinned.value }) : pinned
}

type OwnProxy = Extract<NonNullable<AccessChange['proxy']>, { host: string }>
const isOwn = (proxy: NonNullable<AccessChange['proxy']>): proxy is OwnProxy => 'host' in proxy

function sealProxy(proxy: AccessChange['proxy'], vault: Vault | null): Result<Pick<AccessEdit, 'proxy' | 'sealedProxy'>, AppError> {
  if (proxy === undefined) return ok({})
  if (!isOwn(proxy)) return ok({ proxy, sealedProxy: null })
  const { password, ...place } = proxy
  if (password === undefined) return ok({ proxy: place })
  if (password === '') return ok({ proxy: place, sealedProxy: null })
  return vault === null ? err({ kind: 'no_secret_store' }) : ok({ proxy: place, sealedProxy: vault.seal(new Secret(password), proxyOwner(place)) })
}

function sealCertificate(given: AccessChange['clientCertificate'], vault: Vault | null): Result<Pick<AccessEdit, 'clientCertificate' | 'sealedCertificate'>, AppError> {
  if (given === undefined) return ok({})
  if (given === null) return ok({ clientCertificate: null, sealedCertificate: null })
  const { fileName, content, passphrase } = given
  const certificate = certificateFrom({ content, passphrase })
  const checked = checkClientCertificate(certificate)
  if (!checked.ok) return err({ kind: 'invalid_input', path: checked.error === 'wrong_passphrase' ? 'certificatePassphrase' : 'clientCertificate' })
  if (vault === null) return err({ kind: 'no_secret_store' })
  const digest = createHash('sha256').update(content).digest('hex')
  const facts = certificate.kind === 'pem' ? readCertificate(certificate.certificate) : null
  // SECURITY: the key of a client certificate is sealed like a PIN, for this content alone.
  const sealedCertificate = vault.seal(new Secret(JSON.stringify({ content, passphrase })), certificateOwner(digest))
  return ok({ clientCertificate: { fileName, subject: facts?.subject ?? null, validTo: facts?.validTo ?? null, digest }, sealedCertificate })
}

function pinnedOf(pem: string | null | undefined): Result<AccessEdit['pinned'], AppError> {
  if (pem === undefined || pem === null) return ok(pem)
  try {
    return ok({ ...factsOf(readCertificate(pem)), pem: readCertificate(pem).pem })
  } catch {
    // OpenSSL's errors have no kinds; whatever it cannot read is no certificate.
    return err({ kind: 'invalid_input', path: 'pinned' })
  }
}

/** What was stored, opened for a visit. A seal that does not open counts as none: the bank or the proxy will say what is missing. */
export function openAccess({ access, sealedProxy, sealedCertificate }: KnownAccess, vault: Vault | null): OpenAccess {
  if (access === null) return DIRECT_ACCESS
  const { proxy, clientCertificate, pinned, program, clientUid } = access
  const open = (sealed: Uint8Array | null, owner: PinOwner): Secret | null => (sealed === null ? null : vault?.open(sealed, owner) ?? null)
  const secret = clientCertificate === null ? null : open(sealedCertificate, certificateOwner(clientCertificate.digest))
  return {
    proxy: openProxy(proxy, open(sealedProxy, proxyOwner(proxy))),
    clientCertificate: secret === null ? undefined : certificateFrom(JSON.parse(secret.reveal()) as CertificateSecret),
    pinned: pinned === null ? undefined : { pem: pinned.pem, fingerprint: pinned.fingerprint },
    program, clientUid,
  }
}

/** A proxy that is being tried out, before it is stored; without a password the stored one serves where it is the same proxy. */
export function triedProxy(proxy: NonNullable<AccessChange['proxy']>, known: OpenAccess): OpenAccess['proxy'] {
  if (!isOwn(proxy)) return openProxy(proxy, null)
  const { password, ...place } = proxy
  const before = typeof known.proxy === 'string' ? null : known.proxy
  const isSame = before?.host === place.host && before.port === place.port && before.kind === place.mode && (before.user ?? '') === place.user
  if (password === undefined && isSame) return before
  return openProxy(place, password === undefined || password === '' ? null : new Secret(password))
}

/** A change that is being tried out, before it belongs to a connection. */
export function triedAccess({ proxy, clientCertificate, pinned, program, clientUid }: AccessChange = {}): Result<OpenAccess, AppError> {
  const trusted = pinnedOf(pinned)
  if (!trusted.ok) return trusted
  return ok({
    ...DIRECT_ACCESS, program: program ?? null, clientUid: clientUid ?? '', pinned: trusted.value ?? undefined,
    proxy: proxy === undefined ? DIRECT_ACCESS.proxy : triedProxy(proxy, DIRECT_ACCESS),
    clientCertificate: clientCertificate == null ? undefined : certificateFrom(clientCertificate),
  })
}

function openProxy(proxy: ProxyChoice, password: Secret | null): OpenAccess['proxy'] {
  if (!('host' in proxy)) return proxy.mode === 'system' ? 'system' : null
  const { mode: kind, host, port, user } = proxy
  return { kind, host, port, ...(user === '' ? {} : { user, password: password ?? undefined }) }
}

/** What `platform/http` needs of it. The system's proxy is not asked for this computer itself. */
export function httpAccess({ proxy, clientCertificate, pinned }: OpenAccess, systemProxy: ProxyLookup | undefined): Pick<HttpSettings, 'proxy' | 'clientCertificate' | 'pinned'> {
  return { clientCertificate, pinned, proxy: (url) => proxyFor(proxy, url, systemProxy) }
}

async function proxyFor(proxy: OpenAccess['proxy'], url: string, systemProxy: ProxyLookup | undefined): Promise<Proxy | null> {
  if (proxy !== 'system') return proxy
  return isThisComputer(url) ? null : await systemProxy?.(url) ?? null
}

const HTTPS_PORT = 443

/** What the server at an address shows; null where there is no TLS. */
export async function certificateAt(url: string, proxy: OpenAccess['proxy'], systemProxy: ProxyLookup | undefined): Promise<SeenCertificate | null> {
  const { protocol, hostname, port } = new URL(url)
  return protocol === 'https:' ? await lookAtCertificate(hostname, port === '' ? HTTPS_PORT : Number(port), await proxyFor(proxy, url, systemProxy)) : null
}

interface CertificateSecret { readonly content: string; readonly passphrase: string }

/** PEM is known by its mark; everything else is taken for PKCS#12. */
function certificateFrom({ content, passphrase: word }: CertificateSecret): ClientCertificate {
  const bytes = Buffer.from(content, 'base64')
  const passphrase = word === '' ? undefined : new Secret(word)
  const text = bytes.toString('latin1')
  return text.includes('-----BEGIN ') ? { kind: 'pem', certificate: text, key: text, passphrase } : { kind: 'pkcs12', bytes: Uint8Array.from(bytes), passphrase }
}

// SECURITY: the seal names proxy and user, so that a moved or changed row opens no password for another proxy.
const proxyOwner = (proxy: StoredAccess['proxy']): PinOwner => ({ connectionId: 0, protocol: 'proxy', bankCode: JSON.stringify('host' in proxy ? [proxy.mode, proxy.host, proxy.port, proxy.user] : [proxy.mode]) })
const certificateOwner = (digest: string): PinOwner => ({ connectionId: 0, protocol: 'client-certificate', bankCode: digest })
