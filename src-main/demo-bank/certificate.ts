import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { addDays, localDate } from '#shared/dates.ts'
import type { DemoClock, DemoRandom } from './fints/environment.ts'

/** A key and its certificate, as PEM. */
export interface ThrowAwayCertificate { readonly key: string; readonly certificate: string }

const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const UTF8 = 0x0c
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
const SEQUENCE = 0x30
const SET = 0x31
/** Object identifiers, already encoded: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const ECDSA_SHA256 = Uint8Array.of(0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2)
const COMMON_NAME = Uint8Array.of(0x06, 3, 0x55, 4, 3)
const ALTERNATIVE_NAME = Uint8Array.of(0x06, 3, 0x55, 0x1d, 0x11)
const BASIC_CONSTRAINTS = Uint8Array.of(0x06, 3, 0x55, 0x1d, 0x13)
const TRUE = Uint8Array.of(0x01, 1, 0xff)
const DAYS_VALID = 7
const SERIAL_BYTES = 8

/** A certificate for this computer only, good for a week (X.509 v3, RFC 5280, written in DER by hand: it is sixty lines). */
export const throwAwayCertificate = (clock: DemoClock, random: DemoRandom): ThrowAwayCertificate => issueCertificate({ name: 'Kontor demo bank', isAuthority: true }, null, clock, random)

export interface CertificateOrder {
  readonly name: string
  /** May vouch for others. */
  readonly isAuthority: boolean
  /** Hosts besides localhost. */
  readonly hosts?: readonly string[]
}

/** The same, vouched for by an issuer or, without one, by itself. */
export function issueCertificate({ name, isAuthority, hosts = [] }: CertificateOrder, issuer: ThrowAwayCertificate | null, clock: DemoClock, random: DemoRandom): ThrowAwayCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm = der(SEQUENCE, ECDSA_SHA256)
  const issuerName = issuer === null ? name : /CN=(.*)/.exec(new X509Certificate(issuer.certificate).subject)?.[1] ?? ''
  const today = localDate(clock.now().slice(0, 10))
  const serial = random.bytes(SERIAL_BYTES)
  // A positive number without leading zeros.
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f)
  const places = ['localhost', ...hosts].map((host) => der(0x82, ascii(host)))
  const body = der(SEQUENCE,
    der(0xa0, der(INTEGER, Uint8Array.of(2))),
    der(INTEGER, serial), algorithm, commonName(issuerName),
    der(SEQUENCE, time(addDays(today, -1)), time(addDays(today, DAYS_VALID))),
    commonName(name), new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    der(0xa3, der(SEQUENCE,
      der(SEQUENCE, BASIC_CONSTRAINTS, TRUE, der(OCTET_STRING, isAuthority ? der(SEQUENCE, TRUE) : der(SEQUENCE))),
      der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, der(SEQUENCE, ...places, der(0x87, Uint8Array.of(127, 0, 0, 1))))))),
  )
  const signature = sign('sha256', body, issuer?.key ?? privateKey)
  const certificate = der(SEQUENCE, body, algorithm, der(BIT_STRING, Uint8Array.of(0), new Uint8Array(signature)))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: pem(certificate) }
}

const commonName = (name: string): Uint8Array => der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, ascii(name)))))

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Tag, length, content (X.690). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((total, part) => total + part.length, 0)
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag, ...size), ...parts]))
}

/** Two digits of year until 2049 (RFC 5280 4.1.2.5). */
function time(day: string): Uint8Array {
  const digits = day.replaceAll('-', '')
  return digits < '2050' ? der(UTC_TIME, ascii(`${digits.slice(2)}000000Z`)) : der(GENERALIZED_TIME, ascii(`${digits}000000Z`))
}

function pem(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
