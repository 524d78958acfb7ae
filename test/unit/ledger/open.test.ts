import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { copyLedger } from '#main/ledger/backup.ts'
import { connect, transact } from '#main/ledger/database.ts'
import { toLedgerError } from '#main/ledger/failures.ts'
import { APPLICATION_ID, schemaVersion } from '#main/ledger/migrate.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '#main/ledger/migrations/all.ts'
import { openForReading, openLedger, type OpenLedger } from '#main/ledger/open.ts'
import { toStorageError } from '#main/platform/files.ts'

const KEY = new Uint8Array(32).fill(3)
const NOW = '2026-02-01T00:00:00.000Z' as Instant
const DAMAGED: AppError = { kind: 'malformed', reason: 'ledger_damaged', line: null }

describe('opening a ledger', () => {
  let folder: string
  let file: string
  const open: OpenLedger[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-open-'))
    file = join(folder, 'ledger.kontor')
  })
  afterEach(() => {
    open.splice(0).forEach((ledger) => { ledger.close() })
    rmSync(folder, { recursive: true, force: true })
  })

  const keep = (ledger: OpenLedger): OpenLedger => {
    open.push(ledger)
    return ledger
  }
  const make = (key: Uint8Array | null = KEY): OpenLedger => keep(openLedger({ file, key, create: true, now: NOW }))
  const reopen = (key: Uint8Array | null = KEY): OpenLedger => keep(openLedger({ file, key, create: false, now: NOW }))
  const closed = (key: Uint8Array | null = KEY): void => { openLedger({ file, key, create: true, now: NOW }).close() }

  function failure(work: () => unknown): AppError | undefined {
    try {
      work()
    } catch (cause) {
      return toLedgerError(cause) ?? toStorageError(cause)
    }
    return undefined
  }

  // Windows lets nobody take an open file away.
  it.skipIf(process.platform === 'win32')('writes nothing where its file was taken away, and goes on when it is back', () => {
    const { db } = make()
    const write = () => { transact(db, () => { db.command(`INSERT INTO setting VALUES ('probe', '1') ON CONFLICT DO NOTHING`).run() }) }
    renameSync(file, `${file}.elsewhere`)
    expect(failure(write)).toEqual({ kind: 'storage', reason: 'gone' })
    renameSync(`${file}.elsewhere`, file)
    expect(failure(write)).toBeUndefined()
  })

  describe.skipIf(process.platform === 'win32')('whose file was replaced meanwhile', () => {
    const put = ({ db }: OpenLedger, name: string): void => { transact(db, () => { db.command('INSERT INTO setting VALUES (?, 1)').run([name]) }) }
    const probes = ({ db }: OpenLedger): string[] => db.column<string>(`SELECT key FROM setting WHERE key LIKE 'probe%' ORDER BY key`).all()

    it('writes nothing that nobody would see, and goes on showing what it has', () => {
      const ledger = make()
      put(ledger, 'probe 1')
      copyLedger(ledger.db, `${file}.copy`)
      put(ledger, 'probe 2')
      renameSync(`${file}.copy`, file)
      expect(failure(() => { put(ledger, 'probe 3') })).toEqual({ kind: 'storage', reason: 'replaced' })
      expect(probes(ledger)).toEqual(['probe 1', 'probe 2'])
    })

    it.each([['noticed or', true], ['not', false]])('mixes nothing of it into the other file, %s', (_, isNoticed) => {
      const ledger = make()
      put(ledger, 'probe 1')
      copyLedger(ledger.db, `${file}.copy`)
      put(ledger, 'probe 2')
      renameSync(file, `${file}.own`)
      renameSync(`${file}.copy`, file)
      if (isNoticed) failure(() => { put(ledger, 'probe 3') })
      open.splice(0).forEach((one) => { one.close() })
      expect(probes(reopen())).toEqual(['probe 1'])
      const own = keep(openLedger({ file: `${file}.own`, key: KEY, create: false, now: NOW }))
      expect(probes(own)).toEqual(['probe 1', 'probe 2'])
    })

    it('takes all that was stored along when it is moved', () => {
      const ledger = make()
      put(ledger, 'probe 1')
      renameSync(file, `${file}.own`)
      open.splice(0).forEach((one) => { one.close() })
      expect(probes(keep(openLedger({ file: `${file}.own`, key: KEY, create: false, now: NOW })))).toEqual(['probe 1'])
    })
  })

  it('makes an encrypted file that shows neither its kind nor its words, readable by its owner alone', () => {
    const { db } = make()
    db.exec(`INSERT INTO setting VALUES ('probe', 'Wiedererkennbarer Text')`)
    open.splice(0).forEach((ledger) => { ledger.close() })
    const bytes = readFileSync(file).toString('latin1')
    expect(bytes).not.toContain('SQLite format')
    expect(bytes).not.toContain('Wiedererkennbar')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(reopen().db.column('SELECT value FROM setting WHERE key = ?').get(['probe'])).toBe('Wiedererkennbarer Text')
  })

  it('leaves nothing beside a ledger that was closed', () => {
    closed()
    expect(readdirSync(folder)).toEqual(['ledger.kontor'])
  })

  it('never makes a ledger over a file that is there', () => {
    writeFileSync(file, 'a diary')
    expect(failure(make)).toEqual({ kind: 'exists', what: 'ledger' })
    expect(readFileSync(file, 'utf8')).toBe('a diary')
  })

  it('tells a missing key, one that opens nothing and one for a plain ledger apart', () => {
    closed()
    const before = readFileSync(file)
    expect(failure(() => reopen(new Uint8Array(32).fill(4)))).toEqual(DAMAGED)
    expect(failure(() => reopen(null))).toEqual({ kind: 'locked' })
    expect(readFileSync(file).equals(before)).toBe(true)
    rmSync(file)
    closed(null)
    expect(failure(() => reopen(KEY))).toEqual({ kind: 'malformed', reason: 'key_file', line: null })
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['a text', Buffer.from('Dear diary, today I made a ledger.')],
    ['random', Buffer.from(Array.from({ length: 8192 }, (_, index) => (index * 7919) % 251))],
  ])('refuses a file that is %s and leaves it as it was', (_, bytes) => {
    writeFileSync(file, bytes)
    for (const key of [KEY, null]) expect(failure(() => reopen(key))).toEqual({ kind: 'malformed', reason: 'ledger_damaged', line: null })
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['ledger.kontor'])
  })

  it('refuses another program’s database and leaves it as it was', () => {
    const other = connect(file, { key: null })
    other.exec('CREATE TABLE recipe (name TEXT)')
    other.close()
    const before = readFileSync(file)
    expect(failure(() => reopen(null))).toEqual({ kind: 'malformed', reason: 'ledger_damaged', line: null })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('finds a flipped bit in any page and a file that was cut off', () => {
    closed()
    const whole = readFileSync(file)
    const pages = whole.length / 4096
    for (let page = 0; page < pages; page += 1) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(page * 4096 + 100) ^ 1, page * 4096 + 100)
      writeFileSync(file, bytes)
      expect(failure(reopen), `page ${page}`).toMatchObject({ kind: 'malformed', reason: 'ledger_damaged' })
    }
    writeFileSync(file, whole.subarray(0, whole.length - 5000))
    expect(failure(reopen)).toMatchObject({ kind: 'malformed', reason: 'ledger_damaged' })
  })

  it('leaves a ledger from a newer version alone', () => {
    const { db } = make()
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`)
    open.splice(0).forEach((ledger) => { ledger.close() })
    const before = readFileSync(file)
    expect(failure(reopen)).toEqual({ kind: 'too_new' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('names what is wrong with the place', () => {
    expect(failure(reopen)).toEqual({ kind: 'storage', reason: 'missing' })
    mkdirSync(file)
    expect(failure(reopen)).toEqual({ kind: 'storage', reason: 'is_folder' })
    expect(failure(make)).toEqual({ kind: 'storage', reason: 'is_folder' })
    expect(failure(() => openLedger({ file: join(folder, 'nowhere', 'x'), key: KEY, create: true, now: NOW }))).toEqual({ kind: 'storage', reason: 'missing' })
  })

  it('is busy for a second writer and free again afterwards', () => {
    make()
    expect(failure(reopen)).toEqual({ kind: 'busy' })
    open.splice(0).forEach((ledger) => { ledger.close() })
    expect(failure(reopen)).toBeUndefined()
  })

  it('is busy while another process writes, and free as soon as that one is killed', async () => {
    closed(null)
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../../fixtures/holding-process.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    expect(failure(() => reopen(null))).toEqual({ kind: 'busy' })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(failure(() => reopen(null))).toBeUndefined()
  })

  it('lets a second connection read what was committed, and nothing else', () => {
    const { db } = make()
    const reader = openForReading(file, KEY)
    db.exec('BEGIN IMMEDIATE')
    db.exec(`INSERT INTO setting VALUES ('probe', '1')`)
    expect(reader.column(`SELECT value FROM setting WHERE key = 'probe'`).get()).toBeUndefined()
    db.exec('COMMIT')
    expect(reader.column(`SELECT value FROM setting WHERE key = 'probe'`).get()).toBe('1')
    expect(failure(() => { reader.exec('DELETE FROM setting') })).toEqual({ kind: 'storage', reason: 'read_only' })
    reader.close()
  })

  it('takes everything back when the work inside a transaction fails', () => {
    const { db } = make()
    expect(() => { transact(db, () => {
      db.exec(`INSERT INTO setting VALUES ('probe', '1')`)
      throw new Error('in the middle')
    }) }).toThrow('in the middle')
    expect(db.column(`SELECT value FROM setting WHERE key = 'probe'`).get()).toBeUndefined()
  })

  it('copies under the same key, and never leaves half a copy', () => {
    const { db } = make()
    const copy = join(folder, 'copy.kontor')
    copyLedger(db, copy)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(failure(() => openLedger({ file: copy, key: new Uint8Array(32), create: false, now: NOW }))).toEqual(DAMAGED)
    keep(openLedger({ file: copy, key: KEY, create: false, now: NOW }))
    expect(failure(() => { copyLedger(db, join(folder, 'nowhere', 'copy')) })).toEqual({ kind: 'storage', reason: 'missing' })
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([])
  })

  it('copies an older ledger before it migrates it', () => {
    const old = connect(file, { key: KEY })
    old.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    old.exec('PRAGMA user_version = 0')
    old.exec('VACUUM')
    old.close()
    const { backup, db } = reopen()
    expect(backup).toBe(`${file}.v0-2026-02-01.backup`)
    expect(schemaVersion(db)).toBe(MIGRATIONS.length)
    const kept = connect(backup ?? '', { key: KEY, readonly: true })
    expect(schemaVersion(kept)).toBe(0)
    kept.close()
    open.splice(0).forEach((ledger) => { ledger.close() })
    expect(reopen().backup).toBeNull()
    expect(existsSync(`${file}-lock`)).toBe(true)
  })
})
