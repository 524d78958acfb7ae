import type { ConnectionId } from '#shared/connections.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { AccountIdSchema } from '#shared/model.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok } from '#shared/result.ts'
import type { Context, Outcome } from '../command.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'
import { withConnections } from './bench.ts'
import { connectionIdOf, NEEDS_ID, type Values } from './options.ts'

/** `bank delete ID` and `bank delete --all`: what the connection brought goes with it, unless `--keep-rows`. */
export async function removeConnections(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const isAll = values['all'] === true
  if (isAll === (operand !== undefined)) return err(usage('bank delete takes an ID or --all', 'bank delete nimmt eine Nummer oder --all'))
  const rows = values['keep-rows'] === true ? 'keep' : 'delete'
  const id = connectionIdOf(operand)
  if (isAll) return await removeAll(context, rows)
  return id === null ? err(NEEDS_ID) : await removeOne(context, id, rows)
}

/** `bank delete-account ACCOUNT`: with all its rows. The last account of a connection takes it along. */
export async function removeAccount(context: Context, operand: string | undefined): Promise<Outcome> {
  const id = AccountIdSchema.safeParse(Number(operand))
  if (!id.success) return err(usage('bank delete-account takes an account’s number as listed by "accounts"', 'bank delete-account nimmt die Nummer eines Kontos, wie "accounts" sie auflistet'))
  const deleted = await withConnections(context, 'must-exist', ({ connections }) => connections.deleteAccount({ id: id.data }))
  return deleted.ok ? ok({ json: { deleted: { account: id.data, ...deleted.value } }, text: () => words(context.language).removed }) : deleted
}

type Fate = 'keep' | 'delete'

async function removeOne(context: Context, id: ConnectionId, rows: Fate): Promise<Outcome> {
  const deleted = await withConnections(context, 'must-exist', ({ connections }) => connections.delete({ id, rows }))
  return deleted.ok ? ok({ json: { deleted: { id, ...deleted.value } }, text: () => removedText(deleted.value, context.language) }) : deleted
}

async function removeAll(context: Context, rows: Fate): Promise<Outcome> {
  const deleted = await withConnections(context, 'must-exist', ({ connections }) => connections.deleteAll({ rows }))
  return deleted.ok ? ok({ json: deleted.value, text: () => (deleted.value.ids.length === 0 ? words(context.language).noConnections : words(context.language).removed) }) : deleted
}

function removedText({ accounts, transactions, keptTransactions }: Output<'connections.delete'>, language: Language): string {
  const { removed, removedAccounts, removedRows, keptRows } = words(language)
  return `${removed} ${removedAccounts} ${accounts}, ${removedRows} ${transactions}.${keptTransactions === 0 ? '' : ` ${keptRows} ${keptTransactions}.`}`
}
