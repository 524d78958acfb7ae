import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS } from '#shared/ipc/channels.ts'
import { openKontor, PASSPHRASE, ROOT, type Kontor } from './harness.ts'

/** The page is asked to do what an intruder in it would try. One app for all: each attempt must leave it as it was. */
let kontor: Kontor
let server: Server
let visits = 0
const outside = (path = '/'): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

beforeAll(async () => {
  server = createServer((_, response) => {
    visits += 1
    response.setHeader('access-control-allow-origin', '*').end('outside')
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  kontor = await openKontor()
  await kontor.ask('setup.create', { passphrase: PASSPHRASE, keyring: false, baseCurrency: 'EUR' })
})
afterAll(async () => {
  await kontor.close()
  server.close()
})

/** Runs in a task of its own: while the debugger evaluates, the page's policy on evaluating is off. */
const evaluated = (how: 'eval' | 'function' | 'timer'): Promise<string> => kontor.page.evaluate((way) => new Promise((resolve) => {
  setTimeout(() => {
    try {
      if (way === 'timer') Reflect.apply(setTimeout, window, ['window.pwned = 1', 0])
      else Reflect.apply(way === 'eval' ? globalThis.eval : Function, window, ['window.pwned = 1'])
      setTimeout(() => { resolve('pwned' in window ? 'ran' : 'nothing ran') }, 50)
    } catch (cause) {
      resolve(cause instanceof Error ? cause.name : 'thrown')
    }
  }, 0)
}), how)

describe('the page', () => {
  it('has no Node and no Electron', async () => {
    expect(await kontor.page.evaluate(() => ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in window))).toEqual([])
  })

  it('sees a bridge with the contract’s names and nothing else', async () => {
    const bridge = await kontor.page.evaluate(() => ({ own: Object.keys(window.bridge).sort(), calls: Object.keys(window.bridge.calls).sort(), types: [...new Set(Object.values(window.bridge.calls).map((call) => typeof call))] }))
    expect(bridge).toEqual({ own: ['calls', 'cancel', 'on'], calls: [...CHANNELS].sort(), types: ['function'] })
  })

  it('cannot change its bridge', async () => {
    expect(await kontor.page.evaluate(() => {
      const before = window.bridge
      try { Object.assign(window, { bridge: {} }) } catch { /* it is read-only */ }
      try { Object.assign(window.bridge.calls, { 'app.quit': 1 }) } catch { /* and frozen */ }
      return [window.bridge === before, typeof window.bridge.calls['app.quit']]
    })).toEqual([true, 'function'])
  })

  it('runs in a sandbox, isolated, under the same-origin policy', async () => {
    expect(await kontor.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, allowRunningInsecureContent, webviewTag, experimentalFeatures } =
        (window?.webContents as unknown as { getLastWebPreferences(): Record<string, boolean> }).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webSecurity, allowRunningInsecureContent, webviewTag, experimentalFeatures }
    })).toEqual({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, experimentalFeatures: false,
    })
  })
})

describe('a call', () => {
  it('goes through main to the ledger’s threads and back', async () => {
    expect(await kontor.ask('accounts.list', undefined)).toEqual([])
    expect((await kontor.ask('ledger.settings', undefined)).baseCurrency).toBe('EUR')
  })

  it('with bad input is a value, not an exception', async () => {
    expect(await kontor.reply('transactions.page', { filter: {}, after: null, limit: 1e9 })).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'limit', limit: { bound: 'most', count: 500, of: 'number' } } })
    expect(await kontor.reply('accounts.edit', { id: -1 })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'id' } })
    const rogue = await kontor.page.evaluate(() => (window.bridge.calls['lock.open'] as (input: unknown, callId: unknown) => Promise<string>)({ secret: { toString: 'x' } }, { id: 1 }))
    expect(JSON.parse(rogue)).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'callId' } })
  })

  it('that meets a bug of ours leaks nothing, neither to the page nor to the log', async () => {
    await kontor.app.evaluate(({ dialog }) => { dialog.showOpenDialog = () => { throw new Error('PIN 12345 of DE89370400440532013000') } })
    const reply = await kontor.reply('data.restore', undefined)
    expect(reply).toMatchObject({ ok: false, error: { kind: 'bug' } })
    const incidentId = !reply.ok && reply.error.kind === 'bug' ? reply.error.incidentId : '?'
    const log = readFileSync(join(kontor.dataDir, 'logs', 'kontor.log'), 'utf8')
    expect(log).toContain(incidentId)
    expect(JSON.stringify(reply) + log).not.toMatch(/12345|DE8937/)
  })

  it('can be called off', async () => {
    await kontor.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => new Promise((resolve) => { setTimeout(() => { resolve({ canceled: false, filePaths: ['/nowhere'] }) }, 300) })
    })
    expect(JSON.parse(await kontor.page.evaluate(async () => {
      const reply = window.bridge.calls['data.restore'](undefined, 'to-be-called-off')
      setTimeout(() => { window.bridge.cancel('to-be-called-off') }, 50)
      return reply
    }))).toEqual({ ok: false, error: { kind: 'cancelled' } })
  })

  it('is answered soon', async () => {
    const milliseconds = await kontor.page.evaluate(async () => {
      const times: number[] = []
      for (let round = 0; round < 200; round += 1) {
        const start = performance.now()
        await window.bridge.calls['accounts.list'](undefined, `round-${round}`)
        times.push(performance.now() - start)
      }
      return times.sort((left, right) => left - right)
    })
    console.log(`window → main → thread → back: median ${milliseconds[100]?.toFixed(2)} ms, slowest of 200 ${milliseconds[199]?.toFixed(2)} ms`)
    expect(milliseconds).toHaveLength(200)
  })
})

describe('nobody else may call', () => {
  it('neither another window with the same preload and page, nor a frame in it', async () => {
    const replies = await kontor.app.evaluate(async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true } })
      await other.loadURL('app://kontor/')
      const call = "window.bridge.calls['accounts.list'](undefined, 'intruder')"
      const fromWindow: unknown = await other.webContents.executeJavaScript(call)
      await other.webContents.executeJavaScript("new Promise((done) => { const frame = document.createElement('iframe'); frame.onload = done; document.documentElement.append(frame) }).then(() => 0)")
      const fromFrame: unknown = await other.webContents.mainFrame.frames[0]?.executeJavaScript(`'bridge' in window ? ${call} : 'no bridge'`)
      other.destroy()
      return [fromWindow, fromFrame]
    }, join(ROOT, 'out', 'preload', 'preload.cjs'))
    const refused = JSON.stringify({ ok: false, error: { kind: 'not_found', what: 'channel' } })
    expect(replies[0]).toEqual(refused)
    // Even where a window lets its frames have a preload, this one's policy leaves a frame nothing to load one into.
    expect([refused, 'no bridge']).toContainEqual(replies[1])
  })

  it('because a frame in our page has no bridge', async () => {
    expect(await kontor.page.evaluate(() => new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.addEventListener('load', () => {
        const found = typeof frame.contentWindow?.bridge
        frame.remove()
        resolve(found)
      })
      document.body.append(frame)
    }))).toBe('undefined')
  })

  it('nor hears anyone else an event', async () => {
    const heard = await kontor.page.evaluate(() => {
      const events: unknown[] = []
      const off = window.bridge.on('nothing-of-the-kind' as 'app.changed', (event) => events.push(event))
      off()
      return events
    })
    expect(heard).toEqual([])
  })
})

describe('nothing leads away', () => {
  it('no new window', async () => {
    expect(await kontor.page.evaluate((url) => window.open(url), outside())).toBeNull()
    expect(kontor.app.windows()).toHaveLength(1)
  })

  it('no address, link, form, refresh or frame', async () => {
    const { page } = kontor
    const before = page.url()
    await page.evaluate((url) => { window.location.href = url }, outside('/location'))
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: 'out' })
      document.body.append(link)
      link.click()
      link.remove()
    }, outside('/link'))
    await page.evaluate((url) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
    }, outside('/form'))
    await page.evaluate((url) => {
      const frame = Object.assign(document.createElement('iframe'), { src: url })
      document.body.append(frame)
      setTimeout(() => { frame.remove() }, 200)
    }, outside('/frame'))
    await page.evaluate(() => { window.location.href = 'file:///etc/passwd' })
    await page.waitForTimeout(400)
    expect(page.url()).toBe(before)
    expect(visits).toBe(0)
  })

  it('no download', async () => {
    const downloads: unknown[] = []
    kontor.page.on('download', (download) => downloads.push(download))
    await kontor.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,ledger', download: 'ledger.txt' })
      document.body.append(link)
      link.click()
      link.remove()
    })
    await kontor.page.waitForTimeout(200)
    expect(downloads).toEqual([])
  })

  it('no web view', async () => {
    expect(await kontor.page.evaluate(() => document.createElement('webview') instanceof HTMLUnknownElement || !('getWebContentsId' in document.createElement('webview')))).toBe(true)
  })
})

describe('the policy', () => {
  const violated = (attempt: () => void): Promise<unknown> => kontor.page.evaluate((code) => new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => { resolve(event.effectiveDirective) }, { once: true })
    setTimeout(() => { resolve('nothing was violated') }, 500)
    // The debugger may evaluate; what the evaluated code does is under the policy all the same.
    const script = (0, eval)(`(${code})`) as () => void
    script()
  }), attempt.toString())

  it('runs no inline script and no event attribute', async () => {
    expect(await violated(() => {
      const script = document.createElement('script')
      try { script.textContent = 'window.pwned = 1' } catch { /* trusted types */ }
      document.body.append(script)
      script.remove()
    })).toMatch(/require-trusted-types-for|script-src/)
    expect(await violated(() => { try { document.body.setAttribute('onclick', 'window.pwned = 1') } catch { /* trusted types */ } })).toMatch(/require-trusted-types-for|script-src/)
    expect(await kontor.page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  it('takes no text for HTML', async () => {
    expect(await violated(() => { try { document.body.insertAdjacentHTML('beforeend', '<p>in</p>') } catch { /* trusted types */ } })).toBe('require-trusted-types-for')
  })

  it('evaluates nothing', async () => {
    for (const how of ['eval', 'function', 'timer'] as const) expect(await evaluated(how)).toMatch(/^(?:EvalError|TypeError|nothing ran)$/)
  })

  it('applies no style without this load’s nonce', async () => {
    expect(await violated(() => {
      const style = document.createElement('style')
      style.textContent = 'body { opacity: 0 }'
      document.head.append(style)
      style.remove()
    })).toBe('style-src-elem')
    expect(await violated(() => { document.body.setAttribute('style', 'opacity: 0') })).toBe('style-src-attr')
    expect(await kontor.page.evaluate(() => {
      const style = document.createElement('style')
      style.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
      style.textContent = 'body { --allowed: yes }'
      document.head.append(style)
      const value = getComputedStyle(document.body).getPropertyValue('--allowed')
      style.remove()
      return value.trim()
    })).toBe('yes')
  })

  it('lets nothing out: no fetch, beacon, socket, event source or picture', async () => {
    const outcome = await kontor.page.evaluate(async (url) => {
      const fetched = await fetch(url).then(() => 'out', () => 'blocked')
      navigator.sendBeacon(url, 'x')
      const picture = await new Promise((resolve) => {
        const image = new Image()
        image.onload = () => { resolve('out') }
        image.onerror = () => { resolve('blocked') }
        image.src = `${url}picture.png`
      })
      let socket = 'blocked'
      try { new WebSocket(url.replace('http', 'ws')).onopen = () => { socket = 'out' } } catch { /* refused at once */ }
      try { new EventSource(url).onopen = () => { socket = 'out' } } catch { /* refused at once */ }
      await new Promise((resolve) => { setTimeout(resolve, 300) })
      return [fetched, picture, socket]
    }, outside())
    expect(outcome).toEqual(['blocked', 'blocked', 'blocked'])
    expect(visits).toBe(0)
  })

  it('and beneath it the session cancels what is not the app’s own', async () => {
    const answer = await kontor.app.evaluate(({ session }, url) => session.defaultSession.fetch(url).then((response) => response.status, () => 'cancelled'), outside())
    expect(answer).toBe('cancelled')
    expect(visits).toBe(0)
  })

  it('and the scheme serves nothing but the page', async () => {
    const statuses = await kontor.app.evaluate(({ session }, paths) => Promise.all(paths.map((path) => session.defaultSession.fetch(`app://kontor/${path}`).then((response) => response.status, () => 0))),
      ['', '../package.json', '..%2f..%2fpackage.json', '%2e%2e/main/main.js', 'main.js', '/etc/passwd'])
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
  })
})

describe('permissions', () => {
  it('are all refused, unasked and asked', async () => {
    expect(await kontor.page.evaluate(async () => {
      const states = await Promise.all((['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as PermissionName[]).map((name) => navigator.permissions.query({ name }).then(({ state }) => state, () => 'denied')))
      const media = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', () => 'denied')
      const place = await new Promise((resolve) => { navigator.geolocation.getCurrentPosition(() => { resolve('granted') }, () => { resolve('denied') }) })
      return [...new Set([...states, media, place, await Notification.requestPermission()])]
    })).toEqual(['denied'])
  })
})

it('and none of it made the page itself stumble', async () => {
  expect(await kontor.ask('app.state', undefined)).toMatchObject({ phase: 'open' })
  const own = kontor.complaints.filter((text) => !/Content Security Policy|Content-Security-Policy|Trusted|ERR_BLOCKED|ERR_FAILED|violates|net::|Not allowed to load/.test(text))
  expect(own).toEqual([])
})
