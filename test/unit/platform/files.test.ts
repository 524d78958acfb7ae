import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppFailure } from '#shared/failure.ts'
import { fileResult, readFileBounded, sweepDrafts, toStorageError, writeFileAtomic, writeTextAtomic } from '#main/platform/files.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'kontor-files-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refusal = (code: string): unknown => toStorageError(Object.assign(new Error(code), { code }))

describe('reading', () => {
  it('gives the bytes in a buffer of their own, ready to be transferred', async () => {
    writeFileSync(join(folder, 'a.ofx'), 'OFX')
    const read = await readFileBounded(join(folder, 'a.ofx'), 10)
    expect(read.ok && [Buffer.from(read.value).toString(), read.value.buffer.byteLength]).toEqual(['OFX', 3])
  })

  it('refuses by size before it reads', async () => {
    writeFileSync(join(folder, 'big'), '')
    truncateSync(join(folder, 'big'), 10_000_000_000)
    expect(await readFileBounded(join(folder, 'big'), 1000)).toEqual({ ok: false, error: { kind: 'malformed', reason: 'too_large', line: null } })
  })

  it('says what is wrong with a folder, a missing file and a device', async () => {
    expect(await readFileBounded(folder, 10)).toEqual({ ok: false, error: { kind: 'storage', reason: 'is_folder' } })
    expect(await readFileBounded(join(folder, 'none'), 10)).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(await readFileBounded('/dev/zero', 10)).toMatchObject({ ok: false, error: { kind: 'storage' } })
  })
})

describe('writing', () => {
  it('leaves a draft only where the process was killed, and what is swept is that and nothing else', async () => {
    for (const name of ['p.json', 'p.json.0a1b2c3d.draft', 'p.json.mine.draft', 'p.json.0a1b2c3d.draft.txt', 'other.json.0a1b2c3d.draft']) writeFileSync(join(folder, name), 'x')
    await sweepDrafts(join(folder, 'p.json'))
    expect(readdirSync(folder).sort()).toEqual(['other.json.0a1b2c3d.draft', 'p.json', 'p.json.0a1b2c3d.draft.txt', 'p.json.mine.draft'])
    await sweepDrafts(join(folder, 'nowhere', 'p.json'))
  })

  it('replaces the file for its owner only and leaves no draft', async () => {
    writeFileSync(join(folder, 'p.json'), 'old')
    expect(await writeTextAtomic(join(folder, 'p.json'), 'new')).toEqual({ ok: true, value: null })
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe('new')
    // Windows has no such bits; there the profile folder's own rights hold.
    if (process.platform !== 'win32') expect(statSync(join(folder, 'p.json')).mode & 0o077).toBe(0)
    expect(readdirSync(folder)).toEqual(['p.json'])
  })

  it('keeps the old file when the new one cannot be finished', async () => {
    writeFileSync(join(folder, 'p.json'), 'old')
    const full = await writeFileAtomic(join(folder, 'p.json'), async (handle) => {
      await handle.writeFile('ne')
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    })
    expect(full).toEqual({ ok: false, error: { kind: 'disk_full' } })
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['p.json'])
  })

  it('says so where the folder is gone or a folder stands in the way', async () => {
    mkdirSync(join(folder, 'sub', 'in'), { recursive: true })
    expect(await writeTextAtomic(join(folder, 'none', 'p.json'), '')).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(await writeTextAtomic(join(folder, 'sub'), '')).toMatchObject({ ok: false, error: { kind: 'storage' } })
    expect(readdirSync(folder)).toEqual(['sub'])
  })
})

describe('what the system refuses', () => {
  it('becomes the reason a person understands', () => {
    expect(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EIO', 'EISDIR'].map(refusal)).toEqual([
      { kind: 'storage', reason: 'no_permission' }, { kind: 'storage', reason: 'no_permission' }, { kind: 'storage', reason: 'read_only' },
      { kind: 'disk_full' }, { kind: 'storage', reason: 'failed' }, { kind: 'storage', reason: 'is_folder' },
    ])
  })

  it('is told apart from our own mistakes', async () => {
    expect(refusal('ERR_INVALID_ARG_TYPE')).toBeUndefined()
    expect(toStorageError(new TypeError('x'))).toBeUndefined()
    await expect(fileResult(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
    expect(await fileResult(() => Promise.reject(new AppFailure({ kind: 'busy' })))).toEqual({ ok: false, error: { kind: 'busy' } })
  })
})
