import type { Secret } from '#shared/secret.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'

/** A keyring that like a real one opens only what it sealed itself. */
export function keyring(): SecretStore {
  const sealed = new Map<string, Secret>()
  return {
    available: () => Promise.resolve(true),
    seal: (secret) => {
      const name = systemRandom.bytes(8)
      sealed.set(Buffer.from(name).toString('hex'), secret)
      return Promise.resolve(name)
    },
    open: (name) => Promise.resolve(sealed.get(Buffer.from(name).toString('hex'))),
  }
}

/** A computer without a keyring. */
export const noKeyring: SecretStore = {
  available: () => Promise.resolve(false),
  seal: () => Promise.reject(new Error('Bug: asked a missing keyring to seal')),
  open: () => Promise.resolve(undefined),
}
