import { X509Certificate } from 'node:crypto'
import { isIP, type Socket } from 'node:net'
import { connect, createSecureContext, type ConnectionOptions, type TLSSocket } from 'node:tls'
import type { Instant } from '#shared/dates.ts'
import type { Secret } from '#shared/secret.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Proxy } from './proxy.ts'
import { ProxyFailure, tunnel } from './tunnel.ts'

/** Proves to a bank which customer's computer calls. */
export type ClientCertificate =
  | { readonly kind: 'pem'; readonly certificate: string; readonly key: string; readonly passphrase?: Secret | undefined }
  | { readonly kind: 'pkcs12'; readonly bytes: Uint8Array; readonly passphrase?: Secret | undefined }

/** What a person needs to see before trusting a server by hand. */
export interface ServerCertificate {
  readonly subject: string
  readonly issuer: string
  /** SHA-256 over the certificate, `AB:CD:…`. */
  readonly fingerprint: string
  readonly validFrom: Instant
  readonly validTo: Instant
  readonly pem: string
}

/** One certificate that the user has chosen to trust for one host, and nothing else of its issuer. */
export interface PinnedCertificate { readonly pem: string; readonly fingerprint: string }

export function clientOptions(certificate: ClientCertificate): ConnectionOptions {
  const passphrase = certificate.passphrase === undefined ? {} : { passphrase: certificate.passphrase.reveal() }
  return certificate.kind === 'pem'
    ? { cert: certificate.certificate, key: certificate.key, ...passphrase }
    : { pfx: Buffer.from(certificate.bytes), ...passphrase }
}

/** Whether a client certificate can be used as it is, before a bank is ever called with it. */
export function checkClientCertificate(certificate: ClientCertificate): Result<undefined, 'wrong_passphrase' | 'unreadable'> {
  try {
    createSecureContext(clientOptions(certificate))
    return ok(undefined)
  }
  catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return err(/mac verify|bad decrypt|passphrase|password/i.test(cause.message) ? 'wrong_passphrase' : 'unreadable')
  }
}

/** Trusts the pinned certificate alone: its issuer does not count, and no other certificate does either. */
export function pinnedOptions({ pem, fingerprint }: PinnedCertificate): ConnectionOptions {
  return {
    ca: pem,
    // The certificate itself ends the chain, whoever has issued it.
    allowPartialTrustChain: true,
    checkServerIdentity: (_host, { fingerprint256 }) => fingerprint256 === fingerprint ? undefined : new OtherCertificate(),
  }
}

/** Another certificate than the pinned one. */
class OtherCertificate extends Error {
  readonly code = 'ERR_TLS_CERT_NOT_PINNED'
}

export const readCertificate = (pem: string): ServerCertificate => describe(new X509Certificate(pem))

function describe(certificate: X509Certificate): ServerCertificate {
  return {
    subject: oneLine(certificate.subject), issuer: oneLine(certificate.issuer), fingerprint: certificate.fingerprint256,
    validFrom: instantOf(certificate.validFromDate), validTo: instantOf(certificate.validToDate), pem: certificate.toString(),
  }
}

const instantOf = (moment: Date): Instant => moment.toISOString() as Instant

/** Without the certificate itself. */
export const factsOf = ({ subject, issuer, fingerprint, validFrom, validTo }: ServerCertificate): Omit<ServerCertificate, 'pem'> => ({ subject, issuer, fingerprint, validFrom, validTo })

const oneLine = (name: string): string => name.split('\n').join(', ')

/** The certificate of a connection that stands. */
export function certificateOf(socket: TLSSocket): ServerCertificate | null {
  const peer = socket.getPeerX509Certificate()
  return peer === undefined ? null : describe(peer)
}

const LOOK_MS = 15_000

/** A certificate that was looked at. `isTrusted`: the world's roots vouch for it under this name. */
export interface SeenCertificate extends ServerCertificate { readonly isTrusted: boolean }

/**
 * Looks at a server's certificate, so that a person can decide about it. Nothing is sent, and nothing that the server says
 * is read: the connection ends as soon as the certificate is there. Null: nobody answers in TLS, or the proxy does not connect.
 */
export async function lookAtCertificate(host: string, port: number, proxy: Proxy | null = null): Promise<SeenCertificate | null> {
  const over = AbortSignal.timeout(LOOK_MS)
  try {
    return await see(host, port, proxy === null ? null : await tunnel(proxy, { host, port }, over))
  }
  catch (cause) {
    if (cause instanceof ProxyFailure) return null
    throw cause
  }
}

function see(host: string, port: number, way: Socket | null): Promise<SeenCertificate | null> {
  return new Promise((resolve) => {
    const bare = host.replace(/^\[|\]$/g, '')
    // SECURITY: verification is off for looking only. Whoever posts verifies, against the world's roots or the pinned certificate.
    const socket = connect({ ...(way === null ? { port } : { socket: way }), host: bare, rejectUnauthorized: false, ...(isIP(bare) === 0 ? { servername: bare } : {}) })
    const finish = (found: SeenCertificate | null) => {
      socket.destroy()
      way?.destroy()
      resolve(found)
    }
    socket.setTimeout(LOOK_MS, () => { finish(null) })
    socket.once('error', () => { finish(null) })
    socket.once('secureConnect', () => {
      const found = certificateOf(socket)
      finish(found && { ...found, isTrusted: socket.authorized })
    })
  })
}
