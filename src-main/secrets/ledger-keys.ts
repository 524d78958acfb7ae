import { hkdfSync } from 'node:crypto'
import { assert } from '#shared/result.ts'

const KEY_BYTES = 32
const LEDGER_LABEL = 'kontor ledger file 1'
const VAULT_LABEL = 'kontor vault 1'

/** The master key of an open ledger. Held by main while the ledger is open, cleared when it locks. */
export class LedgerKeys {
  readonly #master: Uint8Array
  readonly ledgerId: string

  /** Takes the bytes for good: `destroy` clears them. */
  constructor(master: Uint8Array, ledgerId: string) {
    assert(master.length === KEY_BYTES, 'a master key has 32 bytes')
    this.#master = master
    this.ledgerId = ledgerId
  }

  /** Encrypts the ledger file. A fresh copy each time; whoever takes it clears it. */
  ledgerKey(): Uint8Array<ArrayBuffer> {
    return this.#derive(LEDGER_LABEL)
  }

  /** Encrypts stored PINs. Its own label, so that one key never serves two purposes. */
  vaultKey(): Uint8Array<ArrayBuffer> {
    return this.#derive(VAULT_LABEL)
  }

  /**
   * For sealing into another slot. The work gets a copy: it may take half a second, and a lock in between clears the
   * original. A slot must never hold zeros.
   */
  async withMaster<T>(use: (master: Uint8Array) => Promise<T>): Promise<T> {
    this.#assertAlive()
    const copy = Uint8Array.from(this.#master)
    try {
      return await use(copy)
    } finally {
      copy.fill(0)
    }
  }

  destroy(): void {
    this.#master.fill(0)
  }

  #derive(label: string): Uint8Array<ArrayBuffer> {
    this.#assertAlive()
    return new Uint8Array(hkdfSync('sha256', this.#master, this.ledgerId, label, KEY_BYTES))
  }

  /** A cleared key is all zeros, and a ledger encrypted under zeros would look locked to nobody. */
  #assertAlive(): void {
    assert(this.#master.some((byte) => byte !== 0), 'the ledger is locked, its key is gone')
  }
}
