import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { Household } from '../household.ts'
import type { AccountKey } from '../persona.ts'
import { US } from '../personas/us.ts'

/** One entry of one account, with the number that it keeps. */
export interface Row {
  readonly id: string
  readonly on: LocalDate
  readonly spentOn: LocalDate
  readonly cents: number
  readonly type: string
  readonly name: string
  readonly memo: string
}

/** An account's past and what is announced for the next days. */
export interface Book {
  readonly key: AccountKey
  readonly number: string
  readonly booked: readonly Row[]
  readonly pending: readonly Row[]
  /** What was in it at the end of a day. */
  balanceOn(day: LocalDate): number
}

const BIRTH = localDate('2015-01-01')
const SEED = 8_080
const MONTHS_KEPT = 36
const DAYS_ANNOUNCED = 3

export const KEYS: readonly AccountKey[] = ['checking', 'savings', 'card']

interface Life { readonly until: LocalDate; readonly rows: ReadonlyMap<AccountKey, readonly Row[]> }
let life: Life | undefined

/** The persona's accounts as of a day. A longer life has the same past, so one life serves every day up to its end. */
export function booksOn(today: LocalDate): Readonly<Record<AccountKey, Book>> {
  const wanted = addDays(today, DAYS_ANNOUNCED)
  if (life === undefined || life.until < wanted) life = live(localDate(`${Number(wanted.slice(0, 4)) + 1}-12-31`))
  const { rows } = life
  const book = (key: AccountKey): Book => makeBook(key, rows.get(key) ?? [], today)
  return { checking: book('checking'), savings: book('savings'), card: book('card') }
}

function live(until: LocalDate): Life {
  const household = new Household({ persona: US, seed: SEED, from: BIRTH, to: until })
  const rows = new Map<AccountKey, Row[]>(KEYS.map((key) => [key, []]))
  const counts = new Map<string, number>()
  for (const { account, on, spentOn, cents, type, name, memo } of household.postings) {
    const count = (counts.get(`${account} ${on}`) ?? 0) + 1
    counts.set(`${account} ${on}`, count)
    rows.get(account)?.push({ id: idOf(account, on, count, cents), on, spentOn, cents, type, name, memo })
  }
  return { until, rows }
}

const idOf = (key: AccountKey, on: LocalDate, count: number, cents: number): string =>
  `${on.replaceAll('-', '')}${key.charAt(0).toUpperCase()}${String(count).padStart(4, '0')}${String(Math.abs(cents)).padStart(8, '0')}`

function makeBook(key: AccountKey, rows: readonly Row[], today: LocalDate): Book {
  const { number, opening } = US.accounts[key]
  const first = addDays(addMonths(today, -MONTHS_KEPT), 1)
  return {
    key, number,
    booked: rows.filter(({ on }) => on >= first && on <= today),
    // Spent by today and booked in the next days; they are booked as what they were announced.
    pending: rows.filter(({ on, spentOn }) => on > today && spentOn <= today),
    balanceOn: (day) => rows.reduce((cents, row) => row.on <= day ? cents + row.cents : cents, opening),
  }
}

export const decimal = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A bank's noon: no zone moves it to another day. */
export const noon = (day: LocalDate): string => `${day.replaceAll('-', '')}120000`
