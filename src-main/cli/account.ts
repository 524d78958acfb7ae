import { readAmount } from '#shared/amount-expression.ts'
import { isLocalDate } from '#shared/dates.ts'
import { AccountTypeSchema } from '#shared/model.ts'
import { isCurrency, minor } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { accountJson } from './accounts.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { NO_DATE, usage } from './usage.ts'
import { words } from './words.ts'

const wrong = (en: string, de: string) => err(usage(en, de))

/** An account without a bank: cash, something owned, something owed. */
export async function account(context: Context, { positionals: [verb, name = ''], values }: Arguments): Promise<Outcome> {
  if (verb !== 'add') return wrong('account takes "add"', 'account nimmt "add"')
  const { type = 'cash', currency: code, balance = '0', from } = values
  const read = AccountTypeSchema.safeParse(type)
  if (!read.success) return wrong(`--type is one of ${AccountTypeSchema.options.join(', ')}`, `--type ist eines von ${AccountTypeSchema.options.join(', ')}`)
  if (name.trim() === '' || name.length > 100) return wrong('an account has a name of 1 to 100 characters', 'ein Konto hat einen Namen von 1 bis 100 Zeichen')
  if (typeof code === 'string' && !isCurrency(code)) return wrong('--currency takes three capital letters, as in EUR', '--currency nimmt drei Großbuchstaben wie in EUR')
  if (typeof from === 'string' && !isLocalDate(from)) return err(NO_DATE)
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
