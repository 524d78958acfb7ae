import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { Secret } from '#shared/secret.ts'
import type { Random } from '#main/platform/random.ts'
import type { Sealed, Slot } from './key-file.ts'
import type { SecretStore } from './keyring.ts'
import { parseRecoveryKey } from './recovery-key.ts'
import type { Derive, ScryptCost } from './scrypt.ts'

const KEY_BYTES = 32
const CIPHER = 'aes-256-gcm'
const RECOVERY_LABEL = 'kontor recovery slot'

type Kdf = Slot['kdf']
type SlotOf<K extends Slot['kind']> = Extract<Slot, { kind: K }>

/** 128 MiB and a third of a second a guess. Stored in the slot, so that later versions can ask for more. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** The same passphrase typed on another keyboard may be composed differently: NFKC. */
const passphraseKey = (derive: Derive, passphrase: Secret, { salt, N, r, p }: SlotOf<'passphrase'>['kdf']): Promise<Uint8Array> =>
  derive({ passphrase: passphrase.reveal().normalize('NFKC'), salt: unhex(salt), keyBytes: KEY_BYTES, cost: { N, r, p } })

const recoverySlotKey = (key: Uint8Array, salt: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, unhex(salt), RECOVERY_LABEL, KEY_BYTES))

/** Chance, cost and whoever derives, passed in: tests are quick and simulations repeat, and the app derives in a thread of its own. */
export interface Making { readonly random: Random; readonly cost: ScryptCost; readonly derive: Derive }

export async function sealWithPassphrase(master: Uint8Array, passphrase: Secret, ledgerId: string, { random, cost, derive }: Making): Promise<Slot> {
  const kdf = { name: 'scrypt', ...cost, salt: hexOf(random.bytes(16)) } as const
  const key = await passphraseKey(derive, passphrase, kdf)
  return { kind: 'passphrase', kdf, sealed: seal(key, master, header('passphrase', ledgerId, kdf), random) }
}

export function sealWithRecoveryKey(master: Uint8Array, recoveryKey: Secret, ledgerId: string, random: Random): Slot {
  const kdf = { name: 'hkdf-sha256', salt: hexOf(random.bytes(16)) } as const
  const typed = parseRecoveryKey(recoveryKey) ?? new Uint8Array()
  const key = recoverySlotKey(typed, kdf.salt)
  typed.fill(0)
  return { kind: 'recovery', kdf, sealed: seal(key, master, header('recovery', ledgerId, kdf), random) }
}

/** The keyring keeps a key of its own, not the master key, so that taking the slot away is enough to shut it out. */
export async function sealWithKeyring(master: Uint8Array, store: SecretStore, ledgerId: string, random: Random): Promise<Slot> {
  const key = random.bytes(KEY_BYTES)
  const kdf = { name: 'keyring', blob: hexOf(await store.seal(new Secret(hexOf(key)))) } as const
  return { kind: 'keyring', kdf, sealed: seal(key, master, header('keyring', ledgerId, kdf), random) }
}

export async function openWithPassphrase(slot: SlotOf<'passphrase'>, passphrase: Secret, ledgerId: string, derive: Derive): Promise<Uint8Array | undefined> {
  return open(await passphraseKey(derive, passphrase, slot.kdf), slot.sealed, header(slot.kind, ledgerId, slot.kdf))
}

export function openWithRecoveryKey(slot: SlotOf<'recovery'>, key: Uint8Array, ledgerId: string): Uint8Array | undefined {
  return open(recoverySlotKey(key, slot.kdf.salt), slot.sealed, header(slot.kind, ledgerId, slot.kdf))
}

export async function openWithKeyring(slot: SlotOf<'keyring'>, store: SecretStore, ledgerId: string): Promise<Uint8Array | undefined> {
  const key = (await store.open(unhex(slot.kdf.blob)))?.reveal()
  if (key === undefined || !/^[0-9a-f]{64}$/.test(key)) return undefined
  return open(unhex(key), slot.sealed, header(slot.kind, ledgerId, slot.kdf))
}

/** Everything around the sealed key is authenticated with it: a slot moved to another ledger or made cheaper does not open. */
const header = (kind: string, ledgerId: string, kdf: Kdf): Buffer => Buffer.from(JSON.stringify(['kontor-keys', 1, ledgerId, kind, Object.entries(kdf).sort()]))

/** Takes the wrapping key for good: it is cleared here. */
function seal(key: Uint8Array, master: Uint8Array, associated: Buffer, random: Random): Sealed {
  const nonce = random.bytes(12)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(associated)
  const box = Buffer.concat([cipher.update(master), cipher.final()])
  key.fill(0)
  return { nonce: hexOf(nonce), box: hexOf(box), tag: hexOf(cipher.getAuthTag()) }
}

function open(key: Uint8Array, { nonce, box, tag }: Sealed, associated: Buffer): Uint8Array | undefined {
  const decipher = createDecipheriv(CIPHER, key, unhex(nonce), { authTagLength: 16 }).setAAD(associated).setAuthTag(unhex(tag))
  const master = decipher.update(unhex(box))
  try {
    decipher.final()
    return master
  } catch {
    // GCM's one way to say that key, content or header do not belong together.
    master.fill(0)
    return undefined
  } finally {
    key.fill(0)
  }
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
