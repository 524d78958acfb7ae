import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { keyFileCopyPath, keyFilePath } from '#main/secrets/key-file.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'
import { folderWithLedger, folderWithPlainLedger, openHouse, PASSPHRASE, type House } from './house.ts'
import { keyring } from '../secrets/keyrings.ts'

const houses: House[] = []
async function open(folder?: string, store?: SecretStore): Promise<House> {
  const house = await openHouse(folder, store)
  houses.push(house)
  return house
}
async function again(house: House, store?: SecretStore): Promise<House> {
  const next = await house.again(store)
  houses.push(next)
  return next
}
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end()
})

const phase = async (house: House): Promise<string> => (await house.ask('app.state', undefined)).phase
const locked = { ok: false, error: { kind: 'locked' } }
const wrong = { ok: false, error: { kind: 'passphrase_wrong' } }

describe('the first run', () => {
  it('makes an encrypted ledger and shows its recovery key once', async () => {
    const house = await open()
    expect(await phase(house)).toBe('first-run')
    expect(await house.reply('accounts.list', undefined)).toEqual(locked)
    const { recoveryKey } = await house.ask('setup.create', { passphrase: PASSPHRASE, keyring: false, baseCurrency: 'EUR' })
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'open', encrypted: true, canLock: true, keyringUnlock: false })
    expect(await house.ask('security.slots', undefined)).toEqual({ passphrase: true, keyring: false, recovery: true })
    expect(readFileSync(house.paths.ledger).subarray(0, 6).toString('latin1')).not.toBe('SQLite')
    const written = readdirSync(house.paths.folder).map((name) => readFileSync(join(house.paths.folder, name), 'latin1')).join('') + house.log.join('')
    expect(written).not.toContain(recoveryKey)
    expect(written).not.toContain('Möwen')
    const later = await again(house)
    expect(await phase(later)).toBe('locked')
    expect(await later.ask('lock.open', { secret: recoveryKey.toLowerCase() })).toBeNull()
    expect(await phase(later)).toBe('open')
  })

  it('refuses what could never be opened, and a second ledger', async () => {
    const house = await open()
    expect(await house.reply('setup.create', { keyring: false, baseCurrency: 'EUR' })).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    expect(await house.reply('setup.create', { passphrase: 'short', keyring: false, baseCurrency: 'EUR' })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'passphrase' } })
    expect(await house.reply('setup.create', { keyring: true, baseCurrency: 'EUR' })).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    expect(readdirSync(house.paths.folder)).toEqual([])
    const existing = await open((await folderWithLedger()).folder)
    expect(await existing.reply('setup.create', { passphrase: PASSPHRASE, keyring: false, baseCurrency: 'EUR' })).toMatchObject({ ok: false, error: { kind: 'exists' } })
  })

  it('puts keys aside that have no ledger, and never throws them away', async () => {
    const { folder } = await folderWithLedger()
    rmSync(join(folder, 'ledger.kontor'))
    const house = await open(folder)
    expect(await phase(house)).toBe('first-run')
    await house.ask('setup.create', { passphrase: 'another one', keyring: false, baseCurrency: 'EUR' })
    expect(readdirSync(folder).filter((name) => name.includes('.keys') && name.includes('.before-'))).toHaveLength(2)
  })
})

describe('a locked ledger', () => {
  it('opens by passphrase, and by nothing else', async () => {
    const house = await open((await folderWithLedger()).folder)
    expect(await phase(house)).toBe('locked')
    expect(await house.reply('lock.open', { secret: 'Blaue Brücke' })).toEqual(wrong)
    expect(await house.reply('lock.open', {})).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    expect(await house.reply('accounts.list', undefined)).toEqual(locked)
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await house.ask('accounts.list', undefined)).toEqual([])
  })

  it('answers nothing after a lock, and tells the window', async () => {
    const house = await open((await folderWithLedger()).folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    await house.ask('lock.now', undefined)
    expect(house.told.filter(({ event }) => event === 'app.changed').map(({ payload }) => (payload as { phase: string }).phase)).toEqual(['locked', 'open', 'locked'])
    for (const channel of ['accounts.list', 'ledger.settings', 'imports.history', 'data.verify', 'data.backup', 'demo.load', 'security.newRecoveryKey'] as const) {
      expect(await house.reply(channel, undefined), channel).toEqual(locked)
    }
    await house.ask('lock.now', undefined)
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await phase(house)).toBe('open')
  })

  it('comes through locks and unlocks in any order, all at once', async () => {
    const house = await open((await folderWithLedger()).folder)
    const rush = Array.from({ length: 12 }, (_, turn) => (turn % 3 === 2 ? house.reply('lock.now', undefined) : house.reply('lock.open', { secret: turn % 3 === 0 ? PASSPHRASE : 'wrong one' })))
    await Promise.all(rush)
    expect(await phase(house)).toBe('locked')
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await house.ask('accounts.list', undefined)).toEqual([])
  })

  it('changes its passphrase and recovery key', async () => {
    const { folder, recoveryKey } = await folderWithLedger()
    const house = await open(folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    await house.ask('security.setPassphrase', { passphrase: 'the new one' })
    const renewed = await house.ask('security.newRecoveryKey', undefined)
    await house.ask('lock.now', undefined)
    expect(await house.reply('lock.open', { secret: PASSPHRASE })).toEqual(wrong)
    expect(await house.reply('lock.open', { secret: recoveryKey })).toEqual(wrong)
    await house.ask('lock.open', { secret: 'the new one' })
    await house.ask('lock.now', undefined)
    await house.ask('lock.open', { secret: renewed.recoveryKey })
  })
})

describe('the keyring', () => {
  it('opens without a question', async () => {
    const store = keyring()
    const house = await open((await folderWithLedger(store)).folder, store)
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'open', keyringAvailable: true })
  })

  it('does not undo a lock, not even by a restart', async () => {
    const store = keyring()
    const house = await open((await folderWithLedger(store)).folder, store)
    await house.ask('lock.now', undefined)
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'locked', keyringUnlock: false })
    expect(await house.reply('lock.open', {})).toEqual(locked)
    const later = await again(house)
    expect(await phase(later)).toBe('locked')
    await later.ask('lock.open', { secret: PASSPHRASE })
    expect(await phase(await again(later))).toBe('open')
  })

  it('that is gone leaves passphrase and recovery key', async () => {
    const { folder, recoveryKey } = await folderWithLedger(keyring())
    const house = await open(folder, keyring())
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'locked', keyringUnlock: true })
    expect(await house.reply('lock.open', {})).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    await house.ask('lock.open', { secret: recoveryKey })
  })

  it('alone cannot lock; a passphrase makes it so', async () => {
    const store = keyring()
    const house = await open(undefined, store)
    await house.ask('setup.create', { keyring: true, baseCurrency: 'USD' })
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'open', canLock: false })
    expect(await house.reply('lock.now', undefined)).toEqual({ ok: false, error: { kind: 'unsupported', what: 'lock' } })
    expect(await house.reply('security.setKeyring', { enabled: false })).toEqual({ ok: false, error: { kind: 'unsupported', what: 'last_opener' } })
    await house.ask('security.setPassphrase', { passphrase: PASSPHRASE })
    expect(await house.ask('app.state', undefined)).toMatchObject({ canLock: true })
    await house.ask('security.setKeyring', { enabled: false })
    expect(await house.ask('security.slots', undefined)).toEqual({ passphrase: true, keyring: false, recovery: true })
  })
})

describe('what does not open says why, and opens when it is mended', () => {
  it('a missing key file', async () => {
    const { folder } = await folderWithLedger()
    const house = await open(folder)
    const [file, copy] = [keyFilePath(house.paths.ledger), keyFileCopyPath(house.paths.ledger)]
    copyFileSync(file, join(folder, 'put-away'))
    rmSync(file)
    rmSync(copy)
    const later = await again(house)
    expect(await later.ask('app.state', undefined)).toMatchObject({ phase: 'broken', problem: { kind: 'storage', reason: 'key_file_missing' } })
    copyFileSync(join(folder, 'put-away'), file)
    await later.ask('lock.open', { secret: PASSPHRASE })
    expect(await phase(later)).toBe('open')
  })

  it('a damaged key file, a damaged ledger, a folder in its place', async () => {
    const { folder } = await folderWithLedger()
    const house = await open(folder)
    writeFileSync(keyFilePath(house.paths.ledger), 'x')
    writeFileSync(keyFileCopyPath(house.paths.ledger), 'x')
    expect(await (await again(house)).ask('app.state', undefined)).toMatchObject({ phase: 'broken', problem: { kind: 'malformed', reason: 'key_file' } })

    const other = await open((await folderWithLedger()).folder)
    writeFileSync(other.paths.ledger, Buffer.alloc(8192, 7))
    expect(await other.reply('lock.open', { secret: PASSPHRASE })).toMatchObject({ ok: false, error: { kind: 'malformed', reason: 'ledger_damaged' } })
    expect(await other.ask('app.state', undefined)).toMatchObject({ phase: 'broken', problem: { kind: 'malformed', reason: 'ledger_damaged' } })
  })

  it('a fault of our own at the start is told as one, instead of leaving the window waiting', async () => {
    const store = { ...keyring(), available: () => Promise.reject(new TypeError('not a function')) }
    const house = await open((await folderWithLedger()).folder, store)
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'broken', problem: { kind: 'bug' } })
    expect(house.log.join('')).toContain('session.start')
  })

  it('a plain ledger opens at once, says that it is one, and cannot lock', async () => {
    const house = await open(await folderWithPlainLedger())
    expect(await house.ask('app.state', undefined)).toMatchObject({ phase: 'open', encrypted: false, canLock: false })
    expect(await house.reply('security.setPassphrase', { passphrase: PASSPHRASE })).toEqual({ ok: false, error: { kind: 'unsupported', what: 'plain_ledger' } })
  })
})

describe('a backup', () => {
  it('goes into one file and comes back, on another computer too', async () => {
    const house = await open((await folderWithLedger()).folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    await house.ask('ledger.setSettings', { baseCurrency: 'CHF' })
    house.answers.target = join(house.paths.folder, 'mine.kontor-backup')
    expect(await house.ask('data.backup', undefined)).toEqual({ fileName: 'mine.kontor-backup' })
    expect(existsSync(`${house.paths.ledger}.backup-draft`)).toBe(false)

    const elsewhere = await open()
    elsewhere.answers.source = house.answers.target
    expect(await elsewhere.ask('data.restore', undefined)).toEqual({ fileName: 'mine.kontor-backup' })
    expect(await phase(elsewhere)).toBe('locked')
    await elsewhere.ask('lock.open', { secret: PASSPHRASE })
    expect((await elsewhere.ask('ledger.settings', undefined)).baseCurrency).toBe('CHF')
    expect(elsewhere.told.filter(({ event }) => event === 'operation.changed').map(({ payload }) => (payload as { state: string }).state)).toEqual(['running', 'running', 'done'])
  })

  it('that is none changes nothing: the ledger stays open', async () => {
    const house = await open((await folderWithLedger()).folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    house.answers.source = join(house.paths.folder, 'letter.txt')
    writeFileSync(house.answers.source, 'Dear bank')
    expect(await house.reply('data.restore', undefined)).toEqual({ ok: false, error: { kind: 'malformed', reason: 'not_backup', line: null } })
    expect(await phase(house)).toBe('open')
    expect(await house.ask('accounts.list', undefined)).toEqual([])
  })

  it('is not made where the person changes their mind', async () => {
    const house = await open((await folderWithLedger()).folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await house.ask('data.backup', undefined)).toEqual({ fileName: null })
    expect(await house.ask('data.restore', undefined)).toEqual({ fileName: null })
    expect(await house.ask('data.export', { format: 'json' })).toEqual({ fileName: null })
    expect(house.told.filter(({ event }) => event === 'operation.changed')).toEqual([])
  })

  it('mends a broken ledger', async () => {
    const house = await open((await folderWithLedger()).folder)
    await house.ask('lock.open', { secret: PASSPHRASE })
    house.answers.target = join(house.paths.folder, 'mine.kontor-backup')
    await house.ask('data.backup', undefined)
    await house.ask('lock.now', undefined)
    writeFileSync(house.paths.ledger, Buffer.alloc(8192, 7))
    await house.reply('lock.open', { secret: PASSPHRASE })
    expect(await phase(house)).toBe('broken')
    house.answers.source = house.answers.target
    await house.ask('data.restore', undefined)
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await phase(house)).toBe('open')
    expect(readdirSync(house.paths.folder).filter((name) => name.startsWith('ledger.kontor.before-')).length).toBeGreaterThan(0)
  })
})
