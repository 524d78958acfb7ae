import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { hasKeyFile, keyFileCopyPath, keyFilePath, parseKeyFile, readKeyFile, serializeKeyFile, writeKeyFile } from '#main/secrets/key-file.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'
import { createKeyFile, MAKING, newRecoveryKey, setKeyring, setPassphrase, slotsOf, unlockWith, unlockWithKeyring, type Making, type NewKeys } from '#main/secrets/keys.ts'
import type { LedgerKeys } from '#main/secrets/ledger-keys.ts'
import { SCRYPT_COST } from '#main/secrets/slots.ts'
import { keyring, noKeyring } from './keyrings.ts'

const quick: Making = { ...MAKING, cost: { N: 2, r: 1, p: 1 } }
const passphrase = new Secret('Blaue Brücke, 7 Möwen')
let folder: string
let ledger: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-keys-'))
  ledger = join(folder, 'ledger.kontor')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}
const made = async (openers: { passphrase?: Secret; keyring?: SecretStore } = { passphrase }): Promise<NewKeys> => must(await createKeyFile(ledger, openers, quick))
const hexKey = (keys: LedgerKeys): string => Buffer.from(keys.ledgerKey()).toString('hex')
const wrong = { ok: false, error: { kind: 'passphrase_wrong' } }

describe('any slot opens what any slot sealed', () => {
  it('by passphrase, recovery key and keyring alike', async () => {
    const store = keyring()
    const { keys, recoveryKey } = await made({ passphrase, keyring: store })
    const opened = [await unlockWith(ledger, passphrase), await unlockWith(ledger, recoveryKey), await unlockWithKeyring(ledger, store)]
    expect(opened.map((result) => hexKey(must(result)))).toEqual([hexKey(keys), hexKey(keys), hexKey(keys)])
    expect(must(await slotsOf(ledger))).toEqual({ passphrase: true, keyring: true, recovery: true })
  })

  it('with any passphrase, in whatever composition it is typed', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 8, unit: 'grapheme' }), async (text) => {
      rmSync(folder, { recursive: true })
      folder = mkdtempSync(join(tmpdir(), 'kontor-keys-'))
      ledger = join(folder, 'ledger.kontor')
      const { keys } = await made({ passphrase: new Secret(text.normalize('NFC')) })
      expect(hexKey(must(await unlockWith(ledger, new Secret(text.normalize('NFD')))))).toBe(hexKey(keys))
      expect(await unlockWith(ledger, new Secret(`${text}x`))).toEqual(wrong)
    }), { numRuns: 40 })
  })

  it('at the real cost, which is stored in the slot', async () => {
    const { keys } = must(await createKeyFile(ledger, { passphrase }))
    expect(hexKey(must(await unlockWith(ledger, passphrase)))).toBe(hexKey(keys))
    expect(SCRYPT_COST).toEqual({ N: 131_072, r: 8, p: 1 })
    expect(readFileSync(keyFilePath(ledger), 'utf8')).toContain('"N": 131072')
  })
})

describe('what was taken away opens nothing', () => {
  it('neither the old passphrase nor the old recovery key, not even from the copy', async () => {
    const { keys, recoveryKey } = await made()
    must(await setPassphrase(ledger, keys, new Secret('another one'), quick))
    const renewed = must(await newRecoveryKey(ledger, keys))
    rmSync(keyFilePath(ledger))
    expect(await unlockWith(ledger, passphrase)).toEqual(wrong)
    expect(await unlockWith(ledger, recoveryKey)).toEqual(wrong)
    expect(hexKey(must(await unlockWith(ledger, renewed)))).toBe(hexKey(keys))
    expect(hexKey(must(await unlockWith(ledger, new Secret('another one'))))).toBe(hexKey(keys))
  })

  it('nor a keyring that was sent away, or is another one', async () => {
    const store = keyring()
    const { keys } = await made({ passphrase, keyring: store })
    expect(await unlockWithKeyring(ledger, keyring())).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    must(await setKeyring(ledger, keys, null))
    expect(await unlockWithKeyring(ledger, store)).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
  })

  it('but the last everyday opener stays', async () => {
    const { keys } = await made({ keyring: keyring() })
    expect(await setKeyring(ledger, keys, null)).toEqual({ ok: false, error: { kind: 'unsupported', what: 'last_opener' } })
  })
})

describe('nothing is silent', () => {
  it('where there is no keyring', async () => {
    expect(await createKeyFile(ledger, { keyring: noKeyring }, quick)).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
    expect(await hasKeyFile(ledger)).toBe(false)
    const { keys } = await made()
    expect(await setKeyring(ledger, keys, noKeyring)).toEqual({ ok: false, error: { kind: 'no_secret_store' } })
  })

  it('where keys exist already', async () => {
    await made()
    expect(await createKeyFile(ledger, { passphrase }, quick)).toEqual({ ok: false, error: { kind: 'exists', what: 'ledger' } })
  })

  it('where the key file is missing, damaged or from a newer version', async () => {
    expect(await unlockWith(ledger, passphrase)).toEqual({ ok: false, error: { kind: 'storage', reason: 'key_file_missing' } })
    writeFileSync(keyFilePath(ledger), '{"keys": 12')
    expect(await unlockWith(ledger, passphrase)).toEqual({ ok: false, error: { kind: 'malformed', reason: 'key_file', line: null } })
    const keys = { format: 'kontor-keys', version: 2, slots: 'otherwise' }
    writeFileSync(keyFilePath(ledger), JSON.stringify({ keys, sha256: createHash('sha256').update(JSON.stringify(keys)).digest('hex') }))
    expect(await unlockWith(ledger, passphrase)).toEqual({ ok: false, error: { kind: 'too_new' } })
  })

  it('where another ledger’s key file was put in its place', async () => {
    const { keys } = await made()
    const other = join(folder, 'other.kontor')
    must(await createKeyFile(other, { passphrase }, quick))
    copyFileSync(keyFilePath(other), keyFilePath(ledger))
    expect(await setPassphrase(ledger, keys, passphrase, quick)).toMatchObject({ ok: false, error: { reason: 'key_file' } })
  })
})

describe('damage', () => {
  it('of a single bit never opens and is never taken for a wrong passphrase', async () => {
    const { recoveryKey } = await made()
    const whole = readFileSync(keyFilePath(ledger))
    rmSync(keyFileCopyPath(ledger))
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 2), fc.nat(7), async (byte, bit) => {
      const flipped = Buffer.from(whole)
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << bit)
      writeFileSync(keyFilePath(ledger), flipped)
      for (const secret of [passphrase, recoveryKey]) expect(await unlockWith(ledger, secret)).toMatchObject({ ok: false, error: { reason: 'key_file' } })
    }), { numRuns: 300 })
  })

  it('of a slot under a right checksum does not open either', async () => {
    const { recoveryKey } = await made()
    const file = must(await readKeyFile(ledger))
    const flip = (hex: string, at: number, bit: number): string => {
      const bytes = Buffer.from(hex, 'hex')
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
      return bytes.toString('hex')
    }
    await fc.assert(fc.asyncProperty(fc.constantFrom('nonce', 'box', 'tag', 'salt'), fc.nat(31), fc.nat(7), async (part, at, bit) => {
      const slots = file.slots.map((slot) => {
        if (part === 'salt' && 'salt' in slot.kdf) return { ...slot, kdf: { ...slot.kdf, salt: flip(slot.kdf.salt, at, bit) } } as typeof slot
        return part === 'salt' ? slot : { ...slot, sealed: { ...slot.sealed, [part]: flip(slot.sealed[part as 'nonce'], at, bit) } }
      })
      must(await writeKeyFile(ledger, { ...file, slots }))
      for (const secret of [passphrase, recoveryKey]) expect(await unlockWith(ledger, secret)).toEqual(wrong)
    }), { numRuns: 60 })
  })

  it('of the key file is healed by its copy', async () => {
    const { keys } = await made()
    writeFileSync(keyFilePath(ledger), 'no longer a key file')
    expect(hexKey(must(await unlockWith(ledger, passphrase)))).toBe(hexKey(keys))
    must(await setPassphrase(ledger, keys, passphrase, quick))
    expect(parseKeyFile(readFileSync(keyFilePath(ledger), 'utf8')).ok).toBe(true)
  })

  it('by a forger who makes the derivation dear is refused before it is paid', async () => {
    await made()
    const file = must(await readKeyFile(ledger))
    const dear = file.slots.map((slot) => (slot.kind === 'passphrase' ? { ...slot, kdf: { ...slot.kdf, N: 2 ** 30 } } : slot))
    expect(parseKeyFile(serializeKeyFile({ ...file, slots: dear }))).toMatchObject({ ok: false, error: { reason: 'key_file' } })
  })
})

describe('keys', () => {
  it('serve one purpose each', async () => {
    const { keys } = await made()
    expect(keys.ledgerKey()).toHaveLength(32)
    expect(Buffer.from(keys.vaultKey()).equals(Buffer.from(keys.ledgerKey()))).toBe(false)
  })

  it('are gone when they are destroyed, and cannot be used by mistake', async () => {
    const { keys } = await made()
    keys.destroy()
    expect(() => keys.ledgerKey()).toThrow('locked')
    await expect(setPassphrase(ledger, keys, passphrase, quick)).rejects.toThrow('locked')
    expect(hexKey(must(await unlockWith(ledger, passphrase)))).toMatch(/^[0-9a-f]{64}$/)
  })

  it('survive a lock while a slot is being sealed: no slot ever holds zeros', async () => {
    const { keys } = await made()
    const expected = hexKey(keys)
    const changing = setPassphrase(ledger, keys, new Secret('another one'), quick)
    await Promise.resolve()
    setImmediate(() => keys.destroy())
    const changed = await changing.catch(() => undefined)
    const opened = await unlockWith(ledger, changed?.ok === true ? new Secret('another one') : passphrase)
    expect(hexKey(must(opened))).toBe(expected)
  })

  it('leave nothing readable behind: no passphrase, no recovery key, and only the owner may read', async () => {
    const { keys, recoveryKey } = await made()
    const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('')
    expect(text).not.toContain(passphrase.reveal())
    expect(text).not.toContain(recoveryKey.reveal().slice(0, 11))
    await keys.withMaster((master) => {
      expect(text).not.toContain(Buffer.from(master).toString('hex'))
      return Promise.resolve()
    })
    if (process.platform !== 'win32') expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077)).toEqual([0, 0])
  })
})
