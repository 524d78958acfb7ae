import { ok } from '#shared/result.ts'
import type { Account } from '#shared/model.ts'
import { worthOf, worthsOf } from '#shared/worth.ts'
import { addMoney, formatMoney, toDecimal, type Money } from '#shared/money.ts'
import type { Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { valueOf } from './report/words.ts'
import { table } from './table.ts'
import { words } from './words.ts'

export async function accounts(context: Context): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('accounts.list', undefined))
  return found.ok ? ok({ json: { accounts: found.value.map(accountJson) }, text: () => toText(found.value, context) }) : found
}

/** An account that holds securities is worth its money and what it holds: both sides count it, so that they differ where the money does. */
/** As programs read it. */
export function accountJson(account: Account): object {
  const { id, name, iban, number, bankCode, currency, type, balance, holdings, asOf, transactionCount, firstOn, lastOn, closed } = account
  const bankBalance = bankWorth(account)
  return {
    id, name, iban, number, bankCode, currency, type,
    balance: toDecimal(worthOf(account)),
    bankBalance: bankBalance && toDecimal(bankBalance),
    asOf: asOf ?? holdings?.asOf ?? null, transactions: transactionCount, first: firstOn, last: lastOn, closed,
    ...(holdings && {
      cash: toDecimal(balance), holdingsValue: toDecimal(holdings.value), holdingsAsOf: holdings.asOf,
      ...(holdings.others.length > 0 && { holdingsInOtherCurrencies: holdings.others.map((money) => ({ currency: money.currency, value: toDecimal(money) })) }),
    }),
  }
}

/** What the bank says it comes to: its balance, and the holdings, which are its own word. */
const bankWorth = ({ bankBalance, holdings }: Account): Money | null => (holdings === null ? bankBalance : bankBalance === null ? holdings.value : addMoney(bankBalance, holdings.value))

function toText(found: readonly Account[], { language, terminal }: Context): string {
  const say = words(language)
  if (found.length === 0) return say.noAccounts
  const locale = localeOf(language)
  const columns = [{ title: say.id, align: 'right' }, { title: say.name, isName: true }, { title: say.number }, { title: say.type }, { title: say.balance, align: 'right' }, { title: say.bankBalance, align: 'right' }, { title: say.asOf }] as const
  return table(columns, found.map((account) => [
    String(account.id), account.name, account.iban ?? account.number ?? '', valueOf('type', account.type, language),
    worthsOf(account).map((money) => formatMoney(money, locale)).join(' + '), moneyOr(bankWorth(account), locale), account.asOf ?? account.holdings?.asOf ?? '',
  ]), terminal.columns)
}

const moneyOr = (money: Money | null, locale: string): string => (money === null ? '' : formatMoney(money, locale))
