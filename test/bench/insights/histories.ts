import { addDays, addMonths, daysInMonth, localDate, plainDate, weekday, type LocalDate } from '#shared/dates.ts'
import type { Payment } from '#shared/payment.ts'
import type { Rhythm } from '#main/insights/contracts/rhythms.ts'

/** Invented households of several years with everything known about them: which rows are one contract, which two are one transfer. */
export type HistoryRow = Pick<Payment, 'id' | 'accountId' | 'bookedOn' | 'amountMinor' | 'currency' | 'payee' | 'purpose' | 'bookingText' | 'counterpartyIban' | 'mandateReference' | 'creditorId'>

export interface LabelledSeries {
  readonly name: string
  readonly rhythm: Rhythm
  readonly status: 'active' | 'early' | 'ended'
  readonly ids: readonly number[]
  readonly nextOn: LocalDate | null
  readonly nextMinor: number | null
}

export interface History {
  readonly today: LocalDate
  readonly rows: readonly HistoryRow[]
  readonly series: readonly LabelledSeries[]
  readonly transfers: readonly (readonly [outId: number, inId: number])[]
  readonly accounts: readonly { readonly id: number; readonly type: 'checking' | 'savings' | 'credit'; readonly iban: string | null }[]
  readonly holder: string
}

/** A die that falls the same for the same seed (mulberry32). */
export function die(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Plan {
  readonly name: string
  readonly payee: string
  /** `{n}`: another number each time, `{m}`: the month. */
  readonly purpose: string
  readonly text: string
  readonly rhythm: Rhythm
  readonly cents: number
  readonly account: number
  /** How far the amount moves by itself. */
  readonly wobble?: number
  readonly yearlyRise?: number
  readonly endsAfter?: number
  readonly startsLate?: boolean
  readonly skips?: boolean
  readonly mandate?: string
  readonly shift: 'after' | 'before' | 'none'
  /** A payment apart now and then: a thirteenth salary, a call abroad. */
  readonly outliers?: number
}

interface Habit {
  readonly payee: string
  readonly purpose: string
  readonly text: string
  readonly perMonth: number
  readonly low: number
  readonly high: number
  readonly prices?: readonly number[]
  readonly account: number
  readonly onWeekday?: number
  readonly sign?: 1
}

export interface World {
  readonly currency: string
  readonly holder: string
  readonly plans: readonly Plan[]
  readonly habits: readonly Habit[]
  readonly toSavings: readonly [payee: string, purpose: string, text: string]
  readonly fromChecking: readonly [payee: string, purpose: string, text: string]
  readonly cardPaid: readonly [payee: string, purpose: string, text: string]
  readonly cardThanks: readonly [payee: string, purpose: string, text: string]
  readonly ibans: readonly (string | null)[]
}

const MONTHS_BACK = 40
const STEP: Readonly<Record<Rhythm, { readonly days?: number; readonly months?: number }>> = {
  'weekly': { days: 7 }, 'biweekly': { days: 14 }, 'four-weekly': { days: 28 }, 'semimonthly': {}, 'monthly': { months: 1 },
  'bimonthly': { months: 2 }, 'quarterly': { months: 3 }, 'halfyearly': { months: 6 }, 'yearly': { months: 12 },
}

/** One household's history up to `today`, from a seed. */
export function history(world: World, seed: number, hasIbans: boolean): History {
  const roll = die(seed)
  const today = addDays(localDate('2025-12-31'), -Math.floor(roll() * 200))
  const start = addMonths(today, -MONTHS_BACK)
  const rows: HistoryRow[] = []
  const add = (row: Omit<HistoryRow, 'id' | 'currency'>): number => {
    rows.push({ ...row, id: rows.length + 1, currency: world.currency })
    return rows.length
  }
  const series = world.plans.flatMap((plan) => live(plan, start, today, roll, add))
  for (const habit of world.habits) live_habit(habit, start, today, roll, add)
  const transfers = move(world, start, today, roll, add, hasIbans)
  const order = shuffled(rows, roll)
  return {
    today, rows: order, series, transfers, holder: world.holder,
    accounts: [{ id: 0, type: 'checking', iban: world.ibans[0] ?? null }, { id: 1, type: 'savings', iban: world.ibans[1] ?? null }, { id: 2, type: 'credit', iban: null }],
  }
}

type Add = (row: Omit<HistoryRow, 'id' | 'currency'>) => number

function shuffled<T>(items: readonly T[], roll: () => number): T[] {
  return items.map((item) => ({ item, key: roll() })).sort((left, right) => left.key - right.key).map(({ item }) => item)
}

const HOLIDAYS = new Set(['01-01', '12-25', '12-26', '05-01', '10-03'])
const isOff = (date: LocalDate): boolean => weekday(date) >= 5 || HOLIDAYS.has(date.slice(5))

function booked(nominal: LocalDate, shift: Plan['shift'], roll: () => number): LocalDate {
  let date = nominal
  if (shift === 'none') return date
  while (isOff(date)) date = addDays(date, shift === 'after' ? 1 : -1)
  if (roll() < 0.18) date = addDays(date, shift === 'after' ? 1 : -1)
  while (isOff(date)) date = addDays(date, shift === 'after' ? 1 : -1)
  return date
}

/** The nominal days of a plan, from its beginning to well after today. */
function nominalDays(plan: Plan, start: LocalDate, roll: () => number): LocalDate[] {
  const { days, months } = STEP[plan.rhythm]
  const anchor = 1 + Math.floor(roll() * 30)
  if (plan.rhythm === 'semimonthly') return Array.from({ length: MONTHS_BACK + 4 }, (_, index) => halves(addMonths(start, index))).flat()
  if (days !== undefined) return Array.from({ length: 220 }, (_, index) => addDays(addDays(start, anchor % days), index * days)).filter((date) => date < addMonths(start, MONTHS_BACK + 14))
  const offset = Math.floor(roll() * (months ?? 1))
  return Array.from({ length: 60 }, (_, index) => {
    const month = addMonths(plainDate(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 1), offset + index * (months ?? 1))
    return plainDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Math.min(anchor, daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))))
  }).filter((date) => date >= start)
}

const halves = (month: LocalDate): LocalDate[] => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return [plainDate(year, number, 15), plainDate(year, number, daysInMonth(year, number))]
}

function live(plan: Plan, start: LocalDate, today: LocalDate, roll: () => number, add: Add): LabelledSeries[] {
  const all = nominalDays(plan, start, roll)
  const begin = plan.startsLate ? Math.max(0, all.filter((date) => date <= today).length - 2) : 0
  const days = all.slice(begin)
  const end = plan.endsAfter === undefined ? days.length : Math.round(plan.endsAfter * days.filter((date) => date <= today).length)
  const skipAt = plan.skips ? 3 + Math.floor(roll() * 5) : -1
  const riseOn = roll() * 12
  const ids: number[] = []
  let price = plan.cents
  let cents = price
  let next: LocalDate | null = null
  for (const [index, nominal] of days.entries()) {
    if (index >= end) break
    const date = booked(nominal, plan.shift, roll)
    if (date > today) {
      next = nominal
      break
    }
    if (plan.yearlyRise !== undefined && index > 0 && Math.floor(monthsSince(start, nominal) / 14 + riseOn) !== Math.floor(monthsSince(start, days[index - 1] ?? nominal) / 14 + riseOn)) price = Math.round(price * (1 + plan.yearlyRise))
    if (index === skipAt) continue
    cents = plan.wobble === undefined ? price : Math.round(price * (1 + (roll() - 0.5) * 2 * plan.wobble))
    if (plan.outliers !== undefined && roll() < plan.outliers) cents = Math.round(price * (1.3 + roll()))
    ids.push(add({ accountId: plan.account, bookedOn: date, amountMinor: cents, payee: plan.payee.replace('{n}', digits(roll, 6)), purpose: fill(plan.purpose, date, roll), bookingText: plan.text, counterpartyIban: '', mandateReference: plan.mandate ?? '', creditorId: '' }))
  }
  return label(plan, { ids, days, end, today, price, next })
}

function label(plan: Plan, { ids, days, end, today, price, next }: { ids: readonly number[]; days: readonly LocalDate[]; end: number; today: LocalDate; price: number; next: LocalDate | null }): LabelledSeries[] {
  if (ids.length < 2) return []
  const hasEnded = end < days.length && (days[end + 1] ?? days[end] ?? today) < addDays(today, -20)
  const isEarly = ids.length === 2 && plan.rhythm !== 'yearly' && plan.rhythm !== 'halfyearly'
  return [{ name: plan.name, rhythm: plan.rhythm, status: isEarly ? 'early' : hasEnded ? 'ended' : 'active', ids, nextOn: hasEnded ? null : next, nextMinor: hasEnded || plan.wobble !== undefined || plan.outliers !== undefined ? null : price }]
}

const monthsSince = (start: LocalDate, date: LocalDate): number => (Number(date.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(start.slice(5, 7))
const digits = (roll: () => number, length: number): string => Array.from({ length }, () => Math.floor(roll() * 10)).join('')
const fill = (text: string, date: LocalDate, roll: () => number): string => text.replaceAll('{n}', digits(roll, 9)).replaceAll('{m}', `${date.slice(5, 7)}/${date.slice(0, 4)}`)

function live_habit(habit: Habit, start: LocalDate, today: LocalDate, roll: () => number, add: Add): void {
  for (let date = start; date <= today; date = addDays(date, 1)) {
    const isDay = habit.onWeekday === undefined ? roll() < habit.perMonth / 30.44 : weekday(date) === habit.onWeekday && roll() < habit.perMonth / 4.35
    if (!isDay) continue
    const amount = habit.prices ? habit.prices[Math.floor(roll() * habit.prices.length)] ?? habit.low : Math.round(habit.low + roll() * (habit.high - habit.low))
    add({ accountId: habit.account, bookedOn: date, amountMinor: (habit.sign ?? -1) * amount, payee: habit.payee.replace('{n}', digits(roll, 4)), purpose: fill(habit.purpose, date, roll), bookingText: habit.text, counterpartyIban: '', mandateReference: '', creditorId: '' })
  }
}

/** Money to savings each month, back now and then, and the card's bill: the delays are a bank's. */
function move(world: World, start: LocalDate, today: LocalDate, roll: () => number, add: Add, hasIbans: boolean): [number, number][] {
  const pairs: [number, number][] = []
  const pair = (date: LocalDate, cents: number, from: number, to: number, out: World['cardPaid'], into: World['cardPaid']): void => {
    const arrives = addDays(date, Math.floor(roll() * roll() * 4.9))
    if (arrives > today) return
    const iban = (account: number): string => (hasIbans ? world.ibans[account] ?? '' : '')
    pairs.push([
      add({ accountId: from, bookedOn: date, amountMinor: -cents, payee: out[0], purpose: out[1], bookingText: out[2], counterpartyIban: iban(to), mandateReference: '', creditorId: '' }),
      add({ accountId: to, bookedOn: arrives, amountMinor: cents, payee: into[0], purpose: into[1], bookingText: into[2], counterpartyIban: iban(from), mandateReference: '', creditorId: '' }),
    ])
  }
  for (let month = start; month <= today; month = addMonths(month, 1)) {
    pair(booked(addDays(month, 2), 'after', roll), 20_000 + 5000 * Math.floor(roll() * 3), 0, 1, world.toSavings, world.fromChecking)
    pair(booked(addDays(month, 9), 'after', roll), 10_000 + Math.floor(roll() * 90_000), 0, 2, world.cardPaid, world.cardThanks)
    if (roll() < 0.3) pair(addDays(month, 17 + Math.floor(roll() * 8)), 5000 * (1 + Math.floor(roll() * 6)), 1, 0, world.toSavings, world.fromChecking)
  }
  return pairs.filter(([out]) => out > 0)
}
