import { BatchWishSchema, type BatchWish } from '#shared/ofx-batch.ts'
import type { AppError } from '#shared/errors.ts'
import { currency, parseMoney, toDecimal } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { BatchItem } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { usage, type Usage } from '../usage.ts'
import { send } from './batch.ts'
import { batchText, itemJson } from './batch-report.ts'
import { textOf, type Values } from './options.ts'

/** `bank transfer ID --from … --to … --amount …`: one transfer, sent once, after a yes. */
export async function transfer(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const wish = wishFrom(values)
  if (!wish.ok) return wish
  const sent = await send(context, operand, [wish.value], values)
  if (!sent.ok) return sent
  const [item] = sent.value
  const failure = item === undefined ? { kind: 'answer_unreadable' } as const : failureOf(item)
  return failure === null ? ok({ json: { transfer: sent.value.map(itemJson)[0] }, text: () => batchText(sent.value, context.language) }) : err(failure)
}

function failureOf({ uid, status, fate }: BatchItem): AppError | null {
  if (fate === 'unclear' || fate === 'absent') return { kind: 'transfer_lost', uid, fate }
  if (status === null) return { kind: 'answer_unreadable' }
  return status.class === 'refusal' ? { kind: 'bank_rejected', code: status.code, message: status.message } : null
}

/** Only the spelling matters here; `send` holds the amount against the account's own currency. */
const ANY = currency('USD')

function wishFrom(values: Values): Result<BatchWish, Usage> {
  const [from, to, amount, on, bankId] = ['from', 'to', 'amount', 'on', 'to-bank'].map((name) => textOf(values, name))
  if (from === undefined || to === undefined || amount === undefined) return err(usage('bank transfer needs --from, --to and --amount', 'bank transfer braucht --from, --to und --amount'))
  const money = parseMoney(amount, ANY)
  if (money === undefined) return err(usage('--amount is an amount such as 12.50; write 1000.00 for a thousand', '--amount ist ein Betrag wie 12.50; tausend schreibt man 1000.00'))
  const target = bankId === undefined ? to : { bankId, accountId: to, type: textOf(values, 'to-type') }
  const parsed = BatchWishSchema.safeParse({ kind: 'transfer', action: 'add', between: bankId === undefined ? 'own' : 'banks', from, to: target, amount: toDecimal(money), on, uid: textOf(values, 'uid') })
  return parsed.success ? ok(parsed.data) : err(usage('not valid: --amount is 12.50, --on a day such as 2026-01-31, --to-type CHECKING, SAVINGS, MONEYMRKT or CREDITLINE', 'nicht gültig: --amount ist etwa 12.50, --on ein Tag wie 2026-01-31, --to-type CHECKING, SAVINGS, MONEYMRKT oder CREDITLINE'))
}
