import { ok } from '#shared/result.ts'
import type { Account } from '#shared/model.ts'
import { formatMoney, toDecimal } from '#shared/money.ts'
import type { Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { table } from './table.ts'
import { words } from './words.ts'

export async function accounts(context: Context): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('accounts.list', undefined))
  return found.ok ? ok({ json: { accounts: found.value.map(toJson) }, text: () => toText(found.value, context) }) : found
}

function toJson({ id, name, iban, number, bankCode, currency, type, balance, bankBalance, asOf, transactionCount, firstOn, lastOn, closed }: Account): object {
  return {
    id, name, iban, number, bankCode, currency, type,
    balance: toDecimal(balance),
    bankBalance: bankBalance && toDecimal(bankBalance),
    asOf, transactions: transactionCount, first: firstOn, last: lastOn, closed,
  }
}

function toText(found: readonly Account[], { language }: Context): string {
  const say = words(language)
  if (found.length === 0) return say.noAccounts
  const locale = localeOf(language)
  const columns = [{ title: say.id, align: 'right' }, { title: say.name }, { title: say.number }, { title: say.type }, { title: say.balance, align: 'right' }, { title: say.bankBalance, align: 'right' }, { title: say.asOf }] as const
  return table(columns, found.map((account) => [
    String(account.id), account.name, account.iban ?? account.number ?? '', account.type,
    formatMoney(account.balance, locale), account.bankBalance === null ? '' : formatMoney(account.bankBalance, locale), account.asOf ?? '',
  ]))
}
