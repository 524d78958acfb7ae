import { safeStorage } from 'electron'
import process from 'node:process'
import { Secret } from '#shared/secret.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'

/** A keyring that does not answer (a desktop half started) must not keep the window waiting. */
const ANSWER_MAX_MS = 3_000

/** The system's keyring through Electron: Keychain, DPAPI, libsecret, KWallet. Call after Electron is ready. */
export const systemKeyring: SecretStore = {
  async available() {
    // Chromium's stand-in encrypts with a password that stands in its source.
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
    return Promise.race([safeStorage.isAsyncEncryptionAvailable().catch(() => false), giveUp()])
  },
  seal: (secret) => safeStorage.encryptStringAsync(secret.reveal()),
  async open(sealed) {
    try {
      return new Secret((await safeStorage.decryptStringAsync(Buffer.from(sealed))).result)
    } catch {
      // Electron has no kinds of failure here: whatever it is, this keyring does not open the slot.
      return undefined
    }
  },
}

const giveUp = (): Promise<false> => new Promise((resolve) => { setTimeout(() => { resolve(false) }, ANSWER_MAX_MS).unref() })
