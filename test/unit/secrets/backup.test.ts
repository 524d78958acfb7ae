import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { systemRandom } from '#main/platform/random.ts'
import { packBackup, unpackBackup } from '#main/secrets/backup-file.ts'
import { keyFileCopyPath, keyFilePath } from '#main/secrets/key-file.ts'
import { createKeyFile, MAKING, unlockWith, type Making } from '#main/secrets/keys.ts'
import { finishRestore, restoreBackup } from '#main/secrets/restore.ts'

const quick: Making = { ...MAKING, cost: { N: 2, r: 1, p: 1 } }
const now = '2026-01-31T12:00:00.000Z' as Instant
const notBackup = { ok: false, error: { kind: 'malformed', reason: 'not_backup', line: null } }
const passphrase = new Secret('Blaue Brücke')
let folder: string
let ledger: string
let backup: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-backup-'))
  mkdirSync(join(folder, 'data'))
  ledger = join(folder, 'data', 'ledger.kontor')
  backup = join(folder, 'mine.kontor-backup')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Noise, as an encrypted ledger looks from outside. */
const noise = (bytes: number): Uint8Array => systemRandom.bytes(bytes)

async function backedUp(content: Uint8Array, at = ledger): Promise<void> {
  writeFileSync(at, content)
  await createKeyFile(at, { passphrase }, quick)
  expect(await packBackup(backup, at, at, now)).toEqual({ ok: true, value: null })
}

describe('a backup', () => {
  it('is one file that opens on another computer with the passphrase', async () => {
    const content = noise(3_000_000)
    await backedUp(content)
    const elsewhere = join(folder, 'elsewhere.kontor')
    expect(await restoreBackup(backup, elsewhere, now)).toEqual({ ok: true, value: null })
    expect(readFileSync(elsewhere).equals(content)).toBe(true)
    const [here, there] = [await unlockWith(ledger, passphrase), await unlockWith(elsewhere, passphrase)]
    expect(here.ok && there.ok && Buffer.from(there.value.ledgerKey()).equals(Buffer.from(here.value.ledgerKey()))).toBe(true)
  })

  it('of a plain ledger carries no keys', async () => {
    const content = Buffer.from('SQLite format 3\0 and so on')
    writeFileSync(ledger, content)
    await packBackup(backup, ledger, ledger, now)
    expect(await unpackBackup(backup, join(folder, 'copy'))).toEqual({ ok: true, value: { keys: null } })
    expect(readFileSync(join(folder, 'copy')).equals(content)).toBe(true)
  })

  it('that is cut short, foreign or flipped anywhere is refused, and leaves nothing behind', async () => {
    await backedUp(noise(5000))
    const whole = readFileSync(backup)
    const before = readdirSync(folder)
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      writeFileSync(backup, flipped)
      expect((await unpackBackup(backup, join(folder, 'copy'))).ok).toBe(false)
      writeFileSync(backup, whole.subarray(0, at))
      expect(await unpackBackup(backup, join(folder, 'copy'))).toEqual(notBackup)
      expect(readdirSync(folder)).toEqual(before)
    }), { numRuns: 100 })
    writeFileSync(backup, Buffer.concat([whole, Buffer.from('more')]))
    expect(await unpackBackup(backup, join(folder, 'copy'))).toEqual(notBackup)
    writeFileSync(backup, 'OFXHEADER:100')
    expect(await unpackBackup(backup, join(folder, 'copy'))).toEqual(notBackup)
  })

  it('says too new for a later version, and what is wrong with a folder or a missing file', async () => {
    await backedUp(noise(100))
    const later = readFileSync(backup)
    later.writeUInt32BE(2, 8)
    writeFileSync(backup, later)
    expect(await unpackBackup(backup, join(folder, 'copy'))).toEqual({ ok: false, error: { kind: 'too_new' } })
    expect(await unpackBackup(join(folder, 'none'), join(folder, 'copy'))).toEqual({ ok: false, error: { kind: 'storage', reason: 'missing' } })
    expect(await unpackBackup(folder, join(folder, 'copy'))).toEqual({ ok: false, error: { kind: 'storage', reason: 'is_folder' } })
  })

  it('can be called off, and reports how far it is', async () => {
    const steps: number[] = []
    const off = new AbortController()
    await backedUp(noise(10))
    writeFileSync(ledger, noise(3_000_000))
    const onProgress = (done: number): void => {
      steps.push(done)
      if (done > 2_000_000) off.abort()
    }
    const before = readFileSync(backup)
    expect(await packBackup(backup, ledger, ledger, now, { signal: off.signal, onProgress })).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(steps).toEqual([1_048_576, 2_097_152])
    expect(readFileSync(backup).equals(before)).toBe(true)
  })

  it('is not made without the keys it would need', async () => {
    await backedUp(noise(10))
    writeFileSync(keyFilePath(ledger), 'damaged')
    writeFileSync(keyFileCopyPath(ledger), 'damaged')
    rmSync(backup)
    expect(await packBackup(backup, ledger, ledger, now)).toMatchObject({ ok: false, error: { reason: 'key_file' } })
    expect(existsSync(backup)).toBe(false)
  })
})

describe('a restore', () => {
  it('keeps the ledger it replaces, which opens under its new name', async () => {
    await backedUp(noise(100), join(folder, 'other.kontor'))
    const old = noise(200)
    writeFileSync(ledger, old)
    writeFileSync(`${ledger}-wal`, 'wal')
    await createKeyFile(ledger, { passphrase: new Secret('the old one') }, quick)
    expect((await restoreBackup(backup, ledger, now)).ok).toBe(true)
    const kept = `${ledger}.before-20260131120000000`
    expect(readFileSync(kept).equals(old)).toBe(true)
    expect(existsSync(`${kept}-wal`)).toBe(true)
    expect((await unlockWith(kept, new Secret('the old one'))).ok).toBe(true)
    expect((await unlockWith(ledger, passphrase)).ok).toBe(true)
    expect(existsSync(`${ledger}-wal`)).toBe(false)
  })

  it('of a file that is no backup changes nothing', async () => {
    writeFileSync(ledger, 'mine')
    writeFileSync(backup, 'nothing of the kind')
    expect(await restoreBackup(backup, ledger, now)).toEqual(notBackup)
    expect(readdirSync(join(folder, 'data'))).toEqual(['ledger.kontor'])
    expect(readFileSync(ledger, 'utf8')).toBe('mine')
  })

  it('that crashed after any of its steps is completed at the next start', async () => {
    const content = noise(100)
    await backedUp(content, join(folder, 'other.kontor'))
    const old = noise(200)
    const ready = `${ledger}.restoring-20260131120000000`
    const aside = `${ledger}.before-20260131120000000`
    const steps: [string, string][] = [
      [ledger, aside], [`${ledger}.keys`, `${aside}.keys`], [`${ledger}.keys.copy`, `${aside}.keys.copy`], [`${ready}.keys`, `${ledger}.keys`],
    ]
    for (let done = 0; done <= steps.length; done += 1) {
      rmSync(join(folder, 'data'), { recursive: true })
      mkdirSync(join(folder, 'data'))
      writeFileSync(ledger, old)
      await createKeyFile(ledger, { passphrase: new Secret('the old one') }, quick)
      writeFileSync(ready, content)
      copyFileSync(keyFilePath(join(folder, 'other.kontor')), `${ready}.keys`)
      for (const [from, to] of steps.slice(0, done)) renameSync(from, to)
      expect((await finishRestore(ledger)).ok).toBe(true)
      expect((await finishRestore(ledger)).ok).toBe(true)
      expect(readFileSync(ledger).equals(content)).toBe(true)
      expect((await unlockWith(ledger, passphrase)).ok).toBe(true)
      expect((await unlockWith(aside, new Secret('the old one'))).ok).toBe(true)
    }
  })

  it('that never came to its decision is cleared away', async () => {
    writeFileSync(ledger, 'mine')
    cpSync(ledger, `${ledger}.restoring-20260131120000000.keys`)
    await finishRestore(ledger)
    expect(readdirSync(join(folder, 'data'))).toEqual(['ledger.kontor'])
  })
})
