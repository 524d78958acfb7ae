import type { Secret } from '#shared/secret.ts'

/**
 * The operating system's keyring, passed in by the app. Linux without one (Chromium's `basic_text`) is unavailable here:
 * a key that only obscurity protects is none.
 */
export interface SecretStore {
  available(): Promise<boolean>
  seal(secret: Secret): Promise<Uint8Array>
  /** Undefined where this keyring did not seal it: another computer, another user, an emptied keyring. */
  open(sealed: Uint8Array): Promise<Secret | undefined>
}
