import type { Connection } from '#shared/connections.ts'
import { isDecimal } from '#shared/decimal.ts'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { toMinor } from '#shared/money.ts'
import { movesMoney, readBatch, type BatchWish, type TransferWish } from '#shared/ofx-batch.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { readFileBounded } from '#main/platform/files.ts'
import type { BatchItem } from '#main/sync/index.ts'
import type { Context, FileFailure, Outcome } from '../command.ts'
import { usage, type Usage } from '../usage.ts'
import { words } from '../words.ts'
import { batchText, itemJson } from './batch-report.ts'
import { pinFor, withConnections, type BankFailure, type Bench } from './bench.ts'
import { confirmTransfers } from './confirm.ts'
import { connectionIdOf, NEEDS_ID, type Values } from './options.ts'
import { respondentOptions } from './respondent.ts'

/** `bank batch ID FILE`: sends what the file asks for in one request under one sign-on, and tells what the bank said to each item. */
export async function sendBatch(context: Context, operands: readonly string[], values: Values): Promise<Outcome> {
  const [operand, file] = operands
  if (file === undefined) return err(usage('bank batch takes an ID and a file', 'bank batch nimmt eine Nummer und eine Datei'))
  const wishes = await wishesIn(file)
  if (!wishes.ok) return wishes
  const sent = await send(context, operand, wishes.value, values)
  if (!sent.ok) return sent
  for (const { uid } of sent.value.filter(({ fate }) => fate === 'unclear')) context.terminal.note(`${words(context.language).transferUnclear} ${uid}\n`)
  return ok({ json: { items: sent.value.map(itemJson) }, text: () => batchText(sent.value, context.language) })
}

/** Sends wishes through a connection; whatever moves money only after a person has said yes. */
export async function send(context: Context, operand: string | undefined, wishes: readonly BatchWish[], values: Values): Promise<Result<readonly BatchItem[], BankFailure | FileFailure>> {
  const id = connectionIdOf(operand)
  if (id === null) return err(NEEDS_ID)
  return await withConnections(context, 'must-exist', async (bench): Promise<Result<readonly BatchItem[], BankFailure>> => {
    const found = await bench.connections.get([id])
    if (!found.ok) return found
    const [connection] = found.value
    if (connection === undefined) return err({ kind: 'not_found', what: 'connection' })
    if (connection.bank.protocol !== 'ofx') return err({ kind: 'unsupported', what: 'operation' })
    const meant = meantIn(wishes, connection)
    if (meant === null) return err({ kind: 'not_found', what: 'account' })
    const [moving, sides] = [meant.filter(movesMoney), await sidesOf(connection, bench)]
    const unfit = moving.find((wish) => !isHeldBy(wish, sides))
    if (unfit !== undefined) return err(usage(`the amount ${amountOf(unfit)} has more decimals than the currency of its account`, `der Betrag ${amountOf(unfit)} hat mehr Nachkommastellen als die Währung seines Kontos`))
    const agreed = await confirmTransfers(context, moving, sides, values['confirm'] === true)
    return agreed.ok ? await post(context, bench, connection, meant) : agreed
  }, respondentOptions(values))
}

async function post(context: Context, bench: Bench, { id }: Connection, wishes: readonly BatchWish[]): Promise<Result<readonly BatchItem[], BankFailure>> {
  const pin = await pinFor(context, bench, id)
  if (!pin.ok) return pin
  const started = await bench.connections.batch({ id, pin: pin.value, wishes })
  if (!started.ok) return started
  const finished = await bench.finish(started.value)
  // What was sent is told, whatever happened after.
  if (finished?.batch !== undefined) return ok(finished.batch.items)
  const followed = await bench.follow(started)
  return followed.ok ? err({ kind: 'answer_unreadable' }) : followed
}

/** The accounts with their currencies: OFX names those in statements only, so the ledger knows them and the bank's list does not. */
async function sidesOf(connection: Connection, { ledger }: Bench): Promise<Connection> {
  const known = await ledger.call('accounts.list', undefined)
  const currencies = new Map(known.ok ? known.value.map(({ id, currency }) => [id, currency]) : [])
  return { ...connection, accounts: connection.accounts.map((account) => ({ ...account, currency: account.currency ?? (account.accountId === null ? null : currencies.get(account.accountId) ?? null) })) }
}

const amountOf = (wish: TransferWish): string => (wish.action === 'cancel' ? '' : wish.amount)

/** A bank would round `1.234` dollars, or take them for thousands. */
function isHeldBy(wish: TransferWish, { accounts }: Connection): boolean {
  if (wish.action === 'cancel') return true
  const code = accounts.find(({ key }) => key === wish.from)?.currency ?? null
  return code === null || [wish.amount, wish.principal ?? '0', wish.interest ?? '0'].every((amount) => isDecimal(amount) && toMinor(amount, code) !== undefined)
}

/** The wishes with each account under its key; null where one names no account of the connection, or several. */
function meantIn(wishes: readonly BatchWish[], { accounts }: Connection): BatchWish[] | null {
  const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase()
  const keyOf = (name: string): string | null => {
    const own = accounts.filter(({ key, number, iban }) => [key, number, iban].some((known) => known !== null && plain(known) === plain(name)))
    return own.length === 1 ? own[0]?.key ?? null : null
  }
  const meant = wishes.map((wish) => {
    const names = Object.entries(wish).filter((entry): entry is [string, string] => (ACCOUNT_FIELDS[wish.kind] ?? []).includes(entry[0]) && typeof entry[1] === 'string')
    const keys = names.map(([field, name]) => [field, keyOf(name)] as const)
    return keys.some(([, key]) => key === null) ? null : { ...wish, ...Object.fromEntries(keys) }
  })
  return meant.includes(null) ? null : meant.filter((wish) => wish !== null)
}

const SIDES = ['from', 'to']
/** Where a wish names an account; a statement's `from` is a day. */
const ACCOUNT_FIELDS: Readonly<Partial<Record<BatchWish['kind'], readonly string[]>>> = { 'statement': ['account'], 'closings': ['account'], 'transfers': ['account'], 'transfer': SIDES, 'recurring-transfer': SIDES }

async function wishesIn(file: string): Promise<Result<readonly BatchWish[], Usage | FileFailure>> {
  const bytes = await readFileBounded(file, FILE_BYTES_MAX)
  if (!bytes.ok) return err({ kind: 'file', file, error: bytes.error })
  const wishes = readBatch(new TextDecoder().decode(bytes.value))
  return wishes.ok ? wishes : err(usage(`${file}: ${wishes.error.en}`, `${file}: ${wishes.error.de}`))
}
