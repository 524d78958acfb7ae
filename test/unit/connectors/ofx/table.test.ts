import fc from 'fast-check'
import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sumDecimals } from '#shared/decimal.ts'
import { Secret } from '#shared/secret.ts'
import { readAnswer } from '#main/connectors/ofx/batch/answer.ts'
import { OFX_HEADERS, redact, type Knowledge, type OfxItem } from '#main/connectors/ofx/index.ts'
import { readOfx } from '#main/importers/ofx.ts'
import { createOfxBank, OFX_PASSWORD, type OfxScenario } from '#main/demo-bank/ofx/index.ts'
import { readCertificate } from '#main/platform/certificates.ts'
import { systemClock } from '#main/platform/clock.ts'
import { cookieJar } from '#main/platform/cookies.ts'
import { connectionWith, type HttpEvent, type HttpSettings } from '#main/platform/http.ts'
import { systemRandom } from '#main/platform/random.ts'
import { connectProxy, issue, pkcs12, serveSecurely, servePlainly, socksProxy } from '../../platform/wire.ts'
import { BANK, BROKER, CARD, CHECKING, doneOf, fetched, LOAN, person, SAVINGS, STATEMENTS, transfer, world } from './kit.ts'

const ALL: readonly OfxItem[] = [
  { kind: 'profile' }, { kind: 'loan-statement', account: LOAN }, { kind: 'broker-statement', account: BROKER }, transfer('12.50', { between: 'banks' }),
  { kind: 'card-statement', account: CARD }, { kind: 'bank-statement', account: CHECKING }, transfer('1.00'), { kind: 'accounts' }, { kind: 'bank-closing', account: SAVINGS },
]

/** The demo bank behind a real socket. */
function overHttp(scenario: OfxScenario[] = []): { listener: RequestListener; seen: { type: string | undefined; accept: string | undefined; length: string | undefined; body: string }[] } {
  const bank = createOfxBank({ clock: systemClock, random: systemRandom, scenario })
  const seen: { type: string | undefined; accept: string | undefined; length: string | undefined; body: string }[] = []
  return { seen, listener: (request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => {
      const body = new Uint8Array(Buffer.concat(chunks))
      seen.push({ type: request.headers['content-type'], accept: request.headers.accept, length: request.headers['content-length'], body: Buffer.from(body).toString() })
      const reply = bank.reply({ method: 'POST', path: request.url ?? '', contentType: request.headers['content-type'] ?? '', cookie: request.headers.cookie ?? '', body })
      if (reply.manner === 'silent') return
      response.writeHead(reply.status, reply.headers)
      response.end(reply.body)
    })
  } }
}
const connected = (url: string, settings: Partial<HttpSettings> = {}) => {
  const surroundings = world()
  const post = connectionWith({ headers: OFX_HEADERS, limits: { idleMs: 3_000, totalMs: 5_000, bytesMax: 10_000_000 }, ...settings })
  return person({ environment: { ...surroundings.environment, post } }, 'us', { bank: { ...BANK, url } })
}
const authority = issue('Test authority', true)
const certificate = issue('Test bank', false, authority)
const pinned = { pem: certificate.certificate, fingerprint: readCertificate(certificate.certificate).fingerprint }

describe('OFXBatch’s features', () => {
  it('B1: many requests in one POST with one sign-on', async () => {
    const surroundings = world()
    const client = person(surroundings)
    await client.probe()
    surroundings.requests.length = 0
    await doneOf(client.post(ALL))
    expect(surroundings.requests).toHaveLength(1)
    expect(surroundings.requests[0]?.match(/<SONRQ>/g)).toHaveLength(1)
    expect(surroundings.requests[0]?.match(/<TRNUID>/g)).toHaveLength(ALL.length)
  })

  it('B2: every kind of item has its request and its answer', async () => {
    const { answer } = await doneOf(person(world()).post(ALL))
    expect(answer.items.map(({ item, status, content }) => [item.kind, status?.code, content?.kind])).toEqual([
      ['profile', '0', 'profile'], ['loan-statement', '0', 'statement'], ['broker-statement', '0', 'statement'], ['transfer', '0', 'transfer'], ['card-statement', '0', 'statement'],
      ['bank-statement', '0', 'statement'], ['transfer', '0', 'transfer'], ['accounts', '0', 'accounts'], ['bank-closing', '0', 'closings'],
    ])
  })

  it('B3: message sets are sent in their order whatever the order of the items', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...ALL], { minLength: 2 }), async (items) => {
      const surroundings = world()
      await doneOf(person(surroundings).post(items))
      const sets = [...(surroundings.requests.at(-1) ?? '').matchAll(/<([A-Z]+MSGSRQV1)>/g)].map(([, set]) => set)
      expect(sets).toEqual(['SIGNONMSGSRQV1', 'SIGNUPMSGSRQV1', 'BANKMSGSRQV1', 'CREDITCARDMSGSRQV1', 'LOANMSGSRQV1', 'INVSTMTMSGSRQV1', 'INTERXFERMSGSRQV1', 'PROFMSGSRQV1'].filter((set) => sets.includes(set)))
    }), { numRuns: 10 })
  })

  it('B4: an answer finds its request by number, also reordered, missing, twice or unknown', async () => {
    const codes = async (scenario: OfxScenario) => {
      const { answer } = await doneOf(person(world({ scenario })).post(STATEMENTS))
      return [answer.items.map(({ status, times }) => `${status?.code ?? '-'}x${times}`).join(' '), answer.unasked]
    }
    expect(await codes('reordered')).toEqual(['0x1 0x1 0x1', 0])
    expect(await codes('missing-item')).toEqual(['0x1 0x1 -x0', 0])
    expect(await codes('duplicated-item')).toEqual(['0x2 0x1 0x1', 0])
    expect(await codes('unknown-item')).toEqual(['-x0 0x1 0x1', 1])
    const { answer, byRequest } = await fetched(person(world({ scenario: 'reordered' })), STATEMENTS)
    expect(answer.items.map(({ uid }) => byRequest.get(uid)?.account.number)).toEqual(['0040125577', '0040125585', '4111000000001177'])
  })

  it('B5: every item has a number of its own, which the bank repeats', async () => {
    const surroundings = world()
    const { answer } = await doneOf(person(surroundings).post([...STATEMENTS, { kind: 'accounts', uid: 'of-my-own', cookie: 'c' }]))
    const uids = answer.items.map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(4)
    expect(uids[3]).toBe('of-my-own')
    for (const uid of uids) expect(surroundings.requests.at(-1)).toContain(`<TRNUID>${uid}`)
  })

  it('B6: every item has a status of its own', async () => {
    const items: OfxItem[] = [{ kind: 'card-statement', account: CARD }, { kind: 'bank-statement', account: { ...CHECKING, accountId: '1' } }]
    const { answer, notices } = await doneOf(person(world()).post(items))
    expect(answer.items.map(({ status }) => [status?.code, status?.severity, status?.message, status?.class])).toEqual([['0', 'INFO', 'SUCCESS', 'success'], ['2003', 'ERROR', 'Account not found', 'refusal']])
    expect(notices.map(({ code }) => code)).toEqual(['2003'])
  })

  it('B7: an item for another sign-on is refused before anything is sent', async () => {
    const surroundings = world()
    const client = person(surroundings)
    await client.probe()
    surroundings.requests.length = 0
    expect(await client.post([{ kind: 'accounts' }, { kind: 'accounts', signOn: { userId: 'bob' } }])).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'signOn' } })
    expect(surroundings.requests).toEqual([])
  })

  it('B8: bank, login and program are as they were set', async () => {
    const surroundings = world()
    await doneOf(person({ environment: { ...surroundings.environment, app: { id: 'KONTO', version: '0100' } } }).post([{ kind: 'accounts' }]))
    for (const part of ['<ORG>Harbor Federal', '<FID>90210', '<USERID>us<', `<USERPASS>${OFX_PASSWORD}`, '<APPID>KONTO', '<APPVER>0100']) expect(surroundings.requests.at(-1)).toContain(part)
  })

  it('B9: a POST of its own content type and length, in SGML and in XML', async () => {
    for (const scenario of ['old', 'new'] as const) {
      const { listener, seen } = overHttp([scenario])
      await doneOf(connected(await servePlainly(listener)).post([{ kind: 'accounts' }]))
      expect(seen.at(-1)).toMatchObject({ type: 'application/x-ofx', accept: '*/*, application/x-ofx' })
      expect(Number(seen.at(-1)?.length)).toBe(Buffer.byteLength(seen.at(-1)?.body ?? ''))
      expect(seen.at(-1)?.body.startsWith(scenario === 'old' ? 'OFXHEADER:100' : '<?xml')).toBe(true)
    }
    const { listener } = overHttp()
    const post = connectionWith({ headers: { 'content-type': 'text/xml' } })
    await expect(post(await servePlainly(listener), new Uint8Array(3))).rejects.toMatchObject({ status: 400 })
  })

  it('B10: documents are kept without their secrets and read back as files and as answers', async () => {
    const surroundings = world()
    const { answer, reading } = await fetched(person(surroundings), STATEMENTS)
    const received = surroundings.kept.filter(({ direction }) => direction === 'received').at(-1)?.document ?? ''
    const sent = surroundings.kept.filter(({ direction }) => direction === 'sent').at(-1)?.document ?? ''
    expect(sent).toContain('<USERPASS>REDACTED')
    expect(sent).not.toContain(OFX_PASSWORD)
    const bytes = new TextEncoder().encode(received)
    const file = readOfx(bytes)
    expect(file.ok && file.value.statements.map(({ entries }) => entries.length)).toEqual(reading.statements.map(({ entries }) => entries.length))
    const again = readAnswer(new TextDecoder().decode(bytes), { items: STATEMENTS, uids: answer.items.map(({ uid }) => uid) })
    expect(again.ok && again.value.items.map(({ status }) => status?.code)).toEqual(['0', '0', '0'])
  })

  it('B11: a bank that never answers, or drips, is given up; so is one that nobody waits for any longer', async () => {
    const limits = { idleMs: 100, totalMs: 200, bytesMax: 1_000_000 }
    const silent = connected(await servePlainly(overHttp(['silent']).listener), { limits })
    expect(await silent.post([{ kind: 'accounts' }])).toEqual({ ok: false, error: { kind: 'bank_unreachable', retryAfterSeconds: null } })
    const dripping = connected(await servePlainly((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => { clearInterval(drip) })
    }), { limits })
    expect(await dripping.post([{ kind: 'accounts' }])).toMatchObject({ error: { kind: 'bank_unreachable' } })
    const controller = new AbortController()
    const waiting = connected(await servePlainly(overHttp(['silent']).listener)).post([{ kind: 'accounts' }], undefined, controller.signal)
    controller.abort()
    expect(await waiting).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })

  it('B12: through CONNECT and SOCKS5 proxies with a login, and never beside them', async () => {
    const { listener, seen } = overHttp()
    const url = await serveSecurely(certificate, listener)
    for (const [kind, open] of [['http', connectProxy], ['socks5', socksProxy]] as const) {
      const { port, diary } = await open('ada:engine')
      seen.length = 0
      const proxy = { kind, host: '127.0.0.1', port, user: 'ada', password: new Secret('engine') }
      await doneOf(connected(url, { pinned, proxy: () => Promise.resolve(proxy) }).post([{ kind: 'accounts' }]))
      expect(diary.asked).toHaveLength(seen.length)
      expect(diary.logins.every((login) => login === 'ada:engine')).toBe(true)
      seen.length = 0
      const wrong = { ...proxy, password: new Secret('steam') }
      expect(await connected(url, { pinned, proxy: () => Promise.resolve(wrong) }).post([{ kind: 'accounts' }])).toEqual({ ok: false, error: { kind: 'proxy_failed', reason: 'login' } })
      expect(seen).toEqual([])
    }
  })

  it('B13: with a client certificate, as PEM and as PKCS#12', async () => {
    const customer = issue('Customer', false, authority)
    const url = await serveSecurely(certificate, overHttp().listener, { requestCert: true, ca: authority.certificate })
    await doneOf(connected(url, { pinned, clientCertificate: { kind: 'pem', ...customer } }).post([{ kind: 'accounts' }]))
    await doneOf(connected(url, { pinned, clientCertificate: { kind: 'pkcs12', bytes: pkcs12(customer, 'x'), passphrase: new Secret('x') } }).post([{ kind: 'accounts' }]))
    expect((await connected(url, { pinned }).post([{ kind: 'accounts' }])).ok).toBe(false)
  })

  it('B14: a certificate that nobody vouches for is refused unless it is the chosen one', async () => {
    const url = await serveSecurely(certificate, overHttp().listener)
    const { host } = new URL(url)
    expect(await connected(url).post([{ kind: 'accounts' }])).toEqual({ ok: false, error: { kind: 'connection_untrusted', host } })
    const other = issue('Test bank', false, authority)
    expect(await connected(url, { pinned: { pem: other.certificate, fingerprint: readCertificate(other.certificate).fingerprint } }).post([{ kind: 'accounts' }])).toMatchObject({ error: { kind: 'connection_untrusted' } })
    await doneOf(connected(url, { pinned }).post([{ kind: 'accounts' }]))
  })

  it('B15: events come in their order', async () => {
    const events: HttpEvent[] = []
    const client = connected(await serveSecurely(certificate, overHttp().listener), { pinned, onEvent: (event) => events.push(event) })
    await client.probe()
    expect(events.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])).toEqual(['connecting', 'resolved', 'connected', 'secured', 'sent', 'receiving', 'done'])
    expect(events.find(({ kind }) => kind === 'secured')).toMatchObject({ certificate: { subject: 'CN=Test bank', issuer: 'CN=Test authority', fingerprint: pinned.fingerprint } })
    events.length = 0
    const barred = connected(await serveSecurely(certificate, overHttp().listener), { onEvent: (event) => events.push(event) })
    await barred.probe()
    expect(events.slice(-1)).toEqual([{ kind: 'failed', reason: 'tls' }])
  })

  it('B16: a new client begins anew, and an answer in the wrong encoding is read all the same', async () => {
    const surroundings = world({ scenario: ['wrong-charset', 'old'] })
    const { reading } = await fetched(person(surroundings), [{ kind: 'card-statement', account: CARD }])
    expect(reading.statements[0]?.entries.some(({ payee, purpose }) => `${payee} ${purpose}`.includes('CAFÉ'))).toBe(true)
    const [first, second] = [person(world()), person(world())]
    await first.probe()
    expect([first.knowledge.version, second.knowledge.version]).toEqual(['220', null])
  })

  it('B17: every kind of answer has its model', async () => {
    const { answer, reading, byRequest } = await fetched(person(world()), ALL)
    const [profile, loan, broker, between, card, bank, own, accounts, closing] = answer.items
    const statement = (item: typeof loan) => byRequest.get(item?.uid ?? '')
    expect(profile?.content).toMatchObject({ profile: { name: 'Harbor Federal', canTransfer: true, sets: expect.arrayContaining([expect.objectContaining({ tag: 'BANK', version: '1' })]) as unknown } })
    expect(statement(loan)).toMatchObject({ kind: 'loan', loan: { rate: '4.5', nextPayment: '734.40' } })
    expect(statement(broker)?.positions).toHaveLength(2)
    expect(statement(broker)?.securities.map(({ ticker }) => ticker)).toEqual(['HARBX', 'NWLG'])
    expect(statement(card)?.account.number).toBe('4111000000001177')
    expect(statement(bank)?.balances.map(({ kind }) => kind)).toEqual(['booked', 'available'])
    expect(between?.content).toMatchObject({ transfer: { state: 'posted', serverId: expect.stringMatching(/^T\d{6}$/) as string } })
    expect(own?.content).toMatchObject({ kind: 'transfer' })
    expect(accounts?.content?.kind === 'accounts' && accounts.content.accounts.map(({ account, name }) => [account.kind, name])).toEqual([
      ['bank', 'Harbor Checking'], ['bank', 'Rainy Day Savings'], ['card', 'Harbor Card'], ['broker', 'Harbor Invest'], ['loan', 'Cabin Loan'],
    ])
    expect(closing?.content?.kind === 'closings' && closing.content.closings).toHaveLength(12)
    const booked = statement(bank)
    expect(bank?.content).toMatchObject({ kind: 'statement', through: expect.stringMatching(/^20260305/) as string })
    expect(booked?.entries.length).toBeGreaterThan(300)
    expect(reading.warnings.filter(({ code }) => code !== 'not-read')).toEqual([])
    expect(sumDecimals(booked?.entries.map(({ amount }) => amount) ?? [])).toMatch(/^-?\d+(\.\d+)?$/)
  })
})

it('takes secrets out wherever they stand', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9&<]{8,20}$/), (secret) => {
    const escaped = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const text = `<OFX><USERPASS>${escaped}\r\n<userpass>${escaped}</userpass><MESSAGE>Your password ${escaped} is bad<SESSCOOKIE>${escaped}</SESSCOOKIE></OFX>`
    expect(redact(text, [secret])).not.toContain(escaped)
    expect(redact('<USERPASS>abc\r\n<LANGUAGE>ENG')).toBe('<USERPASS>REDACTED\r\n<LANGUAGE>ENG')
  }))
})

it('keeps cookies between profile and statements', async () => {
  const everybodys = await servePlainly(overHttp().listener)
  const visit = (knowledge?: Knowledge) => {
    const post = connectionWith({ headers: OFX_HEADERS, cookies: cookieJar(() => 0) })
    return person({ environment: { ...world().environment, post } }, 'us-cookies', { bank: { ...BANK, url: everybodys }, knowledge })
  }
  const first = visit()
  await doneOf(first.post([{ kind: 'accounts' }]))
  // A later visit knows the profile already, and meets the bank anew where that is not enough.
  await doneOf(visit(first.knowledge).post([{ kind: 'accounts' }]))
  const url = await servePlainly(overHttp(['cookies']).listener)
  await doneOf(connected(url, { cookies: cookieJar(() => 0) }).post([{ kind: 'accounts' }]))
  expect(await connected(url).post([{ kind: 'accounts' }])).toMatchObject({ ok: false, error: { kind: 'bank_rejected', code: '2000' } })
})
