import type { AccountHoldings, Holding } from '#shared/investments.ts'
import { AccountIdSchema, type AccountId } from '#shared/model.ts'
import { formatMoney, toDecimal, type Money } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { decimalText } from './say.ts'
import { table } from './table.ts'
import { NO_ACCOUNT } from './usage.ts'

const WORDS = {
  en: { none: 'No holdings yet.', asOf: 'as of', security: 'Security', id: 'ID', units: 'Units', price: 'Price', day: 'Day', value: 'Value', cost: 'Cost', gain: 'Gain', total: 'Total' },
  de: { none: 'Noch keine Bestände.', asOf: 'Stand', security: 'Wertpapier', id: 'Kennung', units: 'Stück', price: 'Kurs', day: 'Tag', value: 'Wert', cost: 'Einstand', gain: 'Gewinn', total: 'Summe' },
} as const satisfies Record<Language, Record<string, string>>

/** What accounts hold in securities, by their banks' latest statements. */
export async function holdings(context: Context, { values: { account } }: Arguments): Promise<Outcome> {
  const accountId = AccountIdSchema.safeParse(Number(account))
  if (typeof account === 'string' && !accountId.success) return err(NO_ACCOUNT)
  const wanted: readonly AccountId[] = accountId.success ? [accountId.data] : []
  const found = await withLedger(context, 'must-exist', async (ledger) => {
    const known = await ledger.call('accounts.list', undefined)
    if (!known.ok) return known
    if (!wanted.every((id) => known.value.some((each) => each.id === id))) return err({ kind: 'not_found', what: 'account' } as const)
    return ledger.call('holdings.list', wanted.length === 0 ? {} : { accountIds: [...wanted] })
  })
  return found.ok ? ok({ json: toJson(found.value), text: () => toText(found.value, context) }) : found
}

function toJson(lists: readonly AccountHoldings[]): object {
  return {
    holdings: lists.flatMap((list) => list.holdings.map((holding) => ({ account: list.accountId, accountName: list.accountName, asOf: list.asOf, ...describe(holding, list) }))),
    totals: lists.flatMap(({ accountId, asOf, totals }) => totals.map(({ value, cost, gain }) => ({ account: accountId, asOf, currency: value.currency, value: toDecimal(value), cost: text(cost), gain: text(gain) }))),
  }
}

const describe = ({ security, units, isNominal, unitPrice, priceCurrency, pricedOn, value, accrued, cost, gain, subAccount }: Holding, { currency }: AccountHoldings): object => ({
  ...security, units, isNominal, price: unitPrice, priceCurrency, pricedOn,
  value: text(value), accrued: text(accrued), cost: text(cost), gain: text(gain), currency: value?.currency ?? cost?.currency ?? currency, subAccount,
})

const text = (money: Money | null): string | null => money && toDecimal(money)

function toText(lists: readonly AccountHoldings[], { language, terminal }: Context): string {
  const say = WORDS[language]
  if (lists.length === 0) return say.none
  const locale = localeOf(language)
  const show = (money: Money | null): string => (money === null ? '–' : formatMoney(money, locale))
  const figures = [say.units, say.price, say.day, say.value, say.cost, say.gain].map((title) => ({ title, align: 'right' } as const))
  return lists.map(({ accountId, accountName, asOf, holdings: held, totals }) => {
    const rows = held.map(({ security, units, unitPrice, priceCurrency, pricedOn, value, cost, gain }) => [
      security.name === '' ? security.id : security.name, security.ticker ?? security.id, units === null ? '–' : decimalText(units, language), unitPrice === null ? '–' : `${decimalText(unitPrice, language)} ${priceCurrency}`, pricedOn ?? '–',
      show(value), show(cost), show(gain),
    ])
    const sums = totals.map(({ value, cost, gain }) => [say.total, '', '', '', '', show(value), show(cost), show(gain)])
    return `${accountId} ${accountName}, ${say.asOf} ${asOf}\n${table([{ title: say.security }, { title: say.id }, ...figures], [...rows, ...sums], terminal.columns)}`
  }).join('\n\n')
}
