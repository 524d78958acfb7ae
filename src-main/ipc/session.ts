import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import type { AppError } from '#shared/errors.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { Currency } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { Clock } from '#main/platform/clock.ts'
import { fileResult } from '#main/platform/files.ts'
import type { ReportBug } from '#main/platform/incidents.ts'
import type { DataPaths } from '#main/platform/paths.ts'
import type { Progress } from '#main/secrets/backup-file.ts'
import { removeKeyFile, setAsideKeyFile } from '#main/secrets/key-file.ts'
import type { SecretStore } from '#main/secrets/keyring.ts'
import { createKeyFile, newRecoveryKey, setKeyring, setPassphrase, slotsOf, unlockWith, unlockWithKeyring, type Making, type Slots } from '#main/secrets/keys.ts'
import { kindOfLedgerFile } from '#main/secrets/ledger-file.ts'
import type { LedgerKeys } from '#main/secrets/ledger-keys.ts'
import { decideRestore, finishRestore } from '#main/secrets/restore.ts'
import { Vault } from '#main/secrets/vault.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { oneAtATime } from './one-at-a-time.ts'

export interface SessionState {
  readonly phase: AppState['phase']
  readonly problem: AppError | null
  readonly encrypted: boolean
  readonly slots: Slots
  /** The user or the clock locked it, now or before the last restart. */
  readonly lockedOnPurpose: boolean
}

export interface NewLedger { readonly passphrase?: Secret | undefined; readonly keyring: boolean; readonly baseCurrency: Currency }

export interface SessionParts {
  readonly paths: DataPaths
  readonly ledger: LedgerClient
  readonly store: SecretStore
  readonly clock: Clock
  readonly reportBug: ReportBug
  /** Chance and cost of new key slots. */
  readonly making: Making
  readonly onChange: (state: SessionState) => void
  /** Runs while the ledger is open and nobody has been told yet. */
  readonly afterOpen?: (() => Promise<void>) | undefined
  /** Runs before the ledger closes: whoever works with it ends that. */
  readonly beforeClose?: (() => Promise<void>) | undefined
}

const NO_SLOTS: Slots = { passphrase: false, keyring: false, recovery: false }
const FIRST_RUN: SessionState = { phase: 'first-run', problem: null, encrypted: false, slots: NO_SLOTS, lockedOnPurpose: false }
/** A thread that dies again so soon would die for ever. */
const REVIVAL_PAUSE_MS = 60_000

/**
 * Whether the ledger is open, and the one key to it. Every change of that goes through here, one at a time, so that a lock
 * never meets a half-opened ledger.
 */
export class Session {
  readonly #parts: SessionParts
  readonly #inTurn = oneAtATime()
  #state: SessionState = FIRST_RUN
  #keys: LedgerKeys | undefined
  #keyringAvailable = false
  readonly #started = Promise.withResolvers<undefined>()
  #revivedAtMs = -Infinity

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  get state(): SessionState {
    return this.#state
  }

  get isOpen(): boolean {
    return this.#state.phase === 'open'
  }

  /** A ledger without a passphrase cannot lock: nobody could type it open again, short of the recovery key. */
  get canLock(): boolean {
    return this.isOpen && this.#state.slots.passphrase
  }

  /** Seals PINs for the open ledger; null where it is closed or not encrypted. */
  get vault(): Vault | null {
    return this.isOpen && this.#keys !== undefined ? new Vault(this.#keys, this.#parts.making.random) : null
  }

  get keyringAvailable(): boolean {
    return this.#keyringAvailable
  }

  /** Settles when it is known for the first time what is there. Before that no state is worth telling. */
  get started(): Promise<undefined> {
    return this.#started.promise
  }

  get keyringUnlock(): boolean {
    return this.#state.phase === 'locked' && this.#state.slots.keyring && !this.#state.lockedOnPurpose
  }

  /** Looks at what is there: nothing yet, a plain ledger, one that the keyring opens, or one to ask for. */
  start(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const [available] = await Promise.all([this.#parts.store.available(), this.#look()])
        this.#keyringAvailable = available
      } catch (cause) {
        this.#break({ kind: 'bug', incidentId: this.#parts.reportBug('session.start', cause) })
      }
      this.#started.resolve(undefined)
    })
  }

  create({ passphrase, keyring, baseCurrency }: NewLedger): Promise<Result<{ recoveryKey: Secret }, AppError>> {
    return this.#inTurn(async () => {
      const { paths: { folder, ledger: file }, ledger, store, clock, making } = this.#parts
      if (this.#state.phase !== 'first-run') return err({ kind: 'exists', what: 'ledger' })
      if (passphrase === undefined && !keyring) return err({ kind: 'invalid_input', path: 'passphrase' })
      const prepared = await fileResult(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await setAsideKeyFile(file, clock.now())
      })
      if (!prepared.ok) return prepared
      ledger.prepare()
      const made = await createKeyFile(file, { passphrase, keyring: keyring ? store : undefined }, making)
      if (!made.ok) return made
      const key = made.value.keys.ledgerKey()
      const opened = await ledger.open({ file, key, create: true, baseCurrency })
      key.fill(0)
      if (!opened.ok) {
        made.value.keys.destroy()
        await removeKeyFile(file)
        return opened
      }
      this.#keys = made.value.keys
      await this.#parts.afterOpen?.()
      this.#become({ ...FIRST_RUN, phase: 'open', encrypted: true, slots: { passphrase: passphrase !== undefined, keyring, recovery: true } })
      return ok({ recoveryKey: made.value.recoveryKey })
    })
  }

  /** By what was typed; without it by the keyring, or by simply trying again where nothing is locked. */
  unlock(secret?: Secret): Promise<Result<null, AppError>> {
    return this.#inTurn(async () => {
      const { phase, problem, slots } = await this.#lookAgain()
      if (phase === 'open') return ok(null)
      if (phase !== 'locked') return err(problem ?? { kind: 'not_found', what: 'ledger' })
      if (secret === undefined && !this.keyringUnlock) return err(slots.keyring ? { kind: 'locked' } : { kind: 'no_secret_store' })
      const { paths, store, ledger, making } = this.#parts
      // The key takes its time too: both at once.
      ledger.prepare()
      const keys = secret === undefined ? await unlockWithKeyring(paths.ledger, store) : await unlockWith(paths.ledger, secret, making.derive)
      if (!keys.ok) return keys
      const opened = await this.#open(keys.value)
      if (opened.ok) await rm(paths.lockMark, { force: true })
      return opened
    })
  }

  /** The window goes dark at once; the threads finish what they are at, close the file, and the key is cleared. */
  lock(): Promise<Result<null, AppError>> {
    return this.#inTurn(async () => {
      if (this.#state.phase === 'locked') return ok(null)
      if (!this.canLock) return err({ kind: 'unsupported', what: 'lock' })
      this.#become({ ...this.#state, phase: 'locked', lockedOnPurpose: true })
      await this.#letGo()
      // Without the mark only the restart is weaker; the lock itself stands.
      await fileResult(() => writeFile(this.#parts.paths.lockMark, ''))
      return ok(null)
    })
  }

  /** Before the app ends. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#letGo())
  }

  setPassphrase(passphrase: Secret): Promise<Result<null, AppError>> {
    return this.#withKeys((keys, file) => setPassphrase(file, keys, passphrase, this.#parts.making))
  }

  newRecoveryKey(): Promise<Result<Secret, AppError>> {
    return this.#withKeys((keys, file) => newRecoveryKey(file, keys, this.#parts.making.random))
  }

  setKeyring(isEnabled: boolean): Promise<Result<null, AppError>> {
    return this.#withKeys((keys, file) => setKeyring(file, keys, isEnabled ? this.#parts.store : null, this.#parts.making.random))
  }

  /** The backup is checked whole before the open ledger is let go of; afterwards its own passphrase opens. */
  restore(backup: string, progress: Progress): Promise<Result<null, AppError>> {
    return this.#inTurn(async () => {
      const { paths: { folder, ledger: file, lockMark }, clock } = this.#parts
      const ready = await fileResult(() => mkdir(folder, { recursive: true, mode: 0o700 }))
      if (!ready.ok) return ready
      const decided = await decideRestore(backup, file, clock.now(), progress)
      if (!decided.ok) return decided
      await this.#letGo()
      await rm(lockMark, { force: true })
      await this.#look()
      return this.#state.phase === 'broken' && this.#state.problem ? err(this.#state.problem) : ok(null)
    })
  }

  /** A thread died: open again once; if that does not last, say so. */
  revive(incidentId: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.isOpen) return
      const { clock, ledger } = this.#parts
      const isTooSoon = clock.monotonicMs() - this.#revivedAtMs < REVIVAL_PAUSE_MS
      this.#revivedAtMs = clock.monotonicMs()
      await this.#parts.beforeClose?.()
      await ledger.close()
      if (!isTooSoon) await this.#open(this.#keys ?? null)
      else {
        await this.#letGo()
        this.#become({ ...this.#state, phase: 'broken', problem: { kind: 'bug', incidentId } })
      }
    })
  }

  /** What was broken may have been mended: a file put back, another process ended. */
  async #lookAgain(): Promise<SessionState> {
    if (this.#state.phase === 'broken') await this.#look()
    return this.#state
  }

  async #look(): Promise<void> {
    const file = this.#parts.paths.ledger
    const finished = await finishRestore(file)
    const kind = finished.ok ? await kindOfLedgerFile(file) : finished
    if (!kind.ok) this.#break(kind.error)
    else if (kind.value === 'missing') this.#become(FIRST_RUN)
    else if (kind.value === 'plain') await this.#open(null)
    else await this.#lookAtSlots()
  }

  async #lookAtSlots(): Promise<void> {
    const { paths: { ledger: file, lockMark }, store } = this.#parts
    const slots = await slotsOf(file)
    if (!slots.ok) {
      this.#break(slots.error)
      return
    }
    const lockedOnPurpose = slots.value.passphrase && await exists(lockMark)
    const keys = slots.value.keyring && !lockedOnPurpose ? await unlockWithKeyring(file, store) : undefined
    this.#become({ phase: 'locked', problem: null, encrypted: true, slots: slots.value, lockedOnPurpose })
    if (keys?.ok === true) await this.#open(keys.value)
  }

  /** Takes the keys for good: they are kept while the ledger is open and cleared where it does not open. */
  async #open(keys: LedgerKeys | null): Promise<Result<null, AppError>> {
    const { paths: { ledger: file }, ledger } = this.#parts
    const key = keys?.ledgerKey() ?? null
    const opened = await ledger.open({ file, key, create: false })
    key?.fill(0)
    if (opened.ok) {
      this.#keys = keys ?? undefined
      await this.#parts.afterOpen?.()
      this.#become({ ...this.#state, phase: 'open', problem: null, encrypted: keys !== null, lockedOnPurpose: false })
      return ok(null)
    }
    keys?.destroy()
    this.#keys = undefined
    // Another process may let go of it any moment; a locked ledger can simply be asked again.
    if (opened.error.kind !== 'busy' || this.#state.phase !== 'locked') this.#break(opened.error)
    return opened
  }

  async #letGo(): Promise<void> {
    await this.#parts.beforeClose?.()
    await this.#parts.ledger.close()
    this.#keys?.destroy()
    this.#keys = undefined
  }

  #withKeys<T>(work: (keys: LedgerKeys, file: string) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    return this.#inTurn(async () => {
      if (!this.isOpen) return err({ kind: 'locked' })
      if (this.#keys === undefined) return err({ kind: 'unsupported', what: 'plain_ledger' })
      const file = this.#parts.paths.ledger
      const done = await work(this.#keys, file)
      const slots = await slotsOf(file)
      if (slots.ok) this.#become({ ...this.#state, slots: slots.value })
      return done
    })
  }

  #break(problem: AppError): void {
    this.#become({ ...FIRST_RUN, phase: 'broken', problem })
  }

  #become(state: SessionState): void {
    this.#state = state
    this.#parts.onChange(state)
  }
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)
