import { toDayNumber, type LocalDate } from '#shared/dates.ts'
import { minor, type Currency } from '#shared/money.ts'
import type { Figure } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { balanceRows } from './account-balances.ts'
import { closingBalances } from './closing-balances.ts'
import { derived, figure } from './figures.ts'
import type { Frame, ReportAccount } from './frame.ts'
import type { ReportModule } from './module.ts'
import { moneyOf, worthInBase, worthOnDays, type Worth } from './worth.ts'

type Body = BodyOf<'balances'>

/** An account that nobody has told of for longer is marked. */
const STALE_AFTER_DAYS = 14

/** R2: what there is, and what is owed. */
export const balances: ReportModule<'balances'> = {
  name: 'balances',
  run: (frame) => {
    const on = dayOf(frame)
    const worths = worthOnDays(frame, [on])[0] ?? []
    return {
      on,
      rows: frame.accounts.map((account) => rowOf(frame, account, worths.find((worth) => worth.account === account), on)),
      staleAfterDays: STALE_AFTER_DAYS,
      currencies: currenciesOf(frame, worths),
      total: told(frame, worths, frame.base, 'total'),
    }
  },
  rows: (frame, key) => {
    const [kind = '', ...rest] = key.split('/')
    const [of = '', part = ''] = kind === 'total' ? ['', ...rest] : rest
    const on = dayOf(frame)
    const known = (worthOnDays(frame, [on])[0] ?? []).map(({ account }) => account)
    if (kind === 'balance' || kind === 'worth') {
      const account = known.find(({ id }) => String(id) === of)
      return account && balanceRows(frame, [account], on, kind === 'balance' ? account.currency : frame.base)
    }
    const held = closingBalances(frame, [on])
    const isPart = ({ id }: ReportAccount): boolean => part === 'net' || ((held.get(id)?.[0] ?? 0) < 0) === (part === 'liabilities')
    if (kind === 'total') return balanceRows(frame, known.filter(isPart), on, frame.base)
    const accounts = known.filter(({ currency }) => currency === of)
    const code = accounts[0]?.currency
    return kind === 'currency' && code !== undefined ? balanceRows(frame, accounts.filter(isPart), on, code) : undefined
  },
}

const dayOf = ({ asOf, today }: Frame): LocalDate => (asOf > today ? today : asOf)

function rowOf(frame: Frame, account: ReportAccount, worth: Worth | undefined, on: LocalDate): Body['rows'][number] {
  const { id, name, type, currency, bankOn, coverage } = account
  const heardOn = coverage.at(-1)?.to
  return {
    accountId: id, name, type, currency,
    balance: worth ? figure(worth.balanceMinor, currency, `balance/${id}`) : derived(null, currency),
    holdings: worth?.holdings?.value ?? null,
    inBase: inBase(frame, worth, on),
    statedOn: bankOn,
    isStale: account.closedOn === null && (heardOn === undefined || toDayNumber(on) - toDayNumber(heardOn) > STALE_AFTER_DAYS),
  }
}

/** Securities are no rows, so what counts them has none to show. */
function inBase(frame: Frame, worth: Worth | undefined, on: LocalDate): Figure {
  const value = worth ? worthInBase(frame, worth, on) : null
  return { minor: value === null ? null : minor(value), currency: frame.base, key: value === null || !worth || worth.holdings ? null : `worth/${worth.account.id}` }
}

function currenciesOf(frame: Frame, worths: readonly Worth[]): Body['currencies'] {
  const codes = [...new Set(worths.flatMap((worth) => [...moneyOf(worth).keys()]))].sort()
  return codes.map((code) => ({ currency: code, ...told(frame, worths, code, `currency/${code}`) }))
}

/** Assets, liabilities and what is left: of one currency, or of all in the base currency. An account is the one or the other as a whole. */
function told(frame: Frame, worths: readonly Worth[], code: Currency, key: string): Body['total'] {
  const on = dayOf(frame)
  const isTotal = key === 'total'
  const values = worths.map((worth) => (isTotal ? worthInBase(frame, worth, on) : moneyOf(worth).get(code) ?? null)).filter((value) => value !== null)
  const assets = values.reduce((sum, value) => sum + Math.max(value, 0), 0)
  const liabilities = values.reduce((sum, value) => sum + Math.min(value, 0), 0)
  const hasRows = !worths.some(({ holdings, account }) => holdings && (isTotal || account.currency === code || holdings.others.some(({ currency }) => currency === code)))
  const part = (value: number, name: string): Figure => (hasRows ? figure(value, code, `${key}/${name}`) : derived(value, code))
  return { assets: part(assets, 'assets'), liabilities: part(liabilities, 'liabilities'), net: part(assets + liabilities, 'net') }
}
