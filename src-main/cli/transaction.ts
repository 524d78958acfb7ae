import { readAmount } from '#shared/amount-expression.ts'
import { isCategoryId } from '#shared/categories.ts'
import { isLocalDate } from '#shared/dates.ts'
import { AccountIdSchema, TransactionIdSchema } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { finishCategories } from './categories.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { transactionJson } from './transactions.ts'
import { categoryIdOf } from './say.ts'
import { NO_ACCOUNT, NO_DATE, usage } from './usage.ts'
import { words } from './words.ts'

const wrong = (en: string, de: string) => err(usage(en, de))
const textOf = (value: string | boolean | undefined): string => (typeof value === 'string' ? value : '')

/** Rows that somebody writes down. */
export async function transaction(context: Context, args: Arguments): Promise<Outcome> {
  const [verb, id] = args.positionals
  if (verb === 'add') return id === undefined ? add(context, args.values) : wrong('"transaction add" takes options only', '"transaction add" nimmt nur Optionen')
  if (verb === 'remove') return remove(context, id)
  return wrong('transaction takes "add" or "remove"', 'transaction nimmt "add" oder "remove"')
}

async function add(context: Context, values: Arguments['values']): Promise<Outcome> {
  const accountId = AccountIdSchema.safeParse(Number(values['account']))
  if (!accountId.success) return err(NO_ACCOUNT)
  if (textOf(values['amount']) === '') return wrong('--amount needs a value, as in --amount=-12.50', '--amount braucht einen Wert, etwa --amount=-12.50')
  const on = textOf(values['date'])
  if (on !== '' && !isLocalDate(on)) return err(NO_DATE)
  const category = categoryIdOf(textOf(values['category']))
  if (category !== '' && !isCategoryId(category)) return wrong('--category takes a category or its id, as in food.groceries', '--category nimmt eine Kategorie oder ihre Kennung, etwa food.groceries')
  const tags = textOf(values['tags']).split(',').map((tag) => tag.trim()).filter((tag) => tag !== '')
  const made = await withLedger(context, 'must-exist', async (ledger) => {
    const accounts = await ledger.call('accounts.list', undefined)
    if (!accounts.ok) return accounts
    const account = accounts.value.find(({ id }) => id === accountId.data)
    if (!account) return err({ kind: 'not_found', what: 'account' } as const)
    const amountMinor = readAmount(textOf(values['amount']), account.currency)
    if (amountMinor === undefined) return err({ kind: 'invalid_input', path: 'amount' } as const)
    const row = await ledger.call('transactions.create', {
      accountId: account.id, bookedOn: isLocalDate(on) ? on : systemClock.today(), amountMinor,
      payee: textOf(values['payee']), purpose: textOf(values['purpose']), notes: textOf(values['notes']), tags, categoryId: category === '' ? null : category,
    })
    if (!row.ok) return row
    await finishCategories(ledger)
    return ledger.call('transactions.get', { id: row.value.id })
  })
  return made.ok ? ok({ json: { transaction: transactionJson(made.value) }, text: () => `${words(context.language).addedByHand} ${made.value.id}` }) : made
}

async function remove(context: Context, text: string | undefined): Promise<Outcome> {
  const id = TransactionIdSchema.safeParse(Number(text))
  if (!id.success) return wrong('"transaction remove" takes a transaction’s number as listed by "transactions"', '"transaction remove" nimmt die Nummer eines Umsatzes, wie "transactions" sie auflistet')
  const gone = await withLedger(context, 'must-exist', (ledger) => ledger.call('transactions.edit', { ids: [id.data], change: { isRemoved: true } }))
  return gone.ok ? ok({ json: { removed: id.data }, text: () => `${words(context.language).removedByHand} ${id.data}` }) : gone
}
