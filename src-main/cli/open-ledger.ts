import { constants } from 'node:fs'
import { access, mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { currency, type Currency } from '#shared/money.ts'
import { inputFault, type AppError } from '#shared/errors.ts'
import { contract, type Parsed } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { lockLedger } from '#main/ledger/database.ts'
import { toLedgerError } from '#main/ledger/failures.ts'
import { systemClock } from '#main/platform/clock.ts'
import { fileResult } from '#main/platform/files.ts'
import { createKeyFile, unlockWith } from '#main/secrets/keys.ts'
import { hasKeyFile, removeKeyFile, setAsideKeyFile } from '#main/secrets/key-file.ts'
import { kindOfLedgerFile } from '#main/secrets/ledger-file.ts'
import type { LedgerKeys } from '#main/secrets/ledger-keys.ts'
import { finishRestore } from '#main/secrets/restore.ts'
import { Vault } from '#main/secrets/vault.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { OpenRequest } from '#main/worker/protocol.ts'
import type { Context, FileFailure } from './command.ts'
import { cliIncidents } from './incidents.ts'
import { missingFolder } from './target.ts'
import { words } from './words.ts'

const PASSPHRASE_MIN = 8

/** `pretend`: where there is no ledger, one in memory stands in for it, so that a rehearsal leaves nothing behind. */
type Creation = 'create-if-missing' | 'must-exist' | 'pretend'

/** What opening made: nothing where the ledger was there already. The keys of an encrypted one live as long as it is open. */
interface Opened { readonly made: { readonly recoveryKey: Secret | undefined } | undefined; readonly keys: LedgerKeys | undefined }
const NOTHING_MADE: Opened = { made: undefined, keys: undefined }

/** Work with an open ledger; the vault is null where PINs cannot be stored. */
type Use<T, E> = (ledger: LedgerClient, vault: Vault | null) => Promise<Result<T, E>>

/** Opens the context's ledger for one piece of work and lets go of it again, whatever happens. */
export async function withLedger<T, E = AppError>(context: Context, create: Creation, use: Use<T, E>): Promise<Result<T, E | AppError | FileFailure>> {
  const client = createDirectClient({ language: context.language })
  client.onEvent((event) => { if (event.name === 'incident') cliIncidents(context.terminal).recordFromThread(event.value) })
  let made: Opened['made']
  let keys: Opened['keys']
  let isDone = false
  try {
    const opened = await openLedger(context, client, create)
    if (!opened.ok) return err(named(context, opened.error))
    ;({ made, keys } = opened.value)
    const result = await use(checked(client), keys === undefined ? null : new Vault(keys))
    isDone = result.ok
    return result
  } finally {
    await client.close()
    keys?.destroy()
    if (made !== undefined && isDone) showRecoveryKey(context, made.recoveryKey)
    else if (made !== undefined) await removeNewLedger(context.ledgerFile)
  }
}

/** Calls are held against the contract as those of the window are on arrival. */
const checked = (client: LedgerClient): LedgerClient => ({
  prepare: () => { client.prepare() },
  open: (request) => client.open(request),
  close: () => client.close(),
  job: (name, input, signal) => client.job(name, input, signal),
  onEvent: (listener) => client.onEvent(listener),
  call: async (channel, input, signal) => {
    const parsed = contract[channel].input.safeParse(input)
    return parsed.success ? await client.call(channel, parsed.data as Parsed<typeof channel>, signal) : err(inputFault(parsed.error))
  },
})

const NO_LEDGER: AppError = { kind: 'not_found', what: 'ledger' }

/** What is wrong with the ledger's file names it: nobody may have typed its name. */
const named = ({ ledgerFile: file }: Context, error: AppError): AppError | FileFailure => (error.kind === 'storage' || error.kind === 'malformed' || error === NO_LEDGER ? { kind: 'file', file, error } : error)

/** What is wrong with the file that an open ledger is written to. */
export const aboutTarget = (file: string, error: AppError | FileFailure): AppError | FileFailure => (error.kind === 'storage' || error.kind === 'exists' ? { kind: 'file', file, error } : error)

/** Work that failed leaves no ledger behind that was not there before; unless somebody else has begun to use it meanwhile. */
async function removeNewLedger(file: string): Promise<void> {
  await whileLocked(file, async () => {
    for (const part of ['', '-wal', '-shm']) await rm(`${file}${part}`, { force: true })
    await removeKeyFile(file)
    return ok(null)
  })
}

function showRecoveryKey({ terminal, language }: Context, key: Secret | undefined): void {
  if (key !== undefined) terminal.note(`${words(language).recoveryKey}\n  ${key.reveal()}\n`)
}

async function makeMissing(context: Context, client: LedgerClient, create: Creation): Promise<Result<Opened, AppError>> {
  if (create === 'must-exist') return err(NO_LEDGER)
  if (create === 'create-if-missing') return createLedger(context, client)
  const opened = await client.open({ file: ':memory:', key: null, create: true })
  return opened.ok ? ok(NOTHING_MADE) : opened
}

/** Plain or encrypted is the file's own business: only a new ledger asks the options. */
async function openLedger(context: Context, client: LedgerClient, create: Creation): Promise<Result<Opened, AppError>> {
  const { ledgerFile } = context
  const finished = await finishRestore(ledgerFile)
  if (!finished.ok) return finished
  const found = await kindOfLedgerFile(ledgerFile)
  if (!found.ok) return found
  if (found.value === 'missing') return makeMissing(context, client, create)
  if (found.value === 'plain') return openWith(context, client, null)
  if (!(await hasKeyFile(ledgerFile))) return openWithoutKeys(context, client)
  const secret = await passphrase(context, words(context.language).askPassphrase)
  if (secret === undefined) return err({ kind: 'locked' })
  const keys = await unlockWith(ledgerFile, secret)
  if (!keys.ok) return keys
  const opened = await openWith(context, client, keys.value.ledgerKey())
  if (opened.ok) return ok({ ...opened.value, keys: keys.value })
  keys.value.destroy()
  return opened
}

/** Either an encrypted ledger that lost its key file, or no ledger at all: its first bytes tell. */
async function openWithoutKeys(context: Context, client: LedgerClient): Promise<Result<Opened, AppError>> {
  const opened = await openWith(context, client, null)
  return !opened.ok && opened.error.kind === 'locked' ? err({ kind: 'storage', reason: 'key_file_missing' }) : opened
}

async function openWith(context: Context, client: LedgerClient, key: Uint8Array | null): Promise<Result<Opened, AppError>> {
  const opened = await client.open({ file: context.ledgerFile, key, create: false })
  key?.fill(0)
  if (!opened.ok) return opened
  if (opened.value.backup !== null) context.terminal.note(`${words(context.language).migrated} ${opened.value.backup}\n`)
  return ok(NOTHING_MADE)
}

/** The app's own data folder is ours to make; a folder that the user names is not. */
export const makeOwnFolder = ({ ledgerFile, isOwnLedger }: Context): Promise<Result<null, AppError>> => fileResult(async () => {
  if (isOwnLedger) await mkdir(dirname(ledgerFile), { recursive: true, mode: 0o700 })
  return null
})

async function createLedger(context: Context, client: LedgerClient): Promise<Result<Opened, AppError>> {
  const folder = await makeOwnFolder(context)
  if (!folder.ok) return folder
  const { ledgerFile: file, plain } = context
  const nowhere = await missingFolder(file)
  if (nowhere) return err(nowhere)
  if (plain) return opening(client, { file, key: null, create: true, likelyCurrency: likelyCurrency(context) }, { made: { recoveryKey: undefined }, keys: undefined })
  const chosen = await newPassphrase(context)
  if (!chosen.ok) return chosen
  const place = await fileResult(() => access(dirname(file), constants.W_OK))
  return place.ok ? whileLocked(`${file}.new`, () => createEncrypted(context, client, chosen.value)) : place
}

/** The key file comes first and the ledger after it, so a second command must not come between them: it would take the key file for a forgotten one. */
async function createEncrypted(context: Context, client: LedgerClient, passphrase: Secret): Promise<Result<Opened, AppError>> {
  const { ledgerFile: file } = context
  const found = await kindOfLedgerFile(file)
  if (!found.ok || found.value !== 'missing') return found.ok ? err({ kind: 'busy' }) : found
  await setAsideKeyFile(file, systemClock.now())
  const made = await createKeyFile(file, { passphrase })
  if (!made.ok) return made
  const { keys, recoveryKey } = made.value
  const key = keys.ledgerKey()
  const opened = await opening(client, { file, key, create: true, likelyCurrency: likelyCurrency(context) }, { made: { recoveryKey }, keys })
  key.fill(0)
  if (!opened.ok) {
    keys.destroy()
    await removeKeyFile(file)
  }
  return opened
}

/** Nobody else may have the ledger, or what stands for it, meanwhile. */
export async function whileLocked<T>(file: string, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  const lock = tryLock(file)
  if (!lock.ok) return lock
  try {
    return await work()
  } finally {
    lock.value()
  }
}

function tryLock(file: string): Result<() => void, AppError> {
  try {
    return ok(lockLedger(file))
  } catch (cause) {
    const error = toLedgerError(cause)
    if (error === undefined) throw cause
    return err(error)
  }
}

const likelyCurrency = ({ language }: Context): Currency => currency(language === 'de' ? 'EUR' : 'USD')

async function opening(client: LedgerClient, request: OpenRequest, opened: Opened): Promise<Result<Opened, AppError>> {
  const result = await client.open(request)
  return result.ok ? ok(opened) : result
}

async function newPassphrase(context: Context): Promise<Result<Secret, AppError>> {
  const say = words(context.language)
  const invalid = (reason: string): Result<Secret, AppError> => err({ kind: 'invalid_input', path: 'KONTOR_PASSPHRASE', reason })
  const first = await passphrase(context, say.askNewPassphrase)
  if (first === undefined) return invalid(say.needsPassphrase)
  if (Array.from(first.reveal().normalize('NFKC')).length < PASSPHRASE_MIN) return invalid(say.passphraseShort)
  if (fromEnvironment(context) !== undefined) return ok(first)
  const again = await context.terminal.askSecret(say.askAgain)
  return again?.reveal() === first.reveal() ? ok(first) : invalid(say.passphrasesDiffer)
}

const passphrase = async (context: Context, question: string): Promise<Secret | undefined> => fromEnvironment(context) ?? context.terminal.askSecret(question)

function fromEnvironment({ terminal }: Context): Secret | undefined {
  const text = terminal.env['KONTOR_PASSPHRASE']
  return text === undefined || text === '' ? undefined : new Secret(text)
}
