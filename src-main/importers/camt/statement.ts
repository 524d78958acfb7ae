import type { LocalDate } from '#shared/dates.ts'
import type { StatementAccount, StatementBalance, StatementEntry } from '#shared/statement.ts'
import type { PageBalance } from '../proof/page.ts'
import { parseIsoDay } from '../text/days.ts'
import { negate, parseXmlAmount } from '../text/decimal-text.ts'
import { isIban } from '../text/remittance.ts'
import { accountNumber, bankCodeOf, bicOf, partyName, type Owner } from './parties.ts'
import type { XmlStatement } from './schema.ts'

/** Acct: an IBAN wherever it stands, else the bank's own number. */
export function readAccount({ Acct: account }: XmlStatement): StatementAccount {
  const id = accountNumber(account)
  const isInternational = account?.Id?.IBAN !== undefined || isIban(id)
  return {
    number: isInternational || id === '' ? null : id,
    bankCode: bankCodeOf(account?.Svcr) || null,
    branch: null,
    iban: isInternational && id !== '' ? id : null,
    bic: bicOf(account?.Svcr) || null,
    name: account?.Nm?.trim() || null,
    type: 'checking',
  }
}

/** Whose account it is, to tell the other side from this one. */
export const ownerOf = (statement: XmlStatement): Owner => ({ iban: readAccount(statement).iban, name: partyName(statement.Acct?.Ownr) })

interface ReadBalance extends PageBalance { readonly currency: string | null }

/** Bal elements in file order; one without a readable amount is left out and counted by the caller. */
export function readBalances({ Bal: balances = [] }: XmlStatement): ReadBalance[] {
  return balances.flatMap(({ Tp: type, Amt: amount, CdtDbtInd: indicator, Dt: day }) => {
    const value = parseXmlAmount(amount?.text ?? '')
    const name = (type?.CdOrPrtry?.Cd ?? type?.CdOrPrtry?.Prtry ?? type?.Cd ?? type?.Prtry ?? '').trim()
    const asOf = parseIsoDay(day?.Dt ?? day?.DtTm ?? day?.[''] ?? '') ?? null
    return value === undefined ? [] : [{ name, amount: indicator?.trim() === 'DBIT' ? negate(value) : value, asOf, isInterim: name === 'ITBD', currency: amount?.currency ?? null }]
  })
}

export interface Frame {
  readonly opening: PageBalance | null
  readonly closing: PageBalance | null
  readonly others: readonly StatementBalance[]
}

/**
 * Which balances begin and end the entries. A statement split over several messages ends and goes on with ITBD; a single
 * ITBD of an intraday report is where the account stands. PRCD is the previous closing balance, so it opens.
 */
export function frameOf(balances: readonly ReadBalance[], currency: string | null): Frame {
  const own = balances.filter((balance) => balance.currency === null || currency === null || balance.currency === currency)
  const interim = own.filter(({ isInterim }) => isInterim)
  const closed = latest(own.filter(({ name }) => name === 'CLBD'))
  const opened = earliest(own.filter(({ name }) => name === 'OPBD')) ?? earliest(own.filter(({ name }) => name === 'PRCD'))
  const canOpen = closed !== null || interim.length > 1
  const opening = opened ?? (canOpen ? interim[0] ?? null : null)
  const closing = closed ?? interim.findLast((balance) => balance !== opening) ?? null
  const rest = balances.filter((balance) => balance !== opening && balance !== closing)
  const others = rest.map((balance) => ({ kind: kindOf(balance, rest), name: balance.name, amount: balance.amount, asOf: balance.asOf }))
  return { opening, closing, others }
}

const byDay = (left: PageBalance, right: PageBalance): number => ((left.asOf ?? '') < (right.asOf ?? '') ? -1 : Number((left.asOf ?? '') > (right.asOf ?? '')))
const earliest = (balances: readonly ReadBalance[]): ReadBalance | null => balances.toSorted(byDay)[0] ?? null
const latest = (balances: readonly ReadBalance[]): ReadBalance | null => balances.toSorted(byDay).at(-1) ?? null

function kindOf({ name }: PageBalance, all: readonly PageBalance[]): StatementBalance['kind'] {
  if (name === 'CLAV') return 'available'
  return name === 'ITAV' && !all.some((other) => other.name === 'CLAV') ? 'available' : 'other'
}

/** The statement's currency: the account's, else its balances', else its entries'. */
export function currencyOf({ Acct: account, Bal: balances = [] }: XmlStatement, entries: readonly StatementEntry[]): string | null {
  const code = account?.Ccy?.trim() ?? balances.find(({ Amt: amount }) => amount?.currency != null)?.Amt?.currency ?? entries.find(({ currency }) => currency !== null)?.currency ?? null
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : null
}

/** The last day the statement speaks of, for entries that have none. */
export function lastDayOf(statement: XmlStatement, createdOn: LocalDate | null): LocalDate | null {
  const closing = latest(readBalances(statement).filter(({ asOf }) => asOf !== null))
  const { FrToDt: range, CreDtTm: created } = statement
  return closing?.asOf ?? parseIsoDay(range?.ToDtTm ?? range?.ToDt ?? '') ?? parseIsoDay(created ?? '') ?? createdOn
}
