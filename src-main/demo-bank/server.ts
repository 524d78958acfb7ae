import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { err, ok, type Result } from '#shared/result.ts'
import type { ThrowAwayCertificate } from './certificate.ts'
import type { DemoBank } from './fints/index.ts'
import { OFX_PATH, type OfxDemoBank, type OfxReply } from './ofx/index.ts'

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** With it the bank speaks https. */
  readonly tls?: ThrowAwayCertificate | undefined
  /** An OFX server at the same port. */
  readonly ofx?: OfxDemoBank | undefined
}

export interface DemoServer {
  readonly url: string
  /** Where the OFX server answers, if there is one. */
  readonly ofxUrl: string
  readonly port: number
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const PATH = '/fints'
const BODY_MAX = 1024 * 1024
const DRIP_BYTES = 256
const DRIP_MS = 100
const RETRY_AFTER_SECONDS = '1'

/** Serves a demo bank to programs on this computer, as banks do: FinTS as Base64 in the body of a POST (PIN/TAN, transport over https), OFX as it is. */
export async function serveDemoBank(bank: DemoBank, { port, tls, ofx }: ServerOptions): Promise<Result<DemoServer, 'port_in_use'>> {
  const listener = (request: IncomingMessage, response: ServerResponse) => receive({ fints: bank, ofx }, request, response)
  const server = tls === undefined ? createServer(listener) : createTlsServer({ key: tls.key, cert: tls.certificate }, listener)
  const listening = await listen(server, port)
  if (!listening) return err('port_in_use')
  const address = server.address()
  const origin = (at: number): string => `${tls === undefined ? 'http' : 'https'}://${HOST}:${at}`
  const found = typeof address === 'object' && address !== null ? address.port : port
  return ok({
    url: `${origin(found)}${PATH}`,
    ofxUrl: `${origin(found)}${OFX_PATH}`,
    port: found,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  })
}

// SECURITY: only this computer can reach the demo bank.
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(port, HOST, () => resolve(true))
  })
}

interface Banks { readonly fints: DemoBank; readonly ofx: OfxDemoBank | undefined }

function receive({ fints, ofx }: Banks, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.split('?')[0] ?? ''
  const forOfx = ofx !== undefined && (path === OFX_PATH || path.startsWith(`${OFX_PATH}/`)) ? ofx : null
  if (forOfx === null && (request.method !== 'POST' || path !== PATH)) {
    response.writeHead(request.method === 'POST' ? 404 : 405, { 'content-type': 'text/plain', 'allow': 'POST' }).end(`FinTS: POST to ${PATH}\n`)
    return
  }
  collect(request, response, (body) => {
    if (forOfx === null) answer(fints, body, response)
    else ship(forOfx.reply({ method: request.method ?? '', path, contentType: request.headers['content-type'] ?? '', cookie: request.headers.cookie ?? '', body }), response)
  })
}

function collect(request: IncomingMessage, response: ServerResponse, take: (body: Uint8Array) => void): void {
  const chunks: Uint8Array[] = []
  let size = 0
  request.on('error', () => response.destroy())
  request.on('data', (chunk: Uint8Array) => {
    size += chunk.length
    if (size <= BODY_MAX) chunks.push(chunk)
    else if (!response.headersSent) response.writeHead(413).end()
  })
  request.on('end', () => {
    if (size <= BODY_MAX) take(new Uint8Array(Buffer.concat(chunks)))
  })
}

/** Sends an OFX reply in its manner; one that never comes leaves the connection open until the other side gives up. */
function ship({ status, headers, body, manner }: OfxReply, response: ServerResponse): void {
  if (manner === 'silent') return
  response.writeHead(status, headers)
  if (manner === 'drip') drip(body, response)
  else response.end(body)
}

function answer(bank: DemoBank, body: Uint8Array, response: ServerResponse): void {
  const reply = bank.reply(body)
  if (reply.kind === 'busy') {
    response.writeHead(503, { 'retry-after': RETRY_AFTER_SECONDS }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/plain;charset=ISO-8859-1' })
  if (reply.isSlow) drip(reply.body, response)
  else response.end(reply.body)
}

function drip(body: Uint8Array, response: ServerResponse): void {
  if (response.destroyed) return
  response.write(body.subarray(0, DRIP_BYTES))
  const rest = body.subarray(DRIP_BYTES)
  if (rest.length === 0) response.end()
  else setTimeout(() => drip(rest, response), DRIP_MS)
}
