import { addDays, addMonths, localDate, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { Household, type Posting } from './household.ts'
import { encodeOfx, writeOfx, type HistoryAccount } from './ofx-text.ts'
import type { AccountKey, Persona } from './persona.ts'
import { DE } from './personas/de.ts'
import { US } from './personas/us.ts'

export const PERSONAS = { us: US, de: DE } as const satisfies Record<string, Persona>
export type PersonaId = keyof typeof PERSONAS

export interface HistoryOrder {
  readonly seed: number
  readonly today: LocalDate
  readonly dialect: 'sgml' | 'xml'
  readonly persona?: PersonaId
}
/** The last so many months. Whatever `today` is, a day that is in two histories is the same in both. */
export interface MonthsOrder extends HistoryOrder { readonly months: number }
/** Exactly so many entries up to today, over ten years at most: for benches, where a day has as many as it takes. */
export interface RowsOrder extends HistoryOrder { readonly rows: number }

/** Every household begins here, so that its past does not depend on when somebody looks. */
const BIRTH = localDate('2015-01-01')
const ACCOUNTS: readonly AccountKey[] = ['checking', 'savings', 'card']

/** Writes the history of a made-up household as an OFX response: a pure function of what is ordered. */
export function writeOfxHistory(order: MonthsOrder | RowsOrder): Uint8Array {
  const persona = PERSONAS[order.persona ?? 'us']
  const { from, household, postings } = 'rows' in order ? liveRows(order, persona) : liveMonths(order, persona)
  const accounts = ACCOUNTS.map((key): HistoryAccount => ({
    key,
    number: persona.accounts[key].number,
    postings: postings.filter(({ account }) => account === key),
    cents: household.balance(key),
  }))
  return encodeOfx(writeOfx({ persona, accounts, from, to: order.today, dialect: order.dialect }), order.dialect)
}

interface Lived { readonly from: LocalDate; readonly household: Household; readonly postings: readonly Posting[] }

function liveMonths({ seed, today, months }: MonthsOrder, persona: Persona): Lived {
  const from = addDays(addMonths(today, -months), 1)
  const household = new Household({ persona, seed, from: BIRTH, to: today })
  return { from, household, postings: household.postings.filter(({ on }) => on >= from) }
}

const MONTHS_MAX = 120
/** About as many entries as a household has in a month: fewer rows make a shorter life rather than an empty one. */
const ROWS_PER_MONTH = 60
/** More purchases make fewer transfers, and those of the last weekend are not booked yet: the oldest rows make up for it. */
const SLACK_ROWS = 200

function liveRows({ seed, today, rows }: RowsOrder, persona: Persona): Lived {
  const months = Math.min(MONTHS_MAX, Math.max(1, Math.ceil(rows / ROWS_PER_MONTH)))
  const from = addDays(addMonths(today, -months), 1)
  const plain = new Household({ persona, seed, from, to: today })
  if (plain.postings.length >= rows) return { from, household: plain, postings: plain.postings.slice(-rows) }
  const missing = rows - plain.postings.length + SLACK_ROWS + 2 * months
  const days = toDayNumber(today) - toDayNumber(from) + 1
  const until = (day: number): number => Math.floor((missing * day) / days)
  const household = new Household({ persona, seed, from, to: today, extraPurchases: (day) => until(day + 1) - until(day) })
  return { from, household, postings: household.postings.slice(-rows) }
}
