import { addDays, addMonths, daysInMonth, fromDayNumber, plainDate, toDayNumber, type LocalDate } from '#shared/dates.ts'

export type Rhythm = 'weekly' | 'biweekly' | 'four-weekly' | 'semimonthly' | 'monthly' | 'bimonthly' | 'quarterly' | 'halfyearly' | 'yearly'

/** How far apart payments of a rhythm are, and how far they may lie off. Days, unless months are said. */
export interface Beat {
  readonly rhythm: Rhythm
  /** 0 where the beat is counted in days. */
  readonly months: number
  /** On average. */
  readonly days: number
  /** How far two neighbours may be from it: weekends, holidays and a bank's own mood. */
  readonly slack: number
  /** How far off payments may be on average, before it is no rhythm. */
  readonly driftMax: number
  /** What a user is told: "about the 3rd, give or take". */
  readonly tolerance: number
  /** R9: how many payments a year has. Whole numbers: a month's part of a payment is divided once, and rounds as on paper. */
  readonly perYear: number
}

export const BEATS: readonly Beat[] = [
  { rhythm: 'weekly', months: 0, days: 7, slack: 3, driftMax: 1.1, tolerance: 5, perYear: 52 },
  { rhythm: 'biweekly', months: 0, days: 14, slack: 4, driftMax: 1.5, tolerance: 5, perYear: 26 },
  { rhythm: 'semimonthly', months: 0, days: 15.22, slack: 5, driftMax: 2.2, tolerance: 7, perYear: 24 },
  { rhythm: 'four-weekly', months: 0, days: 28, slack: 5, driftMax: 1.4, tolerance: 7, perYear: 13 },
  { rhythm: 'monthly', months: 1, days: 30.44, slack: 7, driftMax: 2.6, tolerance: 7, perYear: 12 },
  { rhythm: 'bimonthly', months: 2, days: 60.88, slack: 8, driftMax: 3, tolerance: 7, perYear: 6 },
  { rhythm: 'quarterly', months: 3, days: 91.31, slack: 10, driftMax: 4, tolerance: 7, perYear: 4 },
  { rhythm: 'halfyearly', months: 6, days: 182.62, slack: 14, driftMax: 6, tolerance: 14, perYear: 2 },
  { rhythm: 'yearly', months: 12, days: 365.25, slack: 20, driftMax: 9, tolerance: 14, perYear: 1 },
]

const SATURDAY = 5

/** A day with its month laid out in numbers, so that many days of the month can be tried on it quickly. */
interface Placed {
  readonly day: number
  /** Day number of the month's first, and how long the month, the one before and the one after are. */
  readonly first: number
  readonly length: number
  readonly lengthBefore: number
  readonly lengthAfter: number
}

function place(day: number): Placed {
  const date = fromDayNumber(day)
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return { day, first: day - Number(date.slice(8)) + 1, length: daysInMonth(year, month), lengthBefore: month === 1 ? 31 : daysInMonth(year, month - 1), lengthAfter: month === 12 ? 31 : daysInMonth(year, month + 1) }
}

/** 0 is Monday; day 0 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/** Days between a day and the one a contract names, where a weekend beside it explains the difference: 0. */
function shiftFrom(nominal: number, actual: number): number {
  const difference = actual - nominal
  if (difference === 0) return 0
  const day = weekdayOf(nominal)
  if (day >= SATURDAY && (difference === 7 - day || difference === SATURDAY - 1 - day)) return 0
  return Math.abs(difference)
}

/** How far a day is from the nearest day of the month with that number, or the month's last where it has none. */
function offAnchor({ day, first, length, lengthBefore, lengthAfter }: Placed, anchor: number): number {
  const least = shiftFrom(first + Math.min(anchor, length) - 1, day)
  if (least <= 10) return least
  return Math.min(least, shiftFrom(first - lengthBefore + Math.min(anchor, lengthBefore) - 1, day), shiftFrom(first + length + Math.min(anchor, lengthAfter) - 1, day))
}

/** The day of a month, or the month's last where it has none. */
const onDay = (year: number, month: number, day: number): number => toDayNumber(plainDate(year, month, Math.min(day, daysInMonth(year, month))))

export interface Fit {
  /** Days off, on average. */
  readonly drift: number
  /** Days of the month that the contract names; empty for a beat in days. */
  readonly anchors: readonly number[]
}

const SAMPLE_MAX = 24

/** How well days follow a beat, and the days of the month it names. The latest count, because a contract may move. */
export function fitBeat(beat: Beat, days: readonly number[]): Fit {
  const recent = days.slice(-SAMPLE_MAX)
  if (beat.rhythm === 'semimonthly') return fitHalves(recent)
  if (beat.months === 0) return { drift: Math.min(gapDrift(beat, days), phaseDrift(beat, days)), anchors: [] }
  const placed = recent.map(place)
  const { anchor, drift } = bestAnchor(placed)
  return { drift: recent.length > 1 ? Math.min(drift, beat.rhythm === 'monthly' ? weekdayDrift(placed) : drift) : 0, anchors: [anchor] }
}

const WEEKDAYS_MIN = 6

/** The first Monday, the second Wednesday, the last Friday: days off the one that most of them are. */
function weekdayDrift(days: readonly Placed[]): number {
  if (days.length < WEEKDAYS_MIN) return Number.POSITIVE_INFINITY
  const ordinals = new Map<number, number>()
  for (const { day, first, length } of days) for (const week of [Math.floor((day - first) / 7), Math.floor((day - first - length) / 7)]) ordinals.set(week * 7 + weekdayOf(day), (ordinals.get(week * 7 + weekdayOf(day)) ?? 0) + 1)
  const [usual = 0, times = 0] = [...ordinals].sort((left, right) => right[1] - left[1])[0] ?? []
  if (times * 2 < days.length) return Number.POSITIVE_INFINITY
  const [week, wanted] = [Math.floor(usual / 7), usual - Math.floor(usual / 7) * 7]
  return days.reduce((sum, { day, first, length }) => {
    const start = first + week * 7 + (week < 0 ? length : 0)
    return sum + Math.abs(day - start - ((wanted - weekdayOf(start) + 7) % 7))
  }, 0) / days.length
}

function gapDrift({ days: period }: Beat, days: readonly number[]): number {
  let sum = 0
  for (let index = 1; index < days.length; index += 1) {
    const gap = (days[index] ?? 0) - (days[index - 1] ?? 0)
    sum += Math.abs(gap - Math.max(1, Math.round(gap / period)) * period)
  }
  return days.length > 1 ? sum / (days.length - 1) : 0
}

/** Days off a clock that ticks in the beat: a payment that a weekend has moved counts once, not on both sides. */
function phaseDrift({ days: period }: Beat, days: readonly number[]): number {
  const first = days[0] ?? 0
  const phases = days.map((day) => day - first - Math.round((day - first) / period) * period).sort((left, right) => left - right)
  const middle = phases[Math.floor(phases.length / 2)] ?? 0
  return phases.reduce((sum, phase) => sum + Math.abs(phase - middle), 0) / Math.max(1, phases.length)
}

/** Tries the days around those that occur: the named one is seldom far from all of them. */
function bestAnchor(days: readonly Placed[]): { anchor: number; drift: number } {
  const tried = new Set<number>([31])
  for (const { day, first } of days) for (let off = -2; off <= 1; off += 1) tried.add(Math.min(31, Math.max(1, day - first + 1 + off)))
  let best = { anchor: 1, drift: Number.POSITIVE_INFINITY }
  for (const anchor of [...tried].sort((left, right) => left - right)) {
    const drift = driftFrom(days, [anchor])
    if (drift < best.drift - 1e-9) best = { anchor, drift }
  }
  return best
}

function driftFrom(days: readonly Placed[], anchors: readonly number[]): number {
  let sum = 0
  for (const day of days) {
    let least = Number.POSITIVE_INFINITY
    for (const anchor of anchors) least = Math.min(least, offAnchor(day, anchor))
    sum += least
  }
  return sum / Math.max(1, days.length)
}

const HALVES = [[15, 31], [1, 15], [1, 16], [5, 20], [7, 22], [10, 25], [14, 28], [15, 30]] as const

function fitHalves(days: readonly number[]): Fit {
  const placed = days.map(place)
  let best: Fit = { drift: Number.POSITIVE_INFINITY, anchors: [] }
  for (const anchors of HALVES) {
    const drift = driftFrom(placed, anchors)
    if (drift < best.drift) best = { drift, anchors }
  }
  return best
}

/** The day that comes next after a payment, `count` beats on; months in which nothing is ever taken are none. */
export function nextAfter(beat: Beat, last: LocalDate, anchors: readonly number[], count = 1, rest: readonly number[] = []): LocalDate {
  if (beat.rhythm === 'semimonthly') return nextHalf(last, anchors, count)
  if (beat.months === 0) return addDays(last, beat.days * count)
  const anchor = anchors[0] ?? Number(last.slice(8))
  // A payment that slipped into the month before or after still belongs to its own month.
  const home = homeMonth(last, anchor)
  let month = addMonths(home, beat.months * count)
  if (rest.length > 0) {
    month = home
    for (let left = count; left > 0;) {
      month = addMonths(month, 1)
      if (!rest.includes(Number(month.slice(5, 7)))) left -= 1
    }
  }
  return fromDayNumber(onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
}

/** The first of the month that a payment belongs to, however far it has slipped. */
export function homeMonth(date: LocalDate, anchor: number): LocalDate {
  const first = plainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1)
  const actual = toDayNumber(date)
  const off = (month: LocalDate): number => Math.abs(actual - onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
  return [addMonths(first, -1), addMonths(first, 1)].reduce((nearest, month) => (off(month) < off(nearest) ? month : nearest), first)
}

function nextHalf(last: LocalDate, anchors: readonly number[], count: number): LocalDate {
  const first = plainDate(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1)
  const days = [0, 1, 2].flatMap((ahead) => {
    const month = addMonths(first, ahead)
    return anchors.map((anchor) => onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
  })
  const later = days.filter((day) => day > toDayNumber(last) + 5).sort((left, right) => left - right)
  return fromDayNumber(later[count - 1] ?? toDayNumber(last) + 15)
}
