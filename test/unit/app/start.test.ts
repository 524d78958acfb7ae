import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesIn, fitsMessage, packFiles, unpackFiles } from '#main/app/outside-files.ts'
import { hasDisplay, isSupportedRuntime, unsafeSwitch } from '#main/app/safety.ts'
import { placeWindow, WINDOW_MIN, WindowPlace } from '#main/app/window-state.ts'

describe('a start', () => {
  it('is refused with a switch that weakens Chromium', () => {
    expect(unsafeSwitch((name) => name === 'no-sandbox')).toBe('no-sandbox')
    expect(unsafeSwitch((name) => name === 'remote-debugging-port')).toBe('remote-debugging-port')
    expect(unsafeSwitch((name) => ['disable-gpu', 'data-dir', 'lang'].includes(name))).toBeUndefined()
  })

  it('needs a current runtime and a display', () => {
    expect(['45.4.1', '42.0.0', '41.9.9', undefined].map(isSupportedRuntime)).toEqual([true, true, false, false])
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })

  it('opens the files it is given, as the folder it was started in names them', () => {
    const at = resolve('/home/ada')
    expect(filesIn(['kontor', 'giro.ofx', '/tmp/card.qfx'], at, true)).toEqual([join(at, 'giro.ofx'), resolve('/tmp/card.qfx')])
    expect(filesIn(['electron', '.', '--no-sandbox', 'giro.ofx'], at, false)).toEqual([join(at, 'giro.ofx')])
    expect(filesIn(['kontor', '--data-dir', 'stick', 'giro.ofx', '--data-dir=x', ''], at, true)).toEqual([join(at, 'giro.ofx')])
  })
})

describe('a second start', () => {
  it('hands its files over in ASCII, whatever they are called', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 0xffff })).map((codes) => String.fromCharCode(...codes))), (files) => {
      const packed = packFiles(files)
      expect(packed).toMatch(/^[\x21-\x7e]*$/)
      expect(unpackFiles({ files: packed })).toEqual(files)
    }))
  })

  it('is told apart from one with more files than it can hand over', () => {
    const files = (count: number, letter: string) => Array.from({ length: count }, (_, index) => `/home/ada/${letter.repeat(100)}${index}.ofx`)
    expect([files(50, 'a'), files(50, 'ü')].map((list) => fitsMessage(list, '/', packFiles(list)))).toEqual([true, true])
    expect(fitsMessage(files(400, 'a'), '/', packFiles(files(50, 'a')))).toBe(false)
  })

  it('that is somebody else hands over nothing', () => {
    for (const data of [undefined, null, 'x', {}, { files: 'x' }, { files: '%' }, { files: ['/etc/passwd'] }, { files: packFiles([]) }]) expect(unpackFiles(data)).toEqual([])
    expect(unpackFiles({ files: Buffer.from('["a", 1, null]').toString('base64url') })).toEqual(['a'])
  })
})

describe('the window', () => {
  const screen = { workArea: { x: 0, y: 25, width: 1440, height: 875 } }
  const second = { workArea: { x: 1440, y: 0, width: 1920, height: 1080 } }

  it('opens where it stood', () => {
    const bounds = { x: 1500, y: 40, width: 1200, height: 800 }
    expect(placeWindow({ bounds, isMaximized: false }, [screen, second])).toEqual(bounds)
  })

  it('comes back to a screen that exists', () => {
    const bounds = { x: 1500, y: 40, width: 1200, height: 800 }
    expect(placeWindow({ bounds, isMaximized: false }, [screen])).toEqual({ x: 120, y: 63, width: 1200, height: 800 })
  })

  it('is never smaller than its least, nor larger than its screen, and can always be moved', () => {
    const pixels = fc.integer({ min: -5000, max: 5000 })
    fc.assert(fc.property(fc.record({ x: pixels, y: pixels, width: fc.nat(9000), height: fc.nat(9000) }), (bounds) => {
      const placed = placeWindow({ bounds, isMaximized: false }, [screen, second])
      expect(placed.width).toBeGreaterThanOrEqual(WINDOW_MIN.width)
      expect(placed.height).toBeGreaterThanOrEqual(WINDOW_MIN.height)
      const reachable = [screen, second].some(({ workArea: area }) =>
        placed.y >= area.y && placed.y + 32 <= area.y + area.height && placed.x + placed.width >= area.x + 120 && placed.x <= area.x + area.width - 120)
      expect(reachable).toBe(true)
    }))
  })

  it('opens in the middle when nothing usable was kept', async () => {
    expect(placeWindow(undefined, [screen])).toEqual({ x: 80, y: 43, width: 1280, height: 840 })
    const folder = mkdtempSync(join(tmpdir(), 'kontor-window-'))
    const file = join(folder, 'window.json')
    const place = new WindowPlace(file)
    expect(await place.read()).toBeUndefined()
    for (const text of ['', '{}', '[]', 'null', '{"bounds":null}', '{"bounds":{"x":1,"y":2,"width":"3","height":4}}', '{"bounds":{"x":1e9,"y":0,"width":1,"height":1}}']) {
      writeFileSync(file, text)
      expect(await place.read(), text).toBeUndefined()
    }
    rmSync(folder, { recursive: true })
  })

  it('is kept where it stood last, also when it is moved while that is written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-window-'))
    const place = new WindowPlace(join(folder, 'window.json'))
    const widths = [900, 1000, 1100, 1200]
    for (const width of widths) place.keep({ bounds: { x: 1, y: 2, width, height: 700 }, isMaximized: true })
    await place.kept()
    expect(await place.read()).toEqual({ bounds: { x: 1, y: 2, width: 1200, height: 700 }, isMaximized: true })
    expect(readdirSync(folder)).toEqual(['window.json'])
    rmSync(folder, { recursive: true })
  })
})
