import { addDays, addMonths, daysInMonth, localDate, plainDate, type LocalDate } from '#shared/dates.ts'
import type { CCSTMTENDRS, STMTENDRS } from '#main/connectors/ofx/aggregates/closing.ts'
import type { CCSTMTRS, STMTRS } from '#main/connectors/ofx/aggregates/banking.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import type { AccountKey } from '../persona.ts'
import { US } from '../personas/us.ts'
import { booksOn, decimal, noon, type Row } from './chronicle.ts'
import type { Transfers } from './transfers.ts'

/** What a statement request asks for, made whole: days are the bank's, and the end is where the next request begins. */
export interface Wishes { readonly from: LocalDate; readonly to: LocalDate; readonly through: string; readonly withEntries: boolean; readonly withPending: boolean }

const DAYS_KEPT_MONTHS = 36

/** Null where the range lies in the future or ends before it begins (2027). */
export function wishesOf({ start, end, include, pending }: { readonly start: string; readonly end: string; readonly include: string; readonly pending: string }, today: LocalDate, now: string): Wishes | null {
  const from = start === '' ? addDays(addMonths(today, -DAYS_KEPT_MONTHS), 1) : dayOf(start)
  const to = end === '' ? today : dayOf(end)
  if (from > today || to < from) return null
  return { from, to, through: to >= today ? now : noon(addDays(to, 1)), withEntries: include !== 'N', withPending: pending === 'Y' }
}

const dayOf = (text: string): LocalDate => localDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`)

export const bankFrom = (key: Exclude<AccountKey, 'card'>) => ({ BANKID: US.bank.bankId, ACCTID: US.accounts[key].number, ACCTTYPE: key === 'savings' ? 'SAVINGS' : 'CHECKING' })
export const cardFrom = { ACCTID: US.accounts.card.number } as const

export function bankStatement(key: Exclude<AccountKey, 'card'>, wishes: Wishes, today: LocalDate, transfers: Transfers): Draft<typeof STMTRS> {
  const balance = { BALAMT: decimal(transfers.balanceOn(key, today, today)), DTASOF: noon(today) }
  return { CURDEF: US.currency, BANKACCTFROM: bankFrom(key), ...lists(key, wishes, today, transfers), LEDGERBAL: balance, AVAILBAL: { ...balance, BALAMT: decimal(transfers.balanceOn(key, today, today) + pendingCents(key, today)) } }
}

export function cardStatement(wishes: Wishes, today: LocalDate, transfers: Transfers): Draft<typeof CCSTMTRS> {
  const balance = { BALAMT: decimal(transfers.balanceOn('card', today, today)), DTASOF: noon(today) }
  return { CURDEF: US.currency, CCACCTFROM: cardFrom, ...lists('card', wishes, today, transfers), LEDGERBAL: balance }
}

const pendingCents = (key: AccountKey, today: LocalDate): number => booksOn(today)[key].pending.reduce((cents, row) => cents + row.cents, 0)

function lists(key: AccountKey, { from, to, through, withEntries, withPending }: Wishes, today: LocalDate, transfers: Transfers): Pick<Draft<typeof STMTRS>, 'BANKTRANLIST' | 'BANKTRANLISTP'> {
  const book = booksOn(today)[key]
  const rows = [...book.booked, ...transfers.rows(key, today)].filter(({ on }) => on >= from && on <= to)
  return {
    BANKTRANLIST: withEntries ? { DTSTART: noon(from), DTEND: through, STMTTRN: rows.map(entry) } : undefined,
    BANKTRANLISTP: withPending ? {
      DTASOF: noon(today),
      STMTTRNP: book.pending.map(({ type, spentOn, cents, name, memo }) => ({ TRNTYPE: type, DTTRAN: noon(spentOn), TRNAMT: decimal(cents), NAME: name, MEMO: memo })),
    } : undefined,
  }
}

const entry = ({ id, on, spentOn, cents, type, name, memo }: Row) =>
  ({ TRNTYPE: type, DTPOSTED: noon(on), DTUSER: spentOn === on ? undefined : noon(spentOn), TRNAMT: decimal(cents), FITID: id, NAME: name, MEMO: memo })

const CLOSINGS = 12

/** The last finished months, newest last, of those that touch the range. */
function months(wishes: Wishes, today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate }[] {
  return Array.from({ length: CLOSINGS }, (_, index) => addMonths(today, index - CLOSINGS)).map((day) => {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
    return { first: plainDate(year, month, 1), last: plainDate(year, month, daysInMonth(year, month)) }
  }).filter(({ first, last }) => last >= wishes.from && first <= wishes.to)
}

function totals(key: AccountKey, { first, last }: { readonly first: LocalDate; readonly last: LocalDate }, today: LocalDate, transfers: Transfers) {
  return {
    FITID: `${key.charAt(0).toUpperCase()}${last.replaceAll('-', '')}`, DTOPEN: noon(first), DTCLOSE: noon(last),
    BALOPEN: decimal(transfers.balanceOn(key, addDays(first, -1), today)), BALCLOSE: decimal(transfers.balanceOn(key, last, today)), DTPOSTSTART: noon(first), DTPOSTEND: noon(last),
  }
}

export const bankClosings = (key: Exclude<AccountKey, 'card'>, wishes: Wishes, today: LocalDate, transfers: Transfers): Draft<typeof STMTENDRS> =>
  ({ CURDEF: US.currency, BANKACCTFROM: bankFrom(key), CLOSING: months(wishes, today).map((month) => totals(key, month, today, transfers)) })
export const cardClosings = (wishes: Wishes, today: LocalDate, transfers: Transfers): Draft<typeof CCSTMTENDRS> =>
  ({ CURDEF: US.currency, CCACCTFROM: cardFrom, CCCLOSING: months(wishes, today).map((month) => totals('card', month, today, transfers)) })
