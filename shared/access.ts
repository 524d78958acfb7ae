import { z } from 'zod'
import { InstantSchema } from './model.ts'

/** How a connection reaches its bank: a proxy, a client certificate, one certificate trusted by hand, and the program that the bank sees. */

/** A certificate as a person needs to see it before trusting it. */
export const CertificateFactsSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  validFrom: InstantSchema,
  validTo: InstantSchema,
  /** SHA-256 over the certificate, `AB:CD:…`. */
  fingerprint: z.string(),
})
export type CertificateFacts = z.infer<typeof CertificateFactsSchema>

const HostSchema = z.string().trim().min(1).max(253).regex(/^(\[[\da-f:.]+\]|[^\s/:@[\]]+)$/i)
const PortSchema = z.int().min(1).max(65_535)
const ProxyUserSchema = z.string().trim().max(255)

/** Without a person's word the system's proxy serves. */
const PlainProxySchema = z.strictObject({ mode: z.enum(['system', 'none']) })
const OwnProxySchema = z.strictObject({ mode: z.enum(['http', 'socks5']), host: HostSchema, port: PortSchema, user: ProxyUserSchema })
export const ProxyChoiceSchema = z.discriminatedUnion('mode', [PlainProxySchema, OwnProxySchema])
export type ProxyChoice = z.infer<typeof ProxyChoiceSchema>

/** APPID and APPVER (OFX 2.3 §2.5.1): the program that a bank sees. */
export const ProgramSchema = z.strictObject({ id: z.string().trim().regex(/^[A-Za-z0-9]{1,5}$/), version: z.string().trim().regex(/^\d{1,4}$/) })
export type Program = z.infer<typeof ProgramSchema>
/** CLIENTUID (OFX 2.3 §2.5.1): the number by which a bank knows this computer. */
const ClientUidSchema = z.string().trim().max(36).regex(/^[\x21-\x7e]*$/)

/** What a window may see of it: that a secret is stored, never the secret. */
export const AccessSchema = z.strictObject({
  proxy: ProxyChoiceSchema,
  proxyPasswordStored: z.boolean(),
  clientCertificate: z.strictObject({ fileName: z.string(), subject: z.string().nullable(), validTo: InstantSchema.nullable() }).nullable(),
  pinned: CertificateFactsSchema.nullable(),
  /** Null: the one that every bank knows. */
  program: ProgramSchema.nullable(),
  /** Empty: Kontor makes one itself and keeps it. */
  clientUid: z.string(),
})
export type Access = z.infer<typeof AccessSchema>

export const USUAL_ACCESS: Access = { proxy: { mode: 'system' }, proxyPasswordStored: false, clientCertificate: null, pinned: null, program: null, clientUid: '' }

const CERTIFICATE_BASE64_MAX = 128 * 1024
const PEM_MAX = 16 * 1024

/** What a person changes. Left out: kept. Secrets cross once, inwards. */
export const AccessChangeSchema = z.strictObject({
  /** Without a password the stored one is kept, as long as place and user stay the same. */
  proxy: z.discriminatedUnion('mode', [PlainProxySchema, OwnProxySchema.extend({ password: z.string().max(255).optional() })]).optional(),
  /** PEM with its key, or PKCS#12, whichever the content is. Null: none from now on. */
  clientCertificate: z.strictObject({ fileName: z.string().trim().min(1).max(255), content: z.base64().max(CERTIFICATE_BASE64_MAX), passphrase: z.string().max(255) }).nullable().optional(),
  /** PEM of the one certificate to trust; null trusts the world's roots again. */
  pinned: z.string().max(PEM_MAX).nullable().optional(),
  program: ProgramSchema.nullable().optional(),
  clientUid: ClientUidSchema.optional(),
})
export type AccessChange = z.infer<typeof AccessChangeSchema>
