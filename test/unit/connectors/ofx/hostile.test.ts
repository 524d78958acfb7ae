import { createServer, type AddressInfo, type Server } from 'node:net'
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OFX_HEADERS } from '#main/connectors/ofx/index.ts'
import { connectionWith } from '#main/platform/http.ts'
import { servePlainly } from '../../platform/wire.ts'
import { BANK, fetched, person, STATEMENTS, world } from './kit.ts'

/** What banks do to their answers, none of it foreseen by the specification. */
const HABITS: Readonly<Record<string, (answer: string) => string>> = {
  'lower-case tags': (answer) => answer.replace(/<(\/?)([A-Z][A-Z0-9.]*)>/g, (_, slash: string, name: string) => `<${slash}${name.toLowerCase()}>`),
  'blank lines before': (answer) => `\r\n\r\n  ${answer}`,
  'no line ends': (answer) => answer.replace(/>\r\n/g, '>'),
  'lines of Unix': (answer) => answer.replaceAll('\r\n', '\n'),
  'severity WARN': (answer) => answer.replaceAll('<SEVERITY>INFO', '<SEVERITY>WARN'),
  'codes with zeros before': (answer) => answer.replaceAll('<CODE>0<', '<CODE>0000<'),
  'unknown elements and aggregates': (answer) => answer.replaceAll('<DTSERVER>', '<X.SERVER>7</X.SERVER><DTSERVER>').replaceAll('<STMTRS>', '<STMTRS><INTU.BLOCK><INTU.A>1</INTU.A></INTU.BLOCK>').replaceAll('</STMTTRN>', '<INTU.ID>1</INTU.ID></STMTTRN>'),
  'no names of the bank, no dates': (answer) => answer.replace(/<FI>.*?<\/FI>/s, '').replace(/<DTPROFUP>[^<]*(?:<\/DTPROFUP>)?/g, '').replace(/<DTSERVER>[^<]*(?:<\/DTSERVER>)?/, ''),
  'no balance available, none in the status': (answer) => answer.replace(/<AVAILBAL>.*?<\/AVAILBAL>/gs, '').replace(/<MESSAGE>[^<]*(?:<\/MESSAGE>)?/g, ''),
  'a document type and a comment': (answer) => answer.replace('<OFX>', '<!-- made by our machine --><OFX>'),
  'attributes': (answer) => answer.replace('<OFX>', '<OFX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" a="b">'),
  'sets in another order': (answer) => answer.replace(/(<BANKMSGSRSV1>.*<\/BANKMSGSRSV1>)(.*?)(<CREDITCARDMSGSRSV1>.*<\/CREDITCARDMSGSRSV1>)/s, '$3$2$1'),
  'indented': (answer) => answer.replace(/\r\n</g, '\r\n\t\t  <'),
  'blanks around values': (answer) => answer.replace(/<(NAME|TRNAMT|FITID|TRNUID|CODE)>([^<]*)</g, '<$1>  $2  <'),
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe.each(['old', 'new'] as const)('a bank that speaks only what is %s', (scenario) => {
  const truth = (async () => await entriesOf(world({ scenario })))()

  async function entriesOf(surroundings: ReturnType<typeof world>) {
    const { answer, byRequest } = await fetched(person(surroundings), STATEMENTS)
    return answer.items.map(({ uid, status }) => [status?.class, ...(byRequest.get(uid)?.entries ?? []).map(({ externalId, amount, bookedOn, payee }) => [externalId, amount, bookedOn, payee].join('|'))])
  }

  it.each(Object.keys(HABITS))('is understood with %s', async (name) => {
    const habit = HABITS[name] ?? ((answer: string) => answer)
    const told = await entriesOf(world({ scenario }, (post) => async (url, body, signal) => bytes(habit(new TextDecoder('latin1').decode(await post(url, body, signal))))))
    expect(told).toEqual(await truth)
    expect(told.every((entries) => entries.length > 3)).toBe(true)
  })
})

describe('a server', () => {
  const reply = world()
  const through = (listener: RequestListener) => servePlainly(listener).then((url) => person({ environment: { ...reply.environment, post: connectionWith({ headers: OFX_HEADERS, limits: { idleMs: 2_000, totalMs: 4_000, bytesMax: 5_000_000 } }) } }, 'us', { bank: { ...BANK, url } }))
  /** The demo bank's answer, handed over in a manner of its own. */
  const served = (send: (answer: Uint8Array, response: Parameters<RequestListener>[1]) => void): RequestListener => (request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => { void reply.post('', new Uint8Array(Buffer.concat(chunks))).then((answer) => { send(answer, response) }) })
  }

  it.each<[string, RequestListener]>([
    ['answers in pieces', served((answer, response) => {
      for (let at = 0; at < answer.length; at += 997) response.write(answer.subarray(at, at + 997))
      response.end()
     })],
    ['packs its answer unasked', served((answer, response) => { response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(answer)) })],
    ['calls it a page', served((answer, response) => { response.writeHead(200, { 'content-type': 'text/html; charset=utf-16' }).end(answer) })],
    ['answers under an error’s status', served((answer, response) => { response.writeHead(500).end(answer) })],
    ['hangs up at the end', served((answer, response) => { response.writeHead(200, { connection: 'close' }).end(answer) })],
  ])('that %s is understood', async (_, listener) => {
    const { answer } = await fetched(await through(listener), STATEMENTS)
    expect(answer.items.map(({ status }) => status?.code)).toEqual(['0', '0', '0'])
  })

  it.each<[string, number, string, object]>([
    ['refuses the login with 400', 400, '<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR</STATUS><DTSERVER>20260101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1></OFX>', { kind: 'pin_wrong', login: 'password' }],
    ['shows a page', 200, '<html><body><p>Sorry</body></html>', { kind: 'answer_unreadable' }],
    ['says nothing', 200, '', { kind: 'answer_unreadable' }],
    ['is down', 503, '<html>down</html>', { kind: 'bank_unreachable' }],
    ['is elsewhere', 404, 'Not found', { kind: 'invalid_input', path: 'url' }],
    ['knows no POST', 405, '', { kind: 'invalid_input', path: 'url' }],
  ])('that %s gets a sentence of its own', async (_, status, body, error) => {
    const client = await through((request, response) => { request.resume().on('end', () => response.writeHead(status).end(body)) })
    client.knowledge.version = '102'
    expect(await client.post([{ kind: 'accounts' }])).toMatchObject({ ok: false, error })
  })

  it('that means a wrong password by its 400 hears it twice and no third time', async () => {
    let heard = 0
    const client = await through((request, response) => { request.resume().on('end', () => { heard += 1; response.writeHead(400).end() }) })
    client.knowledge.version = '220'
    expect(await client.post([{ kind: 'accounts' }])).toMatchObject({ ok: false, error: { kind: 'bank_rejected', code: 'HTTP 400' } })
    expect(heard).toBe(2)
  })

  it('whose answer ends before its announced length is not believed', async () => {
    const server: Server = createServer((socket) => { socket.once('data', () => { socket.end('HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n<OFX></OFX>') }) })
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    onTestFinished(() => { server.close() })
    const client = person({ environment: { ...reply.environment, post: connectionWith({ headers: OFX_HEADERS }) } }, 'us', { bank: { ...BANK, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` } })
    client.knowledge.version = '102'
    expect(await client.post([{ kind: 'accounts' }])).toMatchObject({ ok: false, error: { kind: 'bank_unreachable' } })
  })
})
