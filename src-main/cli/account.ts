import { readAmount } from '#shared/amount-expression.ts'
import { isLocalDate } from '#shared/dates.ts'
import { AccountTypeSchema } from '#shared/model.ts'
import { isCurrency, minor } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { accountJson } from './accounts.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { words } from './words.ts'

const usage = (reason: string) => err({ kind: 'usage', reason } as const)

/** An account without a bank: cash, something owned, something owed. */
export async function account(context: Context, { positionals: [verb, name = ''], values }: Arguments): Promise<Outcome> {
  if (verb !== 'add') return usage('account takes "add"')
  const { type = 'cash', currency: code, balance = '0', from } = values
  const read = AccountTypeSchema.safeParse(type)
  if (!read.success) return usage(`--type is one of ${AccountTypeSchema.options.join(', ')}`)
  if (name.trim() === '' || name.length > 100) return usage('an account has a name of 1 to 100 characters')
  if (typeof code === 'string' && !isCurrency(code)) return usage('--currency takes three capital letters, as in EUR')
  if (typeof from === 'string' && !isLocalDate(from)) return usage('a date looks like 2026-01-31')
  const made = await withLedger(context, 'create-if-missing', async (ledger) => {
    const settings = await ledger.call('ledger.settings', undefined)
    if (!settings.ok) return settings
    const currency = typeof code === 'string' && isCurrency(code) ? code : settings.value.baseCurrency
    const opening = readAmount(String(balance), currency)
    if (opening === undefined) return err({ kind: 'invalid_input', path: 'amount' } as const)
    return ledger.call('accounts.create', { name: name.trim(), type: read.data, currency, openingMinor: minor(opening), openedOn: typeof from === 'string' && isLocalDate(from) ? from : systemClock.today() })
  })
  return made.ok ? ok({ json: { account: accountJson(made.value) }, text: () => `${words(context.language).addedByHand} ${made.value.name} (${made.value.id})` }) : made
}
