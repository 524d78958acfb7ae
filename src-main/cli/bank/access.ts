import { basename } from 'node:path'
import { AccessChangeSchema, type AccessChange } from '#shared/access.ts'
import type { ConnectionId } from '#shared/connections.ts'
import { inputFault, type AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { readFileBounded } from '#main/platform/files.ts'
import { proxyFromUrl } from '#main/platform/proxy.ts'
import { Secret } from '#shared/secret.ts'
import type { Connections } from '#main/sync/index.ts'
import type { Context, FileFailure } from '../command.ts'
import { refused, usage, type Usage } from '../usage.ts'
import { words } from '../words.ts'
import { textOf, type Values } from './options.ts'

export type AccessFailure = AppError | Usage | FileFailure
type Part<K extends keyof AccessChange> = Result<Pick<AccessChange, K>, AccessFailure>

const ACCESS_OPTIONS = ['proxy', 'client-cert', 'app', 'client-uid']
const CERTIFICATE_BYTES_MAX = 96 * 1024

/** `--proxy`, `--client-cert`, `--app` and `--client-uid`, as far as they are given; each is undone by `none`, `system` or nothing. */
export async function accessFrom(context: Context, values: Values): Promise<Result<AccessChange | undefined, AccessFailure>> {
  const proxy = await proxyPart(context, textOf(values, 'proxy'))
  if (!proxy.ok) return proxy
  const certificate = await certificatePart(context, textOf(values, 'client-cert'))
  if (!certificate.ok) return certificate
  const program = programPart(textOf(values, 'app'))
  if (!program.ok) return program
  const clientUid = textOf(values, 'client-uid')
  const given = { ...proxy.value, ...certificate.value, ...program.value, ...(clientUid === undefined ? {} : { clientUid }) }
  if (Object.keys(given).length === 0) return ok(undefined)
  const parsed = AccessChangeSchema.safeParse(given)
  return parsed.success ? ok(parsed.data) : err(refused(inputFault(parsed.error), ACCESS_OPTIONS))
}

/** Adds the certificate that `--trust FINGERPRINT` names, once the server has shown this very one; `none` trusts the world's roots again. */
export async function withTrust(connections: Connections, values: Values, place: { readonly url: string; readonly id?: ConnectionId }, access: AccessChange | undefined): Promise<Result<AccessChange | undefined, AppError>> {
  const wanted = textOf(values, 'trust')
  if (wanted === undefined) return ok(access)
  if (wanted === 'none') return ok({ ...access, pinned: null })
  const seen = await connections.certificate({ ...place, proxy: access?.proxy })
  if (!seen.ok) return seen
  if (seen.value === null) return err({ kind: 'bank_unreachable', retryAfterSeconds: null })
  const { fingerprint, pem } = seen.value
  // SECURITY: what is trusted is what the person has compared, never what a server shows at this moment.
  if (plain(fingerprint) !== plain(wanted)) return err({ kind: 'invalid_input', path: '--trust', reason: `${fingerprint}?` })
  return ok({ ...access, pinned: pem })
}

const plain = (fingerprint: string): string => fingerprint.replace(/[^\da-f]/gi, '').toUpperCase()

async function proxyPart(context: Context, text: string | undefined): Promise<Part<'proxy'>> {
  if (text === undefined) return ok({})
  if (text === 'system' || text === 'none') return ok({ proxy: { mode: text } })
  const found = proxyFromUrl(text, (word) => new Secret(word))
  if (found === null || found.kind === 'https') return err(usage('--proxy is system, none, http://USER@HOST:PORT or socks5://USER@HOST:PORT', '--proxy ist system, none, http://NAME@HOST:PORT oder socks5://NAME@HOST:PORT'))
  // SECURITY: no secret comes from the arguments, which every program on the computer can read.
  if (found.password !== undefined && found.password.reveal() !== '') return err(usage('--proxy takes no password; set KONTOR_PROXY_PASSWORD', '--proxy nimmt kein Passwort; setzen Sie KONTOR_PROXY_PASSWORD'))
  const { kind: mode, host, port, user = '' } = found
  const password = user === '' ? undefined : await secretFrom(context, 'KONTOR_PROXY_PASSWORD', `${words(context.language).askProxyPassword} ${user}@${host}: `)
  return ok({ proxy: { mode, host, port, user, ...(password === undefined ? {} : { password }) } })
}

async function certificatePart(context: Context, file: string | undefined): Promise<Part<'clientCertificate'>> {
  if (file === undefined) return ok({})
  if (file === 'none') return ok({ clientCertificate: null })
  const bytes = await readFileBounded(file, CERTIFICATE_BYTES_MAX)
  if (!bytes.ok) return err({ kind: 'file', file, error: bytes.error })
  const passphrase = await secretFrom(context, 'KONTOR_CERT_PASSPHRASE', `${words(context.language).askCertificatePassphrase} ${basename(file)}: `)
  return ok({ clientCertificate: { fileName: basename(file), content: Buffer.from(bytes.value).toString('base64'), passphrase: passphrase ?? '' } })
}

function programPart(text: string | undefined): Result<Pick<AccessChange, 'program'>, Usage> {
  if (text === undefined) return ok({})
  if (text === 'none') return ok({ program: null })
  const [, id, version] = /^([A-Za-z0-9]{1,5})\/(\d{1,4})$/.exec(text) ?? []
  return id === undefined || version === undefined ? err(usage('--app is ID/VERSION such as QWIN/2700, or none', '--app ist KENNUNG/VERSION wie QWIN/2700, oder none')) : ok({ program: { id, version } })
}

/** From the environment, else asked for; undefined where nobody can be asked. */
async function secretFrom({ terminal }: Context, name: string, question: string): Promise<string | undefined> {
  const given = terminal.env[name]
  return given === undefined || given === '' ? (await terminal.askSecret(question))?.reveal() : given
}
