import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#main/app/csp.ts'
import { isOwnAddress } from '#main/app/origin.ts'
import { pageFiles } from '#main/app/page-files.ts'
import { isTrusted } from '#main/app/sender.ts'

let folder: string
let nonces = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><html><head><title>Kontor</title></head></html>')
  writeFileSync(join(folder, 'page', 'assets', 'index-Bx_1.js'), 'export {}')
  writeFileSync(join(folder, 'page', 'ledger.kontor'), 'not of the page')
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET'): Promise<Response> => pageFiles(join(folder, 'page'), () => `n${nonces += 1}`)({ url, method })

describe('the page', () => {
  it('is served with its type and its policy', async () => {
    const page = await get('app://kontor/')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const script = await get('app://kontor/assets/index-Bx_1.js?v=1')
    expect([script.headers.get('content-type'), await script.text()]).toEqual(['text/javascript; charset=utf-8', 'export {}'])
    expect(script.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('carries a nonce of its own on each load, the same in header and page', async () => {
    const [first, second] = [await get('app://kontor/index.html'), await get('app://kontor/#/transactions')]
    const nonceOf = async (response: Response): Promise<string | undefined> => /<meta property="csp-nonce" nonce="([^"]+)">/.exec(await response.text())?.[1]
    const [one, two] = [await nonceOf(first), await nonceOf(second)]
    expect(one).not.toBe(two)
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${one}'`)
  })

  it('is the only thing that is served', async () => {
    const outside = ['../secret.html', '%2e%2e/secret.html', '..%2fsecret.html', '..\\secret.html', 'assets/../../secret.html', '%2e%2e%5csecret.html', '/secret.html', './../secret.html', 'index.html%00.js', 'C:/secret.html', '....//secret.html']
    for (const path of outside) expect((await get(`app://kontor/${path}`)).status, path).toBe(404)
    for (const url of ['app://other/index.html', 'https://kontor/index.html', 'app://kontor.evil/index.html', 'not an address']) expect((await get(url)).status, url).toBe(404)
    expect((await get('app://kontor/ledger.kontor')).status).toBe(404)
    expect((await get('app://kontor/none.html')).status).toBe(404)
    expect((await get('app://kontor/', 'POST')).status).toBe(404)
  })

  it('never answers with anything from outside its folder, whatever is asked', async () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'secret.html', 'index.html', 'assets', '%00', ' ', '~', 'ä')
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      expect(await (await get(`app://kontor/${parts.join('')}`)).text()).not.toContain('secret')
    }))
  })
})

describe('the policy', () => {
  const policy = contentSecurityPolicy('abc')

  it('forbids what it does not name', () => {
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-(?:inline|eval|hashes)|\*|https?:|wss?:|blob:/)
  })

  it('lets nothing be fetched, framed, submitted, based elsewhere or evaluated', () => {
    for (const directive of ["connect-src 'none'", "frame-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'", "object-src 'none'", "require-trusted-types-for 'script'", "script-src 'self'"]) {
      expect(policy.split('; ')).toContain(directive)
    }
  })

  it('takes a <style> only with this load’s nonce', () => {
    expect(policy.split('; ')).toContain("style-src 'self' 'nonce-abc'")
  })
})

describe('a sender', () => {
  const window = { webContents: { id: 1 } }
  const page = { parent: null, url: 'app://kontor/#/transactions' }

  it('is trusted when it is the main frame of our window, showing our page', () => {
    expect(isTrusted({ sender: { id: 1 }, senderFrame: page }, window)).toBe(true)
  })

  it('is not when it is a frame in it, another window, gone, elsewhere, or early', () => {
    expect(isTrusted({ sender: { id: 1 }, senderFrame: { ...page, parent: page } }, window)).toBe(false)
    expect(isTrusted({ sender: { id: 2 }, senderFrame: page }, window)).toBe(false)
    expect(isTrusted({ sender: { id: 1 }, senderFrame: null }, window)).toBe(false)
    expect(isTrusted({ sender: { id: 1 }, senderFrame: page }, undefined)).toBe(false)
    for (const url of ['about:blank', 'app://other/', 'https://kontor/', 'app://kontor.evil/', 'file:///index.html', '']) {
      expect(isTrusted({ sender: { id: 1 }, senderFrame: { parent: null, url } }, window), url).toBe(false)
    }
  })

  it('has an address of ours by protocol and host, never by how it begins', () => {
    expect(isOwnAddress('app://kontor/')).toBe(true)
    expect(['app://kontor@evil/', 'app://evil/app://kontor/', 'APP://KONTOR.evil/', 'javascript:app://kontor/'].filter(isOwnAddress)).toEqual([])
  })
})
