import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FILES_MAX, UPLOAD_PIECE_BYTES } from '#shared/ipc/limits.ts'
import { Uploads } from '#main/ipc/uploads.ts'
import { folderWithLedger, openHouse, PASSPHRASE, type House } from './house.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const tooMuch = { ok: false, error: { kind: 'malformed', reason: 'too_much_at_once', line: null } }

describe('an upload', () => {
  it('is the file again, however it was cut', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (content, cuts) => {
      const uploads = new Uploads()
      let offset = 0
      for (let piece = 0; piece === 0 || offset < content.length; piece += 1) {
        const bytes = content.slice(offset, offset + (cuts[piece % cuts.length] ?? 1))
        expect(uploads.add({ uploadId: id(1), name: 'a.ofx', size: content.length, offset, bytes }).ok).toBe(true)
        offset += bytes.length
      }
      expect(uploads.take([id(1)])).toEqual([{ name: 'a.ofx', bytes: content }])
      uploads.clear()
    }))
  })

  it('takes its pieces in order and no more than were announced', () => {
    const uploads = new Uploads()
    const add = (offset: number, length: number) => uploads.add({ uploadId: id(1), name: 'a', size: 10, offset, bytes: new Uint8Array(length) })
    expect([add(3, 2).ok, add(0, 6).ok, add(0, 6).ok, add(6, 5).ok, add(6, 4).ok, add(10, 1).ok]).toEqual([false, true, false, false, true, false])
    expect(uploads.take([id(1)])).toHaveLength(1)
  })

  it('is staged once, and only when it is complete', () => {
    const uploads = new Uploads()
    uploads.add({ uploadId: id(1), name: 'a', size: 10, offset: 0, bytes: new Uint8Array(9) })
    expect(uploads.take([id(1)])).toBeUndefined()
    expect(uploads.take([id(1)])).toBeUndefined()
    expect(uploads.take([id(2)])).toBeUndefined()
  })

  it('has its bounds, and what is not staged is forgotten', () => {
    const uploads = new Uploads()
    const begin = (n: number, size: number) => uploads.add({ uploadId: id(n), name: 'a', size, offset: 0, bytes: new Uint8Array() })
    for (let n = 0; n < FILES_MAX; n += 1) expect(begin(n, 1).ok).toBe(true)
    expect(begin(FILES_MAX, 1)).toEqual(tooMuch)
    uploads.clear()
    expect([begin(1, 128 * 1024 * 1024).ok, begin(2, 128 * 1024 * 1024).ok]).toEqual([true, true])
    expect(begin(3, 1)).toEqual(tooMuch)
    uploads.clear()
  })
})

describe('over the contract', () => {
  let house: House
  beforeEach(async () => { house = await openHouse((await folderWithLedger()).folder) })
  afterEach(() => house.end())

  it('pieces stay small, and a locked ledger takes none', async () => {
    const piece = { uploadId: id(1), name: 'a.ofx', size: 3, offset: 0, bytes: new TextEncoder().encode('OFX') }
    expect(await house.reply('uploads.add', piece)).toEqual({ ok: false, error: { kind: 'locked' } })
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await house.reply('uploads.add', { ...piece, bytes: new Uint8Array(UPLOAD_PIECE_BYTES + 1) })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'bytes' } })
    await house.ask('uploads.add', piece)
    const { operationId } = await house.ask('uploads.stage', { uploadIds: [id(1)] })
    expect((await house.ask('imports.review', { operationId })).files.map(({ name }) => name)).toEqual(['a.ofx'])
    expect(await house.reply('uploads.stage', { uploadIds: [id(1)] })).toEqual({ ok: false, error: { kind: 'not_found', what: 'upload' } })
  })

  it('a lock forgets what was on its way', async () => {
    await house.ask('lock.open', { secret: PASSPHRASE })
    await house.ask('uploads.add', { uploadId: id(1), name: 'a.ofx', size: 3, offset: 0, bytes: new TextEncoder().encode('OFX') })
    await house.ask('lock.now', undefined)
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await house.reply('uploads.stage', { uploadIds: [id(1)] })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })
})
