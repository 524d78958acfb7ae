import { safeStorage } from 'electron'
import process from 'node:process'
import { Secret } from '#shared/secret.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'

/** A keyring that does not answer (a desktop half started) must not keep the window waiting. */
const ANSWER_MAX_MS = 3_000
const ASK_AGAIN_MS = 50

/** The system's keyring through Electron: Keychain, DPAPI, libsecret, KWallet. Call after Electron is ready. */
export const systemKeyring: SecretStore = {
  async available() {
    // Chromium's stand-in encrypts with a password that stands in its source.
    if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
    return Promise.race([isInitialised(), wait(ANSWER_MAX_MS).then(() => false)])
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

/**
 * Electron 45 answers once it has looked. Electron 42 answers at once, "no" until it has looked, and crashes when it is
 * asked to seal before; there is no harm in asking it again.
 */
async function isInitialised(): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < ANSWER_MAX_MS; waitedMs += ASK_AGAIN_MS) {
    const answer: unknown = safeStorage.isAsyncEncryptionAvailable()
    if (answer instanceof Promise || answer === true) return await answer === true
    await wait(ASK_AGAIN_MS)
  }
  return false
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref() })
