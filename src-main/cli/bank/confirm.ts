import type { Connection } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { TransferWish } from '#shared/ofx-batch.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Context } from '../command.ts'
import { usageIn, type Usage } from '../usage.ts'
import { words, type Words } from '../words.ts'

/** Shows what would be moved, both sides, amount and day, and asks for a yes; `--confirm` is the yes where nobody can be asked. */
export async function confirmTransfers({ terminal, language }: Context, wishes: readonly TransferWish[], connection: Connection, isConfirmed: boolean): Promise<Result<null, AppError | Usage>> {
  if (wishes.length === 0) return ok(null)
  const say = words(language)
  const lines = wishes.map((wish) => `  ${lineOf(wish, connection, say)}\n`).join('')
  terminal.note(`${connection.name}\n${lines}`)
  if (isConfirmed) return ok(null)
  const typed = await terminal.ask?.(say.confirmTransfer)
  if (typed === undefined) return err(usageIn(({ needsConfirm }) => needsConfirm))
  return typed.trim().toLowerCase() === say.confirmWord ? ok(null) : err({ kind: 'cancelled' })
}

function lineOf(wish: TransferWish, { accounts }: Connection, say: Words): string {
  const isRecurring = wish.kind === 'recurring-transfer'
  const what = { add: isRecurring ? say.orderRecurring : say.orderTransfer, modify: say.changeTransfer, cancel: say.cancelTransfer }[wish.action]
  if (wish.action === 'cancel') return `${what} ${wish.serverId}`
  const named = (key: string): string => {
    const account = accounts.find((own) => own.key === key)
    return account === undefined ? key : `${account.name} (${account.iban ?? account.number ?? key})`
  }
  const { from, to, amount, on } = wish
  const target = typeof to === 'string' ? named(to) : `${to.bankId} / ${to.accountId}`
  const currency = accounts.find(({ key }) => key === from)?.currency ?? ''
  const rhythm = isRecurring ? ` · ${wish.frequency}${wish.times === undefined ? '' : ` × ${wish.times}`}` : ''
  return `${what}${wish.action === 'modify' ? ` ${wish.serverId}` : ''}: ${amount} ${currency} · ${named(from)} → ${target} · ${on ?? say.atOnce}${rhythm}`
}
