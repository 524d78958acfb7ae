import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { proxyFromEnvironment, proxyFromPac, proxyFromUrl } from '#main/platform/proxy.ts'

const secret = (text: string): Secret => new Secret(text)

describe('which proxy', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:3128; DIRECT', { kind: 'http', host: 'proxy.example', port: 3128 }],
    ['HTTPS proxy.example', { kind: 'https', host: 'proxy.example', port: 443 }],
    ['SOCKS5 [::1]:9050', { kind: 'socks5', host: '[::1]', port: 9050 }],
    ['SOCKS4 old.example:1; PROXY new.example:2', { kind: 'http', host: 'new.example', port: 2 }],
    ['', null],
    ['PROXY bad:99999', null],
  ])('the system means by %j', (answer, proxy) => expect(proxyFromPac(answer)).toEqual(proxy))

  it('a person means by an address', () => {
    expect(proxyFromUrl('proxy.example:3128', secret)).toEqual({ kind: 'http', host: 'proxy.example', port: 3128 })
    expect(proxyFromUrl('socks5://ada:p%40ss@proxy.example', secret)).toMatchObject({ kind: 'socks5', port: 1080, user: 'ada' })
    expect(proxyFromUrl('socks5://ada:p%40ss@proxy.example', secret)?.password?.reveal()).toBe('p@ss')
    for (const bad of ['', 'ftp://x', 'http://']) expect(proxyFromUrl(bad, secret)).toBeNull()
  })

  it('the environment means, and where not', async () => {
    const find = proxyFromEnvironment({ https_proxy: 'http://p:1', ALL_PROXY: 'socks5://q', NO_PROXY: 'localhost, .intra.example,10.0.0.1:99' }, secret)
    expect(await find('https://bank.example/ofx')).toMatchObject({ kind: 'http', host: 'p', port: 1 })
    expect(await find('http://bank.example/')).toMatchObject({ kind: 'socks5', host: 'q' })
    expect(await Promise.all(['https://localhost/', 'https://a.intra.example/', 'https://10.0.0.1:99/'].map(find))).toEqual([null, null, null])
    expect(await find('https://10.0.0.1/')).toMatchObject({ host: 'p' })
  })
})
