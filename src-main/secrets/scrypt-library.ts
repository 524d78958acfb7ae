import { scrypt } from 'hash-wasm'
import type { Derive } from './scrypt.ts'

/** scrypt by WebAssembly, at half of what Electron's own takes. It holds the thread that asks until the key is there. */
export const deriveByLibrary: Derive = ({ passphrase, salt, keyBytes, cost: { N, r, p } }) =>
  scrypt({ password: passphrase, salt, costFactor: N, blockSize: r, parallelism: p, hashLength: keyBytes, outputType: 'binary' })
