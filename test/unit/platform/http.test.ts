import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { HttpFailure, isSecureUrl, postWith } from '#main/platform/http.ts'

const LIMITS = { idleMs: 300, totalMs: 600, bytesMax: 1000 }
const servers: Server[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => {
    server.closeAllConnections()
    server.close(resolve)
  })))
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

const post = postWith({ 'content-type': 'text/plain' }, LIMITS)
const failureOf = async (answer: Promise<unknown>): Promise<HttpFailure> => {
  const failure = await answer.then(() => null, (error: unknown) => error)
  expect(failure).toBeInstanceOf(HttpFailure)
  return failure as HttpFailure
}

describe('a POST', () => {
  it('sends the bytes and gives the answer’s', async () => {
    const url = await serve((request, response) => {
      const chunks: Uint8Array[] = []
      request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => response.end(Buffer.concat([Buffer.from([0xff]), ...chunks])))
    })
    expect(await post(url, Uint8Array.from([1, 2, 0]))).toEqual(Uint8Array.from([0xff, 1, 2, 0]))
  })

  it('goes only over TLS, or to this computer', async () => {
    expect(['https://bank.de/x', 'http://127.0.0.1:3000', 'http://localhost/', 'http://[::1]:1/'].map(isSecureUrl)).toEqual([true, true, true, true])
    expect(['http://bank.de/', 'http://127.0.0.1.evil.de/', 'http://localhost.evil.de', 'ftp://localhost', 'file:///etc', ''].map(isSecureUrl)).toEqual([false, false, false, false, false, false])
    expect(await failureOf(post('http://bank.example/', new Uint8Array(1)))).toMatchObject({ reason: 'insecure', mayHaveArrived: false })
  })

  it('follows no redirect', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: 'https://evil.example/' }).end())
    expect(await failureOf(post(url, new Uint8Array(1)))).toMatchObject({ reason: 'status', status: 302 })
  })

  it('tells a busy server and when to come back', async () => {
    const url = await serve((_request, response) => response.writeHead(503, { 'retry-after': '7' }).end())
    expect(await failureOf(post(url, new Uint8Array(1)))).toMatchObject({ reason: 'status', status: 503, retryAfterSeconds: 7, mayHaveArrived: true })
  })

  it('knows whether anything arrived', async () => {
    const cut = await serve((request) => request.socket.destroy())
    expect(await failureOf(post(cut, new Uint8Array(1)))).toMatchObject({ reason: 'reset', mayHaveArrived: true })
    expect(await failureOf(post('http://127.0.0.1:9/', new Uint8Array(1)))).toMatchObject({ reason: 'refused', mayHaveArrived: false })
  })

  it('knows it on a kept connection too: there nothing connects again', async () => {
    let count = 0
    const url = await serve((request, response) => {
      request.resume().on('end', () => {
        count += 1
        if (count < 20) response.end('ok')
        else request.socket.destroy()
      })
    })
    const warnings: Error[] = []
    const note = (warning: Error) => warnings.push(warning)
    process.on('warning', note)
    for (let message = 1; message < 20; message += 1) await post(url, new Uint8Array(1))
    expect(await failureOf(post(url, new Uint8Array(1)))).toMatchObject({ reason: 'reset', mayHaveArrived: true })
    process.off('warning', note)
    expect(warnings).toEqual([])
  })

  it('waits neither for ever nor for a drip, and takes no flood', async () => {
    const silent = await serve(() => undefined)
    expect(await failureOf(post(silent, new Uint8Array(1)))).toMatchObject({ reason: 'timeout' })
    const drip = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 100)
      response.on('close', () => clearInterval(timer))
    })
    expect(await failureOf(post(drip, new Uint8Array(1)))).toMatchObject({ reason: 'timeout' })
    const flood = await serve((_request, response) => response.end('x'.repeat(5000)))
    expect(await failureOf(post(flood, new Uint8Array(1)))).toMatchObject({ reason: 'too_large' })
  })

  it('does not take a broken answer for a whole one', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    expect(await failureOf(post(url, new Uint8Array(1)))).toMatchObject({ reason: 'reset', mayHaveArrived: true })
  })

  it('stops when it is cancelled', async () => {
    const url = await serve(() => undefined)
    const abort = new AbortController()
    const answer = post(url, new Uint8Array(1), abort.signal)
    setTimeout(() => abort.abort(), 20)
    expect(await failureOf(answer)).toMatchObject({ reason: 'cancelled' })
  })
})
