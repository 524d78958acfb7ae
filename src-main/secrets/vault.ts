import { createCipheriv, createDecipheriv } from 'node:crypto'
import { Secret } from '#shared/secret.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'
import type { LedgerKeys } from './ledger-keys.ts'

const CIPHER = 'aes-256-gcm'
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

/** Whose PIN it is. Part of the seal: a sealed PIN that is moved to another connection does not open there. */
export interface PinOwner {
  readonly connectionId: number
  readonly protocol: string
  readonly bankCode: string | null
}

/**
 * Seals PINs for the ledger that these keys open. Only an encrypted ledger has one: beside a plain ledger the key would
 * lie next to the lock.
 */
export class Vault {
  readonly #keys: LedgerKeys
  readonly #random: Random

  constructor(keys: LedgerKeys, random: Random = systemRandom) {
    this.#keys = keys
    this.#random = random
  }

  /** Version, nonce, tag and box in one piece, so that it can be kept as one value. */
  seal(pin: Secret, owner: PinOwner): Uint8Array {
    const key = this.#keys.vaultKey()
    const nonce = this.#random.bytes(NONCE_BYTES)
    const text = new TextEncoder().encode(pin.reveal())
    try {
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(this.#header(owner))
      const box = Buffer.concat([cipher.update(text), cipher.final()])
      return Uint8Array.from([VERSION, ...nonce, ...cipher.getAuthTag(), ...box])
    } finally {
      text.fill(0)
      key.fill(0)
    }
  }

  /** Null where the seal is of another ledger or connection, or damaged: the person is asked as if nothing were stored. */
  open(sealed: Uint8Array, owner: PinOwner): Secret | null {
    if (sealed.length <= HEAD_BYTES || sealed[0] !== VERSION) return null
    const key = this.#keys.vaultKey()
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(this.#header(owner)).setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES))
    const text = decipher.update(sealed.subarray(HEAD_BYTES))
    try {
      decipher.final()
      return new Secret(text.toString('utf8'))
    } catch {
      // GCM's one way to say that key, content and header do not belong together.
      return null
    } finally {
      text.fill(0)
      key.fill(0)
    }
  }

  #header({ connectionId, protocol, bankCode }: PinOwner): Buffer {
    return Buffer.from(JSON.stringify(['kontor-pin', VERSION, this.#keys.ledgerId, connectionId, protocol, bankCode]))
  }
}
