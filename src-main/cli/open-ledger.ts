import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { currency } from '#shared/money.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { fileResult } from '#main/platform/files.ts'
import { createKeyFile, unlockWith } from '#main/secrets/keys.ts'
import { removeKeyFile } from '#main/secrets/key-file.ts'
import { kindOfLedgerFile } from '#main/secrets/ledger-file.ts'
import { finishRestore } from '#main/secrets/restore.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Context } from './command.ts'
import { cliIncidents } from './incidents.ts'
import { words } from './words.ts'

const PASSPHRASE_MIN = 8

type Creation = 'create-if-missing' | 'must-exist'

/** Opens the context's ledger for one piece of work and lets go of it again, whatever happens. */
export async function withLedger<T, E = AppError>(context: Context, create: Creation, use: (ledger: LedgerClient) => Promise<Result<T, E>>): Promise<Result<T, E | AppError>> {
  const client = createDirectClient()
  client.onEvent((event) => { if (event.name === 'incident') cliIncidents(context.terminal).recordFromThread(event.value) })
  try {
    const opened = await openLedger(context, client, create)
    return opened.ok ? await use(client) : opened
  } finally {
    await client.close()
  }
}

/** Plain or encrypted is the file's own business: only a new ledger asks the options. */
async function openLedger(context: Context, client: LedgerClient, create: Creation): Promise<Result<null, AppError>> {
  const finished = await finishRestore(context.ledgerFile)
  if (!finished.ok) return finished
  const found = await kindOfLedgerFile(context.ledgerFile)
  if (!found.ok) return found
  if (found.value === 'missing') return create === 'must-exist' ? err({ kind: 'storage', reason: 'missing' }) : createLedger(context, client)
  if (found.value === 'plain') return openWith(context, client, null)
  const secret = await passphrase(context, words(context.language).askPassphrase)
  if (secret === undefined) return err({ kind: 'locked' })
  const keys = await unlockWith(context.ledgerFile, secret)
  if (!keys.ok) return keys
  const key = keys.value.ledgerKey()
  keys.value.destroy()
  return openWith(context, client, key)
}

async function openWith(context: Context, client: LedgerClient, key: Uint8Array | null): Promise<Result<null, AppError>> {
  const opened = await client.open({ file: context.ledgerFile, key, create: false })
  key?.fill(0)
  if (!opened.ok) return opened
  if (opened.value.backup !== null) context.terminal.note(`${words(context.language).migrated} ${opened.value.backup}\n`)
  return ok(null)
}

/** The app's own data folder is ours to make; a folder that the user names is not. */
export const makeOwnFolder = ({ ledgerFile, isOwnLedger }: Context): Promise<Result<null, AppError>> => fileResult(async () => {
  if (isOwnLedger) await mkdir(dirname(ledgerFile), { recursive: true, mode: 0o700 })
  return null
})

async function createLedger(context: Context, client: LedgerClient): Promise<Result<null, AppError>> {
  const folder = await makeOwnFolder(context)
  if (!folder.ok) return folder
  const { ledgerFile: file, terminal, language } = context
  const baseCurrency = currency(language === 'de' ? 'EUR' : 'USD')
  if (context.plain) return done(await client.open({ file, key: null, create: true, baseCurrency }))
  const chosen = await newPassphrase(context)
  if (!chosen.ok) return chosen
  const made = await createKeyFile(file, { passphrase: chosen.value })
  if (!made.ok) return made
  const key = made.value.keys.ledgerKey()
  made.value.keys.destroy()
  const opened = await client.open({ file, key, create: true, baseCurrency })
  key.fill(0)
  if (!opened.ok) {
    await removeKeyFile(file)
    return opened
  }
  terminal.note(`${words(language).recoveryKey}\n  ${made.value.recoveryKey.reveal()}\n`)
  return ok(null)
}

const done = (result: Result<unknown, AppError>): Result<null, AppError> => (result.ok ? ok(null) : result)

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
