import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'
import { hasKeyFile, newKeyFile, readKeyFile, writeFirstKeyFile, writeKeyFile, type KeyFile, type Slot, type SlotKind } from './key-file.ts'
import type { SecretStore } from './keyring.ts'
import { LedgerKeys } from './ledger-keys.ts'
import { generateRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import { deriveKey, type Derive } from './scrypt.ts'
import {
  openWithKeyring, openWithPassphrase, openWithRecoveryKey, SCRYPT_COST, sealWithKeyring, sealWithPassphrase, sealWithRecoveryKey, type Making,
} from './slots.ts'

export { hasKeyFile, type Making }

/** What may seal a new ledger's key. The recovery slot is always made besides. */
export interface Openers {
  readonly passphrase?: Secret | undefined
  readonly keyring?: SecretStore | undefined
}

export const MAKING: Making = { random: systemRandom, cost: SCRYPT_COST, derive: deriveKey }

export interface NewKeys { readonly keys: LedgerKeys; readonly recoveryKey: Secret }

/** Makes the key file of a new ledger. The recovery key is in the answer and nowhere else: it is shown once. */
export async function createKeyFile(ledger: string, { passphrase, keyring }: Openers, making: Making = MAKING): Promise<Result<NewKeys, AppError>> {
  if (await hasKeyFile(ledger)) return err({ kind: 'exists', what: 'ledger' })
  if (keyring !== undefined && !(await keyring.available())) return err({ kind: 'no_secret_store' })
  const { random } = making
  const ledgerId = random.uuid()
  const master = random.bytes(32)
  const recoveryKey = generateRecoveryKey(random)
  const slots: Slot[] = [sealWithRecoveryKey(master, recoveryKey, ledgerId, random)]
  if (passphrase !== undefined) slots.push(await sealWithPassphrase(master, passphrase, ledgerId, making))
  if (keyring !== undefined) slots.push(await sealWithKeyring(master, keyring, ledgerId, random))
  const written = await writeFirstKeyFile(ledger, { ...newKeyFile(ledgerId), slots })
  const keys = new LedgerKeys(master, ledgerId)
  if (written.ok) return ok({ keys, recoveryKey })
  keys.destroy()
  return written
}

/** Opens by what a person types: the recovery key or the passphrase. */
export async function unlockWith(ledger: string, secret: Secret, derive: Derive = deriveKey): Promise<Result<LedgerKeys, AppError>> {
  const file = await readKeyFile(ledger)
  if (!file.ok) return file
  const { ledgerId, slots } = file.value
  const recovery = parseRecoveryKey(secret)
  try {
    for (const slot of slots) {
      const master = await tryTyped(slot, secret, recovery, ledgerId, derive)
      if (master !== undefined) return ok(new LedgerKeys(master, ledgerId))
    }
  } finally {
    recovery?.fill(0)
  }
  return err({ kind: 'passphrase_wrong' })
}

async function tryTyped(slot: Slot, secret: Secret, recovery: Uint8Array | undefined, ledgerId: string, derive: Derive): Promise<Uint8Array | undefined> {
  if (slot.kind === 'recovery') return recovery && openWithRecoveryKey(slot, recovery, ledgerId)
  return slot.kind === 'passphrase' ? openWithPassphrase(slot, secret, ledgerId, derive) : undefined
}

/** Opens without a question. `no_secret_store`: there is no keyring slot, no keyring, or one that does not know the slot. */
export async function unlockWithKeyring(ledger: string, store: SecretStore): Promise<Result<LedgerKeys, AppError>> {
  const file = await readKeyFile(ledger)
  if (!file.ok) return file
  const { ledgerId, slots } = file.value
  const slot = slots.find(({ kind }) => kind === 'keyring')
  if (slot?.kind !== 'keyring' || !(await store.available())) return err({ kind: 'no_secret_store' })
  const master = await openWithKeyring(slot, store, ledgerId)
  return master === undefined ? err({ kind: 'no_secret_store' }) : ok(new LedgerKeys(master, ledgerId))
}

/** Sets or replaces the passphrase; the old one opens nothing afterwards. */
export async function setPassphrase(ledger: string, keys: LedgerKeys, passphrase: Secret, making: Making = MAKING): Promise<Result<null, AppError>> {
  return changeSlot(ledger, keys, 'passphrase', (master, ledgerId) => sealWithPassphrase(master, passphrase, ledgerId, making))
}

/** Replaces the recovery key; the old one opens nothing afterwards. */
export async function newRecoveryKey(ledger: string, keys: LedgerKeys, random: Random = systemRandom): Promise<Result<Secret, AppError>> {
  const recoveryKey = generateRecoveryKey(random)
  const changed = await changeSlot(ledger, keys, 'recovery', (master, ledgerId) => Promise.resolve(sealWithRecoveryKey(master, recoveryKey, ledgerId, random)))
  return changed.ok ? ok(recoveryKey) : changed
}

/** Adds the keyring's slot, or takes it away (null). It stays where nothing but the recovery key would be left. */
export async function setKeyring(ledger: string, keys: LedgerKeys, store: SecretStore | null, random: Random = systemRandom): Promise<Result<null, AppError>> {
  if (store === null) return changeSlot(ledger, keys, 'keyring', undefined)
  if (!(await store.available())) return err({ kind: 'no_secret_store' })
  return changeSlot(ledger, keys, 'keyring', (master, ledgerId) => sealWithKeyring(master, store, ledgerId, random))
}

export type Slots = Readonly<Record<SlotKind, boolean>>

/** Which slots a ledger has. */
export async function slotsOf(ledger: string): Promise<Result<Slots, AppError>> {
  const file = await readKeyFile(ledger)
  return file.ok ? ok(kindsOf(file.value)) : file
}

const kindsOf = ({ slots }: KeyFile): Slots => ({
  passphrase: slots.some(({ kind }) => kind === 'passphrase'),
  keyring: slots.some(({ kind }) => kind === 'keyring'),
  recovery: slots.some(({ kind }) => kind === 'recovery'),
})

type MakeSlot = (master: Uint8Array, ledgerId: string) => Promise<Slot>

async function changeSlot(ledger: string, keys: LedgerKeys, kind: SlotKind, make: MakeSlot | undefined): Promise<Result<null, AppError>> {
  const file = await readKeyFile(ledger)
  if (!file.ok) return file
  const { ledgerId, slots } = file.value
  // The file was swapped under the open ledger: sealing its key there would open the wrong one.
  if (ledgerId !== keys.ledgerId) return err({ kind: 'malformed', reason: 'key_file', line: null })
  const others = slots.filter((slot) => slot.kind !== kind)
  if (make === undefined && !others.some((slot) => slot.kind !== 'recovery')) return err({ kind: 'unsupported', what: 'last_opener' })
  const slot = make && await keys.withMaster((master) => make(master, ledgerId))
  return writeKeyFile(ledger, { ...file.value, slots: slot ? [...others, slot] : others })
}
