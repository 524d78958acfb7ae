import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** How hard a guess is made (RFC 7914 §2). */
export interface ScryptCost { readonly N: number; readonly r: number; readonly p: number }

/** A passphrase that shall become a key of so many bytes. */
export interface ScryptOrder { readonly passphrase: string; readonly salt: Uint8Array; readonly keyBytes: number; readonly cost: ScryptCost }

/** Whoever carries such an order out. It takes a third of a second: never on a thread that a window waits for. */
export type Derive = (order: ScryptOrder) => Promise<Uint8Array>

const SPARE_BYTES = 32 * 1024 * 1024
const scryptAsync = promisify<string, Uint8Array, number, ScryptCost & { maxmem: number }, Buffer>(scrypt)

/**
 * Node's own, beside the thread that asks. Not for Electron, whose runtime (BoringSSL) checks the cost by deriving a whole key
 * on the thread that asked: the app has `scrypt-library.ts` in a thread of its own.
 */
export const deriveKey: Derive = ({ passphrase, salt, keyBytes, cost }) =>
  scryptAsync(passphrase, salt, keyBytes, { ...cost, maxmem: 128 * cost.N * cost.r * cost.p + SPARE_BYTES })
