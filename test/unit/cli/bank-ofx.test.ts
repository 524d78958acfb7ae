import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Connection, Refresh } from '#shared/connections.ts'
import { throwAwayCertificate } from '#main/demo-bank/certificate.ts'
import { OFX_ANSWERS } from '#main/demo-bank/ofx/index.ts'
import type { DemoServer } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { workplace } from './harness.ts'
import { serveOfx } from './ofx-server.ts'

const PASSWORD = 'Pass-51b0e2'
const NEW_PASSWORD = 'Pass-77c1aa'
let server: DemoServer
let place: ReturnType<typeof workplace>

beforeAll(async () => { server = await serveOfx(PASSWORD) })
afterAll(() => server.close())
beforeEach(() => {
  place = workplace({ KONTOR_PIN: PASSWORD })
  onTestFinished(place.remove)
})

const add = (user: string, ...more: string[]): string[] => ['--plain', '--json', 'bank', 'add', 'ofx', '--url', server.ofxUrl, '--org', 'Harbor Federal', '--fid', '90210', '--user', user, ...more]

/** A program of the person's: keeps what it was told and prints the answers. */
function program(printed: string): { command: string; told: string } {
  const [told, file] = [join(place.folder, 'told.json'), join(place.folder, 'answer.cjs')]
  writeFileSync(file, `const { writeFileSync, readFileSync } = require('node:fs')\nwriteFileSync(${JSON.stringify(told)}, readFileSync(0))\nconsole.log(${JSON.stringify(printed)})\n`)
  return { command: `"${process.execPath}" "${file}"`, told }
}

describe('bank add ofx', () => {
  it('connects over a real socket, fetches every account, and goes on the next time', async () => {
    const run = await place.kontor(add('us', '--name', 'Harbor'))
    expect(run.notes).toBe('')
    const { connection, refresh } = run.json() as { connection: Connection; refresh: Refresh }
    expect(connection).toMatchObject({ name: 'Harbor', accountIds: [1, 2, 3, 4, 5], bank: { protocol: 'ofx', org: 'Harbor Federal', fid: '90210', url: server.ofxUrl } })
    expect(refresh.accounts.every(({ status, added }) => status === 'UPDATED' && added > 0)).toBe(true)
    expect(run.out).not.toContain(PASSWORD)
    const again = await place.kontor(['--json', 'bank', 'update', String(connection.id)])
    expect((again.json() as { refresh: Refresh }).refresh.accounts.map(({ added }) => added)).toEqual([0, 0, 0, 0, 0])
  })

  it.each([
    // The demo bank asks in this order.
    ['one a line', [OFX_ANSWERS['MFA13'], OFX_ANSWERS['123']].join('\n')],
    ['as JSON by their ids', JSON.stringify(OFX_ANSWERS)],
  ])('takes the answers to the bank’s questions from the person’s own program, %s', async (_, printed) => {
    const { command, told } = program(printed)
    const run = await place.kontor(add('us-mfa', '--tan-command', command))
    expect(run.notes).toBe('')
    expect(JSON.parse(readFileSync(told, 'utf8'))).toMatchObject({ kind: 'challenge', bank: 'Harbor Federal', fields: [{ id: 'MFA13' }, { id: '123', label: 'With which branch is your account associated?' }] })
  })

  it('keeps what was said as data files without secrets, which are read like any other', async () => {
    const folder = join(place.folder, 'kept')
    expect((await place.kontor(add('us', '--keep', folder))).code).toBe(0)
    const files = readdirSync(folder).sort()
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    expect(text).not.toContain(PASSWORD)
    expect(text).toContain('REDACTED')
    const inspected = (await place.kontor(['--json', 'inspect', join(folder, files.at(-1) ?? '')])).json() as { statements: { n: number }[] }
    expect(inspected.statements).toHaveLength(5)
    expect(inspected.statements[0]?.n).toBeGreaterThan(300)
  })

  it('asks at the terminal, and says so where nobody sits there', async () => {
    expect((await place.kontor(add('us-mfa'), { answers: [OFX_ANSWERS['MFA13'] ?? '', OFX_ANSWERS['123'] ?? ''] })).code).toBe(0)
    const run = await workplaceWithout('us-mfa')
    expect(run.code).toBe(1)
    expect(run.notes).toContain('The bank asks questions')
  })

  it('says what a bank wants of the person that does not know this computer yet, and how to give it', async () => {
    const run = await place.kontor(add('us-clientuid'))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toContain('The bank does not know this computer yet')
    expect(run.notes).toMatch(/--tan-command.*--client-uid/)
    expect(run.notes).not.toContain('Cancelled')
    expect((await place.kontor(add('us-clientuid', '--tan-command', program('').command))).notes).toBe('')
  })

  it('calls a password a password', async () => {
    const asked: string[] = []
    const run = await place.kontor(add('us'), { env: { KONTOR_PIN: '' }, answers: ['wrong'], asked })
    expect(asked).toEqual(['Password for Harbor Federal: '])
    expect(run.notes).toBe('kontor: The bank did not accept the password: Signon invalid. Type it again with care.\n')
    expect((await place.kontor(add('us'), { env: { KONTOR_PIN: '' } })).notes).toMatch(/needs your password/)
  })

  it('has a new password typed twice where the bank demands one', async () => {
    const slip = await place.kontor(add('us-must-change'), { answers: [NEW_PASSWORD, 'another-1'] })
    expect(slip.notes).toContain('The bank demands a new password')
    const run = await place.kontor(add('us-must-change'), { answers: [NEW_PASSWORD, NEW_PASSWORD] })
    expect(run).toMatchObject({ code: 0, notes: '' })
    expect(run.out).not.toContain(NEW_PASSWORD)
    expect((await place.kontor(['bank', 'update', '1'], { env: { KONTOR_PIN_1: NEW_PASSWORD } })).code).toBe(0)
  })

  it('tells code and next step of a refusal, and leaves no ledger', async () => {
    const run = await place.kontor(add('us-locked'))
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.notes).toBe('kontor: The bank has blocked the access: Your access is locked. Please call 1-800-555-0142. Unblock it at your bank first.\n')
    expect((await place.kontor(['bank', 'list'])).code).toBe(1)
  })

  it('speaks without encryption to this computer alone, and says so', async () => {
    const at = (url: string) => place.kontor(['--plain', 'bank', 'add', 'ofx', '--url', url, '--org', 'Harbor Federal', '--fid', '90210', '--user', 'us'])
    expect((await at('http://ofx.harbor.example/ofx')).notes).toBe('kontor: Kontor speaks without encryption to this computer alone; nothing was sent. Write the address of the bank with https://.\n')
    expect((await place.kontor(['bank', 'certificate', 'http://ofx.harbor.example/ofx'])).notes).toContain('https://')
  })

  it('needs address, ORG, FID and user', async () => {
    const run = await place.kontor(['--plain', 'bank', 'add', 'ofx', '--url', server.ofxUrl, '--user', 'us'])
    expect(run).toMatchObject({ code: 2 })
    expect(run.notes).toContain('--url, --org, --fid and --user')
  })
})

describe('a bank that is reached in its own way', () => {
  const tls = throwAwayCertificate(systemClock, systemRandom)
  let url = ''

  beforeAll(async () => {
    const secured = await serveOfx(PASSWORD, tls)
    url = secured.ofxUrl
    return () => secured.close()
  })
  const secure = (...more: string[]): string[] => ['--plain', '--json', 'bank', 'add', 'ofx', '--url', url, '--org', 'Harbor Federal', '--fid', '90210', '--user', 'us', ...more]

  it('trusts the certificate whose fingerprint the person names, and no other', async () => {
    const shown = await place.kontor(['--json', 'bank', 'certificate', url])
    const { certificate } = shown.json() as { certificate: { subject: string; fingerprint: string; isTrusted: boolean } }
    expect(certificate).toMatchObject({ subject: 'CN=Kontor demo bank', isTrusted: false })
    expect((await place.kontor(secure())).notes).toContain('is not secure')
    const other = await place.kontor(secure('--trust', 'AB'.repeat(32)))
    expect(other).toMatchObject({ code: 1, out: '' })
    expect(other.notes).toContain(certificate.fingerprint)
    const run = await place.kontor(secure('--trust', certificate.fingerprint.toLowerCase()))
    expect(run.notes).toBe('')
    expect((run.json() as { connection: Connection }).connection.access?.pinned?.fingerprint).toBe(certificate.fingerprint)
    expect((await place.kontor(['bank', 'edit', '1', '--trust', 'none'])).code).toBe(0)
    expect((await place.kontor(['bank', 'update', '1'])).notes).toContain('is not secure')
  })

  it('takes no password from the arguments, and says what is wrong with a proxy or a certificate', async () => {
    expect((await place.kontor(secure('--proxy', 'http://me:secret@proxy:8080'))).notes).toContain('KONTOR_PROXY_PASSWORD')
    expect((await place.kontor(secure('--proxy', 'ftp://proxy'))).code).toBe(2)
    expect((await place.kontor(secure('--app', 'QWIN'))).code).toBe(2)
    expect((await place.kontor(secure('--client-cert', join(place.folder, 'none.p12')))).code).toBe(1)
    writeFileSync(join(place.folder, 'me.pem'), 'no certificate')
    expect((await place.kontor(secure('--client-cert', join(place.folder, 'me.pem')))).notes).toContain('no client certificate')
    expect((await place.kontor(secure('--proxy', 'socks5://127.0.0.1:1'))).notes).toContain('proxy')
  })
})

async function workplaceWithout(user: string) {
  const other = workplace({ KONTOR_PIN: PASSWORD })
  onTestFinished(other.remove)
  return await other.kontor(add(user))
}
