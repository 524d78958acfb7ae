import { localDate, type LocalDate } from '#shared/dates.ts'
import { exponentOf } from '#shared/money.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { leavesOf } from './classes.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { RowMemory } from '../row-memory.ts'
import { Memory, recalledByMonth, recalledRows } from './memory.ts'

/** One row, or one part of a divided row, as reports count it. */
export interface Posting {
  readonly id: number
  readonly account: ReportAccount
  readonly bookedOn: LocalDate
  readonly categoryId: string | null
  readonly minor: number
  /** In the base currency; null where no rate is known. */
  readonly baseMinor: number | null
}

type Line = readonly [id: number, accountId: number, bookedOn: LocalDate, categoryId: string | null, minor: number]

export type Bound = Record<string, string | number>
export interface Conditions { readonly where: string; readonly params: Bound }

export interface Columns { readonly amount: string; readonly category: string }
const WHOLE: Columns = { amount: 'txn.amount_minor', category: 'txn.category_id' }
const PART: Columns = { amount: 'split.amount_minor', category: 'split.category_id' }

/** A request's conditions as SQL: fixed fragments joined by AND, everything from outside bound by name. */
export function conditionsOf({ request }: Frame, { amount, category }: Columns = WHOLE): Conditions {
  const fragments = ['txn.deleted_at IS NULL', 'txn.is_adjusting = 0', 'txn.booked_on BETWEEN :from AND :to']
  const params: Bound = {}
  if (!request.withPending) fragments.push('txn.is_pending = 0')
  if (request.minMinor !== undefined || request.maxMinor !== undefined) {
    fragments.push(`abs(${amount}) BETWEEN :min AND :max`)
    Object.assign(params, { min: request.minMinor ?? 0, max: request.maxMinor ?? Number.MAX_SAFE_INTEGER })
  }
  if (request.tags !== undefined) {
    fragments.push('txn.id IN (SELECT txn_id FROM txn_tag WHERE tag IN (SELECT value FROM json_each(:tags)))')
    params['tags'] = JSON.stringify(request.tags)
  }
  if (request.categories !== undefined) {
    const { ids, withNone } = leavesOf(request.categories)
    fragments.push(`(${category} IN (SELECT value FROM json_each(:categories))${withNone ? ` OR ${category} IS NULL` : ''})`)
    params['categories'] = JSON.stringify(ids)
  }
  return { where: fragments.join(' AND '), params }
}

/** A posting with the words of its row. */
export interface NamedPosting extends Posting { readonly payee: string; readonly purpose: string }

type NamedLine = readonly [...Line, payee: string, purpose: string]

const TEXT = ', coalesce(txn.payee, txn.raw_payee), txn.purpose'

/**
 * As `postings`, with who was paid and what for. Reading the words costs ten times the sums, so `narrow` says which rows
 * alone are wanted: a condition on `category`, the row's or its part's.
 */
export const namedPostings = (frame: Frame, period: DayRange, narrow: Narrowing): NamedPosting[] =>
  [...namedWholes(frame, period, frame.accounts, narrow), ...namedParts(frame, period, frame.accounts, narrow)].sort(byDay)

const namedWholes = (frame: Frame, period: DayRange, accounts: readonly ReportAccount[], narrow: Narrowing): NamedPosting[] =>
  namedLines(frame, period, accounts, { kind: WHOLES, narrow })

const namedParts = (frame: Frame, period: DayRange, accounts: readonly ReportAccount[], narrow: Narrowing): NamedPosting[] =>
  namedLines(frame, period, accounts, { kind: PARTS, narrow })

interface Wanted { readonly kind: Kind; readonly narrow: Narrowing }

function namedLines(frame: Frame, days: DayRange, accounts: readonly ReportAccount[], { kind: { columns, sql, recalled }, narrow }: Wanted): NamedPosting[] {
  if (accounts.length === 0) return []
  const accountById = new Map<number, ReportAccount>(accounts.map((account) => [account.id, account]))
  const { where, params } = conditionsOf(unlimited(frame), columns)
  const bound = { ...params, ...narrow.params, accounts: JSON.stringify([...accountById.keys()]) }
  const found: NamedPosting[] = []
  for (const [id, accountId, bookedOn, categoryId, minor, payee, purpose] of recalled(namedKept, frame.db, { sql: sql(`${where} AND ${OF_ACCOUNTS} AND (${narrow.where(columns)})`, TEXT), bound, days })) {
    const posting = toPosting(frame, accountById, [id, accountId, bookedOn, categoryId, minor])
    if (posting) found.push({ ...posting, payee, purpose })
  }
  return found
}

/** A condition of our own, never of somebody else's words. */
export interface Narrowing { readonly where: (columns: Columns) => string; readonly params: Bound }

/** Of what was asked for only these leaves: whoever wants few categories need not add up all. */
export function withCategories(frame: Frame, leaves: readonly string[]): Frame {
  const { categories } = frame.request
  const asked = categories === undefined ? undefined : new Set(leavesOf(categories).ids)
  return { ...frame, request: { ...frame.request, categories: leaves.filter((leaf) => asked?.has(leaf) ?? true) } }
}

const OF_ACCOUNTS = 'txn.account_id IN (SELECT value FROM json_each(:accounts))'

/** Rows and parts that a request counts, of some of its accounts, in the order of their days. Adjusting entries are none. */
export function postings(frame: Frame, period: DayRange, accounts: readonly ReportAccount[] = frame.accounts): Posting[] {
  const [wholes, parts] = [wholePostings(frame, period, accounts), partPostings(frame, period, accounts)]
  return parts.length === 0 ? wholes : [...wholes, ...parts].sort(byDay)
}

/** Rows that nobody has divided, in the order of their days. */
export const wholePostings = (frame: Frame, period: DayRange, accounts: readonly ReportAccount[]): Posting[] => lines(frame, period, accounts, WHOLES)

/** Of some rows alone, by their ids. */
export function postingsOf(frame: Frame, period: DayRange, ids: ReadonlySet<number>): Posting[] {
  return [...wholesOf(frame, period, [...ids]), ...partPostings(frame, period, frame.accounts).filter(({ id }) => ids.has(id))].sort(byDay)
}

/** The parts of divided rows (G4): the row itself never counts beside them. */
export const partPostings = (frame: Frame, period: DayRange, accounts: readonly ReportAccount[]): Posting[] => lines(frame, period, accounts, PARTS)

const EVER: DayRange = { from: localDate('0001-01-01'), to: localDate('9999-12-31') }

function wholesOf(frame: Frame, { from, to }: DayRange, ids: readonly number[]): Posting[] {
  const accountById = new Map<number, ReportAccount>(frame.accounts.map((account) => [account.id, account]))
  const { where, params } = conditionsOf(unlimited(frame))
  const sql = wholeRows(`${where} AND txn.id IN (SELECT value FROM json_each(:ids))`)
  const read = (missing: readonly number[]): Dated[] => frame.db.tuples<Line>(sql).all({ ...params, ...EVER, ids: JSON.stringify(missing) }).map((line) => ({ id: line[0], bookedOn: line[2], line }))
  const lineOf = byIdKept.recall(frame.db, `${where} ${JSON.stringify(params)}`, ids, read)
  return ids.flatMap((id) => {
    const { line, bookedOn } = lineOf(id) ?? {}
    return line === undefined || bookedOn === undefined || bookedOn < from || bookedOn > to ? [] : toPosting(frame, accountById, line) ?? []
  })
}

function lines(frame: Frame, days: DayRange, accounts: readonly ReportAccount[], { columns, sql, recalled }: Kind): Posting[] {
  if (accounts.length === 0) return []
  const accountById = new Map<number, ReportAccount>(accounts.map((account) => [account.id, account]))
  const { where, params } = conditionsOf(unlimited(frame), columns)
  const found: Posting[] = []
  for (const line of recalled(kept, frame.db, { sql: sql(`${where} AND ${OF_ACCOUNTS}`), bound: { ...params, accounts: JSON.stringify([...accountById.keys()]) }, days })) {
    const posting = toPosting(frame, accountById, line)
    if (posting) found.push(posting)
  }
  return found
}

/** A year of rows is some ten thousand, in a large ledger; with their words they weigh more. */
const LINES_MAX = 40_000
const NAMED_MAX = 20_000
const kept = new Memory<Line>(LINES_MAX)
const namedKept = new Memory<NamedLine>(NAMED_MAX)
/** A household's contracts have a few thousand rows in ten years. */
const BY_ID_MAX = 40_000
interface Dated { readonly id: number; readonly bookedOn: LocalDate; readonly line: Line }
const byIdKept = new RowMemory<Dated>(BY_ID_MAX)

/** Amounts of other currencies are limited in their own units, so the limits are looked at row by row. */
const unlimited = (frame: Frame): Frame => ({ ...frame, request: { ...frame.request, minMinor: undefined, maxMinor: undefined } })

const wholeRows = (where: string, more = ''): string => /* sql */ `
  SELECT txn.id, txn.account_id, txn.booked_on, txn.category_id, txn.amount_minor${more} FROM txn WHERE txn.is_split = 0 AND ${where} ORDER BY txn.booked_on, txn.id`

/** The few divided rows are looked up from their parts, not the other way round. */
const partsOfRows = (where: string, more = ''): string => /* sql */ `
  SELECT txn.id, txn.account_id, txn.booked_on, split.category_id, split.amount_minor${more} FROM split CROSS JOIN txn ON txn.id = split.txn_id WHERE txn.is_split = 1 AND ${where}`

/** Rows, or parts of rows. Divided rows are few, and looking for those of a month costs as much as for all. */
interface Kind { readonly columns: Columns; readonly sql: (where: string, more?: string) => string; readonly recalled: typeof recalledRows }
const WHOLES: Kind = { columns: WHOLE, sql: wholeRows, recalled: recalledByMonth }
const PARTS: Kind = { columns: PART, sql: partsOfRows, recalled: recalledRows }

function toPosting(frame: Frame, accounts: ReadonlyMap<number, ReportAccount>, [id, accountId, bookedOn, categoryId, minor]: Line): Posting | undefined {
  const account = accounts.get(accountId)
  if (account === undefined || !isWithinLimits(frame, account, minor)) return undefined
  return { id, account, bookedOn, categoryId, minor, baseMinor: frame.rates.convert(minor, account.currency, frame.base, bookedOn) }
}

/** Whether an amount of an account lies within what was asked for: as many units in its own currency. */
export function isWithinLimits({ request: { minMinor, maxMinor }, base }: Frame, { currency }: Pick<ReportAccount, 'currency'>, minor: number): boolean {
  if (minMinor === undefined && maxMinor === undefined) return true
  const units = Math.abs(minor) * 10 ** (exponentOf(base) - exponentOf(currency))
  return units >= (minMinor ?? 0) && units <= (maxMinor ?? Number.MAX_SAFE_INTEGER)
}

const byDay = (left: Posting, right: Posting): number => (left.bookedOn === right.bookedOn ? left.id - right.id : left.bookedOn < right.bookedOn ? -1 : 1)

const ADJUSTING = /* sql */ `
  SELECT id, account_id, booked_on, category_id, amount_minor FROM txn INDEXED BY txn_adjusting
   WHERE is_adjusting = 1 AND deleted_at IS NULL AND booked_on BETWEEN :from AND :to`

/** What makes up for rows that a bank never sent (G9). Where only some rows are asked for, it is none of them. */
export function adjustingPostings(frame: Frame, { from, to }: DayRange): Posting[] {
  if (frame.isFiltered) return []
  const accountById = new Map<number, ReportAccount>(frame.accounts.map((account) => [account.id, account]))
  return frame.db.tuples<Line>(ADJUSTING).all({ from, to }).flatMap((line) => toPosting(frame, accountById, line) ?? []).sort(byDay)
}
