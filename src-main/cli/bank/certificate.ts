import type { AccessChange, CertificateFacts } from '#shared/access.ts'
import type { ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { proxyFromEnvironment } from '#main/platform/proxy.ts'
import { certificateAt, DIRECT_ACCESS, triedProxy } from '#main/sync/index.ts'
import type { Context, FileFailure, Outcome } from '../command.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'
import { accessFrom } from './access.ts'
import { withConnections, type BankFailure } from './bench.ts'
import { connectionIdOf, type Values } from './options.ts'

/** `bank certificate ID|URL`: shows the certificate of a bank's server, for `--trust`. Nothing is sent to the bank. */
export async function showCertificate(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const id = connectionIdOf(operand)
  const access = await accessFrom(context, values)
  if (!access.ok) return access
  if (operand === undefined || (id === null && !URL.canParse(operand))) return err(usage('bank certificate takes an ID or an address', 'bank certificate nimmt eine Nummer oder eine Adresse'))
  const proxy = access.value?.proxy
  const seen = id === null ? ok(await seenAt(context, operand, proxy)) : await seenOf(context, id, proxy)
  if (!seen.ok) return seen
  const { value } = seen
  if (value === null) return err(URL.parse(operand)?.protocol === 'http:' ? { kind: 'invalid_input', path: 'url.plain' } : { kind: 'bank_unreachable', retryAfterSeconds: null })
  const { isTrusted, subject, issuer, validFrom, validTo, fingerprint } = value
  const facts: CertificateFacts & { readonly isTrusted: boolean } = { subject, issuer, validFrom, validTo, fingerprint, isTrusted }
  return ok({ json: { certificate: facts }, text: () => lines(facts, context) })
}

type Seen = Awaited<ReturnType<typeof certificateAt>>

/** Without a ledger: the bank need not be connected yet. */
const seenAt = ({ terminal: { env } }: Context, url: string, proxy: AccessChange['proxy']): Promise<Seen> =>
  certificateAt(url, proxy === undefined ? DIRECT_ACCESS.proxy : triedProxy(proxy, DIRECT_ACCESS), proxyFromEnvironment(env, (text) => new Secret(text)))

const seenOf = (context: Context, id: ConnectionId, proxy: AccessChange['proxy']): Promise<Result<Seen, BankFailure | FileFailure>> =>
  withConnections(context, 'must-exist', async ({ connections }): Promise<Result<Seen, AppError>> => {
    const found = await connections.get([id])
    if (!found.ok) return found
    const url = found.value[0]?.bank.url ?? null
    return url === null ? err({ kind: 'not_found', what: 'connection' }) : await connections.certificate({ url, id, proxy })
  })

function lines({ subject, issuer, validFrom, validTo, fingerprint, isTrusted }: CertificateFacts & { readonly isTrusted: boolean }, { language }: Context): string {
  const say = words(language)
  return [`${say.certificateOf}: ${subject}`, `${say.issuedBy}: ${issuer}`, `${say.validity}: ${validFrom.slice(0, 10)} – ${validTo.slice(0, 10)}`, `SHA-256: ${fingerprint}`, isTrusted ? say.certificateTrusted : say.certificateUnknown].join('\n')
}
